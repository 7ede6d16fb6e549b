//! [`Transaction`]: many files change, all of them or none, wherever whoever does it is stopped. The
//! site goes this way, and so do the changes to what people wrote.
//!
//! ```text
//! stage      the user's: new files are written aside, where nobody looks for them
//! carry_out  the journal is sealed: from here on the change happens
//!   │        its steps are done, each of which may be done twice
//!   ▼        the journal is removed
//! finish     of the next process, where a journal is found: the steps once more
//! ```
//!
//! A journal is written whole or not at all, before the first file moves. Without one, nothing was
//! begun, and what is staged is waste. One that is damaged never was complete, or the disk is
//! failing; one that this program did not seal in this folder, for this user, is nobody's: it is
//! never carried out.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::disk::Disk;
use super::survives::Survives;
use crate::error::Error;
use crate::state::{Opened, Seal, StateKey};

/// What is left to do once everything is staged.
pub(crate) trait Steps: Serialize + DeserializeOwned {
    /// The envelope of its journal.
    const SEAL: Seal;
}

/// A change of many files as one.
#[derive(Clone, Copy)]
pub(crate) struct Transaction<'a> {
    disk: &'a dyn Disk,
    /// What the journal is sealed with.
    key: &'a StateKey,
    survives: Survives,
    /// The folder of the program's own that the journal stands in.
    folder: &'a Path,
}

/// How much was changed of what others see.
#[derive(Debug, Default)]
pub(crate) struct Changes(AtomicUsize);

impl Changes {
    /// Notes one more.
    pub(crate) fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn is_none(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

/// Where the journal of a transaction stands.
pub(crate) fn journal_in(folder: &Path) -> PathBuf {
    folder.join("journal")
}

/// Where it is written, before it is one.
pub(super) fn journal_next_in(folder: &Path) -> PathBuf {
    folder.join("journal.next")
}

impl<'a> Transaction<'a> {
    /// The transaction whose journal stands in this folder.
    pub(crate) fn new(
        disk: &'a dyn Disk,
        key: &'a StateKey,
        survives: Survives,
        folder: &'a Path,
    ) -> Self {
        Self {
            disk,
            key,
            survives,
            folder,
        }
    }

    /// What an interrupted process left to do.
    ///
    /// # Errors
    /// When a journal is there and cannot be read at all.
    pub(crate) fn left<S: Steps>(&self) -> Result<Option<S>, Error> {
        let bytes = self.disk.bytes_if_there(&journal_in(self.folder))?;
        Ok(bytes.and_then(|bytes| S::SEAL.open(&bytes, self.key)))
    }

    /// The same, whoever sealed it: to be told, not to be carried out.
    pub(super) fn told<S: Steps>(&self) -> Result<Option<S>, Error> {
        let bytes = self.disk.bytes_if_there(&journal_in(self.folder))?;
        Ok(bytes
            .and_then(|bytes| S::SEAL.read(&bytes, self.key))
            .map(|(Opened::Own(steps) | Opened::Foreign(steps))| steps))
    }

    /// Seals the steps, for which all must be staged, and has them done by `work`.
    ///
    /// # Errors
    /// A refusal of the disk. [`Error::Unfinished`] where something was changed already, or may
    /// have been: the next process finishes that. After any other, nothing was begun.
    pub(crate) fn carry_out<S: Steps>(
        &self,
        steps: &S,
        work: impl FnOnce(&Changes) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let changes = Changes::default();
        let Err(cause) = self
            .seal(steps)
            .and_then(|()| work(&changes))
            .and_then(|()| self.abandon())
        else {
            return Ok(());
        };
        // Nothing has changed yet: without the journal this came to nothing. If not even the
        // journal can be removed, what is staged must stay.
        Err(if changes.is_none() && self.abandon().is_ok() {
            cause
        } else {
            Error::Unfinished {
                cause: Box::new(cause),
            }
        })
    }

    /// Has the steps of a journal done that was found.
    ///
    /// # Errors
    /// A refusal of the disk. The journal stays then.
    pub(crate) fn finish(
        &self,
        work: impl FnOnce(&Changes) -> Result<(), Error>,
    ) -> Result<(), Error> {
        work(&Changes::default())?;
        self.abandon()
    }

    /// Removes the journal, whoever's it is.
    ///
    /// # Errors
    /// A refusal of the disk.
    pub(super) fn abandon(&self) -> Result<(), Error> {
        self.disk.clear_away(&journal_in(self.folder))
    }

    /// Puts the journal in place, whole or not at all.
    fn seal<S: Steps>(&self, steps: &S) -> Result<(), Error> {
        let (next, journal) = (journal_next_in(self.folder), journal_in(self.folder));
        self.disk.write(&next, &S::SEAL.close(steps, self.key))?;
        self.survives.sync(self.disk, std::slice::from_ref(&next))?;
        self.disk.move_to(&next, &journal)?;
        self.survives.sync(self.disk, &[self.folder.to_owned()])
    }
}
