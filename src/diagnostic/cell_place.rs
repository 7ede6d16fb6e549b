//! A place in a table that another program made: a cell, a row, a sheet, with as much of the row as
//! a message shows. The file is not kept, so the place carries what people need to find it.

use std::ops::Range;
use std::sync::Arc;

use super::harmless::harmless;
use crate::source::SourcePath;
use crate::words::Language;
use crate::words::messages::diagnostic as messages;

/// A cell, a row, a column's head or a sheet of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPlace {
    /// The file.
    pub file: SourcePath,
    /// The sheet; none where the file is one table.
    pub sheet: Option<Arc<str>>,
    /// Which sheet of the file it is, from 0.
    pub sheet_number: usize,
    /// The row as the program that made it counts it, from 1; none for a sheet as a whole.
    pub row: Option<u32>,
    /// The column, from 0; none for a row as a whole.
    pub column: Option<u32>,
    /// What stands at the head of the column.
    pub header: Option<Arc<str>>,
    /// The line of the file where the row begins, from 1, in a text whose rows may have several.
    pub line: Option<usize>,
    /// The row as it is shown.
    pub excerpt: Option<RowExcerpt>,
}

/// The cells of a row in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowExcerpt {
    /// The line.
    pub text: String,
    /// The bytes in it of the cell that is meant.
    pub mark: Option<Range<usize>>,
}

/// The most characters of a cell that a row is shown with.
const MOST_OF_CELL: usize = 28;

/// The most characters before the cell that is meant.
const MOST_BEFORE: usize = 48;

/// The most characters of the cell that is meant.
const MOST_OF_MEANT: usize = 80;

impl RowExcerpt {
    /// A row of cells as it is shown, and which of them is meant: the first of them, as far as there
    /// is room, the one that is meant, and a sign where more follow.
    pub fn of(cells: &[String], meant: Option<usize>) -> Self {
        let last = meant.unwrap_or(cells.len());
        let mut text = String::new();
        let mut is_cut = false;
        for cell in cells.iter().take(last) {
            let shown = shortened(cell, MOST_OF_CELL);
            if text.chars().count() + shown.chars().count() > MOST_BEFORE {
                is_cut = true;
                break;
            }
            text.push_str(&shown);
            text.push_str(" · ");
        }
        if is_cut {
            text.push_str("… · ");
        }
        let mark = meant.map(|meant| {
            let start = text.len();
            let cell = cells.get(meant).map(String::as_str).unwrap_or_default();
            text.push_str(&shortened(cell, MOST_OF_MEANT));
            let mark = start..text.len();
            if meant + 1 < cells.len() {
                text.push_str(" · …");
            }
            mark
        });
        if mark.is_none() {
            text.truncate(text.trim_end_matches(" · ").len());
        }
        Self { text, mark }
    }
}

/// A cell in one line of at most so many characters.
fn shortened(cell: &str, most: usize) -> String {
    // No more of it is looked at than is shown.
    let start: String = cell.chars().take(most * 4).collect();
    let line = start.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = harmless(&line);
    if line.chars().count() <= most && start.len() == cell.len() {
        return line.into_owned();
    }
    let mut short: String = line.chars().take(most - 1).collect();
    short.push('…');
    short
}

impl CellPlace {
    /// What places are put in order by, before their rows and columns.
    pub(super) fn order(&self) -> String {
        format!("{}\0{:06}", self.file, self.sheet_number)
    }

    /// The cell as spreadsheets call it: `E9`.
    pub fn address(&self) -> Option<String> {
        let (row, column) = (self.row?, self.column?);
        Some(format!("{}{row}", column_letters(column)))
    }

    /// The place in words: `opbrengst.xlsx, blad Vragen, cel E9 (Regio)`.
    pub fn in_words(&self, language: Language) -> String {
        let mut words = harmless(self.file.as_written()).into_owned();
        let mut add = |part: &str| {
            words.push_str(", ");
            words.push_str(&harmless(part));
        };
        if let Some(sheet) = &self.sheet {
            add(messages::sheet(sheet).get(language));
        }
        match (self.address(), self.row) {
            (Some(address), _) => add(messages::cell(&address).get(language)),
            (None, Some(row)) => add(messages::row(&row).get(language)),
            (None, None) => {}
        }
        let is_elsewhere = |line: &usize| Some(*line) != self.row.map(|row| row as usize);
        if let Some(line) = self.line.filter(is_elsewhere) {
            add(messages::line(&line).get(language));
        }
        if let Some(header) = self.header.as_deref().filter(|_| self.column.is_some()) {
            words.push_str(" (");
            words.push_str(&shortened(header, MOST_OF_CELL));
            words.push(')');
        }
        words
    }
}

/// The letters of a column, which is counted from 0: `A`, `Z`, `AA`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{RowExcerpt, column_letters};

    #[test]
    fn columns_have_letters() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_row_is_shown_up_to_what_is_meant() {
        let cells: Vec<String> = [
            "3",
            "Deal",
            "Gastlessen\nbij De Wilg",
            "Basisschool De Wilg / Installatiebedrijf",
            "Twentte",
            "open",
        ]
        .map(ToOwned::to_owned)
        .into();
        let row = RowExcerpt::of(&cells, Some(4));
        assert_eq!(
            row.text,
            "3 · Deal · Gastlessen bij De Wilg · … · Twentte · …"
        );
        assert_eq!(&row.text[row.mark.expect("one is meant")], "Twentte");
        assert_eq!(
            RowExcerpt::of(&cells[..3], None).text,
            "3 · Deal · Gastlessen bij De Wilg"
        );
        assert_eq!(RowExcerpt::of(&[], Some(2)).text, "");
    }
}
