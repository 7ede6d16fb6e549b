//! What somebody types of one field of a record: which field a word names, and the value that other
//! words give it. They are read as the cells of a table are.

use std::cell::Cell;

use super::super::table::CellValue;
use super::column_meaning::field_of;
use super::known::Known;
use super::lists::{NamesOfTable, PATIENCE};
use super::result::{FieldKey, FieldValue};
use super::value::{CellReader, control_character, fits_in_cell};
use crate::diagnostic::Diagnostic;
use crate::schema::columns::{Likeness, field_named};
use crate::schema::{Field, Kind, Shape, meant};
use crate::words::Language;

/// The field of a kind that a word names, in either language; none where a value of it does not fit
/// on a line.
pub fn field_typed(word: &str, kind: Kind) -> Option<FieldKey> {
    match field_of(word, kind.schema()) {
        Some((key, Likeness::Same)) => Some(key),
        Some((_, Likeness::Near)) | None => None,
    }
}

/// The parts of the group of fields that a word names; none where it names no group.
pub fn parts_typed(word: &str, kind: Kind) -> Vec<FieldKey> {
    let Some((position, Likeness::Same)) = field_named(word, kind.schema().fields) else {
        return Vec::new();
    };
    let Shape::Table(fields) = kind.schema().fields[position].shape else {
        return Vec::new();
    };
    let parts = fields.iter().map(|field| FieldKey {
        part: Some(field.name.nl.into()),
        ..FieldKey::whole(position)
    });
    parts.collect()
}

/// The field that was likely meant by a word, by its name.
pub fn field_meant(word: &str, kind: Kind, language: Language) -> Option<&'static str> {
    let fields = || {
        let fields = kind.schema().fields.iter();
        fields
            .filter(|field| fits_in_cell(field.shape))
            .map(Field::names)
    };
    meant(word, fields, language)
}

/// The value that a cell gives a field, whatever stands beside it.
pub(super) fn cell_alone(
    cell: &CellValue,
    kind: Kind,
    key: &FieldKey,
    known: &Known,
    patience: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<FieldValue> {
    let header = key.written(kind, known.language);
    let place = CellAlone {
        kind,
        shape: key.holder(kind).shape,
        part: key.part.as_deref(),
        header: &header,
    };
    place.read(cell, known, patience, found)
}

/// What a cell is of that stands beside no other.
struct CellAlone<'a> {
    kind: Kind,
    shape: Shape,
    part: Option<&'a str>,
    header: &'a str,
}

impl CellAlone<'_> {
    fn read(
        &self,
        cell: &CellValue,
        known: &Known,
        patience: usize,
        found: &mut Vec<Diagnostic>,
    ) -> Option<FieldValue> {
        let none = Known::new(known.language, known.year);
        let patience = Cell::new(patience);
        let reader = CellReader {
            names: NamesOfTable {
                site: known,
                file: &none,
                patience: &patience,
            },
            language: known.language,
            year: known.year,
            is_ours: true,
            kind: self.kind,
            shape: self.shape,
            part: self.part,
            header: self.header,
            order: None,
        };
        reader.read(cell, found)
    }
}

/// The value that words give a field; `None` where they say nothing.
///
/// # Errors
/// When the field cannot hold them: what is wrong.
pub fn value_typed(
    words: &str,
    kind: Kind,
    key: &FieldKey,
    known: &Known,
) -> Result<Option<FieldValue>, Vec<Diagnostic>> {
    let words = CellValue::Text(words.into());
    let mut found = Vec::new();
    let value = cell_alone(&words, kind, key, known, PATIENCE, &mut found);
    if found.is_empty() {
        Ok(value)
    } else {
        Err(found)
    }
}

/// The value that words give a field of a group of fields, such as the town of a place; `header` is
/// what messages call it.
///
/// # Errors
/// When the field cannot hold them: what is wrong.
pub fn part_typed(
    words: &str,
    kind: Kind,
    part: &Field,
    header: &str,
    known: &Known,
) -> Result<Option<FieldValue>, Vec<Diagnostic>> {
    let words = CellValue::Text(words.into());
    let mut found = Vec::new();
    let place = CellAlone {
        kind,
        shape: part.shape,
        part: None,
        header,
    };
    let value = place.read(&words, known, PATIENCE, &mut found);
    if found.is_empty() {
        Ok(value)
    } else {
        Err(found)
    }
}

/// A text as it was typed: Markdown, letter for letter. `None` where it says nothing.
///
/// # Errors
/// When it holds a sign that no page can.
pub fn text_typed(text: &str) -> Result<Option<FieldValue>, Vec<Diagnostic>> {
    let mut found = Vec::new();
    control_character(text, &mut found);
    if found.is_empty() {
        let text = text.trim();
        Ok((!text.is_empty()).then(|| FieldValue::Markdown(text.to_owned())))
    } else {
        Err(found)
    }
}
