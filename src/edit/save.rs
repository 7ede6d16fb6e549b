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
    let staged = stage(root, rewrite, read, &folder);
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
    carry_out(root, &journal).map_err(|cause| Error::Unfinished { cause: Box::new(cause) })
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
    let is_ours = |path: &str| SourcePath::new(path).as_str().split('/').all(|part| !matches!(part, "" | "." | "..")) && !Path::new(path).is_absolute();
    let all = journal.moves.iter().flat_map(|(from, to)| [from, to]).chain(journal.texts.iter().flat_map(|text| [&text.path, &text.waits_as]));
    if !all.into_iter().all(|path| is_ours(path)) {
        return Ok(false);
    }
    carry_out(root, &journal)?;
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

fn carry_out(root: &Path, journal: &Journal) -> Result<(), Error> {
    let folder = folder(root);
    for (from, to) in &journal.moves {
        let (from, to) = (root.join(from), root.join(to));
        if fs::symlink_metadata(&from).is_ok() && fs::symlink_metadata(&to).is_err() {
            fs::rename(&from, &to).map_err(Error::during(Operation::Move, &to))?;
        }
    }
    for text in &journal.texts {
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
