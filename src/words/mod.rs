//! The languages that the program itself speaks.

/// A language of messages and of the site's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}
