//! Times as people type them in tables, and two of them in one cell.

use jiff::civil::Time;

use crate::schema::clock_time;
use crate::schema::value::EndTime;

/// What stands between two times.
const BETWEEN: [&str; 6] = ["–", "—", "-", " tot ", " t/m ", " to "];

/// A time: `13:00`, `13.30`, `15:00 uur`, `15 uur`, `13u30`; `24:00` is the midnight that a day ends
/// with.
pub(super) fn time_of(text: &str) -> Option<EndTime> {
    let text = text.trim().to_lowercase();
    let plain = text
        .strip_suffix("uur")
        .or_else(|| text.strip_suffix('u'))
        .map(str::trim_end);
    let hours = plain.filter(|hours| matches!(hours.len(), 1 | 2));
    let hours = hours.map(|hours| format!("{hours}:00"));
    let parted = text.replacen(['u', 'h'], ":", 1);
    let written = hours.as_deref().or(plain).unwrap_or(&text);
    if written == "24:00" || written == "24.00" {
        return Some(EndTime::Midnight);
    }
    clock_time(written)
        .or_else(|| clock_time(&parted))
        .map(EndTime::At)
}

/// When something begins and ends, in one cell: `13.00–13.30`, `9:00 tot 10:30 uur`.
pub(super) fn times_of(text: &str) -> Option<(Time, EndTime)> {
    BETWEEN.iter().find_map(|between| {
        let (start, end) = text.split_once(between)?;
        match (time_of(start)?, time_of(end)?) {
            (EndTime::At(start), end) => Some((start, end)),
            (EndTime::Midnight, _) => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::{EndTime, time_of, times_of};

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, hour, minute) in [
            ("13:00", 13, 0),
            ("13.30", 13, 30),
            ("15:00 uur", 15, 0),
            ("15 uur", 15, 0),
            ("9u", 9, 0),
            ("13u30", 13, 30),
            ("09:05:00", 9, 5),
        ] {
            assert_eq!(
                time_of(text),
                Some(EndTime::At(time(hour, minute, 0, 0))),
                "{text}"
            );
        }
        assert_eq!(time_of("24:00"), Some(EndTime::Midnight));
        for text in ["", "25:00", "later", "13", "uur", "u"] {
            assert_eq!(time_of(text), None, "{text}");
        }
        let whole = (time(13, 0, 0, 0), EndTime::At(time(13, 30, 0, 0)));
        for text in [
            "13.00–13.30",
            "13:00 - 13:30 uur",
            "13.00 tot 13.30",
            "13:00-13:30",
        ] {
            assert_eq!(times_of(text), Some(whole), "{text}");
        }
        assert_eq!(times_of("13:00"), None);
    }
}
