//! Every page that the report calls for: no more (empty sections have none), and no fewer.

use std::collections::BTreeMap;

use super::promise::Kept;
use crate::config::Config;
use crate::report::{
    DealId, DealStatus, EventId, Harvest, IdeaId, IdeaStatus, NeedId, OrganisationId, PageId,
    PersonId, RegionId, Report, SeriesId, SessionId, Side, ThemeId,
};
use crate::source::Span;
use crate::words::routes::Routes;

/// How many entries a page of a list holds.
pub const LIST_LENGTH: usize = 100;
/// The most entries of a list that has an index.
pub const INDEX_LENGTH: usize = 5_000;
/// The kinds whose whole lists can be narrowed.
pub const NARROWED: [ListKind; 3] = [ListKind::Deals, ListKind::Ideas, ListKind::Leads];
/// How many of a kind a region's or theme's page shows before it leads on to the narrowed list.
pub const SECTION_LENGTH: usize = 12;
/// An event with more sessions than this has its programme on a page of its own.
pub const HUB_SESSIONS: usize = 50;

/// One page, in no language yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the page of what it names")]
pub enum Page {
    Home,
    NotFound,
    Overview,
    /// Where the site is searched.
    Search,
    Event(EventId),
    Programme(EventId),
    Session(SessionId),
    Idea(IdeaId),
    Need(NeedId),
    Deal(DealId),
    Region(RegionId),
    Theme(ThemeId),
    Crossing(RegionId, ThemeId),
    Year(i16),
    Person(PersonId),
    Organisation(OrganisationId),
    Series(SeriesId),
    Free(PageId),
    /// What the site owes its readers to know.
    Notice(Notice),
    /// A list, and which of its pages, from 1.
    List(List, usize),
    /// What another site may show in a frame of its own.
    Embed(Embedded),
    /// The whole of an event on one page, for paper.
    Print(EventId),
}

/// What can be shown within another site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is what it names")]
pub enum Embedded {
    Region(RegionId),
    Organisation(OrganisationId),
}

impl Page {
    /// The page that search engines and people should know: a page for a frame or for paper shows
    /// again what stands on another.
    #[must_use]
    pub fn known_as(self) -> Self {
        match self {
            Self::Embed(Embedded::Region(id)) => Self::Region(id),
            Self::Embed(Embedded::Organisation(id)) => Self::Organisation(id),
            Self::Print(id) => Self::Event(id),
            other => other,
        }
    }
}

/// A page that the settings make, for what a public body owes its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is what it tells of")]
pub enum Notice {
    Accessibility,
    Privacy,
}

/// The pages about accessibility and privacy that the site has. One that a writer made, at the same
/// address, takes the place of the settings' own.
pub fn notices(report: &Report, config: &Config) -> Vec<Page> {
    let routes = Routes::new(config.language(), &|name| {
        config.routes.get(name).map(ToString::to_string)
    });
    [
        (
            Notice::Accessibility,
            &routes.accessibility,
            config.accessibility.is_given(),
        ),
        (Notice::Privacy, &routes.privacy, config.privacy.is_given()),
    ]
    .into_iter()
    .filter_map(|(notice, word, given)| {
        let own = report
            .pages
            .iter()
            .position(|page| page.id.as_str() == word);
        own.map(|index| Page::Free(PageId(number(index))))
            .or(given.then_some(Page::Notice(notice)))
    })
    .collect()
}

/// A list: what it lists, and what narrows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct List {
    /// What it lists.
    pub kind: ListKind,
    /// What narrows it.
    pub narrow: Narrow,
}

/// What a list lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the kind it names")]
pub enum ListKind {
    Events,
    Deals,
    Ideas,
    /// Asks and offers that are open, of all events.
    Leads,
    /// All asks of one event.
    Asks,
    /// All offers of one event.
    Offers,
    People,
    Organisations,
    Regions,
    Themes,
    Series,
    Years,
}

/// What narrows a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is what it narrows by")]
pub enum Narrow {
    No,
    Event(EventId),
    Region(RegionId),
    Theme(ThemeId),
    Crossing(RegionId, ThemeId),
    Year(i16),
    Status(Status),
}

impl Narrow {
    /// Whether it is one of the choices that a whole list offers.
    pub fn is_choice(self) -> bool {
        matches!(
            self,
            Self::Region(_) | Self::Theme(_) | Self::Year(_) | Self::Status(_)
        )
    }
}

