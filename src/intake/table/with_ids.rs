//! A copy of an Excel workbook with the ids of its rows in a column. Only the cells of that column are
//! written: formats, comments, joined cells, hidden rows and lists to choose from stay as they are.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::package::Package;
use super::super::refused::Refused;
use super::excel::{part, related, sheet_parts};
use super::sheet_part::{LAST_COLUMN, column_of};
use super::table_part;
use crate::diagnostic::column_letters;
use crate::encode::html_value;
use crate::intake::xml_events::attribute;

/// What is written into a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetIds {
    /// The name of the sheet; none where the file is one table.
    pub name: Option<String>,
    /// The row with the heads, from 1.
    pub header_row: u32,
    /// The column with ids, from 0, where there is one already.
    pub column: Option<u32>,
    /// What stands at the head of a new column.
    pub head: String,
    /// The ids by the numbers of their rows, from 1.
    pub ids: BTreeMap<u32, String>,
}

/// The copy.
///
/// # Errors
/// When the file cannot be read, or has no room for another column.
pub fn with_ids(bytes: &[u8], sheets: &[SheetIds]) -> Result<Vec<u8>, Refused> {
    let mut package = Package::open(bytes)?;
    let mut changed = BTreeMap::new();
    for (name, path) in sheet_parts(&mut package)? {
        let named = |ids: &&SheetIds| ids.name.as_deref() == Some(&name);
        let Some(ids) = sheets.iter().find(named) else {
            continue;
        };
        let text = part(&mut package, &path)?.ok_or(Refused::PartMissing)?;
        let tables = tables(&mut package, &path)?;
        let sheet = SheetText::read(&text)?;
        let last = tables
            .iter()
            .filter_map(|(_, text)| table_part::last_column(text, ids.header_row));
        let column = match ids.column {
            Some(column) => column,
            None => last.map(|last| last + 1).fold(sheet.free_column, u32::max),
        };
        if column >= LAST_COLUMN {
            return Err(Refused::TooMuchText);
        }
        changed.insert(path, sheet.with(ids, column));
        if ids.column.is_none() {
            for (path, text) in tables {
                if let Some(wider) = table_part::widened(&text, ids.header_row, column, &ids.head) {
                    changed.insert(path, wider);
                }
            }
        }
    }
    package.copied(&changed)
}

/// The tables that people made of cells of a sheet, by their parts.
fn tables(package: &mut Package<'_>, sheet: &str) -> Result<Vec<(String, String)>, Refused> {
    let mut tables = Vec::new();
    for related in related(package, sheet)? {
        if related.is("table")
            && let Some(text) = part(package, &related.target)?
        {
            tables.push((related.target, text));
        }
    }
    Ok(tables)
}

/// A row as it lies in the text of its sheet.
struct RowText {
    number: u32,
    /// What its elements are called before their names: `x:`.
    prefix: String,
    /// The bytes of the tag that begins it.
    tag: Range<usize>,
    /// The byte before the tag that ends it; none where one tag is all of it.
    end: Option<usize>,
    cells: Vec<CellText>,
}

/// A cell as it lies there.
struct CellText {
    column: u32,
    /// Which look it has.
    style: Option<String>,
    bytes: Range<usize>,
}

/// The text of a sheet, taken apart as far as is needed.
struct SheetText<'a> {
    text: &'a str,
    rows: Vec<RowText>,
    /// Tags that hold the range of cells with something in them, or of a filter.
    ranges: Vec<Range<usize>>,
    /// The first column with nothing in it or behind it.
    free_column: u32,
}

