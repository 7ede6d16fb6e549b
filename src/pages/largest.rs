//! The largest themes and regions, where there may be thousands: a page names two dozen, and leads to
//! a list of all.

use super::context::Context;
use super::sections::{Count, Section};
use super::{harvest, tags};
use crate::plan::entries::region_tree;
use crate::plan::list::{ListKind, NAMES_LENGTH, Narrow};
use crate::records::{Harvest, RegionId, ThemeId};

/// The largest of some, largest first and those of one size in the order given.
fn largest<'r, Id: Copy>(
    context: Context<'_>,
    ids: &[Id],
    harvest: impl Fn(Id) -> Option<&'r Harvest>,
) -> Vec<Id> {
    let size = |id| harvest(id).map_or(0, |harvest| harvest::size(context, harvest));
    let mut sized: Vec<(usize, Id)> = ids.iter().map(|id| (size(*id), *id)).collect();
    sized.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    let ids = sized.into_iter().map(|(_, id)| id);
    ids.take(NAMES_LENGTH).collect()
}

/// The largest themes with all that is behind each.
pub(super) fn themes(context: Context<'_>, themes: &[ThemeId]) -> Vec<Count> {
    let report = context.report;
    let largest = largest(context, themes, |theme| Some(&report[theme].harvest));
    context.each(&largest, harvest::theme_count)
}

/// The largest regions that anything came of, with all that is behind each: in a country of hundreds
/// most are empty.
pub(super) fn regions(context: Context<'_>) -> Vec<Count> {
    let report = context.report;
    let all: Vec<RegionId> = region_tree(report).into_iter().map(|(id, _)| id).collect();
    let largest = largest(context, &all, |region| Some(&report[region].harvest));
    let mut counts = context.each(&largest, harvest::region_count);
    counts.retain(|region| region.count > 0);
    counts
}

/// The largest themes of a region, each with what is on it there.
pub(super) fn themes_of(context: Context<'_>, region: RegionId) -> Section<Count> {
    let report = context.report;
    let all = &report[region].themes;
    let largest = largest(context, all, |theme| report.crossings.get(&(region, theme)));
    let counts = context.each(&largest, |context, theme| {
        harvest::crossing_count(context, region, theme, tags::page_tag(context, theme))
    });
    section(counts, all.len()).of_list(context, ListKind::Themes, Narrow::Region(region))
}

/// The regions with most on a theme, each with what is on it there.
pub(super) fn regions_of(context: Context<'_>, theme: ThemeId) -> Section<Count> {
    let report = context.report;
    let all = &report[theme].regions;
    let largest = largest(context, all, |region| {
        report.crossings.get(&(region, theme))
    });
    let counts = context.each(&largest, |context, region| {
        harvest::crossing_count(context, region, theme, tags::page_tag(context, region))
    });
    section(counts, all.len()).of_list(context, ListKind::Regions, Narrow::Theme(theme))
}

/// The largest themes right below one.
pub(super) fn themes_below(context: Context<'_>, theme: ThemeId) -> Section<Count> {
    let all = &context.report[theme].children;
    section(themes(context, all), all.len()).of_list(
        context,
        ListKind::Themes,
        Narrow::Theme(theme),
    )
}

fn section(items: Vec<Count>, total: usize) -> Section<Count> {
    Section {
        items,
        total,
        more: None,
        silent: None,
    }
}
