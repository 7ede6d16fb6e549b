//! Days and times that TOML cannot read as they stand: which were meant, and how they are written.

use super::kinds::{KINDS, Shape};
use super::moments::{clock_time, end_time, is_written_as_time, meant_date, way_to_write};
use super::value::EndTime;
use crate::diagnostic::Code;
use crate::words::Bilingual;
use crate::words::messages::schema as messages;

/// What is wrong with a value that is written as a day or time, and what to write in its place.
/// `before` is what stands before it on its line.
pub(super) fn written_moment(written: &str, before: &str) -> Option<(Code, Option<String>)> {
    if let Some(time) = clock_time(written) {
        return Some((Code::BadTime, Some(time.strftime("%H:%M").to_string())));
    }
    if is_written_as_time(written) {
        let is_midnight = end_time(written) == Some(EndTime::Midnight);
        let suggestion = is_midnight && takes_end_of_day(before);
        return Some((Code::BadTime, suggestion.then(|| "\"24:00\"".to_owned())));
    }
    let is_of_digits = written
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-')
        && written.matches('-').count() == 2;
    let date = meant_date(written);
    (date.is_some() || is_of_digits).then(|| (Code::BadDate, date.map(|date| date.to_string())))
}

/// What to write in the place of such a time.
pub(super) fn way_to_write_time(written: &str, suggestion: Option<&str>) -> Bilingual {
    match suggestion {
        Some(quoted) if quoted.starts_with('"') => messages::QUOTE_MIDNIGHT,
        _ => way_to_write(written),
    }
}

/// Whether the field whose value follows takes the midnight that a day ends with.
fn takes_end_of_day(before: &str) -> bool {
    let Some(before) = before.trim_end().strip_suffix('=') else {
        return false;
    };
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let mut words = before.trim_end().rsplit(|character| !is_part(character));
    let key = words.next().unwrap_or_default();
    let mut fields = KINDS.iter().flat_map(|schema| schema.fields);
    fields
        .any(|field| field.shape == Shape::EndTime && [field.name.nl, field.name.en].contains(&key))
}
