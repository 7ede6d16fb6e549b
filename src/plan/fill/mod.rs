//! Fills views: from a planned page to everything it shows, one page at a time and in any order.
//!
//! In: the linked report, the config, the plan, the day of the build. Out: a [`View`]. The work for
//! a page grows with what the page shows, not with the site. The day of the build enters no view,
//! only what follows from it: that news is old, or a term is past.

mod cards;
mod choose;
mod drawings;
mod event;
mod exchange;
mod harvest;
mod home;
mod languages;
mod linked_data;
mod lists;
mod notices;
mod overview;
mod parties;
mod photos;
mod print;
pub mod search;
mod sharing;
mod shelf;
mod social;
mod status;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::Date;
use serde::Serialize;

pub use self::languages::{is_in, original};
use self::shelf::Shelf;
use self::texts::Whole;
pub use social::has_card;

use crate::config::Config;
use crate::content::markdown;
use crate::plan::address::Addresses;
use crate::plan::map::Maps;
use crate::plan::pages::{
    List, ListKind, Narrow, Page, has_search, indexed_kinds, listed_kinds, notices,
};
use crate::plan::view::{
    Alternate, CrossingView, Crumb, DealView, EmbedView, EventView, FreePageView, HomeView,
    IdeaView, ListIndex, ListView, LookOption, MenuItem, More, NeedView, NotFoundView, NoticeView,
    OrganisationView, OverviewView, PageHead, PersonView, Policy, PrintView, ProgrammeView,
    RedirectView, RegionView, Said, SearchView, SeriesView, SessionView, SiteHead, SocialView,
    ThemeView, YearView,
};
use crate::plan::{Plan, is_empty};
use crate::report::{EventStatus, Recorded, Report};
use crate::shared::Shared;
use crate::source::SourcePath;
use crate::words::hyphenation::soft_hyphens;
use crate::words::interface::Interface;
use crate::words::typography::typographic;
use crate::words::{Language, Text, both};

/// How long the description of a page may be, for search engines and previews: they show no more.
const DESCRIPTION_LENGTH: usize = 200;

/// A filled view of any page.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant holds the view it names")]
pub enum View {
    Home(HomeView),
    Event(EventView),
    Session(SessionView),
    Programme(ProgrammeView),
    Idea(IdeaView),
    Deal(DealView),
    Need(NeedView),
    Region(RegionView),
    Theme(ThemeView),
    Crossing(CrossingView),
    Year(YearView),
    Person(PersonView),
    Organisation(OrganisationView),
    Series(SeriesView),
    Overview(OverviewView),
    List(ListView),
    Embed(EmbedView),
    Print(Box<PrintView>),
    Free(FreePageView),
    Notice(NoticeView),
    Search(SearchView),
    NotFound(NotFoundView),
    Redirect(RedirectView),
}

impl View {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Event(_) => "event.html",
            Self::Session(_) => "session.html",
            Self::Programme(_) => "programme.html",
            Self::Idea(_) => "idea.html",
            Self::Deal(_) => "deal.html",
            Self::Need(_) => "need.html",
            Self::Region(_) => "region.html",
            Self::Theme(_) => "theme.html",
            Self::Crossing(_) => "crossing.html",
            Self::Year(_) => "year.html",
            Self::Person(_) => "person.html",
            Self::Organisation(_) => "organisation.html",
            Self::Series(_) => "series.html",
            Self::Overview(_) => "overview.html",
            Self::List(_) => "list.html",
            Self::Embed(_) => "embed.html",
            Self::Print(_) => "print.html",
            Self::Free(_) => "page.html",
            Self::Notice(_) => "notice.html",
            Self::Search(_) => "search.html",
            Self::NotFound(_) => "404.html",
            Self::Redirect(_) => "redirect.html",
        }
    }
}

