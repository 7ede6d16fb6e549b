//! A folder made by somebody else: whatever it carries, no command writes outside the site's own
//! output, reads a file outside the content into the site, or keeps anybody waiting. What lies in
//! `.oogst` came along, and is not obeyed.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use oogst::folder::Folder;
use oogst::state::{Seal, StateKey};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::harness::{DAY, Site, copy, tests};
use crate::program::{Ran, command, ran};
use crate::tree::Tree;

/// What no reader of the site may ever get.
const SECRET: &str = "geheim-7f3a";

const EVENT: &str = "content/events/2025-techniekavond";

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

#[test]
fn a_journal_of_changes_that_came_along_is_carried_out_by_no_command() {
    let (_elsewhere, key) = somebody_elses_key();
    let hook = b"#!/bin/sh\necho kwaad\n";
    for (moves, path) in [
        (vec![], ".git/hooks/pre-commit"),
        (vec![], "uit/.ssh/authorized_keys2"),
        (vec![], "../buiten/nieuw"),
        (vec![], "content/kwaad.md"),
        (vec![], "addresses.toml"),
        (
            vec![("uit/geheim.md", "content/pages/geheim.md")],
            "content/kwaad.md",
        ),
        (
            vec![("../buiten/geheim.md", "content/pages/geheim.md")],
            "content/kwaad.md",
        ),
        (
            vec![(".env", "content/events/2025-techniekavond/media/env.txt")],
            "content/kwaad.md",
        ),
    ] {
        let as_of_old = serde_json::json!({
            "moves": moves,
            "texts": [{ "path": path, "waits_as": "0", "before": null }],
        });
        for journal in [
            as_of_old.to_string().into_bytes(),
            edits(&moves, &[(path, "0")], hook, &key),
        ] {
            let sandbox = Sandbox::new();
            sandbox.link("../buiten", "site/uit");
            sandbox.write("site/.oogst/edit/journal", journal);
            sandbox.write("site/.oogst/edit/0", hook);
            let ran = sandbox.obeys_nothing();
            assert_eq!(
                ran[2].code, 0,
                "the site is built all the same:\n{}",
                ran[2].err
            );
        }
    }
}

#[test]
fn a_journal_of_a_build_that_came_along_names_no_folder_to_write_in() {
    let (_elsewhere, key) = somebody_elses_key();
    for location in [
        "output",
        ".git/hooks",
        "../buiten",
        "content",
        ".",
        ".oogst/preview",
        "/tmp/oogst-kwaad",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write("site/.oogst/journal", moves(location, &key));
        for staging in [
            "site/.output.oogst-staging",
            "site/.git/.hooks.oogst-staging",
            "site/.git/hooks/.oogst-staging",
            ".buiten.oogst-staging",
        ] {
            sandbox.write(&format!("{staging}/pre-commit"), "#!/bin/sh\necho kwaad\n");
        }
        let ran = sandbox.obeys_nothing();
        assert_eq!(
            ran[2].code, 0,
            "{location}: the site is built all the same:\n{}",
            ran[2].err
        );
        assert!(
            !sandbox.site("output/pre-commit").exists(),
            "{location}: what was staged by somebody else is in the site"
        );
    }
}

#[test]
fn a_link_or_a_pipe_among_the_programs_own_files_is_not_followed() {
    for name in [
        "lock",
        "manifest",
        "manifest.next",
        "journal",
        "journal.next",
        "edit",
        "pictures",
        "preview",
        "replaced",
        "edit/journal",
    ] {
        for target in [
            "../../buiten/geheim.md",
            "../../buiten",
            "../notities.txt",
            "../nergens",
            "../content",
            "../.git/hooks",
        ] {
            let sandbox = Sandbox::new();
            sandbox.link(target, &format!("site/.oogst/{name}"));
            let ran = sandbox.obeys_nothing();
            assert_eq!(ran[2].code, 0, "{name} -> {target}:\n{}", ran[2].err);
        }
        let sandbox = Sandbox::new();
        sandbox.pipe(&format!("site/.oogst/{name}"));
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 0, "{name}, a pipe:\n{}", ran[2].err);
    }
}

#[test]
fn a_second_name_of_another_file_is_not_written() {
    let sandbox = Sandbox::new();
    fs::create_dir_all(sandbox.site(".oogst")).expect("a folder can be made");
    fs::hard_link(sandbox.site("notities.txt"), sandbox.site(".oogst/lock"))
        .expect("a second name can be given");
    let ran = sandbox.obeys_nothing();
    assert_eq!(ran[2].code, 0, "{}", ran[2].err);
}

