//! The records of an event's folder, linked: the event itself, its programme, and what came of it.

use jiff::civil::{Date, Time};

use super::{
    Attendance, Correction, DealId, EventId, EventStatus, FigureId, IdeaId, Link, LongText, NeedId,
    OutcomeId, Party, PhotoId, Place, QuoteId, RecordId, Recorded, RegionId, ResourceId, SeriesId,
    SessionId, Source, SpeakerId, StatusNow, ThemeId, Update,
};
use crate::content::media::Size;
use crate::id::Id;
use crate::source::{SourcePath, Span, Spanned};
use crate::words::{Language, Text};

/// One event.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Event {
    pub id: Id,
    pub span: Span,
    pub title: Text,
    pub date: Date,
    pub end: Option<Date>,
    pub published: Option<Date>,
    pub updated: Option<Date>,
    pub summary: Option<Text>,
    pub status: Option<EventStatus>,
    pub replaced_by: Option<EventId>,
    pub attendance: Option<Attendance>,
    pub place: Option<Place>,
    pub regions: Vec<RegionId>,
    pub themes: Vec<ThemeId>,
    pub series: Option<SeriesId>,
    pub edition: Option<String>,
    pub organisers: Vec<Party>,
    pub participants: Option<u32>,
    pub participants_at_least: bool,
    pub participants_note: Option<Text>,
    pub question: Option<Text>,
    /// The language of its texts; the site's unless it says otherwise.
    pub language: Language,
    pub hero: Option<PhotoId>,
    pub links: Vec<Link>,
    pub sources: Vec<Source>,
    pub recorded: Recorded,
    pub text: Option<LongText>,
    pub aliases: Vec<Spanned<String>>,
    /// Its sessions by day and start, those without a time in the order written.
    pub sessions: Vec<SessionId>,
    /// Whoever spoke: those with a speaker's record first, in the order written, then those whom
    /// only sessions name.
    pub speakers: Vec<SpeakerId>,
    pub ideas: Vec<IdeaId>,
    pub asks: Vec<NeedId>,
    pub offers: Vec<NeedId>,
    pub deals: Vec<DealId>,
    pub outcomes: Vec<OutcomeId>,
    pub quotes: Vec<QuoteId>,
    pub figures: Vec<FigureId>,
    /// Photos that may be shown.
    pub photos: Vec<PhotoId>,
    pub resources: Vec<ResourceId>,
    /// Corrections of the event and its records, newest first.
    pub corrections: Vec<Correction>,
}

/// One part of a programme.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Session {
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub title: Text,
    pub kind: Option<SessionKind>,
    pub part_of: Option<SessionId>,
    /// Its day: its own, else the event's first.
    pub date: Date,
    pub start: Option<Time>,
    pub end: Option<Time>,
    pub room: Option<Text>,
    pub speakers: Vec<Party>,
    pub led_by: Vec<Party>,
    pub question: Option<Text>,
    pub regions: Vec<RegionId>,
    pub themes: Vec<ThemeId>,
    pub text: Option<LongText>,
    pub aliases: Vec<Spanned<String>>,
    /// The sessions that are part of it, in order.
    pub parts: Vec<SessionId>,
    /// What came up in it.
    pub ideas: Vec<IdeaId>,
    pub asks: Vec<NeedId>,
    pub offers: Vec<NeedId>,
    pub deals: Vec<DealId>,
    pub outcomes: Vec<OutcomeId>,
    pub quotes: Vec<QuoteId>,
    pub photos: Vec<PhotoId>,
    /// Whether it has more to show than title, time and speakers, and so a page.
    pub has_page: bool,
}

/// Kinds of session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum SessionKind {
    Plenary,
    Talk,
    Workshop,
    Table,
    Panel,
    Break,
    Other,
}

/// Somebody's part in an event, as they were then.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Speaker {
    pub event: EventId,
    pub span: Span,
    pub person: Party,
    pub role: Option<Text>,
    pub organisation: Option<Party>,
    pub text: Option<LongText>,
    pub part: Option<Part>,
    /// The sessions that name this person.
    pub sessions: Vec<SessionId>,
}

/// What a speaker did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum Part {
    Speaker,
    Moderator,
    Panel,
    Host,
}

/// One idea.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Idea {
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub title: Text,
    pub text: Option<LongText>,
    pub regions: Vec<RegionId>,
    pub themes: Vec<ThemeId>,
    pub by: Vec<Party>,
    pub session: Option<SessionId>,
    pub status: Option<StatusNow<IdeaStatus>>,
    pub aliases: Vec<Spanned<String>>,
    /// Whether it stands inline in a deal, without a page of its own.
    pub inline: bool,
    /// News, oldest first.
    pub updates: Vec<Update<IdeaStatus>>,
    /// The deals that carry it out.
    pub deals: Vec<DealId>,
}

