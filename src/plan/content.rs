//! The files of a planned site: where each goes, and what it holds.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::address::Addresses;
use super::entries::Entries;
use super::list::{List, ListKind};
use super::page::Page;
use super::path::OutputPath;
use crate::config::HeaderFile;
use crate::records::{EventId, PhotoId, RecordId};
use crate::source::SourcePath;
use crate::words::{Language, Text};

/// The most addresses that one sitemap may hold (sitemaps.org, "Sitemap file limits").
pub const SITEMAP_LENGTH: usize = 50_000;

/// What a file of the site holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A page in a language.
    Page(Page, Language),
    /// A page at an old address that leads to a new one: its path below the site's root.
    Redirect {
        /// Where it leads.
        to: String,
        /// What is there.
        title: String,
    },
    /// A page at a promised address that says that what was there is no more.
    Gone {
        /// Why, as the writer says.
        reason: Option<Text>,
        /// Since when.
        date: Option<Date>,
        /// The language of the page.
        language: Language,
    },
    /// The social card of a page.
    Social(Page, Language),
    /// The address of a page as a code.
    Code(Page, Language),
    /// The stylesheet with what the site chose of the look's options.
    Chosen,
    /// An attachment, as it is.
    Copy(SourcePath),
    /// A file of the look, as it is.
    Asset(String),
    /// The stylesheet with the colours of the themes.
    Colours,
    /// The list of addresses for search engines; with more than one, their index comes first.
    Sitemap(Sitemap),
    /// What search engines may visit.
    Robots,
    /// The news of what a page is about, as Atom: of the whole site for its home.
    Feed(Page, Language),
    /// An event as a file for a calendar.
    Calendar(EventId, Language),
    /// What deals have agreed to do by when, as a file for a calendar.
    Agenda(Language),
    /// The index of a whole list, for choices to be combined in the browser.
    ListIndex(ListKind, Language),
    /// Where somebody who finds a leak reports it.
    Security,
    /// What a server is told to say along with the files.
    Headers(HeaderFile),
    /// What IIS is told to say along with a page that is made to be shown in a frame.
    FrameFolder,
}

/// Which sitemap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sitemap {
    /// All addresses in one.
    Whole,
    /// The index of this many parts.
    Index(usize),
    /// A part, from 1.
    Part(usize),
}

/// A file that the site will have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Where it goes.
    pub path: OutputPath,
    /// What it holds.
    pub content: Content,
}

/// The files that a photo becomes. They are made together; the photo's own file is never published,
/// since it may tell where it was taken, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPhoto {
    /// The photo.
    pub photo: PhotoId,
    /// Its files, in the order of [`renditions`](crate::pictures::renditions).
    pub files: Vec<OutputPath>,
}

/// Every file of the site.
#[derive(Debug)]
pub struct Plan {
    /// Makes addresses.
    pub addresses: Addresses,
    /// The files, in a fixed order; those of photos apart.
    pub files: Vec<Planned>,
    /// The photos, in the order of the report.
    pub photos: Vec<PlannedPhoto>,
    /// What each list holds: worked out once, however many pages the list has.
    pub lists: BTreeMap<List, Entries>,
    /// The pages that search engines should know, by language, in the order of the files.
    pub indexed: Vec<(Page, Language)>,
    /// Pages without anything on record, kept since they were promised.
    pub empty: BTreeSet<Page>,
    /// The words of the short links of records.
    pub shorts: HashMap<RecordId, String>,
    /// The promised addresses, below the site's root, that are not to be forgotten.
    pub lasting: BTreeSet<String>,
    /// The old addresses that lead to records, as these say themselves.
    pub aliases: Vec<(RecordId, String)>,
    /// The promised addresses that are to be forgotten: nothing stands there.
    pub nameless: BTreeSet<String>,
    /// Links of texts from the root that lack the last slash of a page, the folder of the assets or
    /// the name that a heading has there, with what they are meant to be.
    pub completed: BTreeMap<String, CompletedLink>,
}

/// What a link from the root is meant to be: with the last slash of a page, and the heading behind
/// it under the name that it has there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletedLink {
    /// The address, up to the heading.
    pub address: String,
    /// The heading, by its own words.
    pub heading: Option<LinkedHeading>,
}

/// A heading of a record's own text, on its page in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedHeading {
    /// Whose text it is in.
    pub record: RecordId,
    /// The language of the page.
    pub language: Language,
    /// The heading, as it is named in its text.
    pub id: String,
}

/// The files of a look that a plan must know of.
#[derive(Debug, Clone, Copy)]
pub struct LookFilesPlanned<'a> {
    /// What the folder of all of them is called.
    pub folder: &'a str,
    /// The names of its assets.
    pub assets: &'a [String],
    /// Whether there is a stylesheet with the colours of the themes.
    pub colours: bool,
    /// Whether it has a stylesheet of what the site chose of its options.
    pub chosen: bool,
}
