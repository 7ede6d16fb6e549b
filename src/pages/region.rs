//! The page of a region: what came of it there.

use serde::Serialize;

use super::also_for::AlsoFor;
use super::cards::{PartyTag, Tag};
use super::context::Context;
use super::harvest::Harvested;
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::near::or_near;
use super::region_maps;
use super::region_maps::RegionMap;
use super::sections::{Count, RegionRow, Section, first};
use super::site::SiteHead;
use super::tags::organisation_tag;
use super::{also_for, harvest, largest, near, news, sections, tags, texts};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::map::MOST;
use crate::plan::wanted::SECTION_LENGTH;
use crate::records::RegionId;
use crate::stable_hash::Shared;
use crate::words::phrases::{self, sentence};

pub(super) fn region(context: Context<'_>, id: RegionId) -> RegionView {
    let report = context.report;
    let region = &report[id];
    let narrow = Narrow::Region(id);
    let name = context.said(&region.name);
    let summary = news::summary(context, &region.harvest, narrow);
    RegionView {
        site: context.site(),
        page: Head::new(context, "region", id, &name)
            .in_list(ListKind::Regions)
            .described(summary.clone())
            .made(),
        id: region.id.to_string(),
        name: LocalText::heading(&name),
        kind: context.label(region.kind),
        parents: tags::region_tags(context, &region.parents),
        map: region_maps::region_map(context, context.views.maps.below.get(&id)),
        children: first(context, &region.children, MOST, |context, child| {
            sections::region_row(context, child, 0)
        })
        .of_list(context, ListKind::Regions, narrow),
        former_names: region.former_names.clone(),
        until: region
            .until
            .map(|date| sentence(&phrases::existed_until(date, context.language))),
        successor: context.some(region.successor, tags::page_tag),
        as_of: news::newest_news(context, &region.harvest),
        summary,
        text: texts::own_text(context, region.text.as_ref()),
        harvested: harvest::harvested(context, &region.harvest, narrow),
        themes: largest::themes_of(context, id),
        organisations: first(
            context,
            &region.organisations,
            SECTION_LENGTH,
            organisation_tag,
        )
        .of_list(context, ListKind::Organisations, narrow),
        also_for: or_near(
            region
                .ancestors
                .iter()
                .filter_map(|ancestor| also_for_region(context, id, *ancestor))
                .collect(),
            || near::near_region(context, id),
        ),
    }
}

/// What was for the whole of a region above, and not for this one already.
fn also_for_region(context: Context<'_>, region: RegionId, ancestor: RegionId) -> Option<AlsoFor> {
    let report = context.report;
    let here = |regions: &[RegionId]| {
        regions
            .iter()
            .any(|other| *other == region || report[*other].ancestors.contains(&region))
    };
    let rest = also_for::without(context, &report[ancestor].direct, &|regions, _| {
        here(regions)
    });
    let tag = tags::page_tag(context, ancestor);
    also_for::also_for(
        context,
        phrases::also_for(&tag.name.text, context.language),
        &tag,
        &rest,
    )
}

/// `region.html`
#[derive(Debug, Serialize)]
pub struct RegionView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub name: LocalText,
    /// "Regio", "Gemeente".
    pub kind: Option<String>,
    pub parents: Vec<Shared<Tag>>,
    /// The regions right below, where two or more have a place on a map.
    pub map: Option<RegionMap>,
    pub children: Section<RegionRow>,
    pub former_names: Vec<String>,
    /// "Bestond tot 1 januari 2021."
    pub until: Option<String>,
    pub successor: Option<Tag>,
    /// "Stand van 14 maart 2024": the newest news on the page.
    pub as_of: Option<String>,
    /// "Zeven deals en elf ideeën. Nog open: drie vragen.": plain sentences made of the counts.
    pub summary: Option<String>,
    pub text: Option<Html>,
    pub harvested: Harvested,
    /// The largest themes, largest first.
    pub themes: Section<Count>,
    pub organisations: Section<Shared<PartyTag>>,
    pub also_for: Vec<AlsoFor>,
}
