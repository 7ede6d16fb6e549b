//! The small pieces that pages are made of: never a whole record of another page, only what a card
//! shows.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use std::collections::BTreeMap;

use serde::Serialize;

use super::policy::Policy;

use super::social::SocialPicture;
use crate::shared::Shared;
use crate::words::interface::Interface;

/// A short text, with its language when that is not the page's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    pub text: String,
    pub lang: Option<&'static str>,
}

/// A longer text as safe HTML, with its language when that is not the page's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Html {
    pub html: String,
    pub lang: Option<&'static str>,
}

impl Html {
    /// Whether there is a picture in it.
    pub fn has_picture(&self) -> bool {
        // What looks like one in the words of a text is escaped.
        self.html.contains("<img ")
    }
}

/// What all pages of one language share.
#[derive(Debug, Clone, Serialize)]
pub struct SiteHead {
    pub title: Said,
    pub description: Option<Said>,
    /// The page's language: `nl`.
    pub lang: &'static str,
    /// The home page: `/` or `/oogst/en/`.
    pub home: String,
    /// Where the look's files are: `/oogst/assets/`.
    pub assets: String,
    /// The look's stylesheet, with a part of its hash in the address so that browsers never keep an
    /// old one.
    pub stylesheet: String,
    /// The colours of the themes, likewise; only where a theme has one.
    pub colours: Option<String>,
    /// What the site chose of the look's options, likewise; only where it chose any.
    pub chosen: Option<String>,
    pub icon: Option<String>,
    /// The look's modules by name, with a part of their hash: `share` for `assets/share.js`.
    pub scripts: BTreeMap<String, String>,
    /// The search page, which the form in the header leads to; only where the site has one.
    pub search: Option<String>,
    /// The look's options by name, each as chosen or as the look has it.
    pub options: BTreeMap<String, LookOption>,
    /// The news as Atom; only where the site knows its own address.
    pub feed: Option<String>,
    pub menu: Vec<MenuItem>,
    pub footer: Vec<MenuItem>,
    pub publisher: Option<Said>,
    pub licence: Option<Said>,
    /// `oogst 0.1.0`.
    pub generator: String,
    pub words: Shared<Interface>,
}

/// An option of a look. Which of these there are follows from its kind: a colour, a picture or a
/// font.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LookOption {
    /// A colour by light: `#fbf9f4`.
    pub light: Option<String>,
    /// The same in the dark.
    pub dark: Option<String>,
    /// The address of a picture or font.
    pub href: Option<String>,
    /// Of a picture, where its file says so.
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Compare with `page.section` for `aria-current`.
    pub section: &'static str,
    pub label: Said,
    pub href: String,
}

/// The head of one page.
#[derive(Debug, Clone, Serialize)]
pub struct PageHead {
    /// Which kind of page: `event`, `deal`, `list-deals`; for `data-page`.
    pub kind: &'static str,
    /// Which entry of the menu it belongs to.
    pub section: &'static str,
    pub title: Said,
    /// For `<title>`: with what it belongs to, without the site's name.
    pub full_title: String,
    pub description: Option<String>,
    /// The whole address, where the site has a `base_url`.
    pub canonical: Option<String>,
    /// This page's own path.
    pub path: String,
    /// The same page in the other languages, itself included; empty in a site of one language.
    pub alternates: Vec<Alternate>,
    /// The whole address for whoever speaks neither language, where the page is in both.
    pub x_default: Option<String>,
    /// "Deze tekst is er alleen in het Nederlands.": where it falls back to the language it was
    /// written in.
    pub only_in: Option<String>,
    /// The way here, home first, without the page itself.
    pub trail: Vec<Shared<Crumb>>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// What a preview of a link to it shows besides its title, description and address; only where
    /// the site has a `base_url`.
    pub preview: Option<Preview>,
    /// The page as JSON-LD (schema.org), fit to stand as it is in
    /// `<script type="application/ld+json">`.
    pub linked_data: Option<String>,
    /// The news of what this page is about, as Atom.
    pub feed: Option<String>,
    /// What stands on this page as a file for a calendar.
    pub calendar: Option<More>,
    /// What it may load and run: the value of a `Content-Security-Policy`.
    pub policy: Policy,
    /// The card for other sites to show; only where cards are drawn.
    pub picture: Option<SocialPicture>,
    /// The short link to it, whole: for paper. Only of records whose addresses are recorded, where
    /// the site has a `base_url`.
    pub short: Option<String>,
}

