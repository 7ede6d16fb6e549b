//! No copy outlives what was withdrawn: pictures that are kept, previews, and pages put aside.

use oogst::input::Since;
use oogst::output::{Cancel, Survives};
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Today};
use oogst::words::Language;

use super::{EVENT, gone, idea_removed, person_removed, preview, site, spelled};
use crate::harness::{DAY, Site};
use crate::program::run;
use crate::tree::Tree;

#[test]
fn a_photo_without_consent_is_nowhere_after_the_next_build() {
    const PHOTO: &str = "content/events/2025-avond/foto.toml";
    // Consent refused, the record removed, and the file with it; each with an edited copy kept
    // aside, and a preview that shows it.
    let withdraw: [fn(&mut Site); 3] = [
        |site| {
            site.replace(PHOTO, "\"ja\"", "\"nee\"");
        },
        |site| {
            site.remove(PHOTO);
        },
        |site| {
            site.remove(PHOTO).remove("content/events/2025-avond/media");
        },
    ];
    for (number, withdraw) in withdraw.into_iter().enumerate() {
        for by_serve in [false, true] {
            let mut site = with_edited_copies();
            assert_eq!(kept(&site), 1);
            withdraw(&mut site);
            if by_serve {
                preview(&site);
                assert_eq!(
                    kept(&site),
                    0,
                    "withdrawal {number} leaves the cache with the preview"
                );
            }
            site.build_cold();
            assert_eq!(kept(&site), 0, "withdrawal {number} leaves the cache");
            assert_eq!(site.summary().not_kept, 2);
            assert_no_picture_is_left(&site, number);
            assert_eq!(
                site.at(".oogst/preview").exists(),
                by_serve,
                "a preview of older content goes, one of the same content stays"
            );
        }
    }
}

/// A site with a preview, whose photo and page were edited by hand and are kept aside.
fn with_edited_copies() -> Site {
    let mut site = site();
    preview(&site);
    let made = Tree::read(&site.at("output")).0;
    let picture = made
        .keys()
        .find(|path| path.ends_with(".jpg"))
        .expect("a photo is published")
        .clone();
    let page = site.read("output/bijeenkomsten/2025-avond/index.html");
    site.write(&format!("output/{picture}"), "een ander gezicht")
        .write(
            "output/bijeenkomsten/2025-avond/index.html",
            page + "met de hand",
        );
    site.build_cold();
    assert_eq!(site.summary().put_aside.len(), 2);
    site
}

/// How many pictures are kept for the next build.
fn kept(site: &Site) -> usize {
    Tree::read(&site.at(".oogst/pictures"))
        .0
        .keys()
        .filter(|name| !name.starts_with("used-"))
        .count()
}

/// No picture and nothing put aside is left after withdrawal so and so.
fn assert_no_picture_is_left(site: &Site, number: usize) {
    for folder in ["output", ".oogst"] {
        let left = Tree::read(&site.at(folder)).0;
        let left: Vec<&String> = left
            .keys()
            .filter(|path| {
                path.ends_with(".jpg") || path.ends_with(".webp") || path.contains("replaced")
            })
            .collect();
        assert!(
            left.is_empty(),
            "withdrawal {number}: {folder} holds {left:?}"
        );
    }
}

#[test]
fn a_preview_of_the_content_as_it_is_stays_and_an_older_one_goes() {
    let mut site = site();
    preview(&site);
    run(&site, &["build"]);
    assert!(
        site.at(".oogst/preview/index.html").exists(),
        "the preview of this content stays"
    );
    site.append(EVENT, "\nNog een regel.\n");
    run(&site, &["build"]);
    assert!(!site.at(".oogst/preview").exists());
    preview(&site);
    let clean = Tree::read(&site.at(".oogst/preview"));
    // Nothing tells any more what of it is old: it is made anew.
    site.write(".oogst/preview/mensen/weg/index.html", "oud");
    for entry in std::fs::read_dir(site.at(".oogst"))
        .expect("it can be listed")
        .flatten()
    {
        if entry.file_name().to_string_lossy().starts_with("manifest-") {
            std::fs::remove_file(entry.path()).expect("it can be removed");
        }
    }
    preview(&site);
    clean.assert_same(
        &Tree::read(&site.at(".oogst/preview")),
        "a preview is what its build makes, and nothing else",
    );
}

