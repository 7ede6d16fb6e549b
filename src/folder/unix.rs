//! The calls to the system where it is a Unix. Every name is resolved from an open folder, one real
//! folder at a time.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

use rustix::fs::{
    AtFlags, CWD, Dir, FileType, Mode, OFlags, Stat, fstat, linkat, mkdirat, openat, renameat,
    statat, unlinkat,
};
use rustix::io::Errno;

use super::{EntryKind, Facts, Identity, Refusal};

/// An open folder.
pub(super) struct Handle(OwnedFd);

/// How a folder is opened on the way to something in it.
#[cfg(target_os = "linux")]
const PASSING: OFlags = OFlags::PATH
    .union(OFlags::DIRECTORY)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::CLOEXEC);
#[cfg(not(target_os = "linux"))]
const PASSING: OFlags = LISTING;

/// How a folder is opened whose names are wanted.
const LISTING: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::CLOEXEC);

/// How a file is opened for reading. A pipe without a writer opens at once by this, instead of
/// waiting for one.
const READING: OFlags = OFlags::RDONLY
    .union(OFlags::NOFOLLOW)
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY)
    .union(OFlags::CLOEXEC);

const NEW: OFlags = OFlags::WRONLY
    .union(OFlags::CREATE)
    .union(OFlags::EXCL)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::CLOEXEC);
const KEPT: OFlags = OFlags::RDWR
    .union(OFlags::CREATE)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::NONBLOCK)
    .union(OFlags::CLOEXEC);

/// Files and folders are made for everybody, less what the user's mask says.
const FILE: Mode = Mode::from_raw_mode(0o666);
const FOLDER: Mode = Mode::from_raw_mode(0o777);
const PRIVATE: Mode = Mode::from_raw_mode(0o600);

impl Handle {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(openat(
            CWD,
            path,
            OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC,
            Mode::empty(),
        )?))
    }

    pub(super) fn folder(&self, below: &Path) -> io::Result<Self> {
        Ok(Self(self.open_at(below, LISTING)?))
    }

    pub(super) fn facts(&self, below: &Path) -> io::Result<Facts> {
        let stat = if below.as_os_str().is_empty() {
            fstat(&self.0)?
        } else {
            self.named(below, |folder, name| {
                statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)
            })?
        };
        Ok(facts(&stat))
    }

    pub(super) fn list(&self, below: &Path) -> io::Result<Vec<OsString>> {
        let mut names = Vec::new();
        for entry in Dir::new(self.open_at(below, LISTING)?)? {
            let name = entry?.file_name().to_bytes().to_vec();
            if name != b"." && name != b".." {
                names.push(OsString::from_vec(name));
            }
        }
        Ok(names)
    }

    pub(super) fn open_file(&self, below: &Path) -> io::Result<File> {
        self.open_at(below, READING).map(File::from)
    }

    pub(super) fn create_new(&self, below: &Path, private: bool) -> io::Result<File> {
        let mode = if private { PRIVATE } else { FILE };
        self.named(below, |folder, name| openat(folder, name, NEW, mode))
            .map(File::from)
    }

    pub(super) fn open_or_create(&self, below: &Path) -> io::Result<File> {
        self.named(below, |folder, name| openat(folder, name, KEPT, FILE))
            .map(File::from)
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.both(from, to, |from, name, to, new| {
            renameat(from, name, to, new)
        })
    }

    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.both(from, to, |from, name, to, new| {
            linkat(from, name, to, new, AtFlags::empty())
        })
    }

    pub(super) fn create_folder(&self, below: &Path) -> io::Result<()> {
        self.named(below, |folder, name| mkdirat(folder, name, FOLDER))
    }

    pub(super) fn remove_file(&self, below: &Path) -> io::Result<()> {
        self.named(below, |folder, name| {
            unlinkat(folder, name, AtFlags::empty())
        })
    }

    pub(super) fn remove_folder(&self, below: &Path) -> io::Result<()> {
        self.named(below, |folder, name| {
            unlinkat(folder, name, AtFlags::REMOVEDIR)
        })
    }

    pub(super) fn sync(&self, below: &Path) -> io::Result<()> {
        match File::from(self.open_at(below, READING)?).sync_all() {
            // Some file systems (network shares, FUSE) cannot do this for folders; there is no
            // better to be had from them.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            result => result,
        }
    }

    /// The folder that a name is in.
    fn parent(&self, below: &Path) -> io::Result<Parent<'_>> {
        match below
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            None => Ok(Parent::Own(self.0.as_fd())),
            Some(folder) => self.open_at(folder, PASSING).map(Parent::Opened),
        }
    }

    /// Does something with a name in its folder.
    fn named<T>(
        &self,
        below: &Path,
        work: impl FnOnce(BorrowedFd<'_>, &OsStr) -> Result<T, Errno>,
    ) -> io::Result<T> {
        let name = below.file_name().ok_or(Errno::INVAL)?;
        work(self.parent(below)?.as_fd(), name).map_err(told)
    }

    /// Does something with two names, each in its folder.
    fn both(
        &self,
        from: &Path,
        to: &Path,
        work: impl FnOnce(BorrowedFd<'_>, &OsStr, BorrowedFd<'_>, &OsStr) -> Result<(), Errno>,
    ) -> io::Result<()> {
        let (Some(name), Some(new)) = (from.file_name(), to.file_name()) else {
            return Err(Errno::INVAL.into());
        };
        work(
            self.parent(from)?.as_fd(),
            name,
            self.parent(to)?.as_fd(),
            new,
        )
        .map_err(told)
    }

    /// Opens what stands at a path of names, no step of which is a link.
    fn open_at(&self, below: &Path, flags: OFlags) -> io::Result<OwnedFd> {
        let below = if below.as_os_str().is_empty() {
            Path::new(".")
        } else {
            below
        };
        #[cfg(target_os = "linux")]
        if let Some(opened) = in_one_call(self.0.as_fd(), below, flags) {
            return opened.map_err(told);
        }
        let mut names = below.components().peekable();
        let mut folder: Option<OwnedFd> = None;
        while let Some(name) = names.next() {
            let here = folder.as_ref().map_or_else(|| self.0.as_fd(), AsFd::as_fd);
            let flags = if names.peek().is_some() {
                PASSING
            } else {
                flags
            };
            let opened = openat(here, name.as_os_str(), flags, Mode::empty());
            // A link where a folder is wanted answers so too.
            let is_link = |error: &Errno| {
                *error == Errno::NOTDIR
                    && statat(here, name.as_os_str(), AtFlags::SYMLINK_NOFOLLOW).is_ok_and(|stat| {
                        FileType::from_raw_mode(stat.st_mode) == FileType::Symlink
                    })
            };
            let next = opened.map_err(|error| {
                if is_link(&error) {
                    Refusal::Link.into()
                } else {
                    told(error)
                }
            })?;
            folder = Some(next);
        }
        folder.ok_or_else(|| Errno::INVAL.into())
    }
}

