//! [`Disk`]: the few things this room asks of a file system. The real one is [`RealDisk`]; tests wrap it to let any
//! operation fail or to stop the build there. Nothing here knows what a site is.

#![expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::manifest::ContentHash;

/// Length and modification time of a file: equal stamps are taken to mean that nobody changed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Length in bytes.
    pub size: u64,
    /// Nanoseconds since 1970, as the file system says. Only ever compared for equality, so a clock that jumps does no harm.
    pub modified: i64,
}

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

/// The operations on files, which fail when the system refuses. Each either happens or does not, `write_new`, `copy_new`, `remove_tree` and `sync` aside, which
/// may stop half-way.
#[expect(clippy::missing_errors_doc, reason = "said once for all of them: the system refused")]
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
    /// Returns when these files (their bytes) and folders (the names in them) would survive a power failure. Of very many
    /// at a time that may be left to the system.
    fn sync(&self, paths: &[PathBuf]) -> io::Result<()>;
    /// Whether files can be moved from one folder to the other, both of which exist.
    fn can_move_between(&self, from: &Path, to: &Path) -> io::Result<bool>;
}

/// The file system of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

/// A picture or a film passes through memory in pieces of this many bytes.
const PIECE: usize = 128 * 1024;

/// A request for one file takes a disk about half a millisecond, so a first build of a large archive would take many times as
/// long for it. A file that the power failure tore has another size than the manifest says, and the next build makes it again.
const MOST_SYNCED: usize = 500;

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Present> {
        let metadata = match fs::symlink_metadata(path) {
            Ok(metadata) => metadata,
            // A file stands where a folder of the path should: then there is nothing beneath it either.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(Present::Absent),
            Err(error) => return Err(error),
        };
        let kind = metadata.file_type();
        Ok(if kind.is_file() {
            Present::File(stamp(&metadata)?)
        } else if kind.is_dir() {
            Present::Folder
        } else {
            Present::Other
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        paths.sort_unstable();
        Ok(paths)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn hash(&self, path: &Path) -> io::Result<ContentHash> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(File::open(path)?)?;
        Ok(hasher.finalize().into())
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        stamp(&file.metadata()?)
    }

    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        let mut source = File::open(from)?;
        let mut file = File::create_new(to)?;
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
        Ok((hasher.finalize().into(), stamp(&file.metadata()?)?))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn create_folders(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn sync(&self, paths: &[PathBuf]) -> io::Result<()> {
        if paths.len() > MOST_SYNCED {
            return Ok(());
        }
        // Together, because the disk answers many such requests in hardly more time than one.
        paths.par_iter().try_for_each(|path| sync_one(path))
    }

    fn can_move_between(&self, from: &Path, to: &Path) -> io::Result<bool> {
        if !on_one_device(from, to)? {
            return Ok(false);
        }
        // One device can be mounted twice, and no rename crosses the mounts. Linux looks at that before it looks for the
        // file, so trying to move a file that is not there tells, and changes nothing.
        let name = ".oogst-no-such-file";
        match fs::rename(from.join(name), to.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => Ok(false),
            _ => Ok(true),
        }
    }
}

fn stamp(metadata: &fs::Metadata) -> io::Result<Stamp> {
    let modified = metadata.modified()?;
    let nanoseconds = match modified.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()),
        Err(before) => i64::try_from(before.duration().as_nanos()).map(|nanoseconds| -nanoseconds),
    };
    // Times past the year 2262 become one time; then only the size tells files apart, and the next build reads them.
    Ok(Stamp { size: metadata.len(), modified: nanoseconds.unwrap_or(i64::MAX) })
}

#[cfg(unix)]
fn sync_one(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        // Some file systems (network shares, FUSE) cannot do this for folders; there is no better to be had from them.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        result => result,
    }
}

/// Windows cannot open a folder as a file, and wants a file that may be written for a flush.
#[cfg(not(unix))]
fn sync_one(path: &Path) -> io::Result<()> {
    if fs::metadata(path)?.is_dir() { Ok(()) } else { File::options().write(true).open(path)?.sync_all() }
}

#[cfg(unix)]
fn on_one_device(from: &Path, to: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    Ok(fs::metadata(from)?.dev() == fs::metadata(to)?.dev())
}

#[cfg(not(unix))]
fn on_one_device(_from: &Path, _to: &Path) -> io::Result<bool> {
    Ok(true)
}
