//! Finding a record by what a text calls it: `deal:samen-bijscholen` within its event,
//! `deal:2018-overijssel/samen-bijscholen` from anywhere, `region:twente` for what all events
//! share. The kind's word may be English or Dutch.

use std::collections::HashMap;

use super::record_id::{EventId, RecordId};
use crate::id::Id;
use crate::schema::{Home, Kind};

/// Every record that has an id, by that id. Only looked up, never walked: its order is a hash
/// table's.
#[derive(Debug, Default)]
pub struct Index(HashMap<(Kind, Option<EventId>, Id), RecordId>);

impl Index {
    /// The record of this kind and id: of an event, or shared by all.
    pub(super) fn get(&self, kind: Kind, event: Option<EventId>, id: &str) -> Option<RecordId> {
        let scope = if is_of_event(kind) {
            Some(event?)
        } else {
            None
        };
        self.0.get(&(kind, scope, Id::new(id)?)).copied()
    }

    /// Adds a record; the first with an id keeps it.
    pub(super) fn add(&mut self, kind: Kind, event: Option<EventId>, id: Id, record: RecordId) {
        let scope = if is_of_event(kind) { event } else { None };
        self.0.entry((kind, scope, id)).or_insert(record);
    }
}

/// Whether records of a kind belong to an event, so that their ids need to be unique only there.
pub(super) fn is_of_event(kind: Kind) -> bool {
    kind.schema().home == Home::Event
}
