//! Orders by name: who lies below whom, who is on top, which themes a region has something on.

use std::cmp::Ordering;

use super::record_id::{OrganisationId, RegionId, ThemeId, TypedId};
use super::report::Report;
use crate::words::Text;
use crate::words::names::Collation;

/// The places of a kind, in the order of their names.
struct ByName<Id> {
    order: Vec<Id>,
    /// Where each stands in the order.
    ranks: Vec<usize>,
}

impl<Id: TypedId> ByName<Id> {
    fn new<'a>(names: impl Iterator<Item = &'a Text>, collation: &Collation) -> Self {
        let mut order: Vec<_> = names
            .enumerate()
            .map(|(position, name)| (collation.key(&name.original), position))
            .collect();
        order.sort();
        let mut ranks = vec![0; order.len()];
        for (rank, (_, position)) in order.iter().enumerate() {
            ranks[*position] = rank;
        }
        Self {
            order: order
                .into_iter()
                .map(|(_, position)| Id::at(position))
                .collect(),
            ranks,
        }
    }

    fn compare(&self, one: Id, other: Id) -> Ordering {
        self.ranks[one.position()].cmp(&self.ranks[other.position()])
    }
}

/// Who lies below whom, who is on top, which organisations are from a region, and which themes it
/// has something on, all by name.
pub(super) fn add_places(report: &mut Report, collation: &Collation) {
    let names = report.regions.iter().map(|region| &region.name);
    let regions: ByName<RegionId> = ByName::new(names, collation);
    let names = report.themes.iter().map(|theme| &theme.name);
    let themes: ByName<ThemeId> = ByName::new(names, collation);
    macro_rules! place {
        ($by_name:ident, $list:ident, $top:ident) => {
            let mut top = $by_name.order.clone();
            top.retain(|id| report[*id].parents.is_empty());
            report.$top = top;
            for id in &$by_name.order {
                for parent in report[*id].parents.clone() {
                    report.$list[parent.index()].children.push(*id);
                }
            }
        };
    }
    place!(regions, regions, top_regions);
    place!(themes, themes, top_themes);
    report.themes_by_name.clone_from(&themes.order);
    add_organisations(report, collation);
    for (region, theme) in report.crossings.keys().copied().collect::<Vec<_>>() {
        report.regions[region.index()].themes.push(theme);
        report.themes[theme.index()].regions.push(region);
    }
    for region in &mut report.regions {
        region
            .themes
            .sort_by(|one, other| themes.compare(*one, *other));
    }
    for theme in &mut report.themes {
        theme
            .regions
            .sort_by(|one, other| regions.compare(*one, *other));
    }
}

/// Gives each region the organisations from there or below.
fn add_organisations(report: &mut Report, collation: &Collation) {
    let names = report
        .organisations
        .iter()
        .map(|organisation| &organisation.name);
    let by_name: ByName<OrganisationId> = ByName::new(names, collation);
    let mut all: Vec<RegionId> = Vec::new();
    for organisation in &by_name.order {
        all.clear();
        for region in &report[*organisation].regions {
            all.push(*region);
            all.extend(&report[*region].ancestors);
        }
        all.sort_unstable();
        all.dedup();
        for region in &all {
            report.regions[region.index()]
                .organisations
                .push(*organisation);
        }
    }
    report.organisations_by_name = by_name.order;
}
