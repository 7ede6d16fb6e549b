//! What a reader can choose from in a whole list: the form on its page, and the index that the
//! look's module combines choices with.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::cards::Count;

/// A choice that narrows a list.
#[derive(Debug, Serialize)]
pub struct Narrowing {
    /// "Per regio".
    pub label: &'static str,
    pub choices: Vec<Count>,
}

/// On the first page of a whole list of at most 5,000 entries: what its module needs to combine
/// choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choose {
    /// Where the index is, with a part of its hash: `/deals/index.json?v=1a2b3c4d`.
    pub index: String,
    /// What follows a count of one: "deal vastgelegd".
    pub one: String,
    /// What follows any other count: "deals vastgelegd; het kunnen er meer zijn".
    pub more: String,
}

/// The index of a list: which of its entries each choice leaves. It holds no titles: the cards
/// stand on the list's own pages, in the look's own markup.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ListIndex {
    /// The address of the list's first page. Entry `n` of a choice stands on the narrowed list
    /// `<list><key>/<id>/`, or on a further page of it.
    pub list: String,
    /// The word of the addresses of further pages: `<list>…/<page>/2/`.
    pub page: String,
    /// How many entries a page holds.
    pub length: usize,
    /// How many entries there are.
    pub total: usize,
    pub groups: Vec<IndexGroup>,
}

/// One way to choose.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct IndexGroup {
    /// Its word in addresses: `regio`.
    pub key: String,
    /// The same in the site's other language, whose pages link here: `region`.
    pub also: Option<String>,
    /// "Regio".
    pub label: &'static str,
    pub choices: Vec<IndexChoice>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct IndexChoice {
    /// Its word in addresses: `twente`.
    pub id: String,
    /// The same in the site's other language, where that differs.
    pub also: Option<String>,
    pub name: String,
    /// The language of the name, where that is not the page's.
    pub lang: Option<&'static str>,
    /// How deep it lies below the top, from 0.
    pub depth: usize,
    /// The entries that it leaves, as their places in the whole list, in the order of its own
    /// narrowed list.
    pub at: Vec<u32>,
}
