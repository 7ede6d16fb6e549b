//! Days and times as people write them.

use jiff::civil::{Date, Time};

use super::value::EndTime;
use crate::words::Bilingual;
use crate::words::dates::month_named;
use crate::words::messages::schema as messages;

/// A day as ISO 8601 writes it: `2018-10-30`.
pub(super) fn iso_date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The date that was meant by `30-10-2018`, `30/10/2018` or `30 oktober 2018`.
pub(super) fn meant_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let month: i8 = month.parse().ok().or_else(|| month_named(month))?;
    let (year, day) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    Date::new(
        year.parse().ok().filter(|year| *year > 1000)?,
        month,
        day.parse().ok()?,
    )
    .ok()
}

/// `13:30`, `13.30`, `9:05`, with or without seconds and the word "uur".
pub(crate) fn clock_time(text: &str) -> Option<Time> {
    let (hour, minute) = hour_and_minute(text)?;
    Time::new(hour, minute, 0, 0).ok()
}

/// A time, or `24:00`: the midnight that a day ends with.
pub(super) fn end_time(text: &str) -> Option<EndTime> {
    if hour_and_minute(text)? == (24, 0) {
        return Some(EndTime::Midnight);
    }
    clock_time(text).map(EndTime::At)
}

/// What to write in the place of a text that is no time.
pub(super) fn way_to_write(text: &str) -> Bilingual {
    if hour_and_minute(text) == Some((24, 0)) {
        messages::BEGIN_ON_NEXT_DAY
    } else {
        messages::WRITE_TIME
    }
}

/// Whether a text is written as a time is, be it one that no clock shows.
pub(super) fn is_written_as_time(text: &str) -> bool {
    hour_and_minute(text).is_some()
}

fn hour_and_minute(text: &str) -> Option<(i8, i8)> {
    let text = text.trim().trim_end_matches("uur").trim_end();
    let mut parts = text.split([':', '.']);
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next();
    let digits = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some()
        || !digits(hour)
        || minute.len() != 2
        || !digits(minute)
        || !second.is_none_or(digits)
    {
        return None;
    }
    Some((hour.parse().ok()?, minute.parse().ok()?))
}
