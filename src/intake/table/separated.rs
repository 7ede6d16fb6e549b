//! A text with separators (RFC 4180 and what spreadsheets make of it): one table without a name.
//!
//! Rows are counted as a spreadsheet shows them when it opens the file: a line break within quotes
//! is part of a cell, and an empty line is a row. Lines are counted too, for who opens the file as
//! text.

use super::allowance::{Allowance, TooMuch};
use super::cells::CellValue;
use super::decoded::DecodedText;
use super::sheet::{Sheet, SheetRow, Workbook};
use super::unreadable::Unreadable;
use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::source::SourcePath;

/// What may stand between cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// The most rows that a spreadsheet opens, empty ones too.
const LAST_ROW: u32 = 1_048_576;

/// How many rows are looked at for what stands between their cells.
const LOOKED_AT: usize = 20;

pub(super) fn read(decoded: DecodedText) -> Result<Workbook, Unreadable> {
    let mut allowance = Allowance::new();
    allowance.sheet()?;
    let DecodedText { text, encoded } = decoded;
    let (separator, start) = match named_separator(&text) {
        Some((separator, start)) => (separator, start),
        None => (likely_separator(&text), 0),
    };
    let records = SeparatedRows {
        text: &text,
        place: start,
        line: 1 + usize::from(start > 0),
        separator,
    };
    let mut sheet = Sheet::new(None, false);
    let mut number = u32::from(start > 0);
    for record in records {
        let record = record?;
        number += 1;
        if number > LAST_ROW {
            return Err(TooMuch::Rows.into());
        }
        let mut row = SheetRow::new(number, false);
        row.line = Some(record.line);
        row.written = record.cells.len();
        for (column, cell) in (0_u32..).zip(record.cells) {
            row.add(None, column, CellValue::Text(cell), &mut allowance)?;
        }
        sheet.add(row, &mut allowance)?;
    }
    Ok(Workbook {
        sheets: vec![sheet],
        encoded: Some(encoded),
    })
}

/// The separator that a first line `sep=;` names, as Excel writes and reads it, and where the rows
/// begin.
fn named_separator(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive(['\n', '\r']).next()?;
    let named = line.trim_end_matches(['\n', '\r']).trim_matches('"');
    let is_named = named
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let [separator] = named.as_bytes().get(4..).filter(|_| is_named)? else {
        return None;
    };
    let end =
        line.len() + usize::from(text[line.len()..].starts_with('\n') && line.ends_with('\r'));
    (separator.is_ascii() && *separator != b'"').then_some((*separator, end))
}

/// What most likely stands between the cells: what divides most of the first rows into equally
/// many, and into the most.
fn likely_separator(text: &str) -> u8 {
    let mut best = (0, SEPARATORS[0]);
    for separator in SEPARATORS {
        let records = SeparatedRows {
            text,
            place: 0,
            line: 1,
            separator,
        };
        let counts: Vec<usize> = records
            .take(LOOKED_AT)
            .map_while(Result::ok)
            .map(|record| record.cells.len() - 1)
            .filter(|count| *count > 0)
            .collect();
        let score = |count: &usize| count * counts.iter().filter(|other| *other == count).count();
        let most = counts.iter().map(score).max().unwrap_or_default();
        if most > best.0 {
            best = (most, separator);
        }
    }
    best.1
}

/// The rows of a text, each taken apart.
struct SeparatedRows<'a> {
    text: &'a str,
    /// The byte at which the next row begins.
    place: usize,
    /// The line at which it begins, from 1.
    line: usize,
    separator: u8,
}

/// One row: its cells without their quotes.
struct SeparatedRow {
    line: usize,
    cells: Vec<String>,
}

impl Iterator for SeparatedRows<'_> {
    type Item = Result<SeparatedRow, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.place >= self.text.len() {
            return None;
        }
        let record = self.record();
        if record.is_err() {
            self.place = self.text.len();
        }
        Some(record)
    }
}

impl SeparatedRows<'_> {
    fn record(&mut self) -> Result<SeparatedRow, Unreadable> {
        let mut record = SeparatedRow {
            line: self.line,
            cells: Vec::new(),
        };
        loop {
            // Cells without anything in them are cells too, and could be as many as bytes.
            if record.cells.len() > MOST_CELLS_OF_ROW {
                return Err(TooMuch::Columns.into());
            }
            let cell = self.cell()?;
            record.cells.push(cell);
            let bytes = self.text.as_bytes();
            match bytes.get(self.place) {
                Some(byte) if *byte == self.separator => self.place += 1,
                Some(b'\r') => {
                    self.place += 1 + usize::from(bytes.get(self.place + 1) == Some(&b'\n'));
                    self.line += 1;
                    return Ok(record);
                }
                Some(_) => {
                    self.place += 1;
                    self.line += 1;
                    return Ok(record);
                }
                None => return Ok(record),
            }
        }
    }

    /// The cell that begins here, up to its separator, the end of its line or that of the text.
    fn cell(&mut self) -> Result<String, Unreadable> {
        let mut cell = String::new();
        let rest = &self.text[self.place..];
        if let Some(quoted) = rest.strip_prefix('"') {
            let (text, length) = unquoted(quoted).ok_or(Unreadable::OpenQuote(self.line))?;
            self.line += line_ends(&quoted[..length]);
            self.place += 1 + length;
            cell = text;
        }
        // Behind a closing quote stands nothing, or what belongs to the cell all the same.
        let rest = &self.text[self.place..];
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r') || *byte == self.separator;
        let length = rest.bytes().position(|byte| is_end(&byte));
        let length = length.unwrap_or(rest.len());
        cell.push_str(&rest[..length]);
        self.place += length;
        Ok(cell)
    }
}

