//! Writes made-up ids into the files they were made from, so that another title no longer means
//! another address.

use std::collections::HashMap;
use std::sync::Arc;

use super::Splices;
use crate::id::Id;
use crate::input::record::{ParsedFile, WrittenRecord};
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::{RecordId, Report};
use crate::schema::key;
use crate::source::{Sources, Span};

/// Writes the ids of these pages' records that no writer gave; gives how many.
pub fn write_ids(
    pages: &[Page],
    report: &Report,
    files: &[Arc<ParsedFile>],
    sources: &Sources,
    splices: &mut Splices,
) -> usize {
    let wanted: HashMap<Span, Id> = pages
        .iter()
        .filter_map(|page| page.record())
        .filter_map(|record| place_and_id(report, record))
        .collect();
    let mut written = 0;
    for record in files
        .iter()
        .flat_map(|file| &file.records)
        .filter(|record| !record.translation && record.written_id().is_none())
    {
        if let Some(id) = wanted.get(&record.span)
            && write_id(record, id, sources, splices)
        {
            written += 1;
        }
    }
    written
}

/// Puts an id right below the title or name that it was made of.
pub(super) fn write_id(
    record: &WrittenRecord,
    id: &Id,
    sources: &Sources,
    splices: &mut Splices,
) -> bool {
    let schema = record.kind.schema();
    if schema.position(key::ID).is_none() {
        return false;
    }
    let Some(title) = [key::TITLE, key::NAME]
        .into_iter()
        .filter(|field| schema.position(field).is_some())
        .find_map(|field| record.fields.value_span(field))
    else {
        return false;
    };
    let text: &str = &sources.file(title.file).text;
    let end = title.range().end;
    if text[record.span.range()].starts_with('{') {
        splices.insert(title.file, end, &format!(", id = \"{id}\""));
        return true;
    }
    // Behind what else stands on the line, such as a comment.
    match text[end..].find('\n') {
        Some(newline) => splices.insert(title.file, end + newline + 1, &format!("id = \"{id}\"\n")),
        None => splices.insert(title.file, text.len(), &format!("\nid = \"{id}\"\n")),
    }
    true
}

/// Where a record stands and what its id is, for the kinds that have a page.
pub(super) fn place_and_id(report: &Report, record: RecordId) -> Option<(Span, Id)> {
    let told = Subject::of(record)?.told(report);
    Some((told.span(), told.id().clone()))
}