#[test]
fn a_preview_whose_index_is_still_the_old_one_is_not_of_this_content() {
    let mut site = site();
    let (made, is_made) = std::sync::mpsc::channel();
    let mut builder = Builder::new(site.root());
    builder.index_in_background(move || made.send(()).expect("somebody waits"));
    let options = BuildOptions {
        today: Today::Day(DAY.parse().expect("a day")),
        drafts: true,
        survives: Survives::Kill,
        target: BuildTarget::Preview,
    };
    let mut build = |site: &Site| {
        let built = builder
            .build(Since::Unknown, options, &Cancel::default(), &|_| {})
            .unwrap_or_else(|error| panic!("{}", error.message(Language::En)));
        assert!(built.summary.is_some());
        !spelled(site, "piet-puk")
            .iter()
            .all(|path| !path.starts_with(".oogst/preview"))
    };
    build(&site);
    is_made.recv().expect("the index is made");
    assert!(build(&site), "the preview has its index");
    idea_removed(&mut site);
    gone(&mut site, "idea:2025-avond/het-lied-van-piet-puk", true);
    assert!(build(&site), "whoever writes waits for no index");
    // Stopped here, the preview would keep what its pages no longer show, though they are of this
    // very content.
    run(&site, &["build"]);
    assert_eq!(spelled(&site, "piet-puk"), ["addresses.toml"]);
}

#[test]
fn what_was_put_aside_goes_when_a_person_leaves_and_stays_when_a_text_does() {
    let mut site = site();
    let edit = |site: &mut Site, path: &str| {
        let page = site.read(path);
        site.write(path, page + "<p>met de hand</p>").build_cold();
        assert_eq!(site.summary().put_aside.len(), 1);
    };
    let copies = |site: &Site| {
        Tree::read(&site.at(".oogst/replaced"))
            .0
            .into_keys()
            .collect::<Vec<_>>()
    };
    edit(&mut site, "output/mensen/index.html");
    // A file of the writer's own stood where a page came.
    site.write(
        "content/pages/over.md",
        "+++\ntitel = \"Over\"\n+++\n\nTekst.\n",
    )
    .remove(".oogst/manifest");
    site.write("output/over/index.html", "<p>van de schrijver zelf</p>")
        .build_cold();
    let all = ["1/mensen/index.html", "2/over/index.html"];
    assert_eq!(copies(&site), all);
    // An idea that goes takes nothing with it.
    idea_removed(&mut site);
    gone(&mut site, "idea:2025-avond/het-lied-van-piet-puk", false);
    let before = site.read("addresses.toml");
    site.write(
        "addresses.toml",
        before
            .replace("[[gone]]", "[[moved]]")
            .replace("what =", "from =")
            .replace(
                "reason = \"Op verzoek.\"\ndate = 2026-01-02\n",
                "to = \"event:2025-avond\"\n",
            ),
    );
    site.build_cold();
    assert_eq!(copies(&site), all, "what led on is not withdrawn");
    // A person who goes takes every copy of ours, and leaves what others made.
    person_removed(&mut site);
    gone(&mut site, "person:jan-jansen", true);
    let page = site.read("output/bijeenkomsten/index.html");
    site.write(
        "output/bijeenkomsten/index.html",
        page + "<p>ook met de hand</p>",
    )
    .build_cold();
    assert_eq!(copies(&site), ["2/over/index.html"]);
    assert_eq!(
        (site.summary().not_kept, site.summary().put_aside.len()),
        (2, 0)
    );
}

#[test]
fn a_page_that_said_already_that_something_is_gone_takes_no_copy_with_it() {
    let mut site = site();
    idea_removed(&mut site);
    gone(&mut site, "idea:2025-avond/het-lied-van-piet-puk", false);
    site.build_cold();
    // All pages are written anew, also those of what is gone; one of them was changed by hand.
    let page = site.read("output/mensen/index.html");
    site.write("output/mensen/index.html", page + "<p>met de hand</p>")
        .replace("oogst.toml", "\"Dorp\"", "\"Het dorp\"")
        .build_cold();
    assert_eq!(
        (site.summary().put_aside.len(), site.summary().not_kept),
        (1, 0)
    );
    assert!(
        site.summary()
            .rendered
            .iter()
            .any(|address| address.contains("piet-puk") || address == "/mensen/"),
        "the title is on every page"
    );
    site.replace("oogst.toml", "\"Het dorp\"", "\"Ons dorp\"")
        .build_cold();
    assert_eq!(
        Tree::read(&site.at(".oogst/replaced"))
            .0
            .into_keys()
            .collect::<Vec<_>>(),
        ["1/mensen/index.html"]
    );
}
