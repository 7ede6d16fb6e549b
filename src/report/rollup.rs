//! What counts where: every record for its regions and themes and all above them, for both crossed,
//! and for its year. Each once, however many ways lead up. Nothing flows down.

use std::collections::{BTreeMap, HashMap};

use crate::report::{
    DealStatus, EventId, Harvest, NeedId, OrganisationId, RecordId, RegionId, Report, Side,
    ThemeId, Totals, Year,
};
use crate::words::names::Collation;

/// Rolls everything up. Lists come out newest first, for that is the order in which records are
/// taken.
pub(super) fn roll_up(report: &mut Report) {
    let up_regions: Vec<Vec<RegionId>> = (0u32..)
        .zip(&report.regions)
        .map(|(position, region)| [&[RegionId(position)][..], &region.ancestors].concat())
        .collect();
    let up_themes: Vec<Vec<ThemeId>> = (0u32..)
        .zip(&report.themes)
        .map(|(position, theme)| [&[ThemeId(position)][..], &theme.ancestors].concat())
        .collect();
    let mut regions = vec![Harvest::default(); report.regions.len()];
    let mut direct_regions = regions.clone();
    let mut themes = vec![Harvest::default(); report.themes.len()];
    let mut direct_themes = themes.clone();
    let mut crossings: HashMap<(RegionId, ThemeId), Harvest> = HashMap::new();
    let mut years: BTreeMap<i16, Harvest> = BTreeMap::new();
    let mut all_regions = Vec::new();
    let mut all_themes = Vec::new();
    for (record, year) in counted(report) {
        let (own_regions, own_themes) = report.record(record).places();
        let need = if let RecordId::Need(need) = record {
            Some((need, report[need].side, report[need].lead))
        } else {
            None
        };
        let count = |harvest: &mut Harvest| add(harvest, record, need);
        count(years.entry(year).or_default());
        for region in own_regions {
            count(&mut direct_regions[region.index()]);
        }
        for theme in own_themes {
            count(&mut direct_themes[theme.index()]);
        }
        upward(
            own_regions,
            |region| &up_regions[region.index()],
            &mut all_regions,
        );
        upward(
            own_themes,
            |theme| &up_themes[theme.index()],
            &mut all_themes,
        );
        for region in &all_regions {
            count(&mut regions[region.index()]);
        }
        for theme in &all_themes {
            count(&mut themes[theme.index()]);
        }
        for region in &all_regions {
            for theme in &all_themes {
                count(crossings.entry((*region, *theme)).or_default());
            }
        }
    }
    for ((region, harvest), direct) in report.regions.iter_mut().zip(regions).zip(direct_regions) {
        (region.harvest, region.direct) = (harvest, direct);
    }
    for ((theme, harvest), direct) in report.themes.iter_mut().zip(themes).zip(direct_themes) {
        (theme.harvest, theme.direct) = (harvest, direct);
    }
    report.crossings = crossings.into_iter().collect();
    report.years = years
        .into_iter()
        .rev()
        .map(|(year, harvest)| Year { year, harvest })
        .collect();
}

/// Everything with its upward places, each once, in order.
fn upward<'a, T: Copy + Ord + 'a>(own: &[T], up: impl Fn(T) -> &'a Vec<T>, all: &mut Vec<T>) {
    all.clear();
    all.extend(own.iter().flat_map(|item| up(*item)).copied());
    all.sort_unstable();
    all.dedup();
}

/// Every record that counts with its year, by event from the newest to the oldest, within an event
/// in its own order.
fn counted(report: &Report) -> impl Iterator<Item = (RecordId, i16)> {
    let counts = |record: &RecordId| {
        !matches!(
            record,
            RecordId::Speaker(_) | RecordId::Quote(_) | RecordId::Photo(_) | RecordId::Resource(_)
        )
    };
    report.events_newest.iter().flat_map(move |event| {
        let year = report[*event].date.year();
        std::iter::once(RecordId::Event(*event))
            .chain(report.of_event(*event).filter(counts))
            .map(move |record| (record, year))
    })
}

