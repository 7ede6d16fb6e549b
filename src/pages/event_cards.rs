//! Cards of events and of what belongs to one.

use serde::Serialize;

use super::card_cache::made_once;
use super::cards::{EventCard, PartyTag, Tag};
use super::context::Context;
use super::local_text::{Html, LocalText};
use super::sections::Section;
use super::small_charts::{SmallChart, YearPoint, small_chart};
use super::{status, tags, texts};
use crate::plan::fragments::{
    figure_fragment, outcome_fragment, quote_fragment, session_fragment, speaker_fragment,
};
use crate::records::hours::starts;
use crate::records::{
    Attendance, EventId, Figure, FigureId, FigureValue, OutcomeId, QuoteId, RecordId, SessionId,
    SpeakerId,
};
use crate::stable_hash::Shared;
use crate::words::Language;
use crate::words::dates::{day_month_year, hours, year};
use crate::words::numbers::{count, decimal};

pub(super) fn new_event_card(context: Context<'_>, id: EventId) -> EventCard {
    let event = &context.report[id];
    let place = event
        .place
        .as_ref()
        .and_then(|place| place.town.clone().or_else(|| place.name.clone()));
    let online = event.attendance == Some(Attendance::Online);
    EventCard {
        title: context.said_from(&event.title, event.language),
        href: context.href(id),
        date: tags::event_date(context, id),
        date_iso: event.date.to_string(),
        year: year(event.date.year()),
        place: if online {
            Some("online".to_owned())
        } else {
            place
        },
        status: status::event_status_word(context, id),
        summary: context.said_some(event.summary.as_ref(), event.language),
    }
}

pub(super) fn speaker_card(context: Context<'_>, id: SpeakerId) -> SpeakerCard {
    speaker_at(
        context,
        id,
        &speaker_fragment(context.report, id, context.language),
    )
}

/// How a speaker took part; `fragment` keeps the ids of the text apart from those of others.
pub(super) fn speaker_at(context: Context<'_>, id: SpeakerId, fragment: &str) -> SpeakerCard {
    let speaker = &context.report[id];
    let text = speaker.text.as_ref();
    SpeakerCard {
        person: tags::party(context, &speaker.person),
        role: context.said_some(
            speaker.role.as_ref(),
            context.report[speaker.event].language,
        ),
        organisation: context.some(speaker.organisation.as_ref(), tags::party),
        part: context.label(speaker.part),
        text: text.map(|text| texts::text_at(context, text, speaker.event, fragment)),
        sessions: context.each(&speaker.sessions, tags::session_tag),
    }
}

pub(super) fn session_row(context: Context<'_>, id: SessionId, with_parts: bool) -> SessionRow {
    let session = &context.report[id];
    let written_in = context.report[session.event].language;
    SessionRow {
        id: session_fragment(context.report, id, context.language),
        title: context.said_from(&session.title, written_in),
        href: session.has_page.then(|| context.href(id)),
        time: starts(session).map(|start| hours(start, session.end, context.language)),
        room: context.said_some(session.room.as_ref(), written_in),
        kind: context.label(session.kind),
        question: context.said_some(session.question.as_ref(), written_in),
        speakers: tags::parties(context, &session.speakers),
        led_by: tags::parties(context, &session.led_by),
        parts: if with_parts {
            session
                .parts
                .iter()
                .map(|part| session_row(context, *part, true))
                .collect()
        } else {
            Vec::new()
        },
    }
}

/// As on the page of its event.
pub(super) fn outcome_on_event(context: Context<'_>, id: OutcomeId) -> OutcomeCard {
    outcome_card(context, id, true)
}

pub(super) fn outcome_card(context: Context<'_>, id: OutcomeId, on_event: bool) -> OutcomeCard {
    let outcome = &context.report[id];
    let fragment = outcome_fragment(context.report, id, context.language);
    OutcomeCard {
        text: texts::text_at(context, &outcome.text, outcome.event, &fragment),
        id: fragment,
        themes: tags::theme_tags(context, &outcome.themes),
        regions: tags::region_tags(context, &outcome.regions),
        event: (!on_event).then(|| tags::event_tag(context, outcome.event)),
    }
}

