//! Fields as written: values whose shape has been checked, each with its place.
//!
//! A [`Fields`] holds what a writer wrote for one record, read by the schema. Ids in it are well
//! formed but need not exist: whether they do is known only when all files are read, at link time.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::{Date, Time};

use super::kinds::Field;
use crate::id::Id;
use crate::source::{Span, Spanned};

/// Markdown, and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownText {
    /// The text.
    pub text: Arc<str>,
    /// Where it stands.
    pub span: Span,
    /// The byte in the file at which the text begins, when the file holds it letter for letter;
    /// escapes in a TOML string break that.
    pub exact_start: Option<u32>,
    /// What was put in the place of something else since it was read, in order.
    pub replaced: Vec<Replaced>,
}

/// A part of a text that stands in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Its bytes in the text as it is.
    pub now: Range<usize>,
    /// The bytes of what it replaces, in the text as it was written.
    pub written: Range<usize>,
}

impl MarkdownText {
    /// The place of a run of bytes of the text; the whole text where that cannot be told.
    pub fn place(&self, range: Range<usize>) -> Span {
        match self.exact_start {
            Some(start) => {
                let (first, last) = (
                    self.as_written(range.start, true),
                    self.as_written(range.end, false),
                );
                Span::new(
                    self.span.file,
                    start as usize + first..start as usize + last,
                )
            }
            None => self.span,
        }
    }

    /// The same place with another text, in which these parts stand in the place of parts of this
    /// one.
    #[must_use]
    pub fn changed(&self, text: &str, replaced: Vec<Replaced>) -> Self {
        let mut all: Vec<Replaced> = Vec::with_capacity(self.replaced.len() + replaced.len());
        let mut before = self.replaced.iter().peekable();
        // How far this text was moved so far, as what is added and what is taken away.
        let (mut more, mut less) = (0, 0);
        let moved = |kept: &Replaced, more: usize, less: usize| Replaced {
            now: kept.now.start + more - less..kept.now.end + more - less,
            written: kept.written.clone(),
        };
        for Replaced { now, written } in replaced {
            while let Some(kept) = before.next_if(|kept| kept.now.end <= written.start) {
                all.push(moved(kept, more, less));
            }
            while before
                .next_if(|kept| kept.now.start < written.end)
                .is_some()
            {}
            more += now.len();
            less += written.len();
            all.push(Replaced {
                now,
                written: self.as_written(written.start, true)..self.as_written(written.end, false),
            });
        }
        all.extend(before.map(|kept| moved(kept, more, less)));
        Self {
            text: text.into(),
            span: self.span,
            exact_start: self.exact_start,
            replaced: all,
        }
    }

    /// Where a byte of the text stood when it was written. Within what was replaced it is the first
    /// byte of that, or the end.
    fn as_written(&self, byte: usize, is_start: bool) -> usize {
        let behind = self.replaced.partition_point(|replaced| {
            if is_start {
                replaced.now.start <= byte
            } else {
                replaced.now.start < byte
            }
        });
        match self.replaced[..behind].last() {
            None => byte,
            Some(Replaced { now, written }) if byte >= now.end => byte - now.end + written.end,
            Some(Replaced { written, .. }) if is_start => written.start,
            Some(Replaced { written, .. }) => written.end,
        }
    }
}

/// A person or organisation as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyWritten {
    /// An id, a name or words: which one, linking finds out.
    Words(Spanned<String>),
    /// `{ name, organisation }`.
    Named {
        /// Who, in words.
        name: Spanned<String>,
        /// Of which organisation.
        organisation: Option<Spanned<String>>,
    },
}

impl PartyWritten {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Words(words) => words.span,
            Self::Named { name, .. } => name.span,
        }
    }
}

/// When something ends on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndTime {
    /// At a time of it.
    At(Time),
    /// With the day itself: `24:00`.
    Midnight,
}

