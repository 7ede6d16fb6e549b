//! Files of others, edits by hand, and a manifest that is lost: nothing of anybody else is touched.

use std::fs;
use std::sync::Arc;

use super::site::{TestSite, files, paths};
use crate::output::*;

#[test]
fn files_of_others_stay_through_everything() {
    let site = TestSite::new();
    site.write("output/notes/mine.txt", "mine");
    site.build(&files([("index.html", "home"), ("notes/index.html", "n")]));
    site.write("output/a/.htaccess", "mine too");
    site.build(&files([("a/index.html", "a")]));
    site.build(&files([]));
    assert_eq!(
        site.files("output"),
        files([("a/.htaccess", "mine too"), ("notes/mine.txt", "mine")])
    );
    site.assert_tidy();
}

#[test]
fn a_file_of_others_in_the_way_stops_the_commit() {
    let site = TestSite::new();
    let old = files([("index.html", "home")]);
    site.build(&old);
    site.write("output/b/index.html", "mine");
    site.write("output/folder/deep/mine.txt", "mine");
    site.write("output/file", "mine");
    let before = site.files("output");
    let new = files([
        ("index.html", "home 2"),
        ("b/index.html", "b"),
        ("folder", "f"),
        ("file/index.html", "i"),
        ("fine.html", "fine"),
    ]);
    let committed = site
        .try_build(&new, Arc::new(site.disk()))
        .expect("no machine failed");
    assert_eq!(
        committed,
        Committed::InTheWay(paths(["b/index.html", "file", "folder"]))
    );
    assert_eq!(site.files("output"), before);
    site.assert_tidy();

    site.write("output/b/index.html", "b");
    site.remove("output/file");
    fs::remove_dir_all(site.root.join("output/folder")).expect("removed");
    assert_eq!(site.build(&new).same, paths(["b/index.html"]));
    assert_eq!(site.files("output"), new);
}

#[test]
fn an_edited_file_is_restored_and_the_edit_kept_aside() {
    let site = TestSite::new();
    let new = files([
        ("index.html", "home"),
        ("a/index.html", "a"),
        ("old.html", "old"),
    ]);
    site.build(&new);
    site.write("output/a/index.html", "edited by hand");
    site.write("output/old.html", "edited too");
    let outcome = site.build(&files([("index.html", "home"), ("a/index.html", "a")]));
    assert_eq!(site.rendered(), ["a/index.html"]);
    assert_eq!(
        outcome
            .replaced
            .iter()
            .map(|replaced| replaced.path.clone())
            .collect::<Vec<_>>(),
        paths(["a/index.html", "old.html"])
    );
    assert_eq!(
        site.files("output"),
        files([("index.html", "home"), ("a/index.html", "a")])
    );
    assert_eq!(
        site.files(".oogst/replaced"),
        files([
            ("1/a/index.html", "edited by hand"),
            ("1/old.html", "edited too")
        ])
    );
}

#[test]
fn a_file_that_was_only_touched_or_removed_is_just_made_again() {
    let site = TestSite::new();
    let new = files([("index.html", "home"), ("a/index.html", "a")]);
    site.build(&new);
    site.write("output/index.html", "home");
    site.remove("output/a/index.html");
    let outcome = site.build(&new);
    assert_eq!(
        (outcome.written, outcome.same, outcome.replaced),
        (paths(["a/index.html"]), paths(["index.html"]), Vec::new())
    );
    fs::remove_dir_all(site.root.join("output")).expect("removed");
    assert_eq!(site.build(&new).written.len(), 2);
    assert_eq!(site.files("output"), new);
}

#[test]
fn without_a_manifest_nothing_is_lost() {
    for harm in [b"".as_slice(), b"oogst files\n", b"rubbish", &[0; 4096]] {
        let site = TestSite::new();
        site.build(&files([
            ("index.html", "home"),
            ("a.html", "a"),
            ("b.html", "b"),
        ]));
        let before = site.modified("output/a.html");
        fs::write(site.root.join(".oogst/manifest"), harm).expect("written");
        if harm.is_empty() {
            site.remove(".oogst/manifest");
        }
        let outcome = site.build(&files([("index.html", "new home"), ("a.html", "a")]));
        assert_eq!(
            (outcome.written, outcome.same, outcome.removed),
            (paths(["index.html"]), paths(["a.html"]), Vec::new())
        );
        assert_eq!(site.modified("output/a.html"), before);
        assert_eq!(
            site.files("output"),
            files([("index.html", "new home"), ("a.html", "a"), ("b.html", "b")])
        );
        assert_eq!(
            site.files(".oogst/replaced"),
            files([("1/index.html", "home")])
        );
        site.assert_tidy();
    }
}

#[test]
fn a_manifest_of_another_output_folder_is_not_believed() {
    let site = TestSite::new();
    site.build(&files([("index.html", "home")]));
    let elsewhere = OutputPlaces::new(&site.root, &site.root.join("elsewhere"));
    fs::copy(site.places().manifest(), elsewhere.manifest()).expect("copied");
    assert!(site.manifest(&elsewhere).is_none());
    assert!(site.manifest(&site.places()).is_some());
}
