//! The card that other sites show beside a link.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use std::collections::BTreeMap;

use serde::Serialize;

use crate::social::Lines;

/// `social.svg`: a drawing of 1200 by 630, from which the picture is made. All words are set: they
/// fit lines of their size in the letters of `serif`, the only ones there are. A look without this
/// template has no cards.
#[derive(Debug, Serialize)]
pub struct SocialView {
    pub lang: &'static str,
    /// `event`, `region`, `theme`, or `home` for all other pages.
    pub kind: &'static str,
    /// The site's name, in one line of 30 pixels.
    pub site: String,
    /// What it is, when and where: "30 oktober 2018, Zwolle"; in one line of 32 pixels.
    pub kicker: String,
    /// In 860 pixels, semibold.
    pub title: Lines,
    /// At most three.
    pub numbers: Vec<SocialNumber>,
    /// The look's colours by light, as `#rrggbb`: `colours.paper`.
    pub colours: BTreeMap<String, String>,
}

/// A figure with its label.
#[derive(Debug, Serialize)]
pub struct SocialNumber {
    /// At most 330 pixels wide at 92 pixels, semibold.
    pub value: String,
    /// In 330 pixels.
    pub label: Lines,
}

/// The picture that stands for a page on other sites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SocialPicture {
    /// Its whole address.
    pub href: String,
    /// What it says, for who does not see it.
    pub alt: String,
    pub width: u32,
    pub height: u32,
}
