//! The bytes of a workbook.

use std::io;

use jiff::civil::{Date, Time};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::columns::note;
use super::explained::lines;
use super::lists::Besides;
use super::sheets::{RecordColumn, RecordSheet, RecordWorkbook};
use crate::diagnostic::column_letters;
use crate::intake::rows::BASE_SHEET;
use crate::intake::table::CellValue;
use crate::schema::Shape;
use crate::words::Language;
use crate::words::exporting;

/// How many rows below the last have lists to choose from too.
const ROOM: usize = 500;

impl RecordWorkbook<'_> {
    /// The file.
    ///
    /// # Errors
    /// When there is more than a workbook holds.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        bytes(self).map_err(io::Error::other)
    }
}

fn bytes(workbook: &RecordWorkbook<'_>) -> Result<Vec<u8>, XlsxError> {
    let language = workbook.language();
    let mut file = Workbook::new();
    let made = day(workbook.request.made)?;
    let properties = DocProperties::new().set_creation_datetime(&made);
    file.set_properties(&properties.set_title(workbook.request.title));
    about(file.add_worksheet(), workbook)?;
    for sheet in &workbook.sheets {
        let place = file.add_worksheet();
        place.set_name(&sheet.name)?;
        records(place, sheet, workbook)?;
    }
    let lists = file.add_worksheet();
    lists.set_name(exporting::LISTS_SHEET.get(language))?;
    lists.set_hidden(true);
    for (column, list) in (0..).zip(&workbook.lists.0) {
        lists.write_string(0, column, &list.head)?;
        for (row, choice) in (1..).zip(&list.choices) {
            lists.write_string(row, column, choice)?;
        }
    }
    base(file.add_worksheet(), workbook)?;
    file.save_to_buffer()
}

/// The sheet that explains the others.
fn about(sheet: &mut Worksheet, workbook: &RecordWorkbook<'_>) -> Result<(), XlsxError> {
    sheet.set_name(exporting::ABOUT_SHEET.get(workbook.language()))?;
    sheet.set_column_width(0, 100)?;
    let title = Format::new().set_bold().set_font_size(14);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, line) in (0..).zip(lines(&workbook.request)) {
        let format = if row == 0 { &title } else { &text };
        sheet.write_string_with_format(row, 0, &line, format)?;
    }
    Ok(())
}

/// A sheet of records.
fn records(
    place: &mut Worksheet,
    sheet: &RecordSheet,
    workbook: &RecordWorkbook<'_>,
) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap();
    place.set_freeze_panes(1, 0)?;
    let mut looks = Vec::new();
    for (number, column) in (0..).zip(&sheet.columns) {
        let (look, width) = look(column, sheet);
        place.set_column_width(number, width)?;
        place.set_column_format(number, &look)?;
        place.write_string_with_format(0, number, &column.head, &head)?;
        let text = match &column.key {
            Some(key) => note(key.field(sheet.kind), workbook.language()),
            None => exporting::ID_NOTE.get(workbook.language()).to_owned(),
        };
        place.insert_note(0, number, &Note::new(text).add_author_prefix(false))?;
        if let Some(list) = column.list {
            let last = u32::try_from(sheet.rows.len() + ROOM).unwrap_or(u32::MAX);
            let choices = choices(list, column, sheet, workbook)?;
            place.add_data_validation(1, number, last, number, &choices)?;
        }
        looks.push(look);
    }
    for (number, row) in (1..).zip(&sheet.rows) {
        for (column, (cell, look)) in (0..).zip(row.iter().zip(&looks)) {
            if let Some(cell) = cell {
                write(place, number, column, cell, look)?;
            }
        }
    }
    Ok(())
}

fn write(
    place: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &CellValue,
    look: &Format,
) -> Result<(), XlsxError> {
    match cell {
        CellValue::Number { value, .. } => {
            place.write_number_with_format(row, column, *value, look)?
        }
        CellValue::Date(date) => {
            place.write_datetime_with_format(row, column, day(*date)?, look)?
        }
        CellValue::Time(time) => {
            place.write_datetime_with_format(row, column, clock(*time)?, look)?
        }
        other => {
            let text = other.shown(Language::Nl);
            place.write_string_with_format(row, column, text, look)?
        }
    };
    Ok(())
}

fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(date.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}

fn clock(time: Time) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let hour = u16::from(part(time.hour()));
    ExcelDateTime::from_hms(hour, part(time.minute()), f64::from(time.second()))
}

/// How the cells of a column look, and how wide it is.
fn look(column: &RecordColumn, sheet: &RecordSheet) -> (Format, u32) {
    const AS_TEXT: &str = "@";
    let top = Format::new().set_align(FormatAlign::Top);
    let wrapped = top.clone().set_text_wrap();
    let Some(key) = &column.key else {
        let grey = top.set_num_format(AS_TEXT).set_font_color(0x0080_8080);
        return (grey, 24);
    };
    match key.field(sheet.kind).shape {
        Shape::Date => (top.set_num_format("dd-mm-yyyy"), 13),
        Shape::Time | Shape::EndTime => (top.set_num_format("hh:mm"), 9),
        Shape::Integer(..) | Shape::Number(..) | Shape::NumberOrLine | Shape::Bool => (top, 12),
        Shape::Codes | Shape::Id | Shape::Reference | Shape::Colour => {
            (top.set_num_format(AS_TEXT), 18)
        }
        Shape::Markdown => (wrapped, 60),
        Shape::Choice(_) => (top, 16),
        _ => (wrapped, 30),
    }
}

/// What the cells of a column choose from, and what is said of something else.
fn choices(
    list: usize,
    column: &RecordColumn,
    sheet: &RecordSheet,
    workbook: &RecordWorkbook<'_>,
) -> Result<DataValidation, XlsxError> {
    let language = workbook.language();
    let letters = column_letters(u32::try_from(list).unwrap_or(u32::MAX));
    let bottom = workbook.lists.0[list].choices.len() + 1;
    let name = exporting::LISTS_SHEET.get(language);
    let range = format!("={name}!${letters}$2:${letters}${bottom}");
    let choices = DataValidation::new().allow_list_formula(Formula::new(range));
    let shape = column.key.as_ref().map(|key| key.field(sheet.kind).shape);
    let title = exporting::NOT_IN_LIST.get(language);
    match shape.map_or(Besides::Nothing, Besides::of) {
        Besides::Words => Ok(choices.show_error_message(false)),
        Besides::Several => choices
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(title)?
            .set_error_message(exporting::SEVERAL_ARE_FINE.get(language)),
        Besides::Nothing => choices
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(title)?
            .set_error_message(exporting::CHOOSE_ONE.get(language)),
    }
}

/// The sheet that says what each record was.
fn base(sheet: &mut Worksheet, workbook: &RecordWorkbook<'_>) -> Result<(), XlsxError> {
    sheet.set_name(BASE_SHEET)?;
    sheet.set_hidden(true);
    let heads = ["id", "field", "hash"].map(ToOwned::to_owned);
    let rows = std::iter::once(heads).chain(workbook.memory.rows());
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(&cells) {
            sheet.write_string(row, column, cell)?;
        }
    }
    Ok(())
}
