//! [`WalkedFile`]: a file that a walk found, to be opened later. What is opened is that very file,
//! or nothing.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::{Facts, Folder, Identity, Refusal, read_at_most};

/// A file that was found below a folder. It is opened by its real place, and only while the file
/// there is the one that was found.
#[derive(Debug, Clone)]
pub struct WalkedFile {
    folder: Folder,
    below: PathBuf,
    facts: Facts,
}

impl WalkedFile {
    pub(super) fn new(folder: Folder, below: PathBuf, facts: Facts) -> Self {
        Self {
            folder,
            below,
            facts,
        }
    }

    /// Its path as the system has it: for messages, and to compare with what a watcher names.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join(&self.below)
    }

    /// Its path below the folder that it was found in.
    pub fn below(&self) -> &Path {
        &self.below
    }

    /// What the system told of it when it was found.
    pub fn facts(&self) -> Facts {
        self.facts
    }

    /// Opens it for reading.
    ///
    /// # Errors
    /// [`Refusal::Swapped`] when another file is there by now; else when the system refuses.
    pub fn open(&self) -> io::Result<File> {
        let (file, facts) = self.folder.open_with_facts(&self.below)?;
        if self.is_found(facts.identity) {
            Ok(file)
        } else {
            Err(Refusal::Swapped.into())
        }
    }

    /// Its bytes, of which there may be so many.
    ///
    /// # Errors
    /// As of [`open`](Self::open); when it holds more.
    pub fn read(&self, most: u64) -> io::Result<Vec<u8>> {
        read_at_most(self.open()?, self.facts.size.min(most), most)
    }

    /// The file that stands there by now, where it is an ordinary one.
    ///
    /// # Errors
    /// When there is none, and when the system refuses.
    pub fn again(&self) -> io::Result<Self> {
        let (_, facts) = self.folder.open_with_facts(&self.below)?;
        Ok(Self {
            facts,
            ..self.clone()
        })
    }

    fn is_found(&self, now: Identity) -> bool {
        now == self.facts.identity
    }
}

/// Two are the same when the same file was found at the same place, as long and as old.
impl PartialEq for WalkedFile {
    fn eq(&self, other: &Self) -> bool {
        self.below == other.below
            && self.facts == other.facts
            && self.folder.path() == other.folder.path()
    }
}

impl Eq for WalkedFile {}
