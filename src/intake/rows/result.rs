//! What a table says, as values.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::super::table::{Encoded, Sheet};
use crate::diagnostic::{CellPlace, Diagnostic};
use crate::id::Id;
use crate::schema::Kind;
pub use crate::schema::wanted::{FieldKey, FieldValue};
use crate::source::SourcePath;

/// All that a file of tables says.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRows {
    /// The file.
    pub file: SourcePath,
    /// The records, in the order of sheets and rows, those with mistakes too.
    pub rows: Vec<ReadRow>,
    /// The sheets that were read.
    pub sheets: Vec<ReadSheet>,
    /// What was not read.
    pub left_out: Vec<NotTaken>,
    /// How the letters of a text with separators were written; none for a workbook.
    pub encoded: Option<Encoded>,
    /// The sheet that this program hides in its own workbooks, with what it knew when it made them;
    /// a workbook that has one is ours.
    pub base: Option<Sheet>,
    /// Every mistake, in the order of sheets and rows.
    pub diagnostics: Vec<Diagnostic>,
}

/// One record that a row wants.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRow {
    /// Its kind.
    pub kind: Kind,
    /// The id that the row gives it.
    pub id: Option<Id>,
    /// Which sheet it stands on: a position in [`ReadRows::sheets`].
    pub sheet: usize,
    /// The number of the row as people see it, from 1.
    pub number: u32,
    /// The line it begins on, from 1, in a text with separators.
    pub line: Option<usize>,
    /// What its cells want, in the order of the columns.
    pub fields: Vec<ReadField>,
    /// The fields whose cells are empty: they have a column, and the row says nothing there.
    pub empty: Vec<FieldKey>,
    /// Whether a mistake stands in the row, so that it is not whole.
    pub has_error: bool,
}

/// One field that a cell wants.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadField {
    /// Which field.
    pub key: FieldKey,
    /// What it wants there.
    pub value: FieldValue,
    /// The column it stands in, from 0.
    pub column: u32,
}

/// A sheet that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadSheet {
    /// Its name; none where the file is one table.
    pub name: Option<Arc<str>>,
    /// Which sheet of the file it is, from 0.
    pub number: usize,
    /// The number of the row with the heads of the columns, from 1.
    pub header_row: u32,
    /// The kinds of its rows, each once.
    pub kinds: Vec<Kind>,
    /// The columns that were taken.
    pub columns: Vec<ReadColumn>,
    /// The column with the ids of its rows, from 0.
    pub id_column: Option<u32>,
    /// The rows that people do not see, and that were read all the same.
    pub hidden_rows: Vec<u32>,
    /// How many rows of records were read.
    pub rows: usize,
}

/// A column that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadColumn {
    /// Its position, from 0.
    pub column: u32,
    /// What stands at its head.
    pub header: Arc<str>,
    /// The keys of the fields it was taken for, each once, in the site's language: one, unless the
    /// kinds of the sheet differ.
    pub keys: Vec<String>,
}

/// Something that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// A sheet.
    Sheet {
        /// Its name; none where the file is one table.
        name: Option<String>,
        /// Why.
        why: WhyNotTaken,
    },
    /// A column with something in it.
    Column {
        /// The sheet.
        sheet: Option<Arc<str>>,
        /// What stands at its head, or its letters.
        header: Arc<str>,
    },
    /// Rows above the heads of the columns.
    RowsAbove {
        /// The sheet.
        sheet: Option<Arc<str>>,
        /// From the first with something in it up to the last.
        rows: RangeInclusive<u32>,
    },
    /// Comments of cells, which are never taken.
    Comments {
        /// The sheet.
        sheet: Option<Arc<str>>,
        /// How many cells have one.
        count: usize,
    },
}

/// Why a sheet was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNotTaken {
    /// People do not see it.
    Hidden,
    /// Nothing is in it.
    Empty,
    /// No row of it is the heads of columns.
    NoHeader,
    /// Nothing says what kind of records its rows are.
    NoKind,
}

impl ReadRows {
    /// What comes of a file that is not read.
    pub(super) fn refused(file: &SourcePath, diagnostic: Diagnostic) -> Self {
        Self {
            file: file.clone(),
            rows: Vec::new(),
            sheets: Vec::new(),
            left_out: Vec::new(),
            encoded: None,
            base: None,
            diagnostics: vec![diagnostic],
        }
    }

    /// Where a row stands, or the cell of one of its fields: for messages of what comes after.
    pub fn place(&self, row: &ReadRow, field: Option<&ReadField>) -> CellPlace {
        let sheet = &self.sheets[row.sheet];
        let header = field.and_then(|field| {
            let column = |column: &&ReadColumn| column.column == field.column;
            sheet.columns.iter().find(column)
        });
        CellPlace {
            file: self.file.clone(),
            sheet: sheet.name.clone(),
            sheet_number: sheet.number,
            row: Some(row.number),
            column: field.map(|field| field.column),
            header: header.map(|column| Arc::clone(&column.header)),
            line: row.line,
            excerpt: None,
        }
    }
}
