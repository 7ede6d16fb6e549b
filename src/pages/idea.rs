//! The page of an idea.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::context::Context;
use super::head::Head;
use super::texts::{Placement, TextPart};
use super::{card_cache, head, sources, status, tags, texts};
use crate::pages::view::{
    CorrectionRow, DealCard, EventCard, Html, LocalText, PageHead, PartyTag, ResourceCard,
    SiteHead, StatusLine, Tag, UpdateRow,
};
use crate::plan::list::ListKind;
use crate::report::{IdeaId, RecordId};
use crate::shared::Shared;
use crate::words::both;

pub(super) fn idea(context: Context<'_>, id: IdeaId, placement: Placement<'_>) -> IdeaView {
    let report = context.report;
    let idea = &report[id];
    let written_in = report[idea.event].language;
    let title = context.said_from(&idea.title, written_in);
    IdeaView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "idea",
                section: "ideas",
                page: id.into(),
                full_title: format!("{} – {}", title.text, context.words().idea),
                title: title.clone(),
                description: idea
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160)),
                trail: card_cache::record_trail(context, idea.event, ListKind::Ideas),
            },
        ),
        title: LocalText::heading(&title),
        text: idea
            .text
            .as_ref()
            .map(|text| texts::text_of(context, text, idea.event, placement, 2, TextPart::Own)),
        by: card_cache::parties(context, &idea.by),
        status: status::idea_status(context, idea),
        updates: status::timeline(
            context,
            &idea.updates,
            idea.event,
            (report[idea.event].date, both("Voorgesteld", "Proposed")),
            None,
            placement,
        ),
        regions: tags::region_tags(context, &idea.regions),
        themes: tags::theme_tags(context, &idea.themes),
        session: idea
            .session
            .map(|session| tags::session_tag(context, session)),
        event: card_cache::event_card(context, idea.event),
        deals: idea
            .deals
            .iter()
            .map(|deal| card_cache::deal_card(context, *deal))
            .collect(),
        resources: sources::resources_of(context, idea.event, RecordId::Idea(id)),
        corrections: sources::correction_rows(context, idea.event, Some(RecordId::Idea(id))),
    }
}

/// `idea.html`
#[derive(Debug, Serialize)]
pub struct IdeaView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: LocalText,
    pub text: Option<Html>,
    pub by: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub updates: Vec<UpdateRow>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub session: Option<Tag>,
    pub event: Shared<EventCard>,
    /// The deals that carry it out.
    pub deals: Vec<Shared<DealCard>>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}
