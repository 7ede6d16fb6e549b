//! The work of others that is inside the program: each part has a licence that it may have there,
//! and all their texts stand in `THIRD-PARTY-NOTICES.md`, which ships with the program. It is made
//! here, from `Cargo.lock` and the sources that cargo holds, and this test fails where it is not
//! what they say.
//!
//! What counts as inside is what cargo compiles into the program on any system, plus what such
//! crates carry along in other languages, the standard library of Rust, and the letters of cards.
//! Macros that run while compiling and what only tests use are not inside.

mod notices;
mod parts;

use std::fs;
use std::path::Path;

use crate::harness::rewrites_expected;
use crate::program::oogst;
use crate::spdx::taken;
use crate::tree::first_difference;
use notices::notices;
use parts::parts;

/// The file, below the repository's root.
const NOTICES: &str = "THIRD-PARTY-NOTICES.md";

/// The most that the file may weigh: it is in the program whole.
const LARGEST: usize = 300_000;

#[test]
fn the_notices_are_what_is_inside_and_every_licence_is_allowed() {
    let parts = parts();
    assert!(parts.len() > 200, "{} parts", parts.len());
    let refused: Vec<String> = parts
        .iter()
        .filter_map(|part| {
            taken(&part.expression)
                .err()
                .map(|why| format!("{}: {why}", part.name))
        })
        .collect();
    assert!(
        refused.is_empty(),
        "parts whose licence the program may not have inside:\n{}",
        refused.join("\n")
    );
    let made = notices(&parts);
    assert!(
        made.len() <= LARGEST,
        "{} bytes are more than the program should carry",
        made.len()
    );
    let path = root().join(NOTICES);
    if rewrites_expected() {
        fs::write(&path, &made).expect("the notices can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "{NOTICES} is not what is inside the program; run OOGST_REWRITE_EXPECTED=1 cargo test --test suite third_party\n{}",
        first_difference(&kept, &made)
    );
}

#[test]
fn the_program_prints_them_wherever_it_stands() {
    let nowhere = tempfile::tempdir().expect("a temporary folder can be made");
    let kept = fs::read_to_string(root().join(NOTICES)).expect("there are notices");
    let own = fs::read_to_string(root().join("LICENSE")).expect("there is a licence");
    for (words, first) in [
        (
            ["licences", "--lang", "nl"],
            "Oogst zelf mag u vrij gebruiken",
        ),
        (
            ["licences", "--lang", "en"],
            "Oogst itself may be used freely",
        ),
    ] {
        let ran = oogst(nowhere.path(), &words);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(
            ran.out.starts_with(first),
            "{words:?}: {}",
            ran.out.lines().next().unwrap_or_default()
        );
        assert!(
            ran.out.contains(own.trim_end()) && ran.out.ends_with(&kept),
            "{words:?} prints all of them"
        );
    }
    // Half the world spells it otherwise, and who reads Dutch may type it in Dutch.
    let ran = oogst(nowhere.path(), &["licenses", "--lang", "nl"]);
    assert!(
        ran.code == 1 && ran.err.contains("Bedoelt u `licences`?"),
        "{}",
        ran.err
    );
    let ran = oogst(nowhere.path(), &["licenties", "--lang", "nl"]);
    assert!(ran.code == 0 && ran.out.ends_with(&kept), "{}", ran.err);
    assert!(
        fs::read_dir(nowhere.path())
            .expect("a folder can be listed")
            .next()
            .is_none(),
        "nothing is made"
    );
}

#[test]
fn what_must_be_named_is_named() {
    let kept = fs::read_to_string(root().join(NOTICES)).expect("there are notices");
    let lock: toml::Table = fs::read_to_string(root().join("Cargo.lock"))
        .expect("there is a lock")
        .parse()
        .expect("a lock is TOML");
    let version = |name: &str| {
        let packages = lock["package"].as_array().expect("a lock lists packages");
        let found = packages
            .iter()
            .find(|package| package["name"].as_str() == Some(name))
            .expect("it is in the lock");
        found["version"]
            .as_str()
            .expect("it has a version")
            .to_owned()
    };
    // One for each way in which something comes to be inside: a crate, one of another system, the
    // tables of letters, and what is carried along.
    for name in ["serde_json", "windows-sys", "icu_collator_data"] {
        let line = format!(
            "[{name} {0}](https://crates.io/crates/{name}/{0})",
            version(name)
        );
        assert!(kept.contains(&line), "{line}");
    }
    for words in [
        "libwebp",
        "mimalloc",
        "Libertinus Serif",
        "Rust’s standard library",
        "Independent JPEG Group",
    ] {
        assert!(kept.contains(words), "{words}");
    }
    // What only tests use, and what runs while compiling, is not inside.
    for name in ["bolero", "trycmd", "proptest", "syn", "clap_derive"] {
        assert!(!kept.contains(&format!("[{name} ")), "{name}");
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
