//! Three ways together, field by field: what stood there, what stands there now, what is wanted.

use std::collections::HashSet;
use std::sync::Arc;

use super::current::{WrittenRecords, called, title_field, title_of};
use super::fresh::Fresh;
use super::record_text::RecordText;
use super::removed::remove;
use super::wanted_text::{ValueHash, one_text, says_nothing};
use super::write::set;
use super::{
    Fate, FieldBase, MergedField, MergedProposal, MergedRecord, Preferred, Proposal, ProposedField,
    ProposedRecord, RecordMatch, Site,
};
use crate::edit::{Rewrite, Splices};
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Kind, key};
use crate::source::Span;

/// Merges a proposal with a site. `prefer` decides where both changed a field; without it such
/// fields stay as they are, and are told.
pub fn merge(proposal: &Proposal, site: Site<'_>, prefer: Option<Preferred>) -> MergedProposal {
    let mut merging = Merging {
        site,
        prefer,
        written: WrittenRecords::of(site),
        splices: Splices::default(),
        seen: HashSet::new(),
    };
    let mut fresh = Fresh::default();
    let records = proposal
        .records
        .iter()
        .map(|proposed| merging.record(proposed, &mut fresh))
        .collect();
    let removal = remove(
        &proposal.removed,
        &merging.written,
        site,
        &mut merging.splices,
    );
    let mut rewrite = Rewrite::default();
    fresh.write(
        &merging.written,
        site,
        &removal.spans,
        &mut merging.splices,
        &mut rewrite,
    );
    let texts = merging.splices.texts(site.sources);
    let texts = texts.map(|(file, text)| {
        // Where the first record of a file goes, what stands below it moves up.
        let is_shorter = removal.spans.iter().any(|span| span.file == file);
        let text = if is_shorter {
            text.trim_start_matches('\n')
        } else {
            &text
        };
        (site.sources.file(file).path.clone(), Arc::from(text))
    });
    rewrite.texts.extend(texts);
    MergedProposal {
        records,
        not_removed: removal.left,
        rewrite,
    }
}

struct Merging<'a> {
    site: Site<'a>,
    prefer: Option<Preferred>,
    written: WrittenRecords<'a>,
    splices: Splices,
    /// The records that were proposed already.
    seen: HashSet<Span>,
}

impl<'a> Merging<'a> {
    fn record<'p>(&mut self, proposed: &'p ProposedRecord, fresh: &mut Fresh<'p>) -> MergedRecord {
        let mut found = self.written.find(proposed);
        if found
            .record
            .is_some_and(|record| !self.seen.insert(record.span))
        {
            found.is = RecordMatch::Twice;
            found.record = None;
        }
        found.is = match (found.is, self.prefer) {
            (RecordMatch::Missing, Some(Preferred::Proposed)) => RecordMatch::New,
            (RecordMatch::Missing, Some(Preferred::Site)) => RecordMatch::StaysAway,
            (is, _) => is,
        };
        let mut merged = MergedRecord {
            kind: proposed.kind,
            id: found
                .id
                .or_else(|| proposed.id.clone())
                .filter(|_| proposed.kind.has_ids()),
            title: found
                .record
                .and_then(called)
                .or_else(|| title_of(proposed))
                .unwrap_or_default(),
            is: found.is,
            fields: Vec::new(),
        };
        match (&merged.is, found.record) {
            (_, Some(record)) => {
                merged.fields = self.fields(proposed, record, merged.id.as_ref());
            }
            (RecordMatch::New, None) => {
                merged.id = fresh.add(proposed, &self.written);
                merged.fields = proposed.fields.iter().filter_map(of_new).collect();
            }
            _ => {}
        }
        merged
    }

    fn fields(
        &mut self,
        proposed: &ProposedRecord,
        record: &'a WrittenRecord,
        id: Option<&Id>,
    ) -> Vec<MergedField> {
        let mut merged: Vec<MergedField> = proposed
            .fields
            .iter()
            .map(|field| self.field(proposed.kind, record, id, field))
            .collect();
        let mut taken: Vec<&mut MergedField> = merged
            .iter_mut()
            .filter(|field| field.fate == Fate::Taken)
            .collect();
        // New keys stand in the order of the schema.
        taken.sort_by(|one, other| one.key.cmp(&other.key));
        for field in taken {
            let (place, key) = self.written.place_of(record, id, &field.key);
            let place = RecordText::of(place, self.site);
            if !set(&place, &key, field.wanted.as_ref(), &mut self.splices) {
                field.fate = Fate::ByHand;
            }
        }
        self.keep_id(record, id, &merged);
        merged
    }

    /// Writes down the id that was made of a title which changes: it stays what it was.
    fn keep_id(&mut self, record: &'a WrittenRecord, id: Option<&Id>, merged: &[MergedField]) {
        let schema = record.kind.schema();
        let title = title_field(schema).map(FieldKey::whole);
        let changes =
            |field: &MergedField| field.fate == Fate::Taken && Some(&field.key) == title.as_ref();
        if record.written_id().is_none()
            && merged.iter().any(changes)
            && let (Some(position), Some(id)) = (schema.position(key::ID), id)
        {
            let place = RecordText::of(record, self.site);
            let id = FieldValue::Line(id.to_string());
            set(
                &place,
                &FieldKey::whole(position),
                Some(&id),
                &mut self.splices,
            );
        }
    }

    fn field(
        &self,
        kind: Kind,
        record: &'a WrittenRecord,
        id: Option<&Id>,
        field: &ProposedField,
    ) -> MergedField {
        let (place, key) = self.written.place_of(record, id, &field.key);
        let now = self.written.value(place, &key);
        // An empty list is as good as none.
        let now = now.filter(|now| !says_nothing(now));
        let wanted = field.wanted.clone().filter(|wanted| !says_nothing(wanted));
        let schema = field.key.holder(kind);
        let text =
            |value: &FieldValue| one_text(value, schema, self.site.language, self.site.id_of);
        let fate = fate(
            now.as_ref().map(text).as_deref(),
            wanted.as_ref().map(text).as_deref(),
            field.base,
        );
        MergedField {
            key: field.key.clone(),
            now,
            wanted,
            fate: match (fate, self.prefer) {
                (Fate::Conflict, Some(Preferred::Proposed)) => Fate::Taken,
                (Fate::Conflict, Some(Preferred::Site)) => Fate::Kept,
                (fate, _) => fate,
            },
        }
    }
}

/// What becomes of a field, by what it holds, what is wanted, and what it held.
fn fate(now: Option<&str>, wanted: Option<&str>, base: FieldBase) -> Fate {
    if now == wanted {
        return Fate::Same;
    }
    match (base, wanted, now) {
        // Nobody knows whether it was emptied, or never filled in.
        (FieldBase::Unknown, None, _) => Fate::Kept,
        (FieldBase::Unknown, Some(_), None) => Fate::Taken,
        (FieldBase::Unknown, Some(_), Some(_)) => Fate::Conflict,
        (FieldBase::Was(base), ..) => {
            let is_base = |text: Option<&str>| text.map(ValueHash::of_text) == base;
            match (is_base(wanted), is_base(now)) {
                (true, _) => Fate::Kept,
                (false, true) => Fate::Taken,
                (false, false) => Fate::Conflict,
            }
        }
    }
}

fn of_new(field: &ProposedField) -> Option<MergedField> {
    let wanted = field
        .wanted
        .clone()
        .filter(|wanted| !says_nothing(wanted))?;
    Some(MergedField {
        key: field.key.clone(),
        now: None,
        wanted: Some(wanted),
        fate: Fate::Taken,
    })
}
