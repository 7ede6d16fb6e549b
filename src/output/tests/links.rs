//! No link leads a build out of the output folder.

use std::fs;
use std::os::unix::fs::symlink;
use std::sync::Arc;

use super::site::{TestSite, files, paths};
use crate::error::Error;
use crate::output::*;

#[test]
fn nothing_is_written_or_removed_through_a_link() {
    let site = TestSite::new();
    site.build(&files([("index.html", "home"), ("a/index.html", "a")]));
    fs::rename(site.root.join("output/a"), site.root.join("outside")).expect("moved");
    symlink(site.root.join("outside"), site.root.join("output/a")).expect("linked");

    let refused = site.try_build(
        &files([("index.html", "home"), ("a/index.html", "changed")]),
        Arc::new(site.disk()),
    );
    assert!(matches!(refused, Err(Error::LeadsOut { path }) if path == site.root.join("output/a")));
    site.build(&files([("index.html", "home")]));
    assert_eq!(site.files("outside"), files([("index.html", "a")]));
    assert!(site.root.join("output/a").is_symlink());
}

#[test]
fn a_link_where_a_file_belongs_is_in_the_way() {
    let site = TestSite::new();
    site.build(&files([("index.html", "home"), ("a.html", "a")]));
    site.write("secret", "secret");
    for name in ["output/a.html", "output/b.html"] {
        let _ = fs::remove_file(site.root.join(name));
        symlink(site.root.join("secret"), site.root.join(name)).expect("linked");
    }
    let committed = site.try_build(
        &files([("index.html", "home"), ("a.html", "a"), ("b.html", "b")]),
        Arc::new(site.disk()),
    );
    assert_eq!(
        committed.expect("no machine failed"),
        Committed::InTheWay(paths(["a.html", "b.html"]))
    );
    assert_eq!(site.read("secret"), "secret");
}

#[test]
fn an_output_folder_that_is_a_link_is_refused() {
    let site = TestSite::new();
    fs::create_dir(site.root.join("elsewhere")).expect("made");
    symlink("elsewhere", site.root.join("output")).expect("linked");
    let refused = site.try_build(&files([("index.html", "home")]), Arc::new(site.disk()));
    assert!(matches!(refused, Err(Error::LeadsOut { .. })));
    assert!(site.files("elsewhere").is_empty());
}