/// A status that lists are narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words are the schema's")]
pub enum Status {
    Agreed,
    Underway,
    Done,
    Stopped,
    Proposed,
    Adopted,
    Carried,
    Dropped,
    Ask,
    Offer,
}

impl Status {
    /// A deal's status as lists name it.
    pub fn of_deal(status: DealStatus) -> Self {
        match status {
            DealStatus::Agreed => Self::Agreed,
            DealStatus::Underway => Self::Underway,
            DealStatus::Done => Self::Done,
            DealStatus::Stopped => Self::Stopped,
        }
    }

    /// An idea's status as lists name it.
    pub fn of_idea(status: IdeaStatus) -> Self {
        match status {
            IdeaStatus::Proposed => Self::Proposed,
            IdeaStatus::Adopted => Self::Adopted,
            IdeaStatus::Done => Self::Carried,
            IdeaStatus::Dropped => Self::Dropped,
        }
    }

    const DEALS: [Self; 4] = [Self::Agreed, Self::Underway, Self::Done, Self::Stopped];
    const IDEAS: [Self; 4] = [Self::Proposed, Self::Adopted, Self::Carried, Self::Dropped];
    const LEADS: [Self; 2] = [Self::Ask, Self::Offer];

    /// Those that a kind of list can be narrowed by.
    pub fn of_list(kind: ListKind) -> &'static [Self] {
        match kind {
            ListKind::Deals => &Self::DEALS,
            ListKind::Ideas => &Self::IDEAS,
            ListKind::Leads => &Self::LEADS,
            _ => &[],
        }
    }
}

/// The entries of a list, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "one variant a kind of entry")]
pub enum Entries {
    Events(Vec<EventId>),
    Deals(Vec<DealId>),
    Ideas(Vec<IdeaId>),
    Needs(Vec<NeedId>),
    People(Vec<PersonId>),
    Organisations(Vec<OrganisationId>),
    /// A tree or table that is shown whole.
    Whole(usize),
}

impl Entries {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Events(list) => list.len(),
            Self::Deals(list) => list.len(),
            Self::Ideas(list) => list.len(),
            Self::Needs(list) => list.len(),
            Self::People(list) => list.len(),
            Self::Organisations(list) => list.len(),
            Self::Whole(count) => *count,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many pages they fill; an empty list still has its one page.
    pub fn pages(&self) -> usize {
        match self {
            Self::Whole(_) => 1,
            _ => self.len().div_ceil(LIST_LENGTH).max(1),
        }
    }

    /// The entries of one page, from 1.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Self {
        fn part<T: Copy>(list: &[T], page: usize) -> Vec<T> {
            list.iter()
                .copied()
                .skip((page - 1) * LIST_LENGTH)
                .take(LIST_LENGTH)
                .collect()
        }
        match self {
            Self::Events(list) => Self::Events(part(list, page)),
            Self::Deals(list) => Self::Deals(part(list, page)),
            Self::Ideas(list) => Self::Ideas(part(list, page)),
            Self::Needs(list) => Self::Needs(part(list, page)),
            Self::People(list) => Self::People(part(list, page)),
            Self::Organisations(list) => Self::Organisations(part(list, page)),
            Self::Whole(count) => Self::Whole(*count),
        }
    }
}

