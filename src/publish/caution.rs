//! [`TargetCaution`]: what a place cannot do as well as others, in words.

use crate::words::{Language, publishing as words};

/// What somebody who publishes at a place has to know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetCaution {
    /// While a file takes the place of another there is a moment without either.
    Gap,
    /// Two who publish at the same time may not be told of each other.
    TwoAtOnce,
}

impl TargetCaution {
    /// The words for a person, as a line.
    pub fn message(self, language: Language) -> &'static str {
        let words = match self {
            Self::Gap => words::GAP,
            Self::TwoAtOnce => words::TWO_AT_ONCE,
        };
        words.get(language)
    }
}
