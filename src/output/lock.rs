//! The lock that keeps two builds of one site apart. It is the system's own, on an open file: a
//! process that is killed lets go of it, and no file left behind can keep the next build out.

use std::io::{self, Seek, Write};
use std::path::Path;
use std::time::Duration;

use super::places::OutputPlaces;
use crate::error::{Error, Operation};
use crate::folder::{File, Folder, Refusal, TryLockError};
use crate::state::STATE_FOLDER;

/// How often a taken lock is tried before it counts as taken: a look at it holds it for an instant.
const TRIES: usize = 4;

/// How long to wait between tries.
const PAUSE: Duration = Duration::from_millis(5);

/// The number of a process is no longer than this.
const LONGEST: u64 = 64;

/// Held as long as the value lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Keeps builds of the site in this folder out, as long as the value lives.
///
/// # Errors
/// When another process builds or changes it, and when the disk refuses.
pub fn lock_site(site: &Folder) -> Result<Lock, Error> {
    let places = OutputPlaces::of_site(site);
    site.create_folders(Path::new(STATE_FOLDER))
        .map_err(Error::during(Operation::CreateFolder, &places.state()))?;
    Lock::take(site, &places.lock())
}

impl Lock {
    /// Takes the lock at once or says who has it.
    pub(super) fn take(site: &Folder, path: &Path) -> Result<Self, Error> {
        let mut file = open(site, path).map_err(Error::during(Operation::Lock, path))?;
        let mut tried = 1;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if tried < TRIES => {
                    tried += 1;
                    std::thread::sleep(PAUSE);
                }
                Err(TryLockError::WouldBlock) => return Err(taken(site, path)),
                Err(TryLockError::Error(error)) => {
                    return Err(Error::during(Operation::Lock, path)(error));
                }
            }
        }
        // The number is a courtesy to whoever finds the lock taken; a build does not fail for want
        // of it.
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Self { _file: file })
    }

    /// Says who has the lock, if anybody has. It is not kept, and nothing is written: a site on a
    /// disk that cannot be written can be looked at.
    pub(super) fn look(site: &Folder, path: &Path) -> Result<(), Error> {
        // Where there is no lock, or none can be had, no build has it either.
        let Ok(file) = site.below(path).and_then(|below| site.open_file(below)) else {
            return Ok(());
        };
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => Err(taken(site, path)),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
        }
    }
}

/// Opens the file of the lock. A link, a pipe, or a file with a second name elsewhere is none of
/// ours: it goes, and what it leads to stays.
fn open(site: &Folder, path: &Path) -> io::Result<File> {
    let below = site.below(path)?;
    match site.open_or_create(below) {
        Err(error) if matches!(Refusal::of(&error), Some(Refusal::Link | Refusal::NotAFile)) => {
            site.remove_tree(below)?;
            site.open_or_create(below)
        }
        file => file,
    }
}

fn taken(site: &Folder, path: &Path) -> Error {
    let text = site
        .below(path)
        .and_then(|below| site.read(below, LONGEST))
        .unwrap_or_default();
    let process = String::from_utf8(text)
        .ok()
        .and_then(|text| text.trim().parse().ok());
    Error::Locked {
        lock: path.to_owned(),
        process,
    }
}
