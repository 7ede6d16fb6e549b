//! What lists hold, in their order.

use std::collections::{BTreeMap, BTreeSet};

use super::list::{
    CARDS_LENGTH, INDEX_LENGTH, LIST_LENGTH, List, ListKind, NARROWED, Narrow, Status,
};
use crate::records::{
    DealId, EventId, Harvest, IdeaId, NeedId, OrganisationId, PartyRecord, PersonId, RegionId,
    Report, SeriesId, Side, ThemeId,
};

/// The table of all kinds of entry. A row: the kind, what names one of it, and how many a page
/// holds.
macro_rules! entries {
    ($($name:ident($id:ident) by $length:ident;)*) => {
        /// The entries of a list, in its order.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[expect(missing_docs, reason = "one variant a kind of entry")]
        pub enum Entries {
            $($name(Vec<$id>),)*
            /// No entries of any kind.
            Nothing,
        }

        impl Entries {
            /// How many there are.
            pub fn len(&self) -> usize {
                match self {
                    $(Self::$name(list) => list.len(),)*
                    Self::Nothing => 0,
                }
            }

            /// How many a page holds.
            pub fn page_length(&self) -> usize {
                match self {
                    $(Self::$name(_) => $length,)*
                    Self::Nothing => LIST_LENGTH,
                }
            }

            /// The entries of one page, from 1.
            #[must_use]
            pub fn on_page(&self, page: usize) -> Self {
                match self {
                    $(Self::$name(list) => Self::$name(
                        list.chunks($length).nth(page - 1).unwrap_or_default().to_vec(),
                    ),)*
                    Self::Nothing => Self::Nothing,
                }
            }
        }
    };
}

entries! {
    Events(EventId) by LIST_LENGTH;
    Deals(DealId) by CARDS_LENGTH;
    Ideas(IdeaId) by CARDS_LENGTH;
    Needs(NeedId) by CARDS_LENGTH;
    People(PersonId) by LIST_LENGTH;
    Organisations(OrganisationId) by LIST_LENGTH;
    Regions(RegionId) by LIST_LENGTH;
    Themes(ThemeId) by LIST_LENGTH;
    Series(SeriesId) by LIST_LENGTH;
    Years(i16) by LIST_LENGTH;
}

impl Entries {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many pages they fill; an empty list still has its one page.
    pub fn pages(&self) -> usize {
        self.len().div_ceil(self.page_length()).max(1)
    }
}

/// What a list holds. Cost is that of the list itself, never of the whole report, but for whole
/// lists and those by status.
pub fn entries(report: &Report, list: List) -> Entries {
    match list.narrow {
        Narrow::Event(event) => return of_event(report, event, list.kind),
        Narrow::No => return whole(report, list.kind),
        Narrow::Status(status) => return with_status(report, list.kind, status),
        Narrow::Person(person) => return of_party(&report[person].record, list.kind),
        Narrow::Organisation(id) if list.kind == ListKind::People => {
            return Entries::People(report[id].people.clone());
        }
        Narrow::Organisation(id) => return of_party(&report[id].record, list.kind),
        _ => {}
    }
    let empty = Harvest::default();
    let harvest = harvest_of(report, list.narrow).unwrap_or(&empty);
    match (list.kind, list.narrow) {
        (ListKind::Events, _) => Entries::Events(harvest.events.clone()),
        (ListKind::Deals, _) => Entries::Deals(harvest.deals.clone()),
        (ListKind::Ideas, _) => Entries::Ideas(ideas_with_page(report, &harvest.ideas)),
        (ListKind::Leads, _) => Entries::Needs(harvest.leads.clone()),
        (ListKind::Organisations, Narrow::Region(region)) => {
            Entries::Organisations(report[region].organisations.clone())
        }
        (ListKind::Organisations, _) => Entries::Organisations(Vec::new()),
        (ListKind::Regions, Narrow::Region(region)) => {
            Entries::Regions(report[region].children.clone())
        }
        (ListKind::Regions, Narrow::Theme(theme)) => {
            Entries::Regions(report[theme].regions.clone())
        }
        (ListKind::Themes, Narrow::Region(region)) => {
            Entries::Themes(report[region].themes.clone())
        }
        (ListKind::Themes, Narrow::Theme(theme)) => Entries::Themes(report[theme].children.clone()),
        _ => Entries::Nothing,
    }
}

/// What was gathered for a region, a theme, both, or a year.
pub(crate) fn harvest_of(report: &Report, narrow: Narrow) -> Option<&Harvest> {
    match narrow {
        Narrow::Region(region) => Some(&report[region].harvest),
        Narrow::Theme(theme) => Some(&report[theme].harvest),
        Narrow::Crossing(region, theme) => report.crossings.get(&(region, theme)),
        Narrow::Year(year) => {
            let found = report.years.iter().find(|found| found.year == year);
            found.map(|found| &found.harvest)
        }
        Narrow::No
        | Narrow::Event(_)
        | Narrow::Status(_)
        | Narrow::Person(_)
        | Narrow::Organisation(_) => None,
    }
}

