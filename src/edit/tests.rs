//! Changes on a disk that fails at any operation, in any way: afterwards there is what was, or what
//! was meant, and never a part of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use tempfile::TempDir;

use super::Rewrite;
use super::save::{finish, finish_on, is_unfinished, save, save_on};
use super::steps::may_be_written;
use crate::error::Error;
use crate::folder::Folder;
use crate::output::RealDisk;
use crate::output::tests::fault::{DiskFault, FaultDisk};
use crate::source::SourcePath;

fn site() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    for (path, text) in [
        ("content/events/oud/event.md", "oud\r\n"),
        ("content/events/oud/ideeen/a.md", "een idee"),
        ("content/regios.toml", "\u{FEFF}regio"),
        ("content/blijft.toml", "blijft"),
    ] {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    }
    folder
}

fn rewrite() -> Rewrite {
    let path = SourcePath::new;
    Rewrite {
        moves: vec![
            (
                path("content/events/oud/ideeen/a.md"),
                path("content/events/oud/ideeen/b.md"),
            ),
            (path("content/events/oud"), path("content/events/nieuw")),
        ],
        texts: BTreeMap::from([
            (path("addresses.toml"), "adressen\n".into()),
            (path("content/events/nieuw/event.md"), "nieuw\n".into()),
            (
                path("content/events/nieuw/ideeen/b.md"),
                "een ander idee".into(),
            ),
            (path("content/regios.toml"), "andere regio".into()),
        ]),
        files: BTreeMap::from([(
            path("content/events/nieuw/media/foto.png"),
            b"plaatje".to_vec(),
        )]),
    }
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    fn walk(at: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(at).expect("a folder can be listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, root, found);
            } else {
                let name = path
                    .strip_prefix(root)
                    .expect("below")
                    .to_string_lossy()
                    .into_owned();
                found.insert(
                    name,
                    String::from_utf8_lossy(&fs::read(&path).expect("a file can be read"))
                        .into_owned(),
                );
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found.retain(|path, _| path != ".oogst/lock");
    found
}

/// What people see of it.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut found = files(folder);
    found.retain(|path, _| !path.starts_with(".oogst/edit/"));
    found
}

/// The hashes of what is there now.
fn hashes(folder: &Path) -> impl Fn(&SourcePath) -> Option<[u8; 32]> {
    move |path| {
        fs::read(folder.join(path.as_str()))
            .ok()
            .map(|bytes| *blake3::hash(&bytes).as_bytes())
    }
}

#[test]
fn a_new_file_takes_the_place_of_no_other() {
    let site = site();
    let (file, bytes) = ("content/events/oud/media/foto.png", b"van een ander");
    let place = site.path().join(file);
    fs::create_dir_all(place.parent().expect("a folder")).expect("a folder can be made");
    fs::write(&place, bytes).expect("a file can be written");
    let rewrite = Rewrite {
        texts: BTreeMap::from([(SourcePath::new("content/blijft.toml"), "nieuw".into())]),
        files: BTreeMap::from([(SourcePath::new(file), b"plaatje".to_vec())]),
        ..Rewrite::default()
    };
    let before = texts(site.path());
    let refused = save(site.path(), &rewrite, &hashes(site.path()));
    assert!(matches!(refused, Err(Error::ChangedMeanwhile { .. })));
    assert_eq!(texts(site.path()), before);
}

#[test]
fn a_change_keeps_the_mark_and_the_line_ends_of_each_file() {
    let site = site();
    save(site.path(), &rewrite(), &hashes(site.path())).expect("it is saved");
    let expected = [
        ("addresses.toml", "adressen\n"),
        ("content/blijft.toml", "blijft"),
        ("content/events/nieuw/event.md", "nieuw\r\n"),
        ("content/events/nieuw/ideeen/b.md", "een ander idee"),
        ("content/events/nieuw/media/foto.png", "plaatje"),
        ("content/regios.toml", "\u{FEFF}andere regio"),
    ];
    assert_eq!(
        files(site.path()),
        expected
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .into()
    );
}

/// Saves on a disk that fails in this way at this operation; gives whether it got as far.
fn save_failing(site: &Path, fault: DiskFault, at: usize) -> (Result<(), Error>, bool) {
    let folder = Folder::open(site).expect("it is there");
    let disk = FaultDisk::new(Box::new(RealDisk::new(folder.clone())), fault, at);
    let saved = save_on(&disk, &folder, &rewrite(), &hashes(site));
    (saved, disk.struck())
}

/// Saves, and is killed as soon as there is a journal.
fn save_killed_at_the_journal(site: &Path) {
    for at in 0.. {
        let (saved, _) = save_failing(site, DiskFault::KilledBefore, at);
        assert!(saved.is_err());
        if is_unfinished(site).expect("it can be read") {
            return;
        }
    }
}

#[test]
fn whoever_is_stopped_anywhere_is_finished_or_never_began() {
    let done = site();
    save(done.path(), &rewrite(), &hashes(done.path())).expect("it is saved");
    let (old, new) = (files(site().path()), files(done.path()));
    for fault in [
        DiskFault::KilledBefore,
        DiskFault::KilledWithin,
        DiskFault::KilledAfter,
        DiskFault::Refused(ErrorKind::StorageFull),
        DiskFault::Refused(ErrorKind::PermissionDenied),
    ] {
        let mut seen = BTreeMap::new();
        for at in 0.. {
            let when = format!("{fault:?} at operation {at}");
            let site = site();
            let (saved, struck) = save_failing(site.path(), fault, at);
            let now = texts(site.path());
            if saved.is_ok() {
                assert_eq!(now, new, "{when}: saved, they said");
            } else if matches!(fault, DiskFault::Refused(_))
                && !matches!(saved, Err(Error::Unfinished { .. }))
            {
                assert_eq!(now, old, "{when}: nothing was changed, they said");
            }
            let finished = finish(site.path()).expect("the next run finishes");
            let now = texts(site.path());
            assert!(now == old || now == new, "{when}: {now:?}");
            assert!(now == new || !finished, "{when}: what is finished is whole");
            *seen.entry(now == new).or_insert(0) += 1;
            // Whatever was left behind is in nobody's way.
            if now == old {
                save(site.path(), &rewrite(), &hashes(site.path())).expect("it is saved");
                assert_eq!(files(site.path()), new, "{when}");
            }
            if !struck {
                break;
            }
        }
        assert!(seen[&false] >= 2 && seen[&true] >= 6, "{fault:?}: {seen:?}");
    }
}

#[test]
fn a_change_that_is_finished_by_who_is_stopped_too_is_finished_by_the_next() {
    let done = site();
    save(done.path(), &rewrite(), &hashes(done.path())).expect("it is saved");
    let new = files(done.path());
    for at in 0.. {
        let site = site();
        save_killed_at_the_journal(site.path());
        let folder = Folder::open(site.path()).expect("it is there");
        let real = Box::new(RealDisk::new(folder.clone()));
        let disk = FaultDisk::new(real, DiskFault::KilledAfter, at);
        let _ = finish_on(&disk, &folder);
        finish(site.path()).expect("the next run finishes");
        assert_eq!(texts(site.path()), new, "stopped at operation {at}");
        if !disk.struck() {
            break;
        }
    }
}

#[test]
fn a_file_that_somebody_saved_in_between_is_left_alone() {
    let site = site();
    let before = hashes(site.path())(&SourcePath::new("content/regios.toml"));
    fs::write(site.path().join("content/regios.toml"), "van een ander")
        .expect("a file can be written");
    let old = files(site.path());
    let now = hashes(site.path());
    let read = |path: &SourcePath| {
        if path.as_str() == "content/regios.toml" {
            before
        } else {
            now(path)
        }
    };
    assert!(matches!(
        save(site.path(), &rewrite(), &read),
        Err(Error::ChangedMeanwhile { .. })
    ));
    assert_eq!(files(site.path()), old);
    // Nor is a change finished over it.
    save_killed_at_the_journal(site.path());
    fs::write(
        site.path().join("content/regios.toml"),
        "later van een ander",
    )
    .expect("a file can be written");
    assert!(finish(site.path()).expect("the next run finishes"));
    assert_eq!(
        files(site.path())["content/regios.toml"],
        "later van een ander"
    );
}

#[test]
fn nothing_is_moved_over_what_is_there() {
    let site = site();
    fs::create_dir_all(site.path().join("content/events/nieuw")).expect("a folder can be made");
    let old = files(site.path());
    assert!(matches!(
        save(site.path(), &rewrite(), &hashes(site.path())),
        Err(Error::Io { .. })
    ));
    assert_eq!(files(site.path()), old);
}

#[test]
fn a_journal_of_somebody_else_is_not_carried_out() {
    let (site, other) = (site(), site());
    save_killed_at_the_journal(other.path());
    // The folder comes along, journal, texts and all.
    fs::create_dir_all(site.path().join(".oogst/edit")).expect("a folder can be made");
    for entry in fs::read_dir(other.path().join(".oogst/edit"))
        .expect("a folder can be listed")
        .flatten()
    {
        fs::copy(
            entry.path(),
            site.path().join(".oogst/edit").join(entry.file_name()),
        )
        .expect("a file can be copied");
    }
    let before = files(site.path());
    assert!(!is_unfinished(site.path()).expect("it can be read"));
    assert!(!finish(site.path()).expect("it is passed over"));
    assert_eq!(files(site.path()), before);
    // In its own folder it is finished.
    assert!(finish(other.path()).expect("it is finished"));
}

#[test]
fn a_change_writes_texts_of_the_content_the_settings_and_nothing_else() {
    for (path, may) in [
        ("content/a.md", true),
        ("content/events/x/event.md", true),
        ("addresses.toml", true),
        ("content", false),
        ("oogst.toml", true),
        ("oogst.toml/x", false),
        ("addresses.toml/x", false),
        ("content/.git/config", false),
        ("content/../x", false),
        ("../x", false),
        ("/etc/x", false),
        ("", false),
        (".git/hooks/pre-commit", false),
        ("output/index.html", false),
    ] {
        assert_eq!(may_be_written(Path::new(path)), may, "{path}");
    }
}
