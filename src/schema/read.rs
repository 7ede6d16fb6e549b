//! Reads a TOML table by the schema: each key becomes a checked value, or a diagnostic that says
//! what belongs there.
//!
//! Every mistake of a table is reported, not only the first; a value that cannot be read is left
//! out and the rest goes on.

use std::ops::Range;

use toml::Spanned as TomlSpanned;
use toml::de::{DeString, DeTable, DeValue};

use super::key;
use super::kinds::{Field, KeysRead};
use super::names::{also_named_exactly, meant, named};
use super::value::{FieldEntry, Fields};
use super::wording::example_of;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::source::{FileId, Span, Spanned};
use crate::words::messages::schema as messages;
use crate::words::{Bilingual, Language};

/// What reading a table needs to know of its file, and where its diagnostics gather.
pub(crate) struct Reader<'a> {
    /// The file.
    pub(crate) file: FileId,
    /// The file's whole text.
    pub(crate) text: &'a str,
    /// Where the parsed TOML begins in the text.
    pub(crate) offset: usize,
    /// The site's language: the other words that keys and values may use.
    pub(crate) language: Language,
    /// Where the parser stumbled, in the parsed TOML: a value with such a place in it is not what
    /// was meant.
    pub(crate) stumbles: Vec<usize>,
    /// What the parser could not read and this reader can, or says more of, in the file.
    pub(crate) understood: Vec<Range<usize>>,
    /// Whether the value being read stands in a list: what is wrong is then one of its parts.
    pub(crate) in_list: bool,
    /// What was found wrong.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

pub(crate) type RawKey<'a> = TomlSpanned<DeString<'a>>;
pub(crate) type RawValue<'a> = TomlSpanned<DeValue<'a>>;

