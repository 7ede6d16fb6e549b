//! Puts a [`Rewrite`] on disk, all of it or nothing. The new texts are written aside first; then a journal says what is to happen, and only
//! then files are replaced, each in one step. Who is stopped half-way is finished by the next command. A file that somebody changed in the
//! meantime is left alone.

#![expect(clippy::disallowed_methods, reason = "this file is one of the doors to the disk")]

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Rewrite;
use crate::error::{Error, Operation};
use crate::output::lock_site;
use crate::source::SourcePath;

/// What is being carried out. Paths are below the site's folder.
#[derive(Debug, Serialize, Deserialize)]
struct Journal {
    moves: Vec<(String, String)>,
    texts: Vec<Staged>,
}

/// A text that waits to be put in its place.
#[derive(Debug, Serialize, Deserialize)]
struct Staged {
    path: String,
    /// Its name in the folder of waiting texts.
    waits_as: String,
    /// The hash of the file that it replaces; `None` where there is none.
    before: Option<String>,
}

fn folder(root: &Path) -> PathBuf {
    root.join(".oogst/edit")
}

/// Carries a change out.
///
/// # Errors
/// When the machine refuses, or a file changed since it was read (`read` gives the hash it had then): nothing is changed in that case.
pub fn save(root: &Path, rewrite: &Rewrite, read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>) -> Result<(), Error> {
    save_while(root, rewrite, read, &mut || Ok(()))
}

/// The same, asking before each step whether to go on: tests stop it anywhere.
fn save_while(
    root: &Path,
    rewrite: &Rewrite,
    read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
    go_on: &mut dyn FnMut() -> Result<(), Error>,
) -> Result<(), Error> {
    if rewrite.is_empty() {
        return Ok(());
    }
    let _lock = lock_site(root)?;
    let folder = folder(root);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(Error::during(Operation::Remove, &folder)(error)),
        _ => {}
    }
    fs::create_dir_all(&folder).map_err(Error::during(Operation::CreateFolder, &folder))?;
    go_on()?;
    let staged = stage(root, rewrite, read, &folder);
    go_on()?;
    let journal = match staged {
        Ok(texts) => Journal { moves: rewrite.moves.iter().map(|(from, to)| (from.to_string(), to.to_string())).collect(), texts },
        Err(error) => {
            let _ = fs::remove_dir_all(&folder);
            return Err(error);
        }
    };
    for (_, to) in &journal.moves {
        let place = root.join(to);
        if fs::symlink_metadata(&place).is_ok() {
            let _ = fs::remove_dir_all(&folder);
            return Err(Error::during(Operation::Move, &place)(ErrorKind::AlreadyExists.into()));
        }
    }
    let (next, file) = (folder.join("journal.next"), folder.join("journal"));
    let bytes = serde_json::to_vec(&journal).expect("a journal is plain text");
    write_through(&next, &bytes)?;
    fs::rename(&next, &file).map_err(Error::during(Operation::Move, &file))?;
    sync_folder(&folder);
    carry_out(root, &journal, go_on).map_err(|cause| Error::Unfinished { cause: Box::new(cause) })
}

/// Finishes what was stopped half-way; gives whether there was anything.
///
/// # Errors
/// When the machine refuses; the next run tries again.
pub fn finish(root: &Path) -> Result<bool, Error> {
    let file = folder(root).join("journal");
    if fs::symlink_metadata(&file).is_err() {
        return Ok(false);
    }
    let _lock = lock_site(root)?;
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(false),
        Err(error) => return Err(Error::during(Operation::Read, &file)(error)),
    };
    // A journal that cannot be read was never complete, so nothing was begun.
    let Ok(journal) = serde_json::from_slice::<Journal>(&bytes) else { return Ok(false) };
    let is_ours =
        |path: &str| SourcePath::new(path).as_str().split('/').all(|part| !matches!(part, "" | "." | "..")) && !Path::new(path).is_absolute();
    let all = journal.moves.iter().flat_map(|(from, to)| [from, to]).chain(journal.texts.iter().flat_map(|text| [&text.path, &text.waits_as]));
    if !all.into_iter().all(|path| is_ours(path)) {
        return Ok(false);
    }
    carry_out(root, &journal, &mut || Ok(()))?;
    Ok(true)
}

