//! The README's map of the code names every room, and nothing that is not there.

use std::collections::BTreeSet;
use std::fs;

use super::root;

#[test]
fn the_map_of_the_readme_is_whole() {
    let readme = fs::read_to_string(root().join("README.md")).expect("there is a README");
    let named: BTreeSet<&str> = readme
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.starts_with("src/"))
        .map(|word| word.trim_end_matches('/'))
        .collect();
    let gone: Vec<&&str> = named
        .iter()
        .filter(|path| !root().join(path).exists())
        .collect();
    assert!(gone.is_empty(), "the README names {gone:?}");
    let rooms = fs::read_dir(root().join("src")).expect("there are sources");
    let missing: Vec<String> = rooms
        .map(|entry| entry.expect("it can be listed"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| format!("src/{}", entry.file_name().to_string_lossy()))
        .filter(|room| !named.contains(room.as_str()))
        .collect();
    assert!(missing.is_empty(), "the README does not name {missing:?}");
}
