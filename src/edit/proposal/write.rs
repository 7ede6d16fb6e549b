//! Puts a value into a record as written: the bytes of that value change, or a line is added or
//! taken out. Comments, order and every other value stay letter for letter.

use super::current::entry;
use super::items::set_items;
use super::parts::set_part;
use super::record_text::RecordText;
use super::spelled;
use crate::edit::Splices;
use crate::input::record::WrittenRecord;
use crate::schema::Kind;
use crate::schema::value::FieldEntry;
use crate::schema::wanted::{FieldKey, FieldValue};

/// Whether a field was given as the body of a Markdown file: it has no key.
fn is_body(entry: &FieldEntry) -> bool {
    entry.key == entry.value.span
}

/// Makes a field of a record hold a value, or nothing. Gives whether that could be done; else
/// nothing is changed.
pub(super) fn set(
    place: &RecordText<'_>,
    key: &FieldKey,
    wanted: Option<&FieldValue>,
    splices: &mut Splices,
) -> bool {
    if let Some(part) = key.part.as_deref() {
        return set_part(place, key, part, wanted, splices);
    }
    match (entry(place.record, key), wanted) {
        (Some(entry), wanted) if is_body(entry) => {
            let written = wanted.map(body).unwrap_or_default();
            splices.replace(place.body_text(entry), written);
            true
        }
        (Some(entry), Some(value)) => {
            if set_items(place, entry, value, splices) {
                return true;
            }
            let can = place.is_line(entry);
            if can {
                splices.replace(entry.value.span, place.spelled(entry, value));
            }
            can
        }
        (Some(entry), None) => place.remove(entry, splices),
        (None, Some(value)) if is_body_of_file(place.record, key) => {
            let parted = if place.text.ends_with('\n') {
                "\n"
            } else {
                "\n\n"
            };
            splices.insert(
                place.file,
                place.text.len(),
                &format!("{parted}{}\n", body(value)),
            );
            true
        }
        (None, Some(value)) => {
            let written = format!(
                "{} = {}",
                place.schema_key(key),
                spelled::value(value, place.is_inline, place.language)
            );
            place.add(key, &written, splices)
        }
        (None, None) => true,
    }
}

fn body(value: &FieldValue) -> String {
    match value {
        FieldValue::Markdown(text) | FieldValue::Line(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// Whether a field is the body of the file that is the record.
fn is_body_of_file(record: &WrittenRecord, key: &FieldKey) -> bool {
    let schema = record.kind.schema();
    let body = schema.body.and_then(|name| schema.position(name));
    let is_file = record.file_id.is_some() || record.kind == Kind::Event;
    is_file && key.translation.is_none() && body == Some(key.position)
}