/// Every template that a look must have.
pub const TEMPLATES: [&str; 23] = [
    "home.html",
    "event.html",
    "session.html",
    "programme.html",
    "idea.html",
    "deal.html",
    "need.html",
    "region.html",
    "theme.html",
    "crossing.html",
    "year.html",
    "person.html",
    "organisation.html",
    "series.html",
    "overview.html",
    "list.html",
    "embed.html",
    "print.html",
    "page.html",
    "notice.html",
    "search.html",
    "404.html",
    "redirect.html",
];

/// What all pages of the site are filled from.
#[derive(Debug)]
pub struct Fill<'a> {
    report: &'a Report,
    config: &'a Config,
    plan: &'a Plan,
    maps: &'a Maps,
    today: Date,
    heads: BTreeMap<Language, Shared<SiteHead>>,
    shelves: BTreeMap<Language, Shelf>,
    has_agenda: bool,
    /// The files that texts link to: only these are published, so only these are linked.
    attachments: BTreeSet<SourcePath>,
    /// The figures of each measure, oldest first.
    measures: BTreeMap<crate::id::Id, Vec<crate::report::FigureId>>,
    /// The indexes of the whole lists, with their hashes.
    indexes: BTreeMap<(ListKind, Language), Shared<ListIndex>>,
    /// How completely all events together were recorded.
    recorded: Recorded,
    /// The same for what narrows a list, worked out when the first page of such a list is filled.
    recorded_by: BTreeMap<Narrow, OnceLock<Recorded>>,
    /// What stands on each social card; empty where none are drawn.
    cards: BTreeMap<(Page, Language), social::Card>,
    /// The look's colours by light.
    colours: BTreeMap<String, String>,
}

/// The address of the look's files with a part of their hash, so that a browser never shows an old
/// one.
#[derive(Debug, Clone, Default)]
pub struct AssetAddresses {
    /// `style.css?v=1a2b3c4d`.
    pub stylesheet: String,
    /// `themes.css?v=1a2b3c4d`, where a theme has a colour.
    pub colours: Option<String>,
    /// `icon.svg`, where the look has one.
    pub icon: Option<String>,
    /// `share.js?v=1a2b3c4d` as `share`, for every script right below `assets/`.
    pub scripts: BTreeMap<String, String>,
    /// `options.css?v=1a2b3c4d`, where the site chose any.
    pub chosen: Option<String>,
    /// The look's options, with pictures and fonts by their name below the assets.
    pub options: BTreeMap<String, LookOption>,
}

