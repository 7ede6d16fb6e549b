//! The event that something is taken over into, as it was typed, and what is said where that is
//! wrong.

use crate::app::ending::Ending;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::reference::Reference;
use crate::schema::Kind;
use crate::source::Sources;

/// The id of the event that was typed: an id, its folder, or `event:id`.
pub(in crate::app) fn event_named(typed: &str) -> Result<Id, Diagnostic> {
    let typed = typed.trim_end_matches('/');
    let id = match Reference::parse(typed) {
        Some(Reference::Record {
            kind: Kind::Event,
            id,
            ..
        }) => Some(id),
        _ => Id::new(typed.rsplit('/').next().unwrap_or(typed)),
    };
    id.ok_or_else(|| {
        Diagnostic::of_site(Code::BadId)
            .with("value", typed)
            .suggest(Id::from_title(typed))
    })
}

/// Tells what is wrong, of which nothing stands in the site's own files.
pub(in crate::app) fn wrong(diagnostic: &Diagnostic, terminal: &Terminal) -> Ending {
    terminal.diagnostics(std::slice::from_ref(diagnostic), &Sources::default());
    Ending::Wrong
}
