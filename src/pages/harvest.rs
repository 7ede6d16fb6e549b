//! What came of it, gathered: for a region, a theme, both, a year.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Number, Tag, Tally};
use super::context::Context;
use super::drawings::Chart;
use super::event_cards::{FigureCard, OutcomeCard, SessionCard};
use super::exchange_cards::{deal_card, idea_card, lead_card};
use super::sections::{Count, Section, first, standing};
use super::small_charts::{BARS, SmallChart, YearPoint, small_chart};
use super::tally::Basis;
use super::{
    drawings, event_cards, exchange_cards, near, numbers, recorded, sections, tags, tally,
};
use crate::plan::entries::{harvest_of, ideas_with_page};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::plan::wanted::SECTION_LENGTH;
use crate::records::{EventId, FigureId, Harvest, RegionId, Report, SessionId, ThemeId};
use crate::stable_hash::Shared;
use crate::words::dates::{self, day_month_year};
use crate::words::labels;
use crate::words::numbers::count as in_figures;
use crate::words::phrases::{self, Noun, listing};

/// What a page says that is kept for its promised address alone.
pub(super) fn nothing(context: Context<'_>, page: Page) -> Option<String> {
    let said = labels::NOTHING_NOW;
    page.is_empty(context.report)
        .then(|| said.get(context.language).to_owned())
}

/// What came of it, the newest of each kind.
pub(super) fn harvested(context: Context<'_>, harvest: &Harvest, narrow: Narrow) -> Harvested {
    let ideas = ideas_with_page(context.report, &harvest.ideas);
    let shown = &harvest.events[..harvest.events.len().min(SECTION_LENGTH)];
    let by_year = match narrow {
        Narrow::Year(_) => Vec::new(),
        _ => by_year(context, harvest),
    };
    let (numbers, lacking) = match narrow {
        Narrow::Year(_) => (numbers::numbers(context, harvest, narrow), None),
        _ if near::is_thin(harvest) => (Vec::new(), near::lacking(context, harvest)),
        _ => (numbers::numbers(context, harvest, narrow), None),
    };
    Harvested {
        numbers,
        lacking,
        deals: standing(context, &harvest.deals, SECTION_LENGTH, deal_card)
            .of_list(context, ListKind::Deals, narrow)
            .or_as_list(context, ListKind::Deals, narrow),
        leads: standing(context, &harvest.leads, SECTION_LENGTH, lead_card)
            .of_list(context, ListKind::Leads, narrow)
            .or_as_list(context, ListKind::Leads, narrow),
        ideas: standing(context, &ideas, SECTION_LENGTH, idea_card)
            .of_list(context, ListKind::Ideas, narrow)
            .or_as_list(context, ListKind::Ideas, narrow),
        by_status: drawings::deals_by_status(context, &harvest.deals, false),
        events: events_by_year(context, shown),
        events_more: (harvest.events.len() > SECTION_LENGTH)
            .then(|| sections::more(context, ListKind::Events, narrow, harvest.events.len())),
        over_years: over_years(context, &by_year),
        by_year,
        outcomes: first(
            context,
            &harvest.outcomes,
            SECTION_LENGTH,
            |context, outcome| event_cards::outcome_card(context, outcome, false),
        ),
        sessions: sessions(context, harvest),
        figures: first(
            context,
            &newest_of_each_measure(context, &harvest.figures),
            SECTION_LENGTH,
            |context, figure| event_cards::figure_card(context, figure, false),
        ),
    }
}

/// Figures, newest first; of what is measured again and again the newest, which tells the others.
fn newest_of_each_measure(context: Context<'_>, figures: &[FigureId]) -> Vec<FigureId> {
    let mut measured = BTreeSet::new();
    let is_newest = |figure: &FigureId| match &context.report[*figure].measure {
        Some(measure) => measured.insert(measure),
        None => true,
    };
    figures.iter().copied().filter(is_newest).collect()
}

/// Sessions that are about it while their events as a whole are not.
fn sessions(context: Context<'_>, harvest: &Harvest) -> Section<SessionCard> {
    let report = context.report;
    let events: BTreeSet<EventId> = harvest.events.iter().copied().collect();
    let sessions: Vec<SessionId> = harvest
        .sessions
        .iter()
        .copied()
        .filter(|session| !events.contains(&report[*session].event))
        .collect();
    let card = |context: Context<'_>, id: SessionId| SessionCard {
        tag: tags::session_tag(context, id),
        speakers: tags::parties(context, &report[id].speakers),
        event: tags::event_tag(context, report[id].event),
        date: day_month_year(report[id].date, context.language),
    };
    first(context, &sessions, SECTION_LENGTH, card)
}

