//! The words of a text as a reader gets them, each with the place where it was written.
//!
//! A [`Run`] is what is read at one go: a paragraph, a heading, a cell of a table, the alternative
//! text of a picture, a piece of raw HTML. What is emphasised, escaped or broken over two lines is
//! one run all the same, so that whoever searches it finds what a reader finds. What is found can
//! be replaced in the source: every piece knows its bytes, and every mark which bytes are its own.

use std::ops::Range;

use super::resolved::FoundKind;
use super::target_parts::LinkParts;

/// Stands in a run for what is no word and parts two: a picture, the number of a footnote (U+FFFC,
/// "object replacement character").
pub const OBJECT: char = '\u{FFFC}';

/// A text in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Runs {
    /// What is read.
    pub runs: Vec<Run>,
    /// What links and pictures lead to.
    pub targets: Vec<LinkTarget>,
}

/// What is read at one go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// Its words, in order.
    pub pieces: Vec<PlacedWords>,
    /// What stands around some of them, in the order of their beginnings.
    pub marks: Vec<Markup>,
    /// Whether Markdown reads its bytes as words with markup, so that plain words may be written in
    /// their place with escapes.
    pub is_prose: bool,
}

/// Words that stand together in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedWords {
    /// As a reader gets them.
    pub words: String,
    /// The bytes that they were written with.
    pub range: Range<usize>,
    /// The innermost mark that they stand in: its index.
    pub mark: Option<usize>,
}

/// Markup around words: emphasis, code, a link, a tag of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markup {
    /// What it is.
    pub kind: MarkupKind,
    /// All of it.
    pub range: Range<usize>,
    /// What stands between its signs.
    pub inner: Range<usize>,
    /// Its pieces.
    pub pieces: Range<usize>,
    /// The mark that it stands in.
    pub parent: Option<usize>,
}

/// What a [`Markup`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkupKind {
    /// Emphasis, a struck text, code.
    Plain,
    /// A link with words of its own; the index of its target.
    Link(usize),
    /// A link whose words also name its destination (`[label]`, `[label][]`); the index of its
    /// target.
    Label(usize),
    /// An address between angle brackets; the index of its target.
    Address(usize),
    /// A tag of HTML, which holds no words.
    Tag,
}

/// What a link or picture leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTarget {
    /// A link or a picture.
    pub kind: FoundKind,
    /// Where it leads, without Markdown's escapes; `mailto:` before an e-mail address in `<…>`.
    pub destination: String,
    /// The bytes of the whole link or picture.
    pub range: Range<usize>,
    /// Where its parts stand, where that can be told: in the link, or where its label is defined.
    pub parts: Option<LinkParts>,
}

impl Markup {
    /// Takes something in.
    pub(super) fn reach(&mut self, range: &Range<usize>) {
        // Emphasis has as many signs as stand before what is first in it; a link has one bracket.
        if self.kind == MarkupKind::Plain && self.inner.is_empty() {
            self.inner.start = range.start;
        }
        self.inner.end = range.end;
    }
}
