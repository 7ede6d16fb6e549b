//! What is said of a table that is taken over: what was read, what changes, what has to be decided.

use std::fmt::Write as _;
use std::sync::Arc;

use super::changes_told::{changes, listed, undecided};
use super::shortened::shortened;
use crate::diagnostic::{Diagnostic, harmless};
use crate::edit::proposal::{MergedField, MergedProposal, UnwantedRecord};
use crate::id::Id;
use crate::intake::rows::{FieldValue, NotTaken, ReadField, ReadRows, ReadSheet, WhyNotTaken};
use crate::schema::Kind;
use crate::words::Language;
use crate::words::exporting;
use crate::words::importing;
use crate::words::phrases::listing;

/// What there is to say of a table, in a language.
pub struct TableSummary<'a> {
    rows: &'a ReadRows,
    language: Language,
}

impl<'a> TableSummary<'a> {
    /// That of a table.
    pub fn of(rows: &'a ReadRows, language: Language) -> Self {
        Self { rows, language }
    }

    /// What was read: sheets, columns, what was left out.
    pub fn read(&self) -> String {
        let mut said = String::new();
        let file = self.rows.file.name();
        let is_told = |sheet: &&ReadSheet| sheet.rows > 0 || self.rows.base.is_none();
        for sheet in self.rows.sheets.iter().filter(is_told) {
            let row = sheet.header_row;
            let line = match &sheet.name {
                Some(name) => importing::sheet_read(&file, name, &row),
                None => importing::table_read(&file, &row),
            };
            let _ = writeln!(said, "{}", line.get(self.language));
            let _ = writeln!(said, "  {}", columns(sheet));
            if !sheet.hidden_rows.is_empty() {
                let rows: Vec<String> = sheet.hidden_rows.iter().map(ToString::to_string).collect();
                let line = importing::hidden_rows(&listing(&rows, self.language));
                let _ = writeln!(said, "  {}", line.get(self.language));
            }
        }
        self.letters(&mut said);
        let left_out: Vec<String> = self
            .rows
            .left_out
            .iter()
            .filter(|left_out| !self.is_ours(left_out))
            .map(|left_out| self.left_out(left_out))
            .collect();
        if !left_out.is_empty() {
            let title = importing::NOT_TAKEN.get(self.language);
            let _ = writeln!(said, "  {title}: {}", left_out.join(" · "));
        }
        said
    }

    /// How the letters of a text were read, where that is a guess or some could not be, with a row
    /// that shows whether it is right.
    fn letters(&self, said: &mut String) {
        let Some(encoded) = &self.rows.encoded else {
            return;
        };
        let mut add = |line: &str| {
            let _ = writeln!(said, "  {line}");
        };
        if encoded.is_guess {
            add(importing::letters_guessed(&encoded.name).get(self.language));
        }
        if !encoded.is_guess && !encoded.has_gaps {
            return;
        }
        let is_lost = |letter: char| letter == char::REPLACEMENT_CHARACTER;
        let is_special = |letter: char| !letter.is_ascii() && letter.is_alphabetic();
        let example = encoded
            .has_gaps
            .then(|| self.text_with(&is_lost))
            .flatten()
            .or_else(|| self.text_with(&is_special));
        if let Some((row, text)) = example {
            let text = shortened(&harmless(text));
            add(importing::letters_in_row(&row, &text).get(self.language));
        }
        let way = if encoded.has_gaps {
            importing::LETTERS_LOST
        } else {
            importing::LETTERS_ODD
        };
        add(way.get(self.language));
    }

    /// The first text that was read with such a letter in it, and the number of its row.
    fn text_with(&self, is_such: &dyn Fn(char) -> bool) -> Option<(u32, &'a str)> {
        self.rows.rows.iter().find_map(|row| {
            let mut texts = row.fields.iter().flat_map(|field| match &field.value {
                FieldValue::Line(text) | FieldValue::Markdown(text) => std::slice::from_ref(text),
                FieldValue::List(items) => items,
                _ => &[],
            });
            let text = texts.find(|text| text.contains(is_such))?;
            Some((row.number, text.as_str()))
        })
    }

