//! Texts as a page shows them, marked where they are in another language than it.

use serde::Serialize;

use crate::words::Language;
use crate::words::hyphenation::soft_hyphens;
use crate::words::typography::typographic;

/// A short text, with its language when that is not the page's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocalText {
    pub text: String,
    pub lang: Option<&'static str>,
}

/// A longer text as safe HTML, with its language when that is not the page's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Html {
    pub html: String,
    pub lang: Option<&'static str>,
}

impl Html {
    /// Whether there is a picture in it.
    pub fn has_picture(&self) -> bool {
        // What looks like one in the words of a text is escaped.
        self.html.contains("<img ")
    }
}

impl LocalText {
    /// A name: the same in every language, so it carries none.
    pub(super) fn name(name: &str) -> LocalText {
        LocalText {
            text: typographic(name, Language::Nl).into_owned(),
            lang: None,
        }
    }

    /// The same text with soft hyphens in its long words, for headings.
    pub(super) fn heading(said: &LocalText) -> LocalText {
        LocalText {
            text: soft_hyphens(&said.text).into_owned(),
            lang: said.lang,
        }
    }
}
