//! A page for machines that read the web: schema.org as JSON-LD, and what a preview of a link shows
//! (Open Graph).
//!
//! In: the page and its report. Out: a JSON text fit to stand in a script element, and a
//! [`Preview`]. Only where the site knows its own address, for both hold whole ones. Nothing is
//! claimed that was not recorded: a field without a record is left out. The terms are those of
//! <https://schema.org/version/latest>; the suite compiles what fixtures give against their types.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::head::Head;
use super::texts;
use crate::plan::languages::is_translated;
use crate::plan::page::{HUB_SESSIONS, LIST_LENGTH, Page};
use crate::report::hours::{Hours, When, ends};
use crate::report::{
    Attendance, EventId, EventStatus, OrganisationId, OrganisationKind, Party, PersonId, Place,
    SeriesId, SessionId,
};
use crate::words::Language;

/// What a preview of a link shows (Open Graph, <https://ogp.me>).
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// `article` or `website`.
    pub kind: &'static str,
    /// `nl_NL`.
    pub locale: &'static str,
    pub other_locales: Vec<&'static str>,
    /// When the report appeared, and when it was last changed: `2018-11-05`.
    pub published: Option<String>,
    pub modified: Option<String>,
}

/// An object that gets its fields one by one; what is not recorded is left out.
struct Thing(Map<String, Value>);

impl Thing {
    fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), json!(kind))]))
    }

    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    fn with_some(self, name: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// A list, left out where it is empty.
    fn with_all(self, name: &str, values: Vec<Value>) -> Self {
        if values.is_empty() {
            self
        } else {
            self.with(name, values)
        }
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Self::Object(thing.0)
    }
}

/// What a preview of a link to this page shows.
pub(super) fn preview(context: Context<'_>, page: Page) -> Preview {
    let report = context.report;
    let dates = |event: EventId| (report[event].published, report[event].updated);
    let (published, updated) = match page {
        Page::Event(id) => dates(id),
        Page::Deal(id) => dates(report[id].event),
        Page::Need(id) => dates(report[id].event),
        Page::Idea(id) => dates(report[id].event),
        Page::Session(id) => dates(report[id].event),
        _ => (None, None),
    };
    let is_article = matches!(
        page,
        Page::Event(_) | Page::Deal(_) | Page::Need(_) | Page::Idea(_) | Page::Session(_)
    );
    Preview {
        kind: if is_article { "article" } else { "website" },
        locale: locale(spoken(context, page)),
        other_locales: context
            .config
            .languages
            .iter()
            .filter(|other| {
                **other != spoken(context, page)
                    && (**other == context.config.language() || is_translated(report, page))
            })
            .map(|other| locale(*other))
            .collect(),
        published: published.map(|date| date.to_string()),
        modified: updated.map(|date| date.to_string()),
    }
}

/// The page as JSON-LD, escaped so that it cannot leave its script element; `None` where there
/// is nothing to say.
pub(super) fn linked_data(context: Context<'_>, head: &Head, address: &str) -> Option<String> {
    let mut graph: Vec<Value> = Vec::new();
    let thing = match head.page {
        Page::Home => Some(website(context, address)),
        Page::Event(id) => Some(event_thing(context, id, address)),
        Page::Session(id) => Some(session_thing(context, id).with(
            "superEvent",
            event_in_short(context, context.report[id].event),
        )),
        Page::Person(id) => Some(person_thing(context, id)),
        Page::Organisation(id) => Some(organisation_page(context, id, address)),
        Page::Series(id) => Some(series_thing(context, id, address)),
        _ => None,
    };
    graph.extend(thing.map(Value::from));
    graph.extend(breadcrumbs(context, head, address));
    (!graph.is_empty())
        .then(|| in_script(&json!({ "@context": "https://schema.org", "@graph": graph })))
}

/// The language that a page speaks: its own where it is translated, else the one it was written
/// in.
fn spoken(context: Context<'_>, page: Page) -> Language {
    if is_translated(context.report, page) {
        context.language
    } else {
        context.config.language()
    }
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

/// The way to a page, itself included.
fn breadcrumbs(context: Context<'_>, head: &Head, address: &str) -> Option<Value> {
    if head.trail.is_empty() || head.page == Page::NotFound {
        return None;
    }
    let step = |position: usize, name: &str, item: String| {
        Value::from(
            Thing::new("ListItem")
                .with("position", position)
                .with("name", name)
                .with("item", item),
        )
    };
    let mut steps: Vec<Value> = Vec::new();
    for (index, crumb) in head.trail.iter().enumerate() {
        steps.push(step(
            index + 1,
            &crumb.label.text,
            whole_address(context, &crumb.href)?,
        ));
    }
    steps.push(step(steps.len() + 1, &head.title.text, address.to_owned()));
    Some(
        Thing::new("BreadcrumbList")
            .with("itemListElement", steps)
            .into(),
    )
}

fn event_thing(context: Context<'_>, id: EventId, address: &str) -> Thing {
    let report = context.report;
    let event = &report[id];
    let summary = event
        .summary
        .as_ref()
        .map(|text| context.said_from(text, event.language).text);
    let (start, end) = when(context, id);
    // As on the page itself: with more sessions than that, the programme stands on a page of
    // its own.
    let sessions = if event.sessions.len() > HUB_SESSIONS {
        &[]
    } else {
        &event.sessions[..]
    };
    let parts = sessions
        .iter()
        .filter(|session| report[**session].part_of.is_none() && report[**session].start.is_some());
    Thing::new("Event")
        .with("@id", address)
        .with("url", address)
        .with("name", context.said_from(&event.title, event.language).text)
        .with_some(
            "description",
            summary
                .or_else(|| {
                    event
                        .text
                        .as_ref()
                        .map(|text| texts::plain(context, text, 160))
                })
                .filter(|text| !text.is_empty()),
        )
        .with("inLanguage", spoken(context, Page::Event(id)).tag())
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
                    .with_some("url", address_of(context, Page::Series(series)))
            }),
        )
        .with_all(
            "subEvent",
            parts
                .map(|session| session_thing(context, *session).into())
                .collect(),
        )
}

