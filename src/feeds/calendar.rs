//! Calendars (iCalendar, RFC 5545): an event, and the agenda of what deals are to have done by
//! when.
//!
//! In: the report and a language. Out: the bytes of an `.ics` file, with lines of at most 75 octets
//! that end in CRLF. An entry's id and time of writing follow from the record, never from the
//! clock, so that a calendar that reads the file again finds the same entry.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::context::FeedContext;
use super::programme::PublishedSession;
use super::timezone;
use crate::plan::is_to_be_done;
use crate::plan::page::HUB_SESSIONS;
use crate::plan::subject::Subject;
use crate::records::hours::{Hours, starts};
use crate::records::{DealId, Event, EventId, EventStatus};
use crate::schema::choices::Choice as _;
use crate::words::dates::{hours, long_without_year, time};
use crate::words::labels;

/// The longest line, in octets and without its end (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// How many days the agenda keeps.
const LONGEST_AGENDA: usize = 1_000;

/// An event, as one entry; its programme stands in the description.
pub fn calendar(context: &FeedContext<'_>, id: EventId) -> Vec<u8> {
    let report = context.report;
    let event = &report[id];
    let mut file = File::new(context);
    file.begin_event(event, report.hours(id));
    file.text("SUMMARY", context.said(&event.title, event.language).0);
    file.text("DESCRIPTION", &description(context, id));
    if let Some(place) = &event.place {
        let lines: Vec<&str> = [&place.name, &place.address, &place.town, &place.country]
            .into_iter()
            .filter_map(Option::as_deref)
            .collect();
        if !lines.is_empty() {
            file.text("LOCATION", &lines.join(", "));
        }
        if let Some((lat, lon)) = place.lat.zip(place.lon) {
            file.line("GEO", &format!("{lat:.6};{lon:.6}"));
        }
    }
    file.line("URL", &context.address(id));
    match event.status {
        // An event that moved is not on these days any more; on its new ones it has an entry of its
        // own.
        Some(EventStatus::Cancelled | EventStatus::Moved) => file.line("STATUS", "CANCELLED"),
        Some(EventStatus::Held | EventStatus::Planned) => file.line("STATUS", "CONFIRMED"),
        None => {}
    }
    file.line("TRANSP", "TRANSPARENT");
    file.line("END", "VEVENT");
    file.bytes()
}

