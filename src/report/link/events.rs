//! Events: their facts as written, before what belongs to them is gathered.

use jiff::civil::Date;

use super::circles::without_circles;
use super::fields::{
    aliases, choice, flag, key_word, language, line, links, long_text, text, title,
};
use super::ids::{Rolls, Written, event_id};
use super::lookup::Lookup;
use crate::content::schema::Kind;
use crate::content::value::Fields;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::report::{
    Attendance, Completeness, Event, EventId, EventStatus, PhotoId, Place, RecordId, Recorded,
    SeriesId, Source,
};
use crate::source::Span;

const STATUSES: [EventStatus; 4] = [
    EventStatus::Held,
    EventStatus::Planned,
    EventStatus::Cancelled,
    EventStatus::Moved,
];
const ATTENDANCES: [Attendance; 3] = [Attendance::Onsite, Attendance::Online, Attendance::Hybrid];
const COMPLETENESS: [Completeness; 3] = [Completeness::All, Completeness::Some, Completeness::None];

/// The day of an event whose date could not be read, which was reported: no check compares with it.
const NO_DAY: Date = Date::constant(1970, 1, 1);

/// Whether an event's date is known, so that others may be compared with it.
pub(super) fn is_dated(rolls: &Rolls, event: EventId) -> bool {
    rolls.events[event.index()].fields.has("date")
}

/// The events.
pub(super) fn events(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Event> {
    let replaced_by = replacements(rolls, lookup);
    let mut events = Vec::with_capacity(rolls.events.len());
    for (position, (written, replaced_by)) in rolls.events.iter().zip(replaced_by).enumerate() {
        let Written {
            id, fields, span, ..
        } = written;
        let event = event_id(position);
        let (date, end) = days(fields, lookup);
        events.push(Event {
            id: id.clone(),
            span: *span,
            title: title(fields, "title", id),
            date,
            end,
            published: day(fields, "published"),
            updated: day(fields, "updated"),
            summary: text(fields, "summary"),
            status: choice(fields, "status", &STATUSES),
            replaced_by,
            attendance: choice(fields, "attendance", &ATTENDANCES),
            place: fields.table("place").map(|place| read_place(&place.value)),
            regions: lookup.regions(fields).unwrap_or_default(),
            themes: lookup.themes(fields).unwrap_or_default(),
            series: series(fields, lookup),
            edition: line(fields, "edition"),
            organisers: lookup.parties(fields, "organisers", Some(event)),
            participants: fields
                .integer("participants")
                .and_then(|number| u32::try_from(number.value).ok()),
            participants_at_least: flag(fields, "participants_at_least"),
            participants_note: text(fields, "participants_note"),
            question: text(fields, "question"),
            language: language(fields, "language").unwrap_or_else(|| lookup.config.language()),
            hero: hero(event, fields, lookup),
            links: links(fields),
            sources: fields.tables("sources").iter().filter_map(source).collect(),
            recorded: fields
                .table("recorded")
                .map(|recorded| read_recorded(&recorded.value))
                .unwrap_or_default(),
            text: long_text(fields, "text"),
            aliases: aliases(fields, &mut lookup.diagnostics),
            sessions: Vec::new(),
            speakers: Vec::new(),
            ideas: Vec::new(),
            asks: Vec::new(),
            offers: Vec::new(),
            deals: Vec::new(),
            outcomes: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
            photos: Vec::new(),
            resources: Vec::new(),
            corrections: Vec::new(),
        });
    }
    events
}

fn day(fields: &Fields, field: &str) -> Option<Date> {
    fields.date(field).map(|date| date.value)
}

/// The first and the last day.
fn days(fields: &Fields, lookup: &mut Lookup<'_>) -> (Date, Option<Date>) {
    let (date, end) = (fields.date("date"), fields.date("end"));
    if let (Some(date), Some(end)) = (date, end)
        && end.value < date.value
    {
        lookup.diagnostics.push(
            Diagnostic::at(Code::EndsBeforeStart, end.span).note(date.span, NoteKind::StartsHere),
        );
    }
    (
        date.map_or(NO_DAY, |date| date.value),
        end.map(|end| end.value),
    )
}

fn replacements(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Option<EventId>> {
    let mut steps: Vec<Vec<(usize, Span)>> = rolls
        .events
        .iter()
        .map(|written| {
            let named = written.fields.one("replaced_by");
            let found = named.and_then(|named| {
                Some((
                    lookup.one(Kind::Event, None, &named.value, named.span)?,
                    named.span,
                ))
            });
            found
                .into_iter()
                .filter_map(|(record, span)| {
                    if let RecordId::Event(event) = record {
                        Some((event.index(), span))
                    } else {
                        None
                    }
                })
                .collect()
        })
        .collect();
    let key = key_word(Kind::Event, "replaced_by", lookup.config.language());
    without_circles(
        Code::ReplacedByCircle,
        key,
        &mut steps,
        &|position| rolls.events[position].id.clone(),
        &mut lookup.diagnostics,
    );
    steps
        .into_iter()
        .map(|steps| steps.first().map(|(event, _)| event_id(*event)))
        .collect()
}

fn series(fields: &Fields, lookup: &mut Lookup<'_>) -> Option<SeriesId> {
    let named = fields.one("series")?;
    match lookup.one(Kind::Series, None, &named.value, named.span)? {
        RecordId::Series(series) => Some(series),
        _ => None,
    }
}

fn hero(event: EventId, fields: &Fields, lookup: &mut Lookup<'_>) -> Option<PhotoId> {
    let named = fields.one("hero")?;
    match lookup.one(Kind::Photo, Some(event), &named.value, named.span)? {
        RecordId::Photo(photo) => Some(photo),
        _ => None,
    }
}

fn read_place(fields: &Fields) -> Place {
    Place {
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
        date: day(fields, "date"),
        archived: line(fields, "archived"),
    })
}

fn read_recorded(fields: &Fields) -> Recorded {
    Recorded {
        deals: choice(fields, "deals", &COMPLETENESS),
        asks: choice(fields, "asks", &COMPLETENESS),
        offers: choice(fields, "offers", &COMPLETENESS),
        ideas: choice(fields, "ideas", &COMPLETENESS),
    }
}
