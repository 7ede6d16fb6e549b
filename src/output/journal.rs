//! [`Journal`]: the note that all files of the new site are staged and only need to be moved in. It
//! is written before the first file moves and removed after the last, so whoever finds one finishes
//! that work, as often as it takes: every step here may be done twice. Without a journal the output
//! is as the last build left it, and staged files are waste.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::disk::{Disk, Present, Stamp};
use super::folders::{Folders, Way};
use super::places::{Places, STAGING_INSIDE, Side};
use super::staging::{clear_away, discard};
use super::writer::Survives;
use crate::error::{Error, Operation};
use crate::folder::Refusal;
use crate::plan::path::OutputPath;
use crate::state::{Opened, Seal, StateKey};

/// What is left to do once everything is staged. What is to be moved is not listed: it is all that
/// the staging folder holds.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    /// The output folder, which need not be that of the build that finds the journal.
    pub(super) location: String,
    pub(super) side: Side,
    /// What must go first: files where the new site has folders, and the other way round.
    pub(super) clear: Removals,
    /// What must go last.
    pub(super) surplus: Removals,
}

/// Files of the last build that this one did not make.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Removals {
    /// As they were when the journal was written: a file that somebody has put there since is not
    /// removed.
    pub(super) files: Vec<(OutputPath, Stamp)>,
    /// Folders that may be empty then, the deepest first.
    pub(super) folders: Vec<OutputPath>,
}

/// What to move from the staging folder.
pub(super) enum Moves<'a> {
    /// These files and whole new folders; empty text for the staging folder itself. The names in
    /// the `touched` folders are made durable before the journal goes.
    These {
        paths: &'a [Arc<str>],
        touched: &'a [PathBuf],
    },
    /// Whatever it still holds.
    Rest,
}

/// Where a journal is carried out.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) disk: &'a dyn Disk,
    pub(super) places: &'a Places,
    pub(super) folders: &'a Folders,
    pub(super) survives: Survives,
    /// What the journal is sealed with.
    pub(super) key: &'a StateKey,
}

const SEAL: Seal = Seal {
    name: *b"oogst moves\n",
    version: 2,
};

/// Work is shared out in pieces of this many files, so that small builds do all in one thread, in
/// order.
const PIECE: usize = 64;

impl Journal {
    /// Puts the journal in place, whole or not at all.
    pub(super) fn write(&self, ground: &Ground<'_>) -> Result<(), Error> {
        let Ground {
            disk,
            places,
            survives,
            key,
            folders: _,
        } = *ground;
        let (next, journal) = (places.journal_next(), places.journal());
        disk.write_new(&next, &SEAL.close(self, key))
            .map_err(Error::during(Operation::Write, &next))?;
        survives.sync(disk, std::slice::from_ref(&next))?;
        disk.rename(&next, &journal)
            .map_err(Error::during(Operation::Move, &journal))?;
        survives.sync(disk, &[places.state()])
    }

    /// The journal of an interrupted build. One that is damaged is none: it never was complete, or
    /// the disk is failing and the next build will find every file that is not as its manifest
    /// says. Nor is one that this program did not seal here.
    pub(super) fn read(
        disk: &dyn Disk,
        places: &Places,
        key: &StateKey,
    ) -> Result<Option<Self>, Error> {
        Ok(bytes(disk, places)?.and_then(|bytes| SEAL.open(&bytes, key)))
    }

    /// Whether a journal says that a build of this output was interrupted, whoever wrote it: to be
    /// told, not to be carried out.
    pub(super) fn tells_of(
        disk: &dyn Disk,
        places: &Places,
        key: &StateKey,
    ) -> Result<bool, Error> {
        Ok(bytes(disk, places)?
            .and_then(|bytes| SEAL.read::<Self>(&bytes, key))
            .is_some_and(|journal| {
                let (Opened::Own(journal) | Opened::Foreign(journal)) = journal;
                journal.location == places.location()
            }))
    }

    /// Does what the journal says, and then removes it. `changes` counts what was changed in the
    /// output.
    pub(super) fn carry_out(
        &self,
        ground: &Ground<'_>,
        moves: &Moves<'_>,
        changes: &AtomicUsize,
    ) -> Result<(), Error> {
        let Ground {
            disk,
            places,
            folders,
            survives,
            key: _,
        } = *ground;
        let (output, staging) = (places.output(), places.staging(self.side));
        self.clear.carry_out(disk, output, folders, changes)?;
        match moves {
            Moves::These { paths, touched: _ } => {
                paths.par_iter().with_min_len(PIECE).try_for_each(|path| {
                    let (from, to) = if path.is_empty() {
                        (staging.clone(), output.to_owned())
                    } else {
                        (staging.join(&**path), output.join(&**path))
                    };
                    rename(disk, &from, &to, changes)
                })?;
            }
            Moves::Rest => {
                if disk
                    .look(&staging)
                    .map_err(Error::during(Operation::Inspect, &staging))?
                    == Present::Folder
                {
                    move_in(disk, &staging, output, changes)?;
                }
            }
        }
        self.surplus.carry_out(disk, output, folders, changes)?;
        if let Moves::These { paths: _, touched } = moves {
            survives.sync(disk, touched)?;
        }

        let (next, manifest) = (places.manifest_next(), places.manifest());
        if disk
            .look(&next)
            .map_err(Error::during(Operation::Inspect, &next))?
            != Present::Absent
        {
            disk.rename(&next, &manifest)
                .map_err(Error::during(Operation::Move, &manifest))?;
        }
        clear_away(disk, &places.journal())
    }
}

