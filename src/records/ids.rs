//! Every record gets its id, and with it a place in the registry: ids as written, else made from
//! the title, name or file.
//!
//! Of two records that want one id the second goes on under an id of its own, so that nothing after
//! this has to know. They are reported with both places; where nobody may have to tell them apart,
//! linking finds out whether somebody has to ([`super::namesakes`]).

use std::collections::HashMap;

use super::claim::Claim;
use super::fields::flag;
use super::gather::Gathered;
use super::index::Index;
use super::namesakes::may_have_namesakes;
use super::record_id::{EventId, TypedId as _};
use super::registry::{Entry, Registry};
use super::taken_ids::TakenIds;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::value::{Fields, IdOrInline};
use crate::source::Span;

/// The records, and a registry that knows all but these.
fn empty(gathered: Gathered, drafts_too: bool) -> (Vec<WrittenRecord>, Registry) {
    let Gathered {
        records,
        drafts,
        lost_events,
        refused,
        draft_files,
    } = gathered;
    let of_events = records.iter().filter(|record| record.kind == Kind::Event);
    let folders = of_events.filter_map(|record| record.event.clone());
    let registry = Registry {
        folders: folders.collect(),
        refused,
        draft_files,
        drafts_too,
        drafts,
        lost_events,
        ..Registry::default()
    };
    (records, registry)
}

/// Gives every record its id and its place. Photos and resources are not in the index yet: only
/// those that can be shown come in.
pub(super) fn assign(
    gathered: Gathered,
    drafts_too: bool,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Registry, Index) {
    let (records, mut registry) = empty(gathered, drafts_too);
    let folders = registry.folders.iter().cloned().zip((0..).map(EventId::at));
    let events: HashMap<String, EventId> = folders.collect();
    let mut taken = TakenIds::new(config, diagnostics);
    // Written and made ids first, all of them: an inline record takes what is left.
    let ids = ids_of(&records, &events, &mut taken);
    let mut index = Index::default();
    for (record, id) in records.into_iter().zip(ids) {
        let event = record.event.as_ref().map(|folder| events[folder]);
        let WrittenRecord {
            kind, fields, span, ..
        } = record;
        let mut inlines = Vec::new();
        if kind == Kind::Deal {
            for (kind, fields, span) in written_inline(&fields, drafts_too) {
                let entry = Entry {
                    kind,
                    id: taken.inline_id(kind, event, fields, span),
                    event,
                    fields: fields.clone(),
                    span,
                    inline: true,
                    inlines: Vec::new(),
                };
                inlines.extend(registry.enter(entry, &mut index, &taken.doubles));
            }
        }
        let entry = Entry {
            kind,
            id,
            event,
            fields,
            span,
            inline: false,
            inlines,
        };
        registry.enter(entry, &mut index, &taken.doubles);
    }
    registry.namesakes = taken.namesakes;
    registry.doubles = taken.doubles;
    (registry, index)
}

/// The ids of all records that stand on their own, in their order.
fn ids_of(
    records: &[WrittenRecord],
    events: &HashMap<String, EventId>,
    taken: &mut TakenIds<'_>,
) -> Vec<Id> {
    let event_of = |record: &WrittenRecord| record.event.as_ref().map(|folder| events[folder]);
    let mut turns: Vec<(bool, usize, usize)> = records
        .iter()
        .enumerate()
        .map(|(at, record)| {
            let position = taken.count(record.kind, event_of(record));
            // An id that is written goes before the same one of a title that may do without.
            let waits = given(record).is_none() || !may_have_namesakes(record.kind, &record.fields);
            (waits, at, position)
        })
        .collect();
    turns.sort_unstable();
    let mut ids: Vec<Option<Id>> = vec![None; records.len()];
    let mut seconds = Vec::new();
    for (_, at, position) in turns {
        let record = &records[at];
        match taken.claim(event_of(record), record, given(record), position) {
            Claim::Own(id) => ids[at] = Some(id),
            Claim::Second(second) => seconds.push((at, second)),
        }
    }
    for (at, second) in seconds {
        ids[at] = Some(taken.second(second));
    }
    ids.into_iter().flatten().collect()
}

/// The records that stand inline in a deal.
fn written_inline(deal: &Fields, drafts_too: bool) -> Vec<(Kind, &Fields, Span)> {
    let lists = [
        (key::ASKS, Kind::Ask),
        (key::OFFERS, Kind::Offer),
        (key::IDEAS, Kind::Idea),
    ];
    let items = lists.into_iter().flat_map(|(field, kind)| {
        deal.many_or_inline(field)
            .iter()
            .map(move |item| (kind, item))
    });
    items
        .filter_map(|(kind, item)| match item {
            IdOrInline::Inline(fields, span) if !is_left_out(fields, drafts_too) => {
                Some((kind, fields, *span))
            }
            _ => None,
        })
        .collect()
}

/// Whether an inline record is a draft that is not linked now.
pub(super) fn is_left_out(fields: &Fields, drafts_too: bool) -> bool {
    !drafts_too && flag(fields, key::DRAFT)
}

/// An id that was given, with its place: as a field, or as the file's name.
fn given(record: &WrittenRecord) -> Option<(Id, Span)> {
    record
        .written_id()
        .map(|written| (written.value, written.span))
}
