//! Events and sessions for machines (schema.org).

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::context::Context;
use super::linked_data::{Thing, address_of};
use super::linked_parties::party_thing;
use super::preview::spoken;
use super::{photos, social, texts};
use crate::plan::list::LIST_LENGTH;
use crate::plan::page::HUB_SESSIONS;
use crate::records::hours::{Hours, ends, starts, told_to_machines};
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
        .with_some("image", picture(context, id))
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

/// The address of the picture that stands for an event: its own, or else its social card.
fn picture(context: Context<'_>, id: EventId) -> Option<String> {
    match context.report[id].hero {
        Some(hero) => Some(context.spelled_out(&photos::photo(context, hero, true).src)),
        None => Some(social::card_picture(context, id.into())?.href),
    }
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
    let moment = |local: DateTime| moment(context, local);
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
            starts(session).map_or_else(|| session.date.to_string(), moment),
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
    let Hours {
        first_day,
        last_day,
        start,
        latest,
        ..
    } = context.report.hours(id);
    let last_day = context.report[id].end.map(|_| last_day.to_string());
    match start {
        None => (first_day.to_string(), last_day),
        Some(start) => {
            let end = latest.map(|latest| moment(context, latest));
            (moment(context, start), end.or(last_day))
        }
    }
}

/// A moment in the site's time zone. Without a zone the machine knows, local time.
fn moment(context: Context<'_>, local: DateTime) -> String {
    TimeZone::get(&context.config.time_zone)
        .map_or_else(|_| local.to_string(), |zone| told_to_machines(local, &zone))
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
