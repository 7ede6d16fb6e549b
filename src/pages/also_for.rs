//! What was for the whole of a wider region or theme, set apart from what was for this one.

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Tag};
use super::context::Context;
use super::event_cards::event_card;
use super::exchange_cards::{deal_card, idea_card, lead_card};
use super::sections::{Section, first, standing};
use crate::plan::entries::ideas_with_page;
use crate::plan::wanted::SECTION_LENGTH;
use crate::records::{Harvest, RecordId, RegionId, ThemeId};
use crate::stable_hash::Shared;
use crate::words::together;

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
    let deals = standing(context, &rest.deals, SECTION_LENGTH, deal_card);
    let leads = standing(context, &rest.leads, SECTION_LENGTH, lead_card);
    let ideas = standing(context, &rest.ideas, SECTION_LENGTH, idea_card);
    let events = first(context, &rest.events, SECTION_LENGTH, event_card);
    let is_cut = deals.total > SECTION_LENGTH
        || leads.total > SECTION_LENGTH
        || ideas.total > SECTION_LENGTH
        || events.total > SECTION_LENGTH;
    Some(AlsoFor {
        title,
        deals,
        leads,
        ideas,
        events,
        more: is_cut.then(|| everything_about(context, tag)),
        tag: tag.clone(),
    })
}

/// The way to the page of what this was for.
pub(super) fn everything_about(context: Context<'_>, tag: &Tag) -> More {
    More {
        label: together::everything_about(&tag.name.text, context.language),
        href: tag.href.clone(),
    }
}

/// What was for the whole of an ancestor, or is near a page that has little of its own.
#[derive(Debug, Serialize)]
pub struct AlsoFor {
    /// "Ook voor heel Veenland", "Elders in Veenland".
    pub title: String,
    pub tag: Tag,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    pub events: Section<Shared<EventCard>>,
    /// "Alles over Veenland": where there is more than it shows.
    pub more: Option<More>,
}
