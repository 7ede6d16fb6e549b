//! The overview: regions crossed with themes, each cell saying what is there or what is missing.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::Serialize;

use super::cards::{More, Tag};
use super::context::Context;
use super::head::Head;
use super::head::PageHead;
use super::site::SiteHead;
use super::tally::Basis;
use super::{harvest, recorded, sections, tags, tally};
use crate::drawing::shades::shade;
use crate::plan::entries::{region_tree, tree};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::{Completeness, Harvest, RegionId, ThemeId};
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::phrases;

/// How many rows and columns the table has at most, and how many levels of regions.
const ROWS: usize = 24;
const COLUMNS: usize = 12;
const LEVELS: usize = 3;

/// One filled or empty cell of the overview.
#[derive(Debug, Serialize)]
pub struct OverviewCell {
    /// `None`: nothing is on record.
    pub href: Option<String>,
    pub leads: usize,
    /// How much there is.
    pub number: usize,
    /// How much that is beside the other cells: from 0 to 4.
    pub shade: usize,
    /// What the cell shows: "7", "7+" where there may be more, or what is missing: "geen", "niet
    /// bijgehouden".
    pub shown: String,
    /// "Twente, Docenten: 3 deals, 4 ideeën".
    pub said: String,
}

#[derive(Debug, Serialize)]
pub struct OverviewRow {
    pub region: Tag,
    /// How deep below the top, from 0.
    pub depth: usize,
    pub cells: Vec<OverviewCell>,
    pub total: String,
}

/// `overview.html`: regions crossed with themes.
#[derive(Debug, Serialize)]
pub struct OverviewView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// The twelve largest at most, largest first.
    pub themes: Vec<Tag>,
    /// The largest, at most 24.
    pub rows: Vec<OverviewRow>,
    /// Where all regions are, where there are more.
    pub all_regions: Option<More>,
    /// Where all themes are, where there are more.
    pub all_themes: Option<More>,
    pub intro: String,
    /// Whether a cell says "geen", "niet bijgehouden", or "+": only then its legend says what that
    /// means.
    pub has_none: bool,
    pub has_not_kept: bool,
    pub has_more: bool,
}

pub(super) fn overview(context: Context<'_>) -> OverviewView {
    let report = context.report;
    let themes = overview_themes(context);
    let mut rows: Vec<OverviewRow> = overview_regions(context)
        .into_iter()
        .map(|(region, depth)| row(context, region, depth, &themes))
        .collect();
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let has_none = cells().any(|cell| cell.shown == context.words().none_here);
    let has_not_kept = cells().any(|cell| cell.shown == context.words().not_kept_here);
    let has_more = cells().any(|cell| cell.shown.ends_with('+'));
    let most = cells().map(|cell| cell.number).max().unwrap_or_default();
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.shade = shade(cell.number, most);
    }
    let title = context.own(context.words().overview);
    let all = |kind, shown: usize, all: usize| {
        (all > shown).then(|| sections::more(context, kind, Narrow::No, all))
    };
    OverviewView {
        site: context.site(),
        page: Head::new(context, "overview", Page::Overview, &title).made(),
        all_regions: all(ListKind::Regions, rows.len(), report.regions.len()),
        all_themes: all(ListKind::Themes, themes.len(), report.themes.len()),
        themes: context.each(&themes, tags::page_tag),
        rows,
        has_none,
        has_not_kept,
        has_more,
        intro: labels::OVERVIEW_INTRO.get(context.language).to_owned(),
    }
}

/// The themes with most anywhere, those with most first.
fn overview_themes(context: Context<'_>) -> Vec<ThemeId> {
    let report = context.report;
    let below = |top: &ThemeId| {
        let children = report[*top].children.iter().copied();
        children.filter(|child| report[*child].parents.len() == 1)
    };
    let mut themes: Vec<ThemeId> = report
        .top_themes
        .iter()
        .flat_map(|top| std::iter::once(*top).chain(below(top)))
        .filter(|theme| !report[*theme].regions.is_empty())
        .collect();
    themes.sort_by_key(|theme| Reverse(total(context, &report[*theme].harvest)));
    themes.truncate(COLUMNS);
    themes
}

