//! The addresses of the desk that more than one page leads to.

use crate::encode;
use crate::id::Id;
use crate::schema::{Home, Kind};

/// What stands in an address where a record belongs to no event.
pub(super) const NO_EVENT: &str = "-";

/// The form of a record.
pub(super) fn record(kind: Kind, event: Option<&str>, id: &str) -> String {
    format!("/record/{}/{}", of(kind, event), encode::name(id))
}

/// The form of a record, at a field of it by its English name.
pub(super) fn field(kind: Kind, event: Option<&str>, id: &str, name: &str) -> String {
    format!("{}#f-{name}", record(kind, event, id))
}

/// The settings.
pub(super) const SETTINGS: &str = "/settings";

/// The settings of a place that is not there yet.
pub(super) const PLACE_SETTINGS: &str = "/settings/place";

/// The settings of a place that the report is published at.
pub(super) fn place_settings(name: &str) -> String {
    format!("{PLACE_SETTINGS}/{}", encode::name(name))
}

/// What was saved last, to be undone.
pub(super) const UNDO: &str = "/undo";

/// The page that asks what becomes of a record that is to go.
pub(super) fn remove(kind: Kind, event: Option<&str>, id: Option<&Id>) -> String {
    let id = id.map_or("", Id::as_str);
    format!("/remove/{}/{}", of(kind, event), encode::name(id))
}

/// The form for a new record.
pub(super) fn new(kind: Kind, event: Option<&str>) -> String {
    format!("/new/{}", of(kind, event))
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

/// The kind and the event, as they stand in an address. An event belongs to none.
fn of(kind: Kind, event: Option<&str>) -> String {
    let event = event.filter(|_| kind.schema().home != Home::EventFile);
    let event = event.map(|event| encode::name(event).to_string());
    let event = event.unwrap_or_else(|| NO_EVENT.to_owned());
    format!("{}/{event}", kind.schema().name.en)
}
