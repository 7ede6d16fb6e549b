//! A calendar (iCalendar, RFC 5545): each appointment is a part of the programme.

use std::collections::HashMap;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::calendar_lines::{CalendarLine, CalendarLines};
use super::found::{FoundSchedule, FoundSession, ScheduleLoss, TextForm};
use super::moments::{Moment, duration};
use super::unreadable::{MOST_SESSIONS, ScheduleProblem, UnreadSchedule};
use crate::diagnostic::Code;

/// How this program begins the name that it gives itself in a calendar.
pub(super) const PRODUCT: &str = "-//oogst//";

/// The most components that a component lies in.
const DEEPEST_COMPONENT: usize = 16;

/// Names that Windows gives to zones of Europe, and those that all others know (Unicode CLDR,
/// `windowsZones.xml`).
const WINDOWS_ZONES: &[(&str, &str)] = &[
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Romance Standard Time", "Europe/Paris"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("GMT Standard Time", "Europe/London"),
    ("Greenwich Standard Time", "Atlantic/Reykjavik"),
    ("E. Europe Standard Time", "Europe/Chisinau"),
    ("FLE Standard Time", "Europe/Kyiv"),
    ("GTB Standard Time", "Europe/Bucharest"),
    ("Turkey Standard Time", "Europe/Istanbul"),
    ("Russian Standard Time", "Europe/Moscow"),
    ("SA Western Standard Time", "America/La_Paz"),
    ("Eastern Standard Time", "America/New_York"),
    ("UTC", "UTC"),
];

/// An appointment as it is read, line by line.
#[derive(Default)]
struct Appointment {
    uid: String,
    title: String,
    text: String,
    room: String,
    sort: Option<String>,
    link: Option<String>,
    start: Option<Moment>,
    end: Option<Moment>,
    lasts: Option<String>,
    /// A time that is none.
    unreadable: Option<String>,
    is_cancelled: bool,
    is_private: bool,
    repeats: bool,
}

/// Reads a calendar.
pub(super) fn read(found: &mut FoundSchedule<'_>) -> Result<(), UnreadSchedule> {
    let mut lines = CalendarLines::of(found.text);
    let mut open: Vec<String> = Vec::new();
    let mut zones = CalendarZones::default();
    let mut appointment = Appointment::default();
    let mut end = 0;
    while let Some(line) = lines.next()? {
        end = line.byte;
        let refuse = |problem| {
            let byte = line.byte;
            Err(UnreadSchedule { problem, byte })
        };
        match line.name.as_str() {
            "BEGIN" => {
                if open.len() >= DEEPEST_COMPONENT {
                    return refuse(ScheduleProblem::TooDeep);
                }
                open.push(line.value().to_ascii_uppercase());
                if is_appointment(&open) {
                    appointment = Appointment::default();
                }
                continue;
            }
            "END" => {
                if is_appointment(&open) {
                    if found.sessions.len() >= MOST_SESSIONS {
                        return refuse(ScheduleProblem::TooMuch);
                    }
                    add(std::mem::take(&mut appointment), found);
                }
                match open.pop() {
                    Some(name) if name.eq_ignore_ascii_case(line.value()) => continue,
                    _ => return refuse(ScheduleProblem::NotCalendar),
                }
            }
            _ => {}
        }
        match open.as_slice() {
            [calendar] if calendar == "VCALENDAR" && line.name == "PRODID" => {
                found.is_ours = line.value().starts_with(PRODUCT);
            }
            [_, zone] if zone == "VTIMEZONE" => zones.read(&line),
            _ if is_appointment(&open) => appointment.read(&line, &zones, found),
            _ => {}
        }
    }
    if open.is_empty() {
        return Ok(());
    }
    let problem = ScheduleProblem::NotCalendar;
    Err(UnreadSchedule { problem, byte: end })
}

/// Whether an appointment is open, and nothing in it.
fn is_appointment(open: &[String]) -> bool {
    matches!(open, [calendar, event] if calendar == "VCALENDAR" && event == "VEVENT")
}

/// The zones that a calendar names in words of its own.
#[derive(Default)]
struct CalendarZones {
    /// What is known of a zone by the name that the calendar has for it.
    locations: HashMap<String, String>,
    last: String,
}

impl CalendarZones {
    /// Reads a line of the definition of a zone.
    fn read(&mut self, line: &CalendarLine<'_>) {
        const MOST_ZONES: usize = 1_000;
        match line.name.as_str() {
            "TZID" => line.value().clone_into(&mut self.last),
            "X-LIC-LOCATION" if self.locations.len() < MOST_ZONES => {
                let location = line.value().to_owned();
                self.locations.insert(self.last.clone(), location);
            }
            _ => {}
        }
    }

