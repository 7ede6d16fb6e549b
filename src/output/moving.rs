//! How staged files get to their places, each in one step for whoever reads them: by a rename, and
//! where that is impossible by a copy beside the place and a rename there.

use std::io;
use std::path::Path;

use super::disk::{Disk, Present};
use super::places::STAGING_INSIDE;
use super::transaction::Changes;
use crate::error::{Error, Operation};

/// Moves a file or folder to its place; where both sides have a folder, what it holds.
pub(super) fn move_in(
    disk: &dyn Disk,
    from: &Path,
    to: &Path,
    changes: &Changes,
) -> Result<(), Error> {
    let here = disk.inspect(from)?;
    let there = disk.inspect(to)?;
    if (here, there) != (Present::Folder, Present::Folder) {
        return rename(disk, from, to, changes);
    }
    for path in disk.names_in(from)? {
        let name = path
            .file_name()
            .expect("a path from a listing ends in a name");
        move_in(disk, &path, &to.join(name), changes)?;
    }
    Ok(())
}

/// Moves a file, over another one if need be, or a folder; also to where no rename leads.
pub(crate) fn rename(
    disk: &dyn Disk,
    from: &Path,
    to: &Path,
    changes: &Changes,
) -> Result<(), Error> {
    match disk.rename(from, to) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            return carry_over(disk, from, to, changes);
        }
        Err(error) => return Err(Error::during(Operation::Move, to)(error)),
    }
    changes.add();
    Ok(())
}

/// Moves to where no rename leads, since a folder within the output is a mount of its own. A file
/// is copied beside its place under a passing name first, so that here too nobody reads half of it.
fn carry_over(disk: &dyn Disk, from: &Path, to: &Path, changes: &Changes) -> Result<(), Error> {
    if disk.inspect(from)? == Present::Folder {
        if disk.inspect(to)? != Present::Folder {
            disk.make_folder(to)?;
            changes.add();
        }
        return move_in(disk, from, to, changes);
    }
    let name = to
        .file_name()
        .expect("what is moved in has a name")
        .to_string_lossy();
    let passing = to.with_file_name(format!("{STAGING_INSIDE}-{name}"));
    disk.clear_away(&passing)?;
    let moved = disk
        .copy_new(from, &passing)
        .map_err(Error::during(Operation::Copy, &passing))
        .and_then(|_| {
            disk.sync(std::slice::from_ref(&passing))
                .map_err(Error::during(Operation::Sync, &passing))
        })
        .and_then(|()| disk.move_to(&passing, to));
    if moved.is_err() {
        // What cannot be removed now, the next build removes when it does this again.
        let _ = disk.clear_away(&passing);
    }
    moved?;
    changes.add();
    disk.remove(from)
}