/// An event as another thing names it.
fn event_in_short(context: Context<'_>, id: EventId) -> Thing {
    let event = &context.report[id];
    let address = address_of(context, Page::Event(id));
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

fn session_thing(context: Context<'_>, id: SessionId) -> Thing {
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
            session
                .has_page
                .then(|| address_of(context, Page::Session(id)))
                .flatten(),
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

fn person_thing(context: Context<'_>, id: PersonId) -> Thing {
    let person = &context.report[id];
    Thing::new("Person")
        .with("name", person.name.as_str())
        .with_some("url", address_of(context, Page::Person(id)))
        .with_some(
            "jobTitle",
            person.role.as_ref().map(|role| context.said(role).text),
        )
        .with_some(
            "affiliation",
            match &person.organisation {
                Some(Party::Organisation(id)) => Some(organisation_thing(context, *id)),
                _ => None,
            },
        )
}

fn organisation_thing(context: Context<'_>, id: OrganisationId) -> Thing {
    let organisation = &context.report[id];
    Thing::new(organisation_type(organisation.kind))
        .with("name", context.said(&organisation.name).text)
        .with_some("url", address_of(context, Page::Organisation(id)))
}

fn organisation_page(context: Context<'_>, id: OrganisationId, address: &str) -> Thing {
    let organisation = &context.report[id];
    Thing::new(organisation_type(organisation.kind))
        .with("@id", address)
        .with("name", context.said(&organisation.name).text)
        .with_all(
            "alternateName",
            organisation
                .also
                .iter()
                .chain(&organisation.former_names)
                .map(|name| json!(name))
                .collect(),
        )
        .with(
            "url",
            organisation
                .website
                .clone()
                .unwrap_or_else(|| address.to_owned()),
        )
        .with("mainEntityOfPage", address)
        .with_some(
            "dissolutionDate",
            organisation.until.map(|date| date.to_string()),
        )
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
            series
                .text
                .as_ref()
                .map(|text| texts::plain(context, text, 160))
                .filter(|text| !text.is_empty()),
        )
        .with_all(
            "subEvent",
            series.events[from..]
                .iter()
                .map(|event| event_in_short(context, *event).into())
                .collect(),
        )
}

/// Who, as a thing of their own: people without a page of their own are left out, and so are
/// words, which name nobody.
fn party_thing(context: Context<'_>, party: &Party) -> Option<Value> {
    match party {
        Party::Person(id) if context.report[*id].listed => Some(
            Thing::new("Person")
                .with("name", context.report[*id].name.as_str())
                .with_some("url", address_of(context, Page::Person(*id)))
                .into(),
        ),
        Party::Organisation(id) => Some(organisation_thing(context, *id).into()),
        Party::Person(_) | Party::Words { .. } => None,
    }
}

/// The whole address of a page.
fn address_of(context: Context<'_>, page: Page) -> Option<String> {
    context.addresses().absolute(
        &context
            .addresses()
            .path(context.report, page, context.language),
    )
}

/// The whole address of a link within the site.
fn whole_address(context: Context<'_>, href: &str) -> Option<String> {
    context
        .addresses()
        .absolute(href.strip_prefix(&context.config.base_path).unwrap_or(href))
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

/// Open Graph's names of languages: <https://ogp.me/#optional>.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl_NL",
        Language::En => "en_GB",
    }
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

fn organisation_type(kind: Option<OrganisationKind>) -> &'static str {
    match kind {
        Some(OrganisationKind::School) => "School",
        Some(OrganisationKind::Government) => "GovernmentOrganization",
        _ => "Organization",
    }
}

/// Where: the place, and the web where people took part online.
fn locations(place: Option<&Place>, attendance: Option<Attendance>) -> Vec<Value> {
    let mut locations = Vec::new();
    if let Some(Place {
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

/// JSON that ends no script element and no line of JavaScript, whatever its texts hold (HTML,
/// 4.12.1.3; ECMA-262, 12.3).
fn in_script(value: &Value) -> String {
    let json = value.to_string();
    let mut safe = String::with_capacity(json.len() + 32);
    for character in json.chars() {
        match character {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_script_element() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} \"'\\";
        let safe = in_script(&json!({ "name": hostile }));
        assert_eq!(
            safe,
            r#"{"name":"\u003c/script\u003e\u003cscript\u003ealert(1)\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029 \"'\\"}"#
        );
        assert_eq!(
            serde_json::from_str::<Value>(&safe).expect("it is JSON still"),
            json!({ "name": hostile })
        );
    }
}
