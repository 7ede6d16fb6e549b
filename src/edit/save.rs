//! Puts a [`Rewrite`] on disk, all of it or nothing: the new texts wait in `.oogst/edit`, and a
//! transaction moves them in. Who is stopped half-way is finished by the next command that writes.
//! A file that somebody changed in the meantime is left alone.

use std::path::{Path, PathBuf};

use super::Rewrite;
use super::stage::TextStaging;
use super::steps::EditSteps;
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::output::{Disk, Present, RealDisk, Survives, Transaction, journal_in, lock_site};
use crate::source::SourcePath;
use crate::state::{STATE_FOLDER, StateKey};

/// Carries a change out.
///
/// # Errors
/// When the machine refuses, or a file changed since it was read (`read` gives the hash it had
/// then): nothing is changed in that case.
pub fn save(
    root: &Path,
    rewrite: &Rewrite,
    read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
) -> Result<(), Error> {
    if rewrite.is_empty() {
        return Ok(());
    }
    let site = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
    save_on(&RealDisk::new(site.clone()), &site, rewrite, read)
}

/// The same, on any disk.
pub(super) fn save_on(
    disk: &dyn Disk,
    site: &Folder,
    rewrite: &Rewrite,
    read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
) -> Result<(), Error> {
    let _lock = lock_site(site)?;
    let key = StateKey::of_site(site)?;
    // A change that the next run could not finish is not begun.
    key.must_last()?;
    let (root, folder) = (site.path(), waiting(site));
    disk.clear_away(&folder)?;
    disk.make_folders(&folder)?;
    let stage = TextStaging {
        site,
        disk,
        folder: &folder,
    };
    let done = stage.texts(rewrite, read).and_then(|texts| {
        let moves = rewrite.moves.iter();
        let steps = EditSteps {
            moves: moves
                .map(|(from, to)| (from.to_string(), to.to_string()))
                .collect(),
            texts,
        };
        steps.check(disk, root)?;
        Transaction::new(disk, &key, Survives::PowerFailure, &folder).carry_out(&steps, |changes| {
            steps.carry_out(disk, root, &folder, changes)
        })
    });
    if !matches!(done, Err(Error::Unfinished { .. })) {
        // What is left there, the next change clears away.
        let _ = disk.clear_away(&folder);
    }
    done
}

/// Finishes what was stopped half-way; gives whether there was anything.
///
/// # Errors
/// When the machine refuses; the next run tries again.
pub fn finish(root: &Path) -> Result<bool, Error> {
    if !is_unfinished(root)? {
        return Ok(false);
    }
    let site = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
    finish_on(&RealDisk::new(site.clone()), &site)
}

/// The same, on any disk.
pub(super) fn finish_on(disk: &dyn Disk, site: &Folder) -> Result<bool, Error> {
    let _lock = lock_site(site)?;
    let (key, folder) = (StateKey::of_site(site)?, waiting(site));
    let transaction = Transaction::new(disk, &key, Survives::PowerFailure, &folder);
    // Who had the lock may have finished it.
    let Some(steps) = left(&transaction)? else {
        return Ok(false);
    };
    transaction.finish(|changes| steps.carry_out(disk, site.path(), &folder, changes))?;
    let _ = disk.clear_away(&folder);
    Ok(true)
}

/// Whether a change was stopped half-way. Nothing is written.
///
/// # Errors
/// When the machine refuses.
pub fn is_unfinished(root: &Path) -> Result<bool, Error> {
    // Where there is no folder, nothing was begun in it.
    let Ok(site) = Folder::open(root) else {
        return Ok(false);
    };
    let (disk, folder) = (RealDisk::new(site.clone()), waiting(&site));
    if !matches!(disk.look(&journal_in(&folder)), Ok(present) if present != Present::Absent) {
        return Ok(false);
    }
    let key = StateKey::to_look(&site)?;
    let transaction = Transaction::new(&disk, &key, Survives::Kill, &folder);
    Ok(left(&transaction)?.is_some())
}

/// What is left to do, if this program left it.
fn left(transaction: &Transaction<'_>) -> Result<Option<EditSteps>, Error> {
    Ok(transaction.left()?.filter(EditSteps::may_all_be_done))
}

/// Where the texts wait, and the journal with them.
fn waiting(site: &Folder) -> PathBuf {
    site.path().join(STATE_FOLDER).join("edit")
}
