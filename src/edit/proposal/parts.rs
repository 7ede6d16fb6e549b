//! Parts of a group of fields, and codes of registers: one is changed, added or taken out, and the
//! others stay letter for letter.

use super::current::entry;
use super::record_text::{RecordText, between_commas};
use super::spelled;
use crate::edit::Splices;
use crate::schema::value::{FieldEntry, Value};
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::source::Span;

/// Makes a part of a group of fields, or a code of a register, hold a value, or nothing.
pub(super) fn set_part(
    place: &RecordText<'_>,
    key: &FieldKey,
    part: &str,
    wanted: Option<&FieldValue>,
    splices: &mut Splices,
) -> bool {
    let Some(entry) = entry(place.record, key) else {
        let Some(value) = wanted else { return true };
        let written = format!(
            "{}.{} = {}",
            place.schema_key(key),
            place.part_key(key),
            spelled::value(value, place.is_inline, place.language)
        );
        return place.add(key, &written, splices);
    };
    let parts = parts_of(&entry.value.value);
    let known = parts.iter().find(|known| known.is_called(part));
    match (known, wanted) {
        (Some(known), Some(value)) => {
            splices.replace(known.value, spelled::value(value, true, place.language));
            true
        }
        (None, Some(value)) => match parts.iter().max_by_key(|part| part.value.end) {
            Some(last) => {
                add_part(place, entry, last, &place.part_key(key), value, splices);
                true
            }
            None => false,
        },
        (Some(known), None) => remove_part(place, entry, known, parts.len(), splices),
        (None, None) => true,
    }
}

/// A part of a group, and where its key and value stand.
struct GroupPart {
    names: [String; 2],
    key: Span,
    value: Span,
}

impl GroupPart {
    fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }
}

fn parts_of(value: &Value) -> Vec<GroupPart> {
    match value {
        Value::Codes(codes) => codes
            .iter()
            .map(|(register, code)| GroupPart {
                names: [register.value.clone(), register.value.clone()],
                key: register.span,
                value: code.span,
            })
            .collect(),
        Value::Table(fields) => fields
            .entries
            .iter()
            .map(|entry| {
                let names = fields.schema[entry.field].name;
                GroupPart {
                    names: [names.nl.to_owned(), names.en.to_owned()],
                    key: entry.key,
                    value: entry.value.span,
                }
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether a group stands between braces.
fn is_between_braces(place: &RecordText<'_>, entry: &FieldEntry) -> bool {
    place.is_inline || place.is_line(entry) && place.text[entry.value.span.range()].starts_with('{')
}

/// Adds a part to a group in the way that its last part is written: between braces, as a line below
/// the group's header, or as `codes.brin = …`.
fn add_part(
    place: &RecordText<'_>,
    entry: &FieldEntry,
    last: &GroupPart,
    key: &str,
    value: &FieldValue,
    splices: &mut Splices,
) {
    let spelled = spelled::value(value, true, place.language);
    let end = last.value.range().end;
    if is_between_braces(place, entry) {
        splices.insert(place.file, end, &format!(", {key} = {spelled}"));
        return;
    }
    let start = last.key.range().start;
    let dotted = place.text[place.line_start(start)..start].trim_start();
    place.add_behind(end, &format!("{dotted}{key} = {spelled}"), splices);
}

/// Takes a part out; with the last of it the group goes, where it stands on a line.
fn remove_part(
    place: &RecordText<'_>,
    entry: &FieldEntry,
    part: &GroupPart,
    parts: usize,
    splices: &mut Splices,
) -> bool {
    let (start, end) = (part.key.range().start, part.value.range().end);
    if is_between_braces(place, entry) {
        if parts == 1 && place.is_line(entry) {
            return place.remove(entry, splices);
        }
        let range = between_commas(place.text, start, end);
        splices.replace(Span::new(place.file, range), String::new());
        return true;
    }
    let from = place.line_start(start);
    let is_own_line = place.text[from..start]
        .chars()
        .all(|character| !matches!(character, '{' | ',' | '='));
    if is_own_line {
        let below = place.line_below(end).unwrap_or(place.text.len());
        splices.replace(Span::new(place.file, from..below), String::new());
    }
    is_own_line
}
