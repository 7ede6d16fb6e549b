//! Fills views: from a planned page to everything it shows, one page at a time and in any order.
//!
//! In: the linked report, the config, the plan, the day of the build. Out: a [`View`]. The work for
//! a page grows with what the page shows, not with the site. The day of the build enters no view,
//! only what follows from it: that news is old, or a term is past.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

mod also_for;
mod card_cache;
mod cards;
mod choose;
mod context;
mod contributions;
mod crossing;
mod deal;
mod descriptions;
mod drawings;
mod embed;
mod event;
mod event_cards;
mod exchange_cards;
mod facts;
mod free;
mod harvest;
mod head;
mod home;
mod idea;
mod languages;
mod largest;
mod linked_data;
mod linked_events;
mod linked_parties;
mod list;
mod list_index;
mod list_words;
mod listed;
mod local_text;
mod near;
mod need;
mod news;
mod not_found;
mod notice;
mod numbers;
mod organisation;
mod overview;
mod own_site;
mod person;
mod photos;
mod pictures;
mod policy;
mod preview;
mod print;
mod print_names;
mod programme;
mod recorded;
mod redirect;
mod region;
mod region_maps;
mod search;
mod search_entries;
mod search_words;
mod sections;
mod series;
mod session;
mod sharing;
mod site;
mod site_head;
mod small_charts;
mod social;
mod sources;
mod status;
mod tags;
mod tally;
mod texts;
mod theme;
mod trail;
pub mod view;
mod views;
mod ways_on;
mod year;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use serde::Serialize;

use self::card_cache::CardCache;
use self::context::Context;
use self::crossing::CrossingView;
use self::deal::DealView;
use self::embed::EmbedView;
use self::event::EventView;
use self::free::FreePageView;
use self::home::HomeView;
use self::idea::IdeaView;
use self::list::ListView;
use self::list_index::ListIndex;
use self::need::NeedView;
use self::not_found::NotFoundView;
use self::notice::NoticeView;
use self::organisation::OrganisationView;
use self::overview::OverviewView;
use self::person::PersonView;
use self::policy::Policy;
use self::print::PrintView;
use self::programme::ProgrammeView;
use self::redirect::RedirectView;
use self::region::RegionView;
use self::search::SearchView;
use self::series::SeriesView;
use self::session::SessionView;
use self::social::SocialView;
use self::texts::Placement;
use self::theme::ThemeView;
pub use self::views::AssetAddresses;
pub use self::views::Views;
use self::year::YearView;
use crate::config::Config;
use crate::id::Id;
use crate::plan::Plan;
use crate::plan::entries::indexed_kinds;
use crate::plan::list::ListKind;
use crate::plan::map::Maps;
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::{FigureId, Recorded, Report, TypedId as _};
use crate::stable_hash::Shared;
use crate::words::typography::typographic;
use crate::words::{Language, Text};

/// The table of all kinds of page. A row: the page, its view, the template that shows the view, and
/// what fills it. A kind that lacks a row does not compile.
macro_rules! pages {
    (
        |$context:ident|
        $($page:pat => $kind:ident($view:ident) in $template:literal: $fill:expr;)*
        // What stands at an address without being planned as a page of something.
        $(; $other:ident($other_view:ident) in $other_template:literal)*
    ) => {
        /// A filled view of any page.
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        #[expect(missing_docs, reason = "each variant holds the view it names")]
        pub enum View {
            $($kind(Box<$view>),)*
            $($other(Box<$other_view>),)*
        }

        impl View {
            /// The template that shows it.
            pub fn template(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $template,)*
                    $(Self::$other(_) => $other_template,)*
                }
            }
        }

        /// Every template that a look must have.
        pub const TEMPLATES: &[&str] = &[$($template,)* $($other_template,)*];

        /// The name of the view that each of [`TEMPLATES`] shows, for the reference.
        pub const VIEW_NAMES: &[&str] = &[$(stringify!($view),)* $(stringify!($other_view),)*];

        /// Fills one page.
        fn view($context: Context<'_>, page: Page) -> View {
            match page {
                $($page => View::$kind(Box::new($fill)),)*
            }
        }
    };
}