/// What a list holds. Cost is that of the list itself, never of the whole report, but for whole
/// lists and those by status.
pub fn entries(report: &Report, list: List) -> Entries {
    let empty = Harvest::default();
    let harvest = match list.narrow {
        Narrow::Region(region) => Some(&report[region].harvest),
        Narrow::Theme(theme) => Some(&report[theme].harvest),
        Narrow::Crossing(region, theme) => {
            Some(report.crossings.get(&(region, theme)).unwrap_or(&empty))
        }
        Narrow::Year(year) => Some(
            report
                .years
                .iter()
                .find(|found| found.year == year)
                .map_or(&empty, |found| &found.harvest),
        ),
        Narrow::No | Narrow::Event(_) | Narrow::Status(_) => None,
    };
    if let Some(harvest) = harvest {
        return match list.kind {
            ListKind::Events => Entries::Events(harvest.events.clone()),
            ListKind::Deals => Entries::Deals(harvest.deals.clone()),
            ListKind::Ideas => Entries::Ideas(with_page(report, &harvest.ideas)),
            ListKind::Leads => Entries::Needs(harvest.leads.clone()),
            ListKind::Organisations => match list.narrow {
                Narrow::Region(region) => {
                    Entries::Organisations(report[region].organisations.clone())
                }
                _ => Entries::Organisations(Vec::new()),
            },
            _ => Entries::Whole(0),
        };
    }
    if let Narrow::Event(event) = list.narrow {
        let event = &report[event];
        return match list.kind {
            ListKind::Deals => Entries::Deals(event.deals.clone()),
            ListKind::Ideas => Entries::Ideas(with_page(report, &event.ideas)),
            ListKind::Asks => Entries::Needs(
                event
                    .asks
                    .iter()
                    .copied()
                    .filter(|need| !report[*need].inline)
                    .collect(),
            ),
            ListKind::Offers => Entries::Needs(
                event
                    .offers
                    .iter()
                    .copied()
                    .filter(|need| !report[*need].inline)
                    .collect(),
            ),
            _ => Entries::Whole(0),
        };
    }
    whole(report, list)
}

fn with_page(report: &Report, ideas: &[IdeaId]) -> Vec<IdeaId> {
    ideas
        .iter()
        .copied()
        .filter(|idea| !report[*idea].inline)
        .collect()
}

/// A whole list, or one narrowed by status.
fn whole(report: &Report, list: List) -> Entries {
    let status = match list.narrow {
        Narrow::Status(status) => Some(status),
        _ => None,
    };
    // Newest first: by event, then in the order written.
    let events = || report.events_newest.iter().map(|event| &report[*event]);
    match list.kind {
        ListKind::Events => Entries::Events(report.events_newest.clone()),
        ListKind::Deals => Entries::Deals(
            events()
                .flat_map(|event| event.deals.iter().copied())
                .filter(|deal| {
                    status.is_none_or(|status| {
                        report[*deal]
                            .status
                            .is_some_and(|now| Status::of_deal(now.status) == status)
                    })
                })
                .collect(),
        ),
        ListKind::Ideas => Entries::Ideas(
            events()
                .flat_map(|event| event.ideas.iter().copied())
                .filter(|idea| !report[*idea].inline)
                .filter(|idea| {
                    status.is_none_or(|status| {
                        report[*idea]
                            .status
                            .is_some_and(|now| Status::of_idea(now.status) == status)
                    })
                })
                .collect(),
        ),
        ListKind::Leads => Entries::Needs(
            events()
                // In the order of the files, as narrowed lists have them.
                .flat_map(|event| {
                    let mut needs: Vec<NeedId> =
                        event.asks.iter().chain(&event.offers).copied().collect();
                    needs.sort_unstable();
                    needs
                })
                .filter(|need| report[*need].lead)
                .filter(|need| match status {
                    Some(Status::Ask) => report[*need].side == Side::Ask,
                    Some(Status::Offer) => report[*need].side == Side::Offer,
                    _ => true,
                })
                .collect(),
        ),
        ListKind::People => Entries::People(
            report
                .people_by_name
                .iter()
                .copied()
                .filter(|person| report[*person].listed)
                .collect(),
        ),
        ListKind::Organisations => Entries::Organisations(report.organisations_by_name.clone()),
        ListKind::Regions => Entries::Whole(report.regions.len()),
        ListKind::Themes => Entries::Whole(report.themes.len()),
        ListKind::Series => Entries::Whole(report.series.len()),
        ListKind::Years => Entries::Whole(report.years.len()),
        ListKind::Asks | ListKind::Offers => Entries::Whole(0),
    }
}

/// A page that is to be made, and what to blame when its address is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The page.
    pub page: Page,
    /// The record it comes from.
    pub blame: Option<Span>,
}

