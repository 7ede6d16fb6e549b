//! Sheets as they were read, with the ids of their rows, as a workbook of Excel: for tables of which
//! no copy can be made, since they are none of its own.

use std::io;

use jiff::civil::{Date, DateTime, Time};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::intake::table::{self, CellValue, Sheet, SheetIds};
use crate::words::Language;

/// The most letters of a sheet's name, and the signs that it cannot hold.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAMES: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\''];

/// The workbook. `called` is the name of a sheet that has none.
///
/// # Errors
/// When there is more than a workbook holds.
pub fn with_ids(
    tables: &table::Workbook,
    ids: &[SheetIds],
    called: &str,
    made: Date,
) -> io::Result<Vec<u8>> {
    bytes(tables, ids, called, made).map_err(io::Error::other)
}

fn bytes(
    tables: &table::Workbook,
    ids: &[SheetIds],
    called: &str,
    made: Date,
) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    let made = moment(made.to_datetime(Time::midnight()))?;
    let properties = rust_xlsxwriter::DocProperties::new();
    file.set_properties(&properties.set_creation_datetime(&made));
    for sheet in &tables.sheets {
        let place = file.add_worksheet();
        let name = sheet.name.as_deref().unwrap_or(called);
        let name = name.replace(NOT_IN_NAMES, " ");
        place.set_name(name.chars().take(LONGEST_NAME).collect::<String>())?;
        place.set_hidden(sheet.hidden);
        let of_sheet = ids.iter().find(|ids| ids.name == sheet.name);
        write(place, sheet, of_sheet)?;
    }
    file.save_to_buffer()
}

fn write(place: &mut Worksheet, sheet: &Sheet, ids: Option<&SheetIds>) -> Result<(), XlsxError> {
    let used = sheet.rows.iter().flat_map(|row| &row.cells);
    let free = used.map(|(column, _)| column + 1).max().unwrap_or_default();
    for columns in &sheet.hidden_columns {
        for column in columns.clone().take_while(|column| *column < free) {
            place.set_column_hidden(narrow(column))?;
        }
    }
    for merged in &sheet.merged {
        let (rows, columns) = (&merged.rows, &merged.columns);
        if rows.start() < rows.end() || columns.start() < columns.end() {
            place.merge_range(
                rows.start().saturating_sub(1),
                narrow(*columns.start()),
                rows.end().saturating_sub(1),
                narrow(*columns.end()),
                "",
                &Format::new(),
            )?;
        }
    }
    for row in &sheet.rows {
        let number = row.number - 1;
        if row.hidden {
            place.set_row_hidden(number)?;
        }
        for (column, value) in &row.cells {
            cell(place, number, narrow(*column), value)?;
        }
        let Some(ids) = ids else { continue };
        let column = narrow(ids.column.unwrap_or(free));
        if row.number == ids.header_row && ids.column.is_none() {
            place.write_string(number, column, &ids.head)?;
        } else if let Some(id) = ids.ids.get(&row.number) {
            place.write_string(number, column, id)?;
        }
    }
    Ok(())
}

fn cell(place: &mut Worksheet, row: u32, column: u16, value: &CellValue) -> Result<(), XlsxError> {
    let of = |code: &str| Format::new().set_num_format(code);
    match value {
        CellValue::Text(text) => place.write_string(row, column, text)?,
        CellValue::Number { value, digits: 0 } => place.write_number(row, column, *value)?,
        CellValue::Number { value, digits } => {
            let zeros = of(&"0".repeat(usize::from(*digits)));
            place.write_number_with_format(row, column, *value, &zeros)?
        }
        CellValue::Percent { value, decimals } => {
            let decimals = match decimals {
                0 => String::new(),
                decimals => format!(".{}", "0".repeat(usize::from(*decimals))),
            };
            let format = of(&format!("0{decimals}%"));
            place.write_number_with_format(row, column, *value, &format)?
        }
        CellValue::Date(day) => {
            let day = moment(day.to_datetime(Time::midnight()))?;
            place.write_datetime_with_format(row, column, day, &of("dd-mm-yyyy"))?
        }
        CellValue::DateTime(at) => {
            place.write_datetime_with_format(row, column, moment(*at)?, &of("dd-mm-yyyy hh:mm"))?
        }
        CellValue::Time(time) => {
            let time = ExcelDateTime::from_hms(
                u16::from(small(time.hour())),
                small(time.minute()),
                f64::from(time.second()),
            )?;
            place.write_datetime_with_format(row, column, time, &of("hh:mm"))?
        }
        CellValue::Bool(value) => place.write_boolean(row, column, *value)?,
        CellValue::EndOfDay | CellValue::Error(_) | CellValue::NoResult => {
            place.write_string(row, column, value.shown(Language::Nl))?
        }
    };
    Ok(())
}

fn moment(at: DateTime) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(at.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, small(at.month()), small(at.day()))?.and_hms(
        u16::from(small(at.hour())),
        small(at.minute()),
        f64::from(at.second()),
    )
}

fn small(part: i8) -> u8 {
    u8::try_from(part).unwrap_or_default()
}

/// A column as a workbook counts it: there are no more than these.
fn narrow(column: u32) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
