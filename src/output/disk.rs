//! [`Disk`]: the few things this room asks of a file system. The real one is [`RealDisk`]; tests
//! wrap it to let any operation fail or to stop the build there. Nothing here knows what a site is.

use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Operation};
use crate::folder::{EntryKind, Facts, File, Folder, Refusal, WalkedFile, facts_of};

/// Length and modification time of a file: equal stamps are taken to mean that nobody changed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Length in bytes.
    pub size: u64,
    /// Nanoseconds since 1970, as the file system says. Only ever compared for equality, so a clock
    /// that jumps does no harm.
    pub modified: i64,
}

/// The BLAKE3 hash of a file's bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContentHash(pub [u8; 32]);

/// What stands at a path. Links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Present {
    /// Nothing.
    Absent,
    /// An ordinary file.
    File(Stamp),
    /// A folder.
    Folder,
    /// A symbolic link, a junction, a device, a pipe: nothing that a build makes.
    Other,
}

/// The operations on files, which fail when the system refuses. Each either happens or does not,
/// `write_new`, `copy_new`, `copy_in`, `remove_tree` and `sync` aside, which may stop half-way.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once for all of them: the system refused"
)]
pub trait Disk: Send + Sync {
    /// What stands at `path`.
    fn look(&self, path: &Path) -> io::Result<Present>;
    /// The full paths of what a folder holds, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// A file's bytes.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// The hash of a file's bytes, of which few are in memory at a time.
    fn hash(&self, path: &Path) -> io::Result<ContentHash>;
    /// Writes a file that does not exist yet.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp>;
    /// Copies the bytes of a file to one that does not exist yet.
    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<(ContentHash, Stamp)>;
    /// The same of a file of the site's content.
    fn copy_in(&self, from: &WalkedFile, to: &Path) -> io::Result<(ContentHash, Stamp)>;
    /// Gives a file a second name. Not every file system can.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Moves a file, over another one if need be, or a folder.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Makes one folder, which must not exist.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder and those above it, where they do not exist.
    fn create_folders(&self, path: &Path) -> io::Result<()>;
    /// Removes a file or a link.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with all it holds. Links in it are removed, not followed.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
    /// Returns when these files (their bytes) and folders (the names in them) would survive a power
    /// failure. Of very many at a time that may be left to the system.
    fn sync(&self, paths: &[PathBuf]) -> io::Result<()>;
    /// Whether files can be moved from one folder to the other, both of which exist.
    fn can_move_between(&self, from: &Path, to: &Path) -> io::Result<bool>;
}

/// The same, where a refusal ends the work: the error says what was tried, and on which path.
impl dyn Disk + '_ {
    pub(crate) fn inspect(&self, path: &Path) -> Result<Present, Error> {
        self.look(path)
            .map_err(Error::during(Operation::Inspect, path))
    }

    pub(crate) fn names_in(&self, folder: &Path) -> Result<Vec<PathBuf>, Error> {
        self.list(folder)
            .map_err(Error::during(Operation::List, folder))
    }

    pub(crate) fn bytes_of(&self, path: &Path) -> Result<Vec<u8>, Error> {
        self.read(path)
            .map_err(Error::during(Operation::Read, path))
    }

    pub(crate) fn content_of(&self, path: &Path) -> Result<ContentHash, Error> {
        self.hash(path)
            .map_err(Error::during(Operation::Read, path))
    }

    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> Result<Stamp, Error> {
        self.write_new(path, bytes)
            .map_err(Error::during(Operation::Write, path))
    }

    pub(crate) fn move_to(&self, from: &Path, to: &Path) -> Result<(), Error> {
        self.rename(from, to)
            .map_err(Error::during(Operation::Move, to))
    }

    pub(crate) fn make_folder(&self, path: &Path) -> Result<(), Error> {
        self.create_folder(path)
            .map_err(Error::during(Operation::CreateFolder, path))
    }

    pub(crate) fn make_folders(&self, path: &Path) -> Result<(), Error> {
        self.create_folders(path)
            .map_err(Error::during(Operation::CreateFolder, path))
    }

    pub(crate) fn remove(&self, path: &Path) -> Result<(), Error> {
        self.remove_file(path)
            .map_err(Error::during(Operation::Remove, path))
    }

    /// Removes whatever stands there.
    pub(crate) fn clear_away(&self, path: &Path) -> Result<(), Error> {
        let removed = match self.inspect(path)? {
            Present::Absent => Ok(()),
            Present::Folder => self.remove_tree(path),
            Present::File(_) | Present::Other => self.remove_file(path),
        };
        removed.map_err(Error::during(Operation::Remove, path))
    }

    /// The bytes of a file; nothing where no plain file of that name is.
    pub(crate) fn bytes_if_there(&self, path: &Path) -> Result<Option<Vec<u8>>, Error> {
        if_there(self.read(path)).map_err(Error::during(Operation::Read, path))
    }

    /// The hash of a file's bytes; nothing where no plain file of that name is.
    pub(crate) fn content_if_there(&self, path: &Path) -> Result<Option<ContentHash>, Error> {
        if_there(self.hash(path)).map_err(Error::during(Operation::Read, path))
    }
}

