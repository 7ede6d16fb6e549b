//! [`PublishTarget`]: the few things this room asks of a place that a site is published at. Paths are
//! below that place, with `/` between the names; the place itself is the empty one.

use std::io::{self, Read};

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
    /// Writes a file, which must not exist: then the answer is `AlreadyExists`. `size` is how many
    /// bytes there are.
    fn write_new(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()>;
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