/// An id, or a whole record in its place.
#[derive(Debug, Clone, PartialEq)]
pub enum IdOrInline {
    /// `id`, `event/id` or `kind:event/id`.
    Id(Spanned<String>),
    /// `{ title, by, … }`.
    Inline(Fields, Span),
}

/// A checked value.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "the variants mirror schema::Shape, which explains them"
)]
pub enum Value {
    Line(String),
    Markdown(MarkdownText),
    Id(Id),
    Date(Date),
    Time(Time),
    EndTime(EndTime),
    Integer(i64),
    Number(f64),
    Bool(bool),
    /// The position in the field's list of words.
    Choice(usize),
    Party(PartyWritten),
    Parties(Vec<PartyWritten>),
    One(String),
    Many(Vec<Spanned<String>>),
    ManyOrInline(Vec<IdOrInline>),
    Lines(Vec<Spanned<String>>),
    Table(Fields),
    Tables(Vec<Fields>),
    Named(Vec<(Spanned<String>, Fields)>),
    Tile(u16, u16),
    Codes(Vec<(Spanned<String>, Spanned<String>)>),
}

/// One field as written.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldEntry {
    /// Which field: its position in the schema's list.
    pub field: usize,
    /// Where its key stands.
    pub key: Span,
    /// Its value.
    pub value: Spanned<Value>,
    /// Whether this is the translation into the site's other language.
    pub translation: bool,
}

/// What was written for one record or group.
#[derive(Debug, Clone, PartialEq)]
pub struct Fields {
    /// The schema they were read by.
    pub schema: &'static [Field],
    /// The fields, as written.
    pub entries: Vec<FieldEntry>,
    /// Fields that were written but cannot be read, which was reported: their positions in the
    /// schema.
    pub unreadable: Vec<usize>,
    /// The table as a whole, or its header.
    pub span: Span,
}

/// A text and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated<T> {
    /// As first written.
    pub original: Spanned<T>,
    /// In the site's other language.
    pub translation: Option<Spanned<T>>,
}

