//! Events: the facts of a meeting, and all that belongs to it.

use jiff::civil::Date;

use super::fields::{choice, line};
use super::hierarchy::steps_up;
use super::lookup::{EventFacts, Lookup};
use super::reading::each;
use super::record::{record, silent};
use super::record_id::{
    DealId, EventId, FigureId, IdeaId, NeedId, OutcomeId, PhotoId, QuoteId, RegionId, ResourceId,
    SeriesId, SessionId, SpeakerId, ThemeId,
};
use super::registry::Registry;
use super::values::{Correction, Link, LongText, Party};
use crate::diagnostic::Code;
use crate::input::record::WrittenRecord;
use crate::schema::Kind;
use crate::schema::choices::{Attendance, Completeness, EventStatus};
use crate::schema::value::Fields;
use crate::source::{Span, Spanned};
use crate::words::{Language, Text};

/// The title that an event's record says.
pub fn title_of_event(record: &WrittenRecord) -> Option<String> {
    line(&record.fields, "title")
}

record! {
    /// An event: one meeting with its report.
    Event, shared, |_| Kind::Event;
    read(reading, day: Date, successor: Option<EventId>)
    title { title: Text, }
    found {
        summary: Option<Text>,
        question: Option<Text>,
        text: Option<LongText>,
        /// Whoever spoke: those with a speaker's record first, in the order written, then those
        /// whom only sessions name.
        speakers: Vec<SpeakerId> = Vec::new(),
        organisers: Vec<Party>,
    }
    shown {
        date: Date = day,
        end: Option<Date>,
        published: Option<Date>,
        updated: Option<Date>,
        status: Option<EventStatus>,
        replaced_by: Option<EventId> = successor,
        attendance: Option<Attendance>,
        place: Option<Venue> = reading.fields().table("place").map(|place| read_place(&place.value)),
        regions: Vec<RegionId>,
        themes: Vec<ThemeId>,
        series: Option<SeriesId> = reading.one("series", Kind::Series, None),
        edition: Option<String>,
        participants: Option<u32> = reading
            .fields()
            .integer("participants")
            .and_then(|number| u32::try_from(number.value).ok()),
        participants_at_least: bool,
        participants_note: Option<Text>,
        /// The language of its texts; the site's unless it says otherwise.
        language: Language = choice(reading.fields(), "language")
            .unwrap_or_else(|| reading.lookup.config.language()),
        hero: Option<PhotoId> = reading.one("hero", Kind::Photo, reading.entry.event),
        links: Vec<Link>,
        sources: Vec<Source> = reading.fields().tables("sources").iter().filter_map(source).collect(),
        recorded: Recorded = reading
            .fields()
            .table("recorded")
            .map(|recorded| read_recorded(&recorded.value))
            .unwrap_or_default(),
        aliases: Vec<Spanned<String>>,
    }
    linked {
        /// Its sessions by day and start, those without a time in the order written.
        sessions: Vec<SessionId>,
        ideas: Vec<IdeaId>,
        asks: Vec<NeedId>,
        offers: Vec<NeedId>,
        deals: Vec<DealId>,
        outcomes: Vec<OutcomeId>,
        quotes: Vec<QuoteId>,
        figures: Vec<FigureId>,
        /// Photos that may be shown.
        photos: Vec<PhotoId>,
        resources: Vec<ResourceId>,
        /// Corrections of the event and its records, newest first.
        corrections: Vec<Correction>,
    }
}

silent! { Venue, Vec<Source>, Recorded, }

/// What was recorded of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "one field a kind")]
pub struct Recorded {
    pub deals: Option<Completeness>,
    pub asks: Option<Completeness>,
    pub offers: Option<Completeness>,
    pub ideas: Option<Completeness>,
}

/// Where an event was.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Venue {
    pub name: Option<String>,
    pub address: Option<String>,
    pub town: Option<String>,
    pub country: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
}

/// Where facts came from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Source {
    pub title: String,
    pub url: Option<String>,
    pub date: Option<Date>,
    pub archived: Option<String>,
}

/// The day of an event whose date could not be read, which was reported: no check compares with it.
const NO_DAY: Date = Date::constant(1970, 1, 1);

/// Whether an event's date is known, so that others may be compared with it.
pub(super) fn is_dated(registry: &Registry, event: EventId) -> bool {
    begins(registry, event).is_some()
}

/// Where an event's date is written.
pub(super) fn begins(registry: &Registry, event: EventId) -> Option<Span> {
    registry.events[event.index()].fields.value_span("date")
}

/// The events. What others conclude from them is noted in the lookup.
pub(super) fn events(lookup: &mut Lookup<'_>) -> Vec<Event> {
    let mut replaced_by = replacements(lookup).into_iter();
    let events = each(&lookup.registry.events, lookup, |reading| {
        let fields = reading.fields();
        let date = fields.date("date");
        reading.check_order(date, fields.date("end"));
        let date = date.map_or(NO_DAY, |date| date.value);
        Event::read(reading, date, replaced_by.next().flatten())
    });
    lookup.event_facts = events.iter().map(facts).collect();
    events
}

fn facts(event: &Event) -> EventFacts {
    let told_on = event.updated.or(event.published).or(event.end);
    EventFacts {
        date: event.date,
        told_on: told_on.unwrap_or(event.date),
        regions: event.regions.clone(),
        themes: event.themes.clone(),
    }
}

fn replacements(lookup: &mut Lookup<'_>) -> Vec<Option<EventId>> {
    let (kind, field) = (Kind::Event, "replaced_by");
    let steps = steps_up(kind, field, Code::ReplacedByCircle, lookup, |reading| {
        let place = reading.fields().value_span(field);
        let found = reading.one(field, kind, None).zip(place);
        found.into_iter().collect()
    });
    steps
        .into_iter()
        .map(|steps| steps.first().copied())
        .collect()
}

fn read_place(fields: &Fields) -> Venue {
    Venue {
        name: line(fields, "name"),
        address: line(fields, "address"),
        town: line(fields, "town"),
        country: line(fields, "country"),
        lat: fields.number("lat").map(|number| number.value),
        lon: fields.number("lon").map(|number| number.value),
    }
}

fn source(fields: &Fields) -> Option<Source> {
    Some(Source {
        title: line(fields, "title")?,
        url: line(fields, "url"),
        date: fields.date("date").map(|date| date.value),
        archived: line(fields, "archived"),
    })
}

fn read_recorded(fields: &Fields) -> Recorded {
    Recorded {
        deals: choice(fields, "deals"),
        asks: choice(fields, "asks"),
        offers: choice(fields, "offers"),
        ideas: choice(fields, "ideas"),
    }
}
