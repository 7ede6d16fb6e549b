//! What all pages of a language have in common: the site's name, menu, files and words.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::Context;
use super::{notice, trail};
use crate::pages::view::{Crumb, LocalText};
use crate::plan::entries::listed_kinds;
use crate::plan::list::ListKind;
use crate::plan::page::Page;
use crate::plan::subject::{Subject, number};
use crate::plan::wanted::{has_search, notices};
use crate::report::PageId;
use crate::shared::Shared;
use crate::words::interface::Interface;

/// What all pages of one language share.
#[derive(Debug, Clone, Serialize)]
pub struct SiteHead {
    pub title: LocalText,
    pub description: Option<LocalText>,
    /// The page's language: `nl`.
    pub lang: &'static str,
    /// The home page: `/` or `/oogst/en/`.
    pub home: String,
    /// Where the look's files are: `/oogst/assets/`.
    pub assets: String,
    /// The look's stylesheet, with a part of its hash in the address so that browsers never keep an
    /// old one.
    pub stylesheet: String,
    /// The colours of the themes, likewise; only where a theme has one.
    pub colours: Option<String>,
    /// What the site chose of the look's options, likewise; only where it chose any.
    pub chosen: Option<String>,
    pub icon: Option<String>,
    /// The look's modules by name, with a part of their hash: `share` for `assets/share.js`.
    pub scripts: BTreeMap<String, String>,
    /// The search page, which the form in the header leads to; only where the site has one.
    pub search: Option<String>,
    /// The look's options by name, each as chosen or as the look has it.
    pub options: BTreeMap<String, LookOption>,
    /// The news as Atom; only where the site knows its own address.
    pub feed: Option<String>,
    pub menu: Vec<MenuItem>,
    pub footer: Vec<MenuItem>,
    pub publisher: Option<LocalText>,
    pub licence: Option<LocalText>,
    /// `oogst 0.1.0`.
    pub generator: String,
    pub words: Shared<Interface>,
}

/// An option of a look. Which of these there are follows from its kind: a colour, a picture or a
/// font.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LookOption {
    /// A colour by light: `#fbf9f4`.
    pub light: Option<String>,
    /// The same in the dark.
    pub dark: Option<String>,
    /// The address of a picture or font.
    pub href: Option<String>,
    /// Of a picture, where its file says so.
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Compare with `page.section` for `aria-current`.
    pub section: &'static str,
    pub label: LocalText,
    pub href: String,
}

#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub(super) fn site_head(context: Context<'_>, assets: &super::AssetAddresses) -> SiteHead {
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