/// What each year brought, oldest first; empty where there is one year only.
fn by_year(context: Context<'_>, harvest: &Harvest) -> Vec<YearRow> {
    let report = context.report;
    let ideas = ideas_with_page(report, &harvest.ideas);
    let events = harvest.events.iter().map(|event| (*event, 0));
    let came_of_it = events
        .chain(harvest.deals.iter().map(|deal| (report[*deal].event, 1)))
        .chain(harvest.leads.iter().map(|need| (report[*need].event, 2)))
        .chain(ideas.iter().map(|idea| (report[*idea].event, 3)));
    let mut years: BTreeMap<i16, ([usize; 4], Vec<EventId>)> = BTreeMap::new();
    for (event, kind) in came_of_it {
        let (counts, behind) = years.entry(report[event].date.year()).or_default();
        counts[kind] += 1;
        behind.push(event);
    }
    if years.len() < 2 {
        return Vec::new();
    }
    let older = years.len().saturating_sub(BARS);
    years
        .into_iter()
        .skip(older)
        .map(|(year, (counts, behind))| year_row(context, year, counts, &behind))
        .collect()
}

/// A year with the numbers of its events, deals, leads and ideas, and the events that these came
/// from.
pub(super) fn year_row(
    context: Context<'_>,
    year: i16,
    [events, deals, leads, ideas]: [usize; 4],
    behind: &[EventId],
) -> YearRow {
    let recorded = recorded::recorded_over(context, behind);
    let tally =
        |noun, number, kept| tally::tally(context, noun, number, Basis { known: true, kept });
    let open = recorded::together([recorded.asks, recorded.offers]);
    YearRow {
        year: dates::year(year),
        href: context.href(Page::Year(year)),
        events: tally(phrases::EVENT, events, None),
        deals: tally(phrases::DEAL, deals, recorded.deals),
        leads: tally(phrases::LEAD, leads, open),
        ideas: tally(phrases::IDEA, ideas, recorded.ideas),
    }
}

