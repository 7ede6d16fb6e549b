//! Updates: news of a record, and how the record stands since.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::deal::Deal;
use super::event::begins;
use super::fields::{kind_words_with_article, line, long_text};
use super::idea::Idea;
use super::lookup::Lookup;
use super::need::{Need, status_places};
use super::record_id::RecordId;
use super::registry::Entry;
use super::values::{StatusNow, Update};
use crate::diagnostic::{Argument, Code, Diagnostic, NoteKind};
use crate::schema::choices::{ANY_STATUS, AllowedWord, Choice};
use crate::schema::{Kind, listed};
use crate::source::{Span, Spanned};
use crate::words::messages::records as messages;

/// News of records whose kind has no status of its own.
pub(super) type NewsOfRecords = BTreeMap<RecordId, Vec<Update<()>>>;

/// Gives every update to the record it is about, and sets the status that follows. Also where the
/// status of each ask and offer is written.
pub(super) fn add_updates(
    lookup: &mut Lookup<'_>,
    ideas: &mut [Idea],
    needs: &mut [Need],
    deals: &mut [Deal],
) -> (NewsOfRecords, Vec<Option<Span>>) {
    let mut news = NewsOfRecords::new();
    let mut written_at = status_places(lookup);
    for (date, entry, record) in dated(lookup) {
        match record {
            RecordId::Idea(idea) => {
                let idea = &mut ideas[idea.index()];
                add(
                    &mut idea.updates,
                    &mut idea.status,
                    date,
                    entry,
                    Kind::Idea,
                    lookup,
                );
            }
            RecordId::Need(id) => {
                let kind = lookup.registry.needs[id.index()].kind;
                let need = &mut needs[id.index()];
                if add(
                    &mut need.updates,
                    &mut need.status,
                    date,
                    entry,
                    kind,
                    lookup,
                ) {
                    written_at[id.index()] = entry.fields.value_span("status");
                }
            }
            RecordId::Deal(deal) => {
                let deal = &mut deals[deal.index()];
                add(
                    &mut deal.updates,
                    &mut deal.status,
                    date,
                    entry,
                    Kind::Deal,
                    lookup,
                );
            }
            other => {
                if let Some(status) = entry.fields.choice("status") {
                    complain(status, other.kind(), &[], lookup);
                }
                news.entry(other)
                    .or_default()
                    .push(update(date, None, entry));
            }
        }
    }
    (news, written_at)
}

/// The updates that have a date and are about a record, oldest first; of one day, in the order of
/// the files. Without a date one has no place among the others; that was reported.
fn dated<'r>(lookup: &mut Lookup<'r>) -> Vec<(Date, &'r Entry, RecordId)> {
    let registry = lookup.registry;
    let mut updates = Vec::with_capacity(registry.updates.len());
    for entry in &registry.updates {
        let found = lookup.reference(&entry.fields, "of", entry.event, Code::UpdateOfUnknown);
        if let (Some(record), Some(date)) = (found, entry.fields.date("date")) {
            // News of an event itself may well come before it: it moved, it was cancelled.
            let event = match record {
                RecordId::Event(_) => None,
                _ => registry.entry(record).and_then(|entry| entry.event),
            };
            if let Some(event) = event
                && let Some(begins) = begins(registry, event)
                && date.value < lookup.facts_of(event).date
            {
                lookup.diagnostics.push(
                    Diagnostic::at(Code::UpdateBeforeEvent, date.span)
                        .note(begins, NoteKind::StartsHere),
                );
            }
            updates.push((date.value, entry, record));
        }
    }
    updates.sort_by_key(|(date, ..)| *date);
    updates
}

fn update<S>(date: Date, status: Option<S>, entry: &Entry) -> Update<S> {
    Update {
        date,
        status,
        text: long_text(&entry.fields, "text"),
        event: entry.event,
        source: line(&entry.fields, "source"),
    }
}

/// Adds an update to those of its record; says whether it brings a status.
fn add<S: Choice>(
    updates: &mut Vec<Update<S>>,
    now: &mut Option<StatusNow<S>>,
    date: Date,
    entry: &Entry,
    kind: Kind,
    lookup: &mut Lookup<'_>,
) -> bool {
    let status = changed(entry, kind, lookup);
    if let Some(status) = status {
        *now = Some(StatusNow {
            status,
            as_of: date,
        });
    }
    updates.push(update(date, status, entry));
    status.is_some()
}

/// The status that an update brings, if its record's kind has such a one. `done` stands for several
/// kinds, so that words decide.
fn changed<S: Choice>(entry: &Entry, kind: Kind, lookup: &mut Lookup<'_>) -> Option<S> {
    let written = entry.fields.choice("status")?;
    let said = ANY_STATUS[written.value];
    let words = S::WORDS.iter();
    let position = words
        .clone()
        .position(|word| word.word == said.word)
        .or_else(|| words.clone().position(|word| word.word.en == said.word.en));
    if position.is_none() {
        complain(written, kind, S::WORDS, lookup);
    }
    S::ALL.get(position?).copied()
}

/// Says of a status that a kind of record has none such.
fn complain(status: Spanned<usize>, kind: Kind, words: &[AllowedWord], lookup: &mut Lookup<'_>) {
    let language = lookup.config.language();
    let known: Argument = if words.is_empty() {
        messages::HAS_NO_STATUS.into()
    } else {
        listed(words, language).into()
    };
    lookup.diagnostics.push(
        Diagnostic::at(Code::StatusOfOtherKind, status.span)
            .with("value", ANY_STATUS[status.value].word.get(language))
            .with("kind", kind_words_with_article(kind))
            .with("known", known),
    );
}