    /// The zone of a name: as all know it, as Windows does, as the calendar says, or behind a path.
    fn find(&self, name: &str) -> Option<TimeZone> {
        let windows = WINDOWS_ZONES.iter().find(|(windows, _)| *windows == name);
        let own = self.locations.get(name).map(String::as_str);
        let mut path = name.rsplitn(3, '/');
        let end = path.next().zip(path.next());
        let end = end.map(|(city, continent)| format!("{continent}/{city}"));
        [
            Some(name),
            windows.map(|(_, zone)| *zone),
            own,
            end.as_deref(),
        ]
        .into_iter()
        .flatten()
        .find_map(|name| TimeZone::get(name).ok())
    }
}

impl Appointment {
    fn read(
        &mut self,
        line: &CalendarLine<'_>,
        zones: &CalendarZones,
        found: &mut FoundSchedule<'_>,
    ) {
        match line.name.as_str() {
            "UID" => line.value().clone_into(&mut self.uid),
            "SUMMARY" => line.text().trim().clone_into(&mut self.title),
            "DESCRIPTION" => self.text = line.text(),
            "LOCATION" => self.room = line.text(),
            "CATEGORIES" => self.sort = Some(line.text()),
            "URL" => self.link = Some(line.value().to_owned()),
            "DTSTART" => self.start = self.moment(line, zones, found),
            "DTEND" => self.end = self.moment(line, zones, found),
            "DURATION" => self.lasts = Some(line.value().to_owned()),
            "STATUS" => self.is_cancelled = line.value().eq_ignore_ascii_case("CANCELLED"),
            "CLASS" => self.is_private = !line.value().eq_ignore_ascii_case("PUBLIC"),
            "RRULE" | "RDATE" | "RECURRENCE-ID" => self.repeats = true,
            "ORGANIZER" | "ATTENDEE" => found.lose(ScheduleLoss::Email),
            _ => {}
        }
    }

    fn moment(
        &mut self,
        line: &CalendarLine<'_>,
        zones: &CalendarZones,
        found: &mut FoundSchedule<'_>,
    ) -> Option<Moment> {
        let moment = moment(line, zones, found);
        if moment.is_none() {
            self.unreadable = Some(line.value().to_owned());
        }
        moment
    }
}

/// The moment that a line says: in UTC, in a zone, in none, or a day (RFC 5545, section 3.3.5).
fn moment(
    line: &CalendarLine<'_>,
    zones: &CalendarZones,
    found: &mut FoundSchedule<'_>,
) -> Option<Moment> {
    let written = line.value();
    if let Some(utc) = written.strip_suffix(['Z', 'z']) {
        let at = found.zones.at(date_time(utc)?, &TimeZone::UTC)?;
        return Some(Moment::At(at));
    }
    if !written.contains(['T', 't']) {
        return Date::strptime("%Y%m%d", written).ok().map(Moment::Day);
    }
    let name = line.parameter("TZID");
    let zone = name.as_deref().and_then(|name| zones.find(name));
    if let (Some(name), None) = (&name, &zone) {
        found.say(Code::ScheduleZone, name, |diagnostic| {
            diagnostic.with("zone", name)
        });
    }
    let zone = zone.unwrap_or_else(|| found.zones.own.clone());
    let at = found.zones.at(date_time(written)?, &zone)?;
    Some(Moment::At(at))
}

fn date_time(written: &str) -> Option<DateTime> {
    DateTime::strptime("%Y%m%dT%H%M%S", written.to_ascii_uppercase()).ok()
}

fn add(appointment: Appointment, found: &mut FoundSchedule<'_>) {
    let Appointment {
        uid,
        title,
        text,
        room,
        sort,
        link,
        start,
        end,
        lasts,
        unreadable,
        is_cancelled,
        is_private,
        repeats,
    } = appointment;
    if is_private {
        found.lose(ScheduleLoss::Private);
        return;
    }
    if is_cancelled {
        found.lose(ScheduleLoss::Cancelled);
        return;
    }
    if repeats {
        found.say(Code::SessionRepeats, &uid, |diagnostic| {
            diagnostic.with("title", &title)
        });
        return;
    }
    if let Some(written) = unreadable {
        found.bad_time(&written, &title);
    }
    let lasting = lasts.as_deref().and_then(duration);
    let end = match (start, end, lasting) {
        (Some(Moment::At(_)), Some(Moment::At(end)), _) => Some(end),
        (Some(Moment::At(start)), None, Some(lasting)) => start.checked_add(lasting).ok(),
        _ => None,
    };
    found.sessions.push(FoundSession {
        key: uid,
        title,
        sort,
        start,
        end,
        room: Some(room),
        text: Some((text, TextForm::Plain)),
        links: link.map(|link| vec![(String::new(), link)]),
        ..FoundSession::default()
    });
}
