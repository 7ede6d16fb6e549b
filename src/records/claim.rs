//! What becomes of a record's wish for an id: it has it, or another has it already.

use super::record_id::EventId;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::schema::Kind;
use crate::source::Span;
use crate::words::messages::records as messages;

/// What a record has by way of an id, once all before it had their turn.
pub(super) enum Claim {
    /// An id of its own.
    Own(Id),
    /// One that another has: it gets what is left when all have had their turn.
    Second(SecondOfId),
}

/// A record that wants an id that is taken.
pub(super) struct SecondOfId {
    pub(super) kind: Kind,
    pub(super) event: Option<EventId>,
    pub(super) id: Id,
    /// Where the id, or what it was made of, is written.
    pub(super) id_span: Span,
    /// The record.
    pub(super) span: Span,
    /// Where the first has it from.
    pub(super) first: Span,
    /// Whether the first has it from its title, so that a reference to it may mean either.
    pub(super) either: bool,
    /// Whether it may go without an id that anybody knows.
    pub(super) yields: bool,
    pub(super) how: HowGiven,
}

/// How a record came to the id that it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HowGiven {
    /// It is written as `id`.
    Field,
    /// It is the name of its file or folder.
    File,
    /// It was made of its title or name.
    Made,
}

impl SecondOfId {
    /// What is to be said of it, with an id that it can have.
    pub(super) fn diagnostic(&self, free: &Id) -> Diagnostic {
        let kind_said = match self.kind {
            Kind::Person | Kind::Organisation => messages::PARTY_WITH_ARTICLE,
            kind => kind.schema().with_article,
        };
        let way = match self.how {
            HowGiven::Field => messages::change_id_into(free),
            HowGiven::File => messages::rename_file_to(free),
            HowGiven::Made => messages::put_id_below(free),
        };
        Diagnostic::at(Code::DuplicateId, self.id_span)
            .with("kind", kind_said)
            .with("id", &self.id)
            .with("way", way)
            .note(self.first, NoteKind::FirstHere)
    }
}
