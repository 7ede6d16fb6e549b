//! The manuals and the README: what they tell people to type is typed, in order, in an empty
//! folder, and what they show is what comes of it.
//!
//! A block of commands (`console`, or `sh` in the README) is run; the block `text` behind it is all
//! that the last of them said. A comment before a block or table says what else becomes of it:
//!
//! | comment | what it does |
//! | --- | --- |
//! | `test: file <path>` | the block is written as this file |
//! | `test: add <path>` | the block is put at the end of this file |
//! | `test: holds <path>` | the block stands in this file |
//! | `test: example <kind>` | the block is the example of a kind, as `oogst show --example` has it |
//! | `test: list <path>` | the table is made into this workbook |
//! | `test: document <path>` | the block is made into this Word document |
//! | `test: run <command>` | a command that people have read about |
//! | `test: write <path>: <text>` | a file is written; ` / ` ends a line |
//! | `test: remove <path>` | this file or folder is removed |
//! | `test: report <path>` | a short Word document is put there |
//! | `test: programme <path>` | a programme of one part is put there |
//! | `test: photo <path>` | a photo is put there; nothing belongs to it |
//! | `test: change <path>: <old> => <new>` | the words are changed in this file |
//! | `test: refused` | the last of the commands ends with 1 |
//! | `test: folder` | an empty folder is begun |
//!
//! With `OOGST_REWRITE_EXPECTED=1` the blocks `text` are written anew; read the difference.

mod made;
mod read;
mod run;

use std::fs;
use std::mem::discriminant;
use std::path::{Path, PathBuf};

use oogst::app::cli::CommandLine;
use oogst::words::Language;

use self::read::{commands_in, sentences, steps, words};
use self::run::Folder;
use crate::harness::rewrites_expected;

/// Commands that are not run here, and why.
const NOT_RUN: &[(&str, &str)] = &[
    ("cargo install --locked --path .", COMPILES),
    ("cargo run --release --locked -- build", COMPILES),
    (
        "oogst serve --open",
        "it opens a browser and goes on until it is stopped",
    ),
    ("scripts/package", COMPILES),
    ("scripts/test", "it runs these tests"),
];

const COMPILES: &str = "it compiles the program, which the tests are run with already";

/// The manuals, and what is held to the same.
const MANUALS: [&str; 3] = ["docs/handleiding.md", "docs/manual.md", "README.md"];

/// Where a manual stands.
fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a manual.
fn text(name: &str) -> String {
    fs::read_to_string(place(name)).expect("the manual is there")
}

fn follow(name: &str) {
    let text = text(name);
    let mut folder = Folder::empty(name);
    let mut written: Vec<String> = text.lines().map(|line| format!("{line}\n")).collect();
    for step in steps(name, &text) {
        if let Some(said) = folder.take(&step) {
            let block = step.line..step.line + step.text.lines().count();
            written[block].iter_mut().for_each(String::clear);
            let lines = said
                .lines()
                .map(|line| format!("{:1$}{line}\n", "", step.indented));
            // The line that opens the block keeps what is put behind it.
            written[step.line - 1].extend(lines);
        }
    }
    if rewrites_expected() {
        fs::write(place(name), written.concat()).expect("the manual can be written");
    }
}

#[test]
fn what_the_dutch_manual_tells_comes_true() {
    follow("docs/handleiding.md");
}

#[test]
fn what_the_english_manual_tells_comes_true() {
    follow("docs/manual.md");
}

#[test]
fn what_the_readme_tells_comes_true() {
    follow("README.md");
}

#[test]
fn every_command_within_a_sentence_is_understood() {
    for name in MANUALS {
        for command in commands_in(&text(name)) {
            let mut words = words(command);
            // A command's name alone only names it.
            if words.len() == 2 {
                words.push("--help".to_owned());
            }
            let read = oogst::app::cli::read(&words, Language::Nl);
            assert!(
                !matches!(read, CommandLine::Wrong(_)),
                "{name}: {command}: {read:?}"
            );
        }
    }
}

#[test]
fn what_is_not_run_is_told_somewhere() {
    let all = MANUALS.map(text).concat();
    for (command, reason) in NOT_RUN {
        assert!(
            all.contains(&format!("\n{command}\n")),
            "{command}: {reason}"
        );
    }
}

#[test]
fn both_manuals_are_built_alike() {
    let built = |name: &str| {
        let text = text(name);
        let headings = sentences(&text).filter(|line| line.starts_with('#'));
        let depths: Vec<usize> = headings
            .map(|line| line.bytes().take_while(|byte| *byte == b'#').count())
            .collect();
        let acts: Vec<_> = steps(name, &text)
            .iter()
            .map(|step| discriminant(&step.act))
            .collect();
        (depths, acts)
    };
    assert_eq!(built("docs/handleiding.md"), built("docs/manual.md"));
}
