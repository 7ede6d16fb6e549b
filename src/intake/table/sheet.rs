//! Sheets of rows, as they are built while a file is read.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization as _;

use super::allowance::{Allowance, MOST_OF_CELL, TooMuch};
use super::cells::CellValue;
use super::decoded::Encoded;

/// All tables of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The sheets, in the order of the file.
    pub sheets: Vec<Sheet>,
    /// How the bytes of a text with separators stood for letters; none for a workbook.
    pub encoded: Option<Encoded>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name; none where the file is one table.
    pub name: Option<String>,
    /// Whether people do not see it.
    pub hidden: bool,
    /// The rows with something in them, in order.
    pub rows: Vec<SheetRow>,
    /// Columns that people do not see, from 0.
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// How many cells have a comment.
    pub comments: usize,
    /// The rows from 1 and columns from 0 that cells joined into one go over, at most one column
    /// and one row of which may hold something.
    pub merged: Vec<Merged>,
}

/// Cells that are joined into one: what is in it stands in the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Its rows, from 1.
    pub rows: RangeInclusive<u32>,
    /// Its columns, from 0.
    pub columns: RangeInclusive<u32>,
}

/// One row with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetRow {
    /// Its number as people see it, from 1.
    pub number: u32,
    /// Whether people do not see it.
    pub hidden: bool,
    /// The line it begins on, from 1, in a text with separators.
    pub line: Option<usize>,
    /// How many cells it was written with, empty ones too, in a text with separators; 0 elsewhere.
    pub written: usize,
    /// The cells with something in them, by column from 0, in order.
    pub cells: Vec<(u32, CellValue)>,
}

impl SheetRow {
    /// What stands in a column.
    pub fn cell(&self, column: u32) -> Option<&CellValue> {
        let place = self
            .cells
            .binary_search_by_key(&column, |(column, _)| *column);
        place.ok().map(|place| &self.cells[place].1)
    }
}

impl Sheet {
    pub(super) fn new(name: Option<String>, hidden: bool) -> Self {
        Self {
            name,
            hidden,
            rows: Vec::new(),
            hidden_columns: Vec::new(),
            comments: 0,
            merged: Vec::new(),
        }
    }

    /// Whether people do not see a column.
    pub fn hides(&self, column: u32) -> bool {
        self.hidden_columns
            .iter()
            .any(|columns| columns.contains(&column))
    }

    /// Adds a row, unless nothing is in it.
    pub(super) fn add(&mut self, row: SheetRow, allowance: &mut Allowance) -> Result<(), TooMuch> {
        if row.cells.is_empty() {
            return Ok(());
        }
        allowance.row()?;
        self.rows.push(row);
        Ok(())
    }
}

impl SheetRow {
    pub(super) fn new(number: u32, hidden: bool) -> Self {
        Self {
            number,
            hidden,
            line: None,
            written: 0,
            cells: Vec::new(),
        }
    }

    /// Adds a cell, unless nothing is in it.
    pub(super) fn add(
        &mut self,
        sheet: Option<&str>,
        column: u32,
        value: CellValue,
        allowance: &mut Allowance,
    ) -> Result<(), TooMuch> {
        let value = match value {
            CellValue::Text(text) => {
                let text = composed(&text).into_owned();
                if text.chars().all(char::is_whitespace) {
                    return Ok(());
                }
                if text.len() > MOST_OF_CELL && text.chars().count() > MOST_OF_CELL {
                    return Err(TooMuch::Cell {
                        sheet: sheet.map(ToOwned::to_owned),
                        row: self.number,
                        column,
                    });
                }
                CellValue::Text(text)
            }
            other => other,
        };
        let bytes = match &value {
            CellValue::Text(text) | CellValue::Error(text) => text.len(),
            _ => 0,
        };
        allowance.cell(column, bytes)?;
        self.cells.push((column, value));
        Ok(())
    }
}

/// A text in composed Unicode with `\n` between its lines, as the texts of a site are.
fn composed(text: &str) -> Cow<'_, str> {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    if text.is_ascii() {
        return text;
    }
    Cow::Owned(text.nfc().collect())
}