#[test]
fn folders_of_the_programs_own_that_are_links_are_refused_in_words() {
    for (name, target) in [
        (".oogst", "../buiten"),
        ("output", "../buiten"),
        ("output", ".git/hooks"),
        (".oogst", "content"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.link(target, &format!("site/{name}"));
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 2, "{name} -> {target}: {}", ran[2].err);
        assert!(
            ran[2].err.contains("koppeling") && ran[2].err.contains(name),
            "{}",
            ran[2].err
        );
        // The way out, followed.
        fs::remove_file(sandbox.site(name)).expect("a link can be removed");
        assert_eq!(sandbox.run(&["build", "--date", DAY]).code, 0);
    }
}

#[test]
fn a_link_in_content_leads_to_what_can_be_seen_of_the_content_or_nowhere() {
    for target in [
        "../../../../.git/config",
        "../../../../.env",
        "../../../../oogst.toml",
        "../../../../notities.txt",
        "../../../../../buiten/geheim.md",
        "../../../.verborgen/a.txt",
        "/etc/passwd",
        "/dev/zero",
        "../../../../content",
        "rond.txt",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write("site/content/.verborgen/a.txt", SECRET);
        sandbox.link(target, &format!("site/{EVENT}/media/rond.txt"));
        sandbox.write(
            &format!("site/{EVENT}/bijlage.toml"),
            "[[materiaal]]\nbestand = \"media/rond.txt\"\ntitel = \"Bijlage\"\n",
        );
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 1, "{target}: {}", ran[2].err);
        assert!(
            ran[2].err.contains("link-leaves-site"),
            "{target}: {}",
            ran[2].err
        );
    }
    // To a file of the content, seen by everybody, it may lead.
    let sandbox = Sandbox::new();
    sandbox.write(&format!("site/{EVENT}/media/echt.txt"), "een lijst");
    sandbox.link("echt.txt", &format!("site/{EVENT}/media/rond.txt"));
    sandbox.write(
        &format!("site/{EVENT}/bijlage.toml"),
        "[[materiaal]]\nbestand = \"media/rond.txt\"\ntitel = \"Bijlage\"\n",
    );
    let ran = sandbox.obeys_nothing();
    assert_eq!(ran[2].code, 0, "{}", ran[2].err);
    let published = Tree::read(&sandbox.site("output"));
    assert!(
        published
            .0
            .iter()
            .any(|(path, bytes)| path.ends_with("rond.txt") && bytes == b"een lijst"),
        "it is not published"
    );
}

#[test]
fn settings_that_are_no_ordinary_file_end_at_once_and_tell_nothing() {
    let plain = |sandbox: &Sandbox, name: &str| {
        let _ = fs::remove_file(sandbox.site(name));
    };
    for name in ["oogst.toml", "addresses.toml"] {
        for target in [
            "/dev/zero",
            "../buiten/geheim.toml",
            ".git/config",
            "/dev/stdin",
        ] {
            let sandbox = Sandbox::new();
            plain(&sandbox, name);
            sandbox.link(target, &format!("site/{name}"));
            let ran = sandbox.obeys_nothing();
            assert_eq!(ran[2].code, 2, "{name} -> {target}: {}", ran[2].err);
            assert!(
                ran.iter()
                    .all(|ran| !ran.err.contains(SECRET) && !ran.out.contains(SECRET)),
                "{name} -> {target}: the message tells the secret"
            );
        }
        let sandbox = Sandbox::new();
        plain(&sandbox, name);
        sandbox.pipe(&format!("site/{name}"));
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 2, "{name}, a pipe: {}", ran[2].err);
    }
}

