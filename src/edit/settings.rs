//! Settings as they are wanted in `oogst.toml`. The bytes of a value change, or a line is added or
//! taken out; comments, order and every other value stay letter for letter.

use std::collections::BTreeMap;

use super::Splices;
use super::proposal::{between_commas, spelled_value};
use crate::config::SETTINGS;
use crate::schema::value::{FieldEntry, Fields, Value};
use crate::schema::wanted::FieldValue;
use crate::schema::{Field, Shape};
use crate::source::{FileId, Sources, Span};
use crate::words::Language;

/// Which setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingKey {
    /// Its position among the settings.
    pub position: usize,
    /// The name of the group, where groups have names of their own.
    pub group: Option<String>,
    /// The position of a part of a group.
    pub part: Option<usize>,
    /// Whether it is the translation into the site's other language.
    pub is_translation: bool,
}

/// A setting as it is wanted; `None`: not at all.
pub type WantedSetting = (SettingKey, Option<FieldValue>);

/// The settings as they stand in their file.
#[derive(Debug, Clone, Copy)]
pub struct WrittenSettings<'a> {
    /// The file.
    pub file: FileId,
    /// The texts.
    pub sources: &'a Sources,
    /// What stands in it.
    pub fields: &'a Fields,
    /// The site's usual language.
    pub language: Language,
}

impl<'a> WrittenSettings<'a> {
    /// The text with settings as they are wanted.
    pub fn with(&self, wanted: &[WantedSetting]) -> String {
        let mut change = SettingsChange {
            text: &self.sources.file(self.file).text,
            file: self.file,
            language: self.language_of_keys(),
            usual: self.language,
            splices: Splices::default(),
            new_groups: BTreeMap::new(),
        };
        for (key, value) in wanted {
            let field = &SETTINGS[key.position];
            match (key.part, field.shape) {
                (Some(part), Shape::Table(parts) | Shape::Named(parts)) => {
                    let group = self.group(key.position, key.group.as_deref());
                    match (group, value) {
                        (Some(group), value) => {
                            change.set_part(group, part, parts, value.as_ref());
                        }
                        (None, Some(value)) => change.begin(key, field, &parts[part], value),
                        (None, None) => {}
                    }
                }
                _ => change.set(self.fields, key, field, value.as_ref()),
            }
        }
        for (key, _) in wanted {
            if self.is_emptied(key, wanted)
                && let Some(group) = self.group(key.position, key.group.as_deref())
            {
                change.remove_group(self.fields, key.position, group);
            }
        }
        change.text(self.sources)
    }

    /// Whether all that stands in the group of a setting is to go.
    fn is_emptied(&self, of: &SettingKey, wanted: &[WantedSetting]) -> bool {
        let Some(group) = self.group(of.position, of.group.as_deref()) else {
            return false;
        };
        let of_group = |key: &SettingKey| key.position == of.position && key.group == of.group;
        let mut wanted = wanted.iter().filter(|(key, _)| of_group(key));
        let goes = |entry: &FieldEntry| {
            let mut wanted = wanted.clone();
            wanted.any(|(key, value)| {
                value.is_none() && key.part == Some(entry.field) && !entry.translation
            })
        };
        of.part.is_some()
            && !group.entries.is_empty()
            && group.unreadable.is_empty()
            && group.entries.iter().all(goes)
            && wanted.all(|(_, value)| value.is_none())
    }

    /// The text without a group that has a name of its own; `None` where only people can take it out.
    pub fn without(&self, position: usize, name: &str) -> Option<String> {
        let text: &str = &self.sources.file(self.file).text;
        let group = self.group(position, Some(name))?;
        let header = group.span.range();
        let line = text[..header.start].rfind('\n').map_or(0, |end| end + 1);
        if !text[line..].trim_start().starts_with('[') {
            return None;
        }
        let ends = group
            .entries
            .iter()
            .map(|entry| entry.value.span.range().end);
        let last = ends.chain([header.end]).max()?;
        let end = text[last..]
            .find('\n')
            .map_or(text.len(), |end| last + end + 1);
        // The line that parts it from what stands above goes with it.
        let start = line - usize::from(text[..line].ends_with("\n\n"));
        Some(format!("{}{}", &text[..start], &text[end..]))
    }

