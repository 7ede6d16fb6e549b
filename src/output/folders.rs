//! [`Folders`]: whether the way from the output folder down to a file is made of real folders. Each
//! folder is looked at once a build, however many files it holds; no path is ever resolved through
//! a link.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::disk::{Disk, Present};
use crate::error::{Error, Operation};
use crate::plan::path::parent;

/// The way down to a folder of the output. The texts are folders relative to the output, the
/// topmost that it holds for; empty means the output folder itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WayDown {
    /// Real folders all the way.
    Open,
    /// From this folder on there is nothing yet.
    AbsentFrom(Arc<str>),
    /// A file stands where this folder should.
    FileAt(Arc<str>),
    /// A link or device stands where this folder should.
    LinkAt(Arc<str>),
}

/// The folders of one output folder that were looked at so far.
pub(super) struct Folders {
    output: PathBuf,
    top: WayDown,
    known: Mutex<HashMap<Arc<str>, WayDown>>,
}

impl Folders {
    /// Looks at the output folder itself.
    ///
    /// # Errors
    /// When the output folder is a link or a file, or cannot be looked at.
    pub(super) fn new(disk: &dyn Disk, output: &Path) -> Result<Self, Error> {
        let top = match disk.inspect(output)? {
            Present::Folder => WayDown::Open,
            Present::Absent => WayDown::AbsentFrom("".into()),
            Present::Other => {
                return Err(Error::LeadsOut {
                    path: output.to_owned(),
                });
            }
            Present::File(_) => {
                return Err(Error::during(Operation::CreateFolder, output)(
                    std::io::ErrorKind::NotADirectory.into(),
                ));
            }
        };
        Ok(Self {
            output: output.to_owned(),
            top,
            known: Mutex::default(),
        })
    }

    /// The folders of a copy, which is there.
    pub(super) fn of_copy(copy: &Path) -> Self {
        Self {
            output: copy.to_owned(),
            top: WayDown::Open,
            known: Mutex::default(),
        }
    }

    /// Whether there is an output folder.
    pub(super) fn output_is_there(&self) -> bool {
        self.top == WayDown::Open
    }

    /// The way down to `folder`, which is relative to the output and empty for the output itself.
    pub(super) fn way(&self, disk: &dyn Disk, folder: &str) -> Result<WayDown, Error> {
        if folder.is_empty() || self.top != WayDown::Open {
            return Ok(self.top.clone());
        }
        if let Some(way) = self
            .known
            .lock()
            .expect("nothing panics with this lock")
            .get(folder)
        {
            return Ok(way.clone());
        }
        let way = match self.way(disk, parent(folder).unwrap_or(""))? {
            WayDown::Open => {
                let path = self.output.join(folder);
                match disk.inspect(&path)? {
                    Present::Folder => WayDown::Open,
                    Present::Absent => WayDown::AbsentFrom(folder.into()),
                    Present::File(_) => WayDown::FileAt(folder.into()),
                    Present::Other => WayDown::LinkAt(folder.into()),
                }
            }
            closed => closed,
        };
        self.known
            .lock()
            .expect("nothing panics with this lock")
            .insert(folder.into(), way.clone());
        Ok(way)
    }
}
