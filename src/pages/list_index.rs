//! The index of a whole list, for choices to be combined in the browser.

use serde::Serialize;

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
