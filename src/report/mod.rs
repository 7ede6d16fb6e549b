//! The linked report: every record with its references resolved both ways, what rolls up where, and which leads may match.
//!
//! One `Vec` a kind, and a typed index into it: a [`DealId`] exists only if the deal does. All orders are decided here: records of a kind
//! stand in the order of their files and positions; lists of references are sorted as pages show them. A page needs nothing that is not here,
//! and nothing here changes once it is linked.

pub mod find;
pub mod link;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Time};

use crate::content::value::MarkdownText;
use crate::id::Id;
use crate::source::{SourcePath, Span, Spanned};
use crate::words::{Language, Text};

macro_rules! indexes {
    ($($(#[doc = $doc:literal])+ $name:ident -> $list:ident: $type:ty;)*) => {
        $(
            $(#[doc = $doc])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub u32);

            impl $name {
                /// The position as a `usize`.
                pub fn index(self) -> usize { self.0 as usize }
            }

            impl std::ops::Index<$name> for Report {
                type Output = $type;
                fn index(&self, id: $name) -> &$type { &self.$list[id.index()] }
            }
        )*

        /// Everything that the content tells, linked.
        #[derive(Debug, Default)]
        pub struct Report {
            $(
                #[doc = concat!("Every record that a [`", stringify!($name), "`] names.")]
                pub $list: Vec<$type>,
            )*
            /// Files that texts link to.
            pub attachments: Vec<Attachment>,
            /// What the report as a whole adds up to.
            pub totals: Totals,
            /// Every year that has an event, newest first.
            pub years: Vec<Year>,
            /// The top regions (those without a parent), by name.
            pub top_regions: Vec<RegionId>,
            /// The top themes, by name.
            pub top_themes: Vec<ThemeId>,
            /// Regions crossed with themes, where there is something. Keys are in order of region, then theme.
            pub crossings: BTreeMap<(RegionId, ThemeId), Harvest>,
            /// Events, newest first.
            pub events_newest: Vec<EventId>,
            /// People with a page, in order of their sort names.
            pub people_by_name: Vec<PersonId>,
            /// Organisations, in order of their names.
            pub organisations_by_name: Vec<OrganisationId>,
            /// Series, by name.
            pub series_by_name: Vec<SeriesId>,
            /// News of records whose kind has no status of its own (events, sessions, outcomes, …), oldest first.
            pub news: BTreeMap<RecordId, Vec<Update<()>>>,
            /// Every record by its id: see [`Report::find`].
            pub index: find::Index,
        }
    };
}

indexes! {
    /// An event.
    EventId -> events: Event;
    /// A session of an event.
    SessionId -> sessions: Session;
    /// Somebody's part in an event.
    SpeakerId -> speakers: Speaker;
    /// An idea.
    IdeaId -> ideas: Idea;
    /// An ask or an offer: two halves of one shape.
    NeedId -> needs: Need;
    /// A deal.
    DealId -> deals: Deal;
    /// An outcome.
    OutcomeId -> outcomes: Outcome;
    /// A quote.
    QuoteId -> quotes: Quote;
    /// A figure.
    FigureId -> figures: Figure;
    /// A photo.
    PhotoId -> photos: Photo;
    /// A resource.
    ResourceId -> resources: Resource;
    /// A region.
    RegionId -> regions: Region;
    /// A theme.
    ThemeId -> themes: Theme;
    /// A person.
    PersonId -> people: Person;
    /// An organisation.
    OrganisationId -> organisations: Organisation;
    /// A series.
    SeriesId -> series: Series;
    /// A free page.
    PageId -> pages: FreePage;
}

/// A longer text in Markdown, with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongText {
    /// As first written.
    pub original: MarkdownText,
    /// In the site's other language.
    pub translation: Option<MarkdownText>,
}

/// A record that updates, corrections and resources can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the kind it names")]
pub enum RecordId {
    Event(EventId),
    Session(SessionId),
    Idea(IdeaId),
    Need(NeedId),
    Deal(DealId),
    Outcome(OutcomeId),
    Figure(FigureId),
    Photo(PhotoId),
    Resource(ResourceId),
    Region(RegionId),
    Theme(ThemeId),
    Person(PersonId),
    Organisation(OrganisationId),
    Series(SeriesId),
    Page(PageId),
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

/// What became of an event. Not recorded is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum EventStatus {
    Held,
    Planned,
    Cancelled,
    Moved,
}

/// How people took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum Attendance {
    Onsite,
    Online,
    Hybrid,
}

/// How completely a kind of record was kept. Not said is `None`: what is there is taken for all there was, and nothing more is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum Completeness {
    All,
    Some,
    None,
}

/// What was recorded of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "one field a kind")]
pub struct Recorded {
    pub deals: Option<Completeness>,
    pub asks: Option<Completeness>,
    pub offers: Option<Completeness>,
    pub ideas: Option<Completeness>,
}

/// Where an event was.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Place {
    pub name: Option<String>,
    pub address: Option<String>,
    pub town: Option<String>,
    pub country: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
}

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Link {
    pub title: String,
    pub url: String,
}

/// Where facts came from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct Source {
    pub title: String,
    pub url: Option<String>,
    pub date: Option<Date>,
    pub archived: Option<String>,
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
    /// The event in whose folder it is written: `deal:x` in its text means that event's. None for news from the top of `content/`.
    pub event: Option<EventId>,
    /// Where the news came from.
    pub source: Option<String>,
}

