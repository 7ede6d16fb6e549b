//! What a cell of a workbook of ours says once it is read back: to know beforehand what a cell can
//! carry.

use std::cell::Cell;

use super::super::table::CellValue;
use super::known::Known;
use super::lists::NamesOfTable;
use super::result::{FieldKey, FieldValue};
use super::value::CellReader;
use crate::diagnostic::any_error;
use crate::schema::Kind;

/// What a cell says for a field of a record that a workbook of ours was made with; `None` where it
/// says nothing, or makes a mistake.
pub fn said(cell: &CellValue, kind: Kind, key: &FieldKey, known: &Known) -> Option<FieldValue> {
    let file = Known::new(known.language, known.year);
    let patience = Cell::new(0);
    let reader = CellReader {
        names: NamesOfTable {
            site: known,
            file: &file,
            patience: &patience,
        },
        language: known.language,
        year: known.year,
        is_ours: true,
        kind,
        shape: key.field(kind).shape,
        part: key.part.as_deref(),
        header: "",
        order: None,
    };
    let mut found = Vec::new();
    let value = reader.read(cell, &mut found);
    // A code of another length than usual is told of, and taken.
    value.filter(|_| !any_error(&found))
}
