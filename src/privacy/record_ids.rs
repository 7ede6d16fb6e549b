//! Ids that spell out a contact, written or made of a file's name, and names in `addresses.toml` that
//! do: what to say of them, and the way out.

use super::allowed::{Allowed, ContactKind};
use super::line;
use super::names::{InId, contact_in_id};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::input::permalinks::Promised;
use crate::input::record::WrittenRecord;
use crate::reference::Reference;
use crate::schema::key;
use crate::schema::{Home, Kind};
use crate::source::Sources;
use crate::words::Phrase;
use crate::words::messages::privacy as messages;

/// What to say of a record whose id, written or made of a file's name, spells out a contact. A
/// promised one stays, and says the way out.
pub(super) fn of_id(
    record: &WrittenRecord,
    allowed: Allowed,
    promised: &Promised,
    sources: &Sources,
) -> Option<Diagnostic> {
    let id = record
        .written_id()
        .filter(|_| !record.translation && !allowed.all())?;
    let called = ["title", "name"]
        .into_iter()
        .find(|field| record.kind.schema().position(field).is_some());
    let title = called
        .and_then(|field| record.fields.line(field))
        .map(|line| line.value)
        .unwrap_or_default();
    let told: Vec<(ContactKind, String)> = line::without_contacts(&title, allowed, "")
        .map(|withheld| {
            withheld
                .found
                .into_iter()
                .map(|(kind, range)| (kind, title[range].to_owned()))
                .collect()
        })
        .unwrap_or_default();
    let InId { kind, better } = contact_in_id(id.value.as_str(), &told, allowed)?;
    let better = better.as_ref().map(Id::as_str);
    let reference = name_of(record, &id.value);
    let promise = promised
        .promises
        .iter()
        .find(|promise| promise.of.value == reference);
    if let Some(promise) = promise {
        let diagnostic = Diagnostic::at(Code::ContactPromised, promise.of.span);
        let said = kind.in_id(
            diagnostic,
            &id.value,
            rename(&reference, better.unwrap_or("…")),
        );
        return Some(said.with("of", &reference));
    }
    let is_written = record.kind.schema().position(key::ID).is_some() && record.fields.has(key::ID);
    let (diagnostic, way) = if is_written {
        let diagnostic = Diagnostic::at(Code::ContactInId, id.span);
        (diagnostic, another_id(better))
    } else {
        let path = &sources.file(record.span.file).path;
        let is_folder = record.kind == Kind::Event;
        let path = if is_folder {
            path.parent()
        } else {
            path.clone()
        };
        let diagnostic = Diagnostic::of_path(Code::ContactInId, path);
        (diagnostic, another_file_name(better, is_folder))
    };
    Some(kind.in_id(diagnostic, &id.value, way))
}

/// The name of a record with this id, as addresses are promised of it.
fn name_of(record: &WrittenRecord, id: &Id) -> Reference {
    let in_event = record.kind.schema().home == Home::Event;
    let event = record.event.as_deref().filter(|_| in_event);
    Reference::Record {
        kind: record.kind,
        event: event.and_then(Id::new),
        id: id.clone(),
    }
}

/// The way out of a promised id that spells out a contact.
fn rename(reference: &Reference, name: &str) -> Phrase {
    messages::rename(&reference, &name)
}

/// The way out of a file or folder whose name spells out a contact.
fn another_file_name(better: Option<&str>, is_folder: bool) -> Phrase {
    match (better, is_folder) {
        (Some(better), true) => messages::name_folder(&better),
        (Some(better), false) => messages::name_file(&better),
        (None, true) => messages::RENAME_FOLDER.into(),
        (None, false) => messages::RENAME_FILE.into(),
    }
}

/// The way out of an id that spells out a contact.
pub(super) fn another_id(better: Option<&str>) -> Phrase {
    match better {
        Some(better) => messages::such_an_id(&better),
        None => messages::ANOTHER_ID.into(),
    }
}

/// What to say of names in `addresses.toml` that spell out a contact and that nothing bears any
/// more: their addresses lead on, or say that it is gone, and show the contact until they are
/// forgotten.
pub(super) fn of_former_names(
    promised: &Promised,
    allowed: Allowed,
) -> impl Iterator<Item = Diagnostic> + '_ {
    let moved = promised.moved.iter().map(|row| (&row.from, true));
    let gone = promised
        .gone
        .iter()
        .filter(|row| !row.forget)
        .map(|row| (&row.what, false));
    moved
        .chain(gone)
        .filter(move |_| !allowed.all())
        .filter_map(move |(reference, has_moved)| {
            let (id, found) = reference
                .value
                .ids()
                .into_iter()
                .find_map(|id| Some((id, contact_in_id(id.as_str(), &[], allowed)?)))?;
            let way = if has_moved {
                messages::write_gone(&reference.value)
            } else {
                messages::ADD_FORGET.into()
            };
            Some(
                found
                    .kind
                    .in_id(
                        Diagnostic::at(Code::ContactPromised, reference.span),
                        id,
                        way,
                    )
                    .with("of", &reference.value),
            )
        })
}
