//! The lock that keeps two builds of one site apart. It is the system's own, on an open file: a process that is killed lets
//! go of it, and no file left behind can keep the next build out.

#![expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]

use std::fs::{self, File, TryLockError};
use std::io::{Seek, Write};
use std::path::Path;
use std::time::Duration;

use super::places::Places;
use crate::error::{Error, Operation};

/// How often a taken lock is tried before it counts as taken: a look at it holds it for an instant.
const TRIES: usize = 4;

/// How long to wait between tries.
const PAUSE: Duration = Duration::from_millis(5);

/// Held as long as the value lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Keeps builds of the site in this folder out, as long as the value lives.
///
/// # Errors
/// When another process builds or changes it, and when the disk refuses.
pub fn lock_site(root: &Path) -> Result<Lock, Error> {
    let places = Places::new(root, Path::new("output"));
    let state = places.state();
    fs::create_dir_all(&state).map_err(Error::during(Operation::CreateFolder, &state))?;
    Lock::take(&places.lock())
}

impl Lock {
    /// Takes the lock at once or says who has it.
    pub(super) fn take(path: &Path) -> Result<Self, Error> {
        let mut file =
            File::options().read(true).write(true).create(true).truncate(false).open(path).map_err(Error::during(Operation::Lock, path))?;
        let mut tried = 1;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if tried < TRIES => {
                    tried += 1;
                    std::thread::sleep(PAUSE);
                }
                Err(TryLockError::WouldBlock) => return Err(taken(path)),
                Err(TryLockError::Error(error)) => return Err(Error::during(Operation::Lock, path)(error)),
            }
        }
        // The number is a courtesy to whoever finds the lock taken; a build does not fail for want of it.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Self { _file: file })
    }

    /// Says who has the lock, if anybody has. It is not kept, and nothing is written: a site on a disk that cannot be written can be looked at.
    pub(super) fn look(path: &Path) -> Result<(), Error> {
        // Where there is no lock, or none can be had, no build has it either.
        let Ok(file) = File::open(path) else { return Ok(()) };
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => Err(taken(path)),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
        }
    }
}

fn taken(path: &Path) -> Error {
    let process = fs::read_to_string(path).ok().and_then(|text| text.trim().parse().ok());
    Error::Locked { lock: path.to_owned(), process }
}
