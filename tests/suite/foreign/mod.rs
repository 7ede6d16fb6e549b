//! A folder made by somebody else: whatever it carries, no command writes outside the site's own
//! output, reads a file outside the content into the site, or keeps anybody waiting. What lies in
//! `.oogst` came along, and is not obeyed.
#![cfg(unix)]

mod carried;
mod journals;
mod links;
mod owner;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{FileTypeExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use oogst::folder::Folder;
use oogst::state::{Seal, StateKey};
use tempfile::TempDir;

use crate::harness::{DAY, copy, tests};
use crate::program::{Ran, command, ran};

/// What no reader of the site may ever get.
const SECRET: &str = "geheim-7f3a";

/// What a person types, in an order in which a person may; each ends by itself.
const COMMANDS: [&[&str]; 6] = [
    &["check", "--date", DAY],
    &["verify"],
    &["build", "--date", DAY],
    &["publish", "--date", DAY],
    &["publish", "--record", "--date", DAY],
    &["verify", "--format", "json"],
];

/// A site as it came, beside what is none of its business.
struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    fn new() -> Self {
        let sandbox = Self {
            folder: TempDir::new().expect("a folder can be made"),
        };
        fs::create_dir(sandbox.at("site")).expect("a folder can be made");
        for part in ["oogst.toml", "content"] {
            copy(&tests().join("sites/klein").join(part), &sandbox.site(part));
        }
        sandbox.write("site/.git/config", SECRET);
        sandbox.write("site/.git/hooks/post-commit", SECRET);
        sandbox.write("site/.env", SECRET);
        sandbox.write("site/notities.txt", SECRET);
        sandbox.write("buiten/.ssh/authorized_keys", SECRET);
        sandbox.write(
            "buiten/geheim.md",
            format!("+++\ntitle = \"{SECRET}\"\n+++\n{SECRET}\n"),
        );
        sandbox.write("buiten/geheim.toml", format!("title = \"{SECRET}\"\n"));
        sandbox
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn site(&self, path: &str) -> PathBuf {
        self.at("site").join(path)
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.at(path);
        fs::create_dir_all(file.parent().expect("a file has a folder"))
            .expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    }

    fn link(&self, target: impl AsRef<Path>, path: &str) {
        let place = self.at(path);
        fs::create_dir_all(place.parent().expect("a link has a folder"))
            .expect("a folder can be made");
        symlink(target, place).expect("a link can be made");
    }

    fn pipe(&self, path: &str) {
        let place = self.at(path);
        fs::create_dir_all(place.parent().expect("a pipe has a folder"))
            .expect("a folder can be made");
        assert!(
            Command::new("mkfifo")
                .arg(place)
                .status()
                .expect("mkfifo can be started")
                .success()
        );
    }

    /// Runs the program as a user whose key is in this sandbox.
    fn run(&self, words: &[&str]) -> Ran {
        ran(command(&self.at("site"), words).env("XDG_STATE_HOME", self.at("staat")))
    }

    /// All that the program may not change.
    fn others(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        record(self.folder.path(), "", &mut found);
        let is_own = |path: &str| {
            ["site/output", "site/.oogst", "site/.output.oogst-", "staat"]
                .iter()
                .any(|own| path.starts_with(own))
        };
        found.retain(|path, _| !is_own(path));
        found
    }

    /// Fails where a file of the site says what it must not. What a link in it says is not the
    /// site's: no build made it.
    fn assert_keeps_the_secret(&self, when: &str) {
        let mut found = BTreeMap::new();
        record(&self.site("output"), "", &mut found);
        for (path, what) in found {
            assert!(!what.contains(SECRET), "{when}: {path} tells the secret");
        }
    }

    /// Runs every command; nothing but the output and the program's own folder changes, and what is
    /// promised.
    fn obeys_nothing(&self) -> Vec<Ran> {
        COMMANDS
            .iter()
            .map(|words| {
                let mut before = self.others();
                let ran = self.run(words);
                let mut after = self.others();
                if words.contains(&"--record") {
                    // What this command is for: ids in the content, and the list of addresses.
                    for others in [&mut before, &mut after] {
                        others.retain(|path, _| {
                            path != "site/addresses.toml"
                                && (!path.starts_with("site/content/") || path.contains("/."))
                        });
                    }
                }
                for (path, what) in &before {
                    assert_eq!(
                        after.get(path),
                        Some(what),
                        "{words:?} changed {path}:\n{}",
                        ran.err
                    );
                }
                let made: Vec<&String> = after
                    .keys()
                    .filter(|path| !before.contains_key(*path))
                    .collect();
                assert!(made.is_empty(), "{words:?} made {made:?}:\n{}", ran.err);
                assert!(
                    (0..=2).contains(&ran.code),
                    "{words:?} ended with {}:\n{}",
                    ran.code,
                    ran.err
                );
                self.assert_keeps_the_secret(&format!("{words:?}"));
                ran
            })
            .collect()
    }
}

/// Every file, folder and link below a folder, with what it holds; no link is followed.
fn record(folder: &Path, prefix: &str, found: &mut BTreeMap<String, String>) {
    if fs::symlink_metadata(folder).is_ok_and(|facts| facts.is_symlink()) {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().expect("the system says what it is");
        let what = if kind.is_symlink() {
            format!(
                "link to {}",
                fs::read_link(entry.path())
                    .expect("a link can be read")
                    .display()
            )
        } else if kind.is_dir() {
            record(&entry.path(), &format!("{name}/"), found);
            "folder".to_owned()
        } else if kind.is_fifo() {
            "pipe".to_owned()
        } else {
            String::from_utf8_lossy(&fs::read(entry.path()).expect("a file can be read"))
                .into_owned()
        };
        found.insert(name, what);
    }
}

/// The key of somebody else, in another folder.
fn somebody_elses_key() -> (TempDir, StateKey) {
    let folder = TempDir::new().expect("a folder can be made");
    fs::create_dir(folder.path().join(".oogst")).expect("a folder can be made");
    let key = StateKey::of_site(&Folder::open(folder.path()).expect("it is there"))
        .expect("the system says which folder it is");
    (folder, key)
}

type MovesAndTexts = (
    Vec<(String, String)>,
    Vec<(String, String, [u8; 32], Option<[u8; 32]>)>,
);

type Removals = (Vec<(String, (u64, i64))>, Vec<String>);

/// A journal of a change to texts, as this version seals it.
fn edits(
    moves: &[(&str, &str)],
    writes: &[(&str, &str)],
    waiting: &[u8],
    key: &StateKey,
) -> Vec<u8> {
    let own = |text: &str| text.to_owned();
    let journal: MovesAndTexts = (
        moves
            .iter()
            .map(|(from, to)| (own(from), own(to)))
            .collect(),
        writes
            .iter()
            .map(|(path, waits)| {
                (
                    own(path),
                    own(waits),
                    *blake3::hash(waiting).as_bytes(),
                    None,
                )
            })
            .collect(),
    );
    Seal {
        name: *b"oogst edits\n",
        version: 1,
    }
    .close(&journal, key)
}

/// A journal of a build, as this version seals it.
fn moves(location: &str, key: &StateKey) -> Vec<u8> {
    let nothing: Removals = (Vec::new(), Vec::new());
    Seal {
        name: *b"oogst moves\n",
        version: 2,
    }
    .close(&(location.to_owned(), 0_u32, nothing.clone(), nothing), key)
}