/// The status of a record now, and since when it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusNow<S> {
    /// The newest status on record.
    pub status: S,
    /// The day it is known of: the update's, or when the event's report appeared, or the event's own.
    pub as_of: Date,
}

/// One event.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
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
    /// Whoever spoke: those with a speaker's record first, in the order written, then those whom only sessions name.
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
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
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
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
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
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
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
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
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
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
pub struct Photo {
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    /// The file, below the site's folder.
    pub file: SourcePath,
    /// Empty for a decorative photo.
    pub alt: Option<Text>,
    pub caption: Option<Text>,
    pub credit: Option<String>,
    pub people: Vec<Party>,
    pub session: Option<SessionId>,
    /// Width and height in pixels, where its header could be read.
    pub size: Option<(u32, u32)>,
}

/// Something taken home.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
pub struct Resource {
    pub id: Id,
    pub event: EventId,
    pub span: Span,
    pub title: Text,
    pub target: ResourceTarget,
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

/// What rolled up to a place: distinct records, counted once however many ways lead there. Newest first.
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
        let Self { events, sessions, ideas, asks, offers, deals, outcomes, figures, leads } = self;
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

/// Where.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
pub struct Region {
    pub id: Id,
    pub span: Span,
    pub name: Text,
    pub kind: Option<RegionKind>,
    pub parents: Vec<RegionId>,
    pub codes: Vec<(String, String)>,
    pub tile: Option<(u16, u16)>,
    pub text: Option<LongText>,
    pub also: Vec<String>,
    pub former_names: Vec<String>,
    pub until: Option<Date>,
    pub successor: Option<RegionId>,
    pub aliases: Vec<Spanned<String>>,
    /// Regions directly below, by name.
    pub children: Vec<RegionId>,
    /// Every region above, nearest first, each once.
    pub ancestors: Vec<RegionId>,
    /// What counts for it: its own and that of all below, each record once.
    pub harvest: Harvest,
    /// What names this very region: a page of a region below shows it apart, uncounted, as being for the whole of this one.
    pub direct: Harvest,
    /// Organisations from here or below, by name.
    pub organisations: Vec<OrganisationId>,
    /// Themes with something here, by name: the crossings hold what.
    pub themes: Vec<ThemeId>,
}

/// Kinds of region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum RegionKind {
    Country,
    Province,
    Region,
    Municipality,
    District,
    Other,
}

/// About what.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
pub struct Theme {
    pub id: Id,
    pub span: Span,
    pub name: Text,
    pub parents: Vec<ThemeId>,
    pub codes: Vec<(String, String)>,
    pub text: Option<LongText>,
    pub colour: Option<String>,
    pub also: Vec<String>,
    pub former_names: Vec<String>,
    pub until: Option<Date>,
    pub successor: Option<ThemeId>,
    pub aliases: Vec<Spanned<String>>,
    /// Themes directly below, by name.
    pub children: Vec<ThemeId>,
    /// Every theme above, nearest first, each once.
    pub ancestors: Vec<ThemeId>,
    /// What counts for it: its own and that of all below.
    pub harvest: Harvest,
    /// What names this very theme.
    pub direct: Harvest,
    /// Regions with something on this theme, by name.
    pub regions: Vec<RegionId>,
}

/// Somebody.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
pub struct Person {
    pub id: Id,
    pub span: Span,
    pub name: String,
    /// As written, else made from the name: "Hijum, Eddy van".
    pub sort_name: String,
    pub role: Option<Text>,
    pub organisation: Option<Party>,
    pub links: Vec<Link>,
    pub text: Option<LongText>,
    pub also: Vec<String>,
    /// Whether they have a page of their own.
    pub listed: bool,
    pub aliases: Vec<Spanned<String>>,
    /// Everything on record, over all events.
    pub record: PartyRecord,
}

/// A school, company, government or network.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
pub struct Organisation {
    pub id: Id,
    pub span: Span,
    pub name: Text,
    pub kind: Option<OrganisationKind>,
    pub regions: Vec<RegionId>,
    pub website: Option<String>,
    pub codes: Vec<(String, String)>,
    pub text: Option<LongText>,
    pub also: Vec<String>,
    pub former_names: Vec<String>,
    pub until: Option<Date>,
    pub successor: Option<OrganisationId>,
    pub aliases: Vec<Spanned<String>>,
    /// Everything on record, over all events: by itself, by its people as they were then, by unnamed people of it.
    pub record: PartyRecord,
    /// Its present people, by sort name.
    pub people: Vec<PersonId>,
    /// Organisations that became part of it, by name.
    pub predecessors: Vec<OrganisationId>,
}

/// Kinds of organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum OrganisationKind {
    School,
    Company,
    Government,
    Sector,
    Network,
    Other,
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

/// A row of events.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
pub struct Series {
    pub id: Id,
    pub span: Span,
    pub name: Text,
    pub text: Option<LongText>,
    pub kind: Option<SeriesKind>,
    pub aliases: Vec<Spanned<String>>,
    /// Its events, oldest first: the editions side by side.
    pub events: Vec<EventId>,
    /// For each edition after the first, people and organisations that took part in an earlier one as well.
    pub returned: Vec<Vec<Party>>,
}

/// Kinds of series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum SeriesKind {
    Yearly,
    Programme,
    Other,
}

/// A page of the writer's own.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are the schema's")]
pub struct FreePage {
    pub id: Id,
    pub span: Span,
    pub title: Text,
    pub summary: Option<Text>,
    pub text: Option<LongText>,
    pub menu: bool,
    pub aliases: Vec<Spanned<String>>,
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
