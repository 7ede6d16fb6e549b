//! The page of a series: its editions side by side.

use serde::Serialize;

use super::cards::{EventCard, More, PartyTag};
use super::context::Context;
use super::drawings::Chart;
use super::event_cards::FigureCard;
use super::head::{Head, PageHead};
use super::linked_data::Thing;
use super::local_text::{Html, LocalText};
use super::site::SiteHead;
use super::small_charts::{SmallChart, YearPoint, small_chart};
use super::tally::Basis;
use super::{
    drawings, event_cards, exchange_cards, linked_events, numbers, recorded, sections, status,
    tags, tally, texts,
};
use crate::plan::list::{LIST_LENGTH, ListKind, Narrow};
use crate::records::{Completeness, Event, EventId, FigureId, Party, SeriesId};
use crate::stable_hash::Shared;
use crate::words::dates;
use crate::words::numbers::count;
use crate::words::{labels, phrases};

/// How many editions a page shows: the newest.
const EDITIONS: usize = 50;
/// How many names a row of a series shows.
const RETURNED_SHOWN: usize = 8;

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
    let newest: Vec<(usize, &EventId)> = series
        .events
        .iter()
        .enumerate()
        .skip(series.events.len().saturating_sub(EDITIONS))
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
        editions: newest
            .iter()
            .rev()
            .map(|(position, event)| {
                let returned = position
                    .checked_sub(1)
                    .and_then(|before| series.returned.get(before))
                    .map_or(&[][..], Vec::as_slice);
                edition(context, **event, returned)
            })
            .collect(),
        all_events: (series.events.len() > newest.len())
            .then(|| sections::more(context, ListKind::Events, Narrow::No, report.events.len())),
        over_years: over_editions(context, &series.events),
        by_status: drawings::deals_by_status(context, &deals, false),
        figures: figures
            .into_iter()
            .map(|figure| event_cards::figure_card(context, figure, false))
            .collect(),
    }
}

/// What the editions came to, kind by kind, as small charts.
fn over_editions(context: Context<'_>, events: &[EventId]) -> Vec<SmallChart> {
    let report = context.report;
    let words = context.words();
    let chart = |kind, title, of: &dyn Fn(EventId) -> Option<usize>| {
        let points: Vec<YearPoint> = events
            .iter()
            .map(|event| {
                let year = dates::year(report[*event].date.year());
                match of(*event).filter(|_| !is_without_counts(context, *event)) {
                    Some(number) => {
                        YearPoint::counted(year, number, count(number as u64, context.language))
                    }
                    None => YearPoint::unknown(year),
                }
            })
            .collect();
        small_chart(kind, title, &points)
    };
    let kept =
        |number: usize, kept| (number > 0 || kept != Some(Completeness::None)).then_some(number);
    let participants = |event: EventId| report[event].participants.map(|number| number as usize);
    let deals = |event| {
        let Event {
            deals, recorded, ..
        } = &report[event];
        kept(deals.len(), recorded.deals)
    };
    let open = |event| kept(leads(context, event), kept_needs(context, event));
    let ideas = |event| {
        let Event {
            ideas, recorded, ..
        } = &report[event];
        kept(
            exchange_cards::ideas_with_page(context, ideas),
            recorded.ideas,
        )
    };
    [
        chart("participants", words.participants, &participants),
        chart("deals", words.deals, &deals),
        chart("leads", words.open, &open),
        chart("ideas", words.ideas, &ideas),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many asks and offers of an event are open.
fn leads(context: Context<'_>, id: EventId) -> usize {
    let event = &context.report[id];
    let needs = event.asks.iter().chain(&event.offers);
    needs.filter(|need| context.report[**need].lead).count()
}

fn kept_needs(context: Context<'_>, id: EventId) -> Option<Completeness> {
    let recorded = context.report[id].recorded;
    recorded::together([recorded.asks, recorded.offers])
}

/// Whether an event was not held: it has no counts, and says what became of it instead of nought.
fn is_without_counts(context: Context<'_>, id: EventId) -> bool {
    let event = &context.report[id];
    status::event_status_word(context, id).is_some()
        && event.deals.is_empty()
        && event.ideas.is_empty()
        && event.participants.is_none()
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

fn edition(context: Context<'_>, id: EventId, returned: &[Party]) -> EditionRow {
    let report = context.report;
    let event = &report[id];
    let kept =
        |noun, number, kept| tally::tally(context, noun, number, Basis { known: true, kept }).shown;
    let done = numbers::done_among(context, &event.deals);
    let ideas = exchange_cards::ideas_with_page(context, &event.ideas);
    let without_counts = is_without_counts(context, id);
    let dash = |text: String| {
        if without_counts {
            "–".to_owned()
        } else {
            text
        }
    };
    EditionRow {
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
            leads(context, id),
            kept_needs(context, id),
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

/// One edition of a series, a row of the table.
#[derive(Debug, Serialize)]
pub struct EditionRow {
    pub event: Shared<EventCard>,
    pub edition: Option<String>,
    /// "70+", or "niet bijgehouden".
    pub participants: String,
    pub deals: String,
    pub done: String,
    pub open: String,
    pub ideas: String,
    /// Who also took part in an earlier edition, at most eight.
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
    /// Newest first, at most fifty.
    pub editions: Vec<EditionRow>,
    /// Where all events are, where the series has more.
    pub all_events: Option<More>,
    /// What the editions came to, oldest first, as small charts, one a kind.
    pub over_years: Vec<SmallChart>,
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
