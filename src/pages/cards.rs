//! The cards and names that many pages show of a record.

use serde::Serialize;

use super::local_text::LocalText;
use crate::stable_hash::Shared;

/// A name that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    pub name: LocalText,
    pub href: String,
    /// The record's id: for a theme, `data-theme` gives it its colour.
    pub id: String,
}

/// A person, organisation or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyTag {
    pub name: LocalText,
    /// `None` where they have no page.
    pub href: Option<String>,
    /// Their organisation, where it says something more.
    pub organisation: Option<Shared<PartyTag>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    pub label: LocalText,
    pub href: String,
}

/// Where to read on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct More {
    pub label: String,
    pub href: String,
}

/// A very large figure with a small label under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Number {
    /// "70+", "3", or "niet bijgehouden" (then `kept` is false).
    pub value: String,
    pub label: String,
    /// Whether the value is a number that was kept.
    pub kept: bool,
    pub href: Option<String>,
}

/// A count that claims no more than was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub number: usize,
    /// "3", "3+" where there may be more, "niet bijgehouden", or "geen" where nothing at all is on
    /// record.
    pub shown: String,
    /// "3 deals", "minstens 3 deals", "deals: niet bijgehouden", "deals: geen".
    pub said: String,
    /// Whether `shown` is a number; otherwise it is words.
    pub kept: bool,
}

/// How something stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusLine {
    /// `underway`, for a class.
    pub key: &'static str,
    /// "Loopt".
    pub label: String,
    /// "stand van 14 maart 2024".
    pub as_of: String,
    /// "Moet klaar zijn op 1 juni 2025": only while it runs and that day is still to come.
    pub due: Option<String>,
    /// "Sinds juni 2019 geen bericht": only where news is old or what was due is past.
    pub silence: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventCard {
    pub title: LocalText,
    pub href: String,
    /// "dinsdag 30 oktober 2018".
    pub date: String,
    /// For `<time datetime>`: `2018-10-30`.
    pub date_iso: String,
    pub year: String,
    /// "Zwolle", or "online".
    pub place: Option<String>,
    /// "Afgelast": only where it is not simply held.
    pub status: Option<String>,
    pub summary: Option<LocalText>,
}

/// One half of a deal as a card shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HalfCard {
    pub title: LocalText,
    /// `None` where it was written inside the deal.
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DealCard {
    pub title: LocalText,
    pub href: String,
    pub asks: Vec<HalfCard>,
    pub offers: Vec<HalfCard>,
    /// Shown where there are no halves.
    pub parties: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub regions: Vec<Shared<Tag>>,
    /// The day of its event: "30 oktober 2018".
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IdeaCard {
    pub title: LocalText,
    /// `None` where it was written inside a deal.
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub regions: Vec<Shared<Tag>>,
    /// The day of its event.
    pub date: String,
}

/// An ask or offer; a lead when it is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadCard {
    /// `ask` or `offer`.
    pub side: &'static str,
    pub title: LocalText,
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    /// Whether it is open, so that the other half is missing.
    pub open: bool,
    /// "Wie kan dit bieden?"
    pub question: &'static str,
    /// The best possible matches, at most three on a card.
    pub matches: Vec<Tag>,
    pub regions: Vec<Shared<Tag>>,
    /// The day of its event.
    pub date: String,
}