/// A file becomes a link and a file again while builds run: no build reads by the link, whatever it
/// saw before.
#[test]
fn a_file_that_becomes_a_link_while_it_is_built_is_not_followed() {
    let secret = TempDir::new().expect("a folder can be made");
    fs::write(secret.path().join("geheim.txt"), SECRET).expect("a file can be written");
    let mut site = Site::from("klein");
    site.write(&format!("{EVENT}/media/lijst.txt"), "een lijst");
    site.write(
        &format!("{EVENT}/bijlage.toml"),
        "[[materiaal]]\nbestand = \"media/lijst.txt\"\ntitel = \"Bijlage\"\n",
    );
    let (file, aside, link) = (
        site.at(&format!("{EVENT}/media/lijst.txt")),
        site.at("lijst.opzij"),
        site.at("lijst.link"),
    );
    let began = Instant::now();
    assert_eq!(
        crate::program::oogst(site.root(), &["build", "--quiet", "--date", DAY]).code,
        0
    );
    let usual = began.elapsed();
    let stop = AtomicBool::new(false);
    let mut built = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // It stays a file for none of the time that a build takes, up to twice that, and none
            // again.
            for round in 0_u32.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                // Each is one rename, so there is a file or a link at any moment.
                let _ = symlink(secret.path().join("geheim.txt"), &link)
                    .and_then(|()| fs::rename(&link, &file));
                let _ = fs::write(&aside, "een lijst").and_then(|()| fs::rename(&aside, &file));
                std::thread::sleep(usual.mul_f64(f64::from(round % 9) / 4.0));
            }
        });
        let until = Instant::now() + Duration::from_secs(8);
        while Instant::now() < until {
            let _ = fs::remove_dir_all(site.at("output"));
            // Refused for the link, failed for the swap, or built of the file: all are well.
            let ran = crate::program::oogst(site.root(), &["build", "--quiet", "--date", DAY]);
            built += usize::from(ran.code == 0);
            for (path, bytes) in Tree::read(&site.at("output")).0 {
                assert!(
                    !bytes
                        .windows(SECRET.len())
                        .any(|window| window == SECRET.as_bytes()),
                    "{path} tells the secret"
                );
            }
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert!(built > 0, "no build was done, so this shows nothing");
}

#[test]
fn to_look_writes_nothing_and_finishes_nothing() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["check", "--date", DAY]).code, 0);
    assert!(
        !sandbox.site(".oogst").exists() && !sandbox.at("staat").exists(),
        "check made something"
    );
    assert_eq!(sandbox.run(&["build", "--date", DAY]).code, 0);
    // A change of the user's own that was interrupted: the same key, the same folder.
    let folder = Folder::open(&sandbox.at("site")).expect("it is there");
    let key = fs::read(sandbox.at("staat/oogst/key")).expect("the user has a key");
    assert_eq!(key.len(), 32);
    drop(folder);
    let before = Tree::read(&sandbox.site(".oogst"));
    for words in [&["check", "--date", DAY] as &[&str], &["verify"]] {
        assert_eq!(sandbox.run(words).code, 0);
        before.assert_same(
            &Tree::read(&sandbox.site(".oogst")),
            "who looks changes nothing",
        );
    }
}

/// The user's key is what makes a file the program's own: where somebody else could have put it, it
/// makes nothing so.
#[test]
fn a_key_that_came_with_the_folder_or_that_others_may_write_is_none() {
    use std::os::unix::fs::PermissionsExt;
    let manifest_is_believed = |sandbox: &Sandbox, state: PathBuf| {
        let run =
            |words: &[&str]| ran(command(&sandbox.at("site"), words).env("XDG_STATE_HOME", &state));
        assert_eq!(run(&["build", "--date", DAY]).code, 0);
        let said = run(&["verify"]);
        assert_eq!(said.code, 0, "{}", said.err);
        !said.err.contains("kwam met de map mee")
    };
    let sandbox = Sandbox::new();
    assert!(manifest_is_believed(&sandbox, sandbox.at("staat")));
    let sandbox = Sandbox::new();
    assert!(
        !manifest_is_believed(&sandbox, sandbox.site("staat")),
        "a key within the folder"
    );
    let sandbox = Sandbox::new();
    sandbox.write("staat/oogst/key", [7; 32]);
    fs::set_permissions(
        sandbox.at("staat/oogst/key"),
        fs::Permissions::from_mode(0o666),
    )
    .expect("it can be opened to all");
    assert!(
        !manifest_is_believed(&sandbox, sandbox.at("staat")),
        "a key that anybody may write"
    );
    // A change that the next run could not finish is not begun, and the message says what to do.
    let refused = sandbox.run(&["publish", "--record", "--date", DAY]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(refused.err.contains("XDG_STATE_HOME"), "{}", refused.err);
    assert!(!sandbox.site("addresses.toml").exists());
    let recorded = ran(
        command(&sandbox.at("site"), &["publish", "--record", "--date", DAY])
            .env("XDG_STATE_HOME", sandbox.at("elders")),
    );
    assert_eq!(recorded.code, 0, "{}", recorded.err);
}

#[test]
fn a_folder_that_was_copied_starts_afresh_and_one_that_was_moved_does_not() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["build", "--date", DAY]).code, 0);
    let built = Tree::read(&sandbox.site("output"));
    fs::rename(sandbox.at("site"), sandbox.at("verhuisd")).expect("a folder can be moved");
    copy(&sandbox.at("verhuisd"), &sandbox.at("site"));
    let run = |folder: &str, words: &[&str]| {
        ran(command(&sandbox.at(folder), words).env("XDG_STATE_HOME", sandbox.at("staat")))
    };
    assert!(
        !run("verhuisd", &["verify"])
            .err
            .contains("kwam met de map mee")
    );
    let copied = run("site", &["verify"]);
    assert_eq!(copied.code, 0, "{}", copied.err);
    assert!(copied.err.contains("kwam met de map mee"), "{}", copied.err);
    let again = run("site", &["build", "--date", DAY]);
    assert_eq!(again.code, 0, "{}", again.err);
    built.assert_same(
        &Tree::read(&sandbox.site("output")),
        "it costs time and nothing else",
    );
    assert!(!run("site", &["verify"]).err.contains("kwam met de map mee"));
}