/// What a preview of a link shows (Open Graph, <https://ogp.me>).
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// `article` or `website`.
    pub kind: &'static str,
    /// `nl_NL`.
    pub locale: &'static str,
    pub other_locales: Vec<&'static str>,
    /// When the report appeared, and when it was last changed: `2018-11-05`.
    pub published: Option<String>,
    pub modified: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    pub lang: &'static str,
    /// The language's own name: "English".
    pub name: &'static str,
    pub href: String,
    /// The whole address, where the site has a `base_url` and the page says something of its own in
    /// every language.
    pub absolute: Option<String>,
    pub current: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    pub label: Said,
    pub href: String,
}

/// A name that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    pub name: Said,
    pub href: String,
    /// The record's id: for a theme, `data-theme` gives it its colour.
    pub id: String,
}

/// A tag with how much is behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    pub tag: Tag,
    pub count: usize,
    /// The count in words, for who hears the page: "15 deals en ideeën".
    pub said: String,
}

/// Where to read on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct More {
    pub label: String,
    pub href: String,
}

/// Some of a kind, how many there are, and where the rest is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section<T> {
    pub items: Vec<T>,
    pub total: usize,
    pub more: Option<More>,
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            total: 0,
            more: None,
        }
    }
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

/// A person, organisation or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyTag {
    pub name: Said,
    /// `None` where they have no page.
    pub href: Option<String>,
    /// Their organisation, where it says something more.
    pub organisation: Option<Shared<PartyTag>>,
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
    pub title: Said,
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
    pub summary: Option<Said>,
}

