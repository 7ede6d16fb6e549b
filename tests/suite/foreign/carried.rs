//! Whatever came along, in whatever mixture, no command touches what is somebody else's.

use std::fs;

use proptest::prelude::*;

use super::{Sandbox, edits, moves, somebody_elses_key};

/// One thing that a folder may carry.
#[derive(Debug, Clone)]
enum Carried {
    Link(&'static str),
    Bytes(Vec<u8>),
    Edits(&'static str, &'static str),
    Moves(&'static str),
    Pipe,
    Folder,
}

const PLACES: [&str; 26] = [
    ".oogst",
    ".oogst/lock",
    ".oogst/manifest",
    ".oogst/manifest.next",
    ".oogst/journal",
    ".oogst/journal.next",
    ".oogst/edit",
    ".oogst/edit/journal",
    ".oogst/edit/0",
    ".oogst/pictures",
    ".oogst/pictures/used-4d1f6f6f2d0a",
    ".oogst/preview",
    ".oogst/preview/index.html",
    ".oogst/replaced",
    ".oogst/replaced/1",
    "output",
    "output/index.html",
    "output/bijeenkomsten",
    "output/.oogst-staging",
    ".output.oogst-staging",
    ".output.oogst-staging/index.html",
    "content/pages",
    "content/pages/over.md",
    "content/events/2025-techniekavond/media",
    "templates",
    "addresses.toml",
];

const TARGETS: [&str; 12] = [
    "../buiten",
    "../../buiten",
    "../../../buiten/geheim.md",
    "../buiten/geheim.toml",
    "../../.git/hooks",
    "../.git/config",
    ".git",
    "../.env",
    "content",
    "../content/events",
    "/dev/zero",
    "nergens",
];

fn carried() -> impl Strategy<Value = Carried> {
    let names = prop::sample::select(
        &[
            ".git/hooks/pre-commit",
            "../buiten/nieuw",
            "content/x.md",
            "addresses.toml",
            "/tmp/oogst-x",
        ][..],
    );
    prop_oneof![
        4 => prop::sample::select(&TARGETS[..]).prop_map(Carried::Link),
        2 => prop::collection::vec(any::<u8>(), 0..200).prop_map(Carried::Bytes),
        2 => (names.clone(), names).prop_map(|(one, other)| Carried::Edits(one, other)),
        1 => prop::sample::select(&["output", ".git/hooks", "../buiten", "content"][..]).prop_map(Carried::Moves),
        1 => Just(Carried::Pipe),
        1 => Just(Carried::Folder),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_folder_carries_nothing_outside_its_output_changes_and_nothing_hidden_is_published(
        things in prop::collection::vec((prop::sample::select(&PLACES[..]), carried()), 1..6)
    ) {
        let (_elsewhere, key) = somebody_elses_key();
        let sandbox = Sandbox::new();
        for (place, thing) in things {
            let path = format!("site/{place}");
            let at = sandbox.at(&path);
            // The first one that takes a place has it, and none is put behind a link.
            let mut above = at.ancestors().skip(1).take_while(|folder| *folder != sandbox.at("site"));
            if above.any(|folder| fs::symlink_metadata(folder).is_ok_and(|facts| !facts.is_dir())) {
                continue;
            }
            if fs::symlink_metadata(&at).is_ok_and(|facts| facts.is_dir()) {
                fs::remove_dir_all(&at).expect("a folder can be removed");
            } else if fs::symlink_metadata(&at).is_ok() {
                fs::remove_file(&at).expect("a file can be removed");
            }
            match thing {
                Carried::Link(target) => sandbox.link(target, &path),
                Carried::Bytes(bytes) => sandbox.write(&path, bytes),
                Carried::Edits(one, other) => sandbox.write(&path, edits(&[(one, other)], &[(other, "0")], b"kwaad", &key)),
                Carried::Moves(location) => sandbox.write(&path, moves(location, &key)),
                Carried::Pipe => sandbox.pipe(&path),
                Carried::Folder => fs::create_dir_all(&at).expect("a folder can be made"),
            }
        }
        sandbox.obeys_nothing();
    }
}