/// One thing that a folder may carry.
#[derive(Debug, Clone)]
enum Carried {
    Link(&'static str),
    Bytes(Vec<u8>),
    Edits(&'static str, &'static str),
    Moves(&'static str),
    Pipe,
    Folder,
}

const PLACES: [&str; 26] = [
    ".oogst",
    ".oogst/lock",
    ".oogst/manifest",
    ".oogst/manifest.next",
    ".oogst/journal",
    ".oogst/journal.next",
    ".oogst/edit",
    ".oogst/edit/journal",
    ".oogst/edit/0",
    ".oogst/pictures",
    ".oogst/pictures/used-4d1f6f6f2d0a",
    ".oogst/preview",
    ".oogst/preview/index.html",
    ".oogst/replaced",
    ".oogst/replaced/1",
    "output",
    "output/index.html",
    "output/bijeenkomsten",
    "output/.oogst-staging",
    ".output.oogst-staging",
    ".output.oogst-staging/index.html",
    "content/pages",
    "content/pages/over.md",
    "content/events/2025-techniekavond/media",
    "templates",
    "addresses.toml",
];

const TARGETS: [&str; 12] = [
    "../buiten",
    "../../buiten",
    "../../../buiten/geheim.md",
    "../buiten/geheim.toml",
    "../../.git/hooks",
    "../.git/config",
    ".git",
    "../.env",
    "content",
    "../content/events",
    "/dev/zero",
    "nergens",
];

fn carried() -> impl Strategy<Value = Carried> {
    let names = prop::sample::select(
        &[
            ".git/hooks/pre-commit",
            "../buiten/nieuw",
            "content/x.md",
            "addresses.toml",
            "/tmp/oogst-x",
        ][..],
    );
    prop_oneof![
        4 => prop::sample::select(&TARGETS[..]).prop_map(Carried::Link),
        2 => prop::collection::vec(any::<u8>(), 0..200).prop_map(Carried::Bytes),
        2 => (names.clone(), names).prop_map(|(one, other)| Carried::Edits(one, other)),
        1 => prop::sample::select(&["output", ".git/hooks", "../buiten", "content"][..]).prop_map(Carried::Moves),
        1 => Just(Carried::Pipe),
        1 => Just(Carried::Folder),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_folder_carries_nothing_outside_its_output_changes_and_nothing_hidden_is_published(
        things in prop::collection::vec((prop::sample::select(&PLACES[..]), carried()), 1..6)
    ) {
        let (_elsewhere, key) = somebody_elses_key();
        let sandbox = Sandbox::new();
        for (place, thing) in things {
            let path = format!("site/{place}");
            let at = sandbox.at(&path);
            // The first one that takes a place has it, and none is put behind a link.
            let mut above = at.ancestors().skip(1).take_while(|folder| *folder != sandbox.at("site"));
            if above.any(|folder| fs::symlink_metadata(folder).is_ok_and(|facts| !facts.is_dir())) {
                continue;
            }
            if fs::symlink_metadata(&at).is_ok_and(|facts| facts.is_dir()) {
                fs::remove_dir_all(&at).expect("a folder can be removed");
            } else if fs::symlink_metadata(&at).is_ok() {
                fs::remove_file(&at).expect("a file can be removed");
            }
            match thing {
                Carried::Link(target) => sandbox.link(target, &path),
                Carried::Bytes(bytes) => sandbox.write(&path, bytes),
                Carried::Edits(one, other) => sandbox.write(&path, edits(&[(one, other)], &[(other, "0")], b"kwaad", &key)),
                Carried::Moves(location) => sandbox.write(&path, moves(location, &key)),
                Carried::Pipe => sandbox.pipe(&path),
                Carried::Folder => fs::create_dir_all(&at).expect("a folder can be made"),
            }
        }
        sandbox.obeys_nothing();
    }
}
