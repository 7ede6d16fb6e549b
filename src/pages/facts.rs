//! What is known of an ask, an offer, an idea or a deal besides its text: the same facts, for one
//! layout.

use serde::Serialize;

use super::cards::{EventCard, PartyTag, StatusLine, Tag};
use super::context::Context;
use super::{event_cards, status, tags};
use crate::records::{Deal, EventId, Idea, Need, RegionId, SessionId, ThemeId};
use crate::stable_hash::Shared;
use crate::words::dates::{day_month_year, long};
use crate::words::labels;

pub(super) fn deal_facts(context: Context<'_>, deal: &Deal) -> RecordFacts {
    let place = (deal.event, deal.session);
    RecordFacts {
        status: status::deal_status(context, deal),
        no_status: not_recorded(context, deal.status.is_some()),
        parties: tags::parties(context, &deal.parties),
        contact: context.some(deal.contact.as_ref(), tags::party),
        agreed: deal.agreed.map(|date| long(date, context.language)),
        due: deal.due.map(|date| day_month_year(date, context.language)),
        ..facts(context, place, &deal.regions, &deal.themes)
    }
}

pub(super) fn need_facts(context: Context<'_>, need: &Need) -> RecordFacts {
    let place = (need.event, need.session);
    RecordFacts {
        status: status::need_status(context, need),
        no_status: not_recorded(context, need.status.is_some()),
        by: tags::parties(context, &need.by),
        contact: context.some(need.contact.as_ref(), tags::party),
        ..facts(context, place, &need.regions, &need.themes)
    }
}

pub(super) fn idea_facts(context: Context<'_>, idea: &Idea) -> RecordFacts {
    let place = (idea.event, idea.session);
    RecordFacts {
        status: status::idea_status(context, idea),
        by: tags::parties(context, &idea.by),
        ..facts(context, place, &idea.regions, &idea.themes)
    }
}

/// Where it belongs, and nothing else yet.
fn facts(
    context: Context<'_>,
    (event, session): (EventId, Option<SessionId>),
    regions: &[RegionId],
    themes: &[ThemeId],
) -> RecordFacts {
    RecordFacts {
        status: None,
        no_status: None,
        by: Vec::new(),
        parties: Vec::new(),
        contact: None,
        agreed: None,
        due: None,
        regions: tags::region_tags(context, regions),
        themes: tags::theme_tags(context, themes),
        session: context.some(session, tags::session_tag),
        event: event_cards::event_card(context, event),
    }
}

fn not_recorded(context: Context<'_>, has_status: bool) -> Option<&'static str> {
    (!has_status).then(|| labels::NOT_ON_RECORD.get(context.language))
}

/// What is known of an ask, an offer, an idea or a deal besides its text.
#[derive(Debug, Serialize)]
pub struct RecordFacts {
    pub status: Option<StatusLine>,
    /// "Niet vastgelegd hoe het ermee staat": only where there is no status.
    pub no_status: Option<&'static str>,
    /// Who asked, offered or proposed it.
    pub by: Vec<Shared<PartyTag>>,
    /// Who take part in a deal.
    pub parties: Vec<Shared<PartyTag>>,
    pub contact: Option<Shared<PartyTag>>,
    pub agreed: Option<String>,
    pub due: Option<String>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub session: Option<Tag>,
    pub event: Shared<EventCard>,
}
