//! Tables that other programs made: workbooks of Excel and `LibreOffice`, and texts with separators.
//! In: bytes. Out: a [`Workbook`], the same value whatever the file was: sheets of rows with their
//! numbers as people see them, each cell as what it means.
//!
//! What a cell would be on a site is not known here, and nothing is left out but what is empty.

mod allowance;
mod cells;
mod decoded;
mod excel;
mod moments;
mod number_formats;
mod ods;
mod ods_cell;
mod separated;
mod sheet;
mod sheet_part;
mod strings;
mod table_part;
mod unreadable;
mod with_ids;

pub use allowance::{MOST_CELLS, MOST_ROWS};
pub use cells::CellValue;
pub use decoded::Encoded;
pub use sheet::{Sheet, SheetRow, Workbook};
pub use with_ids::{SheetIds, with_ids};

use jiff::civil::{Date, DateTime};

use super::package::{Package, PackageKind, is_zip};
use super::refused::{Foreign, Refused};
use crate::diagnostic::Diagnostic;
use crate::source::SourcePath;
use unreadable::Unreadable;

/// The day that a spreadsheet shows for a number with the format of a day.
pub(super) fn day_of_number(number: f64) -> Option<Date> {
    moments::moment(number, moments::Epoch::From1900).map(DateTime::date)
}

/// Reads a table of any kind that is read; the kind is told by the bytes, never by the name. `file`
/// is what messages call it.
///
/// # Errors
/// When it is no table, or more than is read. There is then nothing to go on with.
pub fn read(bytes: &[u8], file: &SourcePath) -> Result<Workbook, Diagnostic> {
    workbook(bytes).map_err(|unreadable| match unreadable {
        Unreadable::Refused(refused) => refused.diagnostic(file),
        Unreadable::TooMuch(too_much) => too_much.diagnostic(file),
        Unreadable::OpenQuote(line) => separated::open_quote(file, line),
    })
}

fn workbook(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    if !is_zip(bytes) {
        return match decoded::decoded(bytes)? {
            Some(text) => separated::read(text),
            // Which kind it is instead, the guard knows.
            None => Err(Package::open(bytes)
                .err()
                .unwrap_or(Refused::Kind(Foreign::Unknown))
                .into()),
        };
    }
    let mut package = Package::open(bytes)?;
    match package.kind() {
        PackageKind::Workbook => excel::read(&mut package),
        PackageKind::Spreadsheet => ods::read(&mut package),
        PackageKind::Document | PackageKind::Text => Err(Refused::Kind(Foreign::NoTable).into()),
    }
}
