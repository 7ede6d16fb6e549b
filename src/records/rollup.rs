//! What counts where: every record for its regions and themes and all above them, for both crossed,
//! and for its year. Each once, however many ways lead up. Nothing flows down.

use std::collections::{BTreeMap, HashMap};

use crate::records::{
    DealStatus, EventId, Harvest, NeedId, RecordId, RegionId, Report, Side, ThemeId, Totals,
    TypedId, Year,
};

/// What counts for the places of a kind.
struct Sums<Id> {
    /// Each place with all above it.
    up: Vec<Vec<Id>>,
    /// What counts for each: its own and that of all below.
    all: Vec<Harvest>,
    /// What names each itself.
    direct: Vec<Harvest>,
}

impl<Id: TypedId + Ord> Sums<Id> {
    fn new<'a>(above: impl Iterator<Item = &'a Vec<Id>>) -> Self
    where
        Id: 'a,
    {
        let up: Vec<Vec<Id>> = above
            .enumerate()
            .map(|(position, above)| [&[Id::at(position)][..], above].concat())
            .collect();
        Self {
            all: vec![Harvest::default(); up.len()],
            direct: vec![Harvest::default(); up.len()],
            up,
        }
    }

    /// Counts a record for the places that it names and all above these, each once; gives these in
    /// order.
    fn count(&mut self, own: &[Id], count: impl Fn(&mut Harvest)) -> Vec<Id> {
        for place in own {
            count(&mut self.direct[place.position()]);
        }
        let up = own.iter().flat_map(|place| &self.up[place.position()]);
        let mut all: Vec<Id> = up.copied().collect();
        all.sort_unstable();
        all.dedup();
        for place in &all {
            count(&mut self.all[place.position()]);
        }
        all
    }
}

/// Rolls everything up. Lists come out newest first, for that is the order in which records are
/// taken.
pub(super) fn roll_up(report: &mut Report) {
    let mut regions = Sums::new(report.regions.iter().map(|region| &region.ancestors));
    let mut themes = Sums::new(report.themes.iter().map(|theme| &theme.ancestors));
    let mut crossings: HashMap<(RegionId, ThemeId), Harvest> = HashMap::new();
    let mut years: BTreeMap<i16, Harvest> = BTreeMap::new();
    for (record, year) in counted(report) {
        let (own_regions, own_themes) = report.record(record).places();
        let need = NeedId::of(record).map(|need| (need, report[need].side, report[need].lead));
        let count = |harvest: &mut Harvest| add(harvest, record, need);
        count(years.entry(year).or_default());
        let regions = regions.count(own_regions, count);
        let themes = themes.count(own_themes, count);
        for region in &regions {
            for theme in &themes {
                count(crossings.entry((*region, *theme)).or_default());
            }
        }
    }
    let sums = regions.all.into_iter().zip(regions.direct);
    for (region, sums) in report.regions.iter_mut().zip(sums) {
        (region.harvest, region.direct) = sums;
    }
    let sums = themes.all.into_iter().zip(themes.direct);
    for (theme, sums) in report.themes.iter_mut().zip(sums) {
        (theme.harvest, theme.direct) = sums;
    }
    report.crossings = crossings.into_iter().collect();
    report.years = years
        .into_iter()
        .rev()
        .map(|(year, harvest)| Year { year, harvest })
        .collect();
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
