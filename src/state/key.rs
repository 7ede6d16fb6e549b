//! [`StateKey`]: what tells the program's own files from those that came with a folder. In go the
//! user's key, which never leaves the user's state folder, and which folder this is; out comes a
//! key for that folder alone.
//!
//! ```text
//! $XDG_STATE_HOME/oogst/key       the user's key: 32 random bytes (XDG Base Directory Specification 0.8), else
//! ~/.local/state/oogst/key        the same;
//! ~/Library/Application Support/oogst/key, %LOCALAPPDATA%\oogst\key    on macOS and Windows
//! ```

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::STATE_FOLDER;
use crate::error::{Error, Operation};
use crate::folder::{Facts, Folder};

/// The name of the user's key in the folder of this program's own.
const NAME: &str = "key";

const LENGTH: usize = 32;

/// What the hash is of; to be raised when other things go into it.
const CONTEXT: &str = "oogst 2026-11 the state of a report's folder";

/// A key for what the program keeps in one folder, as one user.
#[derive(Clone)]
pub struct StateKey {
    key: [u8; LENGTH],
    /// Whether the next process will have it too.
    lasts: bool,
}

impl StateKey {
    /// The key for the state of this site, whose `.oogst` is there. A user who has no key yet gets
    /// one. Where none can be kept, what this process seals is believed by this process only.
    ///
    /// # Errors
    /// When the system refuses to say which folder this is.
    pub fn of_site(site: &Folder) -> Result<Self, Error> {
        Self::for_folder(site, user_key(site, true))
    }

    /// The same for who only looks: no key is made. Without one nothing is believed.
    ///
    /// # Errors
    /// As of [`of_site`](Self::of_site).
    pub fn to_look(site: &Folder) -> Result<Self, Error> {
        Self::for_folder(site, user_key(site, false))
    }

    /// Fails where what is sealed now would not be believed by the next process: for what must be
    /// finished by it.
    ///
    /// # Errors
    /// [`Error::NoKey`].
    pub fn must_last(&self) -> Result<(), Error> {
        if self.lasts {
            Ok(())
        } else {
            Err(Error::NoKey {
                folder: own_folder(),
            })
        }
    }

    fn for_folder(site: &Folder, user: Option<[u8; LENGTH]>) -> Result<Self, Error> {
        let facts = |below: &str| {
            site.look(Path::new(below))
                .map_err(Error::during(Operation::Inspect, &site.path().join(below)))
        };
        let lasts = user.is_some();
        let mut material = user.unwrap_or_else(passing_key).to_vec();
        for facts in [facts("")?, facts(STATE_FOLDER)?] {
            material.extend(place(facts, site));
        }
        Ok(Self {
            key: blake3::derive_key(CONTEXT, &material),
            lasts,
        })
    }

    /// The keyed hash of a file's bytes.
    pub(super) fn hash(&self, parts: &[&[u8]]) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new_keyed(&self.key);
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        hasher.finalize()
    }
}

/// Which folder this is. A copy has other inodes, one that was moved on its disk has the same. The
/// number of the device stays out: it changes when the machine starts again, and a build that the
/// power interrupted must be finished then.
#[cfg(unix)]
fn place(facts: Option<Facts>, _site: &Folder) -> Vec<u8> {
    facts.map_or_else(Vec::new, |facts| {
        facts.identity.inode.to_le_bytes().to_vec()
    })
}

/// Where the system has no such numbers to tell, its path.
#[cfg(not(unix))]
fn place(facts: Option<Facts>, site: &Folder) -> Vec<u8> {
    facts.map_or_else(Vec::new, |_| {
        std::path::absolute(site.path())
            .unwrap_or_default()
            .as_os_str()
            .as_encoded_bytes()
            .to_vec()
    })
}

/// The user's key; nothing where there is none and none can be made. A key that lies in the site's
/// own folder may have come with it.
fn user_key(site: &Folder, make: bool) -> Option<[u8; LENGTH]> {
    let path = own_folder()?;
    let folder = if make {
        Folder::create(&path)
    } else {
        Folder::open(&path)
    }
    .ok()?;
    if folder.lies_in(site) {
        return None;
    }
    match read(&folder) {
        Err(error) if make && error.kind() == io::ErrorKind::NotFound => {
            write(&folder).and_then(|()| read(&folder)).ok()
        }
        key => key.ok(),
    }
}

/// Only a key that nobody else could have put there is one.
fn read(folder: &Folder) -> io::Result<[u8; LENGTH]> {
    let (file, facts) = folder.open_with_facts(Path::new(NAME))?;
    let bytes = crate::folder::read_at_most(file, facts.size, LENGTH as u64)?;
    let key = <[u8; LENGTH]>::try_from(bytes.as_slice())
        .map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    if facts.is_private {
        Ok(key)
    } else {
        Err(io::ErrorKind::PermissionDenied.into())
    }
}

/// Makes a key. Of several processes that do so at once the first one's stands, whole.
fn write(folder: &Folder) -> io::Result<()> {
    let key: [u8; LENGTH] = random()?;
    let number: [u8; 8] = random()?;
    let next = PathBuf::from(format!("{NAME}.{:016x}", u64::from_le_bytes(number)));
    let mut file = folder.create_private(&next)?;
    let written = file
        .write_all(&key)
        .and_then(|()| file.sync_all())
        .and_then(|()| match folder.link(&next, Path::new(NAME)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            // Not every file system has second names.
            Err(_)
                if folder
                    .look(Path::new(NAME))
                    .is_ok_and(|facts| facts.is_none()) =>
            {
                folder.rename(&next, Path::new(NAME))
            }
            linked => linked,
        });
    let _ = folder.remove_file(&next);
    written?;
    folder.sync(Path::new(""))
}

/// A key of this process alone.
fn passing_key() -> [u8; LENGTH] {
    static KEY: OnceLock<[u8; LENGTH]> = OnceLock::new();
    // Without randomness the key could be guessed; a build cannot go on without it any more than
    // without memory.
    *KEY.get_or_init(|| random().expect("the system gives random bytes"))
}

/// Bytes that nobody can guess.
///
/// # Errors
/// When the system gives none.
pub fn random<const COUNT: usize>() -> io::Result<[u8; COUNT]> {
    let mut bytes = [0; COUNT];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes)
}

/// The user's own folder.
pub fn home_folder() -> Option<PathBuf> {
    std::env::home_dir().filter(|path| path.is_absolute())
}

/// The folder of this program in the user's state folder.
pub(super) fn own_folder() -> Option<PathBuf> {
    let of = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    // The specification says of paths that are not absolute: "consider the path invalid and ignore
    // it".
    let state = of("XDG_STATE_HOME").or_else(|| {
        if cfg!(windows) {
            of("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            home_folder().map(|home| home.join("Library/Application Support"))
        } else {
            home_folder().map(|home| home.join(".local/state"))
        }
    });
    state.map(|state| state.join("oogst"))
}
