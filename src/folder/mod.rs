//! [`Folder`]: a folder that is open, and the one door from a name below it to an open file.
//!
//! In goes a path below the folder; out comes what stands there, or a refusal. No link is followed
//! on the way, at no step; what is opened as a file is an ordinary file and not a pipe, a device or
//! a folder; what is read is bounded. So a report's folder that somebody else made can lead nowhere
//! outside it, and can keep nobody waiting. No other room opens anything on the disk
//! (`tests/suite/tidy/` holds that).
//!
//! Where the system has them, names are resolved by `openat2` with `RESOLVE_BENEATH` and
//! `RESOLVE_NO_SYMLINKS` (Linux 5.6), else step by step with `O_NOFOLLOW` (POSIX.1-2008), and
//! elsewhere by looking at each step before it is taken.

#![expect(
    clippy::disallowed_methods,
    reason = "this room is the door to the disk"
)]

mod walked;

#[cfg(not(unix))]
#[path = "elsewhere.rs"]
mod system;
#[cfg(unix)]
#[path = "unix.rs"]
mod system;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::{error, fmt};

/// An open file, and why a lock on one cannot be had. Other rooms have the types from here, since
/// only this room makes them of paths.
pub use std::fs::{File, TryLockError};
pub use walked::WalkedFile;

/// A folder that is open, with everything beneath it. Clones are the same open folder.
#[derive(Clone)]
pub struct Folder {
    handle: Arc<system::Handle>,
    path: PathBuf,
}

/// What stands at a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link or a junction.
    Link,
    /// A pipe, a device, a socket.
    Special,
}

/// Which file it is: two names with one identity are one file. It lasts as long as the file does,
/// also when that is renamed, and a copy has another one. Zeros on systems that do not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Identity {
    /// The device that holds it. The number may be another one after the machine starts again.
    pub device: i128,
    /// Its number on that device: the inode.
    pub inode: i128,
}

/// What the system tells of a file without opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// What it is.
    pub kind: EntryKind,
    /// Which it is.
    pub identity: Identity,
    /// Its length in bytes.
    pub size: u64,
    /// Nanoseconds since 1970 at which its bytes were changed, as the file system says; times past
    /// the year 2262 become one.
    pub modified: i64,
    /// How many names it has.
    pub names: u64,
    /// Whether it belongs to the user of this process. `true` on systems that do not tell.
    pub is_own: bool,
    /// Whether it belongs to the user of this process, and nobody else may write it. `true` on
    /// systems that do not tell.
    pub is_private: bool,
}

/// Why something that is there is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A link stands on the way or at its end.
    Link,
    /// It is no ordinary file.
    NotAFile,
    /// It is another file than the one that was found there before.
    Swapped,
    /// It is larger than what is read of such files.
    TooLarge,
    /// The path is none below the folder.
    Outside,
}

impl Refusal {
    /// The refusal that an error of this room is; `None` for an answer of the system.
    pub fn of(error: &io::Error) -> Option<Self> {
        error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Self>())
            .copied()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Link => "a link stands where a real file or folder belongs",
            Self::NotAFile => "it is no ordinary file",
            Self::Swapped => "another file took its place meanwhile",
            Self::TooLarge => "it is too large",
            Self::Outside => "it lies outside the folder",
        })
    }
}

impl error::Error for Refusal {}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        Self::new(
            if refusal == Refusal::TooLarge {
                ErrorKind::FileTooLarge
            } else {
                ErrorKind::Other
            },
            refusal,
        )
    }
}

