//! The home page: the newest event, and what came of all of them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Number};
use super::context::Context;
use super::event_cards::event_card;
use super::exchange_cards::{deal_card, idea_card, lead_card};
use super::head::{Head, PageHead};
use super::linked_data::Thing;
use super::local_text::LocalText;
use super::region_maps;
use super::region_maps::RegionMap;
use super::sections::{Count, RegionRow, Section, first, standing};
use super::site::SiteHead;
use super::status::{EventStanding, event_standing};
use super::{largest, listed, numbers, sections};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::{DealId, EventId, IdeaId, NeedId, Report};
use crate::stable_hash::Shared;

/// How many of a kind the home page shows.
const ON_HOME: usize = 5;

pub(super) fn home(context: Context<'_>) -> HomeView {
    let report = context.report;
    let config = context.config;
    let newest = listed::newest_event(context);
    let (coming, others) = other_events(context, newest);
    let Newest {
        deals,
        ideas,
        leads,
    } = newest_first(report);
    let more = |kind, number| sections::more(context, kind, Narrow::No, number);
    // A table of one region compares nothing.
    let regions = Some(home_regions(context))
        .filter(|rows| rows.len() > 1)
        .unwrap_or_default();
    let mut themes = largest::themes(context, &report.top_themes);
    themes.retain(|theme| theme.count > 0);
    let title = context.said(&config.title);
    let description = config.description.as_ref().map(|text| context.said(text));
    HomeView {
        site: context.site(),
        page: Head::new(context, "home", Page::Home, &title)
            .behind(Vec::new())
            .described(description.as_ref().map(|said| said.text.clone()))
            .made_of(|address| website(context, address)),
        description,
        span_of_years: numbers::span_of_years(context),
        newest: context.some(newest, event_card),
        numbers: numbers::home_numbers(context, deals.len(), ideas.len(), leads.len()),
        map: region_maps::region_map(context, context.views.maps.whole.as_ref()),
        all_regions: (report.regions.len() > regions.len())
            .then(|| more(ListKind::Regions, report.regions.len())),
        regions,
        all_themes: (report.themes.len() > themes.len())
            .then(|| more(ListKind::Themes, report.themes.len())),
        themes,
        deals: standing(context, &deals, ON_HOME, deal_card).of_list(
            context,
            ListKind::Deals,
            Narrow::No,
        ),
        leads: standing(context, &leads, ON_HOME, lead_card).of_list(
            context,
            ListKind::Leads,
            Narrow::No,
        ),
        ideas: standing(context, &ideas, ON_HOME, idea_card).of_list(
            context,
            ListKind::Ideas,
            Narrow::No,
        ),
        coming: first(context, &coming, ON_HOME, event_card)
            .leading_to(|| more(ListKind::Events, report.events.len())),
        events: first(context, &others, ON_HOME, event_card)
            .leading_to(|| more(ListKind::Events, report.events.len())),
    }
}

/// The events beside the newest: those to come, the first of them first, and all others, newest
/// first.
fn other_events(context: Context<'_>, newest: Option<EventId>) -> (Vec<EventId>, Vec<EventId>) {
    let events = context.report.events_newest.iter().copied();
    let (mut coming, others): (Vec<EventId>, Vec<EventId>) = events
        .filter(|event| Some(*event) != newest)
        .partition(|event| event_standing(context, *event) == Some(EventStanding::Coming));
    coming.reverse();
    (coming, others)
}

/// What came of all events, newest first.
struct Newest {
    deals: Vec<DealId>,
    /// Those with a page of their own.
    ideas: Vec<IdeaId>,
    leads: Vec<NeedId>,
}

fn newest_first(report: &Report) -> Newest {
    let events = || report.events_newest.iter().map(|event| &report[*event]);
    let needs = events().flat_map(|event| event.asks.iter().chain(&event.offers).copied());
    let ideas = events().flat_map(|event| event.ideas.iter().copied());
    let deals = events().flat_map(|event| event.deals.iter().copied());
    Newest {
        deals: deals.collect(),
        ideas: ideas.filter(|idea| !report[*idea].inline).collect(),
        leads: needs.filter(|need| report[*need].lead).collect(),
    }
}

/// The regions of the table: those of the map; without one, those at the top and just below.
fn home_regions(context: Context<'_>) -> Vec<RegionRow> {
    let report = context.report;
    let shown = match &context.views.maps.whole {
        Some(map) => map.regions.clone(),
        None => {
            let mut seen = BTreeSet::new();
            let below = report
                .top_regions
                .iter()
                .flat_map(|top| &report[*top].children);
            let all = report
                .top_regions
                .iter()
                .chain(below)
                .copied()
                .filter(|region| seen.insert(*region));
            // A country of hundreds of regions has a page for them; home shows the first.
            all.take(24).collect()
        }
    };
    let mut rows: Vec<RegionRow> = shown
        .into_iter()
        .map(|region| sections::region_row(context, region, 0))
        .collect();
    // What is true of all tells none apart.
    if rows.windows(2).all(|pair| pair[0].kind == pair[1].kind) {
        for row in &mut rows {
            row.kind = None;
        }
    }
    rows
}

/// `home.html`
#[derive(Debug, Serialize)]
pub struct HomeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub description: Option<LocalText>,
    /// "Verslagen van bijeenkomsten, 2018 tot nu".
    pub span_of_years: Option<String>,
    pub newest: Option<Shared<EventCard>>,
    pub numbers: Vec<Number>,
    pub map: Option<RegionMap>,
    /// The regions that the table shows: those of the map, else those at the top and just below.
    pub regions: Vec<RegionRow>,
    /// Where all regions are.
    pub all_regions: Option<More>,
    /// The largest themes, largest first.
    pub themes: Vec<Count>,
    /// Where all themes are, where there are more.
    pub all_themes: Option<More>,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    /// The events that are to come, the first of them first.
    pub coming: Section<Shared<EventCard>>,
    /// All other events, newest first.
    pub events: Section<Shared<EventCard>>,
}

fn website(context: Context<'_>, address: &str) -> Thing {
    let config = context.config;
    Thing::new("WebSite")
        .with("@id", address)
        .with("url", address)
        .with("name", context.said(&config.title).text)
        .with_some(
            "description",
            config
                .description
                .as_ref()
                .map(|text| context.said(text).text),
        )
        .with("inLanguage", context.language.tag())
        .with_some(
            "publisher",
            config
                .publisher
                .as_ref()
                .map(|name| Thing::new("Organization").with("name", context.said(name).text)),
        )
}