impl<'a> SheetText<'a> {
    fn read(text: &'a str) -> Result<Self, Refused> {
        let mut reader = Reader::from_str(text);
        let mut sheet = Self {
            text,
            rows: Vec::new(),
            ranges: Vec::new(),
            free_column: 0,
        };
        let place = |reader: &Reader<&[u8]>| {
            usize::try_from(reader.buffer_position()).map_err(|_| Refused::Damaged)
        };
        let mut is_cell_open = false;
        loop {
            let start = place(&reader)?;
            let event = reader.read_event().map_err(|_| Refused::Damaged)?;
            let end = place(&reader)?;
            match &event {
                Event::Start(element) | Event::Empty(element) => {
                    is_cell_open |=
                        sheet.begin(element, start..end)? && matches!(event, Event::Start(_));
                    if is_cell_open && ["v", "is", "f"].contains(&element.local_name().as_ref()) {
                        sheet.take_column();
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "c" => {
                    is_cell_open = false;
                    let cell = sheet.rows.last_mut().and_then(|row| row.cells.last_mut());
                    cell.ok_or(Refused::Damaged)?.bytes.end = end;
                }
                Event::End(element) if element.local_name().as_ref() == "row" => {
                    let row = sheet.rows.last_mut().ok_or(Refused::Damaged)?;
                    row.end = Some(start);
                }
                Event::Eof => return Ok(sheet),
                _ => {}
            }
        }
    }

    /// Takes note of a tag that begins something; gives whether it is a cell.
    fn begin(&mut self, element: &BytesStart<'_>, bytes: Range<usize>) -> Result<bool, Refused> {
        let last = self.rows.last_mut();
        match element.local_name().as_ref() {
            "row" => {
                let before = last.map_or(0, |row| row.number);
                let number = match attribute(element, "r") {
                    Some(number) => number.parse().map_err(|_| Refused::Damaged)?,
                    None => before + 1,
                };
                let prefix = element.name().prefix();
                self.rows.push(RowText {
                    number,
                    prefix: prefix
                        .map_or_else(String::new, |prefix| format!("{}:", prefix.into_inner())),
                    tag: bytes,
                    end: None,
                    cells: Vec::new(),
                });
            }
            "c" => {
                let row = last.ok_or(Refused::Damaged)?;
                let next = row.cells.last().map_or(0, |cell| cell.column + 1);
                let column = match attribute(element, "r") {
                    Some(address) => column_of(&address).ok_or(Refused::Damaged)?,
                    None => next,
                };
                row.cells.push(CellText {
                    column,
                    style: attribute(element, "s"),
                    bytes,
                });
                return Ok(true);
            }
            "dimension" | "autoFilter" => self.ranges.push(bytes),
            _ => {}
        }
        Ok(false)
    }

    /// The last cell holds something.
    fn take_column(&mut self) {
        let cell = self.rows.last().and_then(|row| row.cells.last());
        let behind = cell.map_or(0, |cell| cell.column + 1);
        self.free_column = self.free_column.max(behind);
    }

    /// The text with ids in a column.
    fn with(&self, ids: &SheetIds, column: u32) -> String {
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        for row in &self.rows {
            let head = (row.number == ids.header_row && ids.column.is_none()).then_some(&ids.head);
            if let Some(said) = head.or_else(|| ids.ids.get(&row.number)) {
                self.put(row, column, said, &mut edits);
            }
        }
        for range in &self.ranges {
            let tag = &self.text[range.clone()];
            if let Some(wider) = table_part::wider_tag(tag, column, tag.contains("dimension")) {
                edits.push((range.clone(), wider));
            }
        }
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(self.text.len() + edits.len() * 64);
        let mut done = 0;
        for (range, words) in edits {
            // Nothing of a sheet lies within what is written here.
            if range.start < done {
                continue;
            }
            text.push_str(&self.text[done..range.start]);
            text.push_str(&words);
            done = range.end;
        }
        text.push_str(&self.text[done..]);
        text
    }

    /// Puts a text into a cell of a row.
    fn put(&self, row: &RowText, column: u32, said: &str, edits: &mut Vec<(Range<usize>, String)>) {
        let there = row.cells.iter().find(|cell| cell.column == column);
        // A new head looks like the one beside it.
        let beside = row.cells.iter().rfind(|cell| cell.column < column);
        let style = there.or(beside).and_then(|cell| cell.style.as_deref());
        let style = style.map_or_else(String::new, |style| format!(" s=\"{}\"", html_value(style)));
        let (prefix, letters, said) = (&row.prefix, column_letters(column), html_value(said));
        let number = row.number;
        let cell = format!(
            "<{prefix}c r=\"{letters}{number}\"{style} t=\"inlineStr\"><{prefix}is><{prefix}t>{said}</{prefix}t></{prefix}is></{prefix}c>"
        );
        let tag = without_spans(&self.text[row.tag.clone()]);
        let Some(end) = row.end else {
            let open = tag.trim_end_matches("/>").trim_end();
            edits.push((row.tag.clone(), format!("{open}>{cell}</{prefix}row>")));
            return;
        };
        if tag != self.text[row.tag.clone()] {
            edits.push((row.tag.clone(), tag));
        }
        let behind = row.cells.iter().find(|cell| cell.column > column);
        let place = match (there, behind) {
            (Some(there), _) => there.bytes.clone(),
            (None, Some(behind)) => behind.bytes.start..behind.bytes.start,
            (None, None) => end..end,
        };
        edits.push((place, cell));
    }
}

/// A tag without what it says of the columns that the row goes over.
fn without_spans(tag: &str) -> String {
    const SPANS: &str = " spans=";
    let Some(start) = tag.find(SPANS) else {
        return tag.to_owned();
    };
    let value = &tag[start + SPANS.len()..];
    let quote = value.chars().next().unwrap_or('"');
    let behind = value.get(1..).unwrap_or_default();
    match behind.find(quote) {
        Some(end) => format!("{}{}", &tag[..start], &behind[end + 1..]),
        None => tag.to_owned(),
    }
}
