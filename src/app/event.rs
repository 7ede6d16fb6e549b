//! The event that something is taken over into, as it was typed, and what is said where that is
//! wrong.

use crate::app::ending::Ending;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::pipeline::Study;
use crate::records::{EventId, TypedId as _};
use crate::reference::Reference;
use crate::schema::Kind;
use crate::source::Sources;

/// The id of the event that was typed: an id, its folder, or `event:id`.
pub(crate) fn event_named(typed: &str) -> Result<Id, Diagnostic> {
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

/// The event that was typed, which must be there.
pub(super) fn named_event(typed: &str, study: &Study) -> Result<EventId, Diagnostic> {
    let id = event_named(typed)?;
    let found = study.report.named(Kind::Event, None, id.as_str());
    found.and_then(EventId::of).ok_or_else(|| {
        let events = study.report.events.iter().map(|event| event.id.as_str());
        Diagnostic::of_site(Code::ImportRowsIntoNothing)
            .with("value", id.as_str())
            .suggest(nearest(id.as_str(), events))
    })
}

/// Tells what is wrong, of which nothing stands in the site's own files.
pub(crate) fn wrong(diagnostic: &Diagnostic, terminal: &Terminal) -> Ending {
    terminal.diagnostics(std::slice::from_ref(diagnostic), &Sources::default());
    Ending::Wrong
}
