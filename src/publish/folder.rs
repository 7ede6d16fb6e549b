//! [`FolderTarget`]: a folder of this machine, or of its network. Nothing above it is made, for a
//! network folder that is not there must not become one of this disk.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::target::{PublishTarget, TargetEntry, TargetEntryKind};
use crate::folder::{EntryKind, Folder};

/// A folder that a site is put into.
#[derive(Debug)]
pub struct FolderTarget {
    path: PathBuf,
    /// The folder, once it is there.
    open: Mutex<Option<Folder>>,
}

/// A network folder takes its time for each file.
const AT_ONCE: usize = 4;

impl FolderTarget {
    /// The folder at a path, which need not be there.
    pub fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            open: Mutex::new(None),
        }
    }

    /// Whether it lies in another folder, as far as that can be told.
    pub fn lies_in(&self, other: &Folder) -> bool {
        let is_there = self.folder().or_else(|_| Folder::open(self.above()));
        is_there.is_ok_and(|folder| folder.lies_in(other))
    }

    fn above(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    fn folder(&self) -> io::Result<Folder> {
        let mut open = self.open.lock().map_err(|_| ErrorKind::Other)?;
        if let Some(folder) = &*open {
            return Ok(folder.clone());
        }
        let folder = Folder::open(&self.path)?;
        *open = Some(folder.clone());
        Ok(folder)
    }
}

impl PublishTarget for FolderTarget {
    fn shown(&self) -> String {
        self.path.display().to_string()
    }

    fn at_once(&self) -> usize {
        AT_ONCE
    }

    fn read(&self, path: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        if_there(
            self.folder()
                .and_then(|folder| folder.read(Path::new(path), most)),
        )
    }

    fn write_new(&self, path: &str, bytes: &mut dyn Read, _size: u64) -> io::Result<()> {
        let (folder, path) = (self.folder()?, Path::new(path));
        let mut file = folder.create_new(path)?;
        let written = io::copy(bytes, &mut file).and_then(|_| folder.sync(path));
        if written.is_err() {
            // What matters is why it could not be written.
            let _ = folder.remove_file(path);
        }
        written
    }

    fn rename_over(&self, from: &str, to: &str) -> io::Result<()> {
        self.folder()?.rename(Path::new(from), Path::new(to))
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        self.folder()?.remove_file(Path::new(path))
    }

    fn make_folder(&self, path: &str) -> io::Result<()> {
        if !path.is_empty() {
            return self.folder()?.create_folder(Path::new(path));
        }
        match (self.folder(), self.path.file_name()) {
            (Err(error), Some(name)) if error.kind() == ErrorKind::NotFound => {
                Folder::open(self.above())?.create_folder(Path::new(name))
            }
            (folder, _) => folder.map(|_| ()),
        }
    }

    fn remove_folder(&self, path: &str) -> io::Result<()> {
        self.folder()?.remove_folder(Path::new(path))
    }

    fn list(&self, folder: &str) -> io::Result<Option<Vec<TargetEntry>>> {
        let below = Path::new(folder);
        let list = |root: &Folder| -> io::Result<Vec<TargetEntry>> {
            let mut entries = Vec::new();
            for name in root.list(below)? {
                let Some(facts) = root.look(&below.join(&name))? else {
                    continue;
                };
                entries.push(TargetEntry {
                    name: name.to_string_lossy().into_owned(),
                    kind: match facts.kind {
                        EntryKind::File => TargetEntryKind::File(facts.size),
                        EntryKind::Folder => TargetEntryKind::Folder,
                        EntryKind::Link | EntryKind::Special => TargetEntryKind::Other,
                    },
                });
            }
            Ok(entries)
        };
        if_there(self.folder().and_then(|root| list(&root)))
    }
}

fn if_there<T>(answer: io::Result<T>) -> io::Result<Option<T>> {
    match answer {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        answer => answer.map(Some),
    }
}
