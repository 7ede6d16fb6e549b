//! Which pages of the fixtures are kept whole for people to read, and why each: one of every kind of
//! page, every language of every site, and the hard cases. All other files are kept as hashes.
//!
//! A page is chosen for what no other shows. Of several that show it, the smallest is.

use std::collections::{BTreeMap, BTreeSet};

use oogst::plan::Content;
use oogst::plan::page::Page;
use oogst::plan::subject::Subject;

use crate::chosen_pages::CHOSEN;
use crate::expected::Expectation;
use crate::harness::{Site, rewrites_expected};
use crate::promises::study;
use crate::sites::built;
use crate::tree::{Tree, names_differ};

/// The most bytes that all chosen pages and all lists may be together: what a reviewer may be asked
/// to take in.
const MOST_BYTES: usize = 1_000_000;

/// Kinds of page of which none is chosen in a language that has them, and why none need be.
const ONE_LANGUAGE_SAYS_IT: &[(&str, &[&str], &str)] = &[
    (
        "en",
        &[
            "accessibility",
            "ask",
            "idea",
            "list-asks",
            "list-deals",
            "list-events",
            "list-ideas",
            "list-organisations",
            "list-people",
            "list-regions",
            "list-themes",
            "list-years",
            "organisation",
            "overview",
            "print",
            "region",
            "series",
            "session",
            "theme",
        ],
        "a Dutch page is chosen, of the same template and view; `languages.rs` reads every page for words of the wrong language",
    ),
    (
        "nl",
        &[
            "404",
            "crossing",
            "list-leads",
            "list-offers",
            "list-series",
            "offer",
            "person",
            "privacy",
            "programme",
            "search",
            "year",
        ],
        "an English page is chosen, of the same template and view; `languages.rs` reads every page for words of the wrong language",
    ),
];

/// A kind of page and a language.
type Shown = BTreeSet<(String, String)>;

/// The chosen files of a site.
pub(crate) fn chosen_of(name: &str) -> Vec<&'static str> {
    let (_, files) = CHOSEN
        .iter()
        .find(|(site, _)| *site == name)
        .unwrap_or_else(|| panic!("{name} has no chosen pages"));
    files.iter().map(|(path, _)| *path).collect()
}

/// What kinds of page there are in which language.
fn shown<'a>(pages: impl Iterator<Item = (&'a str, &'a str)>) -> Shown {
    let between = |text: &str, before: &str| {
        let (_, rest) = text.split_once(before)?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    pages
        .map(|(path, html)| {
            let kind = between(html, "<body data-page=\"");
            let language = between(html, "<html lang=\"");
            kind.zip(language)
                .unwrap_or_else(|| panic!("{path} does not say what it is"))
        })
        .collect()
}

#[test]
fn exactly_the_chosen_pages_are_kept_each_for_a_reason() {
    if rewrites_expected() {
        return;
    }
    let mut reasons = BTreeSet::new();
    for (name, files) in CHOSEN {
        let kept: BTreeSet<String> = Expectation::of(name).chosen().0.into_keys().collect();
        let chosen: BTreeSet<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(chosen.len(), files.len(), "{name}: one is chosen twice");
        if let Some(difference) = names_differ(&chosen, &kept) {
            panic!("tests/sites/{name}/expected has other files than are chosen\n{difference}");
        }
        for (path, why) in *files {
            assert!(
                reasons.insert(*why),
                "{path} has the reason of another: {why}"
            );
        }
    }
}

#[test]
fn a_reason_names_the_kind_of_page_that_it_is() {
    for (name, files) in CHOSEN {
        let site = built(name);
        for (path, why) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let page = shown([(*path, site.text(path))].into_iter());
            let kind = why.split(':').next().expect("there is a first");
            assert_eq!(
                page.first().map(|(kind, _)| kind.as_str()),
                Some(kind),
                "{name}: {path}"
            );
        }
    }
}

#[test]
fn every_kind_of_page_and_every_language_of_a_site_is_chosen_or_need_not_be() {
    let excused: Shown = ONE_LANGUAGE_SAYS_IT
        .iter()
        .flat_map(|(language, kinds, _)| {
            kinds
                .iter()
                .map(|kind| ((*kind).to_owned(), (*language).to_owned()))
        })
        .collect();
    let (mut all, mut chosen) = (Shown::new(), Shown::new());
    for (name, _) in CHOSEN {
        let (site, paths) = (built(name), chosen_of(name));
        let of_site = shown(site.pages());
        let chosen_here = shown(site.pages().filter(|(path, _)| paths.contains(path)));
        let languages = |shown: &Shown| -> BTreeSet<String> {
            shown.iter().map(|(_, language)| language.clone()).collect()
        };
        assert_eq!(languages(&of_site), languages(&chosen_here), "{name}");
        all.extend(of_site);
        chosen.extend(chosen_here);
    }
    let left_out: Shown = all.difference(&chosen).cloned().collect();
    assert_eq!(
        left_out, excused,
        "what is not chosen in a language, and what need not be"
    );
    let kinds = |shown: &Shown| -> BTreeSet<String> {
        shown.iter().map(|(kind, _)| kind.clone()).collect()
    };
    assert_eq!(
        kinds(&all),
        kinds(&chosen),
        "every kind is chosen in one language at least"
    );
}

#[test]
fn every_kind_of_page_that_the_plan_knows_stands_in_a_site() {
    let site = Site::from("veenland");
    let study = study(site.root());
    let pages = study
        .plan
        .files
        .iter()
        .filter_map(|planned| match planned.content {
            Content::Page(page, _) => Some(page),
            _ => None,
        });
    let (mut kinds, mut subjects) = (BTreeSet::new(), BTreeSet::new());
    for page in pages {
        kinds.insert(page.kind_name());
        subjects.extend(page.subject().map(Subject::kind_name));
    }
    assert_eq!(kinds, Page::KINDS.iter().copied().collect());
    assert_eq!(subjects, Subject::KINDS.iter().copied().collect());
}

#[test]
fn all_that_is_expected_can_be_read() {
    if rewrites_expected() {
        return;
    }
    let mut sizes = BTreeMap::new();
    for (name, _) in CHOSEN {
        let expectation = Expectation::of(name);
        let Tree(chosen) = expectation.chosen();
        let bytes: usize = chosen.values().map(Vec::len).sum();
        sizes.insert(*name, bytes + expectation.list().len());
    }
    let together: usize = sizes.values().sum();
    assert!(together < MOST_BYTES, "{together} bytes: {sizes:?}");
}

#[test]
fn every_fixture_has_an_expectation() {
    let fixtures = std::fs::read_dir(crate::harness::tests().join("sites"));
    let fixtures: BTreeSet<String> = fixtures
        .expect("there are fixtures")
        .map(|entry| entry.expect("a folder can be listed").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let chosen: BTreeSet<String> = CHOSEN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(fixtures, chosen);
}
