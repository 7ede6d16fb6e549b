//! The addresses of the desk that more than one page leads to.

use super::forms::RecordPlace;
use crate::encode;
use crate::id::Id;
use crate::schema::Kind;

/// The form of a record.
pub(super) fn record(kind: Kind, event: Option<&str>, id: &Id) -> String {
    RecordPlace::of(kind, event, id).to_string()
}

/// The form of a record, at a field of it by its English name.
pub(super) fn field(kind: Kind, event: Option<&str>, id: &Id, name: &str) -> String {
    format!("{}#f-{name}", record(kind, event, id))
}

/// The form for a new record.
pub(super) fn new(kind: Kind, event: Option<&str>) -> String {
    RecordPlace::new(kind, event).to_string()
}

/// The page of an event, at the records of a kind; at its report where none is named.
pub(super) fn event(event: &str, kind: Option<Kind>) -> String {
    let event = encode::name(event);
    match kind {
        Some(kind) => format!("/event/{event}/{}", kind.schema().name.en),
        None => format!("/event/{event}"),
    }
}

/// The list of the records of a kind that all events share.
pub(super) fn list(kind: Kind) -> String {
    format!("/list/{}", kind.schema().name.en)
}

/// Where the records of a kind are listed.
pub(super) fn listed(kind: Kind, of: Option<&str>) -> String {
    match of {
        Some(of) if kind == Kind::Event => event(of, None),
        Some(of) => event(of, Some(kind)),
        None => list(kind),
    }
}