impl<'a> Fill<'a> {
    /// Prepares what all pages share.
    pub fn new(
        report: &'a Report,
        config: &'a Config,
        plan: &'a Plan,
        maps: &'a Maps,
        today: Date,
        assets: &AssetAddresses,
    ) -> Self {
        let mut measures: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, figure) in report.figures.iter().enumerate() {
            if let Some(measure) = &figure.measure {
                measures
                    .entry(measure.clone())
                    .or_default()
                    .push(crate::report::FigureId(super::pages::number(index)));
            }
        }
        for figures in measures.values_mut() {
            figures.sort_by_key(|figure| (report[report[*figure].event].date, *figure));
        }
        let mut fill = Self {
            report,
            config,
            plan,
            maps,
            today,
            heads: BTreeMap::new(),
            shelves: config
                .languages
                .iter()
                .map(|language| (*language, Shelf::of(report)))
                .collect(),
            has_agenda: crate::plan::has_agenda(report),
            attachments: report
                .attachments
                .iter()
                .map(|attachment| attachment.file.clone())
                .collect(),
            measures,
            indexes: BTreeMap::new(),
            recorded: Recorded::default(),
            recorded_by: plan
                .lists
                .keys()
                .map(|list| (list.narrow, OnceLock::new()))
                .collect(),
            cards: BTreeMap::new(),
            colours: assets
                .options
                .iter()
                .filter_map(|(name, option)| Some((name.clone(), option.light.clone()?)))
                .collect(),
        };
        fill.recorded = fill
            .speaking(config.language())
            .recorded_over(&report.events_newest);
        for language in &config.languages {
            let head = fill.speaking(*language).site_head(assets);
            fill.heads.insert(*language, Shared::new(head));
            for kind in indexed_kinds(&plan.lists) {
                let index = fill.speaking(*language).list_index(kind);
                fill.indexes.insert((kind, *language), Shared::new(index));
            }
        }
        if config.social {
            fill.cards = config
                .languages
                .iter()
                .flat_map(|language| fill.speaking(*language).cards())
                .collect();
        }
        fill
    }

    /// Fills one page.
    pub fn view(&self, page: Page, language: Language) -> View {
        let speaking = self.speaking(language);
        match page {
            Page::Home => View::Home(speaking.home()),
            Page::NotFound => View::NotFound(speaking.not_found()),
            Page::Overview => View::Overview(speaking.overview()),
            Page::Search => View::Search(speaking.search_page()),
            Page::Event(id) => View::Event(speaking.event(id)),
            Page::Programme(id) => View::Programme(speaking.programme_page(id)),
            Page::Session(id) => View::Session(speaking.session(id, Whole::Alone)),
            Page::Idea(id) => View::Idea(speaking.idea(id, Whole::Alone)),
            Page::Need(id) => View::Need(speaking.need(id, Whole::Alone)),
            Page::Deal(id) => View::Deal(speaking.deal(id, Whole::Alone)),
            Page::Region(id) => View::Region(speaking.region(id)),
            Page::Theme(id) => View::Theme(speaking.theme(id)),
            Page::Crossing(region, theme) => View::Crossing(speaking.crossing(region, theme)),
            Page::Year(year) => View::Year(speaking.year(year)),
            Page::Person(id) => View::Person(speaking.person(id)),
            Page::Organisation(id) => View::Organisation(speaking.organisation(id)),
            Page::Series(id) => View::Series(speaking.series(id)),
            Page::Free(id) => View::Free(speaking.free_page(id)),
            Page::Notice(notice) => View::Notice(speaking.notice_page(notice)),
            Page::List(list, number) => View::List(speaking.list(list, number)),
            Page::Embed(of) => View::Embed(speaking.embed(of)),
            Page::Print(id) => View::Print(Box::new(speaking.print(id))),
        }
    }

    /// The index of a whole list.
    ///
    /// # Panics
    /// When the plan has no such index.
    pub fn list_index(&self, kind: ListKind, language: Language) -> &ListIndex {
        &self.indexes[&(kind, language)]
    }

    /// Fills the social card of a page that has one.
    pub fn social(&self, page: Page, language: Language) -> SocialView {
        self.speaking(language).social(page)
    }

    /// Fills the page at an old address.
    pub fn redirect(&self, to: &str, title: &str) -> View {
        let language = self.config.language();
        let path = to.strip_prefix(&self.config.base_path).unwrap_or(to);
        View::Redirect(RedirectView {
            lang: language.tag(),
            title: typographic(title, language).into_owned(),
            href: to.to_owned(),
            canonical: self.plan.addresses.absolute(path),
            policy: Policy::LeadsOn,
            words: self.heads[&language].words.clone(),
        })
    }

    /// Fills the page at a promised address of what is no longer there.
    pub fn gone(
        &self,
        reason: Option<&Text>,
        date: Option<Date>,
        language: Language,
        path: &str,
    ) -> View {
        View::Free(self.speaking(language).gone(reason, date, path))
    }

    fn speaking(&self, language: Language) -> Speaking<'_> {
        Speaking {
            fill: self,
            language,
        }
    }
}

/// Filling in one language.
#[derive(Clone, Copy)]
pub(super) struct Speaking<'a> {
    fill: &'a Fill<'a>,
    language: Language,
}

