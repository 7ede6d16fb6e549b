//! The overview: regions crossed with themes, each cell saying what is there or what is missing.

use serde::Serialize;

use super::cards::Tag;
use super::context::Context;
use super::head::Head;
use super::head::PageHead;
use super::site::SiteHead;
use super::tally::Basis;
use super::{harvest, recorded, tags, tally};
use crate::plan::page::Page;
use crate::records::{Completeness, RegionId, ThemeId};
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::phrases;

/// One filled or empty cell of the overview.
#[derive(Debug, Serialize)]
pub struct OverviewCell {
    /// `None`: nothing is on record.
    pub href: Option<String>,
    pub leads: usize,
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
    pub themes: Vec<Tag>,
    pub rows: Vec<OverviewRow>,
    pub intro: String,
    /// Whether a cell says "geen", "niet bijgehouden", or "+": only then its legend says what that
    /// means.
    pub has_none: bool,
    pub has_not_kept: bool,
    pub has_more: bool,
}

pub(super) fn overview(context: Context<'_>) -> OverviewView {
    let report = context.report;
    // A region without anything has no row of its own; its parents tell of it.
    let mut rows = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for top in &report.top_regions {
        overview_rows(context, *top, 0, &mut rows, &mut seen);
    }
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let has_none = cells().any(|cell| cell.shown == context.words().none_here);
    let has_not_kept = cells().any(|cell| cell.shown == context.words().not_kept_here);
    let has_more = cells().any(|cell| cell.shown.ends_with('+'));
    let themes: Vec<Tag> = overview_themes(context)
        .into_iter()
        .map(|theme| tags::page_tag(context, theme))
        .collect();
    let title = context.own(context.words().overview);
    OverviewView {
        site: context.site(),
        page: Head::new(context, "overview", Page::Overview, &title).made(),
        themes,
        rows,
        has_none,
        has_not_kept,
        has_more,
        intro: labels::OVERVIEW_INTRO.get(context.language).to_owned(),
    }
}

/// The themes with something anywhere, by name.
fn overview_themes(context: Context<'_>) -> Vec<ThemeId> {
    let report = context.report;
    let mut themes: Vec<ThemeId> = Vec::new();
    for top in &report.top_themes {
        themes.push(*top);
        themes.extend(
            report[*top]
                .children
                .iter()
                .copied()
                .filter(|child| report[*child].parents.len() == 1),
        );
    }
    themes.retain(|theme| !report[*theme].regions.is_empty());
    themes
}

fn overview_rows(
    context: Context<'_>,
    id: RegionId,
    depth: usize,
    rows: &mut Vec<OverviewRow>,
    seen: &mut std::collections::BTreeSet<RegionId>,
) {
    let report = context.report;
    // Three levels: deeper ones are reached by drilling down, on the regions' pages.
    if depth > 2 || report[id].harvest.is_empty() || !seen.insert(id) {
        return;
    }
    let region = tags::page_tag(context, id);
    let cells: Vec<OverviewCell> = overview_themes(context)
        .into_iter()
        .map(|theme| cell(context, id, theme, &region))
        .collect();
    let harvest = &report[id].harvest;
    let (total, _) = harvest::counted(context, harvest);
    let basis = Basis::of(harvest, recorded::all_kinds_behind(context, harvest));
    let total = tally::tally(context, phrases::RECORD, total, basis).shown;
    rows.push(OverviewRow {
        region,
        depth,
        cells,
        total,
    });
    for child in &report[id].children {
        overview_rows(context, *child, depth + 1, rows, seen);
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
        shown: total.shown,
        said: format!("{name}: {said}"),
    }
}
