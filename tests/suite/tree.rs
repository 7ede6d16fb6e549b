//! Folders as values: every file below a folder with its bytes or its time of change, and
//! comparisons that say what differs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// How many files a failed comparison shows; the rest is counted.
const SHOWN_FILES: usize = 3;
/// How many lines of each side it shows per file.
const SHOWN_LINES: usize = 4;
/// How much of a line it shows.
const SHOWN_WIDTH: usize = 400;
/// How much of that stands before what differs, where the line is longer.
const SHOWN_BEFORE: usize = 100;

/// Every file below a folder, by its path with `/`, with its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tree(pub(crate) BTreeMap<String, Vec<u8>>);

/// Every file below a folder with its time of change and size: what tells whether it was written
/// again.
pub(crate) type Stamps = BTreeMap<String, (SystemTime, u64)>;

impl Tree {
    /// Reads a folder; one that is not there is empty.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut tree = Self::default();
        each_file(folder, &mut |path, file| {
            tree.0.insert(
                path,
                fs::read(file).expect("a file of the folder can be read"),
            );
        });
        tree
    }

    /// Writes all files into a folder, in place of what was there. The folder itself stays the same
    /// one.
    pub(crate) fn replace(&self, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let removed = if is_folder {
                fs::remove_dir_all(entry.path())
            } else {
                fs::remove_file(entry.path())
            };
            removed.expect("what was there can be removed");
        }
        for (path, bytes) in &self.0 {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().expect("a file has a folder"))
                .expect("a folder can be made");
            fs::write(file, bytes).expect("a file can be written");
        }
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self
            .0
            .get(path)
            .unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is no text"))
    }

    /// Where a file of the look stands: in the one folder of assets, which is called by what is in it.
    #[track_caller]
    pub(crate) fn asset_path(&self, name: &str) -> String {
        let below = |path: &&String| {
            let (folder, inner) = path.strip_prefix("assets/")?.split_once('/')?;
            (folder.len() == 8 && inner == name).then_some(())
        };
        let mut found = self.0.keys().filter(|path| below(path).is_some());
        match (found.next(), found.next()) {
            (Some(path), None) => path.clone(),
            (first, second) => panic!("{name} is at {first:?} and {second:?}"),
        }
    }

    /// The bytes of a file of the look.
    #[track_caller]
    pub(crate) fn asset(&self, name: &str) -> &[u8] {
        &self.0[&self.asset_path(name)]
    }

    /// The pages: every `.html` file with its text.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .keys()
            .filter(|path| path.ends_with(".html"))
            .map(|path| (path.as_str(), self.text(path)))
    }

    /// Every file that is text, with it.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
    }

    /// Fails the test where `actual` is not this tree, byte for byte.
    #[track_caller]
    pub(crate) fn assert_same(&self, actual: &Self, promise: &str) {
        if let Some(difference) = self.difference(actual) {
            panic!("{promise}\n{difference}");
        }
    }

    /// Says how `actual` differs from this tree; `None` where it does not.
    pub(crate) fn difference(&self, actual: &Self) -> Option<String> {
        if self == actual {
            return None;
        }
        let mut said = String::new();
        let missing: Vec<&str> = self
            .0
            .keys()
            .filter(|path| !actual.0.contains_key(*path))
            .map(String::as_str)
            .collect();
        let extra: Vec<&str> = actual
            .0
            .keys()
            .filter(|path| !self.0.contains_key(*path))
            .map(String::as_str)
            .collect();
        let differing: Vec<&str> = self
            .0
            .iter()
            .filter(|(path, bytes)| actual.0.get(*path).is_some_and(|other| other != *bytes))
            .map(|(path, _)| path.as_str())
            .collect();
        for (what, paths) in [
            ("missing", &missing),
            ("extra", &extra),
            ("different", &differing),
        ] {
            if !paths.is_empty() {
                writeln!(said, "{} {what}: {}", paths.len(), some_of(paths))
                    .expect("text can be written");
            }
        }
        for path in differing.iter().take(SHOWN_FILES) {
            let (one, other) = (&self.0[*path], &actual.0[*path]);
            write!(said, "\n{path}\n{}", file_difference(one, other)).expect("text can be written");
        }
        Some(said)
    }
}

