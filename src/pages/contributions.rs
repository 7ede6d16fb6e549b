//! What a person or organisation did: spoke, organised, asked, offered, agreed.

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, Number, PartyTag, Tag};
use super::context::Context;
use super::event_cards::{QuoteCard, event_card, quotes_by_event};
use super::exchange_cards::{deal_card, idea_card, lead_card};
use super::harvest::EventsOfYear;
use super::local_text::{Html, LocalText};
use super::sections::{Section, first, standing};
use super::{event_cards, harvest, near, numbers, tags};
use crate::plan::fragments::speaker_fragment;
use crate::plan::list::LIST_LENGTH;
use crate::records::{PartyRecord, SpeakerId};
use crate::stable_hash::Shared;
use crate::words::labels;

/// All that a person or organisation did.
pub(super) fn did(context: Context<'_>, record: &PartyRecord, name_people: bool) -> Did {
    let little = near::has_done_little(record);
    let nothing = record.events.is_empty();
    let lacking = nothing.then(|| labels::NOTHING_OF_THEM.get(context.language));
    Did {
        numbers: if little {
            Vec::new()
        } else {
            numbers::numbers_of_record(context, record)
        },
        lacking: lacking.filter(|_| little),
        spoke: first(context, &record.spoke, LIST_LENGTH, |context, speaker| {
            part_row(context, speaker, name_people)
        }),
        organised: first(context, &record.organised, LIST_LENGTH, event_card),
        led: first(context, &record.led, LIST_LENGTH, tags::session_tag),
        asks: standing(context, &record.asks, LIST_LENGTH, lead_card),
        offers: standing(context, &record.offers, LIST_LENGTH, lead_card),
        deals: standing(context, &record.deals, LIST_LENGTH, deal_card),
        ideas: standing(context, &record.ideas, LIST_LENGTH, idea_card),
        quotes: quotes_by_event(context, &record.quotes, LIST_LENGTH),
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
    let card = event_cards::speaker_at(context, id, &fragment);
    PartRow {
        event: event_cards::event_card(context, speaker.event),
        role: card.role,
        organisation: card.organisation,
        part: card.part,
        text: card.text,
        person: name_person.then_some(card.person),
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
    /// Empty where there is so little that it can be seen.
    pub numbers: Vec<Number>,
    /// "Van geen enkele bijeenkomst is hier iets vastgelegd.": where there is nothing at all.
    pub lacking: Option<&'static str>,
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
