//! What people brought: ideas, asks and offers, and the deals that take them up.

use super::events::is_dated;
use super::fields::{aliases, key_word, long_text, title};
use super::ids::{Rolls, Written, is_left_out};
use super::lookup::Lookup;
use super::places::{own_or_taken_up, own_or_the_events};
use super::status::{DEAL_STATUSES, IDEA_STATUSES, LEAD_STATUSES, own_status};
use crate::content::schema::Kind;
use crate::content::value::{Fields, IdOrInline};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::report::{
    Deal, DealId, Event, EventId, Idea, IdeaId, Need, NeedId, Party, RecordId, Region, RegionId,
    Side, Theme, ThemeId,
};
use crate::source::Span;

/// What deals are checked against.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) events: &'a [Event],
    pub(super) regions: &'a [Region],
    pub(super) themes: &'a [Theme],
}

/// The ideas.
pub(super) fn ideas(rolls: &Rolls, lookup: &mut Lookup<'_>, known: Known<'_>) -> Vec<Idea> {
    let mut ideas = Vec::with_capacity(rolls.ideas.len());
    for written in &rolls.ideas {
        let Written {
            id,
            fields,
            span,
            inline,
            ..
        } = written;
        let event_id = written.in_event();
        let event = &known.events[event_id.index()];
        let (own_regions, own_themes) = (lookup.regions(fields), lookup.themes(fields));
        let left_out = (!fields.was_meant("regions"), !fields.was_meant("themes"));
        let idea = Idea {
            id: id.clone(),
            event: event_id,
            span: *span,
            title: title(fields, "title", id),
            text: long_text(fields, "text"),
            regions: own_or_the_events(own_regions, &event.regions),
            themes: own_or_the_events(own_themes, &event.themes),
            by: lookup.parties(fields, "by", Some(event_id)),
            session: lookup.session(event_id, fields, "session"),
            status: own_status(fields, &IDEA_STATUSES, event),
            aliases: aliases(fields, &mut lookup.diagnostics),
            inline: *inline,
            updates: Vec::new(),
            deals: Vec::new(),
        };
        if !inline {
            warn_of_nowhere(
                Kind::Idea,
                id,
                *span,
                (&idea.regions, &idea.themes),
                left_out,
                known,
                lookup,
            );
        }
        ideas.push(idea);
    }
    ideas
}

/// The asks and offers.
pub(super) fn needs(rolls: &Rolls, lookup: &mut Lookup<'_>, events: &[Event]) -> Vec<Need> {
    let mut needs = Vec::with_capacity(rolls.needs.len());
    for written in &rolls.needs {
        let Written {
            kind,
            id,
            fields,
            span,
            inline,
            ..
        } = written;
        let event_id = written.in_event();
        let event = &events[event_id.index()];
        needs.push(Need {
            id: id.clone(),
            side: if *kind == Kind::Ask {
                Side::Ask
            } else {
                Side::Offer
            },
            event: event_id,
            span: *span,
            title: title(fields, "title", id),
            text: long_text(fields, "text"),
            by: lookup.parties(fields, "by", Some(event_id)),
            regions: own_or_the_events(lookup.regions(fields), &event.regions),
            themes: own_or_the_events(lookup.themes(fields), &event.themes),
            session: lookup.session(event_id, fields, "session"),
            status: own_status(fields, &LEAD_STATUSES, event),
            contact: lookup.party(fields, "contact", Some(event_id)),
            aliases: aliases(fields, &mut lookup.diagnostics),
            inline: *inline,
            updates: Vec::new(),
            deals: Vec::new(),
            lead: false,
            matches: Vec::new(),
        });
    }
    needs
}

/// The deals.
pub(super) fn deals(
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    needs: &[Need],
    known: Known<'_>,
) -> Vec<Deal> {
    let mut deals = Vec::with_capacity(rolls.deals.len());
    for written in &rolls.deals {
        let Written {
            id, fields, span, ..
        } = written;
        let event_id = written.in_event();
        let event = &known.events[event_id.index()];
        let (asks, offers, ideas) = taken_up(written, rolls, lookup, known.events);
        let taken: Vec<&Need> = asks
            .iter()
            .chain(&offers)
            .map(|need| &needs[need.index()])
            .collect();
        let (own_regions, own_themes) = (lookup.regions(fields), lookup.themes(fields));
        let left_out = (!fields.was_meant("regions"), !fields.was_meant("themes"));
        let parties = if fields.has("parties") {
            lookup.parties(fields, "parties", Some(event_id))
        } else {
            makers(&taken)
        };
        check_days(fields, lookup);
        let deal = Deal {
            id: id.clone(),
            event: event_id,
            span: *span,
            title: title(fields, "title", id),
            text: long_text(fields, "text"),
            regions: own_or_taken_up(
                own_regions,
                taken.iter().flat_map(|need| need.regions.iter().copied()),
                &event.regions,
            ),
            themes: own_or_taken_up(
                own_themes,
                taken.iter().flat_map(|need| need.themes.iter().copied()),
                &event.themes,
            ),
            asks,
            offers,
            ideas,
            parties,
            session: lookup.session(event_id, fields, "session"),
            status: own_status(fields, &DEAL_STATUSES, event),
            agreed: fields.date("agreed").map(|date| date.value),
            due: fields.date("due").map(|date| date.value),
            contact: lookup.party(fields, "contact", Some(event_id)),
            aliases: aliases(fields, &mut lookup.diagnostics),
            updates: Vec::new(),
        };
        warn_of_nowhere(
            Kind::Deal,
            id,
            *span,
            (&deal.regions, &deal.themes),
            left_out,
            known,
            lookup,
        );
        deals.push(deal);
    }
    deals
}