fn stage(root: &Path, rewrite: &Rewrite, read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>, folder: &Path) -> Result<Vec<Staged>, Error> {
    let mut staged = Vec::with_capacity(rewrite.texts.len());
    for (number, (path, text)) in rewrite.texts.iter().enumerate() {
        let now = root.join(rewrite.former_place_of(path).as_str());
        let old = match fs::read(&now) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(Error::during(Operation::Read, &now)(error)),
        };
        let before = old.as_ref().map(|bytes| *blake3::hash(bytes).as_bytes());
        if before != read(&rewrite.former_place_of(path)) {
            return Err(Error::ChangedMeanwhile { path: now });
        }
        let waits_as = number.to_string();
        let file = folder.join(&waits_as);
        write_through(&file, &in_style_of(text, old.as_deref()))?;
        if let Ok(facts) = fs::metadata(&now) {
            let _ = fs::set_permissions(&file, facts.permissions());
        }
        staged.push(Staged { path: path.to_string(), waits_as, before: before.map(|hash| blake3::Hash::from_bytes(hash).to_hex().to_string()) });
    }
    Ok(staged)
}

/// The text with the byte order mark and the line ends of the file that it replaces.
fn in_style_of(text: &str, old: Option<&[u8]>) -> Vec<u8> {
    const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
    let old = old.unwrap_or_default();
    let mut bytes = if old.starts_with(MARK) { MARK.to_vec() } else { Vec::new() };
    if old.windows(2).any(|pair| pair == b"\r\n") {
        bytes.extend(text.replace('\n', "\r\n").into_bytes());
    } else {
        bytes.extend(text.as_bytes());
    }
    bytes
}

fn carry_out(root: &Path, journal: &Journal, go_on: &mut dyn FnMut() -> Result<(), Error>) -> Result<(), Error> {
    let folder = folder(root);
    for (from, to) in &journal.moves {
        go_on()?;
        let (from, to) = (root.join(from), root.join(to));
        if fs::symlink_metadata(&from).is_ok() && fs::symlink_metadata(&to).is_err() {
            fs::rename(&from, &to).map_err(Error::during(Operation::Move, &to))?;
        }
    }
    for text in &journal.texts {
        go_on()?;
        let waits = folder.join(&text.waits_as);
        if fs::symlink_metadata(&waits).is_err() {
            continue;
        }
        // A link is written through: the file that it leads to is meant.
        let place = root.join(&text.path);
        let place = fs::canonicalize(&place).unwrap_or(place);
        let now = fs::read(&place).ok().map(|bytes| blake3::hash(&bytes).to_hex().to_string());
        // Whatever else stands there came after us, and stays.
        if now == text.before {
            put(&waits, &place)?;
        }
    }
    go_on()?;
    let file = folder.join("journal");
    fs::remove_file(&file).map_err(Error::during(Operation::Remove, &file))?;
    // What is left there, the next change clears away.
    let _ = fs::remove_dir_all(&folder);
    Ok(())
}

/// Puts a waiting text in its place, in one step.
fn put(waits: &Path, place: &Path) -> Result<(), Error> {
    match fs::rename(waits, place) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let beside = place.with_file_name(format!(".{name}.oogst-new"));
            fs::copy(waits, &beside).map_err(Error::during(Operation::Copy, &beside))?;
            fs::rename(&beside, place).map_err(Error::during(Operation::Move, place))?;
        }
        Err(error) => return Err(Error::during(Operation::Move, place)(error)),
    }
    if let Some(folder) = place.parent() {
        sync_folder(folder);
    }
    Ok(())
}

fn write_through(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = File::create(path).map_err(Error::during(Operation::Write, path))?;
    file.write_all(bytes).map_err(Error::during(Operation::Write, path))?;
    file.sync_all().map_err(Error::during(Operation::Sync, path))
}

