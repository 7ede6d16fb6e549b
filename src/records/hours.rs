//! When an event is: its days, and the hours of its programme where they are on record.

use jiff::civil::{Date, DateTime, Time};

use super::{Event, EventId, Report, Session};

/// When something begins or ends: a day, and the hour where that is on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub date: Date,
    /// The hour, in the site's time zone.
    pub time: Option<Time>,
}

impl When {
    /// Day and hour together, where both are known.
    pub fn moment(self) -> Option<DateTime> {
        self.time.map(|time| self.date.to_datetime(time))
    }
}

/// The first and the last moment of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Its first day; with the hour at which its programme begins that day.
    pub start: When,
    /// Its last day; with the hour at which its programme ends that day.
    pub end: When,
}

impl Report {
    /// When an event is. An hour is told only where the programme tells it: when a day ends is not
    /// known while one of its sessions has no end.
    pub fn hours(&self, id: EventId) -> Hours {
        let event = &self[id];
        let last = event.last_day();
        let on = |day: Date| {
            event
                .sessions
                .iter()
                .map(|session| &self[*session])
                .filter(move |session| session.date == day)
        };
        let start = on(event.date).filter_map(|session| session.start).min();
        let end = if on(last).all(|session| ends(session).is_some()) {
            on(last).filter_map(ends).max()
        } else {
            None
        };
        Hours {
            start: When {
                date: event.date,
                time: start,
            },
            end: When {
                date: last,
                time: end,
            },
        }
    }
}

impl Event {
    /// Its last day, which is its only one where no other is on record.
    pub fn last_day(&self) -> Date {
        self.end.map_or(self.date, |end| end.max(self.date))
    }
}

/// When a session ends, where that is after its start.
pub fn ends(session: &Session) -> Option<Time> {
    session
        .end
        .filter(|end| session.start.is_some_and(|start| start < *end))
}
