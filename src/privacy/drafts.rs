//! Which records are drafts, of which nothing is said where they are not built.

use std::collections::HashSet;

use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::value::Fields;

/// Which records are drafts: by themselves, with their event, or with what they translate.
#[derive(Debug)]
pub struct DraftRecords {
    events: HashSet<String>,
    records: HashSet<(Kind, Option<String>, Id)>,
}

impl DraftRecords {
    /// Those of a site.
    pub fn of<'r>(records: impl Iterator<Item = &'r WrittenRecord>) -> Self {
        let drafts: Vec<&WrittenRecord> =
            records.filter(|record| is_draft(&record.fields)).collect();
        let events = drafts
            .iter()
            .filter(|record| record.kind == Kind::Event)
            .filter_map(|record| record.event.clone())
            .collect();
        let named = |record: &WrittenRecord| {
            Some((
                record.kind,
                record.event.clone(),
                record.written_id()?.value,
            ))
        };
        Self {
            events,
            records: drafts.into_iter().filter_map(named).collect(),
        }
    }

    /// Whether a record is one of them.
    pub fn has(&self, record: &WrittenRecord) -> bool {
        let translates_one = || {
            record.translation
                && record.file_id.as_ref().is_some_and(|id| {
                    self.records
                        .contains(&(record.kind, record.event.clone(), id.value.clone()))
                })
        };
        is_draft(&record.fields)
            || record
                .event
                .as_ref()
                .is_some_and(|event| self.events.contains(event))
            || translates_one()
    }
}

/// Whether a record says that it is a draft.
pub fn is_draft(fields: &Fields) -> bool {
    fields.schema.iter().any(|field| field.name.en == "draft")
        && fields.bool(key::DRAFT).is_some_and(|draft| draft.value)
}
