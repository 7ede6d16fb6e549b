//! Parses one text file into records as written. A function of the file's text and path alone, so
//! that files are parsed side by side and a parse can be kept by the hash of its file.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::key;
use super::misplaced::{folder_of, unknown_folder, unread};
use super::place::{FilePlace, place};
use super::read::{Reader, first_line};
use super::schema::{Field, Home, KINDS, Kind, KindSchema};
use super::toml_problem;
use super::value::{Entry, Fields, MarkdownText, Value};
use super::wording::{meant, required_facts};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::source::{FileId, SourceFile, SourcePath, Span, Spanned};
use crate::words::Language;

/// One record as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its kind.
    pub kind: Kind,
    /// The folder of its event; `None` for shared records and pages.
    pub event: Option<String>,
    /// The id that its file's name gives.
    pub file_id: Option<Spanned<Id>>,
    /// Its fields; a Markdown body stands among them as `text`.
    pub fields: Fields,
    /// Its table's header, or the first fact of its file: the place to blame for the whole.
    pub span: Span,
    /// Whether the file translates a record instead of being one.
    pub translation: bool,
}

/// What one file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ParsedFile {
    /// Its records, in their order.
    pub records: Vec<Record>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses a text file under `content/`.
pub fn parse(id: FileId, file: &SourceFile, language: Language) -> ParsedFile {
    let reader = Reader {
        file: id,
        text: &file.text,
        offset: 0,
        language,
        stumbles: Vec::new(),
        in_list: false,
        diagnostics: Vec::new(),
    };
    let mut parser = Parser {
        reader,
        records: Vec::new(),
    };
    match place(&file.path, language) {
        FilePlace::Tables { event } => parser.tables(event.as_deref()),
        FilePlace::Event { event, translation } => {
            if let Some(name) = parser.checked_name(&event, || folder_of(file)) {
                parser.markdown_record(
                    Kind::Event,
                    Some(&event),
                    Some(name),
                    translation.is_some(),
                );
            }
        }
        FilePlace::Record {
            event,
            kind,
            name,
            translation,
        } => {
            if let Some(name) = parser.checked_name(&name, || file.path.clone()) {
                parser.markdown_record(kind, event.as_deref(), Some(name), translation.is_some());
            }
        }
        FilePlace::UnknownFolder { folder } => parser
            .reader
            .diagnostics
            .push(unknown_folder(file, &folder, language)),
        FilePlace::Other => parser.reader.diagnostics.push(unread(file)),
    }
    let in_file: Vec<usize> = parser
        .reader
        .stumbles
        .iter()
        .map(|stumble| parser.reader.offset + stumble)
        .collect();
    toml_problem::drop_what_follows(&mut parser.reader.diagnostics, &file.text, &in_file);
    ParsedFile {
        records: parser.records,
        diagnostics: parser.reader.diagnostics,
    }
}

struct Parser<'a> {
    reader: Reader<'a>,
    records: Vec<Record>,
}

/// The parts of a Markdown file: the facts, and the body below them.
struct Parts {
    facts: Range<usize>,
    body: Range<usize>,
}

