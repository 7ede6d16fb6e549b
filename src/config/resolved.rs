//! [`Config`]: the settings of a site, each with its value.

use std::collections::{BTreeMap, BTreeSet};

use super::compliance::{Accessibility, Budget, HeaderFile, PrivacyNotice, Security};
use super::publishing::PublishPlace;
use crate::id::Id;
use crate::markdown::RawHtml;
use crate::schema::choices::Completeness;
use crate::source::{Span, Spanned};
use crate::words::{Language, Text};

/// The site's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of oogst.toml, and no two of them make one state"
)]
pub struct Config {
    /// The site's name.
    pub title: Text,
    /// How completely the roles of speakers were recorded, where the settings say.
    pub roles: Option<Completeness>,
    /// The address of the site's root, without a `/` at the end: `https://school.nl/oogst`. Empty
    /// when none is given.
    pub base_url: String,
    /// The path of that address: `/oogst`, or empty.
    pub base_path: String,
    /// What the site is about.
    pub description: Option<Text>,
    /// Its languages, the usual one first: one or two.
    pub languages: Vec<Language>,
    /// The name of its look.
    pub look: Id,
    /// Where the look is named, for messages.
    pub look_span: Option<Span>,
    /// What is chosen of the look's options.
    pub chosen: Vec<(Spanned<String>, Spanned<String>)>,
    /// Whether social cards are drawn: they need whole addresses.
    pub social: bool,
    /// The IANA name of the time zone.
    pub time_zone: String,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// The licence of the texts.
    pub licence: Option<Text>,
    /// Words of addresses that differ from the language's own, by the name of the route.
    pub routes: BTreeMap<String, Id>,
    /// Where the routes are written, for messages.
    pub routes_span: Option<Span>,
    /// The map of the regions, where one is named.
    pub map: Option<MapFile>,
    /// Whether e-mail addresses in texts are shown.
    pub show_emails: bool,
    /// Whether phone numbers in texts are shown.
    pub show_phones: bool,
    /// After how many months without news a page says so.
    pub stale_months: u32,
    /// Whether the site can be searched.
    pub search: bool,
    /// HTML in texts.
    pub raw_html: RawHtml,
    /// Words that advice on texts leaves alone, in small letters.
    pub accepted: BTreeSet<String>,
    /// What the page about accessibility says.
    pub accessibility: Accessibility,
    /// What the page about privacy says.
    pub privacy: PrivacyNotice,
    /// Where a leak is reported.
    pub security: Option<Security>,
    /// The files with headers that are asked for.
    pub header_files: Vec<HeaderFile>,
    /// How heavy files may be before the build warns.
    pub budget: Option<Budget>,
    /// Where the site is published.
    pub publish: Vec<PublishPlace>,
}

/// A map of the regions, and what joins its shapes to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFile {
    /// The file, named from `content/`.
    pub file: Spanned<String>,
    /// The property by which a shape is known; `None` for its own `id`.
    pub property: Option<Spanned<String>>,
    /// The code of a region that equals it; `None` for the region's id.
    pub join: Option<String>,
}

impl Config {
    /// The site's usual language.
    pub fn language(&self) -> Language {
        self.languages[0]
    }
}
