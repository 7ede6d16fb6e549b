//! What was for the whole of a wider region or theme, set apart from what was for this one.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::context::Context;
use super::{card_cache, sections};
use crate::pages::view::{DealCard, EventCard, IdeaCard, LeadCard, More, Section, Tag};
use crate::plan::page::SECTION_LENGTH;
use crate::report::{DealId, EventId, Harvest, IdeaId, NeedId, RegionId, ThemeId};
use crate::shared::Shared;

/// The records of a harvest that are not here already.
pub(super) fn without(
    context: Context<'_>,
    harvest: &Harvest,
    here: &dyn Fn(Belongs<'_>) -> bool,
) -> Harvest {
    let report = context.report;
    let deal = |id: &&DealId| {
        !here(Belongs {
            regions: &report[**id].regions,
            themes: &report[**id].themes,
        })
    };
    let need = |id: &&NeedId| {
        !here(Belongs {
            regions: &report[**id].regions,
            themes: &report[**id].themes,
        })
    };
    let idea = |id: &&IdeaId| {
        !report[**id].inline
            && !here(Belongs {
                regions: &report[**id].regions,
                themes: &report[**id].themes,
            })
    };
    let event = |id: &&EventId| {
        !here(Belongs {
            regions: &report[**id].regions,
            themes: &report[**id].themes,
        })
    };
    Harvest {
        deals: harvest.deals.iter().filter(deal).copied().collect(),
        leads: harvest.leads.iter().filter(need).copied().collect(),
        ideas: harvest.ideas.iter().filter(idea).copied().collect(),
        events: harvest.events.iter().filter(event).copied().collect(),
        ..Harvest::default()
    }
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
            |deal| card_cache::deal_card(context, deal),
            more,
        ),
        leads: sections::section(
            &rest.leads,
            SECTION_LENGTH,
            |need| card_cache::lead_card(context, need),
            more,
        ),
        ideas: sections::section(
            &rest.ideas,
            SECTION_LENGTH,
            |idea| card_cache::idea_card(context, idea),
            more,
        ),
        events: sections::section(
            &rest.events,
            SECTION_LENGTH,
            |event| card_cache::event_card(context, event),
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
