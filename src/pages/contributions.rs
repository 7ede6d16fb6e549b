//! What a person or organisation did: spoke, organised, asked, offered, agreed.

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, Number, PartyTag, Tag};
use super::context::Context;
use super::event_cards::QuoteCard;
use super::harvest::EventsOfYear;
use super::local_text::{Html, LocalText};
use super::sections::Section;
use super::{event_cards, exchange_cards, harvest, numbers, sections, tags};
use crate::plan::fragments::speaker_fragment;
use crate::plan::list::LIST_LENGTH;
use crate::records::{PartyRecord, SpeakerId};
use crate::stable_hash::Shared;

/// All that a person or organisation did.
pub(super) fn did(context: Context<'_>, record: &PartyRecord, name_people: bool) -> Did {
    Did {
        numbers: numbers::numbers_of_record(context, record),
        spoke: sections::section(
            &record.spoke,
            LIST_LENGTH,
            |speaker| part_row(context, speaker, name_people),
            || None,
        ),
        organised: sections::section(
            &record.organised,
            LIST_LENGTH,
            |event| event_cards::event_card(context, event),
            || None,
        ),
        led: sections::section(
            &record.led,
            LIST_LENGTH,
            |session| tags::session_tag(context, session),
            || None,
        ),
        asks: sections::section(
            &record.asks,
            LIST_LENGTH,
            |need| exchange_cards::lead_card(context, need),
            || None,
        ),
        offers: sections::section(
            &record.offers,
            LIST_LENGTH,
            |need| exchange_cards::lead_card(context, need),
            || None,
        ),
        deals: sections::section(
            &record.deals,
            LIST_LENGTH,
            |deal| exchange_cards::deal_card(context, deal),
            || None,
        ),
        ideas: sections::section(
            &record.ideas,
            LIST_LENGTH,
            |idea| exchange_cards::idea_card(context, idea),
            || None,
        ),
        quotes: sections::section(
            &record.quotes,
            LIST_LENGTH,
            |quote| event_cards::quote_card(context, quote, false),
            || None,
        ),
        events: harvest::events_by_year(
            context,
            &record.events[..record.events.len().min(LIST_LENGTH)],
        ),
    }
}

fn part_row(context: Context<'_>, id: SpeakerId, name_person: bool) -> PartRow {
    let speaker = &context.report[id];
    // Several parts may stand on one page, so each keeps its ids to itself.
    let fragment = format!(
        "{}-{}",
        speaker_fragment(context.report, id, context.language),
        context.report[speaker.event].id
    );
    let spoken = event_cards::spoken(context, speaker, &fragment);
    PartRow {
        event: event_cards::event_card(context, speaker.event),
        role: spoken.role,
        organisation: spoken.organisation,
        part: spoken.part,
        text: spoken.text,
        person: name_person.then(|| tags::party(context, &speaker.person)),
    }
}

/// A part in an event, on a person's page.
#[derive(Debug, Serialize)]
pub struct PartRow {
    pub event: Shared<EventCard>,
    /// As it was then.
    pub role: Option<LocalText>,
    pub organisation: Option<Shared<PartyTag>>,
    pub part: Option<String>,
    pub text: Option<Html>,
    /// Who, on an organisation's page.
    pub person: Option<Shared<PartyTag>>,
}

/// All that a person or organisation did.
#[derive(Debug, Default, Serialize)]
pub struct Did {
    pub numbers: Vec<Number>,
    pub spoke: Section<PartRow>,
    pub organised: Section<Shared<EventCard>>,
    pub led: Section<Tag>,
    pub asks: Section<Shared<LeadCard>>,
    pub offers: Section<Shared<LeadCard>>,
    pub deals: Section<Shared<DealCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    pub quotes: Section<QuoteCard>,
    /// Every event of theirs by year, newest first.
    pub events: Vec<EventsOfYear>,
}
