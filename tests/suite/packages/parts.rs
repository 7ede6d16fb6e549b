//! The list of parts that goes with each package (`CycloneDX` 1.5,
//! <https://cyclonedx.org/docs/1.5/json/>): what is on it stands in the notices too, with its
//! licence, and nothing that only tests or compiling need.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use super::{named, packer, root, said, text};

/// What cargo says of the crates for a system.
fn cargo(words: &[&str]) -> String {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    said(
        Command::new(program)
            .args(words)
            .args(["--quiet", "--locked", "--all-features"])
            .current_dir(root()),
    )
}

/// The list for a system, as `scripts/package` asks for it.
fn parts(target: &str) -> Value {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let metadata = folder.path().join("metadata.json");
    let tree = folder.path().join("tree.txt");
    let known = ["metadata", "--format-version", "1", "--filter-platform"];
    fs::write(&metadata, cargo(&[known.as_slice(), &[target]].concat())).expect("it is written");
    let edges = ["--edges", "normal,no-proc-macro", "--prefix", "none"];
    let told = ["--format", "{p}", "--target", target];
    let lines = cargo(&[&["tree"], edges.as_slice(), &told].concat());
    let lines: BTreeSet<&str> = lines
        .lines()
        .map(|line| line.split(" (").next().unwrap_or(line))
        .collect();
    fs::write(&tree, Vec::from_iter(lines).join("\n")).expect("it is written");
    let path = |path: &std::path::Path| path.to_string_lossy().into_owned();
    let lock = root().join("Cargo.lock");
    let words = [path(&metadata), path(&tree), path(&lock)];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let list = said(&mut packer(
        &[&["parts"], words.as_slice(), &["musl=MIT"]].concat(),
    ));
    serde_json::from_str(&list).expect("the list is JSON")
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("it is a list")
}

#[test]
fn every_part_that_a_package_lists_is_in_the_notices() {
    let notices = text("THIRD-PARTY-NOTICES.md");
    for target in ["LINUX=", "WINDOWS="] {
        let target = named(&text("scripts/package"), &format!("readonly {target}"));
        let list = parts(target.first().expect("the script names it"));
        let mut missing = Vec::new();
        let mut references = BTreeSet::from([list["metadata"]["component"]["bom-ref"]
            .as_str()
            .expect("it is of a program")
            .to_owned()]);
        for part in array(&list["components"]) {
            let name = part["name"].as_str().expect("it has a name");
            let is_named = match part["version"].as_str() {
                Some(version) => {
                    part["hashes"][0]["content"].as_str().map(str::len) == Some(64)
                        && notices.contains(&format!(
                            "[{name} {version}](https://crates.io/crates/{name}/{version})"
                        ))
                }
                // Written with a sign that is no letter of a computer's.
                None => name == "musl" || notices.replace('’', "'").contains(&said_there(name)),
            };
            if !is_named || part["licenses"][0]["expression"].as_str().is_none() {
                missing.push(part.to_string());
            }
            references.insert(part["bom-ref"].as_str().expect("it is known").to_owned());
        }
        assert_eq!(missing, [] as [&str; 0], "for {target:?}");
        let loose: Vec<&Value> = array(&list["dependencies"])
            .iter()
            .flat_map(|asked| array(&asked["dependsOn"]))
            .filter(|part| !references.contains(part.as_str().unwrap_or_default()))
            .collect();
        assert_eq!(loose, [] as [&Value; 0], "what is asked for is on the list");
    }
}

/// What the notices call something that is no crate.
fn said_there(name: &str) -> String {
    if name == "Rust standard library" {
        "[Rust's standard library]".to_owned()
    } else {
        format!("[{name}]")
    }
}

#[test]
fn the_list_says_what_it_is_of_and_leaves_out_what_only_compiles() {
    let list = parts("x86_64-unknown-linux-musl");
    let names: BTreeSet<&str> = array(&list["components"])
        .iter()
        .filter_map(|part| part["name"].as_str())
        .collect();
    for (name, is_inside) in [
        ("serde_json", true),
        ("libwebp", true),
        ("mimalloc", true),
        ("musl", true),
        ("Libertinus Serif", true),
        ("windows-sys", false),
        ("clap_derive", false),
        ("proptest", false),
    ] {
        assert_eq!(names.contains(name), is_inside, "{name}");
    }
    let version = env!("CARGO_PKG_VERSION");
    let reference = format!("pkg:cargo/oogst@{version}");
    assert_eq!(
        (
            &list["bomFormat"],
            &list["specVersion"],
            &list["metadata"],
            array(&list["components"]).len()
        ),
        (
            &json!("CycloneDX"),
            &json!("1.5"),
            &json!({
                "timestamp": "2026-01-15T00:00:00Z",
                "component": {
                    "type": "application",
                    "bom-ref": reference,
                    "name": "oogst",
                    "version": version,
                    "purl": reference,
                    "licenses": [{ "expression": "MIT" }]
                }
            }),
            names_and_versions(&list).len()
        )
    );
}

/// Each part once.
fn names_and_versions(list: &Value) -> BTreeSet<(String, String)> {
    array(&list["components"])
        .iter()
        .map(|part| (part["name"].to_string(), part["version"].to_string()))
        .collect()
}
