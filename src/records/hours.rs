//! When an event is: its days, and the hours of its programme where they are on record; and how
//! machines are told of a moment.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::{Event, EventId, Report, Session};

/// When an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Its first day.
    pub first_day: Date,
    /// Its last day. A session that runs past midnight does not make it a day longer.
    pub last_day: Date,
    /// When its programme begins on the first day.
    pub start: Option<DateTime>,
    /// The latest moment on record of the programme of the last day, where that is later than the
    /// start: it lasted at least until then.
    pub latest: Option<DateTime>,
    /// Whether it ended then: what began last that day has an end on record.
    pub ends: bool,
}

impl Report {
    /// When an event is. An hour is told only where the programme tells it.
    pub fn hours(&self, id: EventId) -> Hours {
        let event = &self[id];
        let last_day = event.last_day();
        let sessions = || event.sessions.iter().map(|session| &self[*session]);
        let first = sessions().filter(|session| session.date == event.date);
        let start = first.filter_map(starts).min();
        // Sessions in the night after the last day are of that day.
        let last = || sessions().filter(|session| session.date >= last_day);
        let last_start = last().filter_map(starts).max();
        let latest = last().filter_map(|session| session.end).max();
        Hours {
            first_day: event.date,
            last_day,
            start,
            latest: latest
                .max(last_start)
                .filter(|latest| start.is_none_or(|start| start < *latest)),
            ends: latest.is_some()
                && last()
                    .filter(|session| starts(session) == last_start)
                    .all(|session| session.end.is_some()),
        }
    }
}

impl Event {
    /// Its last day, which is its only one where no other is on record.
    pub fn last_day(&self) -> Date {
        self.end.map_or(self.date, |end| end.max(self.date))
    }
}

/// When a session starts.
pub fn starts(session: &Session) -> Option<DateTime> {
    session.start.map(|start| session.date.to_datetime(start))
}

/// When a session ends, where that is after its start.
pub fn ends(session: &Session) -> Option<DateTime> {
    let start = starts(session)?;
    session.end.filter(|end| start < *end)
}

/// A moment in a time zone, with its offset (RFC 3339). That has no seconds in an offset, which
/// zones of long ago have (Amsterdam until 1937): it is told to the minute, and the local time stays
/// as it is on record.
pub fn told_to_machines(local: DateTime, zone: &TimeZone) -> String {
    let said = local.strftime("%Y-%m-%dT%H:%M:%S");
    let Ok(zoned) = local.to_zoned_datetime(zone.clone()) else {
        return format!("{said}Z");
    };
    let seconds = zoned.offset().seconds();
    let minutes = (seconds.unsigned_abs() + 30) / 60;
    let sign = if seconds < 0 && minutes > 0 { '-' } else { '+' };
    // The clock may have skipped the hour that was written.
    let said = zoned.strftime("%Y-%m-%dT%H:%M:%S");
    format!("{said}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
