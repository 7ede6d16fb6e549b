//! Why a file gives no table.

use super::super::refused::Refused;
use super::allowance::TooMuch;

/// Why there is no table.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// The file is refused.
    Refused(Refused),
    /// There is more in it than is read.
    TooMuch(TooMuch),
    /// A quote is opened on this line, from 1, and never closed.
    OpenQuote(usize),
}

impl From<Refused> for Unreadable {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<TooMuch> for Unreadable {
    fn from(too_much: TooMuch) -> Self {
        Self::TooMuch(too_much)
    }
}
