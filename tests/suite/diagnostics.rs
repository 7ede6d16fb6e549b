//! Everything that can be wrong, with what is said of it in both languages.
//!
//! `tests/diagnostics/<code>/` holds a small site with that mistake in `site/` and what the program says, whole, in `expected.nl.txt` and
//! `expected.en.txt`. Three more files are for what a site in git cannot hold: `before/` is laid over the copied site (an output folder),
//! `size` names files and how large they are made, `command` says which command to run where `check` does not show the mistake.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use oogst::diagnostic::{Code, Severity};

use crate::harness::{DAY, Site, copy, rewrites_expected, tests};
use crate::program::oogst;
use crate::tree::first_difference;

/// A site that shows how many mistakes read together; the only fixture that is no code's.
const TEN_MISTAKES: &str = "tien-fouten";

#[test]
fn every_code_has_a_fixture_and_every_fixture_a_code() {
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.id().to_owned()).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "a code's name is its own");
    let mut fixtures: BTreeSet<String> = fs::read_dir(tests().join("diagnostics"))
        .expect("there are fixtures")
        .map(|entry| entry.expect("a folder can be listed").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(fixtures.remove(TEN_MISTAKES), "the site with ten mistakes is there");
    if let Some(difference) = crate::tree::names_differ(&codes, &fixtures) {
        panic!("codes without a fixture, and fixtures without a code\n{difference}");
    }
}

#[test]
fn everything_that_can_be_wrong_is_said_as_written_down() {
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.id()).chain([TEN_MISTAKES]).collect();
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    // Each run of the program is short; one after the other would leave the other cores idle.
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = compared(name);
                    failures.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    failures.sort();
    assert!(failures.is_empty(), "{} of the messages differ\n\n{}", failures.len(), failures.join("\n"));
}

/// What is not as expected in one code's fixture.
fn compared(fixture: &str) -> Vec<String> {
    let folder = tests().join("diagnostics").join(fixture);
    let mut failures = Vec::new();
    if !folder.join("site").is_dir() {
        return vec![format!("{fixture}: there is no fixture")];
    }
    for language in ["nl", "en"] {
        let name = format!("{fixture}/expected.{language}.txt");
        let (exit, said) = told(&folder, language);
        let file = folder.join(format!("expected.{language}.txt"));
        if rewrites_expected() {
            fs::write(file, &said).expect("an expectation can be written");
        } else {
            match fs::read_to_string(file) {
                Ok(expected) if expected == said => {}
                Ok(expected) => failures.push(format!("{name}\n{}", first_difference(&expected, &said))),
                Err(_) => failures.push(format!("{name} is missing; it would be\n{said}")),
            }
        }
        let Some(code) = Code::ALL.iter().find(|code| code.id() == fixture) else { continue };
        if !said.contains(&format!("[{fixture}]")) {
            failures.push(format!("{name} does not tell of {fixture}\n{said}"));
        }
        if is_unfilled(&said) {
            failures.push(format!("{name} has a gap that nothing fills\n{said}"));
        }
        // A fixture of a warning may hold nothing worse, and one of an error ends in one.
        if (exit, code.severity()) != (1, Severity::Error) && (exit, code.severity()) != (0, Severity::Warning) {
            failures.push(format!("{name}: the exit code is {exit}"));
        }
    }
    failures
}

/// What the program says of the fixture, and its exit code.
fn told(folder: &Path, language: &str) -> (i32, String) {
    let site = Site::empty();
    copy(&folder.join("site"), site.root());
    copy(&folder.join("before"), site.root());
    for line in fs::read_to_string(folder.join("size")).unwrap_or_default().lines() {
        let (name, size) = line.split_once(' ').expect("a size is a path and a number of bytes");
        // Nothing is written: the file has its size and no blocks.
        let file = fs::File::options().create(true).append(true).open(site.at(name)).expect("a file can be opened");
        file.set_len(size.trim().parse().expect("a number of bytes")).expect("a file can be made larger");
    }
    let command = fs::read_to_string(folder.join("command")).unwrap_or_else(|_| "check".to_owned());
    let run = oogst(site.root(), &[command.trim(), "--lang", language, "--date", DAY]);
    assert_eq!(run.out, "", "diagnostics are for people here");
    (run.code, run.err)
}

/// Whether a message still has the name of an argument between braces.
fn is_unfilled(said: &str) -> bool {
    said.split('{')
        .skip(1)
        .any(|rest| rest.split_once('}').is_some_and(|(name, _)| ["id", "key", "kind", "value", "known", "example", "path", "file"].contains(&name)))
}
