//! What a check says of a change that is not saved, put at the questions of its form.

use std::collections::HashMap;

use super::Saving;
use crate::desk::forms::{RecordForm, as_sentence};
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Severity, printed};
use crate::input::parse::parse;
use crate::input::record::WrittenRecord;
use crate::schema::key;
use crate::schema::value::{FieldEntry, Fields, Value};
use crate::schema::wanted::FieldKey;
use crate::source::{SourcePath, Sources, Span};
use crate::words::{Language, forms as words};

/// The most mistakes that a form tells.
const MOST_TOLD: usize = 50;

impl Saving {
    /// The form with what is wrong. `sources` are the texts that the diagnostics point into: those of
    /// the site as it would be.
    pub fn refused(
        &self,
        diagnostics: &[Diagnostic],
        sources: &Sources,
        language: Language,
    ) -> RecordForm {
        let mut form = self.form.clone();
        let is_error = |found: &&Diagnostic| found.severity() == Severity::Error;
        for found in diagnostics.iter().filter(is_error).take(MOST_TOLD) {
            let sentence = as_sentence(found, sources, language);
            let field = match found.place {
                Place::Text(span) => self.field_at(span, found, sources, language),
                _ => None,
            };
            match field.and_then(|key| form.field_mut(&key)) {
                Some(field) => field.wrong.push(sentence),
                None => form
                    .wrong
                    .push(elsewhere(found, sentence, sources, language)),
            }
        }
        if !form.is_wrong() {
            form.wrong.push(words::SUMMARY.get(language).to_owned());
        }
        form.may_be_draft =
            !self.is_draft && form.place.kind.schema().position(key::DRAFT).is_some();
        form
    }

    /// The field of the record in which a place is.
    fn field_at(
        &self,
        span: Span,
        found: &Diagnostic,
        sources: &Sources,
        language: Language,
    ) -> Option<FieldKey> {
        let file = sources.file(span.file);
        if !self.rewrite.texts.contains_key(&file.path) {
            return None;
        }
        let parsed = parse(span.file, file, language);
        let record = self.record_in(&parsed.records)?;
        if let Some(entry) = entry_at(&record.fields, span) {
            let is_translation = entry.translation || record.translation;
            let part = match &entry.value.value {
                Value::Table(group) => entry_at(group, span).map(|part| {
                    let name = group.schema[part.field].name;
                    name.get(language).into()
                }),
                _ => None,
            };
            return Some(FieldKey {
                part,
                translation: is_translation.then(|| language.other()),
                ..FieldKey::whole(entry.field)
            });
        }
        if span != record.span && span != record.fields.span {
            return None;
        }
        let (_, name) = found.arguments.iter().find(|(name, _)| *name == "key")?;
        let name = name.get(language);
        let fields = record.kind.schema().fields.iter();
        let mut named = fields
            .enumerate()
            .filter(|(_, field)| field.name.get(language) == name);
        named.next().map(|(position, _)| FieldKey::whole(position))
    }

    /// The record of the form among those of its file as it would be.
    fn record_in<'r>(&self, records: &'r [WrittenRecord]) -> Option<&'r WrittenRecord> {
        let place = &self.form.place;
        let mut same = records.iter().filter(|record| record.kind == place.kind);
        let written = |record: &WrittenRecord| record.written_id().map(|id| id.value);
        let by_id = same
            .clone()
            .find(|record| self.id.is_some() && written(record) == self.id);
        by_id.or_else(|| match self.number {
            Some(number) => same.nth(number),
            None => same.next_back(),
        })
    }
}

impl Saving {
    /// The form, with why the machine did not save it.
    pub fn failed(&self, reason: &str) -> RecordForm {
        let mut form = self.form.clone();
        form.wrong.push(reason.to_owned());
        form
    }
}

/// What is wrong after a change and was not before it. What was wrong already does not keep anybody
/// from going on.
pub fn new_mistakes(
    before: (&[Diagnostic], &Sources),
    after: (&[Diagnostic], &Sources),
) -> Vec<Diagnostic> {
    let mut known: HashMap<_, usize> = HashMap::new();
    for found in before.0 {
        *known.entry(mark(found, before.1)).or_default() += 1;
    }
    let errors = after
        .0
        .iter()
        .filter(|found| found.severity() == Severity::Error);
    let new = errors.filter(|found| match known.get_mut(&mark(found, after.1)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    new.cloned().collect()
}

/// What a mistake is, wherever in its file it stands now.
fn mark(
    found: &Diagnostic,
    sources: &Sources,
) -> (Code, Option<SourcePath>, Vec<(&'static str, Argument)>) {
    let path = match &found.place {
        Place::Text(span) => Some(sources.file(span.file).path.clone()),
        Place::Path(path) => Some(path.clone()),
        Place::Cell(_) | Place::Site => None,
    };
    (found.code, path, found.arguments.clone())
}

/// What was written for a field, where a place lies in it.
fn entry_at(fields: &Fields, span: Span) -> Option<&FieldEntry> {
    fields.entries.iter().find(|entry| {
        let from = entry.key.start.min(entry.value.span.start);
        let to = entry.value.span.end.max(from + 1);
        (from..to).contains(&span.start)
    })
}

/// A mistake that no question is about, with its place.
fn elsewhere(
    found: &Diagnostic,
    sentence: String,
    sources: &Sources,
    language: Language,
) -> String {
    let printed = printed(found, sources, language);
    match (printed.file, printed.line) {
        (Some(file), Some(line)) => {
            let place = words::elsewhere(&file, &line);
            format!("{} ({})", sentence, place.get(language))
        }
        (Some(file), None) => format!("{sentence} ({file})"),
        _ => sentence,
    }
}
