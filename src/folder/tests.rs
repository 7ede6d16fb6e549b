//! The door: what it opens, and all that it does not.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{EntryKind, Folder, Refusal};

fn below(path: &str) -> &Path {
    Path::new(path)
}

/// A folder with a file in it, beside a file that is none of its business.
fn folder() -> (TempDir, Folder) {
    let outer = TempDir::new().expect("a folder can be made");
    let inner = outer.path().join("verslag");
    fs::create_dir_all(inner.join("content/dag")).expect("a folder can be made");
    fs::write(inner.join("content/dag/event.md"), "dag").expect("a file can be written");
    fs::write(outer.path().join("geheim"), "geheim").expect("a file can be written");
    let folder = Folder::open(&inner).expect("it is there");
    (outer, folder)
}

fn refusal<T: std::fmt::Debug>(answer: std::io::Result<T>) -> Option<Refusal> {
    Refusal::of(&answer.expect_err("it is refused"))
}

#[test]
fn a_file_is_read_by_its_names_and_no_further_than_allowed() {
    let (_outer, folder) = folder();
    assert_eq!(
        folder
            .read(below("content/dag/event.md"), 3)
            .expect("it is there"),
        b"dag"
    );
    assert_eq!(
        refusal(folder.read(below("content/dag/event.md"), 2)),
        Some(Refusal::TooLarge)
    );
    assert_eq!(
        folder.list(below("content")).expect("it can be listed"),
        ["dag"]
    );
    assert_eq!(
        folder
            .look(below("content/dag/event.md/x"))
            .expect("nothing is beneath a file"),
        None
    );
    assert_eq!(
        folder
            .look(below("content/dag"))
            .expect("it is there")
            .map(|facts| facts.kind),
        Some(EntryKind::Folder)
    );
    assert_eq!(
        refusal(folder.open_file(below("content/dag"))),
        Some(Refusal::NotAFile)
    );
}

#[test]
fn no_path_climbs_out() {
    let (outer, folder) = folder();
    let outside = outer.path().join("geheim");
    for path in [
        "../geheim",
        "content/../../geheim",
        outside.to_str().expect("plain"),
        "./content",
    ] {
        let path = below(path);
        // The library reads "./content" as one name.
        if path.components().count() == 2 && path.starts_with(".") {
            continue;
        }
        assert_eq!(
            refusal(folder.read(path, 100)),
            Some(Refusal::Outside),
            "{path:?}"
        );
        assert_eq!(
            refusal(folder.create_new(path)),
            Some(Refusal::Outside),
            "{path:?}"
        );
        assert_eq!(
            refusal(folder.remove_tree(path)),
            Some(Refusal::Outside),
            "{path:?}"
        );
        assert_eq!(
            refusal(folder.rename(below("content"), path)),
            Some(Refusal::Outside),
            "{path:?}"
        );
    }
    assert_eq!(fs::read_to_string(outside).expect("it is there"), "geheim");
}

#[test]
fn a_file_that_took_anothers_place_is_not_opened() {
    let (_outer, folder) = folder();
    let path = below("content/dag/event.md");
    let facts = folder
        .look(path)
        .expect("it can be looked at")
        .expect("it is there");
    let walked = folder.walked(PathBuf::from(path), facts);
    assert_eq!(walked.read(10).expect("it is the one"), b"dag");
    fs::write(folder.path().join("nieuw"), "nieuw").expect("a file can be written");
    fs::rename(folder.path().join("nieuw"), folder.path().join(path)).expect("a file can be moved");
    if cfg!(unix) {
        assert_eq!(refusal(walked.open()), Some(Refusal::Swapped));
    }
    assert_eq!(
        walked
            .again()
            .expect("it is an ordinary file")
            .read(10)
            .expect("it is there"),
        b"nieuw"
    );
}