/// Every page of the report, in a fixed order.
pub fn pages(report: &Report, config: &Config, kept: &Kept) -> Vec<Wanted> {
    let mut pages = Collected {
        report,
        pages: Vec::new(),
    };
    pages.always();
    for notice in notices(report, config)
        .into_iter()
        .filter(|page| matches!(page, Page::Notice(_)))
    {
        pages.add(notice, None);
    }
    if has_search(report, config) {
        pages.add(Page::Search, None);
    }
    pages.events();
    for year in &kept.years {
        pages.add(Page::Year(*year), None);
    }
    pages.shared_records();
    for (region, theme) in &kept.crossings {
        pages.add(Page::Crossing(*region, *theme), None);
    }
    pages.whole_lists();
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

    fn list(&mut self, kind: ListKind, narrow: Narrow, blame: Option<Span>) {
        let list = List { kind, narrow };
        for page in 1..=entries(self.report, list).pages() {
            self.add(Page::List(list, page), blame);
        }
    }

    fn always(&mut self) {
        self.add(Page::Home, None);
        self.add(Page::NotFound, None);
        for (index, page) in self.report.pages.iter().enumerate() {
            self.add(Page::Free(PageId(number(index))), Some(page.span));
        }
    }

    fn events(&mut self) {
        let report = self.report;
        for (index, event) in report.events.iter().enumerate() {
            let id = EventId(number(index));
            let blame = Some(event.span);
            self.add(Page::Event(id), blame);
            self.add(Page::Print(id), blame);
            if !event.sessions.is_empty() {
                self.add(Page::Programme(id), blame);
            }
            for (kind, empty) in [
                (ListKind::Deals, event.deals.is_empty()),
                (
                    ListKind::Ideas,
                    event.ideas.iter().all(|idea| report[*idea].inline),
                ),
                (
                    ListKind::Asks,
                    event.asks.iter().all(|need| report[*need].inline),
                ),
                (
                    ListKind::Offers,
                    event.offers.iter().all(|need| report[*need].inline),
                ),
            ] {
                if !empty {
                    self.list(kind, Narrow::Event(id), blame);
                }
            }
        }
        for (index, session) in report
            .sessions
            .iter()
            .enumerate()
            .filter(|(_, session)| session.has_page)
        {
            self.add(Page::Session(SessionId(number(index))), Some(session.span));
        }
        for (index, idea) in report
            .ideas
            .iter()
            .enumerate()
            .filter(|(_, idea)| !idea.inline)
        {
            self.add(Page::Idea(IdeaId(number(index))), Some(idea.span));
        }
        for (index, need) in report
            .needs
            .iter()
            .enumerate()
            .filter(|(_, need)| !need.inline)
        {
            self.add(Page::Need(NeedId(number(index))), Some(need.span));
        }
        for (index, deal) in report.deals.iter().enumerate() {
            self.add(Page::Deal(DealId(number(index))), Some(deal.span));
        }
        for year in &report.years {
            self.add(Page::Year(year.year), None);
        }
    }

    fn shared_records(&mut self) {
        let report = self.report;
        for (index, region) in report.regions.iter().enumerate() {
            self.add(Page::Region(RegionId(number(index))), Some(region.span));
        }
        for (index, theme) in report.themes.iter().enumerate() {
            self.add(Page::Theme(ThemeId(number(index))), Some(theme.span));
        }
        for (region, theme) in report.crossings.keys() {
            self.add(Page::Crossing(*region, *theme), None);
        }
        for (index, person) in report
            .people
            .iter()
            .enumerate()
            .filter(|(_, person)| person.listed)
        {
            self.add(Page::Person(PersonId(number(index))), Some(person.span));
        }
        for (index, organisation) in report.organisations.iter().enumerate() {
            self.add(
                Page::Organisation(OrganisationId(number(index))),
                Some(organisation.span),
            );
        }
        for (index, series) in report.series.iter().enumerate() {
            self.add(Page::Series(SeriesId(number(index))), Some(series.span));
        }
        if !report.regions.is_empty() && !report.themes.is_empty() {
            self.add(Page::Overview, None);
        }
    }

    fn embedded(&mut self) {
        let report = self.report;
        for (index, region) in report.regions.iter().enumerate() {
            self.add(
                Page::Embed(Embedded::Region(RegionId(number(index)))),
                Some(region.span),
            );
        }
        for (index, organisation) in report.organisations.iter().enumerate() {
            self.add(
                Page::Embed(Embedded::Organisation(OrganisationId(number(index)))),
                Some(organisation.span),
            );
        }
    }

    fn whole_lists(&mut self) {
        for kind in listed_kinds(self.report) {
            self.list(kind, Narrow::No, None);
        }
    }

    fn narrowed_lists(&mut self) {
        let report = self.report;
        for kind in NARROWED {
            for status in Status::of_list(kind) {
                self.narrowed(kind, Narrow::Status(*status), 0);
            }
            for year in &report.years {
                self.narrowed(kind, Narrow::Year(year.year), 0);
            }
            for index in 0..report.regions.len() {
                self.narrowed(kind, Narrow::Region(RegionId(number(index))), 0);
            }
            for index in 0..report.themes.len() {
                self.narrowed(kind, Narrow::Theme(ThemeId(number(index))), 0);
            }
            // A region-and-theme page leads on only where it cannot show all itself.
            for (region, theme) in report.crossings.keys() {
                self.narrowed(kind, Narrow::Crossing(*region, *theme), SECTION_LENGTH);
            }
        }
        for index in 0..report.regions.len() {
            let region = RegionId(number(index));
            self.narrowed(ListKind::Events, Narrow::Region(region), SECTION_LENGTH);
            self.narrowed(
                ListKind::Organisations,
                Narrow::Region(region),
                SECTION_LENGTH,
            );
        }
        for index in 0..report.themes.len() {
            self.narrowed(
                ListKind::Events,
                Narrow::Theme(ThemeId(number(index))),
                SECTION_LENGTH,
            );
        }
        for (region, theme) in report.crossings.keys() {
            self.narrowed(
                ListKind::Events,
                Narrow::Crossing(*region, *theme),
                SECTION_LENGTH,
            );
        }
        for year in &report.years {
            self.narrowed(ListKind::Events, Narrow::Year(year.year), SECTION_LENGTH);
        }
    }

    /// A narrowed list with more than `more_than` entries.
    fn narrowed(&mut self, kind: ListKind, narrow: Narrow, more_than: usize) {
        let list = List { kind, narrow };
        let entries = entries(self.report, list);
        if entries.len() > more_than {
            for page in 1..=entries.pages() {
                self.add(Page::List(list, page), None);
            }
        }
    }
}

