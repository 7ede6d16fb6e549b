//! What was for the whole of a wider region or theme, set apart from what was for this one.

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Tag};
use super::context::Context;
use super::sections::Section;
use super::{event_cards, exchange_cards, sections};
use crate::plan::wanted::SECTION_LENGTH;
use crate::records::{Harvest, IdeaId, RecordId, RegionId, ThemeId};
use crate::stable_hash::Shared;

/// The records of a harvest that are not here already.
pub(super) fn without(
    context: Context<'_>,
    harvest: &Harvest,
    here: &dyn Fn(Belongs<'_>) -> bool,
) -> Harvest {
    let ideas: Vec<IdeaId> = harvest
        .ideas
        .iter()
        .filter(|id| !context.report[**id].inline)
        .copied()
        .collect();
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
    here: &dyn Fn(Belongs<'_>) -> bool,
) -> Vec<I> {
    let is_here = |id: &I| {
        let (regions, themes) = context.report.record((*id).into()).places();
        here(Belongs { regions, themes })
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
    let more = || {
        Some(More {
            label: tag.name.text.clone(),
            href: tag.href.clone(),
        })
    };
    Some(AlsoFor {
        title,
        deals: sections::section(
            &rest.deals,
            SECTION_LENGTH,
            |deal| exchange_cards::deal_card(context, deal),
            more,
        ),
        leads: sections::section(
            &rest.leads,
            SECTION_LENGTH,
            |need| exchange_cards::lead_card(context, need),
            more,
        ),
        ideas: sections::section(
            &rest.ideas,
            SECTION_LENGTH,
            |idea| exchange_cards::idea_card(context, idea),
            more,
        ),
        events: sections::section(
            &rest.events,
            SECTION_LENGTH,
            |event| event_cards::event_card(context, event),
            more,
        ),
        tag: tag.clone(),
    })
}

/// What a record belongs to.
#[derive(Clone, Copy)]
pub(super) struct Belongs<'a> {
    pub(super) regions: &'a [RegionId],
    pub(super) themes: &'a [ThemeId],
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
