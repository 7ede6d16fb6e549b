//! New records as text: a table, or a file of its own.

use std::fmt::Write as _;

use super::current::title_field;
use super::wanted_text::says_nothing;
use super::{ProposedField, ProposedRecord, Site, spelled};
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Kind, key};
use crate::words::Language;

/// The words that records are written in.
pub(super) struct RecordWords {
    header: String,
    language: Language,
}

impl RecordWords {
    /// Those of the record that stands last, else the site's own.
    pub(super) fn of(kind: Kind, last: Option<&WrittenRecord>, site: Site<'_>) -> Self {
        let names = kind.schema().name;
        let own = || format!("[[{}]]", names.get(site.language));
        let Some(last) = last else {
            return Self {
                header: own(),
                language: site.language,
            };
        };
        let header = site.sources.text(last.span);
        let header = header
            .find("]]")
            .map_or_else(own, |end| header[..end + 2].to_owned());
        let is_english = names.en != names.nl && header[2..].trim_start().starts_with(names.en);
        Self {
            header,
            language: if is_english {
                Language::En
            } else {
                site.language
            },
        }
    }
}

/// A record as a table.
pub(super) fn text_of(record: &ProposedRecord, id: Option<&Id>, words: &RecordWords) -> String {
    let mut fields: Vec<(&ProposedField, &FieldValue)> = record
        .fields
        .iter()
        .filter_map(|field| Some((field, field.wanted.as_ref()?)))
        .filter(|(_, value)| !says_nothing(value))
        .collect();
    let title = title_field(record.kind.schema());
    let is_title = |field: &ProposedField| Some(field.key.position) == title;
    fields.sort_by(|(one, _), (other, _)| {
        let place = |field: &ProposedField| {
            let key = &field.key;
            (
                !is_title(field),
                key.position,
                key.part_position(record.kind),
            )
        };
        let by_name = || one.key.cmp(&other.key);
        place(one).cmp(&place(other)).then_with(by_name)
    });
    let mut text = format!("{}\n", words.header);
    let mut id = id;
    for (field, value) in fields {
        if !is_title(field) {
            push_id(&mut text, id.take());
        }
        let key = spelled::key(&field.key, record.kind, words.language);
        let part = field.key.part_written(record.kind, words.language);
        let part = part.map(spelled::free_key);
        let part = part.map(|part| format!(".{part}")).unwrap_or_default();
        let value = spelled::value(value, false, words.language);
        let _ = writeln!(text, "{key}{part} = {value}");
    }
    push_id(&mut text, id);
    text
}

fn push_id(text: &mut String, id: Option<&Id>) {
    if let Some(id) = id {
        let _ = writeln!(text, "{} = \"{id}\"", key::ID);
    }
}

/// A record as a file of its own: its facts, and its text below them.
pub(super) fn file_of(record: &ProposedRecord, site: Site<'_>) -> String {
    let words = RecordWords {
        header: FENCE.to_owned(),
        language: site.language,
    };
    let schema = record.kind.schema();
    let body = schema.body.and_then(|name| schema.position(name));
    let body = body.map(FieldKey::whole);
    let (text, facts): (Vec<_>, Vec<_>) = record
        .fields
        .iter()
        .cloned()
        .partition(|field| Some(&field.key) == body.as_ref());
    let facts = ProposedRecord {
        fields: facts,
        ..record.clone()
    };
    let facts = text_of(&facts, None, &words);
    let text = text.iter().find_map(|field| match field.wanted.as_ref()? {
        FieldValue::Markdown(text) => Some(format!("{}\n", text.trim())),
        _ => None,
    });
    format!("{facts}{FENCE}\n{}", text.unwrap_or_default())
}

/// The line around the facts of a Markdown file.
pub(super) const FENCE: &str = "+++";
