//! What people read of a record, passage by passage, and whom it names in words.

use std::ops::Range;

use crate::input::record::WrittenRecord;
use crate::markdown::{Run, runs};
use crate::privacy::is_draft;
use crate::schema::value::{Fields, IdOrInline, MarkdownText, PartyWritten, Value};
use crate::schema::{Field, Kind, Shape};
use crate::source::{Sources, Span, Spanned};
use crate::words::Language;

/// What is read at one go: a line, a paragraph, a heading, a cell of a table.
pub(super) struct Passage<'a> {
    /// As a reader gets it.
    pub(super) words: String,
    pub(super) kind: PassageKind,
    home: PassageHome<'a>,
}

/// What is to be known of a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct PassageKind {
    /// The field that it stands in.
    pub(super) field: &'static Field,
    pub(super) language: Language,
    /// Whether somebody else's words stand here.
    pub(super) is_quote: bool,
    /// Whether it says where an event was: its street and number are there for everybody.
    pub(super) is_of_place: bool,
}

/// The bytes of a piece in the words of its passage, and in the text.
type PassagePiece = (Range<usize>, Range<usize>);

/// Where a passage was written.
enum PassageHome<'a> {
    Line(&'a Sources, Span),
    /// A text, and where its pieces stand.
    Text(&'a MarkdownText, Vec<PassagePiece>),
}

/// Somebody who is named in words, or by a name or id that may be on record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention<'a> {
    pub(super) name: &'a str,
    pub(super) span: Span,
}

impl Passage<'_> {
    /// Where some bytes of its words were written.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        match &self.home {
            PassageHome::Line(sources, span) => sources.place_in(&self.words, *span, &range),
            PassageHome::Text(text, pieces) => {
                let first = pieces.iter().find(|(words, _)| words.end > range.start);
                let last = pieces
                    .iter()
                    .rev()
                    .find(|(words, _)| words.start < range.end);
                let Some(((first_words, first), (last_words, last))) = first.zip(last) else {
                    return text.span;
                };
                let start = if first_words.len() == first.len() {
                    first.start + range.start.saturating_sub(first_words.start)
                } else {
                    first.start
                };
                let end = if last_words.len() == last.len() {
                    last.start + (range.end - last_words.start).min(last.len())
                } else {
                    last.end
                };
                text.place(start..end.max(start))
            }
        }
    }

    /// Whether it is part of a longer text.
    pub(super) fn is_of_text(&self) -> bool {
        matches!(self.home, PassageHome::Text(..))
    }
}

/// How a record is read.
#[derive(Clone, Copy)]
pub(super) struct PassageReading<'a> {
    /// The language of its original.
    pub(super) language: Language,
    /// Whether drafts within it are read too.
    pub(super) drafts: bool,
    pub(super) sources: &'a Sources,
}

/// Reads a record: each passage, and everybody who is named.
pub(super) fn passages<'a>(
    record: &'a WrittenRecord,
    reading: PassageReading<'a>,
    read: &mut dyn FnMut(Passage<'a>),
    name: &mut dyn FnMut(Mention<'a>),
) {
    let outer = |field| PassageKind {
        field,
        language: reading.language,
        is_quote: record.kind == Kind::Quote,
        is_of_place: false,
    };
    visit(
        &record.fields,
        &outer,
        reading.drafts,
        &mut |kind, value| {
            let line = |words: &str, span: Span| Passage {
                words: words.to_owned(),
                kind,
                home: PassageHome::Line(reading.sources, span),
            };
            match &value.value {
                Value::Line(words) if kind.field.shape == Shape::Line => {
                    read(line(words, value.span));
                }
                Value::Lines(lines) if kind.field.shape == Shape::Lines => {
                    for words in lines {
                        read(line(&words.value, words.span));
                    }
                }
                Value::Markdown(text) => of_text(text, kind, read),
                Value::Party(party) => parties(std::slice::from_ref(party), name),
                Value::Parties(written) => parties(written, name),
                _ => {}
            }
        },
    );
}

/// Every value in some fields and in the groups within them, with what is to be known of it; `outer`
/// tells that of a field.
fn visit<'a>(
    fields: &'a Fields,
    outer: &dyn Fn(&'static Field) -> PassageKind,
    drafts: bool,
    visitor: &mut dyn FnMut(PassageKind, &'a Spanned<Value>),
) {
    for entry in &fields.entries {
        let mut kind = outer(&fields.schema[entry.field]);
        kind.is_of_place |= kind.field.name.en == "place";
        if entry.translation {
            kind.language = kind.language.other();
        }
        let inner = |field| PassageKind { field, ..kind };
        match &entry.value.value {
            Value::Table(fields) => visit(fields, &inner, drafts, visitor),
            Value::Tables(rows) => {
                for fields in rows {
                    visit(fields, &inner, drafts, visitor);
                }
            }
            Value::ManyOrInline(items) => {
                for item in items {
                    if let IdOrInline::Inline(fields, _) = item
                        && (drafts || !is_draft(fields))
                    {
                        visit(fields, &inner, drafts, visitor);
                    }
                }
            }
            _ => visitor(kind, &entry.value),
        }
    }
}

fn parties<'a>(parties: &'a [PartyWritten], name: &mut dyn FnMut(Mention<'a>)) {
    let mut said = |words: &'a Spanned<String>| {
        name(Mention {
            name: &words.value,
            span: words.span,
        });
    };
    for party in parties {
        match party {
            PartyWritten::Words(words) => said(words),
            PartyWritten::Named { name, organisation } => {
                said(name);
                if let Some(organisation) = organisation {
                    said(organisation);
                }
            }
        }
    }
}

/// The passages of a text. Code is none, and neither is a comment.
fn of_text<'a>(text: &'a MarkdownText, kind: PassageKind, read: &mut dyn FnMut(Passage<'a>)) {
    for run in runs(&text.text).runs.iter().filter(|run| run.is_prose) {
        let Some(first) = run.pieces.first() else {
            continue;
        };
        let before = &text.text[..first.range.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_quote = kind.is_quote || line.trim_start().starts_with('>');
        let (words, pieces) = joined(run);
        read(Passage {
            words,
            kind: PassageKind { is_quote, ..kind },
            home: PassageHome::Text(text, pieces),
        });
    }
}

/// The words of a run in one text, and the bytes of each piece in it and in the source.
fn joined(run: &Run) -> (String, Vec<PassagePiece>) {
    let mut words = String::new();
    let mut pieces = Vec::with_capacity(run.pieces.len());
    for piece in &run.pieces {
        let start = words.len();
        words.push_str(&piece.words);
        pieces.push((start..words.len(), piece.range.clone()));
    }
    (words, pieces)
}