/// The programme of an event, an entry each for the sessions that begin at a known time.
pub fn programme_calendar(
    context: &FeedContext<'_>,
    id: EventId,
    sessions: &[PublishedSession<'_>],
) -> Vec<u8> {
    let event = &context.report[id];
    let mut file = File::new(context);
    let timed = sessions.iter().filter_map(|session| {
        let start = session.date.to_datetime(session.start?);
        Some((session, start))
    });
    let years = timed.clone().map(|(_, start)| start.year());
    let years = (years.clone().min(), years.max());
    let place = match years {
        (Some(first), Some(last)) => file.zone((first, last.saturating_add(1))),
        _ => None,
    };
    for (session, start) in timed {
        file.line("BEGIN", "VEVENT");
        file.text("UID", &session.guid.to_string());
        let written = event.updated.or(event.published).unwrap_or(event.date);
        file.line("DTSTAMP", &stamp(written));
        file.moment("DTSTART", start, place);
        if let Some(end) = session.end {
            file.moment("DTEND", end, place);
        }
        file.text("SUMMARY", session.title);
        if let Some(room) = session.room {
            file.text("LOCATION", room);
        }
        if let Some(kind) = session.kind {
            file.text("CATEGORIES", kind.word().get(context.language));
        }
        if !session.text.is_empty() {
            file.text("DESCRIPTION", &session.text);
        }
        let address = context.page_of_session(session.of, id);
        if !address.is_empty() {
            file.line("URL", &address);
        }
        file.line("END", "VEVENT");
    }
    file.bytes()
}

/// What deals are to have done by when: a day each, those that are done or stopped aside.
pub fn agenda(context: &FeedContext<'_>) -> Vec<u8> {
    let FeedContext {
        report, language, ..
    } = *context;
    let mut file = File::new(context);
    let mut due: Vec<(Date, DealId)> = Subject::deals(report)
        .filter(|deal| is_to_be_done(&report[*deal]))
        .filter_map(|deal| Some((report[deal].due?, deal)))
        .collect();
    // The last ones to come due: what a calendar can hold is bounded, and what is long past matters
    // least.
    due.sort_unstable();
    let due = due.split_off(due.len().saturating_sub(LONGEST_AGENDA));
    for (date, id) in due {
        let deal = &report[id];
        let event = &report[deal.event];
        let newest = deal.updates.last().map(|update| update.date);
        file.line("BEGIN", "VEVENT");
        file.text("UID", &file.uid(&format!("{}-deal-{}", event.id, deal.id)));
        file.line(
            "DTSTAMP",
            &stamp(
                newest
                    .or(event.updated)
                    .or(event.published)
                    .unwrap_or(event.date),
            ),
        );
        file.days(date, date);
        file.text(
            "SUMMARY",
            &format!(
                "{}: {}",
                labels::AGREEMENT.get(language),
                context.said(&deal.title, event.language).0
            ),
        );
        let from = labels::FROM.get(language);
        file.text(
            "DESCRIPTION",
            &format!(
                "{from}: {}\n{}",
                context.said(&event.title, event.language).0,
                context.address(id)
            ),
        );
        file.line("URL", &context.address(id));
        file.line("TRANSP", "TRANSPARENT");
        file.line("END", "VEVENT");
    }
    file.bytes()
}

/// The summary, the programme and where to read on.
fn description(context: &FeedContext<'_>, id: EventId) -> String {
    let FeedContext {
        report, language, ..
    } = *context;
    let event = &report[id];
    let mut parts: Vec<String> = event
        .summary
        .iter()
        .map(|summary| context.said(summary, event.language).0.to_owned())
        .collect();
    let times = report.hours(id);
    // A calendar shows an entry from its start to its end; that may be the latest time on record
    // only.
    if let Some(start) = times
        .start
        .filter(|_| times.first_day == times.last_day && !times.ends)
    {
        let from = labels::from_until_unknown(&time(start.time(), language));
        parts.push(from.get(language).to_owned());
    }
    let sessions = event.sessions.iter().map(|session| &report[*session]);
    let is_of_one_day = times.first_day == times.last_day
        && sessions
            .clone()
            .all(|session| session.date == times.first_day);
    let shown = sessions
        .filter(|session| session.part_of.is_none())
        .filter_map(|session| Some((session, starts(session)?)));
    let programme: Vec<String> = shown
        .take(HUB_SESSIONS)
        .map(|(session, start)| {
            let title = context.said(&session.title, event.language).0;
            let hours = hours(start, session.end, language);
            if is_of_one_day {
                format!("{hours} {title}")
            } else {
                let day = long_without_year(session.date, language);
                format!("{day}, {hours} {title}")
            }
        })
        .collect();
    if !programme.is_empty() {
        parts.push(programme.join("\n"));
    }
    parts.push(context.address(id));
    parts.join("\n\n")
}

/// A calendar as it is written.
struct File<'a> {
    context: &'a FeedContext<'a>,
    lines: Vec<String>,
}

impl<'a> File<'a> {
    fn new(context: &'a FeedContext<'a>) -> Self {
        let product = format!(
            "-//oogst//oogst {}//{}",
            env!("CARGO_PKG_VERSION"),
            context.language.tag().to_uppercase()
        );
        let mut file = Self {
            context,
            lines: Vec::new(),
        };
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.text("PRODID", &product);
        file.line("CALSCALE", "GREGORIAN");
        file
    }

    /// An id that no other site gives: the site's own address and a name (RFC 7986, section 5.3,
    /// asks for no more than that it is unique).
    fn uid(&self, name: &str) -> String {
        let base = &self.context.config.base_url;
        format!(
            "{}/{name}",
            base.split_once("://")
                .map_or(base.as_str(), |(_, rest)| rest)
        )
    }

