//! What all pages of a language have in common: the site's name, menu, files and words.

use super::cards::Crumb;
use super::context::Context;
use super::site::{LookOption, MenuItem, SiteHead};
use super::views::AssetAddresses;
use super::{notice, trail};
use crate::plan::entries::listed_kinds;
use crate::plan::list::ListKind;
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::plan::wanted::{has_search, notices};
use crate::stable_hash::Shared;
use crate::words::interface::Interface;

pub(super) fn site_head(context: Context<'_>, assets: &AssetAddresses) -> SiteHead {
    let config = context.config;
    let addresses = context.addresses();
    let asset = |name: &str| addresses.below(&format!("/assets/{}/{name}", assets.folder));
    SiteHead {
        title: context.said(&config.title),
        description: config.description.as_ref().map(|text| context.said(text)),
        lang: context.language.tag(),
        home: context.href(Page::Home),
        assets: asset(""),
        stylesheet: asset("style.css"),
        colours: assets.has_colours.then(|| asset("themes.css")),
        chosen: assets.has_chosen.then(|| asset("options.css")),
        icon: assets.has_icon.then(|| asset("icon.svg")),
        scripts: assets
            .scripts
            .iter()
            .map(|(name, file)| (name.clone(), asset(file)))
            .collect(),
        search: has_search(context.report, config).then(|| context.href(Page::Search)),
        options: assets
            .options
            .iter()
            .map(|(name, option)| (name.clone(), option_at(option, asset)))
            .collect(),
        feed: addresses.feed(context.report, Page::Home, context.language),
        menu: lists(
            context,
            &[
                ListKind::Events,
                ListKind::Regions,
                ListKind::Themes,
                ListKind::Deals,
                ListKind::Ideas,
                ListKind::Leads,
            ],
        ),
        footer: footer(context),
        publisher: config.publisher.as_ref().map(|text| context.said(text)),
        licence: config.licence.as_ref().map(|text| context.said(text)),
        generator: concat!("oogst ", env!("CARGO_PKG_VERSION")).to_owned(),
        words: Shared::new(Interface::new(context.language)),
    }
}

/// An option of the look, with the address of its file.
fn option_at(option: &LookOption, asset: impl Fn(&str) -> String) -> LookOption {
    LookOption {
        href: option.href.as_deref().map(asset),
        ..option.clone()
    }
}

/// Of these lists the ones that the site has.
fn lists(context: Context<'_>, wanted: &[ListKind]) -> Vec<MenuItem> {
    let kinds = listed_kinds(context.report);
    wanted
        .iter()
        .filter(|kind| kinds.contains(kind))
        .map(|kind| {
            let Crumb { label, href } = trail::list_crumb(context, *kind);
            MenuItem {
                section: kind.section(),
                label,
                href,
            }
        })
        .collect()
}

/// The lists that are not in the menu, the overview, the pages of the writer's own that ask for it,
/// and what the site owes its readers to know.
fn footer(context: Context<'_>) -> Vec<MenuItem> {
    let report = context.report;
    let item = |section, label, page: Page| MenuItem {
        section,
        label,
        href: context.href(page),
    };
    let mut footer = lists(
        context,
        &[
            ListKind::People,
            ListKind::Organisations,
            ListKind::Series,
            ListKind::Years,
        ],
    );
    if !report.regions.is_empty() && !report.themes.is_empty() {
        let label = context.own(context.words().overview);
        footer.push(item("overview", label, Page::Overview));
    }
    let own = Subject::pages(report).filter(|id| report[*id].menu);
    footer.extend(own.map(|id| item("page", context.said(&report[id].title), id.into())));
    for page in notices(report, context.config) {
        let label = match page {
            Page::Notice(notice) => context.own(notice::notice_title(context, notice)),
            // A page of the writer's own, which may stand in the footer already.
            Page::Of(Subject::Page(id)) if !report[id].menu => context.said(&report[id].title),
            _ => continue,
        };
        footer.push(item("page", label, page));
    }
    footer
}
