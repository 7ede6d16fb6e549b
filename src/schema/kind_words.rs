//! The kind that a word means, and what the rows of kinds and fields go by.

use super::kinds::{Field, KINDS, Kind, KindSchema};
use super::names::{RowNames, named};
use crate::words::Language;

impl Kind {
    /// The kind whose table is named so, in English or in the site's language.
    pub fn from_word(word: &str, language: Language) -> Option<Self> {
        let rows = || KINDS.iter().map(KindSchema::names);
        named(word, rows, language).map(|position| KINDS[position].kind)
    }

    /// The kind that a word names in either language, whatever the site's own: in references and
    /// links.
    pub fn named(word: &str) -> Option<Self> {
        Self::from_word(word, Language::Nl)
    }

    /// The kind whose folder is named so.
    pub fn from_folder(word: &str, language: Language) -> Option<Self> {
        let rows = || KINDS.iter().map(|schema| schema.folder.into());
        named(word, rows, language).map(|position| KINDS[position].kind)
    }
}

impl Field {
    /// What it goes by.
    pub(crate) fn names(&self) -> RowNames {
        RowNames {
            own: self.name,
            also: self.also,
        }
    }
}

impl KindSchema {
    /// What it goes by.
    pub(crate) fn names(&self) -> RowNames {
        RowNames {
            own: self.name,
            also: self.also,
        }
    }
}