pages! {
    |context|
    Page::Home => Home(HomeView) in "home.html": home::home(context);
    Page::Of(Subject::Event(id)) => Event(EventView) in "event.html": event::event(context, id);
    Page::Of(Subject::Session(id)) => Session(SessionView) in "session.html": session::session(context, id, Placement::Alone);
    Page::Programme(id) => Programme(ProgrammeView) in "programme.html": programme::programme_page(context, id);
    Page::Of(Subject::Idea(id)) => Idea(IdeaView) in "idea.html": idea::idea(context, id, Placement::Alone);
    Page::Of(Subject::Deal(id)) => Deal(DealView) in "deal.html": deal::deal(context, id, Placement::Alone);
    Page::Of(Subject::Need(id)) => Need(NeedView) in "need.html": need::need(context, id, Placement::Alone);
    Page::Of(Subject::Region(id)) => Region(RegionView) in "region.html": region::region(context, id);
    Page::Of(Subject::Theme(id)) => Theme(ThemeView) in "theme.html": theme::theme(context, id);
    Page::Crossing(region, theme) => Crossing(CrossingView) in "crossing.html": crossing::crossing(context, region, theme);
    Page::Year(year) => Year(YearView) in "year.html": year::year(context, year);
    Page::Of(Subject::Person(id)) => Person(PersonView) in "person.html": person::person(context, id);
    Page::Of(Subject::Organisation(id)) => Organisation(OrganisationView) in "organisation.html": organisation::organisation(context, id);
    Page::Of(Subject::Series(id)) => Series(SeriesView) in "series.html": series::series(context, id);
    Page::Overview => Overview(OverviewView) in "overview.html": overview::overview(context);
    Page::List(list, number) => List(ListView) in "list.html": list::list(context, list, number);
    Page::Embed(of) => Embed(EmbedView) in "embed.html": embed::embed(context, of);
    Page::Print(id) => Print(PrintView) in "print.html": print::print(context, id);
    Page::Of(Subject::Page(id)) => Free(FreePageView) in "page.html": free::free_page(context, id);
    Page::Notice(notice) => Notice(NoticeView) in "notice.html": notice::notice_page(context, notice);
    Page::Search => Search(SearchView) in "search.html": search::search_page(context);
    Page::NotFound => NotFound(NotFoundView) in "404.html": not_found::not_found(context);
    ; Redirect(RedirectView) in "redirect.html"
}

/// The figures of each measure, oldest first.
fn measures(report: &Report) -> BTreeMap<Id, Vec<FigureId>> {
    let mut measures: BTreeMap<Id, Vec<FigureId>> = BTreeMap::new();
    for (position, figure) in report.figures.iter().enumerate() {
        if let Some(measure) = &figure.measure {
            let figures = measures.entry(measure.clone()).or_default();
            figures.push(FigureId::at(position));
        }
    }
    for figures in measures.values_mut() {
        figures.sort_by_key(|figure| (report[report[*figure].event].date, *figure));
    }
    measures
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
        let mut views = Self {
            report,
            config,
            plan,
            maps,
            today,
            heads: BTreeMap::new(),
            card_caches: config
                .languages
                .iter()
                .map(|language| (*language, CardCache::of(report)))
                .collect(),
            has_agenda: crate::plan::has_agenda(report),
            attachments: report
                .attachments
                .iter()
                .map(|attachment| attachment.file.clone())
                .collect(),
            measures: measures(report),
            indexes: BTreeMap::new(),
            recorded: Recorded::default(),
            recorded_by: plan
                .lists
                .keys()
                .map(|list| (list.narrow, OnceLock::new()))
                .collect(),
            letters: config
                .languages
                .iter()
                .flat_map(|language| {
                    [ListKind::People, ListKind::Organisations, ListKind::Themes]
                        .map(|kind| ((kind, *language), OnceLock::new()))
                })
                .collect(),
            cards: BTreeMap::new(),
            colours: assets
                .options
                .iter()
                .filter_map(|(name, option)| Some((name.clone(), option.light.clone()?)))
                .collect(),
        };
        views.recorded =
            recorded::recorded_over(views.context(config.language()), &report.events_newest);
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
        view(self.context(language), page)
    }

    /// The index of a whole list.
    ///
    /// # Panics
    /// When the plan has no such index.
    pub fn list_index(&self, kind: ListKind, language: Language) -> &ListIndex {
        &self.indexes[&(kind, language)]
    }

    /// The whole address that a page is passed on by, where this site knows its own.
    pub fn passed_on(&self, page: Page, language: Language) -> Option<String> {
        let passed_on = sharing::passed_on(self.context(language), page)?;
        Some(passed_on.address)
    }

    /// Fills the social card of a page that has one.
    pub fn social(&self, page: Page, language: Language) -> SocialView {
        social::social(self.context(language), page)
    }

    /// Fills the page at an old address.
    pub fn redirect(&self, to: &str, title: &str) -> View {
        let language = self.config.language();
        let path = to.strip_prefix(&self.config.base_path).unwrap_or(to);
        View::Redirect(Box::new(RedirectView {
            lang: language.tag(),
            title: typographic(title, language).into_owned(),
            href: to.to_owned(),
            canonical: self.plan.addresses.absolute(path),
            policy: Policy::LeadsOn,
            home: self.heads[&language].home.clone(),
            search: self.heads[&language].search.clone(),
            words: self.heads[&language].words.clone(),
        }))
    }

    /// Fills the page at a promised address of what is no longer there.
    pub fn gone(
        &self,
        reason: Option<&Text>,
        date: Option<Date>,
        language: Language,
        path: &str,
    ) -> View {
        View::Free(Box::new(free::gone(
            self.context(language),
            reason,
            date,
            path,
        )))
    }
}
