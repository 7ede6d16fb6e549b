//! Where a record counts, and under which themes: what it says itself, else what may be concluded,
//! and never more.

use std::collections::HashSet;
use std::hash::Hash;

/// What a record names itself, an empty list included; else its event's, if that is exactly one: of
/// several it is not known which.
pub(super) fn own_or_the_events<T: Copy>(own: Option<Vec<T>>, of_event: &[T]) -> Vec<T> {
    own.unwrap_or_else(|| {
        if of_event.len() == 1 {
            of_event.to_vec()
        } else {
            Vec::new()
        }
    })
}

/// What a deal names itself; else what its asks and offers have together; else its event's, if that
/// is exactly one.
pub(super) fn own_or_taken_up<T: Copy + Eq + Hash>(
    own: Option<Vec<T>>,
    taken_up: impl IntoIterator<Item = T>,
    of_event: &[T],
) -> Vec<T> {
    if let Some(own) = own {
        return own;
    }
    let mut seen = HashSet::new();
    let together: Vec<T> = taken_up
        .into_iter()
        .filter(|item| seen.insert(*item))
        .collect();
    if together.is_empty() {
        own_or_the_events(None, of_event)
    } else {
        together
    }
}
