//! [`RecordText`]: where the lines and values of a record stand in its text, and how lines are put in
//! and taken out.

use super::Site;
use super::filled_in::party_in_words;
use super::spelled;
use crate::edit::Splices;
use crate::input::record::WrittenRecord;
use crate::schema::NAMED_PARTY;
use crate::schema::value::{FieldEntry, Fields, PartyWritten, Value};
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::source::{FileId, Sources, Span};
use crate::words::Language;

/// A record as written, and how its text is changed.
pub(super) struct RecordText<'a> {
    pub(super) record: &'a WrittenRecord,
    pub(super) text: &'a str,
    pub(super) file: FileId,
    /// The language of its keys.
    pub(super) language: Language,
    /// Whether it stands between braces, on a line with others.
    pub(super) is_inline: bool,
    pub(super) site: Site<'a>,
}

impl<'a> RecordText<'a> {
    pub(super) fn of(record: &'a WrittenRecord, site: Site<'a>) -> Self {
        let file = record.span.file;
        let text: &str = &site.sources.file(file).text;
        Self {
            record,
            text,
            file,
            language: language_of(&record.fields, site.sources, site.language),
            is_inline: text[record.span.range()].starts_with('{'),
            site,
        }
    }

    pub(super) fn schema_key(&self, key: &FieldKey) -> String {
        spelled::key(key, self.record.kind, self.language)
    }

    /// The key of a part of a group, or of a code.
    pub(super) fn part_key(&self, key: &FieldKey) -> String {
        let part = key.part_written(self.record.kind, self.language);
        spelled::free_key(part.unwrap_or_default())
    }

    /// A value in the place of another. Whoever was named there with an organisation stays so.
    pub(super) fn spelled(&self, entry: &FieldEntry, value: &FieldValue) -> String {
        let (Value::Parties(parties), FieldValue::List(items)) = (&entry.value.value, value) else {
            return spelled::value(value, self.is_inline, self.language);
        };
        let [name_key, of_key] =
            [0, 1].map(|field: usize| NAMED_PARTY[field].name.get(self.language));
        let spell = |item: &String| {
            let same = parties.iter().find(|party| party_in_words(party) == *item);
            match same {
                Some(PartyWritten::Named {
                    name,
                    organisation: Some(organisation),
                }) => format!(
                    "{{ {name_key} = {}, {of_key} = {} }}",
                    spelled::string(&name.value),
                    spelled::string(&organisation.value)
                ),
                _ => spelled::string(item),
            }
        };
        let items: Vec<String> = items.iter().map(spell).collect();
        format!("[{}]", items.join(", "))
    }

    /// What stands on a line of its own: `key = value`, not below a header of its own, and no body.
    pub(super) fn is_line(&self, entry: &FieldEntry) -> bool {
        let between = entry.key.range().end..entry.value.span.range().start;
        self.text
            .get(between)
            .is_some_and(|between| between.trim() == "=")
    }

    /// The text of a body, without the lines that part it from the facts.
    pub(super) fn body_text(&self, entry: &FieldEntry) -> Span {
        let range = entry.value.span.range();
        let text = &self.text[range.clone()];
        let start = range.start + text.len() - text.trim_start().len();
        Span::new(self.file, start..range.end)
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The first byte of the line below.
    pub(super) fn line_below(&self, at: usize) -> Option<usize> {
        self.text[at..].find('\n').map(|newline| at + newline + 1)
    }

    /// Adds lines below a byte's line, or a part between braces right behind it.
    pub(super) fn add_behind(&self, at: usize, written: &str, splices: &mut Splices) {
        if self.is_inline {
            splices.insert(self.file, at, &format!(", {written}"));
            return;
        }
        self.add_line_behind(at, written, splices);
    }

    /// Adds lines below a byte's line.
    pub(super) fn add_line_behind(&self, at: usize, written: &str, splices: &mut Splices) {
        let start = self.line_start(at);
        let line = &self.text[start..at];
        let indent = &line[..line.len() - line.trim_start().len()];
        match self.line_below(at) {
            Some(below) => splices.insert(self.file, below, &format!("{indent}{written}\n")),
            None => splices.insert(self.file, self.text.len(), &format!("\n{indent}{written}")),
        }
    }

    /// Adds a key in its place among the others: the order of the schema.
    pub(super) fn add(&self, key: &FieldKey, written: &str, splices: &mut Splices) -> bool {
        let lines = || {
            let entries = self.record.fields.entries.iter();
            entries.filter(|entry| self.is_line(entry))
        };
        let before = lines()
            .filter(|entry| entry.field <= key.position)
            .max_by_key(|entry| (entry.field, entry.key.start));
        if let Some(before) = before {
            self.add_behind(before.value.span.range().end, written, splices);
            return true;
        }
        let Some(first) = lines().min_by_key(|entry| entry.key.start) else {
            // Below the header of a table without any line.
            let header = self.record.span.range();
            let is_header = self.text[header.clone()].starts_with("[[");
            if is_header {
                self.add_behind(header.end, written, splices);
            }
            return is_header;
        };
        let at = first.key.range().start;
        let parted = if self.is_inline {
            format!("{written}, ")
        } else {
            let indent = &self.text[self.line_start(at)..at];
            format!("{written}\n{indent}")
        };
        splices.insert(self.file, at, &parted);
        true
    }

    /// Takes a key and its value out: its line, or its part between braces.
    pub(super) fn remove(&self, entry: &FieldEntry, splices: &mut Splices) -> bool {
        if !self.is_line(entry) {
            return false;
        }
        let (start, end) = (entry.key.range().start, entry.value.span.range().end);
        let range = if self.is_inline {
            between_commas(self.text, start, end)
        } else {
            self.line_start(start)..self.line_below(end).unwrap_or(self.text.len())
        };
        splices.replace(Span::new(self.file, range), String::new());
        true
    }
}

/// A part of a list between braces, with one of the commas around it.
pub(in crate::edit) fn between_commas(
    text: &str,
    start: usize,
    end: usize,
) -> std::ops::Range<usize> {
    let behind = &text[end..];
    if let Some(rest) = behind.trim_start().strip_prefix(',') {
        return start..text.len() - rest.trim_start_matches([' ', '\t']).len();
    }
    let before = text[..start].trim_end();
    match before.strip_suffix(',') {
        Some(before) => before.len()..end,
        None => start..end,
    }
}

/// The language that a record's keys are written in: the site's own, unless those that differ are
/// English.
pub(super) fn language_of(fields: &Fields, sources: &Sources, usual: Language) -> Language {
    let is_english = fields.entries.iter().any(|entry| {
        let names = fields.schema[entry.field].name;
        names.en != names.nl && sources.text(entry.key) == names.en
    });
    if is_english { Language::En } else { usual }
}
