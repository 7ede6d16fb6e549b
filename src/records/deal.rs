//! Deals: what parties agreed on, and which asks, offers and ideas they take up.

use std::collections::HashSet;
use std::hash::Hash;

use jiff::civil::Date;

use super::event::is_dated;
use super::idea::Idea;
use super::ids::is_left_out;
use super::lookup::Lookup;
use super::need::Need;
use super::reading::{Reading, Written, each, own_or_the_events};
use super::record::record;
use super::record_id::{DealId, IdeaId, NeedId, RecordId, RegionId, SessionId, ThemeId, TypedId};
use super::values::{LongText, Party, StatusNow, Update};
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::Kind;
use crate::schema::choices::DealStatus;
use crate::schema::value::IdOrInline;
use crate::source::{Span, Spanned};
use crate::words::Text;

record! {
    /// A deal: an agreement between parties.
    Deal, in_event, |_| Kind::Deal;
    read(reading, taken: &TakenUp)
    title { title: Text, }
    found {
        text: Option<LongText>,
        asks: Vec<NeedId> = taken.asks.clone(),
        offers: Vec<NeedId> = taken.offers.clone(),
        ideas: Vec<IdeaId> = taken.ideas.clone(),
        /// As written; without these, the makers of its asks and offers.
        parties: Vec<Party> = if reading.fields().has("parties") {
            Written::read(reading, "parties")
        } else {
            taken.makers.clone()
        },
        updates: Vec<Update<DealStatus>> = Vec::new(),
    }
    shown {
        /// Its own; else those of its asks and offers together; else its event's, if that is
        /// exactly one.
        regions: Vec<RegionId> = {
            let own = reading.lookup.regions(reading.fields());
            own_or_taken_up(own, &taken.regions, reading.lookup.places_of(reading.entry).0)
        },
        themes: Vec<ThemeId> = {
            let own = reading.lookup.themes(reading.fields());
            own_or_taken_up(own, &taken.themes, reading.lookup.places_of(reading.entry).1)
        },
        session: Option<SessionId>,
        status: Option<StatusNow<DealStatus>>,
        agreed: Option<Date>,
        due: Option<Date>,
        contact: Option<Party>,
        aliases: Vec<Spanned<String>>,
    }
    linked {}
}

/// What a deal takes up, and what follows from it.
pub(super) struct TakenUp {
    asks: Vec<NeedId>,
    offers: Vec<NeedId>,
    ideas: Vec<IdeaId>,
    /// The makers of its asks and offers, each once.
    makers: Vec<Party>,
    regions: Vec<RegionId>,
    themes: Vec<ThemeId>,
}

/// The deals; asks and offers come before them.
pub(super) fn deals(lookup: &mut Lookup<'_>, needs: &[Need]) -> Vec<Deal> {
    each(&lookup.registry.deals, lookup, |reading| {
        let taken = taken_up(reading, needs);
        let fields = reading.fields();
        reading.check_order(fields.date("agreed"), fields.date("due"));
        let deal = Deal::read(reading, &taken);
        reading.warn_of_nowhere(&deal.regions, &deal.themes);
        deal
    })
}

/// The asks, offers and ideas that a deal takes up: by reference, or standing inline in it.
fn taken_up(reading: &mut Reading<'_, '_>, needs: &[Need]) -> TakenUp {
    let mut inlines = reading.entry.inlines.iter().copied();
    let mut list = |field: &str, kind: Kind| {
        let mut list = Vec::new();
        for item in reading.fields().many_or_inline(field) {
            let record = match item {
                IdOrInline::Inline(fields, _)
                    if is_left_out(fields, reading.lookup.registry.drafts_too) =>
                {
                    None
                }
                IdOrInline::Inline(..) => inlines.next(),
                IdOrInline::Id(written) => {
                    let event = reading.entry.in_event();
                    let found = reading.lookup.taken_up(kind, event, written);
                    if let Some(record) = found {
                        check_order(reading, record, written.span);
                    }
                    found
                }
            };
            list.extend(record.filter(|record| !list.contains(record)));
        }
        list
    };
    let asks = list("asks", Kind::Ask);
    let offers = list("offers", Kind::Offer);
    let ideas = list("ideas", Kind::Idea);
    let of_kind = |list: Vec<_>| list.into_iter().filter_map(NeedId::of).collect::<Vec<_>>();
    let (asks, offers) = (of_kind(asks), of_kind(offers));
    let taken: Vec<&Need> = asks
        .iter()
        .chain(&offers)
        .map(|need| &needs[need.index()])
        .collect();
    let mut makers: Vec<Party> = Vec::new();
    for party in taken.iter().flat_map(|need| &need.by) {
        if !makers.contains(party) {
            makers.push(party.clone());
        }
    }
    TakenUp {
        makers,
        regions: taken.iter().flat_map(|need| need.regions.clone()).collect(),
        themes: taken.iter().flat_map(|need| need.themes.clone()).collect(),
        ideas: ideas.into_iter().filter_map(IdeaId::of).collect(),
        asks,
        offers,
    }
}

/// A deal may take up what an earlier event left, not what a later one will bring.
fn check_order(reading: &mut Reading<'_, '_>, record: RecordId, span: Span) {
    let (lookup, here) = (&mut *reading.lookup, reading.entry.in_event());
    let registry = lookup.registry;
    let Some(entry) = registry.entry(record) else {
        return;
    };
    let there = entry.in_event();
    if is_dated(registry, there)
        && is_dated(registry, here)
        && lookup.facts_of(there).date > lookup.facts_of(here).date
    {
        let id = format!("{}/{}", registry.events[there.index()].id, entry.id);
        lookup
            .diagnostics
            .push(Diagnostic::at(Code::TakesUpLater, span).with("id", id));
    }
}

/// What a deal names itself; else what its asks and offers have together, each once; else its
/// event's, if that is exactly one.
fn own_or_taken_up<T: Copy + Eq + Hash>(
    own: Option<Vec<T>>,
    taken_up: &[T],
    of_event: &[T],
) -> Vec<T> {
    if own.is_some() || taken_up.is_empty() {
        return own_or_the_events(own, of_event);
    }
    let mut seen = HashSet::new();
    let each_once = taken_up.iter().copied().filter(|item| seen.insert(*item));
    each_once.collect()
}

/// Tells asks, offers and ideas which deals take them up, newest first.
pub(super) fn add_deals(
    deals: &[Deal],
    newest_first: impl Iterator<Item = DealId>,
    needs: &mut [Need],
    ideas: &mut [Idea],
) {
    for deal_id in newest_first {
        let deal = &deals[deal_id.index()];
        for need in deal.asks.iter().chain(&deal.offers) {
            needs[need.index()].deals.push(deal_id);
        }
        for idea in &deal.ideas {
            ideas[idea.index()].deals.push(deal_id);
        }
    }
}
