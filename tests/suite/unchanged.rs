//! A fresh process over a site that is as it was renders no page and writes no file; and whatever a
//! site is made of counts as a change.

use std::fs;

use oogst::input::Since;
use oogst::output::{Cancel, Survives};
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Today};

use crate::harness::{DAY, Site};

/// How many pages a build from a fresh process renders, how many parts of the search index it
/// makes, and how many files it writes.
fn work(site: &Site) -> (usize, usize, usize) {
    let options = BuildOptions {
        today: Today::Day(DAY.parse().expect("a day")),
        drafts: false,
        survives: Survives::Kill,
        target: BuildTarget::Output,
    };
    let built =
        Builder::new(site.root()).build(Since::Unknown, options, &Cancel::default(), &|_| {});
    let summary = built
        .expect("the machine works")
        .summary
        .expect("the site is right");
    (summary.rendered.len(), summary.indexed, summary.written)
}

#[test]
fn nothing_changed_renders_nothing() {
    let mut site = Site::from("veenland");
    site.build_cold();
    assert_eq!(work(&site), (0, 0, 0));
    site.build_cold()
        .assert_rendered([])
        .assert_same_as_a_clean_build();
}

#[test]
fn a_file_that_is_lost_or_edited_is_made_again_and_no_other() {
    let mut site = Site::from("veenland");
    site.build_cold();
    site.remove("output/deals/index.html")
        .write("output/ideeen/index.html", "niet van ons");
    assert_eq!(work(&site), (2, 0, 2));
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_file_of_the_search_index_that_is_lost_is_made_again() {
    let mut site = Site::from("veenland");
    for folder in ["output/zoeken/index", "output/zoeken/index/parts"] {
        site.build_cold();
        let lost = fs::read_dir(site.at(folder))
            .expect("there is an index")
            .flatten()
            .map(|entry| entry.path())
            .find(|path| path.is_file())
            .expect("it has files");
        fs::remove_file(lost).expect("a file can be removed");
        site.build_cold().assert_same_as_a_clean_build();
    }
}

#[test]
fn everything_that_a_site_is_made_of_counts() {
    let mut site = Site::from("veenland");
    let changes: [fn(&mut Site); 8] = [
        |site| {
            _ = site.append(
                "content/events/2019-techniekdag/ideeen.toml",
                "\n[[idea]]\ntitle = \"Een vlot van vaten\"\n",
            );
        },
        |site| {
            _ = site.write(
                "templates/404.html",
                "{% extends \"default/404.html\" %}{% block main %}weg{% endblock main %}",
            );
        },
        |site| _ = site.write("assets/extra.css", "p { color: red }"),
        |site| _ = site.write("assets/extra.css", "p { color: navy }"),
        |site| _ = site.replace("oogst.toml", "page_kb = 100", "page_kb = 1"),
        |site| _ = site.on("2031-01-15"),
        |site| _ = site.with_drafts(),
        |site| _ = site.remove("templates/404.html"),
    ];
    for change in changes {
        site.build_cold();
        change(&mut site);
        site.build_cold().assert_same_as_a_clean_build();
    }
}
