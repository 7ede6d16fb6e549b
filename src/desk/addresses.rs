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

/// The page that asks about photos of an event what can be seen.
pub(super) fn photos(event: &str) -> String {
    format!("/photos/{}", encode::name(event))
}

/// Where files are sent that become photos of an event.
pub(super) fn photo_files(event: &str) -> String {
    format!("{}/files", photos(event))
}

/// A small picture of the file that a photo of an event names.
pub(super) fn small_picture(event: &str, file: &str) -> String {
    let (event, file) = (encode::name(event), encode::name(file));
    format!("/picture?event={event}&file={file}")
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

/// Where a file is sent to be taken over into an event, or into one that is yet to be chosen.
pub(super) fn import(event: Option<&str>) -> String {
    match event {
        Some(event) => format!("/import/{}", encode::name(event)),
        None => "/import".to_owned(),
    }
}

/// What becomes of a file that was sent, by the key that it was given.
pub(super) fn import_of(event: Option<&str>, key: &str) -> String {
    let event = event.unwrap_or(NO_EVENT);
    format!("/import/{}/{}", encode::name(event), encode::name(key))
}

/// The kind and the event, as they stand in an address. An event belongs to none.
fn of(kind: Kind, event: Option<&str>) -> String {
    let event = event.filter(|_| kind.schema().home != Home::EventFile);
    let event = event.map(|event| encode::name(event).to_string());
    let event = event.unwrap_or_else(|| NO_EVENT.to_owned());
    format!("{}/{event}", kind.schema().name.en)
}
