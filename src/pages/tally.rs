//! Counts as they may be claimed: never more than was recorded, and what is missing in one way
//! wherever something is counted.

use super::cards::Tally;
use super::context::Context;
use crate::records::{Completeness, Harvest};
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};

/// What a count stands on, without which a nought could mean anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Basis {
    /// Whether anything is on record there, if only that there was an event or session about it.
    pub(super) known: bool,
    /// How completely it was recorded.
    pub(super) kept: Option<Completeness>,
}

impl Basis {
    /// That of a count within a harvest.
    pub(super) fn of(harvest: &Harvest, kept: Option<Completeness>) -> Self {
        Self {
            known: !harvest.is_empty(),
            kept,
        }
    }
}

/// A count as it may be claimed, in the same words in every table, on every map and in every
/// figure: "3"; "3+" where there may be more; "0" where there was an event or session about it and
/// none of these are on record; "niet bijgehouden" where nobody kept them; "geen" where nothing at
/// all is on record.
pub(super) fn tally(context: Context<'_>, noun: Noun, number: usize, basis: Basis) -> Tally {
    let (figure, counted) = (
        count(number as u64, context.language),
        noun.counted(number, context.language),
    );
    let in_words = |shown: &str| Tally {
        number,
        shown: shown.to_owned(),
        said: format!("{}: {shown}", noun.all(context.language)),
        kept: false,
    };
    match (basis.kept, number) {
        (Some(Completeness::None), 0) => in_words(context.words().not_kept_here),
        (_, 0) if !basis.known => in_words(context.words().none_here),
        (Some(Completeness::Some | Completeness::None), 1..) => Tally {
            number,
            shown: format!("{figure}+"),
            said: phrases::at_least(&counted, context.language),
            kept: true,
        },
        _ => Tally {
            number,
            shown: figure,
            said: counted,
            kept: true,
        },
    }
}
