//! [`WantedRecords`]: the records of a table or a programme as an event is to have them, merged with
//! what is there; and what is to be remembered once they are taken over.

use std::collections::HashSet;

use super::target::TakeoverTarget;
use crate::edit::proposal::{
    Fate, FieldBase, MergedProposal, Preferred, Proposal, RecordMatch, TableMemory, UnwantedRecord,
    ValueHash, merge,
};
use crate::id::Id;
use crate::intake::schedule::Guid;
use crate::schema::Kind;

/// What is to be known of a record that was sent, beside what it holds.
#[derive(Debug, Clone, Default)]
pub struct SentRecord {
    /// What stands for its id in what is remembered, where it has none.
    pub(super) key: Option<Id>,
    /// What the programme knows it by.
    pub(super) guid: Option<Guid>,
    /// The part of the programme that says it.
    pub(super) part: Option<usize>,
}

/// The file that records come from.
#[derive(Debug)]
pub(super) enum WantedBy {
    /// A table, with what a workbook of ours says that its records were when it was made.
    Table { own: Option<TableMemory> },
    /// A programme; whether this program made it itself.
    Programme { is_ours: bool },
}

/// Records as a file wants them.
pub struct WantedRecords<'a> {
    pub(super) target: TakeoverTarget<'a>,
    pub(super) memory: &'a TableMemory,
    pub(super) proposal: Proposal,
    /// What else is to be known of each.
    pub(super) sent: Vec<SentRecord>,
    pub(super) by: WantedBy,
}