/// Where a system cannot do this for folders, there is no better to be had.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use tempfile::TempDir;

    use super::{finish, save, save_while};
    use crate::edit::Rewrite;
    use crate::error::Error;
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
                (path("content/events/oud/ideeen/a.md"), path("content/events/oud/ideeen/b.md")),
                (path("content/events/oud"), path("content/events/nieuw")),
            ],
            texts: BTreeMap::from([
                (path("addresses.toml"), "adressen\n".to_owned()),
                (path("content/events/nieuw/event.md"), "nieuw\n".to_owned()),
                (path("content/events/nieuw/ideeen/b.md"), "een ander idee".to_owned()),
                (path("content/regios.toml"), "andere regio".to_owned()),
            ]),
        }
    }

    fn files(folder: &Path) -> BTreeMap<String, String> {
        fn walk(at: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
            for entry in fs::read_dir(at).expect("a folder can be listed").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    walk(&path, root, found);
                } else {
                    let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                    found.insert(name, fs::read_to_string(&path).expect("a text"));
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(folder, folder, &mut found);
        found.retain(|path, _| path != ".oogst/lock");
        found
    }

    /// The hashes of what is there now.
    fn hashes(folder: &Path) -> impl Fn(&SourcePath) -> Option<[u8; 32]> {
        move |path| fs::read(folder.join(path.as_str())).ok().map(|bytes| *blake3::hash(&bytes).as_bytes())
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
            ("content/regios.toml", "\u{FEFF}andere regio"),
        ];
        assert_eq!(files(site.path()), expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
    }

    #[test]
    fn whoever_is_stopped_anywhere_is_finished_or_never_began() {
        let done = site();
        save(done.path(), &rewrite(), &hashes(done.path())).expect("it is saved");
        let (old, new) = (files(site().path()), files(done.path()));
        let mut seen = BTreeMap::new();
        for stop in 0.. {
            let site = site();
            let mut step = 0;
            let stopped = save_while(site.path(), &rewrite(), &hashes(site.path()), &mut || {
                step += 1;
                if step > stop { Err(Error::Cancelled) } else { Ok(()) }
            });
            let finished = finish(site.path()).expect("the next run finishes");
            let mut now = files(site.path());
            now.retain(|path, _| !path.starts_with(".oogst/edit/"));
            assert!(now == old || now == new, "stopped at step {stop}: {now:?}");
            assert!(now == new || !finished, "what is finished is whole");
            *seen.entry(now == new).or_insert(0) += 1;
            // Whatever was left behind is in nobody's way.
            if now == old {
                save(site.path(), &rewrite(), &hashes(site.path())).expect("it is saved");
                assert_eq!(files(site.path()), new);
            }
            if stopped.is_ok() {
                break;
            }
        }
        assert!(seen[&false] >= 2 && seen[&true] >= 6, "{seen:?}");
    }

    #[test]
    fn a_file_that_somebody_saved_in_between_is_left_alone() {
        let site = site();
        let before = hashes(site.path())(&SourcePath::new("content/regios.toml"));
        fs::write(site.path().join("content/regios.toml"), "van een ander").expect("a file can be written");
        let old = files(site.path());
        let now = hashes(site.path());
        let read = |path: &SourcePath| if path.as_str() == "content/regios.toml" { before } else { now(path) };
        assert!(matches!(save(site.path(), &rewrite(), &read), Err(Error::ChangedMeanwhile { .. })));
        assert_eq!(files(site.path()), old);
        // Nor is a change finished over it.
        let mut steps = 0;
        let stopped = save_while(site.path(), &rewrite(), &hashes(site.path()), &mut || {
            steps += 1;
            if steps > 4 { Err(Error::Cancelled) } else { Ok(()) }
        });
        assert!(stopped.is_err());
        fs::write(site.path().join("content/regios.toml"), "later van een ander").expect("a file can be written");
        assert!(finish(site.path()).expect("the next run finishes"));
        assert_eq!(files(site.path())["content/regios.toml"], "later van een ander");
    }

    #[test]
    fn nothing_is_moved_over_what_is_there() {
        let site = site();
        fs::create_dir_all(site.path().join("content/events/nieuw")).expect("a folder can be made");
        let old = files(site.path());
        assert!(matches!(save(site.path(), &rewrite(), &hashes(site.path())), Err(Error::Io { .. })));
        assert_eq!(files(site.path()), old);
    }

    #[test]
    fn a_journal_that_leads_elsewhere_is_not_followed() {
        let site = site();
        let elsewhere = TempDir::new().expect("a folder can be made");
        fs::create_dir_all(site.path().join(".oogst/edit")).expect("a folder can be made");
        fs::write(site.path().join(".oogst/edit/0"), "kwaad").expect("a file can be written");
        let outside = elsewhere.path().join("x").to_string_lossy().into_owned();
        for path in [outside.as_str(), "../x", "content/../../x"] {
            let journal = format!("{{\"moves\":[],\"texts\":[{{\"path\":\"{path}\",\"waits_as\":\"0\",\"before\":null}}]}}");
            fs::write(site.path().join(".oogst/edit/journal"), journal).expect("a file can be written");
            assert!(!finish(site.path()).expect("it is passed over"));
        }
        assert!(files(elsewhere.path()).is_empty());
    }
}
