//! The page of a session.

use serde::Serialize;

use super::cards::{Crumb, DealCard, EventCard, IdeaCard, LeadCard, Tag};
use super::context::Context;
use super::event_cards::{OutcomeCard, QuoteCard, SessionRow, SpeakerCard};
use super::head::{Head, PageHead};
use super::local_text::Html;
use super::photos::PhotoCard;
use super::site::SiteHead;
use super::sources::{CorrectionRow, ResourceCard};
use super::texts::Placement;
use super::{event_cards, exchange_cards, linked_events, photos, sources, tags, texts, trail};
use crate::plan::entries::ideas_with_page;
use crate::plan::page::Page;
use crate::records::SessionId;
use crate::stable_hash::Shared;
use crate::words::dates::long;

pub(super) fn session(
    context: Context<'_>,
    id: SessionId,
    placement: Placement<'_>,
) -> SessionView {
    let report = context.report;
    let session = &report[id];
    let event = &report[session.event];
    let title = context.said_from(&session.title, event.language);
    let needs = session.asks.iter().chain(&session.offers);
    let text = texts::own_of(context, session.text.as_ref(), session.event, placement, 2);
    let is_pictured = text.as_ref().is_some_and(Html::has_picture);
    let programme = Shared::new(Crumb {
        label: context.own(context.words().programme),
        href: context.href(Page::Programme(session.event)),
    });
    let mut trail = trail::event_trail(context, session.event);
    trail.push(programme);
    SessionView {
        site: context.site(),
        page: Head::new(context, "session", id, &title)
            .in_section("events")
            .behind(trail)
            .in_full(format!("{} – {}", title.text, event.title.original))
            .described(texts::description(context, session.text.as_ref()))
            .made_of(|_| {
                linked_events::session_thing(context, id).with(
                    "superEvent",
                    linked_events::event_in_short(context, session.event),
                )
            }),
        event: event_cards::event_card(context, session.event),
        session: event_cards::session_row(context, id, true),
        date: long(session.date, context.language),
        part_of: context.some(session.part_of, tags::session_tag),
        regions: tags::region_tags(context, &session.regions),
        themes: tags::theme_tags(context, &session.themes),
        text,
        speakers: event
            .speakers
            .iter()
            .filter(|speaker| report[**speaker].sessions.contains(&id))
            .map(|speaker| event_cards::speaker_card(context, *speaker))
            .collect(),
        ideas: context.each(
            &ideas_with_page(context.report, &session.ideas),
            exchange_cards::idea_card,
        ),
        deals: context.each(&session.deals, exchange_cards::deal_card),
        needs: needs
            .filter(|need| !report[**need].inline)
            .map(|need| exchange_cards::lead_card(context, *need))
            .collect(),
        outcomes: context.each(&session.outcomes, event_cards::outcome_on_event),
        quotes: event_cards::quotes_on_event(context, &session.quotes),
        photos: photos::gallery(context, &session.photos, !is_pictured),
        resources: sources::resources_of(context, session.event, id.into()),
        corrections: sources::correction_rows(context, session.event, Some(id.into())),
    }
}

/// `session.html`
#[derive(Debug, Serialize)]
pub struct SessionView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub event: Shared<EventCard>,
    pub session: SessionRow,
    /// "dinsdag 30 oktober 2018".
    pub date: String,
    pub part_of: Option<Tag>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub text: Option<Html>,
    /// The event's speakers who spoke in it, with role and words.
    pub speakers: Vec<SpeakerCard>,
    pub ideas: Vec<Shared<IdeaCard>>,
    pub deals: Vec<Shared<DealCard>>,
    pub needs: Vec<Shared<LeadCard>>,
    pub outcomes: Vec<OutcomeCard>,
    pub quotes: Vec<QuoteCard>,
    pub photos: Vec<PhotoCard>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}