macro_rules! getter {
    ($(#[doc = $doc:literal] $name:ident $variant:ident $type:ty;)*) => {
        $(
            #[doc = $doc]
            pub fn $name(&self, field: &str) -> Option<Spanned<$type>> {
                self.entry(field, false).map(|entry| match &entry.value.value {
                    Value::$variant(value) => Spanned::new(value.clone(), entry.value.span),
                    other => panic!("the schema gave {field} another shape: {other:?}"),
                })
            }
        )*
    };
}

impl Fields {
    fn entry(&self, field: &str, translation: bool) -> Option<&FieldEntry> {
        let position = self
            .schema
            .iter()
            .position(|row| row.name.en == field)
            .unwrap_or_else(|| panic!("the schema has no field {field}"));
        self.entries
            .iter()
            .find(|entry| entry.field == position && entry.translation == translation)
    }

    /// Whether the field was written.
    pub fn has(&self, field: &str) -> bool {
        self.entry(field, false).is_some()
    }

    /// Whether the field was written, be it so that it cannot be read: that was reported, and it is
    /// not missing as well.
    pub fn was_meant(&self, field: &str) -> bool {
        self.has(field)
            || self
                .unreadable
                .iter()
                .any(|position| self.schema[*position].name.en == field)
    }

    /// Where the key of a field stands.
    pub fn key_span(&self, field: &str) -> Option<Span> {
        self.entry(field, false).map(|entry| entry.key)
    }

    /// Where the value of a field stands.
    pub fn value_span(&self, field: &str) -> Option<Span> {
        self.entry(field, false).map(|entry| entry.value.span)
    }

    getter! {
        /// A line of text.
        line Line String;
        /// Markdown, without its translation.
        markdown Markdown MarkdownText;
        /// An id.
        id Id Id;
        /// A day.
        date Date Date;
        /// A time of day.
        time Time Time;
        /// A time of day, or the midnight that a day ends with.
        end_time EndTime EndTime;
        /// A whole number.
        integer Integer i64;
        /// A number.
        number Number f64;
        /// true or false.
        bool Bool bool;
        /// The position in the list of words.
        choice Choice usize;
        /// A person or organisation.
        party Party PartyWritten;
        /// The id of one record.
        one One String;
        /// A group of fields.
        table Table Fields;
        /// A column and a row are two numbers; see [`Fields::tile`].
        codes Codes Vec<(Spanned<String>, Spanned<String>)>;
    }

    /// People and organisations; empty where nothing is written.
    pub fn parties(&self, field: &str) -> &[PartyWritten] {
        match self.entry(field, false).map(|entry| &entry.value.value) {
            Some(Value::Parties(parties)) => parties,
            Some(other) => panic!("the schema gave {field} another shape: {other:?}"),
            None => &[],
        }
    }

    /// Ids of records; `None` where nothing is written, which differs from an empty list.
    pub fn many(&self, field: &str) -> Option<&[Spanned<String>]> {
        match self.entry(field, false).map(|entry| &entry.value.value) {
            Some(Value::Many(ids)) => Some(ids),
            Some(other) => panic!("the schema gave {field} another shape: {other:?}"),
            None => None,
        }
    }

    /// Ids or inline records; empty where nothing is written.
    pub fn many_or_inline(&self, field: &str) -> &[IdOrInline] {
        match self.entry(field, false).map(|entry| &entry.value.value) {
            Some(Value::ManyOrInline(items)) => items,
            Some(other) => panic!("the schema gave {field} another shape: {other:?}"),
            None => &[],
        }
    }

    /// Lines; empty where nothing is written.
    pub fn lines(&self, field: &str) -> &[Spanned<String>] {
        match self.entry(field, false).map(|entry| &entry.value.value) {
            Some(Value::Lines(lines)) => lines,
            Some(other) => panic!("the schema gave {field} another shape: {other:?}"),
            None => &[],
        }
    }

    /// Groups of fields; empty where nothing is written.
    pub fn tables(&self, field: &str) -> &[Fields] {
        match self.entry(field, false).map(|entry| &entry.value.value) {
            Some(Value::Tables(tables)) => tables,
            Some(other) => panic!("the schema gave {field} another shape: {other:?}"),
            None => &[],
        }
    }

    /// Groups of fields by their names, as written; empty where nothing is.
    pub fn named(&self, field: &str) -> &[(Spanned<String>, Fields)] {
        match self.entry(field, false).map(|entry| &entry.value.value) {
            Some(Value::Named(groups)) => groups,
            Some(other) => panic!("the schema gave {field} another shape: {other:?}"),
            None => &[],
        }
    }

    /// Column and row.
    pub fn tile(&self, field: &str) -> Option<(u16, u16)> {
        match self.entry(field, false).map(|entry| &entry.value.value) {
            Some(Value::Tile(column, row)) => Some((*column, *row)),
            Some(other) => panic!("the schema gave {field} another shape: {other:?}"),
            None => None,
        }
    }

    /// A number or words, whichever was written.
    pub fn number_or_line(&self, field: &str) -> Option<&Spanned<Value>> {
        self.entry(field, false).map(|entry| &entry.value)
    }

    /// A line and its translation.
    pub fn translated_line(&self, field: &str) -> Option<Translated<String>> {
        let translation = self
            .entry(field, true)
            .and_then(|entry| match &entry.value.value {
                Value::Line(line) => Some(Spanned::new(line.clone(), entry.value.span)),
                _ => None,
            });
        self.line(field).map(|original| Translated {
            original,
            translation,
        })
    }

    /// Markdown and its translation.
    pub fn translated_markdown(&self, field: &str) -> Option<Translated<MarkdownText>> {
        let translation = self
            .entry(field, true)
            .and_then(|entry| match &entry.value.value {
                Value::Markdown(text) => Some(Spanned::new(text.clone(), entry.value.span)),
                _ => None,
            });
        self.markdown(field).map(|original| Translated {
            original,
            translation,
        })
    }
}
