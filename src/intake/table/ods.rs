//! An `OpenDocument` spreadsheet (ODF 1.3 part 3, section 9). Rows and cells that are repeated are
//! counted; they are made only where something is in them, within the same bounds as any others.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use quick_xml::events::{BytesStart, Event};

use super::super::package::Package;
use super::super::refused::Refused;
use super::allowance::{Allowance, MOST_ROWS, TooMuch};
use super::ods_cell::{OdsCell, cell};
use super::sheet::{Merged, Sheet, SheetRow, Workbook};
use super::unreadable::Unreadable;
use crate::intake::xml_events::{XmlEvents, attribute, text_of};

/// The most rows and columns of these programs; a file may say that more are repeated.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// The most ranges of merged cells and of hidden columns that are remembered.
const MOST_RANGES: usize = 20_000;

pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, Unreadable> {
    let part = package.part("content.xml")?.ok_or(Refused::PartMissing)?;
    let text = text_of(part)?;
    let mut events = XmlEvents::of(&text);
    // What people do not see, such as lists to choose from, takes nothing from what they do.
    let (mut seen, mut unseen) = (Allowance::new(), Allowance::new());
    let mut hidden_styles = HashSet::new();
    let mut style = None;
    let mut sheets = Vec::new();
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        match element.name().as_ref() {
            "style:style" => style = attribute(&element, "name"),
            "style:table-properties"
                if attribute(&element, "display").is_some_and(|shown| shown == "false") =>
            {
                hidden_styles.extend(style.take());
            }
            "table:table" => {
                let is_hidden = attribute(&element, "style-name")
                    .is_some_and(|style| hidden_styles.contains(&style));
                let name = attribute(&element, "name").unwrap_or_default();
                let allowance = if is_hidden { &mut unseen } else { &mut seen };
                allowance.sheet()?;
                let mut sheet = Sheet::new(Some(name), is_hidden);
                table(&mut events, &mut sheet, allowance)?;
                sheets.push(sheet);
            }
            _ => {}
        }
    }
    Ok(Workbook {
        sheets,
        encoded: None,
    })
}

/// Reads the table that was just begun.
fn table(
    events: &mut XmlEvents<'_>,
    sheet: &mut Sheet,
    allowance: &mut Allowance,
) -> Result<(), Unreadable> {
    let outside = events.depth() - 1;
    let (mut next_row, mut next_column) = (1, 0);
    while events.depth() > outside {
        let Some(Event::Start(element)) = events.next()? else {
            continue;
        };
        match element.name().as_ref() {
            "table:table-column" => {
                let columns = repeated(
                    &element,
                    "number-columns-repeated",
                    next_column,
                    LAST_COLUMN,
                );
                next_column = columns.end().saturating_add(1);
                if is_unseen(&element) && sheet.hidden_columns.len() < MOST_RANGES {
                    sheet.hidden_columns.push(columns);
                }
            }
            "table:table-row" => {
                let rows = repeated(&element, "number-rows-repeated", next_row, LAST_ROW);
                next_row = rows.end().saturating_add(1);
                row(&element, rows, events, sheet, allowance)?;
            }
            // Groups and heads hold rows and columns; whatever else a table may hold is none.
            "table:table-rows"
            | "table:table-row-group"
            | "table:table-header-rows"
            | "table:table-columns"
            | "table:table-column-group"
            | "table:table-header-columns" => {}
            _ => events.skip()?,
        }
    }
    Ok(())
}

/// Reads the row that was just begun, which stands for all of these.
fn row(
    element: &BytesStart<'_>,
    rows: RangeInclusive<u32>,
    events: &mut XmlEvents<'_>,
    sheet: &mut Sheet,
    allowance: &mut Allowance,
) -> Result<(), Unreadable> {
    let (first, last) = (*rows.start(), *rows.end());
    let mut row = SheetRow::new(first, is_unseen(element));
    let outside = events.depth() - 1;
    let mut next_column = 0;
    while events.depth() > outside {
        let Some(Event::Start(element)) = events.next()? else {
            continue;
        };
        let is_covered = element.name().as_ref() == "table:covered-table-cell";
        if !is_covered && element.name().as_ref() != "table:table-cell" {
            events.skip()?;
            continue;
        }
        allowance.walk()?;
        let columns = repeated(
            &element,
            "number-columns-repeated",
            next_column,
            LAST_COLUMN,
        );
        next_column = columns.end().saturating_add(1);
        note_merged(&element, first, *columns.start(), sheet);
        let OdsCell { value, comments } = cell(&element, events)?;
        sheet.comments += comments;
        let Some(value) = value.filter(|_| !is_covered) else {
            continue;
        };
        for column in columns {
            row.add(sheet.name.as_deref(), column, value.clone(), allowance)?;
        }
    }
    if row.cells.is_empty() {
        return Ok(());
    }
    if last > LAST_ROW {
        return Err(Refused::Damaged.into());
    }
    if (last - first) as usize > MOST_ROWS {
        return Err(TooMuch::Rows.into());
    }
    for number in first + 1..=last {
        let mut again = SheetRow::new(number, row.hidden);
        for (column, value) in &row.cells {
            again.add(sheet.name.as_deref(), *column, value.clone(), allowance)?;
        }
        sheet.add(again, allowance)?;
    }
    // The first was made before the others were counted, and stands before them.
    let place = sheet.rows.len() - (last - first) as usize;
    sheet.add(row, allowance)?;
    sheet.rows[place..].rotate_right(1);
    Ok(())
}

/// The rows or columns that an element stands for, from the next one on.
fn repeated(element: &BytesStart<'_>, name: &str, next: u32, most: u32) -> RangeInclusive<u32> {
    let count = attribute(element, name).and_then(|count| count.trim().parse::<u32>().ok());
    let count = count.unwrap_or(1).clamp(1, most);
    next..=next.saturating_add(count - 1)
}

fn note_merged(element: &BytesStart<'_>, row: u32, column: u32, sheet: &mut Sheet) {
    let spanned = |name| {
        let count = attribute(element, name).and_then(|count| count.trim().parse::<u32>().ok());
        count.unwrap_or(1).clamp(1, LAST_ROW)
    };
    let (columns, rows) = (
        spanned("number-columns-spanned"),
        spanned("number-rows-spanned"),
    );
    if (columns > 1 || rows > 1) && sheet.merged.len() < MOST_RANGES {
        sheet.merged.push(Merged {
            rows: row..=row.saturating_add(rows - 1),
            columns: column..=column.saturating_add(columns - 1),
        });
    }
}

/// Whether people do not see a row or column.
fn is_unseen(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|visibility| visibility != "visible")
}
