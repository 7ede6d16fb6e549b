//! Whole sites, compared byte for byte with what a person has read and found good.
//!
//! What is expected is in `tests/sites/<name>/`: the pages of `chosen.rs` whole, and every file by its
//! hash (`expected.rs`). What is missing fails the test: a golden file that nobody notices is gone
//! guards nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use crate::chosen::chosen_of;
use crate::expected::Expectation;
use crate::harness::{Site, is_of_search_index, rewrites_expected};
use crate::tree::Tree;

/// A fixture as it is built now, made once in a run.
pub(crate) fn built(name: &str) -> Arc<Tree> {
    type Sites = BTreeMap<String, Arc<OnceLock<Arc<Tree>>>>;
    static BUILT: Mutex<Sites> = Mutex::new(Sites::new());
    let site = BUILT
        .lock()
        .expect("nobody failed here")
        .entry(name.to_owned())
        .or_default()
        .clone();
    let make = || {
        let mut built = Site::from(name).build().output();
        // Nobody can read the files of a search index; `search.rs` reads what is in them.
        built.0.retain(|path, _| !is_of_search_index(path));
        Arc::new(built)
    };
    site.get_or_init(make).clone()
}

fn assert_as_expected(name: &str) {
    let (built, expectation) = (built(name), Expectation::of(name));
    if rewrites_expected() {
        expectation.rewrite(&built, &chosen_of(name));
    }
    if let Some(difference) = expectation.difference(&built) {
        panic!("{difference}");
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
