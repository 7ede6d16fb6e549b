//! The page of a theme.

use serde::Serialize;

use super::also_for::AlsoFor;
use super::cards::Tag;
use super::context::Context;
use super::harvest::Harvested;
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::near::or_near;
use super::sections::{Count, Section};
use super::site::SiteHead;
use super::{also_for, harvest, largest, near, news, tags, texts};
use crate::plan::list::{ListKind, Narrow};
use crate::records::ThemeId;
use crate::stable_hash::Shared;
use crate::words::phrases::{self, sentence};

pub(super) fn theme(context: Context<'_>, id: ThemeId) -> ThemeView {
    let report = context.report;
    let theme = &report[id];
    let name = context.said(&theme.name);
    let summary = news::summary(context, &theme.harvest, Narrow::Theme(id));
    ThemeView {
        site: context.site(),
        page: Head::new(context, "theme", id, &name)
            .in_list(ListKind::Themes)
            .described(summary.clone())
            .made(),
        id: theme.id.to_string(),
        name: LocalText::heading(&name),
        parents: tags::theme_tags(context, &theme.parents),
        children: largest::themes_below(context, id),
        former_names: theme.former_names.clone(),
        until: theme
            .until
            .map(|date| sentence(&phrases::existed_until(date, context.language))),
        successor: context.some(theme.successor, tags::page_tag),
        as_of: news::newest_news(context, &theme.harvest),
        summary,
        text: texts::own_text(context, theme.text.as_ref()),
        harvested: harvest::harvested(context, &theme.harvest, Narrow::Theme(id)),
        regions: largest::regions_of(context, id),
        also_for: or_near(
            theme
                .ancestors
                .iter()
                .filter_map(|ancestor| also_for_theme(context, id, *ancestor))
                .collect(),
            || near::near_theme(context, id),
        ),
    }
}

/// What was for the whole of a wider theme, and not for this one already.
fn also_for_theme(context: Context<'_>, theme: ThemeId, ancestor: ThemeId) -> Option<AlsoFor> {
    let report = context.report;
    let here = |themes: &[ThemeId]| {
        themes
            .iter()
            .any(|other| *other == theme || report[*other].ancestors.contains(&theme))
    };
    let rest = also_for::without(context, &report[ancestor].direct, &|_, themes| here(themes));
    let tag = tags::page_tag(context, ancestor);
    also_for::also_for(
        context,
        phrases::also_for_theme(&tag.name.text, context.language),
        &tag,
        &rest,
    )
}

/// `theme.html`
#[derive(Debug, Serialize)]
pub struct ThemeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub name: LocalText,
    pub parents: Vec<Shared<Tag>>,
    /// The largest themes below it, largest first.
    pub children: Section<Count>,
    pub former_names: Vec<String>,
    pub until: Option<String>,
    pub successor: Option<Tag>,
    pub as_of: Option<String>,
    pub summary: Option<String>,
    pub text: Option<Html>,
    pub harvested: Harvested,
    /// The regions with most of it, those with most first.
    pub regions: Section<Count>,
    pub also_for: Vec<AlsoFor>,
}
