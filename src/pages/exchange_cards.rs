//! Cards of deals, ideas, asks and offers.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::context::Context;
use super::{card_cache, status, tags};
use crate::pages::view::{LocalText, PartyTag, StatusLine, Tag};
use crate::report::{DealId, IdeaId, NeedId, Side};
use crate::shared::Shared;
use crate::words::dates::day_month_year;
use crate::words::{Bilingual, both};

/// How many possible matches a card names.
const MATCHES_ON_CARD: usize = 3;

pub(super) fn half_card(context: Context<'_>, id: NeedId) -> HalfCard {
    let need = &context.report[id];
    HalfCard {
        title: context.said_from(&need.title, context.report[need.event].language),
        href: (!need.inline).then(|| context.href(id)),
        by: card_cache::parties(context, &need.by),
    }
}

pub(super) fn new_deal_card(context: Context<'_>, id: DealId) -> DealCard {
    let deal = &context.report[id];
    let event = &context.report[deal.event];
    DealCard {
        title: context.said_from(&deal.title, event.language),
        href: context.href(id),
        asks: deal
            .asks
            .iter()
            .map(|need| half_card(context, *need))
            .collect(),
        offers: deal
            .offers
            .iter()
            .map(|need| half_card(context, *need))
            .collect(),
        parties: if deal.asks.is_empty() && deal.offers.is_empty() {
            card_cache::parties(context, &deal.parties)
        } else {
            Vec::new()
        },
        status: status::deal_status(context, deal),
        regions: tags::region_tags(context, &deal.regions),
        themes: tags::theme_tags(context, &deal.themes),
        event: card_cache::event_tag(context, deal.event),
        date: day_month_year(event.date, context.language),
    }
}

/// How many ideas have a page of their own: those written inside a deal are counted with the
/// deal.
pub(super) fn ideas_with_page(context: Context<'_>, ideas: &[IdeaId]) -> usize {
    ideas
        .iter()
        .filter(|idea| !context.report[**idea].inline)
        .count()
}

pub(super) fn new_idea_card(context: Context<'_>, id: IdeaId) -> IdeaCard {
    let idea = &context.report[id];
    let event = &context.report[idea.event];
    IdeaCard {
        title: context.said_from(&idea.title, event.language),
        href: (!idea.inline).then(|| context.href(id)),
        by: card_cache::parties(context, &idea.by),
        status: status::idea_status(context, idea),
        regions: tags::region_tags(context, &idea.regions),
        themes: tags::theme_tags(context, &idea.themes),
        event: card_cache::event_tag(context, idea.event),
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
        by: card_cache::parties(context, &need.by),
        status: status::need_status(context, need),
        open: need.lead,
        question: side_question(need.side).get(context.language),
        matches: need
            .matches
            .iter()
            .take(MATCHES_ON_CARD)
            .map(|id| tags::need_tag(context, *id))
            .collect(),
        regions: tags::region_tags(context, &need.regions),
        themes: tags::theme_tags(context, &need.themes),
        event: card_cache::event_tag(context, need.event),
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
        Side::Ask => both("Wie kan dit bieden?", "Who can offer this?"),
        Side::Offer => both("Wie wil dit gebruiken?", "Who could use this?"),
    }
}

/// One half of a deal as a card shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HalfCard {
    pub title: LocalText,
    /// `None` where it was written inside the deal.
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DealCard {
    pub title: LocalText,
    pub href: String,
    pub asks: Vec<HalfCard>,
    pub offers: Vec<HalfCard>,
    /// Shown where there are no halves.
    pub parties: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub event: Shared<Tag>,
    /// "30 oktober 2018".
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IdeaCard {
    pub title: LocalText,
    /// `None` where it was written inside a deal.
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub event: Shared<Tag>,
    pub date: String,
}

/// An ask or offer; a lead when it is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadCard {
    /// `ask` or `offer`.
    pub side: &'static str,
    pub title: LocalText,
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    /// Whether it is open, so that the other half is missing.
    pub open: bool,
    /// "Wie kan dit bieden?"
    pub question: &'static str,
    /// The best possible matches, at most three on a card.
    pub matches: Vec<Tag>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub event: Shared<Tag>,
    pub date: String,
}
