//! The home page: the newest event, and what came of all of them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Number};
use super::context::Context;
use super::drawings::RegionMap;
use super::head::Head;
use super::head::PageHead;
use super::linked_data::Thing;
use super::local_text::LocalText;
use super::sections::{Count, RegionRow, Section};
use super::site::SiteHead;
use super::{drawings, event_cards, exchange_cards, harvest, head, listed, numbers, sections};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::report::{EventId, IdeaId, NeedId};
use crate::shared::Shared;
use crate::words::phrases;

/// How many of a kind the home page shows.
const ON_HOME: usize = 5;

#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub(super) fn home(context: Context<'_>) -> HomeView {
    let report = context.report;
    let config = context.config;
    let newest = listed::newest_event(context);
    let others: Vec<EventId> = report
        .events_newest
        .iter()
        .copied()
        .filter(|event| Some(*event) != newest)
        .collect();
    let deals: Vec<_> = report
        .events_newest
        .iter()
        .flat_map(|event| report[*event].deals.iter().copied())
        .collect();
    let ideas: Vec<IdeaId> = report
        .events_newest
        .iter()
        .flat_map(|event| report[*event].ideas.iter().copied())
        .filter(|idea| !report[*idea].inline)
        .collect();
    let leads: Vec<NeedId> = report
        .events_newest
        .iter()
        .flat_map(|event| {
            report[*event]
                .asks
                .iter()
                .chain(&report[*event].offers)
                .copied()
        })
        .filter(|need| report[*need].lead)
        .collect();
    let title = context.said(&config.title);
    let description = config.description.as_ref().map(|text| context.said(text));
    HomeView {
        site: context.site(),
        page: head::head_of(
            context,
            Head {
                kind: "home",
                section: "home",
                page: Page::Home,
                full_title: title.text.clone(),
                title,
                description: description.as_ref().map(|said| said.text.clone()),
                trail: Vec::new(),
            },
            |address| website(context, address),
        ),
        description,
        span_of_years: numbers::span_of_years(context),
        newest: newest.map(|event| event_cards::event_card(context, event)),
        numbers: numbers::home_numbers(context, deals.len(), ideas.len(), leads.len()),
        map: drawings::region_map(context, context.views.maps.whole.as_ref()),
        regions: home_regions(context),
        all_regions: (!report.regions.is_empty()).then(|| {
            sections::more(
                context,
                ListKind::Regions,
                Narrow::No,
                phrases::REGION,
                report.regions.len(),
            )
        }),
        themes: report
            .top_themes
            .iter()
            .map(|theme| harvest::theme_count(context, *theme))
            .filter(|count| count.count > 0)
            .collect(),
        deals: sections::section(
            &deals,
            ON_HOME,
            |deal| exchange_cards::deal_card(context, deal),
            || {
                Some(sections::more(
                    context,
                    ListKind::Deals,
                    Narrow::No,
                    phrases::DEAL,
                    deals.len(),
                ))
            },
        ),
        leads: sections::section(
            &leads,
            ON_HOME,
            |need| exchange_cards::lead_card(context, need),
            || {
                Some(sections::more(
                    context,
                    ListKind::Leads,
                    Narrow::No,
                    phrases::LEAD,
                    leads.len(),
                ))
            },
        ),
        ideas: sections::section(
            &ideas,
            ON_HOME,
            |idea| exchange_cards::idea_card(context, idea),
            || {
                Some(sections::more(
                    context,
                    ListKind::Ideas,
                    Narrow::No,
                    phrases::IDEA,
                    ideas.len(),
                ))
            },
        ),
        events: sections::section(
            &others,
            ON_HOME,
            |event| event_cards::event_card(context, event),
            || {
                Some(sections::more(
                    context,
                    ListKind::Events,
                    Narrow::No,
                    phrases::EVENT,
                    report.events.len(),
                ))
            },
        ),
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
    pub themes: Vec<Count>,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    /// The events after the newest.
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
