//! The page where the site is searched.

use serde::Serialize;

use super::cards::Crumb;
use super::context::Context;
use super::head::{Head, PageHead};
use super::site::SiteHead;
use super::trail;
use crate::plan::entries::listed_kinds;
use crate::plan::page::Page;
use crate::stable_hash::Shared;
use crate::words::labels;

pub(super) fn search_page(context: Context<'_>) -> SearchView {
    let words = context.words();
    let routes = context.addresses().routes(context.language);
    let filter = |name, key: &str, label| SearchFilter {
        name,
        key: key.to_owned(),
        label,
    };
    let title = context.own(words.search);
    let mut ways: Vec<Crumb> = listed_kinds(context.report)
        .into_iter()
        .map(|kind| trail::list_crumb(context, kind))
        .collect();
    if !context.report.regions.is_empty() && !context.report.themes.is_empty() {
        ways.push(Crumb {
            label: context.own(words.overview),
            href: context.href(Page::Overview),
        });
    }
    let mut page = Head::new(context, "search", Page::Search, &title).made();
    // What search engines leave out needs no address of its own for them, and nothing that goes
    // with one.
    page.canonical = None;
    page.preview = None;
    page.linked_data = None;
    SearchView {
        site: context.site(),
        page,
        filters: vec![
            filter(
                "kind",
                labels::KIND_IN_SENTENCE.get(context.language),
                words.kind,
            ),
            filter("region", &routes.region, words.region),
            filter("theme", &routes.theme, words.theme),
            filter("year", &routes.year, words.year),
        ],
        ways,
    }
}

/// `search.html`: a form, and ways on for who has no JavaScript or finds nothing.
#[derive(Debug, Serialize)]
pub struct SearchView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// What the answers can be narrowed by, in the order of the page.
    pub filters: Vec<SearchFilter>,
    /// The lists of the site, for browsing.
    pub ways: Vec<Crumb>,
}

/// A group of choices on the search page.
#[derive(Debug, Clone, Serialize)]
pub struct SearchFilter {
    /// As in the index: `kind`, `region`, `theme`, `year`.
    pub name: &'static str,
    /// As in the address: `regio`.
    pub key: String,
    /// As people read it.
    pub label: &'static str,
}
