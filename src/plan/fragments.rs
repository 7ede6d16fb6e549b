//! Places on a page: what stands behind the `#` of its address. A fragment is the word of its kind in
//! the language of the page, and an id: the record's own, or one of its content where it has none.
//! It never counts what stands before it, so that nothing that is put there moves a link.

use jiff::civil::Date;

use crate::id::Id;
use crate::records::{
    EventId, FigureId, IdeaId, NeedId, OutcomeId, Party, PhotoId, QuoteId, Report, ResourceId,
    SessionId, Side, SpeakerId,
};
use crate::schema::Kind;
use crate::words::fragments::{
    ASK, FIGURE, IDEA, OFFER, OUTCOME, PHOTO, QUOTE, RESOURCE, SESSION, SPEAKER,
};
use crate::words::{Bilingual, Language, Text};

/// A place by the word of its kind and an id.
pub fn fragment(word: Bilingual, id: impl std::fmt::Display, language: Language) -> String {
    format!("{}-{id}", word.get(language))
}

/// The place of a section of a page, by its title.
pub fn place(title: &str) -> String {
    Id::from_title(title).map_or_else(String::new, |id| id.to_string())
}

/// The place of a session in a programme.
pub fn session_fragment(report: &Report, id: SessionId, language: Language) -> String {
    fragment(SESSION, &report[id].id, language)
}

/// The place of a photo.
pub fn photo_fragment(report: &Report, id: PhotoId, language: Language) -> String {
    fragment(PHOTO, &report[id].id, language)
}

/// The place of a resource.
pub fn resource_fragment(report: &Report, id: ResourceId, language: Language) -> String {
    fragment(RESOURCE, &report[id].id, language)
}

/// The place of an outcome: an id that linking made counts places, so its text makes another.
pub fn outcome_fragment(report: &Report, id: OutcomeId, language: Language) -> String {
    let own = |id: OutcomeId| {
        let outcome = &report[id];
        if is_counted(outcome.id.as_str()) {
            short_hash(&outcome.text.original.text)
        } else {
            outcome.id.to_string()
        }
    };
    let all = &report[report[id].event].outcomes;
    fragment(OUTCOME, distinct(all, id, own), language)
}

/// The place of a quote.
pub fn quote_fragment(report: &Report, id: QuoteId, language: Language) -> String {
    let own = |id: QuoteId| short_hash(&report[id].text.original.text);
    let all = &report[report[id].event].quotes;
    fragment(QUOTE, distinct(all, id, own), language)
}

/// The place of a figure: by what it measures, or by what it is called.
pub fn figure_fragment(report: &Report, id: FigureId, language: Language) -> String {
    let own = |id: FigureId| match &report[id].measure {
        Some(measure) => measure.to_string(),
        None => short_hash(&report[id].label.original),
    };
    let all = &report[report[id].event].figures;
    fragment(FIGURE, distinct(all, id, own), language)
}

/// The place of an idea on paper. The id of what stands in a deal is made of its title, which may say
/// what no address should.
pub fn idea_fragment(report: &Report, id: IdeaId, language: Language) -> String {
    let own = |id: IdeaId| own_or_of_title(report[id].inline, &report[id].id, &report[id].title);
    let all = &report[report[id].event].ideas;
    fragment(IDEA, distinct(all, id, own), language)
}

/// The place of an ask or offer on paper, or within its deal.
pub fn need_fragment(report: &Report, id: NeedId, language: Language) -> String {
    let own = |id: NeedId| own_or_of_title(report[id].inline, &report[id].id, &report[id].title);
    let event = &report[report[id].event];
    let (word, all) = match report[id].side {
        Side::Ask => (ASK, &event.asks),
        Side::Offer => (OFFER, &event.offers),
    };
    fragment(word, distinct(all, id, own), language)
}

/// The place of a speaker among those of an event.
pub fn speaker_fragment(report: &Report, id: SpeakerId, language: Language) -> String {
    let event: EventId = report[id].event;
    let own = |id: SpeakerId| match &report[id].person {
        Party::Person(person) => report[*person].id.to_string(),
        Party::Organisation(organisation) => report[*organisation].id.to_string(),
        Party::Words { name, .. } => short_hash(name),
    };
    fragment(
        SPEAKER,
        distinct(&report[event].speakers, id, own),
        language,
    )
}

fn own_or_of_title(is_inline: bool, id: &Id, title: &Text) -> String {
    if is_inline {
        short_hash(&title.original)
    } else {
        id.to_string()
    }
}

/// A day as an id, of what is dated and has none: the further ones of a day are told apart.
pub fn of_day(date: Date, before: usize) -> String {
    if before == 0 {
        date.to_string()
    } else {
        format!("{date}-{}", before + 1)
    }
}

/// Whether an id is the word of outcomes and a place in the file, as linking makes it.
fn is_counted(id: &str) -> bool {
    let name = Kind::Outcome.schema().name;
    id.rsplit_once('-').is_some_and(|(word, number)| {
        [name.nl, name.en].contains(&word) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// An id that follows from a text alone.
fn short_hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..8].to_owned()
}

/// The id of one of these; of those that say the same, the further ones are told apart.
fn distinct<Id: Copy + PartialEq>(all: &[Id], id: Id, own: impl Fn(Id) -> String) -> String {
    let made = own(id);
    let before = all.iter().take_while(|other| **other != id);
    match before.filter(|other| own(**other) == made).count() {
        0 => made,
        count => format!("{made}-{}", count + 1),
    }
}