impl Parser<'_> {
    /// The id that a file or folder name gives, or a diagnostic that the name cannot be one.
    fn checked_name(&mut self, name: &str, path: impl Fn() -> SourcePath) -> Option<Spanned<Id>> {
        let id = Id::new(name);
        if id.is_none() {
            let suggestion = Id::from_title(name);
            self.reader.diagnostics.push(
                Diagnostic::of_path(Code::BadFileName, path())
                    .with("name", name)
                    .suggest(suggestion),
            );
        }
        let head = Span::new(self.reader.file, 0..self.reader.text.len());
        id.map(|id| Spanned::new(id, first_line(head, self.reader.text)))
    }

    /// A file of tables.
    fn tables(&mut self, event: Option<&str>) {
        let text = self.reader.text;
        let (root, errors) = DeTable::parse_recoverable(text);
        self.reader.diagnostics.extend(toml_problem::diagnostics(
            &errors,
            text,
            0,
            self.reader.file,
        ));
        self.reader.stumbles = toml_problem::stumbles(&errors);
        let broken = !errors.is_empty();
        self.kinds(root.get_ref(), event, None, broken);
    }

    /// Reads every key of a table that names a kind; the others belong to `own`, or are mistakes.
    fn kinds(
        &mut self,
        root: &DeTable<'_>,
        event: Option<&str>,
        own: Option<&KindSchema>,
        broken: bool,
    ) -> Vec<String> {
        let language = self.reader.language;
        let mut taken = Vec::new();
        let mut keys: Vec<_> = root.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in keys {
            let word: &str = key.get_ref();
            let key_span = self.reader.span(key.span());
            let is_rows = matches!(value.get_ref(), DeValue::Array(items) if items.iter().all(|item| matches!(item.get_ref(), DeValue::Table(_))));
            let own_field = own.is_some_and(|schema| is_field(schema.fields, word, language));
            let kind = Kind::from_word(word, language);
            // `vraag = "…"` in event.md is the event's question; `[[vraag]]` there is an ask.
            if own_field && (kind.is_none() || !is_rows) {
                continue;
            }
            let Some(kind) = kind else {
                if own.is_none() {
                    taken.push(word.to_owned());
                    if !broken {
                        self.unknown_kind(word, key_span, event.is_some());
                    }
                }
                continue;
            };
            taken.push(word.to_owned());
            if !belongs(kind, event.is_some()) {
                let (nl, en) = match kind.schema().home {
                    Home::EventFile => (
                        "de gegevens van een bijeenkomst staan in `event.md`, tussen de regels `+++`",
                        "the facts of an event stand in `event.md`, between the lines `+++`",
                    ),
                    Home::Event | Home::Anywhere => (
                        "zet dit in de map van een bijeenkomst, onder content/events",
                        "put this in an event's folder, under content/events",
                    ),
                    Home::Shared => (
                        "zet dit in een bestand direct in de map content, zoals content/regios.toml",
                        "put this in a file directly in the folder content, such as content/regions.toml",
                    ),
                    Home::Pages => (
                        "maak hiervan een bestand in content/pages",
                        "make this a file in content/pages",
                    ),
                };
                self.reader.diagnostics.push(
                    Diagnostic::at(Code::KindNotHere, key_span)
                        .with("name", word)
                        .with("place", bilingual(nl, en)),
                );
                continue;
            }
            match value.get_ref() {
                DeValue::Array(items) => {
                    for item in items {
                        match item.get_ref() {
                            DeValue::Table(table) => self.row(kind, table, item.span(), event),
                            _ => self.reader.diagnostics.push(
                                Diagnostic::at(Code::SingleTable, key_span).with("name", word),
                            ),
                        }
                    }
                }
                // One mistake, one message: the fields are read all the same, so that theirs show
                // too.
                DeValue::Table(table) => {
                    self.reader
                        .diagnostics
                        .push(Diagnostic::at(Code::SingleTable, key_span).with("name", word));
                    self.row(kind, table, value.span(), event);
                }
                _ => self
                    .reader
                    .diagnostics
                    .push(Diagnostic::at(Code::SingleTable, key_span).with("name", word)),
            }
        }
        taken
    }

    fn unknown_kind(&mut self, word: &str, span: Span, in_event: bool) {
        let language = self.reader.language;
        let here = || KINDS.iter().filter(|schema| belongs(schema.kind, in_event));
        // `[[deals]]` is the word of the folder.
        let plural = here()
            .find(|schema| [schema.folder.nl, schema.folder.en].contains(&word))
            .map(|schema| schema.name.get(language));
        let suggestion =
            plural.or_else(|| meant(word, || here().map(|schema| schema.name), language));
        let known = here()
            .map(|schema| schema.name.get(language))
            .collect::<Vec<_>>()
            .join(", ");
        self.reader.diagnostics.push(
            Diagnostic::at(Code::UnknownKind, span)
                .with("name", word)
                .with("known", known)
                .suggest(suggestion),
        );
    }

    /// One record of a row of tables.
    fn row(&mut self, kind: Kind, table: &DeTable<'_>, range: Range<usize>, event: Option<&str>) {
        let schema = kind.schema();
        let span = first_line(self.reader.span(range), self.reader.text);
        let fields = self
            .reader
            .fields(table, span, schema.fields, schema.with_article, &[]);
        self.require_text(&fields, schema, table);
        self.records.push(Record {
            kind,
            event: event.map(ToOwned::to_owned),
            file_id: None,
            fields,
            span,
            translation: false,
        });
    }

    /// `text`, where it is required, may not come from a body in a table.
    fn require_text(&mut self, fields: &Fields, schema: &'static KindSchema, table: &DeTable<'_>) {
        let Some(field) = schema
            .fields
            .iter()
            .find(|field| field.required && field.name.en == key::TEXT)
        else {
            return;
        };
        let written = table.contains_key(key::TEXT) || table.contains_key(field.name.nl);
        if !written {
            let diagnostic = self.reader.missing(field, fields.span, schema.with_article);
            self.reader.diagnostics.push(diagnostic);
        }
    }

    /// A Markdown file: facts between `+++` lines, and a body.
    fn markdown_record(
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
            let kept: Vec<Diagnostic> = self
                .reader
                .diagnostics
                .drain(before..)
                .filter(|diagnostic| diagnostic.code != Code::MissingKey)
                .collect();
            self.reader.diagnostics.extend(kept);
        }
        self.add_body(&mut fields, schema, parts.body, translation, head);
        if translation {
            let original = if kind == Kind::Event {
                "event".to_owned()
            } else {
                file_id
                    .as_ref()
                    .map(|id| id.value.to_string())
                    .unwrap_or_default()
            };
            self.refuse_facts(&fields, &format!("{original}.md"));
        }
        self.records.push(Record {
            kind,
            event: event.map(ToOwned::to_owned),
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
        fields.entries.push(Entry {
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
    fn head(&self, parts: &Parts) -> Span {
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
    fn parts(&mut self, schema: &KindSchema, translation: bool) -> Option<Parts> {
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
                return Some(Parts {
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
        let mut position = facts_start;
        for line in text[facts_start..].split_inclusive('\n') {
            if line.trim_end() == "+++" {
                return Some(Parts {
                    facts: facts_start..position,
                    body: position + line.len()..text.len(),
                });
            }
            position += line.len();
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

/// The last line that looks like a fact: `titel = …` or `[[idee]]`.
fn last_fact(text: &str) -> Range<usize> {
    let mut last = 0..0;
    let mut position = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("[[") || toml_problem::is_fact(line) {
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

fn is_field(fields: &[Field], word: &str, language: Language) -> bool {
    fields
        .iter()
        .any(|field| field.name.en == word || (language == Language::Nl && field.name.nl == word))
}

/// Whether tables of a kind may stand in an event's folder, or at the top.
fn belongs(kind: Kind, in_event: bool) -> bool {
    match kind.schema().home {
        Home::Event => in_event,
        Home::Shared => !in_event,
        Home::Anywhere => true,
        Home::EventFile | Home::Pages => false,
    }
}

impl Record {
    /// The id that the writer gave: as a field, or as the name of the file.
    pub fn written_id(&self) -> Option<Spanned<Id>> {
        let has_id = self.kind.schema().position(key::ID).is_some();
        let field = if has_id {
            self.fields.id(key::ID)
        } else {
            None
        };
        field.or_else(|| self.file_id.clone())
    }

    /// Adds what a translation's file says to the record it translates.
    pub fn translate(&mut self, translation: &Record) -> Option<Diagnostic> {
        for entry in &translation.fields.entries {
            if !self.fields.schema[entry.field].translatable {
                continue;
            }
            if let Some(first) = self
                .fields
                .entries
                .iter()
                .find(|own| own.field == entry.field && own.translation)
            {
                let key = self.fields.schema[entry.field].name;
                return Some(
                    Diagnostic::at(Code::KeyTwice, entry.key)
                        .with("key", bilingual(key.nl, key.en))
                        .with("other", bilingual(key.nl, key.en))
                        .note(first.key, NoteKind::FirstHere),
                );
            }
            self.fields.entries.push(Entry {
                translation: true,
                ..entry.clone()
            });
        }
        None
    }
}