/// How far an idea came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum IdeaStatus {
    Proposed,
    Adopted,
    Done,
    Dropped,
}

/// Which half: what is needed, or what is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// What a party needs.
    Ask,
    /// What a party gives.
    Offer,
}

/// An ask or an offer.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Need {
    pub id: Id,
    pub side: Side,
    pub event: EventId,
    pub span: Span,
    pub title: Text,
    pub text: Option<LongText>,
    pub by: Vec<Party>,
    pub regions: Vec<RegionId>,
    pub themes: Vec<ThemeId>,
    pub session: Option<SessionId>,
    pub status: Option<StatusNow<LeadStatus>>,
    pub contact: Option<Party>,
    pub aliases: Vec<Spanned<String>>,
    /// Whether it stands inline in a deal, without a page of its own.
    pub inline: bool,
    /// News, oldest first.
    pub updates: Vec<Update<LeadStatus>>,
    /// The deals that take it up, stopped ones among them, newest first.
    pub deals: Vec<DealId>,
    /// Whether it is a lead: open, and taken by no deal but stopped ones.
    pub lead: bool,
    /// Possible matches of a lead, best first, at most ten.
    pub matches: Vec<NeedId>,
}

/// How an ask or offer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum LeadStatus {
    Open,
    Matched,
    Closed,
}

/// One deal.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Deal {
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub title: Text,
    pub text: Option<LongText>,
    pub asks: Vec<NeedId>,
    pub offers: Vec<NeedId>,
    pub ideas: Vec<IdeaId>,
    /// As written; without these, the makers of its asks and offers.
    pub parties: Vec<Party>,
    pub regions: Vec<RegionId>,
    pub themes: Vec<ThemeId>,
    pub session: Option<SessionId>,
    pub status: Option<StatusNow<DealStatus>>,
    pub agreed: Option<Date>,
    pub due: Option<Date>,
    pub contact: Option<Party>,
    pub aliases: Vec<Spanned<String>>,
    /// News, oldest first.
    pub updates: Vec<Update<DealStatus>>,
}

/// How a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum DealStatus {
    Agreed,
    Underway,
    Done,
    Stopped,
}

/// A conclusion.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Outcome {
    /// Its fragment on the event's page: its own id, else `uitkomst-3` by position.
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub text: LongText,
    pub regions: Vec<RegionId>,
    pub themes: Vec<ThemeId>,
    pub session: Option<SessionId>,
}

/// Somebody's very words.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Quote {
    /// Its fragment on the event's page: `citaat-3` by position.
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub text: LongText,
    pub by: Party,
    pub session: Option<SessionId>,
}

/// A number with source and date.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Figure {
    /// Its fragment on the event's page: its measure, else `cijfer-3` by position.
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub label: Text,
    pub value: FigureValue,
    pub unit: Option<Text>,
    pub measure: Option<Id>,
    pub source: Option<String>,
    pub as_of: Option<Date>,
    pub regions: Vec<RegionId>,
    pub themes: Vec<ThemeId>,
}

/// The value of a figure.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the variants say what they hold")]
pub enum FigureValue {
    Integer(i64),
    Number(f64),
    Words(String),
}

/// A photo that may be shown: its consent is on record.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Photo {
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    /// The file, below the site's folder.
    pub file: SourcePath,
    /// Where it is named.
    pub file_span: Span,
    /// Empty for a decorative photo.
    pub alt: Option<Text>,
    pub caption: Option<Text>,
    pub credit: Option<String>,
    pub people: Vec<Party>,
    pub session: Option<SessionId>,
    /// Its size, upright, as its header tells it.
    pub size: Size,
}

/// Something taken home.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Resource {
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub title: Text,
    pub target: ResourceTarget,
    /// Where the file or address is named.
    pub target_span: Span,
    pub kind: Option<ResourceKind>,
    pub language: Option<Language>,
    pub of: Option<RecordId>,
    pub accessible: Option<bool>,
    pub alternative: Option<String>,
}

/// Where a resource is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResourceTarget {
    /// A file of the event's folder, and its size in bytes.
    File(SourcePath, u64),
    /// An address elsewhere.
    Url(String),
}

/// Kinds of resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum ResourceKind {
    Slides,
    Data,
    Tool,
    Video,
    Document,
    Other,
}