#[expect(
    clippy::missing_errors_doc,
    reason = "said once for all of them: the system refused, or this room did (`Refusal`)"
)]
impl Folder {
    /// Opens a folder that the user named. Links in its own path are the user's.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self {
            handle: Arc::new(system::Handle::open(named(path))?),
            path: path.to_owned(),
        })
    }

    /// Opens a folder that the user named; it is made with those above it where it is not there.
    pub fn create(path: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(path)?;
        Self::open(path)
    }

    /// The path that it was opened by.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A path of the system as one below this folder; nothing where it is none.
    pub fn below<'a>(&self, path: &'a Path) -> io::Result<&'a Path> {
        path.strip_prefix(&self.path)
            .map_err(|_| Refusal::Outside.into())
    }

    /// Opens a folder below this one. Its path is this one's with the names.
    pub fn folder(&self, below: &Path) -> io::Result<Self> {
        let handle = Arc::new(self.handle.folder(checked(below)?)?);
        Ok(Self {
            handle,
            path: self.path.join(below),
        })
    }

    /// What the system tells of a file; `None` where there is none.
    pub fn look(&self, below: &Path) -> io::Result<Option<Facts>> {
        match self.handle.facts(checked(below)?) {
            Ok(facts) => Ok(Some(facts)),
            // A file stands where a folder of the path should: then there is nothing beneath it
            // either.
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// The names in a folder, sorted.
    pub fn list(&self, below: &Path) -> io::Result<Vec<OsString>> {
        let mut names = self.handle.list(checked(below)?)?;
        names.sort_unstable();
        Ok(names)
    }

    /// Opens a file for reading.
    pub fn open_file(&self, below: &Path) -> io::Result<File> {
        self.open_with_facts(below).map(|(file, _)| file)
    }

    /// The same, with what the system tells of the file that was opened.
    pub fn open_with_facts(&self, below: &Path) -> io::Result<(File, Facts)> {
        let file = self.handle.open_file(checked(below)?)?;
        let facts = facts_of(&file)?;
        if facts.kind != EntryKind::File {
            return Err(Refusal::NotAFile.into());
        }
        Ok((file, facts))
    }

    /// The bytes of a file that holds at most so many.
    pub fn read(&self, below: &Path, most: u64) -> io::Result<Vec<u8>> {
        let (file, facts) = self.open_with_facts(below)?;
        read_at_most(file, facts.size, most)
    }

    /// Makes a file for writing, which must not exist.
    pub fn create_new(&self, below: &Path) -> io::Result<File> {
        self.handle.create_new(checked(below)?, false)
    }

    /// The same of a file that its user alone may read and write.
    pub fn create_private(&self, below: &Path) -> io::Result<File> {
        self.handle.create_new(checked(below)?, true)
    }

    /// Opens a file for reading and writing; it is made where it is not there, and nothing in it is
    /// changed. A file with another name elsewhere is refused: who writes here must not write
    /// there.
    pub fn open_or_create(&self, below: &Path) -> io::Result<File> {
        let file = self.handle.open_or_create(checked(below)?)?;
        let facts = facts_of(&file)?;
        if facts.kind != EntryKind::File || facts.names > 1 {
            return Err(Refusal::NotAFile.into());
        }
        Ok(file)
    }

    /// Moves a file, over another one if need be, or a folder.
    pub fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.handle.rename(checked(from)?, checked(to)?)
    }

    /// Gives a file a second name.
    pub fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.handle.link(checked(from)?, checked(to)?)
    }

    /// Makes one folder, which must not exist.
    pub fn create_folder(&self, below: &Path) -> io::Result<()> {
        self.handle.create_folder(checked(below)?)
    }

    /// Makes a folder and those above it, where they do not exist.
    pub fn create_folders(&self, below: &Path) -> io::Result<()> {
        let mut made = PathBuf::new();
        for name in checked(below)?.components() {
            made.push(name);
            match self.handle.create_folder(&made) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    match self.handle.facts(&made)?.kind {
                        EntryKind::Folder => {}
                        EntryKind::Link => return Err(Refusal::Link.into()),
                        EntryKind::File | EntryKind::Special => {
                            return Err(ErrorKind::NotADirectory.into());
                        }
                    }
                }
                made => made?,
            }
        }
        Ok(())
    }

    /// Removes a file, or a link and not what it leads to.
    pub fn remove_file(&self, below: &Path) -> io::Result<()> {
        self.handle.remove_file(checked(below)?)
    }

    /// Removes an empty folder.
    pub fn remove_folder(&self, below: &Path) -> io::Result<()> {
        self.handle.remove_folder(checked(below)?)
    }

    /// Removes a folder with all it holds, or a file. Links in it are removed, not followed.
    pub fn remove_tree(&self, below: &Path) -> io::Result<()> {
        if self.handle.facts(checked(below)?)?.kind != EntryKind::Folder {
            return self.remove_file(below);
        }
        for name in self.handle.list(below)? {
            self.remove_tree(&below.join(name))?;
        }
        self.remove_folder(below)
    }

    /// Returns when the bytes of this file, or the names in this folder, would survive a power
    /// failure.
    pub fn sync(&self, below: &Path) -> io::Result<()> {
        self.handle.sync(checked(below)?)
    }

    /// A file as it stands there now, to be opened later.
    pub fn walked(&self, below: PathBuf, facts: Facts) -> WalkedFile {
        WalkedFile::new(self.clone(), below, facts)
    }

    /// Whether this folder lies in another one, links followed.
    pub fn lies_in(&self, other: &Self) -> bool {
        let real = |path: &Path| std::fs::canonicalize(named(path));
        // Where that cannot be told, it may.
        real(&self.path)
            .and_then(|own| Ok(own.starts_with(real(&other.path)?)))
            .unwrap_or(true)
    }

    /// The real place of what a path leads to, links followed, as a path below this folder; nothing
    /// where it leads out of it or nowhere.
    pub fn resolve(&self, below: &Path) -> Option<PathBuf> {
        let home = std::fs::canonicalize(named(&self.path)).ok()?;
        let target = std::fs::canonicalize(self.path.join(below)).ok()?;
        target.strip_prefix(&home).ok().map(Path::to_owned)
    }
}

impl fmt::Debug for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Folder").field(&self.path).finish()
    }
}

/// What the system tells of an open file.
///
/// # Errors
/// When the system refuses.
pub fn facts_of(file: &File) -> io::Result<Facts> {
    system::facts_of(file)
}

/// Everything that a reader gives, of which there may be so many bytes. `expected` is how many
/// there probably are.
///
/// # Errors
/// When the reader fails, or gives more.
pub fn read_at_most(reader: impl Read, expected: u64, most: u64) -> io::Result<Vec<u8>> {
    if expected > most {
        return Err(Refusal::TooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    reader
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        Err(Refusal::TooLarge.into())
    } else {
        Ok(bytes)
    }
}

/// A path as the system takes it: an empty one is the folder that the program stands in.
fn named(path: &Path) -> &Path {
    if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    }
}

/// A path of names only: none that climbs, begins at the root or stands still.
fn checked(below: &Path) -> io::Result<&Path> {
    let is_names = below
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if is_names {
        Ok(below)
    } else {
        Err(Refusal::Outside.into())
    }
}

#[cfg(test)]
mod tests;
