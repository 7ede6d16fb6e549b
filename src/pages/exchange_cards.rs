//! Cards of deals, ideas, asks and offers.

use super::card_cache::made_once;
use super::cards::{DealCard, HalfCard, IdeaCard, LeadCard};
use super::context::Context;
use super::{status, tags};
use crate::plan::entries;
use crate::records::{DealId, IdeaId, NeedId, Side};
use crate::stable_hash::Shared;
use crate::words::Bilingual;
use crate::words::dates::day_month_year;
use crate::words::labels;

/// How many possible matches a card names.
const MATCHES_ON_CARD: usize = 3;

pub(super) fn half_card(context: Context<'_>, id: NeedId) -> HalfCard {
    let need = &context.report[id];
    HalfCard {
        title: context.said_from(&need.title, context.report[need.event].language),
        href: (!need.inline).then(|| context.href(id)),
        by: tags::parties(context, &need.by),
    }
}

pub(super) fn new_deal_card(context: Context<'_>, id: DealId) -> DealCard {
    let deal = &context.report[id];
    let event = &context.report[deal.event];
    DealCard {
        title: context.said_from(&deal.title, event.language),
        href: context.href(id),
        asks: context.each(&deal.asks, half_card),
        offers: context.each(&deal.offers, half_card),
        parties: if deal.asks.is_empty() && deal.offers.is_empty() {
            tags::parties(context, &deal.parties)
        } else {
            Vec::new()
        },
        status: status::deal_status(context, deal),
        regions: tags::region_tags(context, &deal.regions),
        date: day_month_year(event.date, context.language),
    }
}

/// How many ideas have a page of their own.
pub(super) fn ideas_with_page(context: Context<'_>, ideas: &[IdeaId]) -> usize {
    entries::ideas_with_page(context.report, ideas).len()
}

pub(super) fn new_idea_card(context: Context<'_>, id: IdeaId) -> IdeaCard {
    let idea = &context.report[id];
    let event = &context.report[idea.event];
    IdeaCard {
        title: context.said_from(&idea.title, event.language),
        href: (!idea.inline).then(|| context.href(id)),
        by: tags::parties(context, &idea.by),
        status: status::idea_status(context, idea),
        regions: tags::region_tags(context, &idea.regions),
        date: day_month_year(event.date, context.language),
    }
}

pub(super) fn new_lead_card(context: Context<'_>, id: NeedId) -> LeadCard {
    let need = &context.report[id];
    let event = &context.report[need.event];
    LeadCard {
        side: side_key(need.side),
        title: context.said_from(&need.title, event.language),
        href: (!need.inline).then(|| context.href(id)),
        by: tags::parties(context, &need.by),
        status: status::need_status(context, need),
        open: need.lead,
        question: side_question(need.side).get(context.language),
        matches: need
            .matches
            .iter()
            .take(MATCHES_ON_CARD)
            .map(|id| tags::page_tag(context, *id))
            .collect(),
        regions: tags::region_tags(context, &need.regions),
        date: day_month_year(event.date, context.language),
    }
}

pub(super) fn side_key(side: Side) -> &'static str {
    match side {
        Side::Ask => "ask",
        Side::Offer => "offer",
    }
}

/// What the empty half of a lead asks its reader.
pub(super) fn side_question(side: Side) -> Bilingual {
    match side {
        Side::Ask => labels::WHO_CAN_OFFER,
        Side::Offer => labels::WHO_COULD_USE,
    }
}

pub(super) fn deal_card(context: Context<'_>, id: DealId) -> Shared<DealCard> {
    made_once(&context.cards().deals[id.index()], || {
        new_deal_card(context, id)
    })
}

pub(super) fn idea_card(context: Context<'_>, id: IdeaId) -> Shared<IdeaCard> {
    made_once(&context.cards().ideas[id.index()], || {
        new_idea_card(context, id)
    })
}

pub(super) fn lead_card(context: Context<'_>, id: NeedId) -> Shared<LeadCard> {
    made_once(&context.cards().needs[id.index()], || {
        new_lead_card(context, id)
    })
}
