//! Records of one title: two breaks of one programme, two links with one name. Where nobody has to
//! tell them apart, both stand in the report; the second under an id that nothing can name.
//!
//! Whether somebody has to is known when all is linked: see [`super::told_apart`].

use std::collections::HashSet;

use super::record_id::{EventId, RecordId};
use crate::diagnostic::Diagnostic;
use crate::id::Id;
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::value::Fields;
use crate::source::Span;

/// A record whose made-up id another of its kind has.
#[derive(Debug)]
pub(super) struct Namesake {
    pub(super) kind: Kind,
    pub(super) event: Option<EventId>,
    /// The id that both would have.
    pub(super) id: Id,
    /// The record.
    pub(super) span: Span,
    /// Whether a reference to the id may mean either: the first has it from its title too.
    pub(super) either: bool,
    /// What is to be said if they have to be told apart.
    pub(super) diagnostic: Diagnostic,
}

/// What references named, by the way they did.
#[derive(Debug, Default)]
pub(super) struct NamedRecords {
    pub(super) by_id: HashSet<RecordId>,
    pub(super) by_title: HashSet<RecordId>,
}

/// Whether a record of a kind may have no address: a session has a page only where it has more to
/// show than its line of the programme, and a resource elsewhere has an address that is not ours.
pub(super) fn may_have_namesakes(kind: Kind, fields: &Fields) -> bool {
    match kind {
        Kind::Session => true,
        Kind::Resource => !fields.was_meant(key::FILE),
        _ => false,
    }
}
