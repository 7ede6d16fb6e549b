//! The rooms have an order, that of the data, and a room imports no later one.

use std::collections::BTreeSet;

use super::{code_lines, sources};

/// The rooms in the order of the data. The first row is the vocabulary, which everything speaks; a
/// room imports the rows above its own.
const ROOMS: &[&[&str]] = &[
    &[
        "source",
        "id",
        "colour",
        "diagnostic",
        "encode",
        "words",
        "stable_hash",
        "error",
        "folder",
        "state",
    ],
    &["drawing"],
    &["markdown"],
    &["schema"],
    &["reference"],
    &["config"],
    &["pictures"],
    &["input"],
    &["privacy"],
    &["records"],
    &["intake"],
    &["plan"],
    &["pages"],
    &["look"],
    &["search"],
    &["feeds"],
    &["output"],
    &["edit"],
    &["export"],
    &["pipeline"],
    &["takeover"],
    &["online"],
    &["publish"],
    &["advice"],
    &["serve"],
    &["desk"],
    &["app"],
    &["main", "lib"],
];

#[test]
fn a_room_imports_no_later_room() {
    let position = |room: &str| {
        ROOMS
            .iter()
            .position(|row| row.contains(&room))
            .unwrap_or_else(|| panic!("{room} has no place in ROOMS"))
    };
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let own = room_of(&path);
        for (number, line) in code_lines(&text) {
            for other in imported(line) {
                if position(&other) <= position(&own) {
                    continue;
                }
                wrong.push(format!(
                    "src/{path}:{number} imports {other}, which comes after {own}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_is_declared_and_none_climbs_out_by_super() {
    let rooms: BTreeSet<String> = sources().keys().map(|path| room_of(path)).collect();
    let placed: BTreeSet<String> = ROOMS
        .iter()
        .flat_map(|row| row.iter().map(|room| (*room).to_owned()))
        .collect();
    assert_eq!(rooms, placed, "the rooms of src/ and their order");
    for (path, text) in sources() {
        // `src/schema/read.rs` is two modules deep, `src/schema/mod.rs` one.
        let depth = path.trim_end_matches("/mod.rs").matches('/').count() + 1;
        for (number, line) in code_lines(&text) {
            let climbs = line.matches("super::").count();
            let is_inner = line.starts_with(' ');
            assert!(
                climbs < depth + usize::from(is_inner),
                "src/{path}:{number} leaves its room by `super`; say `crate::` so that this test sees it"
            );
        }
    }
}

/// The room of a file: `content` for `content/read.rs`, `cli` for `cli.rs`.
fn room_of(path: &str) -> String {
    path.split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs")
        .to_owned()
}

/// The rooms that a line names: `crate::plan::…` and `crate::{config, plan::page}`.
fn imported(line: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let ident = |text: &str| {
            text.chars()
                .take_while(|character| character.is_ascii_alphanumeric() || *character == '_')
                .collect::<String>()
        };
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut starts = true;
                for (place, character) in group.char_indices() {
                    match character {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => starts = true,
                        ' ' => {}
                        _ if starts => {
                            rooms.push(ident(&group[place..]));
                            starts = false;
                        }
                        _ => {}
                    }
                }
            }
            None => rooms.push(ident(rest)),
        }
    }
    // A macro or type at the root of the crate would be neither; there are none.
    rooms.retain(|room| !room.is_empty());
    rooms
}

#[test]
fn the_rooms_that_a_line_names_are_found() {
    assert_eq!(
        imported("use crate::{config, plan::page::{A, B}, words};"),
        ["config", "plan", "words"]
    );
    assert_eq!(
        imported("    let x = crate::plan::path::parent(crate::id::Id);"),
        ["plan", "id"]
    );
    assert_eq!(imported("pub(crate) fn x() {}"), [] as [&str; 0]);
}
