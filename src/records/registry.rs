//! The registry: every record as written under the id it has, in the order that typed ids count in.

use std::collections::{BTreeSet, HashSet};

use super::gather::KnownDrafts;
use super::index::Index;
use super::namesakes::Namesake;
use super::record_id::{EventId, RecordId};
use super::table::every_record;
use crate::id::Id;
use crate::schema::Kind;
use crate::schema::value::Fields;
use crate::source::{SourcePath, Span};

/// One record as written, with the id it has.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// Its id. Kinds that no address is made of get one by their position in the event: a fragment.
    pub(super) id: Id,
    /// The event it stands in.
    pub(super) event: Option<EventId>,
    pub(super) fields: Fields,
    pub(super) span: Span,
    /// Whether it stands inline in a deal.
    pub(super) inline: bool,
    /// Of a deal: its inline records, in the order of `asks`, `offers`, `ideas`.
    pub(super) inlines: Vec<RecordId>,
}

impl Entry {
    /// The event of a kind of record that only stands in events.
    pub(super) fn in_event(&self) -> EventId {
        self.event.expect("records of events stand in one")
    }
}

macro_rules! registry {
    (
        named { $($list:ident: $record:ident, $id:ident, $variant:ident, [$($kind:ident),+];)+ }
        unnamed { $($bare_list:ident: $bare:ident, $bare_id:ident, $bare_variant:ident, [$bare_kind:ident];)+ }
    ) => {
        /// The records of each kind, in the order of files and positions.
        #[derive(Debug, Default)]
        pub(super) struct Registry {
            $(pub(super) $list: Vec<Entry>,)+
            $(pub(super) $bare_list: Vec<Entry>,)+
            pub(super) updates: Vec<Entry>,
            pub(super) corrections: Vec<Entry>,
            /// The folder of each event.
            pub(super) folders: Vec<String>,
            /// Records whose made-up id another has, of which nothing was said yet.
            pub(super) namesakes: Vec<Namesake>,
            /// Records that nothing can name, since another has the id that they would have.
            pub(super) doubles: HashSet<Span>,
            /// Files of photos to which somebody said no.
            pub(super) refused: BTreeSet<SourcePath>,
            /// Files that drafts name.
            pub(super) draft_files: BTreeSet<SourcePath>,
            /// Whether drafts are linked like all others.
            pub(super) drafts_too: bool,
            /// What may not be referred to without a complaint of its own.
            pub(super) drafts: KnownDrafts,
            pub(super) lost_events: HashSet<String>,
        }

        impl Registry {
            /// The list that records of a kind are in.
            pub(super) fn of(&self, kind: Kind) -> &[Entry] {
                match kind {
                    $($(Kind::$kind)|+ => &self.$list,)+
                    $(Kind::$bare_kind => &self.$bare_list,)+
                    Kind::Update => &self.updates,
                    Kind::Correction => &self.corrections,
                }
            }

            fn of_mut(&mut self, kind: Kind) -> &mut Vec<Entry> {
                match kind {
                    $($(Kind::$kind)|+ => &mut self.$list,)+
                    $(Kind::$bare_kind => &mut self.$bare_list,)+
                    Kind::Update => &mut self.updates,
                    Kind::Correction => &mut self.corrections,
                }
            }

            /// What was written of a record. Of photos, resources and quotes only those that are
            /// shown have a typed id, which counts otherwise than these lists do: theirs is none.
            pub(super) fn entry(&self, record: RecordId) -> Option<&Entry> {
                if matches!(record, RecordId::Photo(_) | RecordId::Resource(_)) {
                    return None;
                }
                match record {
                    $(RecordId::$variant(id) => self.$list.get(id.index()),)+
                    $(RecordId::$bare_variant(_) => None,)+
                }
            }
        }
    };
}

every_record!(registry);

impl Registry {
    /// The folder of an event, below the site's.
    pub(super) fn folder_of(&self, event: EventId) -> String {
        format!("content/events/{}", self.folders[event.index()])
    }

    /// Whether a reference can name a record by the id that it has.
    pub(super) fn can_be_named(&self, entry: &Entry) -> bool {
        !self.doubles.contains(&entry.span)
    }

    /// Puts a record in its list and, if it can be referred to, in the index.
    pub(super) fn enter(
        &mut self,
        entry: Entry,
        index: &mut Index,
        doubles: &HashSet<Span>,
    ) -> Option<RecordId> {
        let (kind, event, id) = (entry.kind, entry.event, entry.id.clone());
        // A second record of one id can be reached by nobody: references mean the first.
        let reachable = !doubles.contains(&entry.span);
        let list = self.of_mut(kind);
        // Photos and resources come in when they can be shown.
        let named = !matches!(kind, Kind::Photo | Kind::Resource);
        let record = RecordId::named(kind, list.len()).filter(|_| named);
        list.push(entry);
        if let Some(record) = record.filter(|_| reachable) {
            index.add(kind, event, id, record);
        }
        record
    }
}
