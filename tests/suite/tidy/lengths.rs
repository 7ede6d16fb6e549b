//! A file opens with its promise, and is no longer than a person reads at one go.

use std::collections::BTreeMap;

use super::all_written;

/// Tables that would not be read better in two files, with the most lines that they may have.
const LONG_FILES: &[(&str, usize, &str)] = &[
    (
        "src/schema/kinds.rs",
        1_620,
        "the one table of all kinds and fields",
    ),
    ("src/diagnostic/codes.rs", 540, "the one table of all codes"),
];

/// The most lines of a file that has no reason to be longer.
const LONGEST: usize = 400;

#[test]
fn a_file_opens_with_its_promise_and_is_no_longer_than_can_be_read() {
    let mut wrong = Vec::new();
    for (path, text) in all_rust() {
        if !text.starts_with("//! ") {
            wrong.push(format!(
                "{path} does not begin with what it promises (`//! …`)"
            ));
        }
        let lines = text.lines().count();
        let most = LONG_FILES
            .iter()
            .find(|(long, ..)| *long == path)
            .map_or(LONGEST, |(_, most, _)| *most);
        if lines > most {
            wrong.push(format!(
                "{path} has {lines} lines: there are two files in it"
            ));
        }
    }
    for (path, _, reason) in LONG_FILES {
        let lines = all_rust().get(*path).map_or(0, |text| text.lines().count());
        if lines <= LONGEST {
            wrong.push(format!(
                "{path} is not long any more, so it needs no reason ({reason})"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every Rust file, by its path below the repository's root.
fn all_rust() -> BTreeMap<String, String> {
    all_written()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .collect()
}
