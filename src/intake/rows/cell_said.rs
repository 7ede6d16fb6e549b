//! What a column and a cell of a workbook of ours say once they are read back: to know beforehand
//! what a table can carry.

use super::super::table::CellValue;
use super::choices::TableChoices;
use super::column_meaning::{ColumnMeaning, HeadedColumn};
use super::known::Known;
use super::result::{FieldKey, FieldValue};
use super::typed::cell_alone;
use crate::diagnostic::any_error;
use crate::schema::Kind;
use crate::schema::columns::Likeness;

/// The field of a kind that a column with this head is.
pub fn field_headed(head: &str, kind: Kind) -> Option<FieldKey> {
    let column = HeadedColumn::new(0, head, false, false, &TableChoices::default());
    match column.meaning(kind.schema(), false) {
        ColumnMeaning::Field(key, Likeness::Same) => Some(key),
        _ => None,
    }
}

/// What a cell says for a field of a record that a workbook of ours was made with; `None` where it
/// says nothing, or makes a mistake.
pub fn said(cell: &CellValue, kind: Kind, key: &FieldKey, known: &Known) -> Option<FieldValue> {
    let mut found = Vec::new();
    let value = cell_alone(cell, kind, key, known, 0, &mut found);
    // A code of another length than usual is told of, and taken.
    value.filter(|_| !any_error(&found))
}
