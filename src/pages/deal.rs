//! The page of a deal: what was asked, what was offered, what came of it.

use serde::Serialize;

use super::cards::{EventCard, HalfCard, IdeaCard};
use super::context::Context;
use super::exchange_cards::side_key;
use super::facts::RecordFacts;
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::site::SiteHead;
use super::sources::{CorrectionRow, ResourceCard};
use super::status::UpdateRow;
use super::texts::{Placement, TextPart};
use super::{event_cards, exchange_cards, facts, sources, status, texts};
use crate::plan::fragments::need_fragment;
use crate::plan::list::ListKind;
use crate::records::{DealId, EventId, NeedId};
use crate::stable_hash::Shared;
use crate::words::labels;

pub(super) fn deal(context: Context<'_>, id: DealId, placement: Placement<'_>) -> DealView {
    let report = context.report;
    let deal = &report[id];
    let written_in = report[deal.event].language;
    let title = context.said_from(&deal.title, written_in);
    let halves = |needs: &[NeedId]| {
        needs
            .iter()
            .map(|need| half(context, *need, deal.event, placement))
            .collect()
    };
    DealView {
        site: context.site(),
        page: Head::new(context, "deal", id, &title)
            .in_event(deal.event, ListKind::Deals, context.words().deal)
            .described(texts::description(context, deal.text.as_ref()))
            .made(),
        title: LocalText::heading(&title),
        text: texts::own_of(context, deal.text.as_ref(), deal.event, placement, 3),
        asks: halves(&deal.asks),
        offers: halves(&deal.offers),
        ideas: context.each(&deal.ideas, exchange_cards::idea_card),
        facts: facts::deal_facts(context, deal),
        updates: status::timeline(
            context,
            &deal.updates,
            deal.event,
            (
                deal.agreed.unwrap_or(report[deal.event].date),
                labels::AGREED,
            ),
            status::deal_due(deal),
            placement,
        ),
        resources: sources::resources_of(context, deal.event, id.into()),
        corrections: sources::correction_rows(context, deal.event, Some(id.into())),
    }
}

fn half(context: Context<'_>, id: NeedId, deal_event: EventId, placement: Placement<'_>) -> Half {
    let need = &context.report[id];
    let fragment = need_fragment(context.report, id, context.language);
    Half {
        side: side_key(need.side),
        card: exchange_cards::half_card(context, id),
        text: need.text.as_ref().map(|text| {
            texts::text_of(
                context,
                text,
                need.event,
                placement,
                4,
                TextPart::Within(&fragment),
            )
        }),
        event: (need.event != deal_event).then(|| event_cards::event_card(context, need.event)),
    }
}

/// One half of a deal in full.
#[derive(Debug, Serialize)]
pub struct Half {
    /// `ask` or `offer`.
    pub side: &'static str,
    pub card: HalfCard,
    pub text: Option<Html>,
    /// The event it comes from, where that is an earlier one.
    pub event: Option<Shared<EventCard>>,
}

/// `deal.html`
#[derive(Debug, Serialize)]
pub struct DealView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: LocalText,
    pub text: Option<Html>,
    pub asks: Vec<Half>,
    pub offers: Vec<Half>,
    pub ideas: Vec<Shared<IdeaCard>>,
    pub facts: RecordFacts,
    /// What happened and what is due, newest first; empty where that is one point only.
    pub updates: Vec<UpdateRow>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}
