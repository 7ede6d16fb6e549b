//! What people install, as far as it can be held without compiling it: the script that makes it
//! (`scripts/package`) and what it makes it of, the archives, and the list of parts. That the
//! packages themselves work is what the script looks at, each time it made them.

mod archives;
mod parts;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text of the repository.
fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What a command said. It ends well.
fn said(command: &mut Command) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().expect("it can be started");
    assert!(
        status.success(),
        "{command:?}\n{}",
        String::from_utf8_lossy(&stderr)
    );
    String::from_utf8(stdout).expect("it writes UTF-8")
}

/// The packer, for files of one moment.
fn packer(words: &[&str]) -> Command {
    let mut command = Command::new("python3");
    command
        .arg(root().join("scripts/packaging/pack.py"))
        .args(words)
        .env("SOURCE_DATE_EPOCH", "1768435200");
    command
}

/// The names behind each place where a word stands, up to a sign that is in no name.
fn named(text: &str, before: &str) -> BTreeSet<String> {
    text.match_indices(before)
        .map(|(place, _)| {
            let rest = &text[place + before.len()..];
            let end = rest.find(['"', ' ', '\n', '{']).unwrap_or(rest.len());
            rest[..end].to_owned()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn files_of(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder can be listed");
    let files = entries.map(|entry| entry.expect("it can be listed").path());
    files.filter(|path| path.is_file()).collect()
}

#[test]
fn what_packages_are_made_of_is_there_and_nothing_besides() {
    let wanted = named(&text("scripts/package"), "$OURS/");
    let there: BTreeSet<String> = files_of("scripts/packaging")
        .iter()
        .filter_map(|path| path.file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    assert_eq!(wanted, there);
    assert!(
        text(".gitignore").lines().any(|line| line == "/dist"),
        "what is made is no part of the sources"
    );
}

#[test]
fn version_and_compiler_are_said_once() {
    let manifest: toml::Table = text("Cargo.toml").parse().expect("a manifest is TOML");
    let package = &manifest["package"];
    let version = package["version"].as_str().expect("it has a version");
    assert_eq!(version, env!("CARGO_PKG_VERSION"));
    let mut with_version = files_of("scripts/packaging");
    with_version.push(root().join("scripts/package"));
    with_version.retain(|path| {
        let text = fs::read_to_string(path).expect("it is a text");
        text.contains(&format!("{version}-")) || text.contains(&format!("oogst {version}"))
    });
    assert_eq!(with_version, [] as [PathBuf; 0]);
    // The compiler of packages is the oldest that the sources are promised to work with.
    let oldest = package["rust-version"].as_str().expect("it names one");
    assert_eq!(
        named(&text("scripts/package"), "RUST="),
        BTreeSet::from([format!("{oldest}.0")])
    );
    // `oogst --version` knows each feature that a package may have.
    let told = text("src/app/cli/version.rs");
    let features = manifest.get("features").and_then(toml::Value::as_table);
    for feature in features.into_iter().flat_map(toml::Table::keys) {
        assert!(
            feature == "default" || told.contains(&format!("cfg!(feature = \"{feature}\")")),
            "src/app/cli/version.rs does not tell of {feature}"
        );
    }
}

#[test]
fn what_the_installer_puts_down_it_takes_away() {
    let installer = text("scripts/packaging/windows.nsi");
    let mut put = named(&installer, "File \"${FOLDER}\\");
    let taken = named(&installer, "Delete \"$INSTDIR\\");
    put.insert("uninstall.exe".to_owned());
    assert_eq!(put, taken);
    // All of it is that of one person: nothing that asks for an administrator.
    assert!(installer.contains("RequestExecutionLevel user\n"));
    for line in installer.lines().filter(|line| line.contains("Reg")) {
        assert!(
            line.contains(" HKCU ") || line.contains("InstallDirRegKey"),
            "{line}"
        );
    }
}

#[test]
fn scripts_can_be_read_and_stop_at_what_fails() {
    let mut scripts = files_of("scripts");
    scripts.push(root().join(".ci/run"));
    assert!(scripts.len() >= 3, "{scripts:?}");
    for script in scripts {
        let text = fs::read_to_string(&script).expect("a script is a text");
        assert!(
            text.starts_with("#!/usr/bin/env bash\n# ") && text.contains("\nset -euo pipefail\n"),
            "{} says what it is and stops at what fails",
            script.display()
        );
        said(Command::new("bash").arg("-n").arg(&script));
    }
}

#[test]
fn a_word_that_the_script_does_not_know_makes_nothing() {
    let ran = Command::new("bash")
        .arg(root().join("scripts/package"))
        .arg("--everything")
        .output()
        .expect("there is a shell");
    assert_eq!(
        (
            ran.status.code(),
            String::from_utf8_lossy(&ran.stdout).as_ref(),
            String::from_utf8_lossy(&ran.stderr).as_ref()
        ),
        (
            Some(2),
            "",
            "usage: scripts/package [--check]\n\nMISLUKT / FAILED: het begin / the start (exit code 2)\n"
        )
    );
}