/// A link or a pipe is nobody's file; what is there and cannot be read is a refusal.
fn if_there<T>(answer: io::Result<T>) -> io::Result<Option<T>> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) || Refusal::of(&error).is_some() =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The file system of this machine, as far as it lies below one folder: nothing else is opened, and
/// no link is followed.
#[derive(Clone, Debug)]
pub struct RealDisk {
    site: Folder,
}

/// A picture or a film passes through memory in pieces of this many bytes.
const PIECE: usize = 128 * 1024;

/// A request for one file takes a disk about half a millisecond, so a first build of a large
/// archive would take many times as long for it. A file that the power failure tore has another
/// size than the manifest says, and the next build makes it again.
const MOST_SYNCED: usize = 500;

/// The most bytes that are read of a file into memory: a manifest of ten million files.
const MOST_READ: u64 = 4_000_000_000;

impl RealDisk {
    /// What lies below this folder. Paths are those of the folder with names behind.
    pub fn new(site: Folder) -> Self {
        Self { site }
    }

    fn below<'a>(&self, path: &'a Path) -> io::Result<&'a Path> {
        self.site.below(path)
    }
}

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Present> {
        let facts = match self.site.look(self.below(path)?) {
            // Beneath a link there is nothing of ours.
            Err(error) if Refusal::of(&error) == Some(Refusal::Link) => return Ok(Present::Absent),
            facts => facts?,
        };
        Ok(match facts {
            None => Present::Absent,
            Some(facts) => match facts.kind {
                EntryKind::File => Present::File(stamp(&facts)),
                EntryKind::Folder => Present::Folder,
                EntryKind::Link | EntryKind::Special => Present::Other,
            },
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        Ok(self
            .site
            .list(self.below(folder)?)?
            .into_iter()
            .map(|name| folder.join(name))
            .collect())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.site.read(self.below(path)?, MOST_READ)
    }

    fn hash(&self, path: &Path) -> io::Result<ContentHash> {
        hash_of(self.site.open_file(self.below(path)?)?)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        let mut file = self.site.create_new(self.below(path)?)?;
        file.write_all(bytes)?;
        Ok(stamp(&facts_of(&file)?))
    }

    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        self.copy(self.site.open_file(self.below(from)?)?, to)
    }

    fn copy_in(&self, from: &WalkedFile, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        self.copy(from.open()?, to)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.site.link(self.below(from)?, self.below(to)?)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.site.rename(self.below(from)?, self.below(to)?)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.site.create_folder(self.below(path)?)
    }

    fn create_folders(&self, path: &Path) -> io::Result<()> {
        self.site.create_folders(self.below(path)?)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.site.remove_file(self.below(path)?)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.site.remove_folder(self.below(path)?)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.site.remove_tree(self.below(path)?)
    }

    fn sync(&self, paths: &[PathBuf]) -> io::Result<()> {
        if paths.len() > MOST_SYNCED {
            return Ok(());
        }
        // Together, because the disk answers many such requests in hardly more time than one.
        paths
            .par_iter()
            .try_for_each(|path| self.site.sync(self.below(path)?))
    }

    fn can_move_between(&self, from: &Path, to: &Path) -> io::Result<bool> {
        let device = |path: &Path| {
            Ok::<_, io::Error>(
                self.site
                    .look(self.below(path)?)?
                    .map(|facts| facts.identity.device),
            )
        };
        if device(from)? != device(to)? {
            return Ok(false);
        }
        // One device can be mounted twice, and no rename crosses the mounts. Linux looks at that
        // before it looks for the file, so trying to move a file that is not there tells, and
        // changes nothing.
        let name = ".oogst-no-such-file";
        match self.rename(&from.join(name), &to.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => Ok(false),
            _ => Ok(true),
        }
    }
}

impl RealDisk {
    fn copy(&self, mut source: File, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        let mut file = self.site.create_new(self.below(to)?)?;
        let mut hasher = blake3::Hasher::new();
        let mut piece = vec![0; PIECE];
        loop {
            let length = match source.read(&mut piece) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hasher.update(&piece[..length]);
            file.write_all(&piece[..length])?;
        }
        Ok((hasher.finalize().into(), stamp(&facts_of(&file)?)))
    }
}

impl ContentHash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        blake3::hash(bytes).into()
    }
}

impl From<blake3::Hash> for ContentHash {
    fn from(hash: blake3::Hash) -> Self {
        Self(hash.into())
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({})", blake3::Hash::from_bytes(self.0))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", blake3::Hash::from_bytes(self.0))
    }
}

/// The hash of a file's bytes, of which few are in memory at a time.
pub(super) fn hash_of(file: File) -> io::Result<ContentHash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file)?;
    Ok(hasher.finalize().into())
}

fn stamp(facts: &Facts) -> Stamp {
    Stamp {
        size: facts.size,
        modified: facts.modified,
    }
}
