//! Every page that the report calls for: no more (empty sections have none), and no fewer.

use std::collections::BTreeSet;

use super::entries::{entries, listed_kinds};
use super::list::{
    LINES_LENGTH, LIST_LENGTH, List, ListKind, NAMES_LENGTH, NARROWED, Narrow, Status,
};
use super::map;
use super::page::{Embedded, Notice, Page};
use super::subject::Subject;
use crate::config::Config;
use crate::records::{PartyRecord, RegionId, Report, ThemeId};
use crate::source::Span;
use crate::words::routes::Routes;

/// How many of a kind the page of a region, theme, person or organisation shows before it leads on to the narrowed list.
pub const SECTION_LENGTH: usize = 12;

/// A page that is to be made, and what to blame when its address is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The page.
    pub page: Page,
    /// The record it comes from.
    pub blame: Option<Span>,
}

/// Every page of the report, in a fixed order; with those that are kept since they were promised,
/// though nothing is on record for them.
pub fn pages(report: &Report, config: &Config, empty: &BTreeSet<Page>) -> Vec<Wanted> {
    let mut pages = Collected {
        report,
        pages: Vec::new(),
    };
    pages.add(Page::Home, None);
    pages.add(Page::NotFound, None);
    pages.subjects(Subject::pages(report));
    for notice in notices(report, config)
        .into_iter()
        .filter(|page| page.subject().is_none())
    {
        pages.add(notice, None);
    }
    if has_search(report, config) {
        pages.add(Page::Search, None);
    }
    pages.events();
    pages.subjects(Subject::sessions(report));
    pages.subjects(Subject::ideas(report));
    pages.subjects(Subject::needs(report));
    pages.subjects(Subject::deals(report));
    pages.all(report.years.iter().map(|year| Page::Year(year.year)));
    let (years, crossings): (Vec<Page>, Vec<Page>) =
        empty.iter().partition(|page| matches!(page, Page::Year(_)));
    pages.all(years.into_iter());
    pages.subjects(Subject::regions(report));
    pages.subjects(Subject::themes(report));
    let crossing = |(region, theme): &(RegionId, ThemeId)| Page::Crossing(*region, *theme);
    pages.all(report.crossings.keys().map(crossing));
    pages.subjects(Subject::people(report));
    pages.subjects(Subject::organisations(report));
    pages.subjects(Subject::series(report));
    if !report.regions.is_empty() && !report.themes.is_empty() {
        pages.add(Page::Overview, None);
    }
    pages.all(crossings.into_iter());
    for kind in listed_kinds(report) {
        pages.list(kind, Narrow::No, None);
    }
    pages.narrowed_lists();
    // A frame on another site needs the whole address of what it shows.
    if !config.base_url.is_empty() {
        pages.embedded();
    }
    pages.pages
}

struct Collected<'a> {
    report: &'a Report,
    pages: Vec<Wanted>,
}