impl Removals {
    fn carry_out(
        &self,
        disk: &dyn Disk,
        output: &Path,
        folders: &Folders,
        changes: &AtomicUsize,
    ) -> Result<(), Error> {
        self.files
            .par_iter()
            .with_min_len(PIECE)
            .try_for_each(|(path, stamp)| {
                let file = path.within(output);
                if folders.way(disk, path.folder())? == Way::Open
                    && disk
                        .look(&file)
                        .map_err(Error::during(Operation::Inspect, &file))?
                        == Present::File(*stamp)
                {
                    disk.remove_file(&file)
                        .map_err(Error::during(Operation::Remove, &file))?;
                    changes.fetch_add(1, Ordering::Relaxed);
                }
                Ok(())
            })?;
        for folder in &self.folders {
            if folders.way(disk, folder.folder())? == Way::Open {
                // It may hold other files, be a mount, be gone: an empty folder too many is no
                // reason to fail.
                let _ = disk.remove_folder(&folder.within(output));
            }
        }
        Ok(())
    }
}

/// Finishes what an interrupted build began, or discards it if it did not get so far. Tells whether
/// there was something to finish.
pub(super) fn recover(
    disk: &dyn Disk,
    places: &Places,
    survives: Survives,
    key: &StateKey,
) -> Result<bool, Error> {
    let journal = Journal::read(disk, places, key)?;
    let target = journal
        .as_ref()
        .and_then(|journal| places.at(&journal.location));
    let finished = if let Some((journal, places)) = journal.as_ref().zip(target) {
        let folders = Folders::new(disk, places.output())?;
        let ground = Ground {
            disk,
            places: &places,
            folders: &folders,
            survives,
            key,
        };
        journal
            .carry_out(&ground, &Moves::Rest, &AtomicUsize::new(0))
            .map_err(|cause| Error::Unfinished {
                cause: Box::new(cause),
            })?;
        discard(disk, &places)?;
        true
    } else {
        clear_away(disk, &places.journal())?;
        false
    };
    discard(disk, places)?;
    Ok(finished)
}

fn bytes(disk: &dyn Disk, places: &Places) -> Result<Option<Vec<u8>>, Error> {
    let journal = places.journal();
    match disk.read(&journal) {
        Ok(bytes) => Ok(Some(bytes)),
        // A link or a pipe of that name is not ours.
        Err(error) if error.kind() == io::ErrorKind::NotFound || Refusal::of(&error).is_some() => {
            Ok(None)
        }
        Err(error) => Err(Error::during(Operation::Read, &journal)(error)),
    }
}

/// Moves a file or folder to its place; where both sides have a folder, what it holds.
fn move_in(disk: &dyn Disk, from: &Path, to: &Path, changes: &AtomicUsize) -> Result<(), Error> {
    let here = disk
        .look(from)
        .map_err(Error::during(Operation::Inspect, from))?;
    let there = disk
        .look(to)
        .map_err(Error::during(Operation::Inspect, to))?;
    if (here, there) != (Present::Folder, Present::Folder) {
        return rename(disk, from, to, changes);
    }
    for path in disk
        .list(from)
        .map_err(Error::during(Operation::List, from))?
    {
        let name = path
            .file_name()
            .expect("a path from a listing ends in a name");
        move_in(disk, &path, &to.join(name), changes)?;
    }
    Ok(())
}

fn rename(disk: &dyn Disk, from: &Path, to: &Path, changes: &AtomicUsize) -> Result<(), Error> {
    match disk.rename(from, to) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            return carry_over(disk, from, to, changes);
        }
        Err(error) => return Err(Error::during(Operation::Move, to)(error)),
    }
    changes.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

/// Moves to where no rename leads, since a folder within the output is a mount of its own. A file
/// is copied beside its place under a passing name first, so that here too nobody reads half of it.
fn carry_over(disk: &dyn Disk, from: &Path, to: &Path, changes: &AtomicUsize) -> Result<(), Error> {
    if disk
        .look(from)
        .map_err(Error::during(Operation::Inspect, from))?
        == Present::Folder
    {
        if disk
            .look(to)
            .map_err(Error::during(Operation::Inspect, to))?
            != Present::Folder
        {
            disk.create_folder(to)
                .map_err(Error::during(Operation::CreateFolder, to))?;
            changes.fetch_add(1, Ordering::Relaxed);
        }
        return move_in(disk, from, to, changes);
    }
    let name = to
        .file_name()
        .expect("what is moved in has a name")
        .to_string_lossy();
    let passing = to.with_file_name(format!("{STAGING_INSIDE}-{name}"));
    clear_away(disk, &passing)?;
    let moved = disk
        .copy_new(from, &passing)
        .map_err(Error::during(Operation::Copy, &passing))
        .and_then(|_| {
            disk.sync(std::slice::from_ref(&passing))
                .map_err(Error::during(Operation::Sync, &passing))
        })
        .and_then(|()| {
            disk.rename(&passing, to)
                .map_err(Error::during(Operation::Move, to))
        });
    if moved.is_err() {
        // What cannot be removed now, the next build removes when it does this again.
        let _ = clear_away(disk, &passing);
    }
    moved?;
    changes.fetch_add(1, Ordering::Relaxed);
    disk.remove_file(from)
        .map_err(Error::during(Operation::Remove, from))
}
