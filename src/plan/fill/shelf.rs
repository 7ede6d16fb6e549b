//! The cards that many pages show, each made once: when the first page shows it. A deal stands on the page of its event, on those of its ask,
//! its offer and its parties, and in a list for every region, theme, year and status; made anew for each, cards were most of all work.

use std::sync::OnceLock;

use super::Speaking;
use crate::plan::view::{DealCard, EventCard, IdeaCard, LeadCard, Tag};
use crate::report::{DealId, EventId, IdeaId, NeedId, RegionId, Report, ThemeId};
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
}

type Places<T> = Vec<OnceLock<Shared<T>>>;

impl Shelf {
    /// An empty one, with room for all records of the report.
    pub(super) fn of(report: &Report) -> Self {
        Self {
            events: report.events.iter().map(|_| OnceLock::new()).collect(),
            deals: report.deals.iter().map(|_| OnceLock::new()).collect(),
            ideas: report.ideas.iter().map(|_| OnceLock::new()).collect(),
            needs: report.needs.iter().map(|_| OnceLock::new()).collect(),
            regions: report.regions.iter().map(|_| OnceLock::new()).collect(),
            themes: report.themes.iter().map(|_| OnceLock::new()).collect(),
        }
    }
}

impl Speaking<'_> {
    fn shelf(&self) -> &Shelf {
        &self.fill.shelves[&self.language]
    }

    pub(super) fn event_card(self, id: EventId) -> Shared<EventCard> {
        self.shelf().events[id.index()].get_or_init(|| Shared::new(self.new_event_card(id))).clone()
    }

    pub(super) fn deal_card(self, id: DealId) -> Shared<DealCard> {
        self.shelf().deals[id.index()].get_or_init(|| Shared::new(self.new_deal_card(id))).clone()
    }

    pub(super) fn idea_card(self, id: IdeaId) -> Shared<IdeaCard> {
        self.shelf().ideas[id.index()].get_or_init(|| Shared::new(self.new_idea_card(id))).clone()
    }

    pub(super) fn lead_card(self, id: NeedId) -> Shared<LeadCard> {
        self.shelf().needs[id.index()].get_or_init(|| Shared::new(self.new_lead_card(id))).clone()
    }

    pub(super) fn shared_region_tag(self, id: RegionId) -> Shared<Tag> {
        self.shelf().regions[id.index()].get_or_init(|| Shared::new(self.region_tag(id))).clone()
    }

    pub(super) fn shared_theme_tag(self, id: ThemeId) -> Shared<Tag> {
        self.shelf().themes[id.index()].get_or_init(|| Shared::new(self.theme_tag(id))).clone()
    }
}
