//! Every Dutch and English word of the program, a row a word, in files by whom they are for; and
//! what follows from a language: dates, plurals, the order of names.

use std::borrow::Cow;
use std::sync::Arc;

/// Words that are the same wherever they are said: a row a word, so none can lack a language.
macro_rules! words {
    ($($name:ident: $nl:literal, $en:literal;)+) => {
        $(pub(crate) const $name: $crate::words::Bilingual = $crate::words::both($nl, $en);)+
    };
}

/// Phrases with values in them: a row a phrase, with what it names between brackets.
macro_rules! phrases {
    ($($name:ident($($value:ident),+): $nl:literal, $en:literal;)+) => {
        $(
            pub(crate) fn $name($($value: &dyn std::fmt::Display),+) -> $crate::words::Phrase {
                $crate::words::phrase(format!($nl), format!($en))
            }
        )+
    };
}

pub(crate) mod advice;
pub(crate) mod commands;
pub mod compounds;
pub mod dates;
pub(crate) mod desk;
pub(crate) mod desk_imports;
pub(crate) mod desk_publishing;
pub(crate) mod desk_settings;
pub(crate) mod errors;
pub(crate) mod exporting;
pub(crate) mod field_reference;
pub(crate) mod forms;
pub mod fragments;
pub mod hyphenation;
pub(crate) mod importing;
pub mod interface;
pub(crate) mod labels;
pub(crate) mod messages;
pub mod names;
pub mod numbers;
pub(crate) mod office;
pub(crate) mod passive;
pub(crate) mod photos;
pub mod phrases;
pub(crate) mod publishing;
pub mod routes;
pub(crate) mod schedules;
pub(crate) mod serving;
pub(crate) mod showing;
pub mod together;
pub mod typography;
pub(crate) mod unfinished;
pub mod withheld;

/// A language that the program speaks, and that a site can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language there is, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The BCP 47 tag (RFC 5646), as `lang` attributes carry it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// Open Graph's name of it: <https://ogp.me/#optional>.
    pub fn locale(self) -> &'static str {
        both("nl_NL", "en_GB").get(self)
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Nl => Self::En,
            Self::En => Self::Nl,
        }
    }
}

/// A text in every language, for the program's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilingual {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

impl Bilingual {
    /// No words at all.
    pub const NOTHING: Self = Self::same("");

    /// A name that is the same in every language.
    pub const fn same(name: &'static str) -> Self {
        Self { nl: name, en: name }
    }

    /// The text in one language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.nl,
            Language::En => self.en,
        }
    }
}

/// A [`Bilingual`] in one line.
pub const fn both(nl: &'static str, en: &'static str) -> Bilingual {
    Bilingual { nl, en }
}

/// A phrase in every language, made of the program's words and of values.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase {
    /// Dutch.
    pub nl: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Phrase {
    /// The phrase in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

impl From<Bilingual> for Phrase {
    fn from(words: Bilingual) -> Self {
        phrase(words.nl, words.en)
    }
}

/// A [`Phrase`] in one line.
pub fn phrase(nl: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Phrase {
    Phrase {
        nl: nl.into(),
        en: en.into(),
    }
}

/// A short text in the site's language, with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// As first written.
    pub original: Arc<str>,
    /// In the site's other language.
    pub translation: Option<Arc<str>>,
}

impl std::fmt::Display for Text {
    /// The text as first written.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.original)
    }
}
