//! The search index as a browser reads it: what is in it and what never is, when it is made, and
//! that a site can do without.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use oogst::input::Since;
use oogst::output::{Cancel, Survives};
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Summary, Today};

use crate::found::{Found, all_found, as_text};
use crate::harness::{DAY, Site, rewrites_expected, tests};
use crate::tree::Tree;

#[test]
fn the_example_can_be_found_as_expected() {
    let found = as_text(&all_found(
        &Site::from("voorbeeld").build().output(),
        "zoeken",
    ));
    let file = tests().join("search/voorbeeld.txt");
    if rewrites_expected() {
        fs::create_dir_all(tests().join("search"))
            .and_then(|()| fs::write(&file, &found))
            .expect("an expectation can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == expected,
        "tests/search/voorbeeld.txt differs:\n{}",
        crate::tree::first_difference(&expected, &found)
    );
}

#[test]
fn every_address_that_can_be_found_is_there_in_both_languages() {
    let site = Site::from("veenland").build().output();
    for folder in ["zoeken", "en/search"] {
        let found = all_found(&site, folder);
        assert!(found.len() > 100, "{folder}: {}", found.len());
        for Found {
            url, meta, filters, ..
        } in found
        {
            let (path, fragment) = url.split_once('#').unwrap_or((&url, ""));
            let page = site.text(&format!("{path}index.html"));
            assert!(
                fragment.is_empty() || page.contains(&format!("id=\"{fragment}\"")),
                "{url}"
            );
            assert!(
                !meta["title"].is_empty() && !meta["kind"].is_empty() && filters["kind"].len() == 1,
                "{url}"
            );
        }
    }
}

#[test]
fn whoever_has_no_page_and_what_is_withheld_or_a_draft_is_never_found() {
    let mut site = Site::from("veenland");
    site.append(
        "content/pages/over.md",
        "\nBel Gerrit op 06-12345678. ![Foto van Pietje Geheim](pietje.jpg)\n\n<div>verborgenwoord</div>\n\n<!-- stillewenk -->\n",
    );
    let output = site.build().output();
    for folder in ["zoeken", "en/search"] {
        let found = as_text(&all_found(&output, folder));
        assert!(
            folder != "zoeken" || found.contains("Gerrit"),
            "the page itself is found"
        );
        for never in [
            "Lot Jansen",
            "06-12345678",
            "Pietje Geheim",
            "verborgenwoord",
            "stillewenk",
            "open-werkplaats",
            "nieuw-plan",
            "ruimtevaart",
        ] {
            assert!(
                !found.contains(never),
                "{never} is in the index of {folder}"
            );
        }
    }
}

#[test]
fn what_counts_for_a_region_below_is_found_by_the_name_of_the_one_above() {
    let output = Site::from("veenland").build().output();
    let found = all_found(&output, "zoeken");
    let below = found.iter().filter(|found| {
        let regions = found.filters.get("region");
        regions.is_some_and(|regions| regions.len() > 1)
    });
    let mut seen = 0;
    for Found {
        url, meta, filters, ..
    } in below
    {
        for region in &filters["region"] {
            let (_, name) = region.split_once(' ').expect("an id and a name");
            assert!(meta["names"].contains(name), "{url}: {name}");
        }
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn an_index_is_made_again_only_when_what_can_be_found_changed() {
    let mut site = Site::from("veenland");
    assert_eq!(site.build().summary().indexed, 2, "one for each language");
    let first = site.output();
    site.write("assets/style.css", "body { color: black }")
        .build();
    assert_eq!(site.summary().indexed, 0);
    site.build_cold();
    assert_eq!(site.summary().indexed, 0, "also for a new process");
    site.append(
        "content/themes.toml",
        "\n[[theme]]\nname = \"Onvindbaarheid\"\n",
    )
    .build();
    assert_eq!(site.summary().indexed, 2);
    site.assert_same_as_a_clean_build();
    let whole = site.output();
    let is_part = |path: &&String| path.contains("zoeken/index/parts/");
    let parts = |tree: &Tree| {
        tree.0
            .keys()
            .filter(is_part)
            .cloned()
            .collect::<BTreeSet<_>>()
    };
    let (before, after) = (parts(&first), parts(&whole));
    assert!(
        before.intersection(&after).count() * 3 > before.len(),
        "a new word is no reason for other files: {before:?}, {after:?}"
    );
    let damaged = after.first().expect("there is one").clone();
    site.write(&format!("output/{damaged}"), "kapot").build();
    assert_eq!(
        site.output().0.get(&damaged),
        whole.0.get(&damaged),
        "a damaged file is made again"
    );
}

#[test]
fn a_site_that_wants_no_search_has_no_trace_of_it() {
    let mut site = Site::from("klein");
    site.build();
    assert!(
        site.output()
            .0
            .keys()
            .any(|path| path.contains("zoeken/index/"))
    );
    site.append("oogst.toml", "\n[search]\nenabled = false\n")
        .build();
    let output = site.output();
    assert!(
        output.0.keys().all(|path| !path.contains("zoeken")),
        "the search page and its index are gone"
    );
    for (path, text) in output.pages() {
        assert!(
            !text.contains("role=\"search\"") && !text.contains("/zoeken"),
            "{path}"
        );
    }
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_site_of_which_nothing_is_told_has_nothing_to_search() {
    let output = Site::from("leeg").build().output();
    assert!(output.0.keys().all(|path| !path.contains("zoeken")));
    assert!(
        output
            .pages()
            .all(|(_, text)| !text.contains("role=\"search\""))
    );
}

#[test]
fn no_alias_takes_a_place_in_the_index() {
    let mut site = Site::from("klein");
    site.write(
        "content/themas.toml",
        "\n[[thema]]\nnaam = \"X\"\naliassen = [\"/zoeken/index/start.js\"]\n",
    );
    site.build_refused();
    assert!(site.codes().contains("address-taken"), "{:?}", site.codes());
}

#[test]
fn in_the_background_pages_come_first_and_the_index_when_it_is_made() {
    let site = Site::from("klein");
    let mut builder = Builder::new(site.root());
    let (made, told) = channel();
    builder.index_in_background(move || {
        let _ = made.send(());
    });
    let mut build = || -> Summary {
        let options = BuildOptions {
            today: Today::Day(DAY.parse().expect("a day")),
            drafts: false,
            survives: Survives::Kill,
            target: BuildTarget::Output,
        };
        let built = builder
            .build(Since::Unknown, options, &Cancel::default(), &|_| {})
            .expect("the machine allows it");
        built.summary.expect("nothing is wrong")
    };
    let has_index = |site: &Site| {
        site.output()
            .0
            .keys()
            .any(|path| path.contains("zoeken/index/"))
    };
    let first = build();
    assert!(
        first.shown && first.indexed == 0 && !has_index(&site),
        "pages do not wait"
    );
    told.recv_timeout(Duration::from_mins(1))
        .expect("the index is made");
    let second = build();
    assert!(
        !second.shown && second.indexed == 1 && has_index(&site),
        "{second:?}"
    );
    let edited = site.root().join("content/themas.toml");
    let themes = fs::read_to_string(&edited).unwrap_or_default();
    fs::write(&edited, themes + "\n[[thema]]\nnaam = \"Later\"\n").expect("a file can be written");
    let before = index_of(&site);
    let third = build();
    assert!(
        third.shown && third.indexed == 0 && index_of(&site) == before,
        "the old index finds nearly everything"
    );
    told.recv_timeout(Duration::from_mins(1))
        .expect("the new index is made");
    assert_eq!(build().indexed, 1);
    let mut clean = Site::empty();
    copy(site.root(), &mut clean);
    clean.build().output().assert_same(
        &site.output(),
        "what was made in the background is what a plain build makes",
    );
}

/// The files of a site's index.
fn index_of(site: &Site) -> BTreeMap<String, Vec<u8>> {
    site.output()
        .0
        .into_iter()
        .filter(|(path, _)| path.contains("zoeken/index/"))
        .collect()
}

/// The sources of a site, in another.
fn copy(from: &Path, to: &mut Site) {
    for (path, bytes) in Tree::read(from).0 {
        if path == "oogst.toml" || path.starts_with("content/") {
            to.write(&path, bytes);
        }
    }
}
