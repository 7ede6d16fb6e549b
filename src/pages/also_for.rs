//! What was for the whole of a wider region or theme, set apart from what was for this one.

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Tag};
use super::context::Context;
use super::event_cards::event_card;
use super::exchange_cards::{deal_card, idea_card, lead_card};
use super::sections::{Section, first};
use crate::plan::entries::ideas_with_page;
use crate::plan::wanted::SECTION_LENGTH;
use crate::records::{Harvest, RecordId, RegionId, ThemeId};
use crate::stable_hash::Shared;

/// The records of a harvest that are not here already.
pub(super) fn without(
    context: Context<'_>,
    harvest: &Harvest,
    here: &dyn Fn(&[RegionId], &[ThemeId]) -> bool,
) -> Harvest {
    let ideas = ideas_with_page(context.report, &harvest.ideas);
    Harvest {
        deals: elsewhere(context, &harvest.deals, here),
        leads: elsewhere(context, &harvest.leads, here),
        ideas: elsewhere(context, &ideas, here),
        events: elsewhere(context, &harvest.events, here),
        ..Harvest::default()
    }
}

/// Those that are not here.
fn elsewhere<I: Copy + Into<RecordId>>(
    context: Context<'_>,
    ids: &[I],
    here: &dyn Fn(&[RegionId], &[ThemeId]) -> bool,
) -> Vec<I> {
    let is_here = |id: &I| {
        let (regions, themes) = context.report.record((*id).into()).places();
        here(regions, themes)
    };
    ids.iter().copied().filter(|id| !is_here(id)).collect()
}

pub(super) fn also_for(
    context: Context<'_>,
    title: String,
    tag: &Tag,
    rest: &Harvest,
) -> Option<AlsoFor> {
    if rest.is_empty() {
        return None;
    }
    let more = || More {
        label: tag.name.text.clone(),
        href: tag.href.clone(),
    };
    Some(AlsoFor {
        title,
        deals: first(context, &rest.deals, SECTION_LENGTH, deal_card).leading_to(more),
        leads: first(context, &rest.leads, SECTION_LENGTH, lead_card).leading_to(more),
        ideas: first(context, &rest.ideas, SECTION_LENGTH, idea_card).leading_to(more),
        events: first(context, &rest.events, SECTION_LENGTH, event_card).leading_to(more),
        tag: tag.clone(),
    })
}

/// What was for the whole of an ancestor.
#[derive(Debug, Serialize)]
pub struct AlsoFor {
    /// "Ook voor heel Veenland".
    pub title: String,
    pub tag: Tag,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    pub events: Section<Shared<EventCard>>,
}
