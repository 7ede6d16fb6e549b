//! Everything that can be wrong, with what is said of it in both languages.
//!
//! `tests/diagnostics/<code>/` holds a small site with that mistake in `site/` and what the program
//! says, whole, in `expected.nl.txt` and `expected.en.txt`. Five more files are for what a site in
//! git cannot hold: `before/` is laid over the copied site (an output folder), `size` names files
//! and how large they are made, `names` holds paths of more files as TOML writes them, with
//! escapes, `index` is what git would keep as `.git/index`, `command` says which command to run
//! where `check` does not show the mistake. A mistake in a table of another program has that table in
//! `import/` in the place of a site: see [`crate::tables::said_of`]. A few folders more show several mistakes at once: the
//! order they are told in, and that nothing is told that follows from another.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use oogst::diagnostic::{Code, Severity};

use crate::harness::{DAY, Site, copy, rewrites_expected, tests};
use crate::program::oogst;
use crate::tables::said_of;
use crate::tree::first_difference;

/// Sites with more than one mistake.
const TOGETHER: [&str; 6] = [
    "alleen-de-eerste",
    "bom-en-crlf",
    "in-het-engels",
    "lege-bestanden",
    "tien-fouten",
    "toml-fouten",
];

#[test]
fn every_code_has_a_fixture_and_every_fixture_a_code() {
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.id().to_owned()).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "a code's name is its own");
    let fixtures: BTreeSet<String> = fs::read_dir(tests().join("diagnostics"))
        .expect("there are fixtures")
        .map(|entry| {
            entry
                .expect("a folder can be listed")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let codes = codes
        .into_iter()
        .chain(TOGETHER.map(str::to_owned))
        .collect();
    if let Some(difference) = crate::tree::names_differ(&codes, &fixtures) {
        panic!("codes without a fixture, and fixtures without a code\n{difference}");
    }
}

#[test]
fn everything_that_can_be_wrong_is_said_as_written_down() {
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    // Each run of the program is short; one after the other would leave the other cores idle.
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(code) = Code::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = compared(*code);
                    failures
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .extend(found);
                }
            });
        }
    });
    let mut failures = failures
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    failures.sort();
    assert!(
        failures.is_empty(),
        "{} of the messages differ\n\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn several_mistakes_are_told_in_order_and_without_what_follows_from_them() {
    let failures: Vec<String> = TOGETHER
        .iter()
        .flat_map(|name| compared_as(name, |_, _, _| Vec::new()))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is not as expected in one code's fixture.
fn compared(code: Code) -> Vec<String> {
    compared_as(code.id(), |name, exit, said| {
        let mut failures = Vec::new();
        if !said.contains(&format!("[{}]", code.id())) {
            failures.push(format!("{name} does not tell of {}\n{said}", code.id()));
        }
        // A fixture of a warning or hint may hold nothing worse, and one of an error ends in one.
        if (exit == 1) != (code.severity() == Severity::Error) || exit > 1 {
            failures.push(format!("{name}: the exit code is {exit}"));
        }
        failures
    })
}

/// What is not as expected in a fixture; `check` looks at the name of the expectation, the exit
/// code and what was said.
fn compared_as(fixture: &str, check: impl Fn(&str, i32, &str) -> Vec<String>) -> Vec<String> {
    let folder = tests().join("diagnostics").join(fixture);
    let mut failures = Vec::new();
    if !folder.join("site").is_dir() && !is_table(&folder) {
        return vec![format!("{fixture}: there is no fixture")];
    }
    for language in ["nl", "en"] {
        let name = format!("{fixture}/expected.{language}.txt");
        let (exit, said) = said(&folder, language);
        let file = folder.join(format!("expected.{language}.txt"));
        if rewrites_expected() {
            fs::write(file, &said).expect("an expectation can be written");
        } else {
            match fs::read_to_string(file) {
                Ok(expected) if expected == said => {}
                Ok(expected) => {
                    failures.push(format!("{name}\n{}", first_difference(&expected, &said)));
                }
                Err(_) => failures.push(format!("{name} is missing; it would be\n{said}")),
            }
        }
        if is_unfilled(&said) {
            failures.push(format!("{name} has a gap that nothing fills\n{said}"));
        }
        failures.extend(check(&name, exit, &said));
    }
    failures
}

/// The site of a fixture, laid out.
pub(crate) fn laid_out(folder: &Path) -> Site {
    let site = Site::empty();
    copy(&folder.join("site"), site.root());
    copy(&folder.join("before"), site.root());
    for line in fs::read_to_string(folder.join("size"))
        .unwrap_or_default()
        .lines()
    {
        let (path, bytes) = line
            .split_once(' ')
            .expect("a size is a path and a number of bytes");
        // Nothing is written: the file has its size and no blocks.
        let file = fs::File::options()
            .create(true)
            .append(true)
            .open(site.at(path))
            .expect("a file can be opened");
        file.set_len(bytes.trim().parse().expect("a number of bytes"))
            .expect("a file can be made larger");
    }
    for line in fs::read_to_string(folder.join("names"))
        .unwrap_or_default()
        .lines()
    {
        let names: toml::Table = format!("path = {line}")
            .parse()
            .expect("a name is a string of TOML");
        let file = site.at(names["path"].as_str().expect("a name is a string"));
        fs::create_dir_all(file.parent().expect("a file has a folder"))
            .expect("a folder can be made");
        fs::write(file, "").expect("a file can be written");
    }
    if folder.join("index").is_file() {
        fs::create_dir(site.at(".git")).expect("a folder can be made");
        copy(&folder.join("index"), &site.at(".git/index"));
    }
    site
}

/// Whether a fixture is a table of another program.
fn is_table(folder: &Path) -> bool {
    folder.join("import").is_dir()
}

/// The command that shows a fixture's mistake.
pub(crate) fn command_of(folder: &Path) -> String {
    if is_table(folder) {
        return "import".to_owned();
    }
    fs::read_to_string(folder.join("command")).unwrap_or_else(|_| "check".to_owned())
}

/// What the program says of the fixture, and its exit code.
fn said(folder: &Path, language: &str) -> (i32, String) {
    if is_table(folder) {
        return said_of(folder, language);
    }
    let site = laid_out(folder);
    let command = command_of(folder);
    let mut arguments: Vec<&str> = command.split_whitespace().collect();
    arguments.extend(["--lang", language]);
    // There the day is that of a new event, or none.
    if !["import", "new", "export", "schema"].contains(&arguments[0]) {
        arguments.extend(["--date", DAY]);
    }
    let ran = oogst(site.root(), &arguments);
    assert_eq!(ran.out, "", "diagnostics are for people here");
    (ran.code, ran.err)
}

/// Whether a message still has the name of an argument between braces.
fn is_unfilled(said: &str) -> bool {
    said.split('{').skip(1).any(|rest| {
        rest.split_once('}').is_some_and(|(name, _)| {
            [
                "id", "key", "kind", "value", "known", "example", "path", "file", "way", "place",
                "problem", "what", "why", "column", "header", "first", "second", "other", "map",
                "length", "code", "expected", "found",
            ]
            .contains(&name)
        })
    })
}