    /// Whether something that was not taken is what this program puts in its workbooks: the sheets
    /// that explain and list, and the notes at the heads.
    fn is_ours(&self, left_out: &NotTaken) -> bool {
        let is_named = |own: &str| {
            let names = [exporting::ABOUT_SHEET, exporting::LISTS_SHEET];
            names.iter().any(|name| {
                Language::ALL
                    .iter()
                    .any(|language| name.get(*language) == own)
            })
        };
        // Of a sheet without rows no column is taken.
        let has_notes = |of: &Option<Arc<str>>, count: usize| {
            let sheet = self.rows.sheets.iter().find(|sheet| sheet.name == *of);
            sheet.is_none_or(|sheet| sheet.rows == 0 || count <= sheet.columns.len())
        };
        self.rows.base.is_some()
            && match left_out {
                NotTaken::Sheet { name, .. } => name.as_deref().is_some_and(is_named),
                NotTaken::Comments { sheet, count } => has_notes(sheet, *count),
                NotTaken::Column { .. } | NotTaken::RowsAbove { .. } => false,
            }
    }

    fn left_out(&self, left_out: &NotTaken) -> String {
        let language = self.language;
        match left_out {
            NotTaken::Sheet { name, why } => {
                let name = name.as_deref().unwrap_or_default();
                let said = match why {
                    WhyNotTaken::Hidden => importing::hidden_sheet(&name),
                    WhyNotTaken::Empty => importing::empty_sheet(&name),
                    WhyNotTaken::NoHeader | WhyNotTaken::NoKind => importing::other_sheet(&name),
                };
                said.get(language).to_owned()
            }
            NotTaken::Column { header, .. } => header.to_string(),
            NotTaken::RowsAbove { rows, .. } => importing::rows_above(rows.start(), rows.end())
                .get(language)
                .to_owned(),
            NotTaken::Comments { count, .. } => importing::REMARK_AT_CELL.counted(*count, language),
        }
    }

    /// What changes, record by record and field by field, and what the table no longer has.
    pub fn changes(
        &self,
        merged: &MergedProposal,
        removed: &[UnwantedRecord],
        gone: &[(Kind, Id)],
    ) -> String {
        let left = &merged.not_removed;
        let is_left = |record: &&(Kind, Id)| {
            let is_it = |left: &UnwantedRecord| (left.kind, &left.id) == (record.0, &record.1);
            left.iter().any(is_it)
        };
        let (left, away): (Vec<_>, Vec<_>) = gone.iter().cloned().partition(|gone| is_left(&gone));
        let away = listed(&away, self.language).map(|away| match removed {
            [] => importing::not_in_table(&away),
            _ => importing::removed(&away),
        });
        let mut said = changes(merged, away.as_ref(), self.language);
        if let Some(left) = listed(&left, self.language) {
            said.push_str(importing::remove_by_hand(&left).get(self.language));
            said.push('\n');
        }
        said
    }
}

/// "Soort → soort · Omschrijving → titel".
fn columns(sheet: &ReadSheet) -> String {
    let columns: Vec<String> = sheet
        .columns
        .iter()
        .map(|column| format!("{} → {}", column.header, column.keys.join("/")))
        .collect();
    columns.join(" · ")
}

/// What people have to decide, each where it stands in the table.
pub fn problems(rows: &ReadRows, merged: &MergedProposal, language: Language) -> Vec<Diagnostic> {
    let rows_and_records = rows.rows.iter().zip(&merged.records);
    rows_and_records
        .flat_map(|(row, record)| {
            let at = |code, field: Option<&MergedField>| {
                let is_of = |cell: &&ReadField| field.is_some_and(|field| cell.key == field.key);
                Diagnostic::in_table(code, rows.place(row, row.fields.iter().find(is_of)))
            };
            undecided(record, at, language)
        })
        .collect()
}
