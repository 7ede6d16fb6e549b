//! The page of a series: its editions side by side.

use serde::Serialize;

use super::cards::{EventCard, PartyTag};
use super::context::Context;
use super::drawings::Chart;
use super::event_cards::FigureCard;
use super::head::{Head, PageHead};
use super::linked_data::Thing;
use super::local_text::{Html, LocalText};
use super::site::SiteHead;
use super::tally::Basis;
use super::{
    drawings, event_cards, exchange_cards, linked_events, numbers, recorded, status, tags, tally,
    texts,
};
use crate::plan::list::{LIST_LENGTH, ListKind};
use crate::records::{EventId, FigureId, Party, SeriesId};
use crate::stable_hash::Shared;
use crate::words::{labels, phrases};

/// How many names a column of a series shows.
const RETURNED_SHOWN: usize = 20;

pub(super) fn series(context: Context<'_>, id: SeriesId) -> SeriesView {
    let report = context.report;
    let series = &report[id];
    let name = context.said(&series.name);
    let figures = measured_over(context, &series.events);
    let deals: Vec<_> = series
        .events
        .iter()
        .flat_map(|event| report[*event].deals.iter().copied())
        .collect();
    SeriesView {
        site: context.site(),
        page: Head::new(context, "series", id, &name)
            .in_list(ListKind::Series)
            .described(texts::description(context, series.text.as_ref()))
            .made_of(|address| series_thing(context, id, address)),
        name: LocalText::heading(&name),
        kind: context.label(series.kind),
        text: texts::own_text(context, series.text.as_ref()),
        editions: series
            .events
            .iter()
            .enumerate()
            .map(|(position, event)| {
                let returned = position
                    .checked_sub(1)
                    .and_then(|before| series.returned.get(before))
                    .map_or(&[][..], Vec::as_slice);
                edition(context, *event, returned)
            })
            .collect(),
        by_status: drawings::deals_by_status(context, &deals, false),
        figures: figures
            .into_iter()
            .map(|figure| event_cards::figure_card(context, figure, false))
            .collect(),
    }
}

/// The newest figure of each measure that more than one edition has.
fn measured_over(context: Context<'_>, events: &[EventId]) -> Vec<FigureId> {
    let report = context.report;
    let mut newest: Vec<FigureId> = Vec::new();
    for event in events.iter().rev() {
        for figure in &report[*event].figures {
            let Some(measure) = &report[*figure].measure else {
                continue;
            };
            if !newest
                .iter()
                .any(|known| report[*known].measure.as_ref() == Some(measure))
            {
                newest.push(*figure);
            }
        }
    }
    newest.retain(|figure| {
        report[*figure]
            .measure
            .as_ref()
            .and_then(|measure| context.views.measures.get(measure))
            .is_some_and(|all| all.len() > 1)
    });
    newest
}

fn edition(context: Context<'_>, id: EventId, returned: &[Party]) -> EditionColumn {
    let report = context.report;
    let event = &report[id];
    let kept =
        |noun, number, kept| tally::tally(context, noun, number, Basis { known: true, kept }).shown;
    let open = event
        .asks
        .iter()
        .chain(&event.offers)
        .filter(|need| report[**need].lead)
        .count();
    let done = numbers::done_among(context, &event.deals);
    let ideas = exchange_cards::ideas_with_page(context, &event.ideas);
    // What was not held has no counts: its columns say what became of it instead of nought.
    let not_held = status::event_status_word(context, id).filter(|_| {
        event.deals.is_empty() && event.ideas.is_empty() && event.participants.is_none()
    });
    let dash = |text: String| {
        if not_held.is_some() {
            "–".to_owned()
        } else {
            text
        }
    };
    EditionColumn {
        event: event_cards::event_card(context, id),
        edition: event.edition.clone(),
        participants: dash(
            numbers::participants(context, event)
                .unwrap_or_else(|| labels::NOT_TOLD.get(context.language).to_owned()),
        ),
        deals: dash(kept(phrases::DEAL, event.deals.len(), event.recorded.deals)),
        done: dash(kept(phrases::DEAL, done, event.recorded.deals)),
        open: dash(kept(
            phrases::LEAD,
            open,
            recorded::together([event.recorded.asks, event.recorded.offers]),
        )),
        ideas: dash(kept(phrases::IDEA, ideas, event.recorded.ideas)),
        returned: returned
            .iter()
            .take(RETURNED_SHOWN)
            .map(|party| tags::party(context, party))
            .collect(),
        returned_total: returned.len(),
    }
}

/// One edition of a series, a column of the table.
#[derive(Debug, Serialize)]
pub struct EditionColumn {
    pub event: Shared<EventCard>,
    pub edition: Option<String>,
    /// "70+", or "niet bijgehouden".
    pub participants: String,
    pub deals: String,
    pub done: String,
    pub open: String,
    pub ideas: String,
    /// Who also took part in an earlier edition, at most twenty.
    pub returned: Vec<Shared<PartyTag>>,
    pub returned_total: usize,
}

/// `series.html`
#[derive(Debug, Serialize)]
pub struct SeriesView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub name: LocalText,
    pub kind: Option<String>,
    pub text: Option<Html>,
    /// Oldest first.
    pub editions: Vec<EditionColumn>,
    pub by_status: Option<Chart>,
    pub figures: Vec<FigureCard>,
}

fn series_thing(context: Context<'_>, id: SeriesId, address: &str) -> Thing {
    let series = &context.report[id];
    // The newest editions, oldest first: no page grows with the archive.
    let from = series.events.len().saturating_sub(LIST_LENGTH);
    Thing::new("EventSeries")
        .with("@id", address)
        .with("url", address)
        .with("name", context.said(&series.name).text)
        .with_some(
            "description",
            texts::description(context, series.text.as_ref()).filter(|text| !text.is_empty()),
        )
        .with_all(
            "subEvent",
            series.events[from..]
                .iter()
                .map(|event| linked_events::event_in_short(context, *event).into())
                .collect(),
        )
}
