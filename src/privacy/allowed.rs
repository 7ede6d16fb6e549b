//! The kinds of contacts, and which of them a site shows.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::source::Span;
use crate::words::messages::privacy as messages;
use crate::words::{Bilingual, Phrase};

/// What people are reached by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
}

impl ContactKind {
    /// What it is called, with its article, and the setting that shows it.
    fn said(self) -> (Bilingual, &'static str) {
        match self {
            Self::Email => (messages::EMAIL, "emails"),
            Self::Phone => (messages::PHONE, "phones"),
        }
    }

    /// Says that it is not shown.
    pub fn withheld(self, span: Span) -> Diagnostic {
        let (what, key) = self.said();
        Diagnostic::at(Code::ContactWithheld, span)
            .with("what", what)
            .with("key", key)
    }

    /// Says that an id spells it out.
    pub(super) fn in_id(self, diagnostic: Diagnostic, id: &Id, way: Phrase) -> Diagnostic {
        let (what, key) = self.said();
        diagnostic
            .with("id", id)
            .with("what", what)
            .with("key", key)
            .with("way", way)
    }
}

/// Which contacts the site shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allowed {
    /// E-mail addresses.
    pub emails: bool,
    /// Phone numbers.
    pub phones: bool,
}

impl Allowed {
    /// Neither.
    pub const NONE: Self = Self {
        emails: false,
        phones: false,
    };
    /// Both.
    pub const ALL: Self = Self {
        emails: true,
        phones: true,
    };

    /// What a site's settings allow.
    pub fn by(config: &Config) -> Self {
        Self {
            emails: config.show_emails,
            phones: config.show_phones,
        }
    }

    /// Whether nothing is withheld.
    pub fn all(self) -> bool {
        self == Self::ALL
    }

    /// Whether this kind is withheld.
    pub fn hides(self, kind: ContactKind) -> bool {
        match kind {
            ContactKind::Email => !self.emails,
            ContactKind::Phone => !self.phones,
        }
    }
}