/// What each year brought, kind by kind, as small charts; years between that brought nothing, and
/// those of which nothing was kept, are left open.
pub(super) fn over_years(context: Context<'_>, rows: &[YearRow]) -> Vec<SmallChart> {
    let number = |row: &YearRow| row.year.parse::<i16>().ok();
    let (Some(first), Some(last)) = (
        rows.iter().filter_map(number).min(),
        rows.iter().filter_map(number).max(),
    ) else {
        return Vec::new();
    };
    let words = context.words();
    let chart = |kind, title, of: &dyn Fn(&YearRow) -> &Tally| {
        let point = |year: i16| {
            let year = dates::year(year);
            let row = rows.iter().find(|row| row.year == year);
            match row.map(of).filter(|tally| tally.kept) {
                Some(tally) => YearPoint::counted(year, tally.number, tally.shown.clone()),
                None => YearPoint::unknown(year),
            }
        };
        small_chart(kind, title, &(first..=last).map(point).collect::<Vec<_>>())
    };
    [
        chart("deals", words.deals, &|row| &row.deals),
        chart("leads", words.leads, &|row| &row.leads),
        chart("ideas", words.ideas, &|row| &row.ideas),
        chart("events", words.events, &|row| &row.events),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Events, newest first, under their years.
pub(super) fn events_by_year(context: Context<'_>, events: &[EventId]) -> Vec<EventsOfYear> {
    let mut years: BTreeMap<i16, Vec<EventId>> = BTreeMap::new();
    for event in events {
        years
            .entry(context.report[*event].date.year())
            .or_default()
            .push(*event);
    }
    years
        .into_iter()
        .rev()
        .map(|(year, events)| EventsOfYear {
            year: dates::year(year),
            href: context.href(Page::Year(year)),
            events: events
                .into_iter()
                .map(|event| event_cards::event_card(context, event))
                .collect(),
        })
        .collect()
}

pub(super) fn crossing_count(
    context: Context<'_>,
    region: RegionId,
    theme: ThemeId,
    mut tag: Tag,
) -> Count {
    let empty = Harvest::default();
    let harvest = harvest_of(context.report, Narrow::Crossing(region, theme)).unwrap_or(&empty);
    tag.href = context.href(Page::Crossing(region, theme));
    count_of(context, tag, harvest)
}

/// How much there is, as a [`Count`] says it.
pub(super) fn size(context: Context<'_>, harvest: &Harvest) -> usize {
    let came = harvest.deals.len()
        + harvest.leads.len()
        + exchange_cards::ideas_with_page(context, &harvest.ideas)
        + harvest.outcomes.len();
    match (came, harvest.events.len()) {
        (0, 0) => harvest.sessions.len(),
        (0, events) => events,
        (came, _) => came,
    }
}

/// A theme with all that is behind it.
pub(super) fn theme_count(context: Context<'_>, theme: ThemeId) -> Count {
    count_of(
        context,
        tags::page_tag(context, theme),
        &context.report[theme].harvest,
    )
}

pub(super) fn region_count(context: Context<'_>, region: RegionId) -> Count {
    count_of(
        context,
        tags::page_tag(context, region),
        &context.report[region].harvest,
    )
}

fn count_of(context: Context<'_>, tag: Tag, harvest: &Harvest) -> Count {
    let (total, said) = counted(context, harvest);
    let basis = Basis::of(harvest, recorded::all_kinds_behind(context, harvest));
    let count = size(context, harvest);
    let shown = if is_of_talks(context.report) && count > 0 {
        in_figures(count as u64, context.language)
    } else {
        tally::tally(context, phrases::RECORD, total, basis).shown
    };
    Count {
        tag,
        count,
        shown,
        said,
    }
}

/// Whether nothing came of any event but what was said there: then events and sessions are what is
/// counted.
fn is_of_talks(report: &Report) -> bool {
    report.deals.is_empty()
        && report.needs.is_empty()
        && report.ideas.is_empty()
        && report.outcomes.is_empty()
}

/// How many deals, leads, ideas and outcomes there are together, and each in words: where there are
/// none, the events in their place, or else the sessions.
pub(super) fn counted(context: Context<'_>, harvest: &Harvest) -> (usize, String) {
    let ideas = exchange_cards::ideas_with_page(context, &harvest.ideas);
    let parts: [(Noun, usize); 4] = [
        (phrases::DEAL, harvest.deals.len()),
        (phrases::LEAD, harvest.leads.len()),
        (phrases::IDEA, ideas),
        (phrases::OUTCOME, harvest.outcomes.len()),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(noun, number)| noun.counted(*number, context.language))
        .collect();
    let said = match (said.is_empty(), harvest.events.is_empty()) {
        (false, _) => listing(&said, context.language),
        (true, false) => phrases::EVENT.counted(harvest.events.len(), context.language),
        (true, true) => phrases::SESSION.counted(harvest.sessions.len(), context.language),
    };
    (parts.iter().map(|(_, number)| number).sum(), said)
}

/// What came of it, for a region, a theme, both, or a year.
#[derive(Debug, Default, Serialize)]
pub struct Harvested {
    /// Empty where there is so little that the page's sentence says it.
    pub numbers: Vec<Number>,
    /// "Hier zijn geen deals of ideeën vastgelegd. Vragen zijn hier niet bijgehouden.": where there
    /// is little.
    pub lacking: Option<String>,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    /// How its deals stand, where they stand in two ways or more.
    pub by_status: Option<Chart>,
    /// By year, newest first.
    pub events: Vec<EventsOfYear>,
    pub events_more: Option<More>,
    /// What each year brought, oldest first, at most the 24 newest; empty where there is one year
    /// only.
    pub by_year: Vec<YearRow>,
    /// The same as small charts, one a kind.
    pub over_years: Vec<SmallChart>,
    pub outcomes: Section<OutcomeCard>,
    /// Sessions that are about it while their events as a whole are not.
    pub sessions: Section<SessionCard>,
    pub figures: Section<FigureCard>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventsOfYear {
    pub year: String,
    pub href: String,
    pub events: Vec<Shared<EventCard>>,
}

#[derive(Debug, Serialize)]
pub struct YearRow {
    pub year: String,
    pub href: String,
    pub events: Tally,
    pub deals: Tally,
    pub leads: Tally,
    pub ideas: Tally,
}
