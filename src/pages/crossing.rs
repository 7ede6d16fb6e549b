//! The page of a region and a theme together.

use serde::Serialize;

use super::also_for::AlsoFor;
use super::cards::{Crumb, Tag};
use super::context::Context;
use super::harvest::Harvested;
use super::head::{Head, PageHead};
use super::site::SiteHead;
use super::{harvest, near, news, tags, trail};
use crate::plan::entries::harvest_of;
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::{Harvest, RegionId, ThemeId};
use crate::stable_hash::Shared;

pub(super) fn crossing(context: Context<'_>, region: RegionId, theme: ThemeId) -> CrossingView {
    let empty = Harvest::default();
    let narrow = Narrow::Crossing(region, theme);
    let harvest = harvest_of(context.report, narrow).unwrap_or(&empty);
    let (region_tag, theme_tag) = (
        tags::page_tag(context, region),
        tags::page_tag(context, theme),
    );
    let title = format!("{} in {}", theme_tag.name.text, region_tag.name.text);
    let summary = news::summary(context, harvest, narrow)
        .or_else(|| harvest::nothing(context, Page::Crossing(region, theme)));
    CrossingView {
        site: context.site(),
        page: Head::new(
            context,
            "crossing",
            Page::Crossing(region, theme),
            &context.own(&title),
        )
        .in_section("regions")
        .behind(trail::trail(
            context,
            vec![
                trail::list_crumb(context, ListKind::Regions),
                Crumb {
                    label: region_tag.name.clone(),
                    href: region_tag.href.clone(),
                },
            ],
        ))
        .in_full(title)
        .described(summary.clone())
        .made(),
        region: region_tag,
        theme: theme_tag,
        as_of: news::newest_news(context, harvest),
        summary,
        harvested: harvest::harvested(context, harvest, narrow),
        near: near::near_crossing(context, region, theme),
    }
}

/// `crossing.html`: a region and a theme.
#[derive(Debug, Serialize)]
pub struct CrossingView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub region: Tag,
    pub theme: Tag,
    pub as_of: Option<String>,
    pub summary: Option<String>,
    pub harvested: Harvested,
    /// What else is on record of its region and of its theme, where it has little itself.
    pub near: Vec<AlsoFor>,
}
