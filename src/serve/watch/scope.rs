//! What is watched and what is not: which folders the system must watch now, and which watched path
//! an event is about. It looks at which folders exist, and opens nothing.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use notify::RecursiveMode;

use super::noise::is_noise;

/// The watched and the ignored paths.
#[derive(Debug)]
pub(super) struct Scope {
    watched: Vec<Spot>,
    ignored: Vec<Spot>,
}

/// One path, which need not exist, with the names that the system may call it by.
#[derive(Debug)]
struct Spot {
    given: PathBuf,
    /// Its name in the real folder it stands in.
    entry: PathBuf,
    /// Where it really is; differs from `entry` for a symbolic link.
    real: PathBuf,
}

impl Scope {
    pub(super) fn new(watched: &[PathBuf], ignored: &[PathBuf]) -> Self {
        let spots = |paths: &[PathBuf]| paths.iter().map(|path| Spot::new(path)).collect();
        Self {
            watched: spots(watched),
            ignored: spots(ignored),
        }
    }

    /// Finds the real places anew, after folders or links moved.
    pub(super) fn look_again(&mut self) {
        for spot in self.watched.iter_mut().chain(&mut self.ignored) {
            *spot = Spot::new(&spot.given);
        }
    }

    /// The folders to watch as things are now. A folder below one that is watched whole is left
    /// out.
    pub(super) fn folders(&self) -> BTreeMap<PathBuf, RecursiveMode> {
        let whole: Vec<&PathBuf> = self
            .watched
            .iter()
            .map(|spot| &spot.real)
            .filter(|real| real.is_dir())
            .collect();
        let around = self
            .watched
            .iter()
            .flat_map(|spot| [&spot.entry, &spot.real])
            .filter_map(|path| {
                // Where there is nothing yet, what comes first is the folder nearest to it.
                path.ancestors().skip(1).find(|folder| folder.is_dir())
            });
        let mut folders: BTreeMap<PathBuf, RecursiveMode> = around
            .map(|folder| (folder.to_path_buf(), RecursiveMode::NonRecursive))
            .collect();
        folders.extend(
            whole
                .iter()
                .map(|&folder| (folder.clone(), RecursiveMode::Recursive)),
        );
        folders.retain(|folder, _| {
            !whole
                .iter()
                .any(|&whole| whole != folder && folder.starts_with(whole))
        });
        folders
    }

    /// Whether this is a watched path or a folder that one is, or would be, in.
    pub(super) fn holds_a_watched(&self, path: &Path) -> bool {
        self.watched.iter().any(|spot| spot.is_within(path))
    }

    /// The paths that an event at `path` is about, as they were given and what is below. An event
    /// above a watched path is about it only if it moved folders.
    pub(super) fn changed(&self, path: &Path, moves_folders: bool) -> Vec<PathBuf> {
        if self.ignored.iter().any(|spot| spot.below(path).is_some()) {
            return Vec::new();
        }
        let changed = |spot: &Spot| match spot.below(path) {
            Some(below) if is_noise(below) => None,
            // Joining nothing would add a slash.
            Some(below) if below.as_os_str().is_empty() => Some(spot.given.clone()),
            Some(below) => Some(spot.given.join(below)),
            None => (moves_folders && spot.is_within(path)).then(|| spot.given.clone()),
        };
        self.watched.iter().filter_map(changed).collect()
    }
}

impl Spot {
    fn new(given: &Path) -> Self {
        // Only an empty path has no absolute form, and that is nowhere.
        let absolute = std::path::absolute(given).unwrap_or_else(|_| given.to_path_buf());
        let entry = match (absolute.parent(), absolute.file_name()) {
            (Some(folder), Some(name)) => real(folder).join(name),
            _ => real(&absolute),
        };
        Self {
            given: given.to_path_buf(),
            entry,
            real: real(&absolute),
        }
    }

    /// What is left of a path at or below this one.
    fn below<'a>(&self, path: &'a Path) -> Option<&'a Path> {
        path.strip_prefix(&self.real)
            .or_else(|_| path.strip_prefix(&self.entry))
            .ok()
    }

    fn is_within(&self, path: &Path) -> bool {
        self.real.starts_with(path) || self.entry.starts_with(path)
    }
}

/// The path without symbolic links, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let mut missing: Vec<OsString> = Vec::new();
    let mut exists = path;
    loop {
        if let Ok(real) = exists.canonicalize() {
            return missing
                .iter()
                .rev()
                .fold(real, |path, name| path.join(name));
        }
        match (exists.parent(), exists.file_name()) {
            (Some(folder), Some(name)) => {
                missing.push(name.to_owned());
                exists = folder;
            }
            _ => return path.to_path_buf(),
        }
    }
}
