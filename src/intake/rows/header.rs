//! Which row of a sheet has the heads of its columns.

use super::super::table::{CellValue, Sheet, SheetRow};
use super::words::column_word;
use crate::schema::columns::{HeadWords, field_named};
use crate::schema::{Field, Kind, KindSchema};

/// How many rows with something in them are looked at.
const LOOKED_AT: usize = 20;

/// The longest head of a column, in bytes: nobody's word is longer.
const LONGEST: usize = 80;

/// The position among the rows of a sheet of the one with the heads of its columns. `kinds` are
/// those that its rows may be of.
pub(super) fn header_of(sheet: &Sheet, kinds: &[Kind], chosen: Option<u32>) -> Option<usize> {
    if let Some(number) = chosen {
        return sheet.rows.iter().position(|row| row.number == number);
    }
    let schemas: Vec<&'static KindSchema> = match kinds {
        [] => Kind::all_in_tables().collect(),
        kinds => kinds.iter().map(|kind| kind.schema()).collect(),
    };
    let known = HeadWords::of(&schemas);
    let find = |may_be_merged: bool| {
        sheet.rows.iter().take(LOOKED_AT).position(|row| {
            (may_be_merged || !is_band(sheet, row))
                && is_header(row, &known, &schemas, !kinds.is_empty())
        })
    };
    // A band of joined cells stands above the heads; heads may be joined all the same.
    find(false).or_else(|| find(true))
}

/// Whether cells of a row are joined with others beside them.
fn is_band(sheet: &Sheet, row: &SheetRow) -> bool {
    sheet.merged.iter().any(|merged| {
        merged.rows.contains(&row.number) && merged.columns.start() < merged.columns.end()
    })
}

/// Whether a row has two known words or more, and these are more than half of its cells; on a sheet
/// whose kind is known, one of these may also be its title or name.
fn is_header(
    row: &SheetRow,
    head_words: &HeadWords,
    schemas: &[&'static KindSchema],
    is_kind_known: bool,
) -> bool {
    let words: Vec<String> = row
        .cells
        .iter()
        .filter_map(|(_, cell)| word(cell))
        .collect();
    let known = words.iter().filter(|word| head_words.has(word)).count();
    let names_title = || {
        let title = |schema: &&'static KindSchema| {
            let fields = schema.fields;
            let position = fields.iter().position(|field: &Field| field.required);
            words
                .iter()
                .any(|word| field_named(word, fields).map(|(position, _)| position) == position)
        };
        is_kind_known && schemas.iter().any(title)
    };
    known >= 2 && (known * 2 > row.cells.len() || names_title())
}

fn word(cell: &CellValue) -> Option<String> {
    match cell {
        CellValue::Text(text) if text.len() <= LONGEST => Some(column_word(text)),
        _ => None,
    }
}
