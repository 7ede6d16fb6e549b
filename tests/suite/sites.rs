//! Whole sites, compared byte for byte with what a person has read and found good.
//!
//! The expectation is `tests/sites/<name>/expected/`. One that is missing fails the test: a golden
//! file that nobody notices is gone guards nothing.

use crate::harness::{Site, is_of_search_index, rewrites_expected, tests};
use crate::tree::Tree;

fn assert_as_expected(name: &str) {
    let mut site = Site::from(name);
    let mut built = site.build().output();
    // Nobody can read the files of a search index; `search.rs` reads what is in them.
    built.0.retain(|path, _| !is_of_search_index(path));
    let folder = tests().join("sites").join(name).join("expected");
    if rewrites_expected() {
        built.replace(&folder);
        return;
    }
    let expected = Tree::read(&folder);
    assert!(
        !expected.0.is_empty(),
        "tests/sites/{name}/expected is missing; write it with OOGST_REWRITE_EXPECTED=1 and read it"
    );
    if let Some(difference) = expected.difference(&built) {
        panic!(
            "{name} is not built as expected (OOGST_REWRITE_EXPECTED=1 writes the expectation anew)\n{difference}"
        );
    }
}

#[test]
fn a_small_site_of_one_event_is_built_as_expected() {
    assert_as_expected("klein");
}

#[test]
fn a_site_of_which_nothing_is_told_yet_is_built_as_expected() {
    assert_as_expected("leeg");
}

#[test]
fn the_invented_province_is_built_as_expected() {
    assert_as_expected("veenland");
}

#[test]
fn the_example_in_the_root_is_built_as_expected() {
    assert_as_expected("voorbeeld");
}

#[test]
fn a_site_that_keeps_its_promises_is_built_as_expected() {
    assert_as_expected("beloofd");
}

#[test]
fn drafts_are_built_only_when_asked_for() {
    let mut site = Site::from("veenland");
    let published = site.build().output();
    let with_drafts = site.with_drafts().build().output();
    let added: Vec<&str> = with_drafts
        .0
        .keys()
        .filter(|path| !published.0.contains_key(*path))
        .map(String::as_str)
        .collect();
    for page in [
        "bijeenkomsten/2025-open-werkplaats/index.html",
        "nieuw-plan/index.html",
        "themas/ruimtevaart/index.html",
    ] {
        assert!(
            added.contains(&page),
            "{page} is a draft; added were {added:?}"
        );
    }
    // The files of the search index are named after what is in them.
    let lost: Vec<&String> = published
        .0
        .keys()
        .filter(|path| !with_drafts.0.contains_key(*path) && !is_of_search_index(path))
        .collect();
    assert!(lost.is_empty(), "drafts take no page away: {lost:?}");
}
