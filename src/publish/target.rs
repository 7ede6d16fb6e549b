//! [`PublishTarget`]: the few things this room asks of a place that a site is published at. Paths are
//! below that place, with `/` between the names; the place itself is the empty one.

use std::io::{self, Read};

use super::caution::TargetCaution;

/// A place that a site is published at. Each of these either happens or does not, `write_new` aside,
/// which may stop half-way; a connection that is lost may hide which.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once for all of them: the place refused, or cannot be reached"
)]
pub trait PublishTarget: Send + Sync {
    /// The place in words, for messages: `sftp://server/www`.
    fn shown(&self) -> String;
    /// How many of these may be asked for at the same time.
    fn at_once(&self) -> usize;
    /// The bytes of a file that holds at most so many; `None` where there is none.
    fn read(&self, path: &str, most: u64) -> io::Result<Option<Vec<u8>>>;
    /// Writes a file of a name that only this program gives. Where one stands there the answer is
    /// `AlreadyExists`; a place that cannot tell writes over it. `size` is how many bytes there are.
    fn write_new(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()>;
    /// The same of a small file by which runs know each other: of two that write it at the same time,
    /// one alone succeeds.
    fn claim(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.write_new(path, &mut &bytes[..], bytes.len() as u64)
    }
    /// How it puts files there whole, if it does: then none is put beside its place first, and
    /// neither `rename_over` nor a verb of folders is asked of it.
    fn whole(&self) -> Option<&dyn WholeFiles> {
        None
    }
    /// What somebody who publishes there has to know, as far as it is known by now.
    fn caution(&self) -> Option<TargetCaution> {
        None
    }
    /// Gives a file another name, and takes the place of a file of that name.
    fn rename_over(&self, from: &str, to: &str) -> io::Result<()>;
    /// Removes a file; one that is not there is `NotFound`.
    fn remove(&self, path: &str) -> io::Result<()>;
    /// Makes one folder; the answer is `AlreadyExists` where there is one.
    fn make_folder(&self, path: &str) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &str) -> io::Result<()>;
    /// What a folder holds; `None` where there is none.
    fn list(&self, folder: &str) -> io::Result<Option<Vec<TargetEntry>>>;
}

/// A place that knows no folders: names in it may hold `/`, and a file is there whole or not at all.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once for all of them: the place refused, or cannot be reached"
)]
pub trait WholeFiles {
    /// Puts a file there, over one that is there.
    fn put(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()>;
    /// The paths of all files there, and how many bytes each has.
    fn list_all(&self) -> io::Result<Vec<(String, u64)>>;
}

/// What stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetEntry {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: TargetEntryKind,
}

/// What it is that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetEntryKind {
    /// An ordinary file of so many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, or anything else: no run makes one.
    Other,
}