impl<'a> Speaking<'a> {
    fn report(self) -> &'a Report {
        self.fill.report
    }

    fn addresses(self) -> &'a Addresses {
        &self.fill.plan.addresses
    }

    fn href(self, page: Page) -> String {
        self.addresses().href(self.report(), page, self.language)
    }

    /// The address of a page, whole where the site knows its own.
    fn spelled_out(self, href: &str) -> String {
        if href.starts_with('/') {
            format!("{}{href}", self.addresses().origin())
        } else {
            href.to_owned()
        }
    }

    fn words(self) -> &'static Interface {
        const NL: &Interface = &Interface::new(Language::Nl);
        const EN: &Interface = &Interface::new(Language::En);
        match self.language {
            Language::Nl => NL,
            Language::En => EN,
        }
    }

    fn site(self) -> Shared<SiteHead> {
        self.fill.heads[&self.language].clone()
    }

    /// A text in this language, or in the one it was written in, marked.
    fn said(self, text: &Text) -> Said {
        self.said_from(text, self.fill.config.language())
    }

    fn said_from(self, text: &Text, written_in: Language) -> Said {
        match &text.translation {
            Some(translation) if self.language == written_in.other() => self.own(translation),
            _ => Said {
                text: typographic(&text.original, written_in).into_owned(),
                lang: (written_in != self.language).then(|| written_in.tag()),
            },
        }
    }

    /// A text that has no translation, marked where it was written in another language.
    fn as_written(self, text: &str, written_in: Language) -> Said {
        Said {
            text: text.to_owned(),
            lang: (written_in != self.language).then(|| written_in.tag()),
        }
    }

    /// A text that is in this language already.
    fn own(self, text: &str) -> Said {
        Said {
            text: typographic(text, self.language).into_owned(),
            lang: None,
        }
    }

    /// A name: the same in every language, so it carries none.
    fn name(name: &str) -> Said {
        Said {
            text: typographic(name, Language::Nl).into_owned(),
            lang: None,
        }
    }

    /// The same text with soft hyphens in its long words, for headings.
    fn heading(said: &Said) -> Said {
        Said {
            text: soft_hyphens(&said.text).into_owned(),
            lang: said.lang,
        }
    }

    /// The head of a page.
    fn head(self, head: Head) -> PageHead {
        let page = head.page;
        let path = self.addresses().path(self.report(), page, self.language);
        let config = self.fill.config;
        let original = original(self.report(), config, page);
        let canonical_in = if is_in(self.report(), config, page, self.language) {
            self.language
        } else {
            original
        };
        let canonical_path = self
            .addresses()
            .path(self.report(), page.known_as(), canonical_in);
        let original = self.addresses().path(self.report(), page, original);
        let alternates: Vec<Alternate> = match config.languages.as_slice() {
            [_] => Vec::new(),
            languages => languages
                .iter()
                .map(|language| self.alternate(page, *language))
                .collect(),
        };
        // A server shows the page for wrong addresses at whatever address was asked for; none is
        // its own.
        let canonical = self
            .addresses()
            .absolute(&canonical_path)
            .filter(|_| page != Page::NotFound);
        let linked_data = canonical
            .as_deref()
            .and_then(|address| self.linked_data(&head, address));
        let Head {
            kind,
            section,
            page: _,
            title,
            full_title,
            description,
            trail,
        } = head;
        PageHead {
            kind,
            section,
            title: Self::heading(&title),
            full_title,
            description: description
                .map(|text| markdown::cut(&text, DESCRIPTION_LENGTH))
                .filter(|text| !text.is_empty()),
            preview: canonical.is_some().then(|| self.preview(page)),
            linked_data,
            feed: self.addresses().feed(self.report(), page, self.language),
            calendar: self.calendar(page),
            canonical,
            path: self.addresses().below(&path),
            x_default: self.addresses().absolute(&original).filter(|_| {
                alternates
                    .iter()
                    .any(|alternate| alternate.absolute.is_some())
            }),
            alternates,
            only_in: self.only_in(page),
            trail,
            noindex: matches!(page, Page::NotFound | Page::Search)
                || page.known_as() != page
                || is_empty(self.report(), page),
            // A page that does more says so itself.
            policy: Policy::Plain,
            picture: self.card_picture(page),
            short: self.short(page),
        }
    }

    /// What a page offers to a calendar: an event itself, and the lists of deals and of what is
    /// open what is to be done by when.
    fn calendar(self, page: Page) -> Option<More> {
        let (of, label) = match page {
            Page::Event(id) if self.report()[id].status == Some(EventStatus::Planned) => {
                (page, both("Zet in uw agenda", "Add to your calendar"))
            }
            Page::Event(_) => (
                page,
                both("Als bestand voor uw agenda", "As a file for your calendar"),
            ),
            Page::List(
                List {
                    kind: ListKind::Deals | ListKind::Leads,
                    narrow: Narrow::No,
                },
                1,
            ) if self.fill.has_agenda => (
                Page::Home,
                both(
                    "Zet in uw agenda wat is afgesproken",
                    "Add what was agreed to your calendar",
                ),
            ),
            _ => return None,
        };
        Some(More {
            label: label.get(self.language).to_owned(),
            href: self
                .addresses()
                .calendar(self.report(), of, self.language)?,
        })
    }

    fn alternate(self, page: Page, language: Language) -> Alternate {
        let path = self.addresses().path(self.report(), page, language);
        let config = self.fill.config;
        // What is not translated is not offered to search engines as a translation, and has none to
        // offer. Nor has a page at no address of its own.
        let translated = page != Page::NotFound
            && page.known_as() == page
            && config
                .languages
                .iter()
                .all(|language| is_in(self.report(), config, page, *language));
        Alternate {
            lang: language.tag(),
            name: match language {
                Language::Nl => "Nederlands",
                Language::En => "English",
            },
            href: self.addresses().below(&path),
            absolute: self.addresses().absolute(&path).filter(|_| translated),
            current: language == self.language,
        }
    }

    /// The way to a page: home, then the given steps.
    fn trail(self, steps: Vec<Crumb>) -> Vec<Shared<Crumb>> {
        std::iter::once(self.home_crumb())
            .chain(steps)
            .map(Shared::new)
            .collect()
    }

    fn home_crumb(self) -> Crumb {
        Crumb {
            label: self.own(self.words().home),
            href: self.href(Page::Home),
        }
    }

    fn list_crumb(self, kind: ListKind) -> Crumb {
        let page = Page::List(
            List {
                kind,
                narrow: Narrow::No,
            },
            1,
        );
        Crumb {
            label: self.own(self.kind_word(kind)),
            href: self.href(page),
        }
    }

    fn kind_word(self, kind: ListKind) -> &'static str {
        let words = self.words();
        match kind {
            ListKind::Events => words.events,
            ListKind::Deals => words.deals,
            ListKind::Ideas => words.ideas,
            ListKind::Leads => words.leads,
            ListKind::Asks => words.asks,
            ListKind::Offers => words.offers,
            ListKind::People => words.people,
            ListKind::Organisations => words.organisations,
            ListKind::Regions => words.regions,
            ListKind::Themes => words.themes,
            ListKind::Series => words.series,
            ListKind::Years => words.years,
        }
    }

    fn site_head(self, assets: &AssetAddresses) -> SiteHead {
        let config = self.fill.config;
        let addresses = self.addresses();
        let asset = |name: &str| addresses.below(&format!("/assets/{name}"));
        let kinds = listed_kinds(self.report());
        let item = |kind: ListKind| {
            let Crumb { label, href } = self.list_crumb(kind);
            MenuItem {
                section: section_of(kind),
                label,
                href,
            }
        };
        let of = |wanted: &[ListKind]| {
            wanted
                .iter()
                .filter(|kind| kinds.contains(kind))
                .map(|kind| item(*kind))
                .collect::<Vec<_>>()
        };
        let menu = of(&[
            ListKind::Events,
            ListKind::Regions,
            ListKind::Themes,
            ListKind::Deals,
            ListKind::Ideas,
            ListKind::Leads,
        ]);
        let mut footer = of(&[
            ListKind::People,
            ListKind::Organisations,
            ListKind::Series,
            ListKind::Years,
        ]);
        if !self.report().regions.is_empty() && !self.report().themes.is_empty() {
            footer.push(MenuItem {
                section: "overview",
                label: self.own(self.words().overview),
                href: self.href(Page::Overview),
            });
        }
        for (index, page) in self
            .report()
            .pages
            .iter()
            .enumerate()
            .filter(|(_, page)| page.menu)
        {
            let href = self.href(Page::Free(crate::report::PageId(super::pages::number(
                index,
            ))));
            footer.push(MenuItem {
                section: "page",
                label: self.said(&page.title),
                href,
            });
        }
        for page in notices(self.report(), config) {
            let label = match page {
                Page::Notice(notice) => self.own(self.notice_title(notice)),
                // A page of the writer's own, which may stand in the footer already.
                Page::Free(id) if !self.report()[id].menu => self.said(&self.report()[id].title),
                _ => continue,
            };
            footer.push(MenuItem {
                section: "page",
                label,
                href: self.href(page),
            });
        }
        SiteHead {
            title: self.said(&config.title),
            description: config.description.as_ref().map(|text| self.said(text)),
            lang: self.language.tag(),
            home: self.href(Page::Home),
            assets: asset(""),
            stylesheet: asset(&assets.stylesheet),
            colours: assets.colours.as_deref().map(asset),
            chosen: assets.chosen.as_deref().map(asset),
            icon: assets.icon.as_deref().map(asset),
            scripts: assets
                .scripts
                .iter()
                .map(|(name, file)| (name.clone(), asset(file)))
                .collect(),
            search: has_search(self.report(), config).then(|| self.href(Page::Search)),
            options: assets
                .options
                .iter()
                .map(|(name, option)| {
                    (
                        name.clone(),
                        LookOption {
                            href: option.href.as_deref().map(asset),
                            ..option.clone()
                        },
                    )
                })
                .collect(),
            feed: addresses.feed(self.report(), Page::Home, self.language),
            menu,
            footer,
            publisher: config.publisher.as_ref().map(|text| self.said(text)),
            licence: config.licence.as_ref().map(|text| self.said(text)),
            generator: concat!("oogst ", env!("CARGO_PKG_VERSION")).to_owned(),
            words: Shared::new(Interface::new(self.language)),
        }
    }
}

