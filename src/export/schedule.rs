//! The programme of an event as `schedule.json`, in the shape of the c3voc that pretalx and frab write
//! too (github.com/voc/schedule, `validator/json/schema.json`).

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::feeds::FeedContext;
use crate::feeds::programme::PublishedSession;
use crate::intake::schedule::{GENERATOR, Guid};
use crate::records::EventId;
use crate::schema::choices::Choice as _;

#[derive(Serialize)]
struct ScheduleFile<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    generator: Generator,
    schedule: Programme<'a>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Programme<'a> {
    version: String,
    base_url: &'a str,
    conference: Conference<'a>,
}

#[derive(Serialize)]
struct Conference<'a> {
    acronym: &'a str,
    title: &'a str,
    start: String,
    end: String,
    #[serde(rename = "daysCount")]
    days_count: usize,
    timeslot_duration: &'static str,
    time_zone_name: &'a str,
    rooms: Vec<NamedRoom<'a>>,
    days: Vec<ScheduleDay<'a>>,
}

#[derive(Serialize)]
struct NamedRoom<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct ScheduleDay<'a> {
    index: usize,
    date: String,
    day_start: String,
    day_end: String,
    rooms: BTreeMap<&'a str, Vec<ProgrammePart<'a>>>,
}

#[derive(Serialize)]
struct ProgrammePart<'a> {
    guid: String,
    id: u32,
    code: &'a str,
    logo: Option<&'a str>,
    date: String,
    start: String,
    duration: String,
    room: &'a str,
    slug: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    url: String,
    title: &'a str,
    subtitle: &'static str,
    track: Option<&'a str>,
    #[serde(rename = "type")]
    sort: &'static str,
    language: &'static str,
    #[serde(rename = "abstract")]
    text: &'a str,
    description: &'static str,
    recording_license: &'static str,
    do_not_record: bool,
    persons: Vec<Person<'a>>,
    links: Vec<WebLink<'a>>,
    attachments: [&'static str; 0],
}

#[derive(Serialize)]
struct Person<'a> {
    id: u32,
    name: &'a str,
    public_name: &'a str,
}

#[derive(Serialize)]
struct WebLink<'a> {
    url: &'a str,
    title: &'a str,
}

/// The bytes of the file, of the sessions with a time.
pub fn schedule(
    context: &FeedContext<'_>,
    event: EventId,
    sessions: &[PublishedSession<'_>],
) -> Vec<u8> {
    let FeedContext { report, config, .. } = *context;
    let own = &report[event];
    let last = own.end.unwrap_or(own.date).max(own.date);
    let zone = TimeZone::get(&config.time_zone).unwrap_or(TimeZone::UTC);
    let mut days: Vec<(Date, ScheduleDay<'_>)> = Vec::new();
    let mut date = own.date;
    // An event of more days than a year has is a slip.
    while date <= last && days.len() <= 366 {
        let day = ScheduleDay {
            index: days.len() + 1,
            date: date.to_string(),
            day_start: moment(date.at(0, 0, 0, 0), &zone),
            day_end: day_end(date, date == last, &zone),
            rooms: BTreeMap::new(),
        };
        days.push((date, day));
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    let mut rooms = BTreeSet::new();
    for session in sessions {
        let name = session.room.unwrap_or_default();
        rooms.extend(session.room);
        // What is in the night after the last day is of that day.
        let day = days.partition_point(|(date, _)| *date <= session.date);
        if let Some(part) = part(context, event, session, &zone) {
            let (_, day) = &mut days[day.saturating_sub(1)];
            day.rooms.entry(name).or_default().push(part);
        }
    }
    let version = own.updated.or(own.published).unwrap_or(own.date);
    let file = ScheduleFile {
        schema: "https://c3voc.de/schedule/schema.json",
        generator: Generator {
            name: GENERATOR,
            version: env!("CARGO_PKG_VERSION"),
        },
        schedule: Programme {
            version: version.to_string(),
            base_url: &config.base_url,
            conference: Conference {
                acronym: own.id.as_str(),
                title: &own.title.original,
                start: own.date.to_string(),
                end: last.to_string(),
                days_count: days.len(),
                timeslot_duration: "00:05",
                time_zone_name: &config.time_zone,
                rooms: rooms.into_iter().map(|name| NamedRoom { name }).collect(),
                days: days.into_iter().map(|(_, day)| day).collect(),
            },
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&file).expect("texts and numbers are JSON");
    bytes.push(b'\n');
    bytes
}

/// A part, where its time is known.
fn part<'a>(
    context: &FeedContext<'a>,
    event: EventId,
    session: &'a PublishedSession<'_>,
    zone: &TimeZone,
) -> Option<ProgrammePart<'a>> {
    let start = session.date.to_datetime(session.start?);
    let minutes = session
        .end
        .map_or(0, |end| end.duration_since(start).as_mins());
    let minutes = minutes.max(0);
    let language = context.report[event].language;
    let person = |name: &'a String| Person {
        id: number(&Guid::made_of(name)),
        name,
        public_name: name,
    };
    let links = session.links.iter();
    Some(ProgrammePart {
        guid: session.guid.to_string(),
        id: number(&session.guid),
        code: session.id.as_str(),
        logo: None,
        date: moment(start, zone),
        start: start.strftime("%H:%M").to_string(),
        duration: format!("{:02}:{:02}", minutes / 60, minutes % 60),
        room: session.room.unwrap_or_default(),
        slug: session.id.as_str(),
        url: context.page_of_session(session.of, event),
        title: session.title,
        subtitle: "",
        track: session.theme,
        sort: session
            .kind
            .map_or("", |kind| kind.word().get(context.language)),
        language: language.tag(),
        text: &session.text,
        description: "",
        recording_license: "",
        do_not_record: false,
        persons: session.names.iter().map(person).collect(),
        links: links.map(|(title, url)| WebLink { url, title }).collect(),
        attachments: [],
    })
}

/// `2025-11-12T10:00:00+01:00`.
fn moment(at: DateTime, zone: &TimeZone) -> String {
    match at.to_zoned_datetime(zone.clone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// The end of a day: midnight; of the last, the morning after its night.
fn day_end(date: Date, is_last: bool, zone: &TimeZone) -> String {
    let next = date.checked_add(1.day()).unwrap_or(date);
    moment(next.at(if is_last { 6 } else { 0 }, 0, 0, 0), zone)
}

/// A number for programs that know parts and people by one: it follows from the guid.
fn number(guid: &Guid) -> u32 {
    let digits = guid.to_string();
    u32::from_str_radix(&digits[..8], 16).unwrap_or_default() & 0x7FFF_FFFF
}
