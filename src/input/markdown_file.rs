//! A Markdown file: the facts between its `+++` lines, and the body below them.

use std::ops::Range;

use toml::de::DeTable;

use super::parse::Parser;
use super::record::WrittenRecord;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::schema::first_line;
use crate::schema::key;
use crate::schema::required_facts;
use crate::schema::value::{FieldEntry, Fields, MarkdownText, Value};
use crate::schema::{Kind, KindSchema};
use crate::schema::{toml_lines, toml_problem};
use crate::source::{Span, Spanned};

/// The parts of a Markdown file: the facts, and the body below them.
struct FileParts {
    facts: Range<usize>,
    body: Range<usize>,
}

impl Parser<'_> {
    /// A Markdown file: facts between `+++` lines, and a body.
    pub(super) fn markdown_record(
        &mut self,
        kind: Kind,
        event: Option<&str>,
        file_id: Option<Spanned<Id>>,
        translation: bool,
    ) {
        let schema = kind.schema();
        let Some(parts) = self.parts(schema, translation) else {
            return;
        };
        let text = self.reader.text;
        let facts = &text[parts.facts.clone()];
        let head = self.head(&parts);
        let (root, errors) = DeTable::parse_recoverable(facts);
        self.reader.diagnostics.extend(toml_problem::diagnostics(
            &errors,
            facts,
            parts.facts.start,
            self.reader.file,
        ));
        self.reader.stumbles = toml_problem::stumbles(&errors);
        let broken = !errors.is_empty();
        self.reader.offset = parts.facts.start;
        let own_records = (kind == Kind::Event && !translation).then_some(schema);
        let taken = if own_records.is_some() {
            self.kinds(root.get_ref(), event, own_records, broken)
        } else {
            Vec::new()
        };
        let skip: Vec<&str> = taken.iter().map(String::as_str).collect();
        let before = self.reader.diagnostics.len();
        let mut fields = self.reader.fields(
            root.get_ref(),
            head,
            schema.fields,
            schema.with_article,
            &skip,
        );
        if translation {
            // A translation needs only what it translates.
            let found = self.reader.diagnostics.split_off(before);
            let needed = |found: &Diagnostic| found.code != Code::MissingKey;
            self.reader
                .diagnostics
                .extend(found.into_iter().filter(needed));
        }
        self.add_body(&mut fields, schema, parts.body, translation, head);
        if translation {
            let named = file_id.as_ref().map(|id| id.value.to_string());
            let original = match kind {
                Kind::Event => "event".to_owned(),
                _ => named.unwrap_or_default(),
            };
            self.refuse_facts(&fields, &format!("{original}.md"));
        }
        self.records.push(WrittenRecord {
            kind,
            event: event.map(ToOwned::to_owned),
            folder: self.folder.clone(),
            file_id,
            fields,
            span: head,
            translation,
        });
    }

    /// Puts the body among the fields, as the text it is.
    fn add_body(
        &mut self,
        fields: &mut Fields,
        schema: &'static KindSchema,
        body: Range<usize>,
        translation: bool,
        head: Span,
    ) {
        let Some(position) = schema.body.and_then(|name| schema.position(name)) else {
            return;
        };
        let field = &schema.fields[position];
        let body_text = self.reader.text[body.clone()].trim_end();
        let written = fields
            .entries
            .iter()
            .find(|entry| entry.field == position && !entry.translation)
            .map(|entry| entry.key);
        if body_text.trim().is_empty() {
            if field.required && written.is_none() && !translation {
                let diagnostic = self.reader.missing(field, head, schema.with_article);
                self.reader.diagnostics.push(diagnostic);
            }
            return;
        }
        let span = Span::new(self.reader.file, body.start..body.start + body_text.len());
        if let Some(key) = written {
            let key_word = self
                .reader
                .text
                .get(key.range())
                .unwrap_or_default()
                .to_owned();
            let below = first_line(
                Span::new(
                    self.reader.file,
                    span.range().start + leading(body_text)..span.range().end,
                ),
                self.reader.text,
            );
            self.reader.diagnostics.push(
                Diagnostic::at(Code::TextTwice, key)
                    .with("key", key_word)
                    .note(below, NoteKind::AlsoHere),
            );
            return;
        }
        let text = MarkdownText {
            text: body_text.into(),
            span,
            exact_start: Some(span.start),
            replaced: Vec::new(),
        };
        fields.entries.push(FieldEntry {
            field: position,
            key: span,
            value: Spanned::new(Value::Markdown(text), span),
            translation: false,
        });
    }

    /// A translation says again what can be translated, and nothing else.
    fn refuse_facts(&mut self, fields: &Fields, original: &str) {
        for entry in &fields.entries {
            if !fields.schema[entry.field].translatable {
                let key = self
                    .reader
                    .text
                    .get(entry.key.range())
                    .unwrap_or_default()
                    .to_owned();
                let diagnostic = Diagnostic::at(Code::NotTranslatable, entry.key)
                    .with("key", key)
                    .with("original", original);
                self.reader.diagnostics.push(diagnostic);
            }
        }
    }

    /// The place to blame for a whole Markdown record: the line of its first fact, which says which
    /// record it is; else the first of all.
    fn head(&self, parts: &FileParts) -> Span {
        let facts = &self.reader.text[parts.facts.clone()];
        let mut position = parts.facts.start;
        for line in facts.split_inclusive('\n') {
            let word = line.trim();
            if word.starts_with('[') {
                break;
            }
            if !word.is_empty() && !word.starts_with('#') {
                return Span::new(self.reader.file, position..position + line.trim_end().len());
            }
            position += line.len();
        }
        first_line(
            Span::new(self.reader.file, 0..self.reader.text.len()),
            self.reader.text,
        )
    }

    /// Finds the facts and the body.
    fn parts(&mut self, schema: &KindSchema, translation: bool) -> Option<FileParts> {
        let text = self.reader.text;
        let start = text.len() - text.trim_start().len();
        let rest = &text[start..];
        let first_line = rest.lines().next().unwrap_or_default();
        let line_span = Span::new(self.reader.file, start..start + first_line.len());
        if first_line.trim_end() == "---" {
            self.reader
                .diagnostics
                .push(Diagnostic::at(Code::FrontMatterYaml, line_span));
            return None;
        }
        if first_line.trim_end() != "+++" {
            let required = schema
                .fields
                .iter()
                .any(|field| field.required && field.name.en != key::TEXT);
            if !required || translation {
                return Some(FileParts {
                    facts: start..start,
                    body: start..text.len(),
                });
            }
            let example = required_facts(schema.kind, self.reader.language);
            self.reader
                .diagnostics
                .push(Diagnostic::at(Code::FrontMatterMissing, line_span).with("example", example));
            return None;
        }
        let facts_start = start + first_line.len() + usize::from(rest.len() > first_line.len());
        if let Some((facts, body)) = facts_and_body(text) {
            return Some(FileParts { facts, body });
        }
        let last = last_fact(&text[facts_start..]);
        let last = Span::new(
            self.reader.file,
            facts_start + last.start..facts_start + last.end,
        );
        let (place, begins) = if last.start == last.end {
            (line_span, None)
        } else {
            (last, Some(line_span))
        };
        let mut diagnostic = Diagnostic::at(Code::FrontMatterOpen, place);
        if let Some(begins) = begins {
            diagnostic = diagnostic.note(begins, NoteKind::StartsHere);
        }
        self.reader.diagnostics.push(diagnostic);
        None
    }
}

/// The facts of a text between its lines `+++`, and the body below them; nothing where there are no
/// such two lines.
pub fn facts_and_body(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = text.len() - text.trim_start().len();
    let first_line = text[start..].split_inclusive('\n').next()?;
    if first_line.trim_end() != "+++" {
        return None;
    }
    let facts_start = start + first_line.len();
    let mut position = facts_start;
    for line in text[facts_start..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((facts_start..position, position + line.len()..text.len()));
        }
        position += line.len();
    }
    None
}

/// The last line that looks like a fact: `titel = …` or `[[idee]]`.
fn last_fact(text: &str) -> Range<usize> {
    let mut last = 0..0;
    let mut position = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("[[") || toml_lines::is_fact(line) {
            last = position..position + line.trim_end().len();
        }
        position += line.len();
    }
    last
}

/// How many bytes of empty space a text begins with.
fn leading(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
