//! Mistakes of a table, each at its cell, with as much of the row as a message shows.

use std::sync::Arc;

use super::super::table::{CellValue, SheetRow};
use super::column_meaning::HeadedColumn;
use super::sheet_plan::SheetPlan;
use crate::diagnostic::{CellPlace, Diagnostic, Place, RowExcerpt, Severity, nearest};
use crate::source::SourcePath;
use crate::words::Language;

/// How many mistakes carry their row: nobody reads on, and each row takes memory.
const MOST_SHOWN: usize = 1_000;

/// How many mistakes are kept: of a table that has more, something else is wrong.
const MOST_KEPT: usize = 10_000;

/// More characters of a text than any message shows.
const MOST_OF_TEXT: usize = 500;

/// The mistakes found so far.
pub(super) struct Blame<'a> {
    pub(super) file: &'a SourcePath,
    pub(super) language: Language,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// How many errors there are, those too that are not kept.
    pub(super) errors: usize,
}

impl Blame<'_> {
    /// A mistake of the file as a whole.
    pub(super) fn file(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.place = Place::Path(self.file.clone());
        self.keep(diagnostic);
    }

    /// A mistake of a sheet as a whole.
    pub(super) fn sheet(&mut self, diagnostic: Diagnostic, name: Option<&str>, number: usize) {
        let place = CellPlace {
            file: self.file.clone(),
            sheet: name.map(Into::into),
            sheet_number: number,
            row: None,
            column: None,
            header: None,
            line: None,
            excerpt: None,
        };
        self.push(diagnostic, place);
    }

    /// A mistake of a column: it stands at its head.
    pub(super) fn column(
        &mut self,
        diagnostic: Diagnostic,
        plan: &SheetPlan<'_>,
        column: &HeadedColumn,
    ) {
        let header = plan.header_row();
        let mut place = self.place(plan, header, Some(column.column));
        // The head itself says what it is.
        place.header = None;
        self.push(diagnostic, place);
    }

    /// A mistake of a row, or of its cell in a column.
    pub(super) fn row(
        &mut self,
        diagnostic: Diagnostic,
        plan: &SheetPlan<'_>,
        row: &SheetRow,
        column: Option<&HeadedColumn>,
    ) {
        let mut place = self.place(plan, row, column.map(|column| column.column));
        let is_headed = |column: &&HeadedColumn| column.word.is_some();
        place.header = column
            .filter(is_headed)
            .map(|column| Arc::clone(&column.header));
        self.push(diagnostic, place);
    }

    fn push(&mut self, mut diagnostic: Diagnostic, place: CellPlace) {
        diagnostic.place = Place::Cell(Box::new(place));
        self.keep(diagnostic);
    }

    fn keep(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.severity() == Severity::Error);
        if self.diagnostics.len() < MOST_KEPT {
            self.diagnostics.push(diagnostic);
        }
    }

    fn place(&self, plan: &SheetPlan<'_>, row: &SheetRow, column: Option<u32>) -> CellPlace {
        let is_shown = self.diagnostics.len() < MOST_SHOWN;
        CellPlace {
            file: self.file.clone(),
            sheet: plan.name.clone(),
            sheet_number: plan.number,
            row: Some(row.number),
            column,
            header: None,
            line: row.line,
            excerpt: is_shown.then(|| excerpt(row, column, self.language)),
        }
    }
}

/// The cells of a row with something in them, and the one that is meant also without.
fn excerpt(row: &SheetRow, column: Option<u32>, language: Language) -> RowExcerpt {
    let mut cells: Vec<(u32, String)> = row
        .cells
        .iter()
        .map(|(column, cell)| (*column, start_of(cell, language)))
        .collect();
    if let Some(column) = column
        && let Err(place) = cells.binary_search_by_key(&column, |(column, _)| *column)
    {
        cells.insert(place, (column, String::new()));
    }
    let meant = cells.iter().position(|(own, _)| Some(*own) == column);
    let cells: Vec<String> = cells.into_iter().map(|(_, cell)| cell).collect();
    RowExcerpt::of(&cells, meant)
}

/// As much of a cell as is shown.
fn start_of(cell: &CellValue, language: Language) -> String {
    match cell {
        CellValue::Text(text) => text.chars().take(MOST_OF_TEXT).collect(),
        cell => cell.shown(language),
    }
}

/// The column whose head looks most like what was written.
pub(super) fn nearest_header<'a>(written: &str, plans: &'a [SheetPlan<'_>]) -> Option<&'a str> {
    let headers = plans.iter().flat_map(|plan| &plan.columns);
    nearest(written, headers.map(|column| &*column.header))
}