/// The regions with most, each right behind the one that it lies in, those beside each other by how
/// much they have. One without anything has no row of its own; its parents tell of it. Three
/// levels: deeper ones are reached by drilling down, on the regions' pages.
fn overview_regions(context: Context<'_>) -> Vec<(RegionId, usize)> {
    let report = context.report;
    let total = |region: RegionId| total(context, &report[region].harvest);
    let mut largest: Vec<(RegionId, usize)> = region_tree(report)
        .into_iter()
        .filter(|(region, depth)| *depth < LEVELS && !report[*region].harvest.is_empty())
        .collect();
    // What a region lies in has no less than it, so it is kept before it.
    largest.sort_by_key(|(region, depth)| (Reverse(total(*region)), *depth));
    largest.truncate(ROWS);
    let kept: HashMap<RegionId, usize> = largest.iter().copied().collect();
    let mut below: HashMap<RegionId, Vec<RegionId>> = HashMap::new();
    for (region, _) in &largest {
        let children = largest.iter().map(|(child, _)| *child);
        let children = children.filter(|child| report[*child].parents.contains(region));
        below.insert(*region, children.collect());
    }
    let top = largest.iter().filter(|(_, depth)| *depth == 0);
    let top: Vec<RegionId> = top.map(|(region, _)| *region).collect();
    tree(&top, |region| &below[&region])
        .into_iter()
        .map(|(region, depth)| (region, kept.get(&region).copied().unwrap_or(depth)))
        .collect()
}

fn total(context: Context<'_>, harvest: &Harvest) -> usize {
    harvest::counted(context, harvest).0
}

fn row(context: Context<'_>, id: RegionId, depth: usize, themes: &[ThemeId]) -> OverviewRow {
    let region = tags::page_tag(context, id);
    let harvest = &context.report[id].harvest;
    let basis = Basis::of(harvest, recorded::all_kinds_behind(context, harvest));
    let total = total(context, harvest);
    OverviewRow {
        cells: context.each(themes, |context, theme| cell(context, id, theme, &region)),
        total: tally::tally(context, phrases::RECORD, total, basis).shown,
        region,
        depth,
    }
}

fn cell(context: Context<'_>, region: RegionId, theme: ThemeId, region_tag: &Tag) -> OverviewCell {
    let report = context.report;
    let name = format!(
        "{}, {}",
        region_tag.name.text,
        tags::page_tag(context, theme).name.text
    );
    let Some(harvest) = report.crossings.get(&(region, theme)) else {
        // Where nothing was kept at any of the region's events, that nothing is on record means
        // nothing.
        let basis = Basis {
            known: false,
            kept: recorded::all_kinds_behind(context, &report[region].harvest),
        };
        let shown = tally::tally(context, phrases::RECORD, 0, basis).shown;
        let said = if basis.kept == Some(Completeness::None) {
            &shown
        } else {
            labels::NOTHING_ON_RECORD.get(context.language)
        };
        let said = format!("{name}: {said}");
        return OverviewCell {
            href: None,
            leads: 0,
            number: 0,
            shade: 0,
            shown,
            said,
        };
    };
    let (total, said) = harvest::counted(context, harvest);
    let basis = Basis::of(harvest, recorded::all_kinds_behind(context, harvest));
    let total = tally::tally(context, phrases::RECORD, total, basis);
    let said = match (total.kept, total.shown.ends_with('+')) {
        (false, _) => format!("{said}, {}", total.shown),
        (true, true) => phrases::at_least(&said, context.language),
        (true, false) => said,
    };
    OverviewCell {
        href: Some(context.href(Page::Crossing(region, theme))),
        leads: harvest.leads.len(),
        number: total.number,
        shade: 0,
        shown: total.shown,
        said: format!("{name}: {said}"),
    }
}
