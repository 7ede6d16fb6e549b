//! A library whose messages are matched is of one version.

use std::fs;

use super::root;

#[test]
fn a_library_whose_messages_are_read_is_of_one_version() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("there is a manifest");
    for (library, reader) in [
        ("toml", "src/schema/toml_problem.rs"),
        ("tera", "src/look/problem.rs"),
    ] {
        assert!(root().join(reader).is_file(), "{reader} reads its messages");
        let wanted = manifest
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{library} = ")))
            .unwrap_or_else(|| panic!("{library} is a dependency"));
        assert!(
            wanted.starts_with("\"=") || wanted.contains("version = \"="),
            "{library} may come in another version, which words its messages otherwise: {wanted}"
        );
    }
}
