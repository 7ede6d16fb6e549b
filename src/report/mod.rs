//! The linked report: every record with its references resolved both ways, what rolls up where, and
//! which leads may match.
//!
//! One `Vec` a kind, and a typed index into it: a [`DealId`] exists only if the deal does. All
//! orders are decided here: records of a kind stand in the order of their files and positions;
//! lists of references are sorted as pages show them. A page needs nothing that is not here, and
//! nothing here changes once it is linked.

mod events;
pub mod find;
pub mod hours;
pub mod link;
mod registers;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::content::value::MarkdownText;
use crate::source::{SourcePath, Span};
pub use events::*;
pub use registers::*;

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
            /// Regions crossed with themes, where there is something. Keys are in order of region,
            /// then theme.
            pub crossings: BTreeMap<(RegionId, ThemeId), Harvest>,
            /// Events, newest first.
            pub events_newest: Vec<EventId>,
            /// People with a page, in order of their sort names.
            pub people_by_name: Vec<PersonId>,
            /// Organisations, in order of their names.
            pub organisations_by_name: Vec<OrganisationId>,
            /// Series, by name.
            pub series_by_name: Vec<SeriesId>,
            /// News of records whose kind has no status of its own (events, sessions, outcomes, …),
            /// oldest first.
            pub news: BTreeMap<RecordId, Vec<Update<()>>>,
            /// Every record by its id: see [`Report::find`].
            pub index: find::Index,
            /// The content of photos to which somebody said no, with the file, where another file
            /// may have the same.
            pub refused: BTreeMap<[u8; 32], SourcePath>,
            /// Files that are handed out as text, whatever they are called.
            pub as_text: BTreeSet<SourcePath>,
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

/// How completely a kind of record was kept. Not said is `None`: what is there is taken for all
/// there was, and nothing more is claimed.
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
