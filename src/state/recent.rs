//! The reports that the user opened last: their folders, a line each and the newest first, in the
//! user's own state folder. It is a convenience: where it cannot be read or written, nothing is
//! remembered, and nothing fails.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::key::{own_folder, random};
use crate::folder::Folder;

/// The name of the list in the folder of this program's own.
const NAME: &str = "recent";

/// How many are remembered.
const MOST: usize = 12;

/// The most bytes of a list that is read.
const LONGEST: u64 = 64 * 1024;

/// The folders of the reports that were opened last, the newest first.
pub fn recent_reports() -> Vec<PathBuf> {
    let read = || {
        let bytes = Folder::open(&own_folder()?)
            .ok()?
            .read(Path::new(NAME), LONGEST)
            .ok()?;
        String::from_utf8(bytes).ok()
    };
    let text = read().unwrap_or_default();
    let folders = text.lines().map(PathBuf::from);
    folders
        .filter(|folder| folder.is_absolute())
        .take(MOST)
        .collect()
}

/// Puts a report first in the list. Only paths that are text, of one line, can be remembered.
pub fn remember_report(folder: &Path) {
    let Some(own) = folder.to_str().filter(|path| !path.contains(['\n', '\r'])) else {
        return;
    };
    let others = recent_reports();
    let others = others.iter().filter_map(|other| other.to_str());
    let others = others.filter(|other| *other != own).take(MOST - 1);
    let lines: Vec<&str> = std::iter::once(own).chain(others).collect();
    let lines = lines.join("\n");
    let write = || {
        let folder = Folder::create(&own_folder()?).ok()?;
        let number: [u8; 8] = random().ok()?;
        let next = PathBuf::from(format!("{NAME}.{:016x}", u64::from_le_bytes(number)));
        let written = folder
            .create_private(&next)
            .and_then(|mut file| file.write_all(lines.as_bytes()))
            .and_then(|()| folder.rename(&next, Path::new(NAME)));
        if written.is_err() {
            let _ = folder.remove_file(&next);
        }
        written.ok()
    };
    // Who cannot remember goes on without.
    let _: Option<()> = write();
}