/// The folder that a name is in: the handle's own, or one that was opened on the way.
enum Parent<'a> {
    Own(BorrowedFd<'a>),
    Opened(OwnedFd),
}

impl AsFd for Parent<'_> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Own(folder) => *folder,
            Self::Opened(folder) => folder.as_fd(),
        }
    }
}

/// The same by one call, where the kernel has it and lets us; nothing where it does not.
#[cfg(target_os = "linux")]
fn in_one_call(
    folder: BorrowedFd<'_>,
    below: &Path,
    flags: OFlags,
) -> Option<Result<OwnedFd, Errno>> {
    use rustix::fs::{ResolveFlags, openat2};

    /// A folder that is renamed while its names are resolved makes the kernel ask for another try.
    const TRIES: usize = 8;

    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    // With `O_NOFOLLOW` a link at the end would be opened as itself, or be called no folder.
    let flags = flags.difference(OFlags::NOFOLLOW);
    for _ in 0..TRIES {
        match openat2(folder, below, flags, Mode::empty(), resolve) {
            Err(Errno::AGAIN) => {}
            // Kernels before 5.6 have no such call, and some sandboxes forbid it.
            Err(Errno::NOSYS | Errno::PERM) => return None,
            answer => return Some(answer),
        }
    }
    None
}

/// An answer of the system; links are told apart, since they are refused by us.
fn told(errno: Errno) -> io::Error {
    if errno == Errno::LOOP {
        Refusal::Link.into()
    } else {
        errno.into()
    }
}

pub(super) fn facts_of(file: &File) -> io::Result<Facts> {
    Ok(facts(&fstat(file)?))
}

fn facts(stat: &Stat) -> Facts {
    let kind = match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => EntryKind::File,
        FileType::Directory => EntryKind::Folder,
        FileType::Symlink => EntryKind::Link,
        _ => EntryKind::Special,
    };
    let modified = i128::from(stat.st_mtime) * 1_000_000_000 + i128::from(stat.st_mtime_nsec);
    let others_may_write = stat.st_mode & 0o022 != 0;
    let is_own = stat.st_uid == rustix::process::geteuid().as_raw();
    Facts {
        kind,
        identity: Identity {
            device: i128::from(stat.st_dev),
            inode: i128::from(stat.st_ino),
        },
        size: u64::try_from(stat.st_size).unwrap_or_default(),
        modified: i64::try_from(modified).unwrap_or(i64::MAX),
        names: u64::try_from(i128::from(stat.st_nlink)).unwrap_or(u64::MAX),
        is_own,
        is_private: is_own && !others_may_write,
    }
}