/// One half of a deal as a card shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HalfCard {
    pub title: Said,
    /// `None` where it was written inside the deal.
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DealCard {
    pub title: Said,
    pub href: String,
    pub asks: Vec<HalfCard>,
    pub offers: Vec<HalfCard>,
    /// Shown where there are no halves.
    pub parties: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub event: Shared<Tag>,
    /// "30 oktober 2018".
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IdeaCard {
    pub title: Said,
    /// `None` where it was written inside a deal.
    pub href: Option<String>,
    pub by: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub event: Shared<Tag>,
    pub date: String,
}

/// An ask or offer; a lead when it is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadCard {
    /// `ask` or `offer`.
    pub side: &'static str,
    pub title: Said,
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
    pub themes: Vec<Shared<Tag>>,
    pub event: Shared<Tag>,
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeakerCard {
    pub person: Shared<PartyTag>,
    /// As it was then.
    pub role: Option<Said>,
    pub organisation: Option<Shared<PartyTag>>,
    /// "Gespreksleider": only where it is not simply speaker.
    pub part: Option<String>,
    pub text: Option<Html>,
    pub sessions: Vec<Tag>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionRow {
    pub id: String,
    pub title: Said,
    /// `None` where it has no more to show.
    pub href: Option<String>,
    /// "13.30–14.15 uur".
    pub time: Option<String>,
    pub room: Option<Said>,
    /// "Workshop".
    pub kind: Option<String>,
    pub question: Option<Said>,
    pub speakers: Vec<Shared<PartyTag>>,
    pub led_by: Vec<Shared<PartyTag>>,
    /// The sessions that are part of it.
    pub parts: Vec<SessionRow>,
}

/// A session on the page of a region or theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionCard {
    pub tag: Tag,
    pub speakers: Vec<Shared<PartyTag>>,
    pub event: Shared<Tag>,
    /// "30 oktober 2018".
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// "dinsdag 30 oktober 2018"; `None` when the event has one day.
    pub label: Option<String>,
    pub sessions: Vec<SessionRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutcomeCard {
    /// The fragment on the event's page.
    pub id: String,
    pub text: Html,
    pub themes: Vec<Shared<Tag>>,
    pub regions: Vec<Shared<Tag>>,
    /// The event, on pages of other things.
    pub event: Option<Shared<Tag>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuoteCard {
    pub id: String,
    pub text: Html,
    pub by: Shared<PartyTag>,
    pub role: Option<Said>,
    pub event: Option<Shared<Tag>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureCard {
    pub id: String,
    pub label: Said,
    pub value: Said,
    pub unit: Option<Said>,
    /// "CBS".
    pub source: Option<Said>,
    /// "1 januari 2018".
    pub as_of: Option<String>,
    pub event: Option<Shared<Tag>>,
    /// The same measure in other years, oldest first, this one among them; empty where there is one
    /// only.
    pub over_years: Vec<FigureYear>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureYear {
    pub year: String,
    pub value: Said,
    pub href: String,
    pub current: bool,
}

/// A photo, in every size and format that it is published in. How wide it stands on the page, which
/// browsers want to know before they choose (`sizes`), is the look's to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoCard {
    pub id: String,
    /// What a browser may choose from besides `srcset`, the best first.
    pub sources: Vec<PhotoSource>,
    /// The sizes of `src`: `…-480.jpg 480w, …-960.jpg 960w`.
    pub srcset: String,
    /// The photo at its largest, as JPEG: for browsers that know neither, and to look at by itself.
    pub src: String,
    /// The size of `src`, for a browser to keep its place.
    pub width: u32,
    pub height: u32,
    /// Whether a browser may wait with it until a reader comes near: so for all but the first of a
    /// page.
    pub lazy: bool,
    /// "Foto 2 van 5", where it stands among others.
    pub position: Option<String>,
    /// Empty for a decorative photo.
    pub alt: Said,
    pub caption: Option<Said>,
    pub credit: Option<String>,
    pub people: Vec<Shared<PartyTag>>,
}

/// A photo in one format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoSource {
    /// `image/webp`.
    pub media_type: &'static str,
    pub srcset: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResourceCard {
    pub id: String,
    pub title: Said,
    pub href: String,
    /// "Presentatie, PDF, 1,2 MB, Engels".
    pub note: String,
    pub lang: Option<&'static str>,
    pub external: bool,
    /// "Niet voor iedereen leesbaar".
    pub inaccessible: Option<String>,
    pub alternative: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRow {
    pub title: Said,
    pub href: Option<String>,
    pub date: Option<String>,
    pub archived: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkRow {
    pub title: Said,
    pub href: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CorrectionRow {
    pub date: String,
    pub date_iso: String,
    pub text: Html,
    /// The record it is about, where that is not the page's own.
    pub of: Option<Tag>,
}

/// A point of a timeline: a beginning, news, or a day by which something is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateRow {
    pub date: String,
    pub date_iso: String,
    /// `start`, `news`, `due` or, when that day is still to come, `ahead`.
    pub kind: &'static str,
    /// Whether it is the newest that is known.
    pub newest: bool,
    /// `done`, for a class.
    pub key: Option<&'static str>,
    /// "Klaar".
    pub status: Option<String>,
    pub text: Option<Html>,
    /// Where the news came from: words, or the site that `source_href` leads to.
    pub source: Option<Said>,
    pub source_href: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionRow {
    pub tag: Tag,
    /// "Gemeente".
    pub kind: Option<String>,
    pub deals: Tally,
    pub leads: usize,
    pub ideas: Tally,
    pub events: usize,
    /// Regions directly below.
    pub children: Vec<RegionRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventsOfYear {
    pub year: String,
    pub href: String,
    pub events: Vec<Shared<EventCard>>,
}

/// A title above some pieces; `None` for what belongs under no title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group<T> {
    pub tag: Option<Tag>,
    /// A letter or year, where the title is no record.
    pub label: Option<String>,
    pub items: Vec<T>,
}

/// A count that claims no more than was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub number: usize,
    /// "3", "3+" where there may be more, or "niet bijgehouden" (then `kept` is false).
    pub shown: String,
    /// "3 deals", "minstens 3 deals", "deals: niet bijgehouden".
    pub said: String,
    /// Whether it was kept.
    pub kept: bool,
}