/// Quotes as on the page of their event: under who said them, in the order in which these come up.
pub(super) fn quotes_on_event(context: Context<'_>, ids: &[QuoteId]) -> Vec<QuoteCard> {
    let report = context.report;
    let mut speakers: Vec<Shared<PartyTag>> = Vec::new();
    let mut under: Vec<(usize, QuoteId)> = Vec::new();
    for id in ids {
        let by = tags::party(context, &report[*id].by);
        let known = speakers.iter().position(|speaker| speaker.name == by.name);
        let place = known.unwrap_or_else(|| {
            speakers.push(by);
            speakers.len() - 1
        });
        under.push((place, *id));
    }
    under.sort_by_key(|(speaker, _)| *speaker);
    under
        .iter()
        .enumerate()
        .map(|(index, (speaker, id))| {
            let begins = index == 0 || under[index - 1].0 != *speaker;
            let title = begins.then(|| speakers[*speaker].clone());
            quote_card(context, *id, true, title)
        })
        .collect()
}

/// The first of the quotes of a person or organisation, under the event where each was said.
pub(super) fn quotes_by_event(
    context: Context<'_>,
    ids: &[QuoteId],
    most: usize,
) -> Section<QuoteCard> {
    let mut last = None;
    let mut items = Vec::new();
    for id in &ids[..ids.len().min(most)] {
        let event = context.report[*id].event;
        let begins = last.replace(event) != Some(event);
        let title = begins.then(|| {
            let tag = tags::event_tag(context, event);
            Shared::new(PartyTag {
                name: tag.name.clone(),
                href: Some(tag.href.clone()),
                organisation: None,
            })
        });
        items.push(quote_card(context, *id, false, title));
    }
    Section {
        total: ids.len(),
        items,
        ..Section::default()
    }
}

fn quote_card(
    context: Context<'_>,
    id: QuoteId,
    on_event: bool,
    title: Option<Shared<PartyTag>>,
) -> QuoteCard {
    let quote = &context.report[id];
    let event = &context.report[quote.event];
    let fragment = quote_fragment(context.report, id, context.language);
    // The role of that day, where the event has it.
    let role = event
        .speakers
        .iter()
        .map(|speaker| &context.report[*speaker])
        .find(|speaker| speaker.person == quote.by)
        .and_then(|speaker| speaker.role.as_ref());
    QuoteCard {
        title,
        text: texts::text_at(context, &quote.text, quote.event, &fragment),
        id: fragment,
        by: tags::party(context, &quote.by),
        role: role.map(|role| context.said_from(role, event.language)),
        event: (!on_event).then(|| tags::event_tag(context, quote.event)),
    }
}

/// As on the page of its event.
pub(super) fn figure_on_event(context: Context<'_>, id: FigureId) -> FigureCard {
    figure_card(context, id, true)
}

pub(super) fn figure_card(context: Context<'_>, id: FigureId, on_event: bool) -> FigureCard {
    let figure = &context.report[id];
    let written_in = context.report[figure.event].language;
    let measured = figure
        .measure
        .as_ref()
        .and_then(|measure| context.views.measures.get(measure))
        .map_or(&[][..], Vec::as_slice);
    FigureCard {
        id: figure_fragment(context.report, id, context.language),
        label: context.said_from(&figure.label, written_in),
        value: figure_value(context, &figure.value, written_in),
        unit: context.said_some(figure.unit.as_ref(), written_in),
        source: figure
            .source
            .as_ref()
            .map(|source| context.as_written(source, written_in)),
        as_of: figure
            .as_of
            .map(|date| day_month_year(date, context.language)),
        event: (!on_event).then(|| tags::event_tag(context, figure.event)),
        chart: figure_chart(context, measured),
        over_years: if measured.len() > 1 {
            measured
                .iter()
                .map(|other| FigureYear {
                    year: year(context.report[context.report[*other].event].date.year()),
                    value: figure_value(
                        context,
                        &context.report[*other].value,
                        context.report[context.report[*other].event].language,
                    ),
                    href: context
                        .addresses()
                        .record(context.report, RecordId::Figure(*other), context.language)
                        .unwrap_or_default(),
                    current: *other == id,
                })
                .collect()
        } else {
            Vec::new()
        },
    }
}

