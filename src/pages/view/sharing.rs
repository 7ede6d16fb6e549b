//! What other sites show of this one.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::cards::{More, Number, PageHead, Said, SiteHead, StatusLine};
use crate::shared::Shared;

/// What a region or organisation can put on its own site. Only where this site knows its own
/// address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnSite {
    /// The page that is made to be shown in a frame.
    pub page: String,
    /// HTML that shows that page in a frame. It is shown as text, so it is no `Html`.
    pub frame: String,
    /// HTML that says the same without a frame, script or style. It is shown as text.
    pub snippet: String,
}

/// A deal or lead in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// `deal`, `ask` or `offer`.
    pub kind: &'static str,
    pub title: Said,
    /// `None` where it has no page.
    pub href: Option<String>,
    pub status: Option<StatusLine>,
    /// The day of its event: "30 oktober 2018".
    pub date: String,
}

/// `embed.html`: a region or organisation, to be shown in a frame of another site. Links leave the
/// frame.
#[derive(Debug, Serialize)]
pub struct EmbedView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub name: Said,
    /// "Regio", "School".
    pub kind: String,
    /// "Zeven deals, drie vragen nog open.": one plain sentence made of the counts.
    pub summary: Option<String>,
    pub numbers: Vec<Number>,
    /// The newest, at most five.
    pub deals: Vec<Brief>,
    /// Open asks and offers, at most five.
    pub leads: Vec<Brief>,
    /// "Stand van 14 maart 2024".
    pub as_of: Option<String>,
    /// The page that it is a part of.
    pub whole: More,
}
