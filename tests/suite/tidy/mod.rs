//! The rules of the house that a compiler does not hold: which room may import which, who may open
//! which door, what a name means, and what may not be left lying about. Each rule reads the sources,
//! as text or as tokens; each exception stands in a list, with its reason.

mod circles;
mod doors;
mod left_undone;
mod lengths;
mod map;
mod names;
mod rooms;
mod templates;
mod tokens;
mod versions;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::tree::Tree;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program's sources, by their path below `src/`.
fn sources() -> BTreeMap<String, String> {
    Tree::read(&root().join("src"))
        .texts()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// Every file that was written to be run: sources, tests, scripts, templates.
fn all_written() -> BTreeMap<String, String> {
    let mut written = BTreeMap::new();
    for folder in [
        "src",
        "tests/suite",
        "tests/fuzz",
        "benches",
        "scripts",
        ".ci",
        "themes",
    ] {
        for (path, text) in Tree::read(&root().join(folder)).texts() {
            written.insert(format!("{folder}/{path}"), text.to_owned());
        }
    }
    // The checkers that npm installs stand among ours.
    for entry in fs::read_dir(root().join("tests/pages"))
        .into_iter()
        .flatten()
        .flatten()
    {
        let path = entry.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "mjs" || extension == "js")
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            written.insert(
                format!("tests/pages/{name}"),
                fs::read_to_string(path).expect("a script can be read"),
            );
        }
    }
    written
}

/// The lines that are no comment, with their numbers.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(index, line)| (index + 1, line))
}
