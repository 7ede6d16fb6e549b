//! The overview: regions crossed with themes, each cell saying what is there or what is missing.

use super::{Head, Speaking};
use crate::plan::pages::Page;
use crate::plan::view::{Crumb, OverviewCell, OverviewRow, OverviewView, Tag};
use crate::report::{Completeness, Harvest, Recorded, RegionId, ThemeId};
use crate::words::both;
use crate::words::phrases::{self, Noun, listing};

impl Speaking<'_> {
    pub(super) fn overview(self) -> OverviewView {
        let report = self.report();
        // A region without anything has no row of its own; its parents tell of it.
        let mut rows = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for top in &report.top_regions {
            self.overview_rows(*top, 0, &mut rows, &mut seen);
        }
        let cells = || rows.iter().flat_map(|row| &row.cells);
        let has_none = cells().any(|cell| cell.shown == self.words().none_here);
        let has_not_kept = cells().any(|cell| cell.shown == self.words().not_kept_here);
        let has_more = cells().any(|cell| cell.shown.ends_with('+'));
        let themes: Vec<Tag> = self
            .overview_themes()
            .into_iter()
            .map(|theme| self.theme_tag(theme))
            .collect();
        let title = self.own(self.words().overview);
        OverviewView {
            site: self.site(),
            page: self.head(Head {
                kind: "overview",
                section: "overview",
                page: Page::Overview,
                full_title: title.text.clone(),
                title,
                description: None,
                trail: self.trail(Vec::<Crumb>::new()),
            }),
            themes,
            rows,
            has_none,
            has_not_kept,
            has_more,
            intro: both(
                "Wat er per regio en thema is vastgelegd: deals, wat nog open staat, ideeën en uitkomsten samen. Bij 0 ging er wel een bijeenkomst of sessie over. Kies een getal om het te lezen.",
                "What is on record for each region and theme: deals, what is still open, ideas and outcomes together. At 0 there was an event or session about it. Choose a number to read it.",
            )
            .get(self.language)
            .to_owned(),
        }
    }

    /// The themes with something anywhere, by name.
    fn overview_themes(self) -> Vec<ThemeId> {
        let report = self.report();
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
        self,
        id: RegionId,
        depth: usize,
        rows: &mut Vec<OverviewRow>,
        seen: &mut std::collections::BTreeSet<RegionId>,
    ) {
        let report = self.report();
        // Three levels: deeper ones are reached by drilling down, on the regions' pages.
        if depth > 2 || report[id].harvest.is_empty() || !seen.insert(id) {
            return;
        }
        let region = self.region_tag(id);
        let cells: Vec<OverviewCell> = self
            .overview_themes()
            .into_iter()
            .map(|theme| self.cell(id, theme, &region))
            .collect();
        let harvest = &report[id].harvest;
        let ideas = self.ideas_with_page(&harvest.ideas);
        let total = harvest.deals.len() + harvest.leads.len() + ideas + harvest.outcomes.len();
        let total = self.tally(phrases::RECORD, total, self.kept(harvest)).shown;
        rows.push(OverviewRow {
            region,
            depth,
            cells,
            total,
        });
        for child in &report[id].children {
            self.overview_rows(*child, depth + 1, rows, seen);
        }
    }

    fn cell(self, region: RegionId, theme: ThemeId, region_tag: &Tag) -> OverviewCell {
        let report = self.report();
        let name = format!(
            "{}, {}",
            region_tag.name.text,
            self.theme_tag(theme).name.text
        );
        let Some(harvest) = report.crossings.get(&(region, theme)) else {
            // Where nothing was kept at any of the region's events, that nothing is on record means
            // nothing.
            let kept = self.kept(&report[region].harvest);
            let shown = if kept == Some(Completeness::None) {
                self.words().not_kept_here
            } else {
                self.words().none_here
            };
            let said = if kept == Some(Completeness::None) {
                shown
            } else {
                both("niets vastgelegd", "nothing on record").get(self.language)
            };
            return OverviewCell {
                href: None,
                leads: 0,
                shown: shown.to_owned(),
                said: format!("{name}: {said}"),
            };
        };
        let ideas = self.ideas_with_page(&harvest.ideas);
        let parts: [(Noun, usize); 4] = [
            (phrases::DEAL, harvest.deals.len()),
            (phrases::LEAD, harvest.leads.len()),
            (phrases::IDEA, ideas),
            (phrases::OUTCOME, harvest.outcomes.len()),
        ];
        let counted: Vec<String> = parts
            .iter()
            .filter(|(_, number)| *number > 0)
            .map(|(noun, number)| noun.counted(*number, self.language))
            .collect();
        let total = self.tally(
            phrases::RECORD,
            parts.iter().map(|(_, number)| number).sum(),
            self.kept(harvest),
        );
        let said = match counted.is_empty() {
            true if harvest.events.is_empty() => {
                phrases::SESSION.counted(harvest.sessions.len(), self.language)
            }
            true => phrases::EVENT.counted(harvest.events.len(), self.language),
            false => listing(&counted, self.language),
        };
        let said = match (total.kept, total.shown.ends_with('+')) {
            (false, _) => format!("{said}, {}", total.shown),
            (true, true) => phrases::at_least(&said, self.language),
            (true, false) => said,
        };
        OverviewCell {
            href: Some(self.href(Page::Crossing(region, theme))),
            leads: parts[1].1,
            shown: total.shown,
            said: format!("{name}: {said}"),
        }
    }

    /// How completely the events behind a harvest were recorded, all kinds together.
    fn kept(self, harvest: &Harvest) -> Option<Completeness> {
        let Recorded {
            deals,
            asks,
            offers,
            ideas,
        } = self.recorded_over(&self.events_behind(harvest));
        let all = [deals, asks, offers, ideas];
        if all.iter().all(|kept| *kept == Some(Completeness::None)) {
            Some(Completeness::None)
        } else if all
            .iter()
            .any(|kept| matches!(kept, Some(Completeness::Some | Completeness::None)))
        {
            Some(Completeness::Some)
        } else {
            None
        }
    }
}