/// What the head of a page is made of.
struct Head {
    kind: &'static str,
    section: &'static str,
    page: Page,
    title: Said,
    full_title: String,
    description: Option<String>,
    trail: Vec<Shared<Crumb>>,
}

/// The menu entry that a kind of list belongs to.
fn section_of(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Events => "events",
        ListKind::Deals => "deals",
        ListKind::Ideas => "ideas",
        ListKind::Leads | ListKind::Asks | ListKind::Offers => "leads",
        ListKind::People => "people",
        ListKind::Organisations => "organisations",
        ListKind::Regions => "regions",
        ListKind::Themes => "themes",
        ListKind::Series => "series",
        ListKind::Years => "years",
    }
}

/// Whether a page says anything of its own in the language it was not written in. Lists and
/// overviews always do: their words are the program's.
pub fn is_translated(report: &Report, page: Page) -> bool {
    fn text(text: &Text) -> bool {
        text.translation.is_some()
    }
    fn long(text: Option<&crate::report::LongText>) -> bool {
        text.is_some_and(|text| text.translation.is_some())
    }
    match page.known_as() {
        Page::Event(id) => {
            text(&report[id].title)
                || report[id].summary.as_ref().is_some_and(text)
                || long(report[id].text.as_ref())
        }
        Page::Programme(id) => text(&report[id].title),
        Page::Session(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Idea(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Need(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Deal(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Free(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        // Names need no translation; what stands on these pages is made of the program's words and
        // of cards.
        Page::Home
        | Page::NotFound
        | Page::Overview
        | Page::Search
        | Page::Region(_)
        | Page::Theme(_)
        | Page::Crossing(..)
        | Page::Year(_)
        | Page::Person(_)
        | Page::Organisation(_)
        | Page::Series(_)
        | Page::Embed(_)
        | Page::Print(_)
        | Page::Notice(_)
        | Page::List(..) => true,
    }
}
