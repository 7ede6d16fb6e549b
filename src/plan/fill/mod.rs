//! Fills views: from a planned page to everything it shows, one page at a time and in any order.
//!
//! In: the linked report, the config, the plan, the day of the build. Out: a [`View`]. The work for
//! a page grows with what the page shows, not with the site. The day of the build enters no view,
//! only what follows from it: that news is old, or a term is past.

mod cards;
mod choose;
mod context;
mod drawings;
mod event;
mod exchange;
mod harvest;
mod head;
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
mod site_head;
mod social;
mod status;
mod texts;
mod trail;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::Date;
use serde::Serialize;

use self::context::Context;
pub use self::languages::{is_in, is_translated, original};
use self::shelf::Shelf;
use self::texts::Whole;
pub use social::has_card;

use crate::config::Config;
use crate::plan::Plan;
use crate::plan::map::Maps;
use crate::plan::pages::{ListKind, Narrow, Page, indexed_kinds};
use crate::plan::view::{
    CrossingView, DealView, EmbedView, EventView, FreePageView, HomeView, IdeaView, ListIndex,
    ListView, LookOption, NeedView, NotFoundView, NoticeView, OrganisationView, OverviewView,
    PersonView, Policy, PrintView, ProgrammeView, RedirectView, RegionView, SearchView, SeriesView,
    SessionView, SiteHead, SocialView, ThemeView, YearView,
};
use crate::report::{Recorded, Report};
use crate::shared::Shared;
use crate::source::SourcePath;
use crate::words::typography::typographic;
use crate::words::{Language, Text};

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
pub struct Views<'a> {
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

impl<'a> Views<'a> {
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
        let mut views = Self {
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
        views.recorded =
            harvest::recorded_over(views.context(config.language()), &report.events_newest);
        for language in &config.languages {
            let head = site_head::site_head(views.context(*language), assets);
            views.heads.insert(*language, Shared::new(head));
            for kind in indexed_kinds(&plan.lists) {
                let index = choose::list_index(views.context(*language), kind);
                views.indexes.insert((kind, *language), Shared::new(index));
            }
        }
        if config.social {
            views.cards = config
                .languages
                .iter()
                .flat_map(|language| social::cards(views.context(*language)))
                .collect();
        }
        views
    }

    /// Fills one page.
    pub fn view(&self, page: Page, language: Language) -> View {
        let context = self.context(language);
        match page {
            Page::Home => View::Home(home::home(context)),
            Page::NotFound => View::NotFound(home::not_found(context)),
            Page::Overview => View::Overview(overview::overview(context)),
            Page::Search => View::Search(search::search_page(context)),
            Page::Event(id) => View::Event(event::event(context, id)),
            Page::Programme(id) => View::Programme(event::programme_page(context, id)),
            Page::Session(id) => View::Session(event::session(context, id, Whole::Alone)),
            Page::Idea(id) => View::Idea(exchange::idea(context, id, Whole::Alone)),
            Page::Need(id) => View::Need(exchange::need(context, id, Whole::Alone)),
            Page::Deal(id) => View::Deal(exchange::deal(context, id, Whole::Alone)),
            Page::Region(id) => View::Region(harvest::region(context, id)),
            Page::Theme(id) => View::Theme(harvest::theme(context, id)),
            Page::Crossing(region, theme) => {
                View::Crossing(harvest::crossing(context, region, theme))
            }
            Page::Year(year) => View::Year(harvest::year(context, year)),
            Page::Person(id) => View::Person(parties::person(context, id)),
            Page::Organisation(id) => View::Organisation(parties::organisation(context, id)),
            Page::Series(id) => View::Series(parties::series(context, id)),
            Page::Free(id) => View::Free(home::free_page(context, id)),
            Page::Notice(notice) => View::Notice(notices::notice_page(context, notice)),
            Page::List(list, number) => View::List(lists::list(context, list, number)),
            Page::Embed(of) => View::Embed(sharing::embed(context, of)),
            Page::Print(id) => View::Print(Box::new(print::print(context, id))),
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
        social::social(self.context(language), page)
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
        View::Free(home::gone(self.context(language), reason, date, path))
    }

    fn context(&self, language: Language) -> Context<'_> {
        Context {
            report: self.report,
            plan: self.plan,
            config: self.config,
            language,
            views: self,
        }
    }
}
