//! What a person or organisation did: spoke, organised, asked, offered, agreed.

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Number, PartyTag, Tag};
use super::context::Context;
use super::event_cards::{QuoteCard, event_card, quotes_by_event};
use super::exchange_cards::{deal_card, idea_card, lead_card};
use super::harvest::EventsOfYear;
use super::local_text::{Html, LocalText};
use super::near::LITTLE;
use super::sections::{Section, first, standing};
use super::{event_cards, harvest, numbers, sections, tags};
use crate::plan::fragments::speaker_fragment;
use crate::plan::list::{LINES_LENGTH, ListKind, Narrow};
use crate::plan::wanted::SECTION_LENGTH;
use crate::records::{PartyRecord, SpeakerId};
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::phrases::{self, Noun, listing, sentence};

/// All that a person or organisation did, which is what narrows the lists that it leads on to.
pub(super) fn did(context: Context<'_>, record: &PartyRecord, narrow: Narrow) -> Did {
    let nothing = record.events.is_empty();
    let lacking = nothing.then(|| labels::NOTHING_OF_THEM.get(context.language));
    let name_people = matches!(narrow, Narrow::Organisation(_));
    let all_events = || sections::more(context, ListKind::Events, narrow, record.events.len());
    let events = &record.events[..record.events.len().min(LINES_LENGTH)];
    Did {
        numbers: if is_counted_at_a_glance(record) {
            Vec::new()
        } else {
            numbers::numbers_of_record(context, record)
        },
        summary: summary(context, record),
        lacking,
        spoke: first(
            context,
            &record.spoke,
            SECTION_LENGTH,
            |context, speaker| part_row(context, speaker, name_people),
        )
        .leading_to(all_events),
        organised: first(context, &record.organised, SECTION_LENGTH, event_card)
            .leading_to(all_events),
        led: first(context, &record.led, LINES_LENGTH, tags::session_tag).leading_to(all_events),
        asks: standing(context, &record.asks, SECTION_LENGTH, lead_card).of_list(
            context,
            ListKind::Asks,
            narrow,
        ),
        offers: standing(context, &record.offers, SECTION_LENGTH, lead_card).of_list(
            context,
            ListKind::Offers,
            narrow,
        ),
        deals: standing(context, &record.deals, SECTION_LENGTH, deal_card).of_list(
            context,
            ListKind::Deals,
            narrow,
        ),
        ideas: standing(context, &record.ideas, SECTION_LENGTH, idea_card).of_list(
            context,
            ListKind::Ideas,
            narrow,
        ),
        quotes: quotes_by_event(context, &record.quotes, SECTION_LENGTH).leading_to(all_events),
        events: harvest::events_by_year(context, events),
        events_more: (events.len() < record.events.len()).then(all_events),
    }
}

/// How many there are of each kind that comes of events.
fn counted(record: &PartyRecord) -> [(Noun, usize); 4] {
    [
        (phrases::DEAL, record.deals.len()),
        (phrases::ASK, record.asks.len()),
        (phrases::OFFER, record.offers.len()),
        (phrases::IDEA, record.ideas.len()),
    ]
}

/// Whether there is so little of each kind that large figures would say nothing.
fn is_counted_at_a_glance(record: &PartyRecord) -> bool {
    let are_few = |(_, number): (Noun, usize)| number < LITTLE;
    counted(record).into_iter().all(are_few) && record.events.len() < LITTLE
}

/// "Eén deal en één aanbod uit één bijeenkomst.": what large figures would be too large for.
fn summary(context: Context<'_>, record: &PartyRecord) -> Option<String> {
    let language = context.language;
    let said: Vec<String> = counted(record)
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(noun, number)| noun.in_text(number, language))
        .collect();
    (is_counted_at_a_glance(record) && !said.is_empty()).then(|| {
        sentence(&format!(
            "{} {} {}",
            listing(&said, language),
            labels::FROM_VALUE.get(language),
            phrases::EVENT.in_text(record.events.len(), language)
        ))
    })
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
    /// "Eén deal en één aanbod uit één bijeenkomst.": where there are no such figures.
    pub summary: Option<String>,
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
    /// The newest of their events by year, newest first.
    pub events: Vec<EventsOfYear>,
    /// Where the rest of their events is.
    pub events_more: Option<More>,
}
