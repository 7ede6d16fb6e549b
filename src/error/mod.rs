//! [`Error`]: the machine failed. It says what was tried, on which path, and what the system
//! answered, in Dutch and in English. What is wrong with somebody's content is a diagnostic, never
//! an `Error`; nothing here touches the disk.

mod messages;

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::words::Language;

/// Why the program stopped although the content may be fine. Leads to exit code 2.
#[derive(Debug)]
pub enum Error {
    /// The system refused something.
    Io {
        /// What was tried.
        operation: Operation,
        /// On which file or folder.
        path: PathBuf,
        /// The answer of the system.
        source: io::Error,
    },
    /// Another process is building this site.
    Locked {
        /// The lock file, which the other process holds.
        lock: PathBuf,
        /// The id of that process, where it could be read.
        process: Option<u32>,
    },
    /// A symbolic link (or junction) stands where the output needs a folder of its own: writing
    /// there would leave the output.
    LeadsOut {
        /// The link.
        path: PathBuf,
    },
    /// Two files of one build want the same path, or one wants to be a folder of the other. The
    /// plan should have refused that.
    PlacedTwice {
        /// The path within the output.
        path: PathBuf,
    },
    /// The files of the new site could be moved in only partly. They are kept, and the next build
    /// moves in the rest.
    Unfinished {
        /// What stood in the way.
        cause: Box<Error>,
    },
    /// A file that was to be changed was changed by somebody else since it was read.
    ChangedMeanwhile {
        /// The file.
        path: PathBuf,
    },
    /// There is no note of what the last build left: nothing was built yet, or the note was lost.
    NoManifest {
        /// Where it would stand.
        path: PathBuf,
    },
    /// The note of what the last build left cannot be believed.
    DamagedManifest {
        /// Where it stands.
        path: PathBuf,
    },
    /// There is no place to keep the user's key, without which the next run would not believe what
    /// this one leaves for it.
    NoKey {
        /// The folder that it would be kept in, where one is known.
        folder: Option<PathBuf>,
    },
    /// A build changed the site while it was looked at.
    BuiltMeanwhile,
    /// The user interrupted the build.
    Cancelled,
}

/// What a server on the web answers, for which systems have no words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerAnswer {
    /// It said no by this number (RFC 9110, section 15).
    Number(u16),
    /// More than a person put there.
    TooMany,
}

impl fmt::Display for ServerAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(status) => write!(f, "HTTP {status}"),
            Self::TooMany => f.write_str("too many files"),
        }
    }
}

impl StdError for ServerAnswer {}

/// What was tried when the machine failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Reading a file's content.
    Read,
    /// Asking what stands at a path.
    Inspect,
    /// Reading the names in a folder.
    List,
    /// Writing a new file.
    Write,
    /// Copying a file.
    Copy,
    /// Moving a file or folder to its place.
    Move,
    /// Removing a file or folder.
    Remove,
    /// Making a folder.
    CreateFolder,
    /// Making sure that what was written stays written when the power fails.
    Sync,
    /// Taking the lock that keeps two builds apart.
    Lock,
}

impl Error {
    /// For `map_err`: the error of having tried `operation` on `path`.
    pub fn during(operation: Operation, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io {
            operation,
            path: path.to_owned(),
            source,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Unfinished { cause } => Some(&**cause),
            Self::Locked { .. }
            | Self::LeadsOut { .. }
            | Self::ChangedMeanwhile { .. }
            | Self::PlacedTwice { .. }
            | Self::NoManifest { .. }
            | Self::DamagedManifest { .. }
            | Self::NoKey { .. }
            | Self::BuiltMeanwhile
            | Self::Cancelled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_named_in_both_languages() {
        let error = Error::during(Operation::Write, Path::new("output/index.html"))(
            io::ErrorKind::StorageFull.into(),
        );
        assert_eq!(
            error.message(Language::Nl),
            "kan `output/index.html` niet schrijven: de schijf is vol"
        );
        assert_eq!(
            error.message(Language::En),
            "cannot write `output/index.html`: the disk is full"
        );
    }
}
