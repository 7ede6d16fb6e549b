//! How much of a file is taken: past these bounds no person fills a table by hand, and a hostile
//! file would fill the memory.

use std::collections::HashSet;

use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::source::SourcePath;
use crate::words::messages::tables as messages;

/// The most rows of a file with something in them.
pub const MOST_ROWS: usize = 20_000;
/// The most columns of a sheet with something in them.
pub(super) const MOST_COLUMNS: usize = 200;
/// The most cells of a file with something in them.
pub const MOST_CELLS: usize = 200_000;
/// The most characters of a cell.
pub(super) const MOST_OF_CELL: usize = 100_000;
/// The most bytes of text in all cells together: a text that many cells share counts for each.
pub(super) const MOST_TEXT: usize = 16_000_000;
/// The most cells that are looked at, those with only a look too.
pub(super) const MOST_WALKED: usize = 2_000_000;
/// The most sheets.
pub(super) const MOST_SHEETS: usize = 500;

/// What there is too much of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::intake) enum TooMuch {
    /// Rows with something in them.
    Rows,
    /// Columns with something in them, on one sheet.
    Columns,
    /// Cells with something in them.
    Cells,
    /// Sheets.
    Sheets,
    /// Text in all cells together.
    Text,
    /// Text in one cell.
    Cell {
        /// The sheet, in a workbook.
        sheet: Option<String>,
        /// Its row, from 1.
        row: u32,
        /// Its column, from 0.
        column: u32,
    },
}

impl TooMuch {
    pub(super) fn diagnostic(self, file: &SourcePath) -> Diagnostic {
        let problem = match &self {
            Self::Rows => messages::too_many_rows(&MOST_ROWS),
            Self::Columns => messages::too_many_columns(&MOST_COLUMNS),
            Self::Cells => messages::too_many_cells(&MOST_CELLS),
            Self::Sheets => messages::too_many_sheets(&MOST_SHEETS),
            Self::Text => messages::too_much_text(&(MOST_TEXT / 1_000_000)),
            Self::Cell { .. } => messages::too_much_in_cell(&MOST_OF_CELL),
        };
        let diagnostic = match self {
            Self::Cell { sheet, row, column } => Diagnostic::in_table(
                Code::ImportTooLarge,
                CellPlace {
                    file: file.clone(),
                    sheet: sheet.map(Into::into),
                    sheet_number: 0,
                    row: Some(row),
                    column: Some(column),
                    header: None,
                    line: None,
                    excerpt: None,
                },
            ),
            _ => Diagnostic::of_path(Code::ImportTooLarge, file.clone()),
        };
        diagnostic
            .with("problem", problem)
            .with("way", messages::DIVIDE_TABLE)
    }
}

/// What may still be taken of a file.
#[derive(Debug)]
pub(super) struct Allowance {
    sheets: usize,
    rows: usize,
    cells: usize,
    text: usize,
    walked: usize,
    /// The columns of the sheet at hand with something in them.
    columns: HashSet<u32>,
}

impl Allowance {
    pub(super) fn new() -> Self {
        Self {
            sheets: MOST_SHEETS,
            rows: MOST_ROWS,
            cells: MOST_CELLS,
            text: MOST_TEXT,
            walked: MOST_WALKED,
            columns: HashSet::new(),
        }
    }

    /// Another sheet begins.
    pub(super) fn sheet(&mut self) -> Result<(), TooMuch> {
        self.columns.clear();
        take(&mut self.sheets, 1).ok_or(TooMuch::Sheets)
    }

    /// Another row has something in it.
    pub(super) fn row(&mut self) -> Result<(), TooMuch> {
        take(&mut self.rows, 1).ok_or(TooMuch::Rows)
    }

    /// Another cell is looked at, whatever is in it.
    pub(super) fn walk(&mut self) -> Result<(), TooMuch> {
        take(&mut self.walked, 1).ok_or(TooMuch::Cells)
    }

    /// Another cell has something in it: text of so many bytes, or anything else.
    pub(super) fn cell(&mut self, column: u32, bytes: usize) -> Result<(), TooMuch> {
        if self.columns.insert(column) && self.columns.len() > MOST_COLUMNS {
            return Err(TooMuch::Columns);
        }
        take(&mut self.cells, 1).ok_or(TooMuch::Cells)?;
        take(&mut self.text, bytes).ok_or(TooMuch::Text)
    }
}

fn take(left: &mut usize, taken: usize) -> Option<()> {
    *left = left.checked_sub(taken)?;
    Some(())
}
