//! How things stand: the newest status on record, and the news that brought it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::events::is_dated;
use super::fields::{choice, line, long_text};
use super::ids::{Rolls, Written};
use super::lookup::Lookup;
use super::parties::kind_words_with_article;
use crate::content::schema::{ANY_STATUS, DEAL_STATUS, IDEA_STATUS, Kind, LEAD_STATUS, listed};
use crate::content::value::Fields;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::report::{
    Deal, DealStatus, Event, EventId, Idea, IdeaStatus, LeadStatus, Need, RecordId, StatusNow,
    Update,
};
use crate::source::Span;
use crate::words::Bilingual;

pub(super) const IDEA_STATUSES: [IdeaStatus; 4] = [
    IdeaStatus::Proposed,
    IdeaStatus::Adopted,
    IdeaStatus::Done,
    IdeaStatus::Dropped,
];
pub(super) const LEAD_STATUSES: [LeadStatus; 3] =
    [LeadStatus::Open, LeadStatus::Matched, LeadStatus::Closed];
pub(super) const DEAL_STATUSES: [DealStatus; 4] = [
    DealStatus::Agreed,
    DealStatus::Underway,
    DealStatus::Done,
    DealStatus::Stopped,
];

/// The status that a record was given when it was written, known since its event's report was last
/// added to.
pub(super) fn own_status<S: Copy>(
    fields: &Fields,
    statuses: &[S],
    event: &Event,
) -> Option<StatusNow<S>> {
    let as_of = event
        .updated
        .or(event.published)
        .or(event.end)
        .unwrap_or(event.date);
    choice(fields, "status", statuses).map(|status| StatusNow { status, as_of })
}

/// News of records whose kind has no status of its own.
pub(super) type News = BTreeMap<RecordId, Vec<Update<()>>>;

/// Gives every update to the record it is about, and sets the status that follows. Also where the
/// status of each ask and offer is written.
pub(super) fn add_updates(
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    events: &[Event],
    (ideas, needs, deals): (&mut [Idea], &mut [Need], &mut [Deal]),
) -> (News, Vec<Option<Span>>) {
    let mut news = News::new();
    let mut written_at: Vec<Option<Span>> = rolls
        .needs
        .iter()
        .map(|written| written.fields.value_span("status"))
        .collect();
    let mut updates: Vec<(Date, &Written, RecordId)> = Vec::with_capacity(rolls.updates.len());
    for written in &rolls.updates {
        let found = lookup.reference(&written.fields, "of", written.event, Code::UpdateOfUnknown);
        // Without a date an update has no place among the others; that was reported.
        if let (Some(record), Some(date)) = (found, written.fields.date("date")) {
            if let Some(event) = event_of(record, rolls)
                && is_dated(rolls, event)
                && date.value < events[event.index()].date
            {
                let mut diagnostic = Diagnostic::at(Code::UpdateBeforeEvent, date.span);
                if let Some(begins) = rolls.events[event.index()].fields.value_span("date") {
                    diagnostic = diagnostic.note(begins, NoteKind::StartsHere);
                }
                lookup.diagnostics.push(diagnostic);
            }
            updates.push((date.value, written, record));
        }
    }
    // Of one day, the order of the files decides: the sort keeps it.
    updates.sort_by_key(|(date, ..)| *date);
    for (date, written, record) in updates {
        let fields = &written.fields;
        match record {
            RecordId::Idea(idea) => {
                let status = changed(fields, Kind::Idea, IDEA_STATUS, &IDEA_STATUSES, lookup);
                add(
                    &mut ideas[idea.index()].updates,
                    &mut ideas[idea.index()].status,
                    date,
                    status,
                    written,
                );
            }
            RecordId::Need(need) => {
                let status = changed(
                    fields,
                    rolls.needs[need.index()].kind,
                    LEAD_STATUS,
                    &LEAD_STATUSES,
                    lookup,
                );
                if status.is_some() {
                    written_at[need.index()] = fields.value_span("status");
                }
                let need = &mut needs[need.index()];
                add(&mut need.updates, &mut need.status, date, status, written);
            }
            RecordId::Deal(deal) => {
                let status = changed(fields, Kind::Deal, DEAL_STATUS, &DEAL_STATUSES, lookup);
                let deal = &mut deals[deal.index()];
                add(&mut deal.updates, &mut deal.status, date, status, written);
            }
            other => {
                changed::<()>(fields, kind_of(other), &[], &[], lookup);
                news.entry(other)
                    .or_default()
                    .push(update(date, None, written));
            }
        }
    }
    (news, written_at)
}