impl Reader<'_> {
    /// A span of the parsed TOML as a span of the file.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span::new(
            self.file,
            self.offset + range.start..self.offset + range.end,
        )
    }

    /// Reads the keys of a table that are fields; `kind` names the table in messages, `skip` holds
    /// keys that were read otherwise.
    pub(crate) fn fields(
        &mut self,
        table: &DeTable<'_>,
        span: Span,
        schema: &'static [Field],
        kind: Bilingual,
        skip: &[&str],
    ) -> Fields {
        let outer_list = std::mem::replace(&mut self.in_list, false);
        let mut fields = Fields {
            schema,
            entries: Vec::with_capacity(table.len()),
            unreadable: Vec::new(),
            span,
        };
        let mut keys: Vec<(&RawKey<'_>, &RawValue<'_>)> = table.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in keys {
            let written: &str = key.get_ref();
            if skip.contains(&written) {
                continue;
            }
            match self.field_named(written, schema) {
                Some(named) => self.field(&mut fields, key, value, named),
                None => self.unknown_key(&mut fields, key, kind),
            }
        }
        for (position, field) in schema.iter().enumerate() {
            let given = fields
                .entries
                .iter()
                .any(|entry| !entry.translation && entry.field == position);
            // A field that was written wrongly is not missing as well; `text` may yet come as the
            // body of a Markdown file.
            if field.required
                && !given
                && !fields.unreadable.contains(&position)
                && field.name.en != key::TEXT
            {
                self.diagnostics.push(self.missing(field, span, kind));
            }
        }
        self.in_list = outer_list;
        fields
    }

    /// Reads one field, or its translation.
    fn field(
        &mut self,
        fields: &mut Fields,
        key: &RawKey<'_>,
        value: &RawValue<'_>,
        (position, translation): (usize, bool),
    ) {
        let written: &str = key.get_ref();
        let key_span = self.span(key.span());
        let is_first =
            |entry: &&FieldEntry| entry.field == position && entry.translation == translation;
        if let Some(first) = fields.entries.iter().find(is_first) {
            let other = self.text.get(first.key.range()).unwrap_or_default();
            self.diagnostics.push(
                Diagnostic::at(Code::KeyTwice, key_span)
                    .with("key", written)
                    .with("other", other)
                    .note(first.key, NoteKind::FirstHere),
            );
            return;
        }
        let read = if self.stumbled_in(key, value) {
            self.bare_word(written, value, &fields.schema[position])
        } else {
            self.value(written, value, &fields.schema[position])
        };
        match read {
            Some(read) => fields.entries.push(FieldEntry {
                field: position,
                key: key_span,
                value: Spanned::new(read, self.span(value.span())),
                translation,
            }),
            None => fields.unreadable.push(position),
        }
    }

    /// Says of a key that no field has it, and which may be meant.
    fn unknown_key(&mut self, fields: &mut Fields, key: &RawKey<'_>, kind: Bilingual) {
        let (written, schema): (&str, _) = (key.get_ref(), fields.schema);
        let suggestion = meant(written, || schema.iter().map(Field::names), self.language)
            .map(ToOwned::to_owned);
        // The field that was likely meant is not missing as well.
        let likely = suggestion.as_deref();
        let likely = likely.and_then(|name| self.field_named(name, schema));
        fields
            .unreadable
            .extend(likely.map(|(position, _)| position));
        let mut diagnostic = Diagnostic::at(Code::UnknownKey, self.span(key.span()))
            .with("kind", kind)
            .with("key", written);
        // The whole list only where no word is near: one suggestion says more than twenty words.
        if suggestion.is_none() {
            let known: Vec<&str> = schema
                .iter()
                .map(|field| field.name.get(self.language))
                .collect();
            let known = known.join(", ");
            let way = messages::choose_from(&known);
            diagnostic = diagnostic.with("way", way);
        }
        self.diagnostics.push(diagnostic.suggest(suggestion));
    }

    /// Whether the parser stumbled here. What it could not read at all has an empty place.
    fn stumbled_in(&self, key: &RawKey<'_>, value: &RawValue<'_>) -> bool {
        if self.stumbles.is_empty() {
            return false;
        }
        let range = key.span().start..value.span().end;
        let first = self
            .stumbles
            .partition_point(|stumble| *stumble < range.start);
        value.span().is_empty()
            || self
                .stumbles
                .get(first)
                .is_some_and(|stumble| *stumble <= range.end)
    }

    /// The diagnostic for a required field that is not there.
    pub(crate) fn missing(&self, field: &Field, span: Span, kind: Bilingual) -> Diagnostic {
        Diagnostic::at(Code::MissingKey, span)
            .with("kind", kind)
            .with("key", field.name.get(self.language))
            .with("example", example_of(field, self.language))
    }

    /// Whether a key names a field, not a translation of it.
    pub(crate) fn is_field(&self, written: &str, schema: &'static [Field]) -> bool {
        matches!(self.field_named(written, schema), Some((_, false)))
    }

    /// The field that a key names, and whether it is its translation.
    fn field_named(&self, written: &str, schema: &'static [Field]) -> Option<(usize, bool)> {
        let names = || schema.iter().map(Field::names);
        let find = |name: &str| {
            if schema.iter().any(|field| field.keys == KeysRead::Exactly) {
                also_named_exactly(name, names, Language::Nl)
            } else {
                named(name, names, self.language)
            }
        };
        if let Some(position) = find(written) {
            return Some((position, false));
        }
        let (name, tag) = written.rsplit_once('_')?;
        let language = Language::from_tag(tag)?;
        let position = find(name)?;
        schema[position]
            .translatable
            .then_some((position, language != self.language))
    }
}

/// The first line of a span: what a message about the whole of it points at.
pub(crate) fn first_line(span: Span, text: &str) -> Span {
    let start = text.floor_char_boundary((span.start as usize).min(text.len()));
    let end = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline)
        .min((span.end as usize).max(start + 1));
    Span::new(span.file, start..end)
}