impl Collected<'_> {
    fn add(&mut self, page: Page, blame: Option<Span>) {
        self.pages.push(Wanted { page, blame });
    }

    /// Pages that come from no one record.
    fn all(&mut self, pages: impl Iterator<Item = Page>) {
        self.pages
            .extend(pages.map(|page| Wanted { page, blame: None }));
    }

    /// The pages of records, where they have one.
    fn subjects(&mut self, subjects: impl Iterator<Item = impl Into<Subject>>) {
        for subject in subjects.map(Into::into) {
            if subject.paged(self.report).has_page {
                self.add(Page::Of(subject), Some(subject.told(self.report).span()));
            }
        }
    }

    fn list(&mut self, kind: ListKind, narrow: Narrow, blame: Option<Span>) {
        let list = List { kind, narrow };
        for page in 1..=entries(self.report, list).pages() {
            self.add(Page::List(list, page), blame);
        }
    }

    /// Events, with what stands below them and is no record's own.
    fn events(&mut self) {
        for id in Subject::events(self.report) {
            let event = &self.report[id];
            let blame = Some(event.span);
            self.add(id.into(), blame);
            self.add(Page::Print(id), blame);
            if !event.sessions.is_empty() {
                self.add(Page::Programme(id), blame);
            }
            for kind in [
                ListKind::Deals,
                ListKind::Ideas,
                ListKind::Asks,
                ListKind::Offers,
            ] {
                let narrow = Narrow::Event(id);
                if !entries(self.report, List { kind, narrow }).is_empty() {
                    self.list(kind, narrow, blame);
                }
            }
        }
    }

    /// Lists that are narrowed: where there is anything, and beside a page that shows the first of
    /// them only where it cannot show all itself.
    fn narrowed_lists(&mut self) {
        let report = self.report;
        let regions = || Subject::regions(report).map(Narrow::Region);
        let themes = || Subject::themes(report).map(Narrow::Theme);
        let years = || report.years.iter().map(|year| Narrow::Year(year.year));
        let crossings = || {
            let keys = report.crossings.keys();
            keys.map(|(region, theme)| Narrow::Crossing(*region, *theme))
        };
        for kind in NARROWED {
            let statuses = Status::of_list(kind).iter().copied().map(Narrow::Status);
            for narrow in statuses.chain(years()).chain(regions()).chain(themes()) {
                self.narrowed(kind, narrow, 0);
            }
            for narrow in crossings() {
                self.narrowed(kind, narrow, SECTION_LENGTH);
            }
        }
        for narrow in regions() {
            self.narrowed(ListKind::Events, narrow, SECTION_LENGTH);
            self.narrowed(ListKind::Organisations, narrow, SECTION_LENGTH);
            self.narrowed(ListKind::Regions, narrow, map::MOST);
            self.narrowed(ListKind::Themes, narrow, NAMES_LENGTH);
        }
        for narrow in themes() {
            self.narrowed(ListKind::Regions, narrow, NAMES_LENGTH);
            self.narrowed(ListKind::Themes, narrow, NAMES_LENGTH);
        }
        for narrow in themes().chain(crossings()).chain(years()) {
            self.narrowed(ListKind::Events, narrow, SECTION_LENGTH);
        }
        self.lists_of_parties();
    }

    /// What people and organisations did that their pages do not show whole.
    fn lists_of_parties(&mut self) {
        let report = self.report;
        for person in Subject::people(report).filter(|person| report[*person].listed) {
            self.lists_of_party(&report[person].record, Narrow::Person(person));
        }
        for organisation in Subject::organisations(report) {
            let narrow = Narrow::Organisation(organisation);
            self.lists_of_party(&report[organisation].record, narrow);
            self.narrowed(ListKind::People, narrow, LIST_LENGTH);
        }
    }

    fn lists_of_party(&mut self, record: &PartyRecord, narrow: Narrow) {
        for kind in [
            ListKind::Deals,
            ListKind::Ideas,
            ListKind::Asks,
            ListKind::Offers,
        ] {
            self.narrowed(kind, narrow, SECTION_LENGTH);
        }
        if has_list_of_events(record) {
            self.list(ListKind::Events, narrow, None);
        }
    }

    /// A narrowed list with more than `more_than` entries.
    fn narrowed(&mut self, kind: ListKind, narrow: Narrow, more_than: usize) {
        if entries(self.report, List { kind, narrow }).len() > more_than {
            self.list(kind, narrow, None);
        }
    }

    fn embedded(&mut self) {
        let report = self.report;
        let subjects = Subject::all(report).map(Page::Of);
        let embedded = subjects.filter_map(Embedded::of).map(|of| Wanted {
            page: Page::Embed(of),
            blame: Some(Subject::from(of).told(report).span()),
        });
        self.pages.extend(embedded);
    }
}

/// Whether a person's or organisation's page leads to the list of its events: where it shows some
/// of what only its events hold whole.
fn has_list_of_events(record: &PartyRecord) -> bool {
    record.events.len() > LINES_LENGTH
        || record.led.len() > LINES_LENGTH
        || [
            record.spoke.len(),
            record.organised.len(),
            record.quotes.len(),
        ]
        .into_iter()
        .any(|number| number > SECTION_LENGTH)
}

/// The pages about accessibility and privacy that the site has. One that a writer made, at the same
/// address, takes the place of the settings' own.
pub fn notices(report: &Report, config: &Config) -> Vec<Page> {
    let routes = Routes::new(config.language(), &|name| {
        config.routes.get(name).map(ToString::to_string)
    });
    [
        (Notice::Accessibility, config.accessibility.is_given()),
        (Notice::Privacy, config.privacy.is_given()),
    ]
    .into_iter()
    .filter_map(|(notice, given)| {
        let word = notice.word(&routes);
        Subject::pages(report)
            .find(|page| report[*page].id.as_str() == word)
            .map(Page::from)
            .or(given.then_some(Page::Notice(notice)))
    })
    .collect()
}

/// Whether the site has a search page: where there is something to find, unless its config says no.
pub fn has_search(report: &Report, config: &Config) -> bool {
    config.search && Subject::all(report).any(|subject| subject.paged(report).has_page)
}