    /// A group of settings as it is written.
    pub fn group(&self, position: usize, name: Option<&str>) -> Option<&'a Fields> {
        let mut entries = self.fields.entries.iter();
        entries.find_map(|entry| match (&entry.value.value, name) {
            (Value::Table(group), None) if entry.field == position => Some(group),
            (Value::Named(groups), Some(name)) if entry.field == position => {
                let mut groups = groups.iter();
                let (_, group) = groups.find(|(own, _)| own.value == name)?;
                Some(group)
            }
            _ => None,
        })
    }

    /// The language of the keys: the site's own, unless those that differ are English.
    fn language_of_keys(&self) -> Language {
        let is_english = self.fields.entries.iter().any(|entry| {
            let names = SETTINGS[entry.field].name;
            names.en != names.nl && self.sources.text(entry.key) == names.en
        });
        if is_english {
            Language::En
        } else {
            self.language
        }
    }
}

/// A text on its way to other settings.
struct SettingsChange<'a> {
    text: &'a str,
    file: FileId,
    /// The language of the keys.
    language: Language,
    /// The site's usual language.
    usual: Language,
    splices: Splices,
    /// Groups that are not there yet, by their headers, with their lines.
    new_groups: BTreeMap<String, Vec<String>>,
}

impl SettingsChange<'_> {
    /// A setting that stands in no group.
    fn set(
        &mut self,
        fields: &Fields,
        key: &SettingKey,
        field: &Field,
        value: Option<&FieldValue>,
    ) {
        let mut entries = fields.entries.iter();
        let entry = entries
            .find(|entry| entry.field == key.position && entry.translation == key.is_translation);
        match (entry, value) {
            (Some(entry), Some(value)) => self.replace(entry, value),
            (Some(entry), None) => self.remove(entry),
            (None, Some(value)) => {
                let mut name = field.name.get(self.language).to_owned();
                if key.is_translation {
                    name.push('_');
                    name.push_str(self.usual.other().tag());
                }
                let line = format!("{name} = {}", self.spelled(value));
                self.add(fields, key.position, &line);
            }
            (None, None) => {}
        }
    }

    /// Adds a line for a setting in its place among the others: the order of the schema, and before
    /// the first group.
    fn add(&mut self, fields: &Fields, position: usize, line: &str) {
        let lines = || {
            let entries = fields.entries.iter();
            entries.filter(|entry| self.is_own_line(entry))
        };
        let before = lines()
            .filter(|entry| entry.field <= position)
            .max_by_key(|entry| (entry.field, entry.key.start));
        let first = lines().min_by_key(|entry| entry.key.start);
        match (before, first) {
            (Some(before), _) => self.add_below(before.value.span.range().end, line),
            (None, Some(first)) => {
                let at = self.line_start(first.key.range().start);
                self.splices.insert(self.file, at, &format!("{line}\n"));
            }
            (None, None) => self.splices.insert(self.file, 0, &format!("{line}\n")),
        }
    }

    /// A part of a group that is there.
    fn set_part(
        &mut self,
        group: &Fields,
        part: usize,
        parts: &[Field],
        value: Option<&FieldValue>,
    ) {
        let mut entries = group.entries.iter();
        let entry = entries.find(|entry| entry.field == part && !entry.translation);
        match (entry, value) {
            (Some(entry), Some(value)) => self.replace(entry, value),
            (Some(entry), None) => self.remove(entry),
            (None, Some(value)) => {
                let name = parts[part].name.get(self.language);
                let written = format!("{name} = {}", self.spelled(value));
                self.add_part(group, &written);
            }
            (None, None) => {}
        }
    }

    fn add_part(&mut self, group: &Fields, written: &str) {
        let last = group.entries.iter().max_by_key(|entry| entry.key.start);
        let Some(last) = last else {
            let span = group.span.range();
            if self.text[span.clone()].starts_with('{') {
                self.splices.replace(group.span, format!("{{ {written} }}"));
            } else {
                self.add_below(span.end, written);
            }
            return;
        };
        let end = last.value.span.range().end;
        let before = self.before(last);
        if before.trim().is_empty() || before.ends_with('.') {
            let written = format!("{}{written}", before.trim_start());
            self.add_below(end, &written);
        } else {
            self.splices.insert(self.file, end, &format!(", {written}"));
        }
    }

    /// The header of a group in which nothing is left, or all of it where it stands in a line.
    fn remove_group(&mut self, fields: &Fields, position: usize, group: &Fields) {
        let span = group.span.range();
        let mut start = self.line_start(span.start);
        let entry = fields.entries.iter().find(|entry| entry.field == position);
        if self.text[start..].trim_start().starts_with('[') {
            let below = self.text[span.end..].find('\n');
            let end = below.map_or(self.text.len(), |below| span.end + below + 1);
            // The line that parts it from what stands above goes with it.
            start -= usize::from(self.text[..start].ends_with("\n\n"));
            self.splices
                .replace(Span::new(self.file, start..end), String::new());
        } else if let Some(entry) = entry.filter(|entry| self.is_own_line(entry)) {
            self.remove(entry);
        }
    }

    /// A part of a group that is not there.
    fn begin(&mut self, key: &SettingKey, field: &Field, part: &Field, value: &FieldValue) {
        let name = field.name.get(self.language);
        let header = match &key.group {
            Some(group) => format!("[{name}.{group}]"),
            None => format!("[{name}]"),
        };
        let line = format!("{} = {}", part.name.get(self.language), self.spelled(value));
        self.new_groups.entry(header).or_default().push(line);
    }

    fn spelled(&self, value: &FieldValue) -> String {
        spelled_value(value, self.language)
    }

    fn replace(&mut self, entry: &FieldEntry, value: &FieldValue) {
        let spelled = self.spelled(value);
        self.splices.replace(entry.value.span, spelled);
    }

    fn remove(&mut self, entry: &FieldEntry) {
        let (start, end) = (entry.key.range().start, entry.value.span.range().end);
        let before = self.before(entry);
        let range = if before.trim().is_empty() || before.ends_with('.') {
            let below = self.text[end..].find('\n');
            self.line_start(start)..below.map_or(self.text.len(), |below| end + below + 1)
        } else {
            between_commas(self.text, start, end)
        };
        self.splices
            .replace(Span::new(self.file, range), String::new());
    }

    /// What stands before a key on its line.
    fn before(&self, entry: &FieldEntry) -> &str {
        let start = entry.key.range().start;
        &self.text[self.line_start(start)..start]
    }

    /// Whether a setting has a line of its own: `key = value`, and no header.
    fn is_own_line(&self, entry: &FieldEntry) -> bool {
        let between = entry.key.range().end..entry.value.span.range().start;
        let between = self.text.get(between);
        between.is_some_and(|between| between.trim() == "=")
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Adds a line below that of a byte.
    fn add_below(&mut self, at: usize, line: &str) {
        match self.text[at..].find('\n') {
            Some(below) => {
                let below = at + below + 1;
                self.splices.insert(self.file, below, &format!("{line}\n"));
            }
            None => {
                let end = self.text.len();
                self.splices.insert(self.file, end, &format!("\n{line}"));
            }
        }
    }

    /// The text as it becomes.
    fn text(mut self, sources: &Sources) -> String {
        for (header, lines) in std::mem::take(&mut self.new_groups) {
            let parted = if self.text.is_empty() || self.text.ends_with('\n') {
                "\n"
            } else {
                "\n\n"
            };
            let group = format!("{parted}{header}\n{}\n", lines.join("\n"));
            self.splices.insert(self.file, self.text.len(), &group);
        }
        let mut texts = self.splices.texts(sources);
        let changed = texts.next().map(|(_, text)| text);
        changed.unwrap_or_else(|| self.text.to_owned())
    }
}
