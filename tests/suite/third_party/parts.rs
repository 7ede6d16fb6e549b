//! The parts of the program, as cargo counts them, and the licence texts that each brings.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::root;

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

const CARRIED: [Carried; 4] = [
    Carried {
        name: "Rust’s standard library",
        licence: "MIT",
        address: "https://github.com/rust-lang/rust",
        texts: Texts::Of("The Rust Project Developers"),
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
        name: "Libertinus Serif",
        licence: "OFL-1.1",
        address: "https://github.com/alerque/libertinus",
        texts: Texts::Here("src/drawing/card/fonts/OFL.txt"),
    },
];

/// A part of the program that others made.
pub(super) struct Part {
    /// Its name, with its version where it has one.
    pub(super) name: String,
    /// What its licence is, as its makers wrote it.
    pub(super) expression: String,
    /// Where its source is.
    pub(super) address: String,
    /// Its makers, where its texts do not say.
    pub(super) authors: String,
    /// Its texts: of licences, and what its makers ask to be passed on.
    pub(super) texts: Vec<String>,
}

/// What cargo says when asked so. It fetches what is in the lock and not on this machine.
fn cargo(words: &[&str]) -> String {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let ran = Command::new(program)
        .args(words)
        // What the packages to install have inside.
        .args(["--locked", "--features", "publish"])
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
pub(super) fn parts() -> Vec<Part> {
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
    parts.extend(CARRIED.iter().map(|carried| {
        carried.part(|name| {
            let of = inside
                .iter()
                .find(|(inside, _)| *inside == name)
                .unwrap_or_else(|| panic!("{name} is not inside"));
            folder_of(packages[of])
        })
    }));
    parts
}

impl Carried {
    /// As a part, with its texts; the folder of a crate that carries it is asked for by its name.
    fn part(&self, folder_of: impl Fn(&str) -> PathBuf) -> Part {
        let (authors, texts) = match self.texts {
            Texts::Of(makers) => (makers, Vec::new()),
            Texts::Here(text) => ("", vec![read(&root().join(text))]),
            Texts::InCrate(carrier, texts) => {
                let folder = folder_of(carrier);
                (
                    "",
                    texts.iter().map(|text| read(&folder.join(text))).collect(),
                )
            }
        };
        Part {
            name: self.name.to_owned(),
            expression: self.licence.to_owned(),
            address: self.address.to_owned(),
            authors: authors.to_owned(),
            texts,
        }
    }
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