fn add(harvest: &mut Harvest, record: RecordId, need: Option<(NeedId, Side, bool)>) {
    match record {
        RecordId::Event(id) => harvest.events.push(id),
        RecordId::Session(id) => harvest.sessions.push(id),
        RecordId::Idea(id) => harvest.ideas.push(id),
        RecordId::Deal(id) => harvest.deals.push(id),
        RecordId::Outcome(id) => harvest.outcomes.push(id),
        RecordId::Figure(id) => harvest.figures.push(id),
        _ => {
            if let Some((id, side, is_lead)) = need {
                match side {
                    Side::Ask => harvest.asks.push(id),
                    Side::Offer => harvest.offers.push(id),
                }
                if is_lead {
                    harvest.leads.push(id);
                }
            }
        }
    }
}

/// Events, newest first; of one day, in the order of their folders.
pub(super) fn events_newest(report: &Report) -> Vec<EventId> {
    let mut events: Vec<EventId> = (0u32..)
        .zip(&report.events)
        .map(|(position, _)| EventId(position))
        .collect();
    events.sort_by_key(|event| (std::cmp::Reverse(report[*event].date), *event));
    events
}

/// Who lies below whom, who is on top, and which themes a region has something on, all by name.
pub(super) fn add_places(report: &mut Report, collation: &Collation) {
    let by_name = |names: Vec<&str>| -> Vec<u32> {
        let mut order: Vec<_> = (0u32..)
            .zip(names)
            .map(|(position, name)| (collation.key(name), position))
            .collect();
        order.sort();
        order.into_iter().map(|(_, position)| position).collect()
    };
    let regions = by_name(
        report
            .regions
            .iter()
            .map(|region| &*region.name.original)
            .collect(),
    );
    let themes = by_name(
        report
            .themes
            .iter()
            .map(|theme| &*theme.name.original)
            .collect(),
    );
    let organisations = by_name(
        report
            .organisations
            .iter()
            .map(|organisation| &*organisation.name.original)
            .collect(),
    );
    report.top_regions = regions
        .iter()
        .map(|region| RegionId(*region))
        .filter(|region| report[*region].parents.is_empty())
        .collect();
    report.top_themes = themes
        .iter()
        .map(|theme| ThemeId(*theme))
        .filter(|theme| report[*theme].parents.is_empty())
        .collect();
    for region in regions.iter().map(|region| RegionId(*region)) {
        for parent in report[region].parents.clone() {
            report.regions[parent.index()].children.push(region);
        }
    }
    for theme in themes.iter().map(|theme| ThemeId(*theme)) {
        for parent in report[theme].parents.clone() {
            report.themes[parent.index()].children.push(theme);
        }
    }
    report.organisations_by_name = organisations
        .iter()
        .map(|organisation| OrganisationId(*organisation))
        .collect();
    let mut all = Vec::new();
    for organisation in report.organisations_by_name.clone() {
        all.clear();
        for region in &report[organisation].regions {
            all.push(*region);
            all.extend(&report[*region].ancestors);
        }
        all.sort_unstable();
        all.dedup();
        for region in &all {
            report.regions[region.index()]
                .organisations
                .push(organisation);
        }
    }
    let rank = |order: &[u32]| {
        let mut ranks = vec![0u32; order.len()];
        for (rank, position) in (0u32..).zip(order) {
            ranks[*position as usize] = rank;
        }
        ranks
    };
    let (region_ranks, theme_ranks) = (rank(&regions), rank(&themes));
    for (region, theme) in report.crossings.keys().copied().collect::<Vec<_>>() {
        report.regions[region.index()].themes.push(theme);
        report.themes[theme.index()].regions.push(region);
    }
    for region in &mut report.regions {
        region
            .themes
            .sort_by_key(|theme| theme_ranks[theme.index()]);
    }
    for theme in &mut report.themes {
        theme
            .regions
            .sort_by_key(|region| region_ranks[region.index()]);
    }
}

/// Counts over the whole report.
pub(super) fn totals(report: &Report) -> Totals {
    let of_side = |side: Side| report.needs.iter().filter(|need| need.side == side).count();
    Totals {
        events: report.events.len(),
        ideas: report.ideas.len(),
        asks: of_side(Side::Ask),
        offers: of_side(Side::Offer),
        deals: report.deals.len(),
        deals_done: report
            .deals
            .iter()
            .filter(|deal| {
                deal.status
                    .is_some_and(|now| now.status == DealStatus::Done)
            })
            .count(),
        leads: report.needs.iter().filter(|need| need.lead).count(),
        people: report.people.len(),
        organisations: report.organisations.len(),
    }
}
