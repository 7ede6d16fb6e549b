//! One sheet of an Excel workbook, read as a stream: nothing is made for cells that are not there.

use quick_xml::events::{BytesStart, Event};

use super::super::refused::Refused;
use super::allowance::{Allowance, MOST_OF_CELL};
use super::cells::CellValue;
use super::moments::{Epoch, iso_moment, moment, of_moment, time_of_day};
use super::number_formats::NumberFormat;
use super::sheet::{Merged, Sheet, SheetRow};
use super::strings::{SharedStrings, rich_text, unescaped};
use super::unreadable::Unreadable;
use crate::intake::xml_events::{XmlEvents, attribute, attributes};

/// The most rows and columns that these programs have.
const LAST_ROW: u32 = 1_048_576;
pub(super) const LAST_COLUMN: u32 = 16_384;

/// The most ranges of merged cells and of hidden columns that are remembered.
const MOST_RANGES: usize = 20_000;

/// What all sheets of a workbook share.
pub(super) struct SharedParts {
    pub(super) strings: SharedStrings,
    /// What the numbers of each style are.
    pub(super) formats: Vec<NumberFormat>,
    pub(super) epoch: Epoch,
}

/// Reads a sheet's part into the sheet.
pub(super) fn read(
    part: &str,
    shared: &SharedParts,
    sheet: &mut Sheet,
    allowance: &mut Allowance,
) -> Result<(), Unreadable> {
    let mut events = XmlEvents::of(part);
    let mut last_row = 0;
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        match element.local_name().as_ref() {
            "row" => {
                let row = row(&element, last_row, &mut events, shared, sheet, allowance)?;
                last_row = row.number;
                sheet.add(row, allowance)?;
            }
            "col" if is_true(attribute(&element, "hidden")) => {
                let number = |name| attribute(&element, name)?.parse::<u32>().ok();
                let (first, last) = (number("min"), number("max"));
                if let (Some(first), Some(last)) = (first, last)
                    && sheet.hidden_columns.len() < MOST_RANGES
                {
                    let columns = first.saturating_sub(1)..=last.saturating_sub(1);
                    sheet.hidden_columns.push(columns);
                }
            }
            "mergeCell" => {
                let merged = attribute(&element, "ref").and_then(|range| merged(&range));
                if let Some(merged) = merged.filter(|_| sheet.merged.len() < MOST_RANGES) {
                    sheet.merged.push(merged);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn row(
    element: &BytesStart<'_>,
    last_row: u32,
    events: &mut XmlEvents<'_>,
    shared: &SharedParts,
    sheet: &Sheet,
    allowance: &mut Allowance,
) -> Result<SheetRow, Unreadable> {
    let number = match attribute(element, "r") {
        Some(number) => number.parse().ok(),
        None => last_row.checked_add(1),
    };
    // Rows stand in their order, each once.
    let number = number.filter(|number| (last_row + 1..=LAST_ROW).contains(number));
    let mut row = SheetRow::new(
        number.ok_or(Refused::Damaged)?,
        is_true(attribute(element, "hidden")),
    );
    let outside = events.depth() - 1;
    let mut next_column = 0;
    while events.depth() > outside {
        let Some(Event::Start(element)) = events.next()? else {
            continue;
        };
        if element.local_name().as_ref() != "c" {
            events.skip()?;
            continue;
        }
        allowance.walk()?;
        let [address, kind, style] = attributes(&element, ["r", "t", "s"]);
        let column = match address {
            Some(address) => column_of(&address),
            None => Some(next_column),
        };
        let column = column.filter(|column| (next_column..LAST_COLUMN).contains(column));
        let column = column.ok_or(Refused::Damaged)?;
        next_column = column + 1;
        let style = style.and_then(|style| style.parse().ok());
        if let Some(value) = cell(kind.as_deref().unwrap_or_default(), style, events, shared)? {
            row.add(sheet.name.as_deref(), column, value, allowance)?;
        }
    }
    Ok(row)
}

/// What a cell holds; `None` for nothing.
fn cell(
    kind: &str,
    style: Option<usize>,
    events: &mut XmlEvents<'_>,
    shared: &SharedParts,
) -> Result<Option<CellValue>, Refused> {
    let format = style
        .and_then(|style| shared.formats.get(style))
        .copied()
        .unwrap_or_default();
    let outside = events.depth() - 1;
    let (mut written, mut inline, mut has_formula) = (String::new(), None, false);
    while events.depth() > outside {
        let Some(Event::Start(element)) = events.next()? else {
            continue;
        };
        match element.local_name().as_ref() {
            "v" => written = events.text(MOST_OF_CELL * 4)?,
            "is" => inline = Some(rich_text(events)?),
            name => {
                has_formula |= name == "f";
                events.skip()?;
            }
        }
    }
    let value = match kind {
        "s" => {
            let number = written.trim().parse::<usize>().ok();
            let text = number.and_then(|number| shared.strings.get(number));
            text.map(|text| CellValue::Text(text.to_owned()))
        }
        // A text that a formula gives may be empty.
        "str" => return Ok(Some(CellValue::Text(unescaped(written)))),
        "inlineStr" => Some(CellValue::Text(inline.unwrap_or(written))),
        "b" => match written.trim() {
            "" => None,
            value => Some(CellValue::Bool(value == "1" || value == "true")),
        },
        "e" if !written.is_empty() => Some(CellValue::Error(written)),
        "d" => iso_moment(&written),
        _ => number(&written, format, shared.epoch),
    };
    Ok(value.or_else(|| has_formula.then_some(CellValue::NoResult)))
}

/// A number as its format shows it; what is no number is text.
fn number(written: &str, format: NumberFormat, epoch: Epoch) -> Option<CellValue> {
    let written = written.trim();
    if written.is_empty() {
        return None;
    }
    let Some(value) = written
        .parse::<f64>()
        .ok()
        .filter(|value| value.is_finite())
    else {
        return Some(CellValue::Text(written.to_owned()));
    };
    let plain = CellValue::Number { value, digits: 0 };
    Some(match format {
        NumberFormat::General => plain,
        NumberFormat::Number { digits } => CellValue::Number { value, digits },
        NumberFormat::Percent { decimals } => CellValue::Percent { value, decimals },
        NumberFormat::Time => time_of_day(value)
            .or_else(|| moment(value, epoch).map(CellValue::DateTime))
            .unwrap_or(plain),
        NumberFormat::Date | NumberFormat::DateTime => {
            moment(value, epoch).map_or(plain, of_moment)
        }
    })
}

fn is_true(value: Option<String>) -> bool {
    value.is_some_and(|value| value == "1" || value == "true")
}

/// The column, from 0, of an address such as `E9`.
pub(super) fn column_of(address: &str) -> Option<u32> {
    place_of(address).map(|(column, _)| column)
}

/// The column, from 0, and the row, from 1, of an address such as `E9`.
fn place_of(address: &str) -> Option<(u32, u32)> {
    let address = address.trim();
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = address.split_at(letters);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some((column - 1, digits.parse().ok()?))
}

/// The cells of a range such as `D4:H4`.
pub(super) fn merged(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let ((first_column, first_row), (last_column, last_row)) = (place_of(first)?, place_of(last)?);
    Some(Merged {
        rows: first_row..=last_row,
        columns: first_column..=last_column,
    })
}
