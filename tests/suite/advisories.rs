//! Known leaks in what others made: every crate of `Cargo.lock` is looked up in a database of
//! advisories, where one is given.
//!
//! `OOGST_TEST_ADVISORIES=<folder>` names a checkout of the `RustSec` advisory database
//! (github.com/rustsec/advisory-db); the test then fails where a crate has a leak that a later
//! version mends, and where the database cannot be read. Without it the test says that it did not
//! look: no test fetches anything by itself. What is only informational (a crate that nobody keeps
//! any more, or that is used unsoundly with ease) is said and is no failure.

use std::fs;
use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};
use toml::{Table, Value};

use crate::harness::{tell, tests};

/// What the database says of the crates that are used.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    /// Leaks, one a line.
    leaks: Vec<String>,
    /// What is worth knowing and is no leak.
    notes: Vec<String>,
    /// How many advisories were read.
    read: usize,
}

#[test]
fn no_crate_has_a_known_leak_where_a_database_is_given() {
    let Some(database) =
        std::env::var_os("OOGST_TEST_ADVISORIES").filter(|folder| !folder.is_empty())
    else {
        tell(
            "NOT LOOKED AT: no database of advisories is given (OOGST_TEST_ADVISORIES); whether a crate has a known leak is not shown by this run",
        );
        return;
    };
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock"))
        .expect("there is a lock");
    let found = looked_up(&lock, Path::new(&database))
        .unwrap_or_else(|problem| panic!("the advisories cannot be read: {problem}"));
    for note in &found.notes {
        tell(&format!("note: {note}"));
    }
    assert!(
        found.leaks.is_empty(),
        "crates with a known leak:\n{}",
        found.leaks.join("\n")
    );
    tell(&format!(
        "{} advisories were looked at, and no crate has a leak that they name",
        found.read
    ));
}

/// Looks up every crate that a lock takes from a registry.
fn looked_up(lock: &str, database: &Path) -> Result<Found, String> {
    let lock: Table = lock
        .parse()
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    let mut found = Found::default();
    let crates = database.join("crates");
    if !crates.is_dir() {
        return Err(format!("there is no folder {}", crates.display()));
    }
    for package in lock
        .get("package")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let word = |key: &str| package.get(key).and_then(Value::as_str);
        let (Some(name), Some(version), Some(_)) = (word("name"), word("version"), word("source"))
        else {
            continue;
        };
        let version =
            Version::parse(version).map_err(|error| format!("{name} {version}: {error}"))?;
        for path in files(&crates.join(name)) {
            let wrong = |problem: &str| format!("{}: {problem}", path.display());
            let text = fs::read_to_string(&path).map_err(|error| wrong(&error.to_string()))?;
            let advisory = Advisory::of(&text).map_err(|problem| wrong(&problem))?;
            found.read += 1;
            if advisory.package != name {
                return Err(wrong("it is about another crate than its folder says"));
            }
            if advisory.is_withdrawn || advisory.fine.iter().any(|fine| fine.matches(&version)) {
                continue;
            }
            let line = format!("{name} {version}: {} ({})", advisory.title, advisory.id);
            match advisory.informational {
                Some(kind) => found.notes.push(format!("{line}, {kind}")),
                None => found.leaks.push(line),
            }
        }
    }
    Ok(found)
}

/// The advisories of one crate, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    files
}

/// One advisory, as far as it says whether a version has the leak (docs: "Advisory Format" of the
/// database's README).
struct Advisory {
    id: String,
    package: String,
    title: String,
    is_withdrawn: bool,
    informational: Option<String>,
    /// The versions that do not have it: mended, or never touched.
    fine: Vec<VersionReq>,
}

impl Advisory {
    /// Reads the facts between "```toml" and "```", and the heading below them.
    fn of(text: &str) -> Result<Self, String> {
        let (facts, rest) = text
            .split_once("```toml")
            .and_then(|(_, facts)| facts.split_once("```"))
            .ok_or("there are no facts between ```toml and ```")?;
        let facts: Table = facts
            .parse()
            .map_err(|error: toml::de::Error| error.message().to_owned())?;
        let advisory = facts
            .get("advisory")
            .and_then(Value::as_table)
            .ok_or("there is no [advisory]")?;
        let word = |key: &str| advisory.get(key).and_then(Value::as_str).map(str::to_owned);
        let mut fine = Vec::new();
        let versions = facts
            .get("versions")
            .and_then(Value::as_table)
            .ok_or("there is no [versions]")?;
        for key in ["patched", "unaffected"] {
            let listed = versions.get(key).map_or(Some(&[] as &[Value]), |list| {
                list.as_array().map(Vec::as_slice)
            });
            for range in listed.ok_or_else(|| format!("`{key}` is no list"))? {
                let range = range
                    .as_str()
                    .ok_or_else(|| format!("`{key}` holds what is no range of versions"))?;
                fine.push(VersionReq::parse(range).map_err(|error| format!("`{range}`: {error}"))?);
            }
        }
        Ok(Self {
            id: word("id").ok_or("there is no `id`")?,
            package: word("package").ok_or("there is no `package`")?,
            title: rest
                .lines()
                .find_map(|line| line.strip_prefix("# "))
                .unwrap_or("an advisory without a title")
                .trim()
                .to_owned(),
            is_withdrawn: advisory.contains_key("withdrawn"),
            informational: word("informational"),
            fine,
        })
    }
}

