//! The cards and names that many pages show, each made once: when the first page shows it. A deal
//! stands on the page of its event, on those of its ask, its offer and its parties, and in a list
//! for every region, theme, year and status; made anew for each, cards were most of all work. A
//! card holds the names of its event and parties likewise: a school is in hundreds of them.

use std::sync::OnceLock;

use serde::Serialize;

use super::cards::{Crumb, DealCard, EventCard, IdeaCard, LeadCard, PartyTag, Tag};
use crate::plan::list::ListKind;
use crate::records::Report;
use crate::stable_hash::Shared;

/// A place for every card of one language.
#[derive(Debug)]
pub(super) struct CardCache {
    pub(super) events: Slots<EventCard>,
    pub(super) deals: Slots<DealCard>,
    pub(super) ideas: Slots<IdeaCard>,
    pub(super) needs: Slots<LeadCard>,
    pub(super) regions: Slots<Tag>,
    pub(super) themes: Slots<Tag>,
    pub(super) event_tags: Slots<Tag>,
    pub(super) people: Slots<PartyTag>,
    pub(super) organisations: Slots<PartyTag>,
    /// Home, the events, an event.
    pub(super) event_trails: Vec<OnceLock<[Shared<Crumb>; 3]>>,
    /// An event's own lists, as the last step to what stands in them.
    pub(super) event_lists: Vec<[OnceLock<Shared<Crumb>>; EVENT_LISTS.len()]>,
}

type Slots<T> = Vec<OnceLock<Shared<T>>>;

/// The lists that a record's page is reached by.
pub(super) const EVENT_LISTS: [ListKind; 4] = [
    ListKind::Ideas,
    ListKind::Asks,
    ListKind::Offers,
    ListKind::Deals,
];

/// What stands in a place, made if nothing stood there yet.
pub(super) fn made_once<T: Serialize>(
    place: &OnceLock<Shared<T>>,
    make: impl FnOnce() -> T,
) -> Shared<T> {
    place.get_or_init(|| Shared::new(make())).clone()
}

fn slots<T, S>(records: &[S]) -> Slots<T> {
    records.iter().map(|_| OnceLock::new()).collect()
}

impl CardCache {
    /// An empty one, with room for all records of the report.
    pub(super) fn of(report: &Report) -> Self {
        Self {
            events: slots(&report.events),
            deals: slots(&report.deals),
            ideas: slots(&report.ideas),
            needs: slots(&report.needs),
            regions: slots(&report.regions),
            themes: slots(&report.themes),
            event_tags: slots(&report.events),
            people: slots(&report.people),
            organisations: slots(&report.organisations),
            event_trails: report.events.iter().map(|_| OnceLock::new()).collect(),
            event_lists: report.events.iter().map(|_| Default::default()).collect(),
        }
    }
}
