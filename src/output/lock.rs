//! The lock that keeps two builds of one site apart. It is the system's own, on an open file: a process that is killed lets
//! go of it, and no file left behind can keep the next build out.

#![expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]

use std::fs::{self, File, TryLockError};
use std::io::{Seek, Write};
use std::path::Path;

use super::places::Places;
use crate::error::{Error, Operation};

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
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let process = fs::read_to_string(path).ok().and_then(|text| text.trim().parse().ok());
                return Err(Error::Locked { lock: path.to_owned(), process });
            }
            Err(TryLockError::Error(error)) => return Err(Error::during(Operation::Lock, path)(error)),
        }
        // The number is a courtesy to whoever finds the lock taken; a build does not fail for want of it.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Self { _file: file })
    }
}
