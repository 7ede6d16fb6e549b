//! The output room as a build sees it: whole sites are built into a temporary folder, changed,
//! harmed and built again.

pub(crate) mod fault;
mod faults;
#[cfg(unix)]
mod links;
mod marks;
mod others;
mod refusals;
mod site;

use std::fs;
use std::sync::Arc;

use crate::error::Error;
use crate::output::*;
use fault::MountDisk;
use site::{TestSite, files, path, paths};

#[test]
fn a_first_build_appears_whole_and_leaves_nothing_else() {
    let site = TestSite::new();
    let new = files([
        ("index.html", "home"),
        ("a/b/index.html", "b"),
        (".well-known/security.txt", "s"),
    ]);
    let outcome = site.build(&new);
    assert_eq!(
        outcome.written,
        paths([".well-known/security.txt", "a/b/index.html", "index.html"])
    );
    assert_eq!(site.files("output"), new);
    site.assert_tidy();
}

#[test]
fn an_unchanged_build_renders_nothing_and_touches_nothing() {
    let site = TestSite::new();
    let new = files([("index.html", "home"), ("a/index.html", "a")]);
    site.build(&new);
    let before = (
        site.modified("output/index.html"),
        site.modified(".oogst/manifest"),
        site.modified("output"),
    );
    let outcome = site.build(&new);
    assert_eq!(
        outcome,
        CommitOutcome {
            kept: 2,
            ..CommitOutcome::default()
        }
    );
    assert!(site.rendered().is_empty());
    assert_eq!(
        (
            site.modified("output/index.html"),
            site.modified(".oogst/manifest"),
            site.modified("output")
        ),
        before
    );
    site.assert_tidy();
}

#[test]
fn only_what_changed_is_rendered_and_written() {
    let site = TestSite::new();
    site.build(&files([
        ("index.html", "home"),
        ("a/index.html", "a"),
        ("b/c/index.html", "c"),
    ]));
    let before = site.modified("output/index.html");
    let new = files([
        ("index.html", "home"),
        ("a/index.html", "a, changed"),
        ("d/e/index.html", "e"),
        ("d/index.html", "d"),
    ]);
    let outcome = site.build(&new);
    assert_eq!(
        site.rendered(),
        ["a/index.html", "d/e/index.html", "d/index.html"]
    );
    assert_eq!(
        outcome.written,
        paths(["a/index.html", "d/e/index.html", "d/index.html"])
    );
    assert_eq!(outcome.removed, paths(["b/c/index.html"]));
    assert_eq!(outcome.kept, 1);
    assert_eq!(site.files("output"), new);
    assert_eq!(site.folders(), ["a", "d", "d/e"]);
    assert_eq!(site.modified("output/index.html"), before);
    site.assert_tidy();
}

#[test]
fn a_new_key_with_the_same_bytes_leaves_the_file() {
    let site = TestSite::new();
    site.build(&files([("index.html", "home")]));
    let before = site.modified("output/index.html");
    let writer =
        SiteWriter::begin(site.places(), WriteOptions::new(site.folder())).expect("begins");
    let placed = writer
        .place(&path("index.html"), FileKey([7; 32]), || {
            Ok::<_, ()>(b"home".to_vec())
        })
        .expect("is placed");
    assert_eq!(placed, Placed::Same);
    let Committed::Done(outcome) = writer.commit().expect("commits") else {
        panic!("nothing is in the way")
    };
    assert_eq!(
        outcome,
        CommitOutcome {
            same: paths(["index.html"]),
            ..CommitOutcome::default()
        }
    );
    assert_eq!(site.modified("output/index.html"), before);
    let manifest = site.manifest(&site.places()).expect("there");
    assert_eq!(
        manifest.entry(&path("index.html")).map(|entry| entry.key),
        Some(FileKey([7; 32]))
    );
}

#[test]
fn files_are_copied_and_left_when_the_same() {
    let site = TestSite::new();
    site.write("content/photo.jpg", "light");
    let copy = |key| {
        let writer =
            SiteWriter::begin(site.places(), WriteOptions::new(site.folder())).expect("begins");
        let source = site.walked("content/photo.jpg");
        let content = writer.hash(&source).expect("is readable");
        let placed = writer
            .copy(
                &path("media/photo.jpg"),
                FileKey([key; 32]),
                &source,
                content,
            )
            .expect("is copied");
        assert!(matches!(writer.commit(), Ok(Committed::Done(_))));
        placed
    };
    assert_eq!(copy(1), Placed::Written);
    assert_eq!(copy(1), Placed::Kept);
    assert_eq!(copy(2), Placed::Same);
    site.write("content/photo.jpg", "other light");
    assert_eq!(copy(3), Placed::Written);
    assert_eq!(site.read("output/media/photo.jpg"), "other light");
}

#[test]
fn a_file_that_changes_before_it_is_copied_is_not_copied() {
    let site = TestSite::new();
    site.write("content/plan.pdf", "judged");
    let writer =
        SiteWriter::begin(site.places(), WriteOptions::new(site.folder())).expect("begins");
    let source = site.walked("content/plan.pdf");
    let content = writer.hash(&source).expect("is readable");
    site.write("content/plan.pdf", "something else");
    let copied = writer.copy(&path("media/plan.pdf"), FileKey([1; 32]), &source, content);
    assert!(
        matches!(copied, Err(Error::ChangedMeanwhile { .. })),
        "{copied:?}"
    );
}

#[test]
fn files_and_folders_can_change_places() {
    let site = TestSite::new();
    site.build(&files([
        ("feed", "f"),
        ("data/a/one", "1"),
        ("data/two", "2"),
        ("data-b", "b"),
    ]));
    let new = files([("feed/index.html", "f"), ("data", "12"), ("data-b", "b")]);
    let outcome = site.build(&new);
    assert_eq!(outcome.removed, paths(["data/a/one", "data/two", "feed"]));
    assert_eq!(site.files("output"), new);
    site.assert_tidy();
}

#[test]
fn many_files_from_many_threads_are_all_there() {
    let site = TestSite::new();
    let many = |word: &str| {
        (0..600)
            .map(|number| {
                (
                    format!("deals/{}/{number}/index.html", number % 7),
                    format!("{word} {number}"),
                )
            })
            .collect()
    };
    site.build(&many("old"));
    let mut new: site::Files = many("new");
    new.retain(|path, _| !path.starts_with("deals/3/"));
    let outcome = site.build(&new);
    assert_eq!((outcome.written.len(), outcome.removed.len()), (514, 86));
    assert!(outcome.written.is_sorted() && outcome.removed.is_sorted());
    assert_eq!(site.files("output"), new);
    assert!(!site.root.join("output/deals/3").exists());
    site.assert_tidy();
}

#[test]
fn an_output_on_a_mount_of_its_own_is_staged_inside() {
    let site = TestSite::new();
    let disk = || Arc::new(MountDisk::new(site.folder(), &site.root.join("output")));
    fs::create_dir(site.root.join("output")).expect("made");
    let new = files([("index.html", "home"), ("a/index.html", "a")]);
    assert!(matches!(
        site.try_build(&new, disk()),
        Ok(Committed::Done(_))
    ));
    assert_eq!(site.files("output"), new);
    site.write("output/index.html", "edited");
    assert!(matches!(
        site.try_build(&new, disk()),
        Ok(Committed::Done(_))
    ));
    assert_eq!(site.files("output"), new);
    assert_eq!(
        site.files(".oogst/replaced"),
        files([("1/index.html", "edited")])
    );
    site.assert_tidy();
}
