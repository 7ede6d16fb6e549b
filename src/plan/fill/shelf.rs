//! The cards and names that many pages show, each made once: when the first page shows it. A deal
//! stands on the page of its event, on those of its ask, its offer and its parties, and in a list
//! for every region, theme, year and status; made anew for each, cards were most of all work. A
//! card holds the names of its event and parties likewise: a school is in hundreds of them.

use std::sync::OnceLock;

use super::Speaking;
use crate::plan::pages::{List, ListKind, Narrow, Page};
use crate::plan::view::{Crumb, DealCard, EventCard, IdeaCard, LeadCard, PartyTag, Tag};
use crate::report::{
    DealId, EventId, IdeaId, NeedId, OrganisationId, Party, PersonId, RegionId, Report, ThemeId,
};
use crate::shared::Shared;

/// A place for every card of one language.
#[derive(Debug)]
pub(super) struct Shelf {
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

impl Shelf {
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

impl Speaking<'_> {
    fn shelf(&self) -> &Shelf {
        &self.fill.shelves[&self.language]
    }

    pub(super) fn event_card(self, id: EventId) -> Shared<EventCard> {
        self.shelf().events[id.index()]
            .get_or_init(|| Shared::new(self.new_event_card(id)))
            .clone()
    }

    pub(super) fn deal_card(self, id: DealId) -> Shared<DealCard> {
        self.shelf().deals[id.index()]
            .get_or_init(|| Shared::new(self.new_deal_card(id)))
            .clone()
    }

    pub(super) fn idea_card(self, id: IdeaId) -> Shared<IdeaCard> {
        self.shelf().ideas[id.index()]
            .get_or_init(|| Shared::new(self.new_idea_card(id)))
            .clone()
    }

    pub(super) fn lead_card(self, id: NeedId) -> Shared<LeadCard> {
        self.shelf().needs[id.index()]
            .get_or_init(|| Shared::new(self.new_lead_card(id)))
            .clone()
    }

    pub(super) fn shared_region_tag(self, id: RegionId) -> Shared<Tag> {
        self.shelf().regions[id.index()]
            .get_or_init(|| Shared::new(self.region_tag(id)))
            .clone()
    }

    pub(super) fn shared_theme_tag(self, id: ThemeId) -> Shared<Tag> {
        self.shelf().themes[id.index()]
            .get_or_init(|| Shared::new(self.theme_tag(id)))
            .clone()
    }

    pub(super) fn event_tag(self, id: EventId) -> Shared<Tag> {
        self.shelf().event_tags[id.index()]
            .get_or_init(|| Shared::new(self.new_event_tag(id)))
            .clone()
    }

    /// A person, organisation or words, with an organisation only where it adds something.
    pub(super) fn party(self, party: &Party) -> Shared<PartyTag> {
        match party {
            Party::Person(id) => self.person_tag(*id),
            Party::Organisation(id) => self.organisation_tag(*id),
            Party::Words { name, organisation } => {
                Shared::new(self.tag_in_words(name, *organisation))
            }
        }
    }

    pub(super) fn parties(self, parties: &[Party]) -> Vec<Shared<PartyTag>> {
        parties.iter().map(|party| self.party(party)).collect()
    }

    pub(super) fn person_tag(self, id: PersonId) -> Shared<PartyTag> {
        self.shelf().people[id.index()]
            .get_or_init(|| Shared::new(self.new_person_tag(id)))
            .clone()
    }

    pub(super) fn organisation_tag(self, id: OrganisationId) -> Shared<PartyTag> {
        self.shelf().organisations[id.index()]
            .get_or_init(|| Shared::new(self.new_organisation_tag(id)))
            .clone()
    }

    /// Home, the events, this event.
    pub(super) fn event_trail(self, id: EventId) -> Vec<Shared<Crumb>> {
        let made = || {
            let event = self.event_tag(id);
            let event = Crumb {
                label: event.name.clone(),
                href: event.href.clone(),
            };
            [self.home_crumb(), self.list_crumb(ListKind::Events), event].map(Shared::new)
        };
        self.shelf().event_trails[id.index()]
            .get_or_init(made)
            .to_vec()
    }

    /// Home, the events, the event, its list of the kind.
    pub(super) fn record_trail(self, event: EventId, kind: ListKind) -> Vec<Shared<Crumb>> {
        let made = || {
            let list = Page::List(
                List {
                    kind,
                    narrow: Narrow::Event(event),
                },
                1,
            );
            Shared::new(Crumb {
                label: self.own(self.kind_word(kind)),
                href: self.href(list),
            })
        };
        let mut trail = self.event_trail(event);
        let place = EVENT_LISTS.iter().position(|listed| *listed == kind);
        trail.push(place.map_or_else(made, |place| {
            self.shelf().event_lists[event.index()][place]
                .get_or_init(made)
                .clone()
        }));
        trail
    }
}
