//! The calls to the system where it is no Unix: the nearest to them that the standard library has.
//! Each step of a path is looked at before it is taken, and links and junctions are refused.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::{EntryKind, Facts, Identity, Refusal};

/// A folder, by its real path.
pub(super) struct Handle(PathBuf);

impl Handle {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let path = path.canonicalize()?;
        if fs::metadata(&path)?.is_dir() {
            Ok(Self(path))
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    pub(super) fn folder(&self, below: &Path) -> io::Result<Self> {
        let path = self.real(below)?;
        if fs::symlink_metadata(&path)?.is_dir() {
            Ok(Self(path))
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    pub(super) fn facts(&self, below: &Path) -> io::Result<Facts> {
        Ok(facts(&fs::symlink_metadata(self.beside(below)?)?))
    }

    pub(super) fn list(&self, below: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(self.real(below)?)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect()
    }

    pub(super) fn open_file(&self, below: &Path) -> io::Result<File> {
        let path = self.real(below)?;
        if fs::symlink_metadata(&path)?.is_file() {
            File::open(path)
        } else {
            Err(Refusal::NotAFile.into())
        }
    }

    pub(super) fn create_new(&self, below: &Path, _private: bool) -> io::Result<File> {
        File::create_new(self.beside(below)?)
    }

    pub(super) fn open_or_create(&self, below: &Path) -> io::Result<File> {
        let path = match self.real(below) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.beside(below)?,
            path => path?,
        };
        OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(self.beside(from)?, self.beside(to)?)
    }

    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(self.real(from)?, self.beside(to)?)
    }

    pub(super) fn create_folder(&self, below: &Path) -> io::Result<()> {
        fs::create_dir(self.beside(below)?)
    }

    pub(super) fn remove_file(&self, below: &Path) -> io::Result<()> {
        let path = self.beside(below)?;
        // A link to a folder is removed as a folder there.
        let kind = fs::symlink_metadata(&path)?.file_type();
        fs::remove_file(&path).or_else(|error| {
            if kind.is_symlink() {
                fs::remove_dir(&path)
            } else {
                Err(error)
            }
        })
    }

    pub(super) fn remove_folder(&self, below: &Path) -> io::Result<()> {
        fs::remove_dir(self.beside(below)?)
    }

    /// A folder cannot be opened as a file there, and a file must be open for writing to be
    /// flushed.
    pub(super) fn sync(&self, below: &Path) -> io::Result<()> {
        let path = self.real(below)?;
        if fs::symlink_metadata(&path)?.is_dir() {
            Ok(())
        } else {
            OpenOptions::new().write(true).open(path)?.sync_all()
        }
    }

    /// The path of something that is there and no link, by real folders only.
    fn real(&self, below: &Path) -> io::Result<PathBuf> {
        self.stepped(below, true)
    }

    /// The path of something that may be a link or not be there, by real folders only.
    fn beside(&self, below: &Path) -> io::Result<PathBuf> {
        self.stepped(below, false)
    }

    fn stepped(&self, below: &Path, last_too: bool) -> io::Result<PathBuf> {
        let mut path = self.0.clone();
        let mut names = below.components().peekable();
        while let Some(name) = names.next() {
            path.push(name);
            if (last_too || names.peek().is_some()) && fs::symlink_metadata(&path)?.is_symlink() {
                return Err(Refusal::Link.into());
            }
        }
        Ok(path)
    }
}

pub(super) fn facts_of(file: &File) -> io::Result<Facts> {
    Ok(facts(&file.metadata()?))
}

fn facts(metadata: &fs::Metadata) -> Facts {
    let kind = match metadata.file_type() {
        kind if kind.is_symlink() => EntryKind::Link,
        kind if kind.is_file() => EntryKind::File,
        kind if kind.is_dir() => EntryKind::Folder,
        _ => EntryKind::Special,
    };
    let modified =
        metadata
            .modified()
            .ok()
            .map_or(0, |time| match time.duration_since(UNIX_EPOCH) {
                Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
                Err(before) => i64::try_from(before.duration().as_nanos())
                    .map_or(i64::MIN, |nanoseconds| -nanoseconds),
            });
    Facts {
        kind,
        identity: Identity {
            device: 0,
            inode: 0,
        },
        size: metadata.len(),
        modified,
        names: 1,
        is_own: true,
        is_private: true,
    }
}
