//! The page of an idea.

use serde::Serialize;

use super::cards::DealCard;
use super::context::Context;
use super::facts::RecordFacts;
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::site::SiteHead;
use super::sources::{CorrectionRow, ResourceCard};
use super::status::UpdateRow;
use super::texts::Placement;
use super::{exchange_cards, facts, sources, status, texts};
use crate::plan::list::ListKind;
use crate::records::IdeaId;
use crate::stable_hash::Shared;
use crate::words::labels;

pub(super) fn idea(context: Context<'_>, id: IdeaId, placement: Placement<'_>) -> IdeaView {
    let report = context.report;
    let idea = &report[id];
    let written_in = report[idea.event].language;
    let title = context.said_from(&idea.title, written_in);
    IdeaView {
        site: context.site(),
        page: Head::new(context, "idea", id, &title)
            .in_event(idea.event, ListKind::Ideas, context.words().idea)
            .described(texts::description(context, idea.text.as_ref()))
            .made(),
        title: LocalText::heading(&title),
        text: texts::own_of(context, idea.text.as_ref(), idea.event, placement, 3),
        facts: facts::idea_facts(context, idea),
        updates: status::timeline(
            context,
            &idea.updates,
            idea.event,
            (report[idea.event].date, labels::PROPOSED),
            None,
            placement,
        ),
        deals: context.each(&idea.deals, exchange_cards::deal_card),
        resources: sources::resources_of(context, idea.event, id.into()),
        corrections: sources::correction_rows(context, idea.event, Some(id.into())),
    }
}

/// `idea.html`
#[derive(Debug, Serialize)]
pub struct IdeaView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: LocalText,
    pub text: Option<Html>,
    pub facts: RecordFacts,
    pub updates: Vec<UpdateRow>,
    /// The deals that carry it out.
    pub deals: Vec<Shared<DealCard>>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}
