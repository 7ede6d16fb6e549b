//! [`Document`]: what a text document says, in the few shapes that Markdown has words for.

use std::collections::BTreeMap;

/// A document as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Its title, where a style says which words those are.
    pub title: Option<String>,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
    /// Its foot- and endnotes; an [`Inline::Note`] is a place in this row.
    pub notes: Vec<Vec<Block>>,
    /// Its pictures; an [`Inline::Picture`] is a place in this row.
    pub pictures: Vec<FoundPicture>,
    /// What was left out, and how often.
    pub losses: Losses,
}

/// What was left out, and how often.
pub type Losses = BTreeMap<Loss, usize>;

/// What begins a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 2 for the highest, since a page has a title above it; 6 for the lowest.
        level: u8,
        /// Its words.
        words: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The number of its first point; `None` where points have no numbers.
        first: Option<u64>,
        /// Its points.
        items: Vec<Vec<Block>>,
    },
    /// A table: rows of cells. The first row is its head.
    Table(Vec<Vec<Vec<Inline>>>),
}

/// What stands in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Words(Words),
    /// A link to the web or to a mailbox.
    Link {
        /// Where it leads.
        target: String,
        /// What is read of it.
        words: Vec<Words>,
    },
    /// The end of a line within a paragraph.
    Break,
    /// A reference to a note.
    Note(usize),
    /// A picture.
    Picture(usize),
}

/// Words that are written in one way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// How they are written.
    pub emphasis: Emphasis,
}

/// How words are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are their names")]
pub enum Emphasis {
    #[default]
    Plain,
    Bold,
    Italic,
    BoldItalic,
    Struck,
}

/// A picture in a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundPicture {
    /// The bytes of its file: a picture of a kind that is read, as its header says.
    pub bytes: Vec<u8>,
    /// What can be seen, as the document describes it.
    pub alt: Option<String>,
    /// Whether the document says that it tells nothing.
    pub is_decorative: bool,
    /// What stands below it.
    pub caption: Option<String>,
    /// Who took it.
    pub credit: Option<String>,
}

/// What is not carried over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// A remark of a reader in the margin.
    Comment,
    /// A text that was deleted or moved away while changes were tracked.
    Deletion,
    /// A hidden text.
    Hidden,
    /// A link that leads elsewhere than to the web or a mailbox.
    Link,
    /// A table with cells that were merged.
    MergedTable,
    /// A table within a table: its text is kept.
    NestedTable,
    /// A table of contents.
    Contents,
    /// What stands at the top or bottom of every page.
    Margin,
    /// A picture of a kind that is not read.
    PictureKind,
    /// A picture that is not in the file but elsewhere.
    PictureElsewhere,
    /// What a camera wrote beside a picture: where and by what it was taken.
    PictureFacts,
    /// A formula of mathematics.
    Formula,
    /// A chart or a diagram.
    Drawing,
    /// A file within the document.
    Embedded,
}

impl Emphasis {
    /// The emphasis with these properties. What is struck out is nothing else.
    pub fn of(is_bold: bool, is_italic: bool, is_struck: bool) -> Self {
        match (is_struck, is_bold, is_italic) {
            (true, ..) => Self::Struck,
            (_, true, true) => Self::BoldItalic,
            (_, true, _) => Self::Bold,
            (.., true) => Self::Italic,
            _ => Self::Plain,
        }
    }

    /// What two have in common.
    #[must_use]
    pub fn shared(self, other: Self) -> Self {
        if self == other {
            return self;
        }
        match (self, other) {
            (Self::BoldItalic, Self::Bold | Self::Italic) => other,
            (Self::Bold | Self::Italic, Self::BoldItalic) => self,
            _ => Self::Plain,
        }
    }
}

impl Words {
    /// Words without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            emphasis: Emphasis::Plain,
        }
    }
}

/// The words of some inlines, without any markup, as one line.
pub fn words_of(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Words(words) => text.push_str(&words.text),
            Inline::Link { words, .. } => {
                for words in words {
                    text.push_str(&words.text);
                }
            }
            Inline::Break => text.push(' '),
            Inline::Note(_) | Inline::Picture(_) => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
