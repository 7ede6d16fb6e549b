//! The cards and names that many pages show, each made once: when the first page shows it. A deal
//! stands on the page of its event, on those of its ask, its offer and its parties, and in a list
//! for every region, theme, year and status; made anew for each, cards were most of all work. A
//! card holds the names of its event and parties likewise: a school is in hundreds of them.

use std::sync::OnceLock;

use super::context::Context;
use super::{event_cards, exchange_cards, tags, trail};
use crate::pages::view::{Crumb, DealCard, EventCard, IdeaCard, LeadCard, PartyTag, Tag};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::report::{
    DealId, EventId, IdeaId, NeedId, OrganisationId, Party, PersonId, RegionId, Report, ThemeId,
};
use crate::shared::Shared;

/// A place for every card of one language.
#[derive(Debug)]
pub(super) struct CardCache {
    events: Places<EventCard>,
    deals: Places<DealCard>,
    ideas: Places<IdeaCard>,
    needs: Places<LeadCard>,
    regions: Places<Tag>,
    themes: Places<Tag>,
    event_tags: Places<Tag>,
    people: Places<PartyTag>,
    organisations: Places<PartyTag>,
    /// Home, the events, an event.
    event_trails: Vec<OnceLock<[Shared<Crumb>; 3]>>,
    /// An event's own lists, as the last step to what stands in them.
    event_lists: Vec<[OnceLock<Shared<Crumb>>; EVENT_LISTS.len()]>,
}

type Places<T> = Vec<OnceLock<Shared<T>>>;

/// The lists that a record's page is reached by.
const EVENT_LISTS: [ListKind; 4] = [
    ListKind::Ideas,
    ListKind::Asks,
    ListKind::Offers,
    ListKind::Deals,
];

fn places<T, S>(records: &[S]) -> Places<T> {
    records.iter().map(|_| OnceLock::new()).collect()
}

impl CardCache {
    /// An empty one, with room for all records of the report.
    pub(super) fn of(report: &Report) -> Self {
        Self {
            events: places(&report.events),
            deals: places(&report.deals),
            ideas: places(&report.ideas),
            needs: places(&report.needs),
            regions: places(&report.regions),
            themes: places(&report.themes),
            event_tags: places(&report.events),
            people: places(&report.people),
            organisations: places(&report.organisations),
            event_trails: report.events.iter().map(|_| OnceLock::new()).collect(),
            event_lists: report.events.iter().map(|_| Default::default()).collect(),
        }
    }
}

fn cache(context: Context<'_>) -> &CardCache {
    &context.views.card_caches[&context.language]
}

pub(super) fn event_card(context: Context<'_>, id: EventId) -> Shared<EventCard> {
    cache(context).events[id.index()]
        .get_or_init(|| Shared::new(event_cards::new_event_card(context, id)))
        .clone()
}

pub(super) fn deal_card(context: Context<'_>, id: DealId) -> Shared<DealCard> {
    cache(context).deals[id.index()]
        .get_or_init(|| Shared::new(exchange_cards::new_deal_card(context, id)))
        .clone()
}

pub(super) fn idea_card(context: Context<'_>, id: IdeaId) -> Shared<IdeaCard> {
    cache(context).ideas[id.index()]
        .get_or_init(|| Shared::new(exchange_cards::new_idea_card(context, id)))
        .clone()
}

pub(super) fn lead_card(context: Context<'_>, id: NeedId) -> Shared<LeadCard> {
    cache(context).needs[id.index()]
        .get_or_init(|| Shared::new(exchange_cards::new_lead_card(context, id)))
        .clone()
}

pub(super) fn shared_region_tag(context: Context<'_>, id: RegionId) -> Shared<Tag> {
    cache(context).regions[id.index()]
        .get_or_init(|| Shared::new(tags::region_tag(context, id)))
        .clone()
}

pub(super) fn shared_theme_tag(context: Context<'_>, id: ThemeId) -> Shared<Tag> {
    cache(context).themes[id.index()]
        .get_or_init(|| Shared::new(tags::theme_tag(context, id)))
        .clone()
}

pub(super) fn event_tag(context: Context<'_>, id: EventId) -> Shared<Tag> {
    cache(context).event_tags[id.index()]
        .get_or_init(|| Shared::new(tags::new_event_tag(context, id)))
        .clone()
}

/// A person, organisation or words, with an organisation only where it adds something.
pub(super) fn party(context: Context<'_>, party: &Party) -> Shared<PartyTag> {
    match party {
        Party::Person(id) => person_tag(context, *id),
        Party::Organisation(id) => organisation_tag(context, *id),
        Party::Words { name, organisation } => {
            Shared::new(tags::tag_in_words(context, name, *organisation))
        }
    }
}

pub(super) fn parties(context: Context<'_>, parties: &[Party]) -> Vec<Shared<PartyTag>> {
    parties.iter().map(|one| party(context, one)).collect()
}

pub(super) fn person_tag(context: Context<'_>, id: PersonId) -> Shared<PartyTag> {
    cache(context).people[id.index()]
        .get_or_init(|| Shared::new(tags::new_person_tag(context, id)))
        .clone()
}

pub(super) fn organisation_tag(context: Context<'_>, id: OrganisationId) -> Shared<PartyTag> {
    cache(context).organisations[id.index()]
        .get_or_init(|| Shared::new(tags::new_organisation_tag(context, id)))
        .clone()
}

/// Home, the events, this event.
pub(super) fn event_trail(context: Context<'_>, id: EventId) -> Vec<Shared<Crumb>> {
    let made = || {
        let event = event_tag(context, id);
        let event = Crumb {
            label: event.name.clone(),
            href: event.href.clone(),
        };
        [
            trail::home_crumb(context),
            trail::list_crumb(context, ListKind::Events),
            event,
        ]
        .map(Shared::new)
    };
    cache(context).event_trails[id.index()]
        .get_or_init(made)
        .to_vec()
}

/// Home, the events, the event, its list of the kind.
pub(super) fn record_trail(
    context: Context<'_>,
    event: EventId,
    kind: ListKind,
) -> Vec<Shared<Crumb>> {
    let made = || {
        let list = Page::first_of(kind, Narrow::Event(event));
        Shared::new(Crumb {
            label: context.own(kind.word(context.words())),
            href: context.href(list),
        })
    };
    let mut trail = event_trail(context, event);
    let place = EVENT_LISTS.iter().position(|listed| *listed == kind);
    trail.push(place.map_or_else(made, |place| {
        cache(context).event_lists[event.index()][place]
            .get_or_init(made)
            .clone()
    }));
    trail
}
