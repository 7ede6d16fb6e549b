//! The page of a year.

use serde::Serialize;

use super::cards::Crumb;
use super::context::Context;
use super::harvest::Harvested;
use super::head::{Head, PageHead};
use super::local_text::LocalText;
use super::site::SiteHead;
use super::{harvest, news};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::Harvest;
use crate::stable_hash::Shared;
use crate::words::dates;

pub(super) fn year(context: Context<'_>, year: i16) -> YearView {
    let report = context.report;
    let empty = Harvest::default();
    let position = report.years.iter().position(|found| found.year == year);
    let harvest = position.map_or(&empty, |position| &report.years[position].harvest);
    let crumb = |position: usize| {
        report.years.get(position).map(|other| Crumb {
            label: LocalText::name(&dates::year(other.year)),
            href: context.href(Page::Year(other.year)),
        })
    };
    let summary = news::summary(context, harvest, Narrow::Year(year))
        .or_else(|| harvest::nothing(context, Page::Year(year)));
    YearView {
        site: context.site(),
        page: Head::new(
            context,
            "year",
            Page::Year(year),
            &LocalText::name(&dates::year(year)),
        )
        .in_list(ListKind::Years)
        .in_full(dates::year(year))
        .described(summary.clone())
        .made(),
        year: dates::year(year),
        summary,
        harvested: harvest::harvested(context, harvest, Narrow::Year(year)),
        // Years stand newest first.
        previous: position.and_then(|position| crumb(position + 1)),
        next: position
            .and_then(|position| position.checked_sub(1))
            .and_then(crumb),
    }
}

/// `year.html`
#[derive(Debug, Serialize)]
pub struct YearView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub year: String,
    pub summary: Option<String>,
    pub harvested: Harvested,
    pub previous: Option<Crumb>,
    pub next: Option<Crumb>,
}
