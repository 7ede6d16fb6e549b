//! What the program tells its user about wrong content: a code, a place, a way out.
//!
//! A [`Diagnostic`] is a value. Stages return them beside their result; only the printers turn them
//! into text, in Dutch or English. The words stand in one table, [`codes`], so that no message
//! exists in one language only.

mod cell_place;
mod closing;
pub mod codes;
mod filled;
mod harmless;
mod print;
mod window;

pub use cell_place::{CellPlace, RowExcerpt, column_letters};
pub use closing::SeverityCounts;
pub use codes::Code;
pub use harmless::harmless;
pub use print::{
    PrintedDiagnostic, excerpt, json_line, json_line_in_group, print_all, print_one_after_other,
    printed,
};

use std::fmt::{Display, Write as _};

use crate::source::{SourcePath, Sources, Span};
use crate::words::{Bilingual, Language, Phrase};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not published until it is mended.
    Error,
    /// Legal, but likely not what was meant.
    Warning,
    /// Right, and perhaps better otherwise: advice before a site goes online, which no build gives.
    Hint,
}

/// Where the mistake is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the text of a file.
    Text(Span),
    /// A file or folder as a whole.
    Path(SourcePath),
    /// In a table that another program made.
    Cell(Box<CellPlace>),
    /// Nowhere in particular.
    Site,
}

/// A second place that explains the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What is there.
    pub said: NoteKind,
}

/// What a note says of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// The same thing was first written here.
    FirstHere,
    /// The other of two that clash.
    AlsoHere,
    /// The start that an end is compared with.
    StartsHere,
    /// A step of a circle.
    GoesOnHere,
    /// The deal that takes up an ask or offer.
    TakenUpHere,
}

/// A value that a message names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Argument {
    /// The same in every language: a name, a number, what somebody wrote.
    Same(String),
    /// Words of the program, which each language has its own of.
    Each(Phrase),
}

impl Argument {
    /// The value as a message in this language names it.
    pub fn get(&self, language: Language) -> &str {
        match self {
            Self::Same(value) => value,
            Self::Each(phrase) => phrase.get(language),
        }
    }
}

impl<T: Display> From<T> for Argument {
    fn from(value: T) -> Self {
        Self::Same(value.to_string())
    }
}

impl From<Phrase> for Argument {
    fn from(phrase: Phrase) -> Self {
        Self::Each(phrase)
    }
}

impl From<Bilingual> for Argument {
    fn from(words: Bilingual) -> Self {
        Self::Each(words.into())
    }
}

/// One thing that is wrong, or likely wrong, in content, config or look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of mistake.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// The values that the message names: `{id}` in the code's text is the argument `id`.
    pub arguments: Vec<(&'static str, Argument)>,
    /// Other places that explain it.
    pub notes: Vec<Note>,
    /// What the writer likely meant, to put in its place.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A mistake in the text of a file.
    pub fn at(code: Code, span: Span) -> Self {
        Self {
            code,
            place: Place::Text(span),
            arguments: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        }
    }

    /// A mistake that is a file or folder.
    pub fn of_path(code: Code, path: SourcePath) -> Self {
        Self {
            code,
            place: Place::Path(path),
            arguments: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        }
    }

    /// A mistake in a table that another program made.
    pub fn in_table(code: Code, place: CellPlace) -> Self {
        Self {
            code,
            place: Place::Cell(Box::new(place)),
            arguments: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        }
    }

    /// A mistake of the site as a whole.
    pub fn of_site(code: Code) -> Self {
        Self {
            code,
            place: Place::Site,
            arguments: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        }
    }

    /// Names a value that the message shows.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn note(mut self, span: Span, said: NoteKind) -> Self {
        self.notes.push(Note { span, said });
        self
    }

    /// Says what was likely meant.
    #[must_use]
    pub fn suggest(mut self, suggestion: Option<impl ToString>) -> Self {
        self.suggestion = suggestion.map(|text| text.to_string());
        self
    }

    /// Error, warning or hint.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Puts diagnostics in the order of the files and drops exact repeats.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &Sources) {
    diagnostics.sort_by_cached_key(|diagnostic| {
        let place = match &diagnostic.place {
            Place::Site => (String::new(), 0, 0),
            Place::Path(path) => (path.to_string(), 0, 0),
            Place::Cell(cell) => (
                cell.order(),
                cell.row.unwrap_or_default(),
                cell.column.unwrap_or_default(),
            ),
            Place::Text(span) => (
                sources.file(span.file).path.to_string(),
                span.start,
                span.end,
            ),
        };
        (place, diagnostic.code.id(), diagnostic.arguments.clone())
    });
    diagnostics.dedup();
}

/// Whether anything in the list keeps the site from being published.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}

/// How many names a message names.
pub const NAMED: usize = 5;

/// The first few of some names, and how many more there are.
pub fn some_of(names: &[String]) -> String {
    let first = names.iter().take(NAMED).map(|name| format!("`{name}`"));
    let mut some = first.collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        let _ = write!(some, ", … (+{})", names.len() - NAMED);
    }
    some
}

/// The longest word, in characters, that is compared with others.
const LONGEST_MISTYPED: usize = 500;

/// The candidate that looks most like what was written, if any is near enough to be meant.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    let length = lower.chars().count();
    // Comparing takes time by the product of both lengths, and nobody mistypes a word of this
    // length.
    if length > LONGEST_MISTYPED {
        return None;
    }
    for candidate in candidates {
        let other = candidate.to_lowercase();
        let other_length = other.chars().count();
        if other_length > LONGEST_MISTYPED {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&lower, &other);
        let longest = length.max(other_length).max(1);
        // Half the letters may differ in short words, a third in long ones; a shared beginning of
        // some length counts as near too.
        let allowed = if longest <= 4 {
            longest / 2
        } else {
            longest.div_ceil(3)
        };
        let begins = lower.len() >= 4
            && (other.starts_with(&lower) || lower.starts_with(&other) && other.len() >= 4);
        if distance > allowed && !begins {
            continue;
        }
        let likeness = strsim::jaro_winkler(&lower, &other);
        if best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
