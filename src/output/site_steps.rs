//! [`SiteSteps`]: from a staging folder with all new and changed files to the new site. Whoever finds
//! them sealed finishes that work, as often as it takes: every step here may be done twice. Without
//! them the output is as the last build left it, and staged files are waste.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::disk::{Disk, Present, Stamp};
use super::folders::{Folders, WayDown};
use super::moving::{move_in, rename};
use super::places::{OutputPlaces, StagingSide};
use super::staging::discard;
use super::survives::Survives;
use super::transaction::{Changes, Steps, Transaction};
use crate::error::Error;
use crate::plan::path::OutputPath;
use crate::state::{Seal, StateKey};

/// What is left to do once everything is staged. What is to be moved is not listed: it is all that
/// the staging folder holds.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SiteSteps {
    /// The output folder, which need not be that of the build that finds the journal.
    pub(super) location: String,
    pub(super) side: StagingSide,
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
    pub(super) places: &'a OutputPlaces,
    pub(super) folders: &'a Folders,
    pub(super) survives: Survives,
}

impl Steps for SiteSteps {
    const SEAL: Seal = Seal {
        name: *b"oogst moves\n",
        version: 2,
    };
}

/// Work is shared out in pieces of this many files, so that small builds do all in one thread, in
/// order.
const PIECE: usize = 64;

impl SiteSteps {
    /// Does what is left to do. `changes` counts what was changed in the output.
    pub(super) fn carry_out(
        &self,
        ground: &Ground<'_>,
        moves: &Moves<'_>,
        changes: &Changes,
    ) -> Result<(), Error> {
        let Ground {
            disk,
            places,
            folders,
            survives,
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
                if disk.inspect(&staging)? == Present::Folder {
                    move_in(disk, &staging, output, changes)?;
                }
            }
        }
        self.surplus.carry_out(disk, output, folders, changes)?;
        if let Moves::These { paths: _, touched } = moves {
            survives.sync(disk, touched)?;
        }

        let (next, manifest) = (places.manifest_next(), places.manifest());
        if disk.inspect(&next)? != Present::Absent {
            disk.move_to(&next, &manifest)?;
        }
        Ok(())
    }
}

impl Removals {
    fn carry_out(
        &self,
        disk: &dyn Disk,
        output: &Path,
        folders: &Folders,
        changes: &Changes,
    ) -> Result<(), Error> {
        self.files
            .par_iter()
            .with_min_len(PIECE)
            .try_for_each(|(path, stamp)| {
                let file = path.within(output);
                if folders.way(disk, path.folder())? == WayDown::Open
                    && disk.inspect(&file)? == Present::File(*stamp)
                {
                    disk.remove(&file)?;
                    changes.add();
                }
                Ok(())
            })?;
        for folder in &self.folders {
            if folders.way(disk, folder.folder())? == WayDown::Open {
                // It may hold other files, be a mount, be gone: an empty folder too many is no
                // reason to fail.
                let _ = disk.remove_folder(&folder.within(output));
            }
        }
        Ok(())
    }
}

/// Whether a build of this output was interrupted, whoever it was: to be told.
pub(super) fn tells_of_interruption(
    disk: &dyn Disk,
    places: &OutputPlaces,
    key: &StateKey,
) -> Result<bool, Error> {
    let state = places.state();
    let steps: Option<SiteSteps> =
        Transaction::new(disk, key, Survives::default(), &state).told()?;
    Ok(steps.is_some_and(|steps| steps.location == places.location()))
}

/// Finishes what an interrupted build began, or discards it if it did not get so far. Tells whether
/// there was something to finish.
pub(super) fn recover(
    disk: &dyn Disk,
    places: &OutputPlaces,
    survives: Survives,
    key: &StateKey,
) -> Result<bool, Error> {
    let state = places.state();
    let transaction = Transaction::new(disk, key, survives, &state);
    let left: Option<SiteSteps> = transaction.left()?;
    let target = left.as_ref().and_then(|steps| places.at(&steps.location));
    let finished = if let Some((steps, places)) = left.as_ref().zip(target) {
        let folders = Folders::new(disk, places.output())?;
        let ground = Ground {
            disk,
            places: &places,
            folders: &folders,
            survives,
        };
        transaction
            .finish(|changes| steps.carry_out(&ground, &Moves::Rest, changes))
            .map_err(|cause| Error::Unfinished {
                cause: Box::new(cause),
            })?;
        discard(disk, &places)?;
        true
    } else {
        transaction.abandon()?;
        false
    };
    discard(disk, places)?;
    Ok(finished)
}
