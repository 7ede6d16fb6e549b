//! Values that were read, as somebody would fill them in.

use super::Site;
use super::wanted_text::says_nothing;
use crate::schema::value::{EndTime, FieldEntry, Fields, IdOrInline, PartyWritten, Value};
use crate::schema::wanted::{FieldGroup, FieldValue};
use crate::schema::{Field, Shape};
use crate::source::Span;

/// A value that was read, as somebody would fill it in.
pub(super) fn as_wanted(value: &Value, field: &Field, site: Site<'_>) -> FieldValue {
    let lines = |items: &mut dyn Iterator<Item = String>| FieldValue::List(items.collect());
    match value {
        Value::Line(line) | Value::One(line) => FieldValue::Line(line.clone()),
        Value::Markdown(text) => FieldValue::Markdown(text.text.to_string()),
        Value::Id(id) => FieldValue::Line(id.to_string()),
        Value::Date(date) => FieldValue::Date(*date),
        Value::Time(time) | Value::EndTime(EndTime::At(time)) => FieldValue::Time(*time),
        Value::EndTime(EndTime::Midnight) => FieldValue::Line("24:00".to_owned()),
        Value::Integer(number) => FieldValue::Integer(*number),
        Value::Number(number) => FieldValue::Number(*number),
        Value::Bool(truth) => FieldValue::Bool(*truth),
        Value::Choice(position) => match field.shape {
            Shape::Choice(words) => {
                FieldValue::Line(words[*position].word.get(site.language).to_owned())
            }
            _ => FieldValue::Line(String::new()),
        },
        Value::Party(party) => FieldValue::Line(party_in_words(party)),
        Value::Parties(parties) => lines(&mut parties.iter().map(party_in_words)),
        Value::Many(items) | Value::Lines(items) => {
            lines(&mut items.iter().map(|item| item.value.clone()))
        }
        Value::Tile(column, row) => FieldValue::Tile(*column, *row),
        Value::Tables(tables) => {
            FieldValue::Groups(tables.iter().map(|fields| group(fields, site)).collect())
        }
        // What people wrote in a way that no line says, as they wrote it.
        other => as_written(other, site),
    }
}

/// A group of fields, as somebody would fill it in.
pub(super) fn group(fields: &Fields, site: Site<'_>) -> FieldGroup {
    let schema = fields.schema.iter().enumerate();
    let part = |(position, field): (usize, &'static Field)| {
        let entry = own_entry(fields, position)?;
        let value = as_wanted(&entry.value.value, field, site);
        (!says_nothing(&value)).then_some((field, value))
    };
    FieldGroup(schema.filter_map(part).collect())
}

/// What was written for a field of a group.
pub(super) fn own_entry(fields: &Fields, position: usize) -> Option<&FieldEntry> {
    let mut entries = fields.entries.iter();
    entries.find(|entry| entry.field == position && !entry.translation)
}

fn as_written(value: &Value, site: Site<'_>) -> FieldValue {
    let text = |span: Span| site.sources.text(span).to_owned();
    match value {
        Value::ManyOrInline(items) => FieldValue::List(
            items
                .iter()
                .map(|item| match item {
                    IdOrInline::Id(id) => id.value.clone(),
                    IdOrInline::Inline(_, span) => text(*span),
                })
                .collect(),
        ),
        Value::Codes(codes) => FieldValue::List(
            codes
                .iter()
                .map(|(register, code)| format!("{}: {}", register.value, code.value))
                .collect(),
        ),
        Value::Table(fields) => FieldValue::Line(text(fields.span)),
        _ => FieldValue::Line(String::new()),
    }
}

/// A party in words: "Jan Smit", "Jan Smit (De Wilg)".
pub(super) fn party_in_words(party: &PartyWritten) -> String {
    match party {
        PartyWritten::Words(words) => words.value.clone(),
        PartyWritten::Named {
            name,
            organisation: Some(organisation),
        } => format!("{} ({})", name.value, organisation.value),
        PartyWritten::Named { name, .. } => name.value.clone(),
    }
}
