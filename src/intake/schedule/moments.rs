//! Days, times and durations as programs for programmes write them.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

use crate::schema::clock_time;

/// When something is, in the site's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// On a day, without a time.
    Day(Date),
    /// At a time of a day.
    At(DateTime),
}

/// The zones of a file and of the site.
#[derive(Debug, Clone)]
pub(super) struct Zones {
    /// The site's.
    pub(super) site: TimeZone,
    /// That of times which name none.
    pub(super) own: TimeZone,
}

impl Zones {
    /// A moment of ISO 8601: with an offset, without one, or a day. `None` for anything else.
    pub(super) fn moment(&self, text: &str) -> Option<Moment> {
        let text = text.trim();
        if let Ok(moment) = text.parse::<Timestamp>() {
            return Some(Moment::At(self.site.to_datetime(moment)));
        }
        if !text.contains(':') {
            return text.parse().ok().map(Moment::Day);
        }
        let written: DateTime = text.parse().ok()?;
        self.at(written, &self.own).map(Moment::At)
    }

    /// A time of a zone, in that of the site.
    pub(super) fn at(&self, written: DateTime, zone: &TimeZone) -> Option<DateTime> {
        if *zone == self.site {
            return Some(written);
        }
        let moment = zone.to_timestamp(written).ok()?;
        Some(self.site.to_datetime(moment))
    }

    /// A time of a day that begins at an hour: what is earlier belongs to the night that follows.
    pub(super) fn on(&self, day: Date, time: Time, day_start: Option<Time>) -> Option<DateTime> {
        let day = if day_start.is_some_and(|start| time < start) {
            day.tomorrow().ok()?
        } else {
            day
        };
        self.at(day.to_datetime(time), &self.own)
    }
}

/// A time of day: `10:00`, `9:30:00`.
pub(super) fn time(text: &str) -> Option<Time> {
    clock_time(text.trim())
}

/// A duration: `1:30`, `01:30:00` and `45` (minutes) as programmes write it, `PT1H30M` and `P1D` as
/// calendars do, and `135.0:00`, by which an old pretalx meant minutes. Nothing of no time.
pub(super) fn duration(text: &str) -> Option<SignedDuration> {
    let text = text.trim();
    if text.starts_with(['P', 'p']) {
        let span: Span = text.parse().ok()?;
        let days = span
            .get_days()
            .checked_add(span.get_weeks().checked_mul(7)?)?;
        let hours = i64::from(span.get_hours()).checked_add(i64::from(days) * 24)?;
        return minutes(hours.checked_mul(60)?.checked_add(span.get_minutes())?);
    }
    let number = |text: &str| text.parse::<i64>().ok().filter(|number| *number >= 0);
    let mut parts = text.split(':');
    let first = parts.next()?;
    if let Some((whole, _)) = first.split_once('.') {
        return minutes(number(whole)?);
    }
    match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => minutes(number(first)?),
        (Some(second), third, None) => {
            third.map_or(Some(0), number)?;
            minutes(
                number(first)?
                    .checked_mul(60)?
                    .checked_add(number(second)?)?,
            )
        }
        _ => None,
    }
}

fn minutes(minutes: i64) -> Option<SignedDuration> {
    // No part of a programme takes a year.
    (1..=525_600)
        .contains(&minutes)
        .then(|| SignedDuration::from_mins(minutes))
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use jiff::civil::{date, time as at};
    use jiff::tz::TimeZone;

    use super::{Moment, Zones, duration};

    #[test]
    fn durations_are_read_as_programs_write_them() {
        for (text, minutes) in [
            ("0:45", Some(45)),
            ("01:30", Some(90)),
            ("01:30:00", Some(90)),
            ("135.0:00", Some(135)),
            ("90", Some(90)),
            ("PT1H30M", Some(90)),
            ("P1D", Some(1_440)),
            ("PT0S", None),
            ("", None),
            ("0:00", None),
            ("-1:00", None),
            ("1:2:3:4", None),
            ("99999999999999999999:00", None),
            ("9223372036854775807:59", None),
            ("een uur", None),
        ] {
            let expected = minutes.map(SignedDuration::from_mins);
            assert_eq!(duration(text), expected, "{text}");
        }
    }

    #[test]
    fn moments_are_those_of_the_site() {
        let zones = Zones {
            site: TimeZone::get("Europe/Amsterdam").expect("it is known"),
            own: TimeZone::get("Europe/London").expect("it is known"),
        };
        let on = date(2025, 11, 12);
        for (text, expected) in [
            (
                "2025-11-12T10:00:00+01:00",
                Moment::At(on.to_datetime(at(10, 0, 0, 0))),
            ),
            (
                "2025-11-12T23:30:00Z",
                Moment::At(date(2025, 11, 13).to_datetime(at(0, 30, 0, 0))),
            ),
            (
                "2025-11-12T10:00:00",
                Moment::At(on.to_datetime(at(11, 0, 0, 0))),
            ),
            ("2025-11-12", Moment::Day(on)),
        ] {
            assert_eq!(zones.moment(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "2025-13-01T10:00:00",
            "12 november",
            "9999999-01-01T00:00:00Z",
        ] {
            assert_eq!(zones.moment(text), None, "{text}");
        }
    }
}