/// Whether the site has a search page: where there is something to find, unless its config says no.
pub fn has_search(report: &Report, config: &Config) -> bool {
    let Report {
        events,
        pages,
        regions,
        themes,
        people,
        organisations,
        series,
        ..
    } = report;
    let anything = !events.is_empty()
        || !pages.is_empty()
        || !regions.is_empty()
        || !themes.is_empty()
        || !organisations.is_empty()
        || !series.is_empty()
        || people.iter().any(|person| person.listed);
    config.search && anything
}

/// The kinds that have a whole list: always the events, the others where there is something.
pub fn listed_kinds(report: &Report) -> Vec<ListKind> {
    let Report {
        ideas,
        deals,
        regions,
        themes,
        series,
        organisations,
        people,
        years,
        needs,
        ..
    } = report;
    let mut kinds = vec![ListKind::Events];
    for (kind, present) in [
        (ListKind::Deals, !deals.is_empty()),
        (ListKind::Ideas, ideas.iter().any(|idea| !idea.inline)),
        (ListKind::Leads, needs.iter().any(|need| need.lead)),
        (ListKind::Regions, !regions.is_empty()),
        (ListKind::Themes, !themes.is_empty()),
        (ListKind::People, people.iter().any(|person| person.listed)),
        (ListKind::Organisations, !organisations.is_empty()),
        (ListKind::Series, !series.is_empty()),
        (ListKind::Years, !years.is_empty()),
    ] {
        if present {
            kinds.push(kind);
        }
    }
    kinds
}

/// The kinds whose whole list has an index, so that choices can be combined in the browser: those
/// that some choice makes shorter, and that are not too long to be read at one go. Longer lists
/// have their narrowed lists only.
pub fn indexed_kinds(lists: &BTreeMap<List, Entries>) -> impl Iterator<Item = ListKind> {
    let indexed = |kind: &ListKind| {
        let whole = List {
            kind: *kind,
            narrow: Narrow::No,
        };
        let Some(total) = lists.get(&whole).map(Entries::len) else {
            return false;
        };
        let shortens =
            |(list, entries): (&List, &Entries)| list.narrow.is_choice() && entries.len() < total;
        total <= INDEX_LENGTH
            && lists
                .range(whole..)
                .take_while(|(list, _)| list.kind == *kind)
                .any(shortens)
    };
    NARROWED.into_iter().filter(indexed)
}

/// A position as an index carries it.
pub(crate) fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer records than 2^32")
}
