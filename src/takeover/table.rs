//! The rows of a table as records that an event is to have.

use std::collections::HashSet;

use super::target::TakeoverTarget;
use super::wanted::{SentRecord, WantedBy, WantedRecords};
use crate::diagnostic::{Place, Severity};
use crate::edit::proposal::{
    FieldBase, Proposal, ProposedField, ProposedRecord, Site, TableMemory, ValueHash, title_field,
};
use crate::intake::rows::{FieldKey, FieldValue, ReadRow, ReadRows};
use crate::words::Language;

/// The records that the rows of a table want, each as its row stands there.
pub fn wanted_of_table<'a>(
    rows: &ReadRows,
    target: TakeoverTarget<'a>,
    memory: &'a TableMemory,
) -> WantedRecords<'a> {
    let own = own_memory(rows, target.language());
    let known = memory.with(own.as_ref());
    let records = target.look(|site| proposed(rows, target, &known, site));
    drop(known);
    WantedRecords {
        sent: vec![SentRecord::default(); records.len()],
        proposal: Proposal {
            records,
            removed: Vec::new(),
        },
        target,
        memory,
        by: WantedBy::Table { own },
    }
}

/// What a workbook of ours says that its records were when it was made.
fn own_memory(rows: &ReadRows, language: Language) -> Option<TableMemory> {
    let sheet = rows.base.as_ref()?;
    let rows = sheet.rows.iter().map(|row| {
        let text = |column| row.cell(column).map(|cell| cell.shown(language));
        [0, 1, 2].map(|column| text(column).unwrap_or_default())
    });
    Some(TableMemory::of_rows(rows))
}

fn proposed(
    rows: &ReadRows,
    target: TakeoverTarget<'_>,
    memory: &TableMemory,
    site: Site<'_>,
) -> Vec<ProposedRecord> {
    let titles = memory.titles();
    let record = |row: &ReadRow| {
        let hash = |key: &FieldKey, value: &FieldValue| {
            ValueHash::of(value, key.holder(row.kind), site.language, site.id_of)
        };
        let by_title = || {
            let title = FieldKey::whole(title_field(row.kind.schema())?);
            let title = row.fields.iter().find(|field| field.key == title)?;
            let known = titles.get(&(row.kind, hash(&title.key, &title.value)));
            known.copied().flatten().cloned()
        };
        let id = row.id.clone().or_else(by_title);
        let base = |key: &FieldKey| {
            id.as_ref()
                .map_or(FieldBase::Unknown, |id| memory.base(row.kind, id, key))
        };
        let wanted = row.fields.iter().map(|field| ProposedField {
            key: field.key.clone(),
            wanted: Some(field.value.clone()),
            base: base(&field.key),
        });
        let empty = row.empty.iter().map(|key| ProposedField {
            key: key.clone(),
            wanted: None,
            base: base(key),
        });
        ProposedRecord {
            kind: row.kind,
            event: target.event_of(row.kind),
            fields: wanted.chain(empty).collect(),
            id: id.clone(),
            is_new: false,
        }
    };
    rows.rows.iter().map(record).collect()
}

/// The rows with mistakes: by the number of their sheet, from 0, and their own, from 1.
pub fn bad_rows(rows: &ReadRows) -> HashSet<(usize, u32)> {
    let bad = rows.rows.iter().filter(|row| row.has_error);
    bad.map(|row| (rows.sheets[row.sheet].number, row.number))
        .collect()
}

/// Whether rows have mistakes, and nothing else has: the other rows can be taken over without them.
pub fn can_be_skipped(rows: &ReadRows) -> bool {
    let bad = bad_rows(rows);
    let mut errors = rows
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error);
    !bad.is_empty()
        && errors.all(|error| match &error.place {
            Place::Cell(cell) => cell
                .row
                .is_some_and(|row| bad.contains(&(cell.sheet_number, row))),
            _ => false,
        })
}