fn update<S>(date: Date, status: Option<S>, written: &Written) -> Update<S> {
    let fields = &written.fields;
    Update {
        date,
        status,
        text: long_text(fields, "text"),
        event: written.event,
        source: line(fields, "source"),
    }
}

fn add<S: Copy>(
    updates: &mut Vec<Update<S>>,
    now: &mut Option<StatusNow<S>>,
    date: Date,
    status: Option<S>,
    written: &Written,
) {
    if let Some(status) = status {
        *now = Some(StatusNow {
            status,
            as_of: date,
        });
    }
    updates.push(update(date, status, written));
}

/// The status that an update brings, if its record's kind has such a one. `done` stands for several
/// kinds, so that words decide.
fn changed<S: Copy>(
    fields: &Fields,
    kind: Kind,
    words: &[Bilingual],
    statuses: &[S],
    lookup: &mut Lookup<'_>,
) -> Option<S> {
    let written = fields.choice("status")?;
    let said = ANY_STATUS[written.value];
    let position = words
        .iter()
        .position(|word| *word == said)
        .or_else(|| words.iter().position(|word| word.en == said.en));
    if let Some(position) = position {
        return statuses.get(position).copied();
    }
    let known = if words.is_empty() {
        bilingual(
            "niets, want deze soort heeft geen status: laat het gegeven weg",
            "nothing, for this kind has no status: leave the field out",
        )
    } else {
        listed(words, lookup.config.language())
    };
    let diagnostic = Diagnostic::at(Code::StatusOfOtherKind, written.span)
        .with("value", said.get(lookup.config.language()))
        .with("kind", kind_words_with_article(kind))
        .with("known", known);
    lookup.diagnostics.push(diagnostic);
    None
}

/// The event that a record belongs to.
fn event_of(record: RecordId, rolls: &Rolls) -> Option<EventId> {
    match record {
        RecordId::Session(id) => Some(rolls.sessions[id.index()].in_event()),
        RecordId::Idea(id) => Some(rolls.ideas[id.index()].in_event()),
        RecordId::Need(id) => Some(rolls.needs[id.index()].in_event()),
        RecordId::Deal(id) => Some(rolls.deals[id.index()].in_event()),
        RecordId::Outcome(id) => Some(rolls.outcomes[id.index()].in_event()),
        RecordId::Figure(id) => Some(rolls.figures[id.index()].in_event()),
        // Their lists hold only what is shown, which the rolls do not tell; news of them is rare
        // and its date a small matter.
        RecordId::Photo(_)
        | RecordId::Resource(_)
        // News of an event itself may well come before it: it moved, it was cancelled.
        | RecordId::Event(_)
        | RecordId::Region(_)
        | RecordId::Theme(_)
        | RecordId::Person(_)
        | RecordId::Organisation(_)
        | RecordId::Series(_)
        | RecordId::Page(_) => None,
    }
}

fn kind_of(record: RecordId) -> Kind {
    match record {
        RecordId::Event(_) => Kind::Event,
        RecordId::Session(_) => Kind::Session,
        RecordId::Idea(_) => Kind::Idea,
        RecordId::Need(_) => Kind::Ask,
        RecordId::Deal(_) => Kind::Deal,
        RecordId::Outcome(_) => Kind::Outcome,
        RecordId::Figure(_) => Kind::Figure,
        RecordId::Photo(_) => Kind::Photo,
        RecordId::Resource(_) => Kind::Resource,
        RecordId::Region(_) => Kind::Region,
        RecordId::Theme(_) => Kind::Theme,
        RecordId::Person(_) => Kind::Person,
        RecordId::Organisation(_) => Kind::Organisation,
        RecordId::Series(_) => Kind::Series,
        RecordId::Page(_) => Kind::Page,
    }
}
