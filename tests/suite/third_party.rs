//! The work of others that is inside the program: each part has a licence that it may have there,
//! and all their texts stand in `THIRD-PARTY-NOTICES.md`, which ships with the program. It is made
//! here, from `Cargo.lock` and the sources that cargo holds, and this test fails where it is not
//! what they say.
//!
//! What counts as inside is what cargo compiles into the program on any system, plus what such
//! crates carry along in other languages, the standard library of Rust, and the letters of cards.
//! Macros that run while compiling and what only tests use are not inside.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::harness::rewrites_expected;
use crate::program::oogst;
use crate::spdx::{ALLOWED, taken};
use crate::tree::first_difference;

/// The file, below the repository's root.
const NOTICES: &str = "THIRD-PARTY-NOTICES.md";

/// The most that the file may weigh: it is in the program whole.
const LARGEST: usize = 200_000;

/// What is inside and is no crate.
struct Carried {
    name: &'static str,
    licence: &'static str,
    address: &'static str,
    texts: Texts,
}

/// Where the texts of something carried along stand.
enum Texts {
    /// Nowhere here: these are its makers, and the licence's own text serves.
    Of(&'static str),
    /// In the folder of the crate that carries it.
    InCrate(&'static str, &'static [&'static str]),
    /// In this repository.
    Here(&'static str),
}

const CARRIED: [Carried; 6] = [
    Carried {
        name: "Rust’s standard library",
        licence: "MIT",
        address: "https://github.com/rust-lang/rust",
        texts: Texts::Of("The Rust Project Developers"),
    },
    Carried {
        name: "Pagefind’s scripts and WebAssembly",
        licence: "MIT",
        address: "https://github.com/Pagefind/pagefind",
        texts: Texts::Of("CloudCannon"),
    },
    Carried {
        name: "libwebp",
        licence: "BSD-3-Clause",
        address: "https://chromium.googlesource.com/webm/libwebp",
        texts: Texts::InCrate("libwebp-sys", &["vendor/COPYING", "vendor/PATENTS"]),
    },
    Carried {
        name: "mimalloc",
        licence: "MIT",
        address: "https://github.com/microsoft/mimalloc",
        texts: Texts::InCrate("libmimalloc-sys", &["c_src/mimalloc/v3/LICENSE"]),
    },
    Carried {
        name: "jemalloc",
        licence: "BSD-2-Clause",
        address: "https://github.com/jemalloc/jemalloc",
        texts: Texts::InCrate("tikv-jemalloc-sys", &["jemalloc/COPYING"]),
    },
    Carried {
        name: "Libertinus Serif",
        licence: "OFL-1.1",
        address: "https://github.com/alerque/libertinus",
        texts: Texts::Here("src/social/fonts/OFL.txt"),
    },
];

/// A part of the program that others made.
struct Part {
    /// Its name, with its version where it has one.
    name: String,
    /// What its licence is, as its makers wrote it.
    expression: String,
    /// Where its source is.
    address: String,
    /// Its makers, where its texts do not say.
    authors: String,
    /// Its texts: of licences, and what its makers ask to be passed on.
    texts: Vec<String>,
}

#[test]
fn the_notices_are_what_is_inside_and_every_licence_is_allowed() {
    let parts = parts();
    assert!(parts.len() > 250, "{} parts", parts.len());
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
    for word in ["licenses", "licenties"] {
        let ran = oogst(nowhere.path(), &[word, "--lang", "nl"]);
        assert!(
            ran.code == 1 && ran.err.contains("Bedoelt u `licences`?"),
            "{}",
            ran.err
        );
    }
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
    // One for each way in which something comes to be inside: a crate, one of another system, one
    // under a licence that wants its source named, the tables of letters, and what is carried
    // along.
    for name in [
        "serde_json",
        "windows-sys",
        "selectors",
        "icu_collator_data",
    ] {
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
        "Pagefind",
        "Rust’s standard library",
        "Mozilla Public License",
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

/// What cargo says when asked so. It fetches what is in the lock and not on this machine.
fn cargo(words: &[&str]) -> String {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let ran = Command::new(program)
        .args(words)
        .arg("--locked")
        .current_dir(root())
        .output()
        .expect("cargo can be started");
    assert!(
        ran.status.success(),
        "cargo {}:\n{}",
        words.join(" "),
        String::from_utf8_lossy(&ran.stderr)
    );
    String::from_utf8(ran.stdout).expect("cargo writes UTF-8")
}

/// Everything inside, by name.
fn parts() -> Vec<Part> {
    let tree = cargo(&[
        "tree",
        "--edges",
        "normal,no-proc-macro",
        "--target",
        "all",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let inside: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.split_once(" v")?;
            Some((name, rest.split(' ').next()?))
        })
        .filter(|(name, _)| *name != env!("CARGO_PKG_NAME"))
        .collect();
    let known: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1"]))
        .expect("cargo writes JSON");
    let packages: BTreeMap<(&str, &str), &Value> = known["packages"]
        .as_array()
        .expect("cargo knows packages")
        .iter()
        .map(|package| ((word(package, "name"), word(package, "version")), package))
        .collect();
    let mut parts: Vec<Part> = inside.iter().map(|of| of_crate(packages[of])).collect();
    for Carried {
        name,
        licence,
        address,
        texts,
    } in CARRIED
    {
        let (authors, texts) = match texts {
            Texts::Of(makers) => (makers, Vec::new()),
            Texts::Here(text) => ("", vec![read(&root().join(text))]),
            Texts::InCrate(source, texts) => {
                let of = inside
                    .iter()
                    .find(|(name, _)| *name == source)
                    .unwrap_or_else(|| panic!("{source} is not inside, and {name} is in it"));
                (
                    "",
                    texts
                        .iter()
                        .map(|text| read(&folder_of(packages[of]).join(text)))
                        .collect(),
                )
            }
        };
        let (name, expression, address, authors) = (
            name.to_owned(),
            licence.to_owned(),
            address.to_owned(),
            authors.to_owned(),
        );
        parts.push(Part {
            name,
            expression,
            address,
            authors,
            texts,
        });
    }
    parts
}

fn word<'a>(package: &'a Value, key: &str) -> &'a str {
    package[key].as_str().unwrap_or_default()
}

fn folder_of(package: &Value) -> PathBuf {
    Path::new(word(package, "manifest_path"))
        .parent()
        .expect("a manifest is in a folder")
        .to_owned()
}

fn of_crate(package: &Value) -> Part {
    let (name, version) = (word(package, "name"), word(package, "version"));
    let folder = folder_of(package);
    let is_text = |path: &PathBuf| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        path.is_file()
            && [
                "license",
                "licence",
                "copying",
                "copyright",
                "notice",
                "unlicense",
                "authors",
            ]
            .iter()
            .any(|start| name.starts_with(start))
    };
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("a crate has a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(is_text)
        .collect();
    files.extend(
        package["license_file"]
            .as_str()
            .map(|file| folder.join(file)),
    );
    files.sort();
    files.dedup();
    let authors = package["authors"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    Part {
        name: format!("{name} {version}"),
        expression: word(package, "license").to_owned(),
        address: format!("https://crates.io/crates/{name}/{version}"),
        authors: authors
            .map(|author| author.split(" <").next().unwrap_or(author))
            .collect::<Vec<_>>()
            .join(", "),
        texts: files.iter().map(|file| read(file)).collect(),
    }
}

fn read(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = String::from_utf8_lossy(&bytes)
        .replace("\r\n", "\n")
        .replace('\u{C}', "");
    text.trim_start_matches('\u{FEFF}')
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
        .trim_matches('\n')
        .to_owned()
}

/// Words that a text of a licence has and no other has, and the words that its conditions begin
/// with, where what stands above them is the names of its authors. The first that fits is it.
const KNOWN_BY: &[(&str, &str, Option<&str>)] = &[
    (
        "Apache-2.0 WITH LLVM-exception",
        "LLVM Exceptions to the Apache 2.0 License",
        None,
    ),
    (
        "Apache-2.0",
        "Apache License Version 2.0, January 2004",
        None,
    ),
    (
        "Unlicense",
        "free and unencumbered software released into the public domain",
        None,
    ),
    ("MPL-2.0", "Mozilla Public License Version 2.0 ====", None),
    ("CC0-1.0", "CC0 1.0 Universal", None),
    ("BSL-1.0", "Boost Software License - Version 1.0", None),
    ("BlueOak-1.0.0", "Blue Oak Model License", None),
    ("Unicode-3.0", "UNICODE LICENSE V3", None),
    (
        "IJG",
        "this software is based in part on the work of the Independent JPEG Group",
        None,
    ),
    ("OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1", None),
    (
        "BSD-3-Clause",
        "may be used to endorse or promote products derived",
        Some("Redistribution and use in source and binary forms"),
    ),
    (
        "BSD-2-Clause",
        "Redistribution and use in source and binary forms",
        Some("Redistribution and use in source and binary forms"),
    ),
    (
        "Zlib",
        "Altered source versions must be plainly marked as such",
        Some("This software is provided"),
    ),
    (
        "0BSD",
        "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted. THE SOFTWARE",
        Some("Permission to use"),
    ),
    (
        "ISC",
        "Permission to use, copy, modify, and",
        Some("Permission to use"),
    ),
    (
        "MIT",
        "The above copyright notice and this permission notice",
        Some("Permission is hereby granted"),
    ),
    (
        "MIT-0",
        "Permission is hereby granted, free of charge",
        Some("Permission is hereby granted"),
    ),
];

/// One text with all that have it in common.
#[derive(Default)]
struct Group {
    text: String,
    /// The parts, by what their text says of their authors.
    parts: BTreeMap<Vec<String>, Vec<String>>,
}

/// The whole file.
fn notices(parts: &[Part]) -> String {
    let place = |licence: &str| {
        ALLOWED
            .iter()
            .position(|(allowed, _)| *allowed == licence)
            .expect("only what is allowed is taken")
    };
    let mut groups: BTreeMap<(usize, String), Group> = BTreeMap::new();
    let mut without_text = Vec::new();
    for part in parts {
        let linked = format!("[{}]({})", part.name, part.address);
        let taken = taken(&part.expression).expect("only what is allowed is written down");
        let mut missing = taken.clone();
        for text in &part.texts {
            let collapsed = collapse(text);
            let known = KNOWN_BY
                .iter()
                .find(|(_, by, _)| collapsed.to_lowercase().contains(&by.to_lowercase()));
            let (at, begins) = match known {
                Some((licence, _, begins)) if taken.contains(licence) => {
                    missing.retain(|wanted| wanted != licence);
                    (place(licence), *begins)
                }
                // A licence that is offered and not taken.
                Some(_) => continue,
                // What the makers say besides.
                None => (ALLOWED.len(), None),
            };
            let (authors, conditions) =
                begins.map_or((Vec::new(), text.clone()), |begins| parted(text, begins));
            let group = groups.entry((at, collapse(&conditions))).or_default();
            group.text = conditions;
            group.parts.entry(authors).or_default().push(linked.clone());
        }
        without_text.extend(
            missing
                .into_iter()
                .map(|licence| (place(licence), linked.clone(), part.authors.clone())),
        );
    }
    // Whose package holds no text has the one that most have.
    for (at, linked, authors) in without_text {
        let most = groups
            .iter_mut()
            .filter(|((place, _), _)| *place == at)
            .max_by_key(|(_, group)| group.parts.len());
        let (_, group) = most.unwrap_or_else(|| {
            panic!(
                "nothing has the text of {}, which {linked} needs",
                ALLOWED[at].0
            )
        });
        let authors = if authors.is_empty() {
            Vec::new()
        } else {
            vec![format!("Copyright {authors}")]
        };
        group.parts.entry(authors).or_default().push(linked);
    }
    written(groups)
}

/// What the file begins with.
const HEAD: &str = "# Third-party notices\n\n\
         Inside oogst is the work of many others. This file names all of it that is compiled into the program, on any system, with the licence\n\
         that it is passed on under and the texts that go with it; where its makers offer a choice of licences, one is chosen. The address of\n\
         each part is where its source is had; none of them is changed. `oogst licences` prints this file.\n\n\
         It is made from Cargo.lock by `OOGST_REWRITE_EXPECTED=1 cargo test --test suite third_party`, and a test fails where it is out of date.\n";

fn written(groups: BTreeMap<(usize, String), Group>) -> String {
    let mut text = HEAD.to_owned();
    // What most have comes first.
    let mut groups: Vec<((usize, String), Group)> = groups.into_iter().collect();
    groups.sort_by_key(|((at, _), group)| {
        (
            *at,
            std::cmp::Reverse(group.parts.values().map(Vec::len).sum::<usize>()),
        )
    });
    for ((at, _), group) in groups {
        let title = ALLOWED
            .get(at)
            .map_or("What makers say besides", |(licence, _)| *licence);
        let _ = write!(text, "\n## {title}\n\n");
        for (authors, mut parts) in group.parts {
            parts.sort();
            parts.dedup();
            let authors = if authors.is_empty() {
                String::new()
            } else {
                format!(": {}", authors.join("; "))
            };
            let _ = writeln!(text, "- {}{authors}", parts.join(", "));
        }
        // No text holds four of them in a row.
        let _ = write!(text, "\n````text\n{}\n````\n", group.text);
    }
    text
}

/// The names above the conditions of a licence, line by line, and the conditions themselves.
fn parted(text: &str, begins: &str) -> (Vec<String>, String) {
    let lower = text.to_ascii_lowercase();
    // Lines may be broken anywhere, but not within the first words.
    let first: String = begins
        .to_lowercase()
        .split(' ')
        .take(3)
        .collect::<Vec<_>>()
        .join(" ");
    let Some(at) = lower.find(&first) else {
        return (Vec::new(), text.to_owned());
    };
    let bare = |line: &'_ str| {
        line.trim_start_matches(['*', '#', '/', '-', '=', '>', ' ', '\t'])
            .trim_end_matches(['*', ' '])
            .to_owned()
    };
    let authors = text[..at].lines().map(bare).filter(|line| !is_title(line));
    (authors.collect(), text[at..].to_owned())
}

/// Whether a line above the conditions only names the licence, or says nothing.
fn is_title(line: &str) -> bool {
    let lower = line.to_lowercase();
    line.is_empty() || lower.contains("licen") && line.len() < 60 && !lower.contains("copyright")
}

/// A text with one space wherever it has some, and one kind of quotes: what is the same then says
/// the same.
fn collapse(text: &str) -> String {
    let quoted = text.replace(['“', '”'], "\"").replace(['‘', '’', '`'], "'");
    quoted
        .split_whitespace()
        .filter(|word| !matches!(*word, "*" | "//" | "#" | ">"))
        .collect::<Vec<_>>()
        .join(" ")
}