    /// Says what the site's time zone is in these years, and gives its name; none for UTC, which
    /// needs no saying.
    fn zone(&mut self, years: (i16, i16)) -> Option<&'a str> {
        let name = self.context.config.time_zone.as_str();
        let zone = TimeZone::get(name).ok()?;
        if zone == TimeZone::UTC {
            return None;
        }
        self.lines.extend(timezone::lines(name, &zone, years));
        Some(name)
    }

    /// The start of an entry: its zone where it names one, and when it is.
    fn begin_event(&mut self, event: &Event, hours: Hours) {
        let Hours {
            first_day,
            last_day,
            start,
            latest,
            ..
        } = hours;
        let zone = TimeZone::get(&self.context.config.time_zone).ok();
        // Without a start, or without a zone to say it in, an event takes its day as a whole; one
        // of several days does not run at night.
        let timed = start.zip(zone).filter(|_| first_day == last_day);
        let place = match &timed {
            Some((start, _)) => self.zone((start.year(), latest.unwrap_or(*start).year())),
            None => None,
        };
        self.line("BEGIN", "VEVENT");
        self.text("UID", &self.uid(event.id.as_str()));
        self.line(
            "DTSTAMP",
            &stamp(event.updated.or(event.published).unwrap_or(event.date)),
        );
        match timed {
            Some((start, _)) => {
                self.moment("DTSTART", start, place);
                if let Some(latest) = latest {
                    self.moment("DTEND", latest, place);
                }
            }
            None => self.days(first_day, last_day),
        }
    }

    /// A property whose value is no text of a writer's.
    fn line(&mut self, name: &str, value: &str) {
        self.lines.push(format!("{name}:{value}"));
    }

    /// A property whose value is text (RFC 5545, section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for character in value.chars() {
            match character {
                '\\' | ';' | ',' => line.extend(['\\', character]),
                '\n' => line.push_str("\\n"),
                other if other.is_control() => {}
                other => line.push(other),
            }
        }
        self.lines.push(line);
    }

    fn moment(&mut self, name: &str, moment: DateTime, zone: Option<&str>) {
        let moment = moment.strftime("%Y%m%dT%H%M%S").to_string();
        self.lines.push(match zone {
            Some(zone) => format!("{name};TZID={zone}:{moment}"),
            None => format!("{name}:{moment}Z"),
        });
    }

    /// Whole days. The end is the day after the last (RFC 5545, section 3.6.1).
    fn days(&mut self, first: Date, last: Date) {
        self.lines
            .push(format!("DTSTART;VALUE=DATE:{}", first.strftime("%Y%m%d")));
        if let Ok(after) = last.checked_add(1.day()) {
            self.lines
                .push(format!("DTEND;VALUE=DATE:{}", after.strftime("%Y%m%d")));
        }
    }

    fn bytes(mut self) -> Vec<u8> {
        self.line("END", "VCALENDAR");
        let mut bytes = Vec::new();
        for line in &self.lines {
            fold(line, &mut bytes);
        }
        bytes
    }
}

/// Midnight of a day, in UTC.
fn stamp(date: Date) -> String {
    format!("{}T000000Z", date.strftime("%Y%m%d"))
}

/// Ends a line with CRLF, and breaks it where it is too long: the next part starts with a space. No
/// character is cut in two.
fn fold(line: &str, bytes: &mut Vec<u8>) {
    let mut room = LONGEST_LINE;
    for character in line.chars() {
        if character.len_utf8() > room {
            bytes.extend_from_slice(b"\r\n ");
            room = LONGEST_LINE - 1;
        }
        room -= character.len_utf8();
        bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut bytes = Vec::new();
        fold(&format!("SUMMARY:{}", "é".repeat(80)), &mut bytes);
        let text = String::from_utf8(bytes).expect("no character was cut");
        assert!(
            text.lines().all(|line| line.len() <= LONGEST_LINE),
            "{text}"
        );
        assert_eq!(
            text.replace("\r\n ", ""),
            format!("SUMMARY:{}\r\n", "é".repeat(80))
        );
    }
}
