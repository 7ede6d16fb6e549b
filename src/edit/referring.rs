//! Which records name another.

use std::sync::Arc;

use super::Splices;
use super::references::{References, Renaming};
use crate::id::Id;
use crate::input::record::{ParsedFile, WrittenRecord};
use crate::schema::Kind;
use crate::source::Sources;

/// The id that it would get: whatever changes then, names it now.
const NOBODY: &str = "oogst-zoekt-wie-dit-noemt";

/// The records that name one by its id, in a field or in a text; itself left out.
pub fn referring<'a>(
    kind: Kind,
    event: Option<&str>,
    id: &Id,
    files: &'a [Arc<ParsedFile>],
    sources: &Sources,
) -> Vec<&'a WrittenRecord> {
    let Some(new) = Id::new(NOBODY) else {
        return Vec::new();
    };
    let renaming = Renaming {
        kind,
        event: event.filter(|_| kind != Kind::Event).and_then(Id::new),
        old: id.clone(),
        new,
    };
    let is_itself = |record: &WrittenRecord| {
        record.kind == kind
            && record.event.as_deref() == event
            && record.written_id().is_some_and(|own| own.value == *id)
    };
    let names_it = |record: &&WrittenRecord| {
        let mut references = References {
            renaming: &renaming,
            sources,
            splices: Splices::default(),
        };
        references.fields(&record.fields, record.event.as_deref());
        !references.splices.is_empty()
    };
    let records = files.iter().flat_map(|file| &file.records);
    let others = records.filter(|record| !is_itself(record));
    others.filter(names_it).collect()
}