fn check_days(fields: &Fields, lookup: &mut Lookup<'_>) {
    if let (Some(agreed), Some(due)) = (fields.date("agreed"), fields.date("due"))
        && due.value < agreed.value
    {
        lookup.diagnostics.push(
            Diagnostic::at(Code::EndsBeforeStart, due.span).note(agreed.span, NoteKind::StartsHere),
        );
    }
}

/// The makers of asks and offers, each once.
fn makers(taken: &[&Need]) -> Vec<Party> {
    let mut makers: Vec<Party> = Vec::new();
    for party in taken.iter().flat_map(|need| &need.by) {
        if !makers.contains(party) {
            makers.push(party.clone());
        }
    }
    makers
}

/// The asks, offers and ideas that a deal takes up: by reference, or standing inline in it.
fn taken_up(
    deal: &Written,
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    events: &[Event],
) -> (Vec<NeedId>, Vec<NeedId>, Vec<IdeaId>) {
    let mut inlines = deal.inlines.iter().copied();
    let mut lists: [Vec<RecordId>; 3] = Default::default();
    for (list, (field, kind)) in lists.iter_mut().zip([
        ("asks", Kind::Ask),
        ("offers", Kind::Offer),
        ("ideas", Kind::Idea),
    ]) {
        for item in deal.fields.many_or_inline(field) {
            let record = match item {
                IdOrInline::Inline(fields, _) if is_left_out(fields, rolls.drafts_too) => None,
                IdOrInline::Inline(..) => inlines.next(),
                IdOrInline::Id(written) => {
                    let found = lookup.taken_up(kind, deal.in_event(), written);
                    if let Some(record) = found {
                        check_order(record, deal.in_event(), written.span, rolls, events, lookup);
                    }
                    found
                }
            };
            list.extend(record.filter(|record| !list.contains(record)));
        }
    }
    let [asks, offers, ideas] = lists;
    let need = |record: &RecordId| {
        if let RecordId::Need(need) = record {
            Some(*need)
        } else {
            None
        }
    };
    let idea = |record: &RecordId| {
        if let RecordId::Idea(idea) = record {
            Some(*idea)
        } else {
            None
        }
    };
    (
        asks.iter().filter_map(need).collect(),
        offers.iter().filter_map(need).collect(),
        ideas.iter().filter_map(idea).collect(),
    )
}

/// A deal may take up what an earlier event left, not what a later one will bring.
fn check_order(
    record: RecordId,
    deals_event: EventId,
    span: Span,
    rolls: &Rolls,
    events: &[Event],
    lookup: &mut Lookup<'_>,
) {
    let (event, id) = match record {
        RecordId::Need(need) => (
            rolls.needs[need.index()].in_event(),
            &rolls.needs[need.index()].id,
        ),
        RecordId::Idea(idea) => (
            rolls.ideas[idea.index()].in_event(),
            &rolls.ideas[idea.index()].id,
        ),
        _ => return,
    };
    if is_dated(rolls, event)
        && is_dated(rolls, deals_event)
        && events[event.index()].date > events[deals_event.index()].date
    {
        let id = format!("{}/{id}", events[event.index()].id);
        lookup
            .diagnostics
            .push(Diagnostic::at(Code::TakesUpLater, span).with("id", id));
    }
}

/// Says that a deal or idea will not be found by region or theme, on a site that has any, unless
/// the writer said so by `[]`.
fn warn_of_nowhere(
    kind: Kind,
    id: &Id,
    span: Span,
    (regions, themes): (&[RegionId], &[ThemeId]),
    (no_regions, no_themes): (bool, bool),
    known: Known<'_>,
    lookup: &mut Lookup<'_>,
) {
    let words = bilingual(kind.schema().name.nl, kind.schema().name.en);
    let language = lookup.config.language();
    let mut warn = |code: Code, field: &str| {
        let key = key_word(kind, field, language);
        lookup.diagnostics.push(
            Diagnostic::at(code, span)
                .with("kind", &words)
                .with("id", id)
                .with("key", key),
        );
    };
    if no_regions && regions.is_empty() && !known.regions.is_empty() {
        warn(Code::NoRegion, "regions");
    }
    if no_themes && themes.is_empty() && !known.themes.is_empty() {
        warn(Code::NoTheme, "themes");
    }
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
