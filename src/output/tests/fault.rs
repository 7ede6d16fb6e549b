//! Disks that fail: [`FaultDisk`] at a chosen operation, [`MountDisk`] whenever a file would cross
//! into the output folder.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::folder::{Folder, WalkedFile};
use crate::output::{ContentHash, Disk, Present, RealDisk, Stamp};

/// What happens at the chosen operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DiskFault {
    /// The process is killed before it.
    KilledBefore,
    /// The process is killed in it: files are half written, folders half removed.
    KilledWithin,
    /// The process is killed after it.
    KilledAfter,
    /// It alone is refused.
    Refused(io::ErrorKind),
}

pub(crate) struct FaultDisk {
    disk: Box<dyn Disk>,
    fault: DiskFault,
    at: usize,
    operations: AtomicUsize,
}

/// What the operation is to do.
enum Turn {
    Work,
    /// Work, and then be gone.
    WorkInVain,
    HalfWork,
}

impl FaultDisk {
    pub(crate) fn new(disk: Box<dyn Disk>, fault: DiskFault, at: usize) -> Self {
        Self {
            disk,
            fault,
            at,
            operations: AtomicUsize::new(0),
        }
    }

    /// Whether the build got as far as the chosen operation.
    pub(crate) fn struck(&self) -> bool {
        self.operations.load(Ordering::Relaxed) > self.at
    }

    fn turn(&self) -> io::Result<Turn> {
        let now = self.operations.fetch_add(1, Ordering::Relaxed);
        if now < self.at {
            return Ok(Turn::Work);
        }
        match (self.fault, now == self.at) {
            (DiskFault::Refused(kind), true) => Err(kind.into()),
            (DiskFault::Refused(_), false) => Ok(Turn::Work),
            (DiskFault::KilledAfter, true) => Ok(Turn::WorkInVain),
            (DiskFault::KilledWithin, true) => Ok(Turn::HalfWork),
            (DiskFault::KilledBefore, true) | (_, false) => Err(gone()),
        }
    }

    /// An operation that happens or does not.
    fn whole<T>(&self, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.turn()? {
            Turn::Work => work(),
            Turn::WorkInVain => work().and(Err(gone())),
            Turn::HalfWork => Err(gone()),
        }
    }

    /// An operation that may stop half-way.
    fn parted<T>(
        &self,
        work: impl FnOnce() -> io::Result<T>,
        half: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<T> {
        match self.turn()? {
            Turn::Work => work(),
            Turn::WorkInVain => work().and(Err(gone())),
            Turn::HalfWork => half().and(Err(gone())),
        }
    }
}

fn gone() -> io::Error {
    io::Error::other("the process was killed")
}

impl Disk for FaultDisk {
    fn look(&self, path: &Path) -> io::Result<Present> {
        self.whole(|| self.disk.look(path))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.whole(|| self.disk.list(folder))
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.whole(|| self.disk.read(path))
    }
    fn hash(&self, path: &Path) -> io::Result<ContentHash> {
        self.whole(|| self.disk.hash(path))
    }
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        let half = || {
            self.disk
                .write_new(path, &bytes[..bytes.len() / 2])
                .map(drop)
        };
        self.parted(|| self.disk.write_new(path, bytes), half)
    }
    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        self.parted(
            || self.disk.copy_new(from, to),
            || self.disk.write_new(to, b"").map(drop),
        )
    }
    fn copy_in(&self, from: &WalkedFile, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        self.parted(
            || self.disk.copy_in(from, to),
            || self.disk.write_new(to, b"").map(drop),
        )
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.whole(|| self.disk.link(from, to))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.whole(|| self.disk.rename(from, to))
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.whole(|| self.disk.create_folder(path))
    }
    fn create_folders(&self, path: &Path) -> io::Result<()> {
        self.whole(|| self.disk.create_folders(path))
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.whole(|| self.disk.remove_file(path))
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.whole(|| self.disk.remove_folder(path))
    }
    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let half = || {
            let first = self.disk.list(path)?.into_iter().next();
            first.map_or(Ok(()), |first| match self.disk.look(&first)? {
                Present::Folder => self.disk.remove_tree(&first),
                _ => self.disk.remove_file(&first),
            })
        };
        self.parted(|| self.disk.remove_tree(path), half)
    }
    /// Counted and not done: a killed process loses nothing that was written, and the tests would
    /// take minutes.
    fn sync(&self, _paths: &[PathBuf]) -> io::Result<()> {
        self.whole(|| Ok(()))
    }
    fn can_move_between(&self, from: &Path, to: &Path) -> io::Result<bool> {
        self.whole(|| self.disk.can_move_between(from, to))
    }
}

/// The output folder is a mount of its own.
pub(crate) struct MountDisk {
    disk: RealDisk,
    mount: PathBuf,
}

impl MountDisk {
    pub(crate) fn new(site: Folder, mount: &Path) -> Self {
        Self {
            disk: RealDisk::new(site),
            mount: mount.to_owned(),
        }
    }

    fn crosses(&self, from: &Path, to: &Path) -> bool {
        from.starts_with(&self.mount) != to.starts_with(&self.mount)
    }

    fn check(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.crosses(from, to) {
            Err(io::ErrorKind::CrossesDevices.into())
        } else {
            Ok(())
        }
    }
}

impl Disk for MountDisk {
    fn look(&self, path: &Path) -> io::Result<Present> {
        self.disk.look(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.disk.list(folder)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.disk.read(path)
    }
    fn hash(&self, path: &Path) -> io::Result<ContentHash> {
        self.disk.hash(path)
    }
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        self.disk.write_new(path, bytes)
    }
    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        self.disk.copy_new(from, to)
    }
    fn copy_in(&self, from: &WalkedFile, to: &Path) -> io::Result<(ContentHash, Stamp)> {
        self.disk.copy_in(from, to)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.check(from, to)?;
        self.disk.link(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.check(from, to)?;
        self.disk.rename(from, to)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.create_folder(path)
    }
    fn create_folders(&self, path: &Path) -> io::Result<()> {
        self.disk.create_folders(path)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.disk.remove_file(path)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        if path == self.mount {
            Err(io::ErrorKind::ResourceBusy.into())
        } else {
            self.disk.remove_folder(path)
        }
    }
    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.disk.remove_tree(path)
    }
    fn sync(&self, paths: &[PathBuf]) -> io::Result<()> {
        self.disk.sync(paths)
    }
    fn can_move_between(&self, from: &Path, to: &Path) -> io::Result<bool> {
        Ok(!self.crosses(from, to))
    }
}
