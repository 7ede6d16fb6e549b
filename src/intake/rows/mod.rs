//! Rows of tables as records that somebody wants. In: the bytes of a table, what the user chose,
//! and what the site has. Out: [`ReadRows`], each value as its field holds it, with the cell that it
//! stands in; what was left out; and every mistake of the file.
//!
//! Nothing is guessed that could be two things, nothing is taken from a column that nobody meant to
//! publish, and nothing is written: what becomes of the rows, others decide.

mod blame;
mod cell_said;
mod choices;
mod codes;
mod column_meaning;
mod dates;
mod file_records;
mod header;
mod kind_columns;
mod known;
mod leftovers;
mod lists;
mod markdown_text;
mod named_text;
mod numbers;
mod reader;
mod result;
mod row;
mod sheet_kind;
mod sheet_plan;
mod times;
mod typed;
mod value;
mod words;

pub use cell_said::{field_headed, said};
pub use choices::{ColumnChoice, TableChoices};
pub use known::{Known, KnownRecord, NameFound, names_of};
pub(super) use markdown_text::markdown as as_markdown;
pub use reader::BASE_SHEET;
pub use result::{
    FieldKey, FieldValue, NotTaken, ReadColumn, ReadField, ReadRow, ReadRows, ReadSheet,
    WhyNotTaken,
};
pub use typed::{field_meant, field_typed, part_typed, parts_typed, text_typed, value_typed};
pub use value::fits_in_cell;
pub(super) use words::{line, visible};

use super::table;
use crate::source::SourcePath;

/// Reads a table of any kind that is read: a workbook of Excel or `LibreOffice`, or a text with
/// separators. `file` is what messages call it.
pub fn read(bytes: &[u8], file: &SourcePath, choices: &TableChoices, known: &Known) -> ReadRows {
    match table::read(bytes, file) {
        Ok(workbook) => reader::read(workbook, file, choices, known),
        Err(diagnostic) => ReadRows::refused(file, diagnostic),
    }
}
