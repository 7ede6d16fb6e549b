//! Events and sessions for machines (schema.org).

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde_json::Value;

use super::context::Context;
use super::linked_data::{Thing, address_of};
use super::linked_parties::party_thing;
use super::preview::spoken;
use super::texts;
use crate::plan::list::LIST_LENGTH;
use crate::plan::page::HUB_SESSIONS;
use crate::records::hours::{Hours, When, ends};
use crate::records::{Attendance, EventId, EventStatus, SessionId, Venue};

pub(super) fn event_thing(context: Context<'_>, id: EventId, address: &str) -> Thing {
    let report = context.report;
    let event = &report[id];
    let summary = event
        .summary
        .as_ref()
        .map(|text| context.said_from(text, event.language).text);
    let (start, end) = when(context, id);
    Thing::new("Event")
        .with("@id", address)
        .with("url", address)
        .with("name", context.said_from(&event.title, event.language).text)
        .with_some(
            "description",
            summary
                .or_else(|| texts::description(context, event.text.as_ref()))
                .filter(|text| !text.is_empty()),
        )
        .with("inLanguage", spoken(context, id.into()).tag())
        .with("startDate", start)
        .with_some("endDate", end)
        .with_some("eventStatus", event.status.and_then(event_status))
        .with_some("eventAttendanceMode", event.attendance.map(attendance_mode))
        .with_all(
            "location",
            locations(event.place.as_ref(), event.attendance),
        )
        .with_all(
            "organizer",
            event
                .organisers
                .iter()
                .filter_map(|party| party_thing(context, party))
                .collect(),
        )
        .with_all(
            "performer",
            event
                .speakers
                .iter()
                .take(LIST_LENGTH)
                .filter_map(|speaker| party_thing(context, &report[*speaker].person))
                .collect(),
        )
        .with_some(
            "superEvent",
            event.series.map(|series| {
                let name = context.said(&report[series].name).text;
                Thing::new("EventSeries")
                    .with("name", name)
                    .with_some("url", address_of(context, series))
            }),
        )
        .with_all("subEvent", sub_events(context, id))
}

/// The sessions of an event that have an hour. As on the page itself: with more sessions than that,
/// the programme stands on a page of its own.
fn sub_events(context: Context<'_>, id: EventId) -> Vec<Value> {
    let report = context.report;
    let sessions = &report[id].sessions;
    if sessions.len() > HUB_SESSIONS {
        return Vec::new();
    }
    sessions
        .iter()
        .filter(|session| report[**session].part_of.is_none() && report[**session].start.is_some())
        .map(|session| session_thing(context, *session).into())
        .collect()
}

/// An event as another thing names it.
pub(super) fn event_in_short(context: Context<'_>, id: EventId) -> Thing {
    let event = &context.report[id];
    let address = address_of(context, id);
    Thing::new("Event")
        .with("name", context.said_from(&event.title, event.language).text)
        .with_some("url", address)
        .with("startDate", event.date.to_string())
        .with_some("endDate", event.end.map(|end| end.to_string()))
        .with_all(
            "location",
            locations(event.place.as_ref(), event.attendance),
        )
}

pub(super) fn session_thing(context: Context<'_>, id: SessionId) -> Thing {
    let report = context.report;
    let session = &report[id];
    let event = &report[session.event];
    let moment = |time: Time| moment(context, session.date, time);
    Thing::new("Event")
        .with(
            "name",
            context.said_from(&session.title, event.language).text,
        )
        .with_some(
            "url",
            session.has_page.then(|| address_of(context, id)).flatten(),
        )
        .with(
            "startDate",
            session
                .start
                .map_or_else(|| session.date.to_string(), moment),
        )
        .with_some("endDate", ends(session).map(moment))
        .with_all(
            "location",
            locations(event.place.as_ref(), event.attendance),
        )
        .with_all(
            "performer",
            session
                .speakers
                .iter()
                .filter_map(|party| party_thing(context, party))
                .collect(),
        )
}

/// When an event was, with the hours that are on record.
fn when(context: Context<'_>, id: EventId) -> (String, Option<String>) {
    let Hours { start, end } = context.report.hours(id);
    let told = |when: When| {
        when.time.map_or_else(
            || when.date.to_string(),
            |time| moment(context, when.date, time),
        )
    };
    let has_end = context.report[id].end.is_some() || (start.time.is_some() && end.time.is_some());
    (
        told(start),
        has_end.then(|| {
            told(if start.time.is_some() {
                end
            } else {
                When { time: None, ..end }
            })
        }),
    )
}

/// A moment in the site's time zone, with its offset (RFC 3339). Without a zone the machine
/// knows, local time.
fn moment(context: Context<'_>, date: Date, time: Time) -> String {
    let local: DateTime = date.to_datetime(time);
    TimeZone::get(&context.config.time_zone)
        .ok()
        .and_then(|zone| local.to_zoned_datetime(zone).ok())
        .map_or_else(
            || local.to_string(),
            |moment| moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        )
}

/// An event that moved has a new date in a record of its own; to call it rescheduled would name the
/// old date for the new one.
fn event_status(status: EventStatus) -> Option<&'static str> {
    match status {
        EventStatus::Held | EventStatus::Planned => Some("https://schema.org/EventScheduled"),
        EventStatus::Cancelled => Some("https://schema.org/EventCancelled"),
        EventStatus::Moved => None,
    }
}

fn attendance_mode(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Onsite => "https://schema.org/OfflineEventAttendanceMode",
        Attendance::Online => "https://schema.org/OnlineEventAttendanceMode",
        Attendance::Hybrid => "https://schema.org/MixedEventAttendanceMode",
    }
}

/// Where: the place, and the web where people took part online.
fn locations(place: Option<&Venue>, attendance: Option<Attendance>) -> Vec<Value> {
    let mut locations = Vec::new();
    if let Some(Venue {
        name,
        address,
        town,
        country,
        lat,
        lon,
    }) = place.filter(|_| attendance != Some(Attendance::Online))
    {
        let postal = (address.is_some() || town.is_some() || country.is_some()).then(|| {
            Thing::new("PostalAddress")
                .with_some("streetAddress", address.as_deref())
                .with_some("addressLocality", town.as_deref())
                .with_some("addressCountry", country.as_deref())
        });
        let point = lat.zip(*lon).map(|(lat, lon)| {
            Thing::new("GeoCoordinates")
                .with("latitude", lat)
                .with("longitude", lon)
        });
        locations.push(
            Thing::new("Place")
                .with_some("name", name.as_deref().or(town.as_deref()))
                .with_some("address", postal)
                .with_some("geo", point)
                .into(),
        );
    }
    if matches!(attendance, Some(Attendance::Online | Attendance::Hybrid)) {
        locations.push(Thing::new("VirtualLocation").into());
    }
    locations
}
