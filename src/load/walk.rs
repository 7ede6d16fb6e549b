//! Walks a folder without leaving it: which files are there, in order of path. Links that lead out of the site are refused, files that systems
//! and editors leave behind are passed over.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::source::SourcePath;

/// A file that was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its path below the site's folder.
    pub(super) path: SourcePath,
    /// Where it is on disk.
    pub(super) disk: PathBuf,
    /// Its size in bytes.
    pub(super) size: u64,
    /// A hash of its size and time of change.
    pub(super) stamp: [u8; 32],
}

/// What a walk found.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// The files, in order of path.
    pub(super) files: Vec<Found>,
    /// Links that lead out, names that are one for people, and folders that lie too deep.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// So many folders within each other are read; deeper ones are no person's work.
const DEEPEST: usize = 32;

/// Every file below `folder`, named from `root`.
#[expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]
pub(super) fn walk(root: &Path, folder: &Path) -> Result<Walked, Error> {
    let mut walked = Walked::default();
    let home = std::fs::canonicalize(root).map_err(Error::during(Operation::Read, root))?;
    // A walk begins at its folder even where that is a link, so a link is refused before: nothing of what lies behind it is opened.
    if std::fs::symlink_metadata(folder).map_err(Error::during(Operation::Read, folder))?.is_symlink() {
        let below = folder.strip_prefix(root).unwrap_or(folder);
        walked.diagnostics.push(Diagnostic::of_path(Code::LinkLeavesSite, SourcePath::new(&below.to_string_lossy())));
        return Ok(walked);
    }
    let entries = walkdir::WalkDir::new(folder).follow_links(false).max_depth(DEEPEST).sort_by_file_name();
    for entry in entries.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_left_behind(&entry.file_name().to_string_lossy())) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                // A file that went while we walked is simply not there any more: an editor was saving.
                match error.into_io_error() {
                    Some(error) if error.kind() == ErrorKind::NotFound => continue,
                    Some(error) => return Err(Error::during(Operation::Read, &path)(error)),
                    None => continue,
                }
            }
        };
        if entry.file_type().is_dir() {
            // What is in the last of them is not read, and nobody may find that out from what the site lacks.
            if entry.depth() == DEEPEST {
                let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
                walked.diagnostics.push(Diagnostic::of_path(Code::FolderTooDeep, SourcePath::new(&below.to_string_lossy())).with("limit", DEEPEST));
            }
            continue;
        }
        let disk = entry.path().to_owned();
        let below = disk.strip_prefix(root).unwrap_or(&disk);
        let path = SourcePath::new(&below.to_string_lossy());
        if entry.file_type().is_symlink() {
            // A link to a file inside the site is read as that file; anything else is refused.
            let target = std::fs::canonicalize(&disk).ok().filter(|target| target.starts_with(&home) && target.is_file());
            if target.is_none() {
                walked.diagnostics.push(Diagnostic::of_path(Code::LinkLeavesSite, path));
                continue;
            }
        }
        let Ok(facts) = std::fs::metadata(&disk) else { continue };
        if !facts.is_file() {
            continue;
        }
        let changed = facts.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).map_or(0, |since| since.as_nanos());
        let stamp = *blake3::hash(format!("{} {changed}", facts.len()).as_bytes()).as_bytes();
        walked.files.push(Found { path, disk, size: facts.len(), stamp });
    }
    walked.files.sort_by(|one, other| one.path.cmp(&other.path));
    let Walked { files, diagnostics } = &mut walked;
    // Linux takes two spellings of a letter (`é` as one character or as two) for two names; for people, other systems and addresses they are one.
    files.dedup_by(|file, first| {
        let is_twin = file.path == first.path;
        if is_twin {
            diagnostics.push(Diagnostic::of_path(Code::NameTwice, file.path.clone()));
        }
        is_twin
    });
    Ok(walked)
}

/// Files of systems and editors: hidden ones, backups, locks of Office, thumbnails.
fn is_left_behind(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') || matches!(name, "Thumbs.db" | "desktop.ini") || {
        let lower = name.to_lowercase();
        [".swp", ".swx", ".tmp", ".bak", ".part"].iter().any(|ending| lower.ends_with(ending))
    }
}

/// The size of a file in bytes, where there is one; a link counts as what it leads to.
#[expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]
pub(super) fn size_of_file(path: &Path) -> Result<Option<u64>, Error> {
    match std::fs::metadata(path) {
        Ok(facts) => Ok(facts.is_file().then_some(facts.len())),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Error::during(Operation::Read, path)(error)),
    }
}

/// Whether a folder is there.
#[expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]
pub(super) fn is_folder(path: &Path) -> Result<bool, Error> {
    match std::fs::metadata(path) {
        Ok(facts) => Ok(facts.is_dir()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(Error::during(Operation::Read, path)(error)),
    }
}