/// The ideas with a page of their own: those written inside a deal are counted with the deal.
pub(crate) fn ideas_with_page(report: &Report, ideas: &[IdeaId]) -> Vec<IdeaId> {
    let ideas = ideas.iter().copied();
    ideas.filter(|idea| !report[*idea].inline).collect()
}

fn needs_with_page(report: &Report, needs: &[NeedId]) -> Vec<NeedId> {
    let needs = needs.iter().copied();
    needs.filter(|need| !report[*need].inline).collect()
}

/// What came of one event.
fn of_event(report: &Report, event: EventId, kind: ListKind) -> Entries {
    let event = &report[event];
    match kind {
        ListKind::Deals => Entries::Deals(event.deals.clone()),
        ListKind::Ideas => Entries::Ideas(ideas_with_page(report, &event.ideas)),
        ListKind::Asks => Entries::Needs(needs_with_page(report, &event.asks)),
        ListKind::Offers => Entries::Needs(needs_with_page(report, &event.offers)),
        _ => Entries::Nothing,
    }
}

/// What a person or organisation did, all that its page counts.
fn of_party(record: &PartyRecord, kind: ListKind) -> Entries {
    match kind {
        ListKind::Events => Entries::Events(record.events.clone()),
        ListKind::Deals => Entries::Deals(record.deals.clone()),
        ListKind::Ideas => Entries::Ideas(record.ideas.clone()),
        ListKind::Asks => Entries::Needs(record.asks.clone()),
        ListKind::Offers => Entries::Needs(record.offers.clone()),
        _ => Entries::Nothing,
    }
}

/// All of a kind: what came of events newest first, then in the order written.
fn whole(report: &Report, kind: ListKind) -> Entries {
    let events = || report.events_newest.iter().map(|event| &report[*event]);
    match kind {
        ListKind::Events => Entries::Events(report.events_newest.clone()),
        ListKind::Deals => Entries::Deals(
            events()
                .flat_map(|event| event.deals.iter().copied())
                .collect(),
        ),
        ListKind::Ideas => Entries::Ideas(
            events()
                .flat_map(|event| ideas_with_page(report, &event.ideas))
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
        ListKind::Regions => Entries::Regions(
            region_tree(report)
                .into_iter()
                .map(|(region, _)| region)
                .collect(),
        ),
        ListKind::Themes => Entries::Themes(report.themes_by_name.clone()),
        ListKind::Series => Entries::Series(report.series_by_name.clone()),
        ListKind::Years => Entries::Years(report.years.iter().map(|year| year.year).collect()),
        ListKind::Asks | ListKind::Offers => Entries::Nothing,
    }
}

/// Every region once, right behind the one that it lies in, with how deep it lies.
pub(crate) fn region_tree(report: &Report) -> Vec<(RegionId, usize)> {
    tree(&report.top_regions, |region| &report[region].children)
}

/// What hangs below the top, each right behind its parent and with its depth. What has two parents
/// stands once, below the first.
pub(crate) fn tree<'a, T: Copy + Ord + 'a>(
    top: &[T],
    children: impl Fn(T) -> &'a Vec<T>,
) -> Vec<(T, usize)> {
    let mut waiting: Vec<(T, usize)> = top.iter().rev().map(|one| (*one, 0)).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    while let Some((one, depth)) = waiting.pop() {
        if seen.insert(one) {
            found.push((one, depth));
            waiting.extend(children(one).iter().rev().map(|child| (*child, depth + 1)));
        }
    }
    found
}

/// Those of a kind that have a status.
fn with_status(report: &Report, kind: ListKind, status: Status) -> Entries {
    let side = |need: &NeedId| match report[*need].side {
        Side::Ask => Status::Ask,
        Side::Offer => Status::Offer,
    };
    let mut entries = whole(report, kind);
    match &mut entries {
        Entries::Deals(deals) => deals.retain(|deal| {
            let now = report[*deal].status;
            now.is_some_and(|now| Status::of_deal(now.status) == status)
        }),
        Entries::Ideas(ideas) => ideas.retain(|idea| {
            let now = report[*idea].status;
            now.is_some_and(|now| Status::of_idea(now.status) == status)
        }),
        Entries::Needs(needs) => needs.retain(|need| side(need) == status),
        Entries::Events(_)
        | Entries::People(_)
        | Entries::Organisations(_)
        | Entries::Regions(_)
        | Entries::Themes(_)
        | Entries::Series(_)
        | Entries::Years(_)
        | Entries::Nothing => {}
    }
    entries
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
        let whole = List::whole(*kind);
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
