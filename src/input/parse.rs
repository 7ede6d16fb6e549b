//! Parses one text file into records as written. A function of the file's text and path alone, so
//! that files are parsed side by side and a parse can be kept by the hash of its file.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::misplaced::{folder_of, unknown_folder, unread};
use super::place::{FilePlace, place};
use super::record::{ParsedFile, WrittenRecord};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::schema::key;
use crate::schema::meant;
use crate::schema::toml_pieces::{first_saying, pieces};
use crate::schema::toml_problem;
use crate::schema::value::Fields;
use crate::schema::{Home, KINDS, Kind, KindSchema};
use crate::schema::{RawValue, Reader, first_line};
use crate::source::{FileId, SourceFile, SourcePath, Span, Spanned};
use crate::words::Bilingual;
use crate::words::Language;
use crate::words::messages::input as messages;

/// Parses a text file under `content/`.
pub fn parse(id: FileId, file: &SourceFile, language: Language) -> ParsedFile {
    let reader = Reader {
        file: id,
        text: &file.text,
        offset: 0,
        language,
        stumbles: Vec::new(),
        understood: Vec::new(),
        in_list: false,
        diagnostics: Vec::new(),
    };
    let mut parser = Parser {
        reader,
        folder: file.path.parent(),
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
    parser.reader.drop_what_follows();
    ParsedFile {
        records: parser.records,
        diagnostics: parser.reader.diagnostics,
    }
}

/// The bytes from which on a file of tables is read in pieces.
const LONG: usize = 1 << 17;

/// What a header of a row of tables begins with.
const HEADER: &str = "[[";

/// Records by the word of their header, in the order in which the words come first.
#[derive(Default)]
struct RowsByWord(Vec<(String, Vec<WrittenRecord>)>);

impl RowsByWord {
    fn add(&mut self, word: &str, records: &mut Vec<WrittenRecord>) {
        match self.0.iter_mut().find(|(known, _)| known == word) {
            Some((_, rows)) => rows.append(records),
            None => self.0.push((word.to_owned(), std::mem::take(records))),
        }
    }
}

/// A file while it is parsed.
pub(super) struct Parser<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) folder: SourcePath,
    pub(super) records: Vec<WrittenRecord>,
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
                    .with("way", messages::SMALL_LETTERS)
                    .suggest(suggestion),
            );
        }
        let head = Span::new(self.reader.file, 0..self.reader.text.len());
        id.map(|id| Spanned::new(id, first_line(head, self.reader.text)))
    }

    /// A file of tables.
    fn tables(&mut self, event: Option<&str>) {
        let text = self.reader.text;
        if text.len() >= LONG && self.in_pieces(event) {
            return;
        }
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

    /// A long file of tables, piece by piece: the same records in the same order as when it is read
    /// whole. Where anything at all is to be said of it nothing is read, so that it is said of the
    /// whole.
    fn in_pieces(&mut self, event: Option<&str>) -> bool {
        let text = self.reader.text;
        let mut rows = RowsByWord::default();
        // What stands before the first header belongs to all that follows.
        let is_read = first_saying(text).starts_with(HEADER)
            && pieces(text, HEADER)
                .into_iter()
                .all(|piece| self.piece(piece, event, &mut rows));
        self.reader.offset = 0;
        self.reader.diagnostics.clear();
        self.reader.understood.clear();
        self.records.clear();
        if is_read {
            self.records = rows.0.into_iter().flat_map(|(_, rows)| rows).collect();
        }
        is_read
    }

    /// Reads the rows of a piece, unless it says anything else.
    fn piece(&mut self, piece: Range<usize>, event: Option<&str>, rows: &mut RowsByWord) -> bool {
        let (root, errors) = DeTable::parse_recoverable(&self.reader.text[piece.clone()]);
        if !errors.is_empty() {
            return false;
        }
        self.reader.offset = piece.start;
        let mut keys: Vec<_> = root.get_ref().iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in keys {
            let word: &str = key.get_ref();
            let kind = Kind::from_word(word, self.reader.language);
            let kind = kind.filter(|kind| belongs(*kind, event.is_some()));
            let (Some(kind), true) = (kind, is_rows(value.get_ref())) else {
                return false;
            };
            let key_span = self.reader.span(key.span());
            self.rows(kind, value, word, key_span, event);
            rows.add(word, &mut self.records);
        }
        self.reader.diagnostics.is_empty()
    }

    /// Reads every key of a table that names a kind; the others belong to `own`, or are mistakes.
    pub(super) fn kinds(
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
            let own_field = own.is_some_and(|schema| self.reader.is_field(word, schema.fields));
            let kind = Kind::from_word(word, language);
            // `vraag = "…"` in event.md is the event's question; `[[vraag]]` there is an ask.
            if own_field && (kind.is_none() || !is_rows(value.get_ref())) {
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
            if belongs(kind, event.is_some()) {
                self.rows(kind, value, word, key_span, event);
            } else {
                self.reader.diagnostics.push(
                    Diagnostic::at(Code::KindNotHere, key_span)
                        .with("name", word)
                        .with("place", place_of(kind.schema().home)),
                );
            }
        }
        taken
    }

    /// The records of a kind: `[[deal]]` once or more.
    fn rows(
        &mut self,
        kind: Kind,
        value: &RawValue<'_>,
        word: &str,
        key_span: Span,
        event: Option<&str>,
    ) {
        let single = || Diagnostic::at(Code::SingleTable, key_span).with("name", word);
        match value.get_ref() {
            DeValue::Array(items) => {
                for item in items {
                    match item.get_ref() {
                        DeValue::Table(table) => self.row(kind, table, item.span(), event),
                        _ => self.reader.diagnostics.push(single()),
                    }
                }
            }
            // One mistake, one message: the fields are read all the same, so that theirs show too.
            DeValue::Table(table) => {
                self.reader.diagnostics.push(single());
                self.row(kind, table, value.span(), event);
            }
            _ => self.reader.diagnostics.push(single()),
        }
    }

    fn unknown_kind(&mut self, word: &str, span: Span, in_event: bool) {
        let language = self.reader.language;
        let here = || KINDS.iter().filter(|schema| belongs(schema.kind, in_event));
        // `[[deals]]` is the word of the folder.
        let plural = here()
            .find(|schema| [schema.folder.nl, schema.folder.en].contains(&word))
            .map(|schema| schema.name.get(language));
        let suggestion = plural.or_else(|| meant(word, || here().map(KindSchema::names), language));
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
        self.require_text(&fields, schema);
        self.records.push(WrittenRecord {
            kind,
            event: event.map(ToOwned::to_owned),
            folder: self.folder.clone(),
            file_id: None,
            fields,
            span,
            translation: false,
        });
    }

    /// `text`, where it is required, may not come from a body in a table.
    fn require_text(&mut self, fields: &Fields, schema: &'static KindSchema) {
        let Some(field) = schema
            .fields
            .iter()
            .find(|field| field.required && field.name.en == key::TEXT)
        else {
            return;
        };
        if !fields.was_meant(key::TEXT) {
            let diagnostic = self.reader.missing(field, fields.span, schema.with_article);
            self.reader.diagnostics.push(diagnostic);
        }
    }
}

/// Whether a value is a list of tables.
fn is_rows(value: &DeValue<'_>) -> bool {
    let is_table = |item: &RawValue<'_>| matches!(item.get_ref(), DeValue::Table(_));
    matches!(value, DeValue::Array(items) if items.iter().all(is_table))
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

/// Where records of a kind stand, for who put one elsewhere.
fn place_of(home: Home) -> Bilingual {
    match home {
        Home::EventFile => messages::FACTS_IN_EVENT_FILE,
        Home::Event | Home::Anywhere => messages::PUT_IN_EVENT,
        Home::Shared => messages::PUT_IN_CONTENT,
        Home::Pages => messages::MAKE_IT_A_PAGE,
    }
}
