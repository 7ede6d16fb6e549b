//! How a sheet is read: where its heads are, what its columns are called, which kinds its rows are.

use std::sync::Arc;

use super::super::table::{CellValue, Sheet, SheetRow};
use super::choices::TableChoices;
use super::column_meaning::HeadedColumn;
use super::header::header_of;
use super::result::WhyNotTaken;
use super::sheet_kind::kinds_named;
use super::words::line;
use crate::schema::Kind;
use crate::words::Language;

/// How one sheet is read.
pub(super) struct SheetPlan<'a> {
    pub(super) sheet: &'a Sheet,
    /// Its name; none where the file is one table.
    pub(super) name: Option<Arc<str>>,
    /// Which sheet of the file it is, from 0.
    pub(super) number: usize,
    /// The position of the row with the heads.
    header: usize,
    /// The columns with something in them, in order.
    pub(super) columns: Vec<HeadedColumn>,
    /// The position among the columns of the one that says the kind of each row.
    pub(super) kind_column: Option<usize>,
    /// The kind of a row of which no column says it.
    pub(super) kind: Option<Kind>,
}

impl<'a> SheetPlan<'a> {
    /// Looks at a sheet. `called` is what it goes by: its own name, or that of the file.
    ///
    /// # Errors
    /// When it is not to be read.
    pub(super) fn of(
        sheet: &'a Sheet,
        number: usize,
        called: &str,
        choices: &TableChoices,
    ) -> Result<Self, WhyNotTaken> {
        if sheet.hidden {
            return Err(WhyNotTaken::Hidden);
        }
        if sheet.rows.is_empty() {
            return Err(WhyNotTaken::Empty);
        }
        let named = sheet.name.as_deref().map(kinds_named).unwrap_or_default();
        let named = match (named.as_slice(), choices.kind) {
            ([], Some(kind)) => vec![kind],
            ([], None) => kinds_named(called),
            _ => named,
        };
        let header = header_of(sheet, &named, choices.header_row)
            .or_else(|| header_of(sheet, &[], choices.header_row))
            .ok_or(WhyNotTaken::NoHeader)?;
        let columns = columns(sheet, header, choices);
        let kind = match named.as_slice() {
            [kind] => Some(*kind),
            _ => None,
        };
        let fixed = kind.map(Kind::schema);
        let kind_column = columns.iter().position(|column| column.is_kind(fixed));
        if kind.is_none() && kind_column.is_none() {
            return Err(WhyNotTaken::NoKind);
        }
        Ok(Self {
            sheet,
            name: sheet.name.as_deref().map(Into::into),
            number,
            header,
            columns,
            kind_column,
            kind,
        })
    }

    /// The row with the heads of the columns.
    pub(super) fn header_row(&self) -> &'a SheetRow {
        &self.sheet.rows[self.header]
    }

    /// The rows below it.
    pub(super) fn rows(&self) -> &'a [SheetRow] {
        &self.sheet.rows[self.header + 1..]
    }

    /// The rows above it.
    pub(super) fn rows_above(&self) -> &'a [SheetRow] {
        &self.sheet.rows[..self.header]
    }

    /// The kind of a row: what its column says, else that of the sheet; `None` where that is none.
    pub(super) fn kind_of(&self, row: &SheetRow) -> Option<Kind> {
        let said = self
            .kind_column
            .and_then(|index| row.cell(self.columns[index].column));
        match said {
            Some(CellValue::Text(text)) => {
                Kind::named_as_any(&line(text)).filter(|kind| kind.stands_in_tables())
            }
            Some(_) => None,
            None => self.kind,
        }
    }

    /// The position among the columns of the one in this place.
    pub(super) fn index_of(&self, column: u32) -> Option<usize> {
        let columns = &self.columns;
        columns
            .binary_search_by_key(&column, |headed| headed.column)
            .ok()
    }

    /// What stands in a row below a head.
    pub(super) fn cell(&self, row: &'a SheetRow, index: usize) -> Option<&'a CellValue> {
        row.cell(self.columns[index].column)
    }
}

/// The columns that have a head or something below it.
fn columns(sheet: &Sheet, header: usize, choices: &TableChoices) -> Vec<HeadedColumn> {
    let rows = &sheet.rows[header + 1..];
    let mut all: Vec<(u32, bool)> = Vec::new();
    for row in rows {
        for (column, cell) in &row.cells {
            let is_number = match cell {
                CellValue::Number { .. } => true,
                CellValue::Text(text) => text.trim().bytes().all(|byte| byte.is_ascii_digit()),
                _ => false,
            };
            match all.binary_search_by_key(column, |(column, _)| *column) {
                Ok(place) => all[place].1 &= is_number,
                Err(place) => all.insert(place, (*column, is_number)),
            }
        }
    }
    for (column, _) in &sheet.rows[header].cells {
        if let Err(place) = all.binary_search_by_key(column, |(column, _)| *column) {
            all.insert(place, (*column, false));
        }
    }
    let named = |(column, is_numbers)| {
        let text = match sheet.rows[header].cell(column) {
            Some(CellValue::Text(text)) => text.clone(),
            Some(cell) => cell.shown(Language::Nl),
            None => String::new(),
        };
        HeadedColumn::new(column, &text, sheet.hides(column), is_numbers, choices)
    };
    all.into_iter().map(named).collect()
}