/// Every file below a folder with its stamp.
pub(crate) fn stamps(folder: &Path) -> Stamps {
    let mut stamps = Stamps::new();
    each_file(folder, &mut |path, file| {
        let facts = fs::symlink_metadata(file).expect("a file of the folder is there");
        stamps.insert(
            path,
            (
                facts.modified().expect("the system keeps times"),
                facts.len(),
            ),
        );
    });
    stamps
}

/// How two files differ that are not the same.
pub(crate) fn file_difference(expected: &[u8], actual: &[u8]) -> String {
    match (std::str::from_utf8(expected), std::str::from_utf8(actual)) {
        (Ok(expected), Ok(actual)) => first_difference(expected, actual),
        _ => format!(
            "  not text: {} and {} bytes\n",
            expected.len(),
            actual.len()
        ),
    }
}

/// The first lines in which two texts differ, with their numbers.
pub(crate) fn first_difference(expected: &str, actual: &str) -> String {
    let (expected, actual): (Vec<&str>, Vec<&str>) =
        (expected.split('\n').collect(), actual.split('\n').collect());
    let same = expected
        .iter()
        .zip(&actual)
        .take_while(|(one, other)| one == other)
        .count();
    let mut said = format!("  from line {}\n", same + 1);
    // Of a long line, what is shown begins shortly before what differs.
    let alike = match (expected.get(same), actual.get(same)) {
        (Some(one), Some(other)) => one
            .chars()
            .zip(other.chars())
            .take_while(|(one, other)| one == other)
            .count(),
        _ => 0,
    };
    for (sign, lines) in [('-', &expected), ('+', &actual)] {
        for (index, line) in lines.iter().skip(same).take(SHOWN_LINES).enumerate() {
            let left_out = match index {
                0 if alike > SHOWN_WIDTH - SHOWN_BEFORE => alike - SHOWN_BEFORE,
                _ => 0,
            };
            let shown: String = line.chars().skip(left_out).take(SHOWN_WIDTH).collect();
            let dots = if left_out > 0 { "…" } else { "" };
            writeln!(said, "  {sign} {dots}{shown}").expect("text can be written");
        }
    }
    said
}

/// How two sets of names differ; `None` where they do not.
pub(crate) fn names_differ(
    expected: &BTreeSet<String>,
    actual: &BTreeSet<String>,
) -> Option<String> {
    let missing: Vec<&str> = expected.difference(actual).map(String::as_str).collect();
    let extra: Vec<&str> = actual.difference(expected).map(String::as_str).collect();
    (expected != actual).then(|| {
        format!(
            "expected and missing:\n{}\nnot expected:\n{}",
            lines_of(&missing),
            lines_of(&extra)
        )
    })
}

fn lines_of(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("    \"{name}\",\n"))
        .collect()
}

/// The first of many paths, and how many more there are.
pub(crate) fn some_of(paths: &[&str]) -> String {
    const SOME: usize = 20;
    let shown = paths
        .iter()
        .take(SOME)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    if paths.len() > SOME {
        format!("{shown}, … and {} more", paths.len() - SOME)
    } else {
        shown
    }
}

/// Calls `found` for each file below `folder` that is no folder; links are not followed.
fn each_file(folder: &Path, found: &mut dyn FnMut(String, &Path)) {
    fn walk(root: &Path, folder: &Path, found: &mut dyn FnMut(String, &Path)) {
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for entry in entries {
            let entry = entry.expect("a folder can be listed");
            let path = entry.path();
            if entry.file_type().expect("an entry has a type").is_dir() {
                walk(root, &path, found);
            } else {
                let name = path
                    .strip_prefix(root)
                    .expect("it is below the folder")
                    .to_str()
                    .expect("names in tests are Unicode");
                found(name.replace(std::path::MAIN_SEPARATOR, "/"), &path);
            }
        }
    }
    walk(folder, folder, found);
}
