//! Days and times as spreadsheets keep them: a count of days, or ISO 8601.

use jiff::civil::{Date, DateTime, Time, date};
use jiff::{Span, ToSpan as _};

use super::cells::CellValue;

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// Where days are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1900, in which these programs have a 29 February.
    From1900,
    /// 1904, as Excel for Mac did.
    From1904,
}

/// The day and time that a count of days means; `None` outside the years 1900 to 9999.
pub(super) fn moment(days: f64, epoch: Epoch) -> Option<DateTime> {
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    let first = match epoch {
        Epoch::From1904 => date(1904, 1, 1),
        // Day 60 is the 29 February that never was.
        Epoch::From1900 if days < 60.0 => date(1899, 12, 31),
        Epoch::From1900 => date(1899, 12, 30),
    };
    let seconds = seconds((days * DAY).round())?;
    first
        .at(0, 0, 0, 0)
        .checked_add(seconds)
        .ok()
        .filter(|moment| moment.year() <= 9999)
}

/// A time of day as a part of it; the whole of a day is the midnight that it ends with.
pub(super) fn time_of_day(days: f64) -> Option<CellValue> {
    if (days - 1.0).abs() < 0.5 / DAY {
        return Some(CellValue::EndOfDay);
    }
    if !(0.0..1.0).contains(&days) {
        return None;
    }
    let moment = Time::midnight()
        .checked_add(seconds((days * DAY).round())?)
        .ok()?;
    Some(CellValue::Time(moment))
}

fn seconds(count: f64) -> Option<Span> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole, and at most the seconds of eight thousand years"
    )]
    let count = count as i64;
    1.second().checked_mul(count).ok()
}

/// A day, or a day and time, as ISO 8601 writes it: `2025-11-12`, `2025-11-12T09:15:00`.
pub(super) fn iso_moment(text: &str) -> Option<CellValue> {
    let text = text.trim().trim_end_matches('Z');
    match text.split_once('T') {
        Some(_) => {
            let moment: DateTime = text.parse().ok()?;
            Some(of_moment(moment))
        }
        None => {
            let day: Date = text.parse().ok()?;
            Some(CellValue::Date(day))
        }
    }
}

/// A day and time as a cell: a day where the time is that with which it begins.
pub(super) fn of_moment(moment: DateTime) -> CellValue {
    if moment.time() == Time::midnight() {
        return CellValue::Date(moment.date());
    }
    CellValue::DateTime(moment)
}

/// A time as ISO 8601 writes a duration: `PT13H30M00S`.
pub(super) fn iso_duration(text: &str) -> Option<CellValue> {
    let mut rest = text.trim().strip_prefix("PT")?;
    let mut all = 0.0;
    for (unit, worth) in [('H', 3_600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((count, behind)) = rest.split_once(unit) {
            all += count.replace(',', ".").parse::<f64>().ok()? * worth;
            rest = behind;
        }
    }
    rest.is_empty().then(|| time_of_day(all / DAY))?
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::{CellValue, Epoch, iso_duration, iso_moment, moment, time_of_day};

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        let from_1900 = |days| moment(days, Epoch::From1900);
        assert_eq!(from_1900(45_973.0), Some(date(2025, 11, 12).at(0, 0, 0, 0)));
        assert_eq!(
            from_1900(45_973.385_416_666_66),
            Some(date(2025, 11, 12).at(9, 15, 0, 0))
        );
        assert_eq!(from_1900(1.0), Some(date(1900, 1, 1).at(0, 0, 0, 0)));
        assert_eq!(from_1900(61.0), Some(date(1900, 3, 1).at(0, 0, 0, 0)));
        assert_eq!(
            moment(44_511.0, Epoch::From1904),
            Some(date(2025, 11, 12).at(0, 0, 0, 0))
        );
        for odd in [-1.0, f64::NAN, f64::INFINITY, 1e9] {
            assert_eq!(from_1900(odd), None);
        }
    }

    #[test]
    fn times_are_parts_of_a_day() {
        let half_past_one = CellValue::Time(time(13, 30, 0, 0));
        assert_eq!(time_of_day(0.5625), Some(half_past_one.clone()));
        assert_eq!(iso_duration("PT13H30M00S"), Some(half_past_one));
        assert_eq!(time_of_day(1.0), Some(CellValue::EndOfDay));
        assert_eq!(iso_duration("PT24H"), Some(CellValue::EndOfDay));
        assert_eq!(iso_duration("PT25H"), None);
        assert_eq!(iso_duration("P1D"), None);
        let quarter = date(2025, 11, 12).at(9, 15, 0, 0);
        assert_eq!(
            iso_moment("2025-11-12T09:15:00"),
            Some(CellValue::DateTime(quarter))
        );
        assert_eq!(
            iso_moment("2025-11-12"),
            Some(CellValue::Date(date(2025, 11, 12)))
        );
    }
}
