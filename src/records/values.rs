//! What records are made of besides plain values: texts with their translation, parties, links,
//! news, and what adds up.

use std::sync::Arc;

use jiff::civil::Date;

use super::record_id::{
    DealId, EventId, FigureId, IdeaId, NeedId, OrganisationId, OutcomeId, PersonId, PhotoId,
    QuoteId, RecordId, SessionId, SpeakerId,
};
use crate::schema::value::MarkdownText;
use crate::source::{SourcePath, Span};

/// A longer text in Markdown, with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongText {
    /// As first written.
    pub original: MarkdownText,
    /// In the site's other language.
    pub translation: Option<MarkdownText>,
}

/// Who: a record of their own, or words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// A person on record.
    Person(PersonId),
    /// An organisation on record.
    Organisation(OrganisationId),
    /// Words, such as "Twee docenten", and the organisation they belong to.
    Words {
        /// The words.
        name: Arc<str>,
        /// Their organisation.
        organisation: Option<OrganisationId>,
    },
}

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Link {
    pub title: String,
    pub url: String,
}

/// A correction of what was published.
#[derive(Debug, Clone)]
pub struct Correction {
    /// When.
    pub date: Date,
    /// What.
    pub text: LongText,
    /// Which record; `None` is the event.
    pub of: Option<RecordId>,
}

/// News of a record.
#[derive(Debug, Clone)]
pub struct Update<S> {
    /// The day of the news.
    pub date: Date,
    /// The status from then on.
    pub status: Option<S>,
    /// What was said.
    pub text: Option<LongText>,
    /// The event in whose folder it is written: `deal:x` in its text means that event's. None for
    /// news from the top of `content/`.
    pub event: Option<EventId>,
    /// Where the news came from.
    pub source: Option<String>,
}

/// The status of a record now, and since when it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusNow<S> {
    /// The newest status on record.
    pub status: S,
    /// The day it is known of: the update's, or when the event's report appeared, or the event's
    /// own.
    pub as_of: Date,
}

/// What rolled up to a place: distinct records, counted once however many ways lead there. Newest
/// first.
#[derive(Debug, Default, Clone)]
#[expect(missing_docs, reason = "one list a kind")]
pub struct Harvest {
    pub events: Vec<EventId>,
    pub sessions: Vec<SessionId>,
    pub ideas: Vec<IdeaId>,
    /// Every ask on record, leads among them.
    pub asks: Vec<NeedId>,
    pub offers: Vec<NeedId>,
    pub deals: Vec<DealId>,
    pub outcomes: Vec<OutcomeId>,
    pub figures: Vec<FigureId>,
    /// Asks and offers that are leads.
    pub leads: Vec<NeedId>,
}

impl Harvest {
    /// Whether nothing is here.
    pub fn is_empty(&self) -> bool {
        let Self {
            events,
            sessions,
            ideas,
            asks,
            offers,
            deals,
            outcomes,
            figures,
            leads,
        } = self;
        events.is_empty()
            && sessions.is_empty()
            && ideas.is_empty()
            && asks.is_empty()
            && offers.is_empty()
            && deals.is_empty()
            && outcomes.is_empty()
            && figures.is_empty()
            && leads.is_empty()
    }
}

/// All that a person or organisation did, newest first.
#[derive(Debug, Default, Clone)]
#[expect(missing_docs, reason = "one list a way of taking part")]
pub struct PartyRecord {
    /// Parts as a speaker.
    pub spoke: Vec<SpeakerId>,
    pub organised: Vec<EventId>,
    pub led: Vec<SessionId>,
    pub ideas: Vec<IdeaId>,
    pub asks: Vec<NeedId>,
    pub offers: Vec<NeedId>,
    pub deals: Vec<DealId>,
    pub quotes: Vec<QuoteId>,
    pub photos: Vec<PhotoId>,
    /// Every event that any of these belong to, newest first.
    pub events: Vec<EventId>,
}

/// A year and what came of it.
#[derive(Debug)]
pub struct Year {
    /// The year of the events' first days.
    pub year: i16,
    /// What came of it.
    pub harvest: Harvest,
}

/// Counts over the whole report, of distinct records.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "one count a kind")]
pub struct Totals {
    pub events: usize,
    pub ideas: usize,
    pub asks: usize,
    pub offers: usize,
    pub deals: usize,
    pub deals_done: usize,
    pub leads: usize,
    pub people: usize,
    pub organisations: usize,
}

/// A file of an event's folder that a text links to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The event.
    pub event: EventId,
    /// The file, below the site's folder.
    pub file: SourcePath,
    /// Where the link stands.
    pub span: Span,
}

/// A link to a place of the site itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteLink {
    /// Where it leads, as it is written: `/…`, `#…` or `kind:id#…`.
    pub destination: String,
    /// Where that stands.
    pub span: Span,
    /// Whose text it stands in.
    pub of: RecordId,
    /// The event that the text belongs to.
    pub event: Option<EventId>,
    /// What may be meant, where that can be told without the plan.
    pub near: Option<String>,
}