impl WantedRecords<'_> {
    /// What becomes of them. `prefer` decides where both the file and the site changed something.
    pub fn merged(&self, prefer: Option<Preferred>) -> MergedProposal {
        self.target.look(|site| merge(&self.proposal, site, prefer))
    }

    /// What else is to be known of each record.
    pub fn sent(&self) -> &[SentRecord] {
        &self.sent
    }

    /// The records that the file had the last time and has no longer, and that the site still has.
    /// `merged` is what became of all of it.
    pub fn gone(&self, merged: &MergedProposal) -> Vec<(Kind, Id)> {
        match &self.by {
            WantedBy::Table { own } => self.gone_from_table(own.as_ref(), merged),
            WantedBy::Programme { .. } => self.gone_from_programme(),
        }
    }

    fn gone_from_table(
        &self,
        own: Option<&TableMemory>,
        merged: &MergedProposal,
    ) -> Vec<(Kind, Id)> {
        let memory = own.unwrap_or(self.memory);
        let records = merged.records.iter();
        let told: HashSet<(Kind, &Id)> = records
            .filter_map(|record| Some((record.kind, record.id.as_ref()?)))
            .collect();
        let of_table = memory.records();
        // Those of a programme were never in a table.
        let of_table = of_table.filter(|(kind, id)| memory.guid(*kind, id).is_none());
        let known = self.target.known;
        let gone = of_table.filter(|record| {
            known.id_of(record.0, record.1.as_str()).is_some() && !told.contains(record)
        });
        gone.map(|(kind, id)| (kind, id.clone())).collect()
    }

    fn gone_from_programme(&self) -> Vec<(Kind, Id)> {
        let sent = self.sent.iter();
        let there: HashSet<_> = sent.filter_map(|sent| sent.guid.as_ref()).collect();
        let of_kind = |kind: Kind| {
            let gone = self.memory.guids(kind);
            gone.filter(|(guid, _)| !there.contains(guid))
                .map(move |(_, id)| (kind, id.clone()))
        };
        let folder = self.target.folder();
        let all = of_kind(Kind::Session).chain(of_kind(Kind::Resource));
        let is_there = |(kind, id): &(Kind, Id)| {
            let report = &self.target.study.report;
            report.named(*kind, Some(folder), id.as_str()).is_some()
        };
        all.filter(is_there).collect()
    }

    /// Has these records go.
    pub fn remove(&mut self, gone: &[(Kind, Id)]) {
        let unwanted = |(kind, id): &(Kind, Id)| UnwantedRecord {
            kind: *kind,
            event: self.target.event_of(*kind),
            id: id.clone(),
        };
        self.proposal.removed = gone.iter().map(unwanted).collect();
    }

    /// Those that are to go.
    pub fn removed(&self) -> &[UnwantedRecord] {
        &self.proposal.removed
    }

    /// Keeps only those that somebody picked, by their position, with the side that was chosen where
    /// both changed a field. What was removed from the site and is picked comes anew. `merged` is
    /// what became of all of it before.
    pub fn pick(
        &mut self,
        merged: &MergedProposal,
        is_picked: impl Fn(usize) -> bool,
        side: impl Fn(usize, usize) -> Option<Preferred>,
    ) {
        let orphaned = self.orphaned(merged, &is_picked);
        self.target.look(|site| {
            let all = self.proposal.records.iter_mut().zip(&merged.records);
            for (row, (proposed, record)) in all.enumerate() {
                if record.is == RecordMatch::Missing {
                    proposed.is_new = true;
                    for field in &mut proposed.fields {
                        field.base = FieldBase::Unknown;
                    }
                }
                if record.is != RecordMatch::There {
                    continue;
                }
                let fields = proposed.fields.iter_mut().zip(&record.fields);
                for (place, (field, merged)) in fields.enumerate() {
                    if merged.fate != Fate::Conflict {
                        continue;
                    }
                    // Who chose knows both: one of them counts as what stood there before.
                    let before = match side(row, place) {
                        Some(Preferred::Proposed) => merged.now.as_ref(),
                        Some(Preferred::Site) => merged.wanted.as_ref(),
                        None => continue,
                    };
                    let schema = field.key.holder(proposed.kind);
                    let hash = |value| ValueHash::of(value, schema, site.language, site.id_of);
                    field.base = FieldBase::Was(before.map(hash));
                }
            }
        });
        let mut row = 0;
        let is_kept = |position: usize| is_picked(position) && !orphaned.contains(&position);
        self.proposal.records.retain(|_| {
            row += 1;
            is_kept(row - 1)
        });
        let mut row = 0;
        self.sent.retain(|_| {
            row += 1;
            is_kept(row - 1)
        });
    }

    /// What belongs to a new part of a programme that nobody picked.
    fn orphaned(
        &self,
        merged: &MergedProposal,
        is_picked: impl Fn(usize) -> bool,
    ) -> HashSet<usize> {
        let all = || merged.records.iter().zip(&self.sent).enumerate();
        let left: HashSet<usize> = all()
            .filter(|(row, (record, _))| {
                record.kind == Kind::Session && record.is == RecordMatch::New && !is_picked(*row)
            })
            .filter_map(|(_, (_, sent))| sent.part)
            .collect();
        all()
            .filter(|(_, (_, sent))| sent.part.is_some_and(|part| left.contains(&part)))
            .map(|(row, _)| row)
            .collect()
    }

    /// What is to be remembered: what the file says now, beside what it said of records that it no
    /// longer has. What a workbook knows by itself is not: another copy of it may be out. Nor is
    /// what this program made itself, where nobody changed anything: what another program said
    /// before still holds.
    pub fn noted(&self, merged: &MergedProposal) -> TableMemory {
        let mut memory = self.memory.clone();
        let own = match &self.by {
            WantedBy::Table { own } => own.as_ref(),
            WantedBy::Programme { is_ours } => {
                if *is_ours && merged.rewrite.is_empty() {
                    return memory;
                }
                None
            }
        };
        self.target.look(|site| {
            let all = self.proposal.records.iter().zip(&merged.records);
            for ((proposed, record), sent) in all.zip(&self.sent) {
                let id = record.id.as_ref().or(sent.key.as_ref());
                let is_noted = |id: &&Id| !own.is_some_and(|own| own.knows(record.kind, id));
                let Some(id) = id.filter(is_noted) else {
                    continue;
                };
                for field in &proposed.fields {
                    let schema = field.key.holder(proposed.kind);
                    let wanted = field.wanted.as_ref();
                    let hash =
                        wanted.map(|value| ValueHash::of(value, schema, site.language, site.id_of));
                    memory.note(proposed.kind, id, &field.key, hash);
                }
                if let Some(guid) = &sent.guid {
                    memory.note_guid(proposed.kind, id, guid);
                }
            }
        });
        for record in &self.proposal.removed {
            memory.forget(record.kind, &record.id);
        }
        memory
    }
}
