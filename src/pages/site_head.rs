//! What all pages of a language have in common: the site's name, menu, files and words.

use super::cards::Crumb;
use super::context::Context;
use super::site::AssetAddresses;
use super::site::LookOption;
use super::site::MenuItem;
use super::site::SiteHead;
use super::{notice, trail};
use crate::plan::entries::listed_kinds;
use crate::plan::list::ListKind;
use crate::plan::page::Page;
use crate::plan::subject::{Subject, number};
use crate::plan::wanted::{has_search, notices};
use crate::report::PageId;
use crate::shared::Shared;
use crate::words::interface::Interface;

#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub(super) fn site_head(context: Context<'_>, assets: &AssetAddresses) -> SiteHead {
    let config = context.config;
    let addresses = context.addresses();
    let asset = |name: &str| addresses.below(&format!("/assets/{name}"));
    let kinds = listed_kinds(context.report);
    let item = |kind: ListKind| {
        let Crumb { label, href } = trail::list_crumb(context, kind);
        MenuItem {
            section: kind.section(),
            label,
            href,
        }
    };
    let of = |wanted: &[ListKind]| {
        wanted
            .iter()
            .filter(|kind| kinds.contains(kind))
            .map(|kind| item(*kind))
            .collect::<Vec<_>>()
    };
    let menu = of(&[
        ListKind::Events,
        ListKind::Regions,
        ListKind::Themes,
        ListKind::Deals,
        ListKind::Ideas,
        ListKind::Leads,
    ]);
    let mut footer = of(&[
        ListKind::People,
        ListKind::Organisations,
        ListKind::Series,
        ListKind::Years,
    ]);
    if !context.report.regions.is_empty() && !context.report.themes.is_empty() {
        footer.push(MenuItem {
            section: "overview",
            label: context.own(context.words().overview),
            href: context.href(Page::Overview),
        });
    }
    for (index, page) in context
        .report
        .pages
        .iter()
        .enumerate()
        .filter(|(_, page)| page.menu)
    {
        let href = context.href(PageId(number(index)));
        footer.push(MenuItem {
            section: "page",
            label: context.said(&page.title),
            href,
        });
    }
    for page in notices(context.report, config) {
        let label = match page {
            Page::Notice(notice) => context.own(notice::notice_title(context, notice)),
            // A page of the writer's own, which may stand in the footer already.
            Page::Of(Subject::Page(id)) if !context.report[id].menu => {
                context.said(&context.report[id].title)
            }
            _ => continue,
        };
        footer.push(MenuItem {
            section: "page",
            label,
            href: context.href(page),
        });
    }
    SiteHead {
        title: context.said(&config.title),
        description: config.description.as_ref().map(|text| context.said(text)),
        lang: context.language.tag(),
        home: context.href(Page::Home),
        assets: asset(""),
        stylesheet: asset(&assets.stylesheet),
        colours: assets.colours.as_deref().map(asset),
        chosen: assets.chosen.as_deref().map(asset),
        icon: assets.icon.as_deref().map(asset),
        scripts: assets
            .scripts
            .iter()
            .map(|(name, file)| (name.clone(), asset(file)))
            .collect(),
        search: has_search(context.report, config).then(|| context.href(Page::Search)),
        options: assets
            .options
            .iter()
            .map(|(name, option)| {
                (
                    name.clone(),
                    LookOption {
                        href: option.href.as_deref().map(asset),
                        ..option.clone()
                    },
                )
            })
            .collect(),
        feed: addresses.feed(context.report, Page::Home, context.language),
        menu,
        footer,
        publisher: config.publisher.as_ref().map(|text| context.said(text)),
        licence: config.licence.as_ref().map(|text| context.said(text)),
        generator: concat!("oogst ", env!("CARGO_PKG_VERSION")).to_owned(),
        words: Shared::new(Interface::new(context.language)),
    }
}
