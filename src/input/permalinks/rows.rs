//! What `addresses.toml` says, row by row.

use super::forgotten::Forgotten;
use crate::reference::Reference;
use crate::source::{Span, Spanned};
use crate::words::Text;

/// What was promised of one record or page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What the addresses are of.
    pub of: Spanned<Reference>,
    /// The word of its short link.
    pub short: Option<Spanned<String>>,
    /// The addresses, below the site's root and ending in `/`, oldest first.
    pub addresses: Vec<Spanned<String>>,
}

/// Where something moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To another record or page.
    Reference(Reference),
    /// To an address of the site.
    Address(String),
}

/// What is something else now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What was there.
    pub from: Spanned<Reference>,
    /// What it is now.
    pub to: Spanned<Destination>,
}

/// What is no longer there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// What was there.
    pub what: Spanned<Reference>,
    /// Why.
    pub reason: Text,
    /// Where that is said, also in the other language.
    pub said_at: Vec<Span>,
    /// Since when.
    pub date: jiff::civil::Date,
    /// Whether its name and addresses are to go as well.
    pub forget: bool,
}

/// All of `addresses.toml`, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promised {
    /// What was promised.
    pub promises: Vec<Promise>,
    /// What moved.
    pub moved: Vec<Moved>,
    /// What is gone.
    pub gone: Vec<Gone>,
    /// What was forgotten.
    pub forgotten: Vec<Forgotten>,
}