#[test]
fn folders_are_made_and_removed_with_all_they_hold() {
    let (_outer, folder) = folder();
    folder
        .create_folders(below("a/b/c"))
        .expect("they can be made");
    folder
        .create_folders(below("a/b/c"))
        .expect("they are there");
    folder
        .create_new(below("a/b/x"))
        .expect("a file can be made");
    assert!(folder.create_new(below("a/b/x")).is_err(), "it is there");
    assert!(
        folder.create_folders(below("a/b/x/y")).is_err(),
        "a file stands there"
    );
    folder.remove_tree(below("a")).expect("it can be removed");
    assert_eq!(folder.look(below("a")).expect("it can be looked at"), None);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn no_link_is_followed_at_any_step_by_any_call() {
        let (outer, folder) = folder();
        let root = folder.path();
        symlink(outer.path(), root.join("uit")).expect("a link can be made");
        symlink("content", root.join("in")).expect("a link can be made");
        symlink(outer.path().join("geheim"), root.join("content/geheim"))
            .expect("a link can be made");
        let assert_refused = |what: &str, refusal: Option<Refusal>| {
            assert_eq!(refusal, Some(Refusal::Link), "{what}");
        };
        for path in ["uit/geheim", "in/dag/event.md", "content/geheim"] {
            let place = below(path);
            assert_refused(path, refusal(folder.open_file(place)));
            assert_refused(path, refusal(folder.open_or_create(place)));
        }
        for path in ["uit/nieuw", "in/nieuw"] {
            let place = below(path);
            let (dag, event) = (below("content/dag"), below("content/dag/event.md"));
            assert_refused(path, refusal(folder.create_new(place)));
            assert_refused(path, refusal(folder.create_folder(place)));
            assert_refused(path, refusal(folder.create_folders(place)));
            assert_refused(path, refusal(folder.rename(dag, place)));
            assert_refused(path, refusal(folder.link(event, place)));
            assert_refused(path, refusal(folder.remove_file(place)));
            assert_refused(path, refusal(folder.look(place)));
        }
        assert_refused("uit", refusal(folder.list(below("uit"))));
        assert_refused("in", refusal(folder.folder(below("in")).map(drop)));
        assert_refused("in", refusal(folder.create_folders(below("in"))));
        assert_eq!(
            folder
                .look(below("uit"))
                .expect("it is there")
                .map(|facts| facts.kind),
            Some(EntryKind::Link)
        );
        // What is removed is the link.
        folder
            .remove_tree(below("uit"))
            .expect("a link can be removed");
        assert_eq!(
            fs::read_to_string(outer.path().join("geheim")).expect("it is there"),
            "geheim"
        );
        assert!(
            folder.create_new(below("content/geheim")).is_err(),
            "a link of that name is there"
        );
        assert_eq!(
            folder.resolve(below("in/dag")),
            Some(PathBuf::from("content/dag"))
        );
        assert_eq!(folder.resolve(below("content/geheim")), None);
    }

    #[test]
    fn a_pipe_keeps_nobody_waiting() {
        let (_outer, folder) = folder();
        let pipe = folder.path().join("pijp");
        let made = rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::from_raw_mode(0o600),
            0,
        );
        made.expect("a pipe can be made");
        assert_eq!(
            refusal(folder.read(below("pijp"), 10)),
            Some(Refusal::NotAFile)
        );
        assert_eq!(
            refusal(folder.open_or_create(below("pijp"))),
            Some(Refusal::NotAFile)
        );
        assert_eq!(
            folder
                .look(below("pijp"))
                .expect("it is there")
                .map(|facts| facts.kind),
            Some(EntryKind::Special)
        );
    }

    #[test]
    fn a_file_with_a_second_name_is_not_written() {
        let (outer, folder) = folder();
        fs::hard_link(outer.path().join("geheim"), folder.path().join("slot"))
            .expect("a second name can be given");
        assert_eq!(
            refusal(folder.open_or_create(below("slot"))),
            Some(Refusal::NotAFile)
        );
        // Reading it is what its owner allows.
        let mut text = String::new();
        folder
            .open_file(below("slot"))
            .expect("it is a file")
            .read_to_string(&mut text)
            .expect("it can be read");
        assert_eq!(text, "geheim");
    }
}
