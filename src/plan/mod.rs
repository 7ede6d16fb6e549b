//! From the linked report to planned files: which pages there are, at which address, showing what.
//!
//! In: the report, the config, the names of the look's files. Out: a [`Plan`], every file of the
//! site with its path, in a fixed order, and diagnostics where two things want one address. Nothing
//! is shown yet: [`pages`](crate::pages) makes the view of one page at a time, when it is rendered.

pub mod address;
pub(crate) mod card;
mod content;
pub mod entries;
pub mod fragments;
pub(crate) mod languages;
pub mod list;
mod machines;
pub mod map;
mod media_files;
pub mod page;
mod page_facts;
pub mod path;
mod permalink_messages;
mod permalinks;
mod planner;
pub mod resolution;
mod segments;
mod server_files;
mod site_links;
pub mod subject;
pub mod wanted;

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::input::permalinks::Promised;
use crate::pictures::media_file::MediaFiles;
use crate::records::Report;
use crate::words::Language;
use address::Addresses;
pub use content::{
    CompletedLink, Content, LookFilesPlanned, Plan, Planned, PlannedPhoto, SITEMAP_LENGTH, Sitemap,
};
use entries::{Entries, entries};
use list::List;
pub use machines::{has_agenda, is_to_be_done};
use page::Page;
use planner::Planner;
use wanted::{Wanted, has_search, pages};

/// The stylesheet with the colours of the themes.
pub const COLOURS: &str = "themes.css";
/// The stylesheet of what the site chose of its look's options.
pub const CHOSEN: &str = "options.css";

/// Plans the site.
pub fn plan(
    report: &Report,
    config: &Config,
    promised: &Promised,
    media: &MediaFiles,
    look: LookFilesPlanned<'_>,
) -> (Plan, Vec<Diagnostic>) {
    let addresses = Addresses::new(config);
    let mut diagnostics = Vec::new();
    let resolutions = resolution::resolve(report, promised, &mut diagnostics);
    let wanted = pages(report, config, &resolutions.empty);
    let mut planner = Planner {
        reserved: folders_of_search(report, config, &addresses),
        report,
        addresses: &addresses,
        files: Vec::new(),
        taken: BTreeMap::new(),
        diagnostics,
    };
    let (lists, indexed) = planner.pages(config, &wanted);
    planner.machines(config, indexed.len());
    planner.list_indexes(config, &lists);
    planner.look_files(look);
    let photos = planner.photos();
    planner.copies(media);
    let aliases = planner.aliases();
    let shorts = planner.promises(config, promised, &resolutions, &aliases);
    planner.brought_back(config, promised, &wanted, &aliases);
    let aliases = aliases
        .list
        .into_iter()
        .map(|(record, alias)| (record, alias.value.clone()))
        .collect();
    let nameless = resolutions
        .nameless()
        .map(|address| address.value.clone())
        .collect();
    let lasting = resolutions
        .lasting()
        .map(|address| address.value.clone())
        .collect();
    let Planner {
        mut files,
        mut diagnostics,
        ..
    } = planner;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let (completed, found) = site_links::check(report, &addresses, &files, &photos, look.folder);
    diagnostics.extend(found);
    let plan = Plan {
        addresses,
        files,
        photos,
        lists,
        indexed,
        empty: resolutions.empty,
        shorts,
        lasting,
        aliases,
        nameless,
        completed,
    };
    (plan, diagnostics)
}

/// The folders of the search index, which has files of its own there: their names only follow from
/// what is in it.
fn folders_of_search(report: &Report, config: &Config, addresses: &Addresses) -> Vec<String> {
    if !has_search(report, config) {
        return Vec::new();
    }
    let folder = |language: &Language| addresses.search_index(report, *language);
    config
        .languages
        .iter()
        .map(|language| folder(language).trim_start_matches('/').to_lowercase())
        .collect()
}

impl Planner<'_> {
    /// The pages with their social cards; gives what each list holds, and the pages that search
    /// engines should know.
    fn pages(
        &mut self,
        config: &Config,
        wanted: &[Wanted],
    ) -> (BTreeMap<List, Entries>, Vec<(Page, Language)>) {
        let report = self.report;
        let mut lists = BTreeMap::new();
        let mut indexed = Vec::new();
        for language in &config.languages {
            for Wanted { page, blame } in wanted {
                if let Page::List(list, 1) = page {
                    lists.entry(*list).or_insert_with(|| entries(report, *list));
                }
                self.page(*page, *language, *blame);
                if config.social && card::has_card(report, *page, *language, config.language()) {
                    self.card(*page, *language);
                }
                self.code(*page, *language);
                if is_indexed(report, *page, *language, config) {
                    indexed.push((*page, *language));
                }
            }
        }
        (lists, indexed)
    }

    /// The indexes of whole lists.
    fn list_indexes(&mut self, config: &Config, lists: &BTreeMap<List, Entries>) {
        for language in &config.languages {
            for kind in entries::indexed_kinds(lists) {
                let path = self.addresses.list_index(self.report, kind, *language);
                let content = Content::ListIndex(kind, *language);
                self.add(path.trim_start_matches('/'), content, None);
            }
        }
    }

    /// The files of the look, and the stylesheets that are made for the site.
    fn look_files(&mut self, look: LookFilesPlanned<'_>) {
        let mut add = |name: &str, content| {
            self.add(&asset_path(look.folder, name), content, None);
        };
        for asset in look.assets {
            add(asset, Content::Asset(asset.clone()));
        }
        if look.colours {
            add(COLOURS, Content::Colours);
        }
        if look.chosen {
            add(CHOSEN, Content::Chosen);
        }
    }
}

/// Where a file of the look goes, by the name of the folder of them all.
fn asset_path(folder: &str, name: &str) -> String {
    format!("assets/{folder}/{name}")
}

/// Whether there is anything that a stylesheet must know of this very site.
pub fn has_colours(report: &Report, addresses: &Addresses) -> bool {
    !addresses.origin().is_empty() || report.themes.iter().any(|theme| theme.colour.is_some())
}

/// Whether search engines should know a page: not the page for wrong addresses, not the further
/// pages of lists, not what is said again for a frame or for paper, and in each language only what
/// says something of its own in it.
pub fn is_indexed(report: &Report, page: Page, language: Language, config: &Config) -> bool {
    page.is_in_sitemap(report) && languages::is_in(report, config, page, language)
}
