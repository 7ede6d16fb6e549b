//! The languages that the program itself speaks.

/// A language of messages and of the site's own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}