/// The most cells of one row, empty ones too.
const MOST_CELLS_OF_ROW: usize = 20_000;

/// The text up to its closing quote, and how many bytes that takes with the quote.
fn unquoted(quoted: &str) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut place = 0;
    loop {
        let end = place + memchr::memchr(b'"', &quoted.as_bytes()[place..])?;
        text.push_str(&quoted[place..end]);
        if quoted.as_bytes().get(end + 1) != Some(&b'"') {
            return Some((text, end + 1));
        }
        text.push('"');
        place = end + 2;
    }
}

/// How many lines end in a text.
fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |(place, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(place + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(|each| ends(*each)).count()
}

/// Says that a quote is never closed.
pub(super) fn open_quote(file: &SourcePath, line: usize) -> Diagnostic {
    Diagnostic::in_table(
        Code::OpenQuote,
        CellPlace {
            file: file.clone(),
            sheet: None,
            sheet_number: 0,
            row: None,
            column: None,
            header: None,
            line: Some(line),
            excerpt: None,
        },
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::CellValue;
    use super::super::decoded::decoded;
    use super::super::unreadable::Unreadable;
    use super::read;

    type Rows = Vec<(u32, usize, Vec<(u32, String)>)>;

    fn rows(bytes: &[u8]) -> Result<Rows, Unreadable> {
        let text = decoded(bytes)?.expect("it is text");
        let workbook = read(text)?;
        let rows = workbook.sheets[0].rows.iter().map(|row| {
            let cells = row.cells.iter().map(|(column, value)| match value {
                CellValue::Text(text) => (*column, text.clone()),
                other => panic!("{other:?} in a text"),
            });
            (row.number, row.line.expect("a line"), cells.collect())
        });
        Ok(rows.collect())
    }

    #[test]
    fn rows_and_lines_are_counted_as_people_count_them() {
        let text = "a;b\r\n\r\n\"een\r\ntwee\";x\r\ny;\"z\"\"z\"\r\n";
        let cell = |column, text: &str| (column, text.to_owned());
        let expected = vec![
            (1, 1, vec![cell(0, "a"), cell(1, "b")]),
            (3, 3, vec![cell(0, "een\ntwee"), cell(1, "x")]),
            (4, 5, vec![cell(0, "y"), cell(1, "z\"z")]),
        ];
        assert_eq!(rows(text.as_bytes()).expect("a table"), expected);
        let unix = text.replace("\r\n", "\n");
        assert_eq!(rows(unix.as_bytes()).expect("a table"), expected);
        let mac = text.replace("\r\n", "\r");
        assert_eq!(rows(mac.as_bytes()).expect("a table"), expected);
    }

    #[test]
    fn the_separator_is_what_divides_the_rows() {
        for (text, cells) in [
            (
                "Verslag, versie 3, van Jan\nSoort;Titel;Regio\nvraag;a, b, c;x\n",
                3,
            ),
            ("Soort,Titel\nvraag,a;b\nvraag,c\n", 2),
            ("Soort\tTitel\nvraag\ta, b; c\n", 2),
            ("sep=|\nSoort|Titel;x\n", 2),
            ("\"sep=,\"\r\nSoort,Titel;x;y\n", 2),
            ("Titel\nx\n", 1),
        ] {
            let found = rows(text.as_bytes()).expect("a table");
            let most = found.iter().map(|(_, _, cells)| cells.len()).max();
            assert_eq!(most, Some(cells), "{text}");
        }
        let (number, line, _) = &rows(b"sep=;\r\na;b\r\n").expect("a table")[0];
        assert_eq!((*number, *line), (2, 2));
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_with_its_line() {
        let found = rows(b"a;b\n\"x;\ny\";w\nz;\"q\n");
        assert!(matches!(found, Err(Unreadable::OpenQuote(4))), "{found:?}");
    }

    #[test]
    fn letters_are_read_as_they_were_written() {
        let text = "Café Zoë;Fryslân;’t Hok;€ 3,00";
        let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
        let wide: Vec<u8> = [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let marked = format!("\u{FEFF}{text}");
        for bytes in [text.as_bytes(), &windows, &wide, marked.as_bytes()] {
            let found = rows(bytes).expect("a table");
            let cells: Vec<&str> = found[0].2.iter().map(|(_, text)| text.as_str()).collect();
            assert_eq!(cells.join(";"), text);
        }
    }

    fn written(rows: &[Vec<String>], separator: char, end: &str) -> String {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().map(quoted).collect();
            cells.join(&separator.to_string()) + end
        };
        rows.iter().map(line).collect()
    }

    proptest! {
        #[test]
        fn no_cell_is_lost(
            table in proptest::collection::vec(proptest::collection::vec("[a-c;,|\"\t\n é€]{0,6}", 2..5), 1..6),
            separator in proptest::sample::select(vec![';', ',', '\t', '|']),
            end in proptest::sample::select(vec!["\n", "\r\n", "\r"]),
        ) {
            let text = format!("sep={separator}{end}{}", written(&table, separator, end));
            let expected: Vec<(u32, Vec<(u32, String)>)> = (2..).zip(&table).map(|(number, row)| {
                let cells = (0..).zip(row.iter().cloned());
                (number, cells.filter(|(_, cell)| !cell.trim().is_empty()).collect::<Vec<_>>())
            }).filter(|(_, cells)| !cells.is_empty()).collect();
            let found = rows(text.as_bytes()).expect("a table");
            let found: Vec<_> = found.into_iter().map(|(number, _, cells)| (number, cells)).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn any_bytes_end_in_rows_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(Some(text)) = decoded(&bytes) {
                let _ = read(text);
            }
        }
    }
}
