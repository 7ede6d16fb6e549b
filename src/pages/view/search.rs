//! The search page, and what it finds.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::{Crumb, PageHead, SiteHead};
use crate::shared::Shared;

/// `search.html`: a form, and ways on for who has no JavaScript or finds nothing.
#[derive(Debug, Serialize)]
pub struct SearchView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// The folders of the index, each with a `/` at the end. The first holds the code that reads
    /// all of them.
    pub index: Vec<String>,
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

/// What can be found, in plain text: one record in one language. The index is made of these and of
/// nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchEntry {
    /// Its page, or its place on a page, with the path of the site before it.
    pub address: String,
    pub title: String,
    /// The language of the title, when that is not the page's.
    pub lang: Option<&'static str>,
    /// The word of its kind: "Deal".
    pub kind: String,
    /// Where and when: "Techniekdag Veenland 2023, donderdag 9 november 2023".
    pub facts: String,
    /// All that is said of it.
    pub text: String,
    /// Words that find it too and are not shown: names of its regions and themes and of all that
    /// these are part of, and other names.
    pub names: Vec<String>,
    /// Each value is an id and a label with a space between.
    pub kinds: Vec<String>,
    pub regions: Vec<String>,
    pub themes: Vec<String>,
    pub years: Vec<String>,
}
