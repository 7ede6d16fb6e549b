//! The records that all events share, linked: regions, themes, people, organisations, series, and
//! the free pages.

use jiff::civil::Date;

use super::{
    DealId, EventId, Harvest, IdeaId, Link, LongText, NeedId, OrganisationId, Party, PersonId,
    PhotoId, QuoteId, RegionId, SessionId, SpeakerId, ThemeId,
};
use crate::id::Id;
use crate::source::{Span, Spanned};
use crate::words::Text;

/// Where.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
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
    /// What names this very region: a page of a region below shows it apart, uncounted, as being
    /// for the whole of this one.
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
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Theme {
    pub id: Id,
    pub span: Span,
    pub name: Text,
    pub parents: Vec<ThemeId>,
    pub codes: Vec<(String, String)>,
    pub text: Option<LongText>,
    pub colour: Option<String>,
    /// Where the colour is written, for messages.
    pub colour_span: Option<Span>,
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
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
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
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
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
    /// Everything on record, over all events: by itself, by its people as they were then, by
    /// unnamed people of it.
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
#[expect(
    missing_docs,
    reason = "the fields are the schema's; those that linking adds are explained"
)]
pub struct Series {
    pub id: Id,
    pub span: Span,
    pub name: Text,
    pub text: Option<LongText>,
    pub kind: Option<SeriesKind>,
    pub aliases: Vec<Spanned<String>>,
    /// Its events, oldest first: the editions side by side.
    pub events: Vec<EventId>,
    /// For each edition after the first, people and organisations that took part in an earlier one
    /// as well.
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