/// A lock of made-up crates: their versions, and whether they come from a registry.
fn lock(crates: &[(&str, &str, bool)]) -> String {
    let of = |(name, version, is_fetched): &(&str, &str, bool)| {
        let source = if *is_fetched {
            "source = \"registry+https://example.org/index\"\n"
        } else {
            ""
        };
        format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n{source}\n")
    };
    crates.iter().map(of).collect()
}

#[test]
fn a_leak_is_one_where_no_mended_and_no_untouched_version_is_used() {
    // `tests/advisories/` is a small database of invented crates.
    let database = tests().join("advisories");
    let of = |name: &str, version: &str| {
        looked_up(
            &lock(&[(name, version, true), ("onbesproken", "1.0.0", true)]),
            &database,
        )
        .expect("it can be read")
    };
    for (version, leaks) in [
        ("0.9.9", 0),
        ("1.0.0", 1),
        ("1.2.2", 1),
        ("1.2.3", 0),
        ("1.4.0", 0),
        ("2.0.0", 1),
        ("2.0.0-rc.1", 1),
        ("2.0.1", 0),
        ("3.0.0", 0),
    ] {
        let found = of("verzonnen-lek", version);
        assert_eq!(found.leaks.len(), leaks, "{version}: {found:?}");
        assert!(
            found.notes.is_empty() && found.read == 2,
            "one of the two was withdrawn: {found:?}"
        );
    }
    let leak = &of("verzonnen-lek", "1.0.0").leaks[0];
    assert_eq!(
        leak,
        "verzonnen-lek 1.0.0: Leest voorbij het einde (RUSTSEC-2099-0001)"
    );
    let left = of("verzonnen-verlaten", "7.0.0");
    assert_eq!(
        (left.leaks.len(), left.notes.as_slice()),
        (
            0,
            [
                "verzonnen-verlaten 7.0.0: Niemand houdt dit bij (RUSTSEC-2099-0003), unmaintained"
                    .to_owned()
            ]
            .as_slice()
        )
    );
    // Two versions of one crate, and one of our own that happens to have the name.
    let several = lock(&[
        ("verzonnen-lek", "1.0.0", true),
        ("verzonnen-lek", "3.0.0", true),
        ("verzonnen-lek", "1.1.0", false),
    ]);
    assert_eq!(
        looked_up(&several, &database)
            .expect("it can be read")
            .leaks
            .len(),
        1
    );
}

#[test]
fn a_database_that_cannot_be_read_is_no_clean_bill() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let of = |text: &str| {
        let crates = folder.path().join("crates/kapot");
        fs::create_dir_all(&crates).expect("a folder can be made");
        fs::write(crates.join("RUSTSEC-2099-0009.md"), text).expect("a file can be written");
        looked_up(&lock(&[("kapot", "1.0.0", true)]), folder.path()).expect_err("it cannot be read")
    };
    assert!(
        looked_up("", folder.path()).is_err(),
        "an empty folder is no database"
    );
    for (text, problem) in [
        ("# Geen feiten\n", "no facts"),
        ("```toml\n[advisory\n```\n", ""),
        ("```toml\n[versions]\n```\n", "[advisory]"),
        (
            "```toml\n[advisory]\nid = \"x\"\npackage = \"kapot\"\n```\n",
            "[versions]",
        ),
        (
            "```toml\n[advisory]\nid = \"x\"\npackage = \"kapot\"\n[versions]\npatched = [\"later\"]\n```\n",
            "later",
        ),
        (
            "```toml\n[advisory]\nid = \"x\"\npackage = \"kapot\"\n[versions]\npatched = \"1\"\n```\n",
            "patched",
        ),
        (
            "```toml\n[advisory]\nid = \"x\"\npackage = \"anders\"\n[versions]\npatched = []\n```\n",
            "another crate",
        ),
    ] {
        let said = of(text);
        assert!(
            said.contains("RUSTSEC-2099-0009.md") && said.contains(problem),
            "{said}"
        );
    }
}