/// A measure over the years, where all of its figures are numbers.
fn figure_chart(context: Context<'_>, measured: &[FigureId]) -> Option<SmallChart> {
    let report = context.report;
    let point = |figure: &FigureId| {
        let Figure { value, event, .. } = &report[*figure];
        let event = &report[*event];
        let size = match value {
            FigureValue::Integer(number) => f64::from(i32::try_from(*number).ok()?),
            FigureValue::Number(number) => *number,
            FigureValue::Words(_) => return None,
        };
        Some(YearPoint {
            year: year(event.date.year()),
            size: Some(size),
            shown: figure_value(context, value, event.language).text,
        })
    };
    let points: Option<Vec<YearPoint>> = measured.iter().map(point).collect();
    small_chart("figure", "", &points?)
}

pub(super) fn figure_value(
    context: Context<'_>,
    value: &FigureValue,
    written_in: Language,
) -> LocalText {
    let text = match value {
        FigureValue::Integer(number) if *number >= 0 => {
            count(number.unsigned_abs(), context.language)
        }
        FigureValue::Integer(number) => {
            format!("−{}", count(number.unsigned_abs(), context.language))
        }
        FigureValue::Number(number) => decimal(*number, context.language),
        FigureValue::Words(words) => return context.as_written(words, written_in),
    };
    LocalText { text, lang: None }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeakerCard {
    pub person: Shared<PartyTag>,
    /// As it was then.
    pub role: Option<LocalText>,
    pub organisation: Option<Shared<PartyTag>>,
    /// "Gespreksleider": only where it is not simply speaker.
    pub part: Option<String>,
    pub text: Option<Html>,
    pub sessions: Vec<Tag>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionRow {
    pub id: String,
    pub title: LocalText,
    /// `None` where it has no more to show.
    pub href: Option<String>,
    /// "13.30–14.15 uur".
    pub time: Option<String>,
    pub room: Option<LocalText>,
    /// "Workshop".
    pub kind: Option<String>,
    pub question: Option<LocalText>,
    pub speakers: Vec<Shared<PartyTag>>,
    pub led_by: Vec<Shared<PartyTag>>,
    /// The sessions that are part of it.
    pub parts: Vec<SessionRow>,
}

/// A session on the page of a region or theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionCard {
    pub tag: Tag,
    pub speakers: Vec<Shared<PartyTag>>,
    pub event: Shared<Tag>,
    /// "30 oktober 2018".
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutcomeCard {
    /// The fragment on the event's page.
    pub id: String,
    pub text: Html,
    pub themes: Vec<Shared<Tag>>,
    pub regions: Vec<Shared<Tag>>,
    /// The event, on pages of other things.
    pub event: Option<Shared<Tag>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuoteCard {
    pub id: String,
    /// Who said it on the page of its event, the event elsewhere: above the first of those that
    /// stand under one title.
    pub title: Option<Shared<PartyTag>>,
    pub text: Html,
    pub by: Shared<PartyTag>,
    pub role: Option<LocalText>,
    pub event: Option<Shared<Tag>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureCard {
    pub id: String,
    pub label: LocalText,
    pub value: LocalText,
    pub unit: Option<LocalText>,
    /// "CBS".
    pub source: Option<LocalText>,
    /// "1 januari 2018".
    pub as_of: Option<String>,
    pub event: Option<Shared<Tag>>,
    /// The same measure over the years, where all are numbers.
    pub chart: Option<SmallChart>,
    /// The same measure in other years, oldest first, this one among them; empty where there is one
    /// only.
    pub over_years: Vec<FigureYear>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureYear {
    pub year: String,
    pub value: LocalText,
    pub href: String,
    pub current: bool,
}

pub(super) fn event_card(context: Context<'_>, id: EventId) -> Shared<EventCard> {
    made_once(&context.cards().events[id.index()], || {
        new_event_card(context, id)
    })
}
