//! The programme of frab, pretalx and the c3voc, as JSON and as XML: days, in them rooms, in them
//! the parts (github.com/voc/schedule, `validator/json/schema.json` and `validator/xsd`).
//!
//! The day that a part stands under is not always its own: after midnight it is that before. Its
//! own date counts, where it has one.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::found::{FoundSchedule, FoundSession, FoundSpeaker, ScheduleLoss, TextForm};
use super::moments::{Moment, duration, time};
use super::unreadable::{MOST_SESSIONS, ScheduleProblem};
use super::value::ForeignValue;

/// What this program calls itself in what it makes.
pub const GENERATOR: &str = "oogst";

/// A day, and when it begins.
#[derive(Clone, Copy)]
struct DayOf {
    date: Option<Date>,
    start: Option<Time>,
}

/// Reads a programme; `schedule` is what stands under that name.
pub(super) fn read(
    schedule: &ForeignValue,
    generator: &str,
    found: &mut FoundSchedule<'_>,
) -> Result<(), ScheduleProblem> {
    let conference = schedule.get("conference");
    found.is_ours = generator == GENERATOR;
    if let Some(zone) = zone_named(conference.get("time_zone_name").text()) {
        found.zones.own = zone;
    }
    let acronym = conference.get("acronym").text();
    let of_conference = conference.get("days").items().iter();
    let days = of_conference
        .chain(schedule.get("days").items())
        .chain(schedule.all("day"));
    for day in days {
        let of_day = DayOf {
            date: day.get("date").text().trim().parse().ok(),
            start: day_start(day.first(&["day_start", "start"])),
        };
        let named = day.get("rooms").entries();
        let rooms = named.chain(day.all("room").map(|room| (room.get("name").text(), room)));
        for (room, events) in rooms {
            for event in events.each("event") {
                if found.sessions.len() >= MOST_SESSIONS {
                    return Err(ScheduleProblem::TooMuch);
                }
                session(event, room, of_day, acronym, found);
            }
        }
    }
    Ok(())
}

/// A zone by its name, or by the name of its city.
fn zone_named(name: &str) -> Option<TimeZone> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    let city = || TimeZone::get(&format!("Europe/{name}"));
    TimeZone::get(name).or_else(|_| city()).ok()
}

/// When a day begins: `2025-11-12T09:00:00+01:00` or `09:00`, in its own words.
fn day_start(text: &str) -> Option<Time> {
    let clock = match text.split_once('T') {
        Some((_, clock)) => clock.get(..5)?,
        None => text,
    };
    time(clock)
}

fn session(
    event: &ForeignValue,
    room: &str,
    day: DayOf,
    acronym: &str,
    found: &mut FoundSchedule<'_>,
) {
    let title = event.get("title").text().trim().to_owned();
    let state = event.first(&["state", "status"]).to_lowercase();
    let gone = ["cancel", "reject", "withdraw"];
    if gone.iter().any(|word| state.contains(word)) {
        found.lose(ScheduleLoss::Cancelled);
        return;
    }
    let not_recorded = [
        event.get("do_not_record"),
        event.get("recording").get("optout"),
    ];
    found.lose_if(
        not_recorded.iter().any(|wish| wish.is_true()),
        ScheduleLoss::DoNotRecord,
    );
    found.lose_if(event.get("answers").is_true(), ScheduleLoss::Answers);
    let start = start(event, day, &title, found);
    let lasts = event.get("duration").text();
    let lasting = duration(lasts);
    let says_nothing = lasts.chars().all(|sign| !matches!(sign, '1'..='9'));
    if lasting.is_none() && !says_nothing {
        found.bad_time(lasts, &title);
    }
    let end = match (start, lasting) {
        (Some(Moment::At(start)), Some(lasting)) => start.checked_add(lasting).ok(),
        _ => None,
    };
    let key = match event.first(&["guid"]).trim() {
        "" => format!("{acronym}/{}", event.first(&["code", "id"]).trim()),
        guid => guid.to_owned(),
    };
    let people = people(event, found);
    let own_room = event.get("room").text();
    found.sessions.push(FoundSession {
        key,
        title,
        subtitle: event.get("subtitle").text().trim().to_owned(),
        sort: Some(event.get("type").text().to_owned()),
        start,
        end,
        room: Some(if room.is_empty() { own_room } else { room }.to_owned()),
        track: event.get("track").text().to_owned(),
        text: Some((
            event.first(&["abstract", "description"]).to_owned(),
            TextForm::Marked,
        )),
        people: Some(people),
        links: Some(links(event)),
        ..FoundSession::default()
    });
}

/// The beginning: by the part's own date, else by that of its day.
fn start(
    event: &ForeignValue,
    day: DayOf,
    title: &str,
    found: &mut FoundSchedule<'_>,
) -> Option<Moment> {
    let own = found.moment(event.get("date").text(), title);
    let (date, start) = match own {
        Some(Moment::Day(date)) => (Some(date), None),
        Some(at) => return Some(at),
        None => (day.date, day.start),
    };
    let written = event.get("start").text();
    if written.trim().is_empty() {
        return None;
    }
    let Some(at) = time(written) else {
        found.bad_time(written, title);
        return None;
    };
    found.zones.on(date?, at, start).map(Moment::At)
}

/// The names of who speaks; what is said of them goes to the speakers.
fn people(event: &ForeignValue, found: &mut FoundSchedule<'_>) -> Vec<String> {
    let all = event.get("persons").each("person");
    let mut names = Vec::new();
    for person in all {
        let name = match person {
            ForeignValue::Said(name) => name.as_str(),
            person => match person.first(&["public_name", "full_public_name", "display_name"]) {
                "" => person.text(),
                name => name,
            },
        };
        for (key, loss) in [
            ("answers", ScheduleLoss::Answers),
            ("email", ScheduleLoss::Email),
            ("avatar", ScheduleLoss::Avatar),
            ("avatar_url", ScheduleLoss::Avatar),
        ] {
            let noticed = person.get(key);
            found.lose_if(noticed.is_true() || !noticed.text().is_empty(), loss);
        }
        if name.trim().is_empty() {
            continue;
        }
        names.push(name.to_owned());
        found.speakers.push(FoundSpeaker {
            name: name.to_owned(),
            role: String::new(),
            text: person.get("biography").text().to_owned(),
        });
    }
    names
}

fn links(event: &ForeignValue) -> Vec<(String, String)> {
    let links = event.get("links").each("link");
    let all = links.chain(event.get("attachments").each("attachment"));
    let pair = |link: &ForeignValue| {
        let address = match link {
            ForeignValue::Said(address) => address,
            link => link.first(&["url", "href"]),
        };
        let title = match (link, link.get("title").text()) {
            (ForeignValue::Said(_), _) => "",
            (link, "") => link.text(),
            (_, title) => title,
        };
        (title.to_owned(), address.to_owned())
    };
    all.map(pair).collect()
}
