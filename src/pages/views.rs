//! What all pages of a site are filled from, worked out once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::Date;

use super::card_cache::CardCache;
use super::cards::Number;
use super::list_index::ListIndex;
use super::site::{LookOption, SiteHead};
use crate::config::Config;
use crate::id::Id;
use crate::plan::Plan;
use crate::plan::list::{ListKind, Narrow};
use crate::plan::map::Maps;
use crate::plan::page::Page;
use crate::records::{FigureId, Recorded, Report};
use crate::source::SourcePath;
use crate::stable_hash::Shared;
use crate::words::Language;

/// What all pages of the site are filled from.
#[derive(Debug)]
pub struct Views<'a> {
    pub(super) report: &'a Report,
    pub(super) config: &'a Config,
    pub(super) plan: &'a Plan,
    pub(super) maps: &'a Maps,
    pub(super) today: Date,
    pub(super) heads: BTreeMap<Language, Shared<SiteHead>>,
    pub(super) card_caches: BTreeMap<Language, CardCache>,
    pub(super) has_agenda: bool,
    /// The files that texts link to: only these are published, so only these are linked.
    pub(super) attachments: BTreeSet<SourcePath>,
    /// The figures of each measure, oldest first.
    pub(super) measures: BTreeMap<Id, Vec<FigureId>>,
    /// The indexes of the whole lists, with their hashes.
    pub(super) indexes: BTreeMap<(ListKind, Language), Shared<ListIndex>>,
    /// How completely all events together were recorded.
    pub(super) recorded: Recorded,
    /// The same for what narrows a list, worked out when the first page of such a list is filled.
    pub(super) recorded_by: BTreeMap<Narrow, OnceLock<Recorded>>,
    /// Where the letters of whole lists begin, worked out when the first page of such a list is
    /// filled.
    pub(super) letters: BTreeMap<(ListKind, Language), OnceLock<Letters>>,
    /// What stands on each social card; empty where none are drawn.
    pub(super) cards: BTreeMap<(Page, Language), CardWords>,
    /// The look's colours by light.
    pub(super) colours: BTreeMap<String, String>,
}

/// The letters of a list of names, each with the page that it begins on.
pub(super) type Letters = Vec<(String, usize)>;

/// The words of a card before they are set.
#[derive(Debug)]
pub(super) struct CardWords {
    pub(super) title: String,
    /// What it is, when and where.
    pub(super) kicker: String,
    /// At most three, all of them kept.
    pub(super) numbers: Vec<Number>,
}

/// Where the look's files are: in a folder that is called by what is in it, so that a browser never
/// shows an old one.
#[derive(Debug, Clone, Default)]
pub struct AssetAddresses {
    /// The name of that folder: `1a2b3c4d`.
    pub folder: String,
    /// Whether there is a stylesheet of the themes' colours.
    pub has_colours: bool,
    /// Whether there is one of what the site chose.
    pub has_chosen: bool,
    /// Whether the look has an icon.
    pub has_icon: bool,
    /// `share.js` as `share`, for every script right below `assets/`.
    pub scripts: BTreeMap<String, String>,
    /// The look's options, with pictures and fonts by their name below the assets.
    pub options: BTreeMap<String, LookOption>,
}
