//! What the program keeps for itself goes with what is taken off the site: copies of its own files
//! that were put aside, and a preview that was made of older content.

use std::path::Path;

use super::disk::{Disk, Present};
use super::manifest::{FileKey, Manifest};
use super::places::OutputPlaces;
use super::recognise::{LARGEST, bears_a_mark};
use crate::error::Error;
use crate::plan::path::OutputPath;
use crate::state::StateKey;

/// Removes every copy that was put aside of a file that this program made, changed by hand or not:
/// it may show what is withdrawn. What others made stays. Gives how many went.
pub(super) fn clear_copies(disk: &dyn Disk, places: &OutputPlaces) -> Result<usize, Error> {
    let all = places.replaced();
    let mut cleared = 0;
    if disk.inspect(&all)? == Present::Folder {
        for batch in disk.names_in(&all)? {
            cleared += clear_folder(disk, &batch, &batch)?;
            // It may hold what others made.
            let _ = disk.remove_folder(&batch);
        }
        let _ = disk.remove_folder(&all);
    }
    Ok(cleared)
}

fn clear_folder(disk: &dyn Disk, batch: &Path, folder: &Path) -> Result<usize, Error> {
    if disk.inspect(folder)? != Present::Folder {
        return Ok(0);
    }
    let mut cleared = 0;
    for inner in disk.names_in(folder)? {
        match disk.inspect(&inner)? {
            Present::Folder => {
                cleared += clear_folder(disk, batch, &inner)?;
                let _ = disk.remove_folder(&inner);
            }
            Present::File(stamp) if stamp.size <= LARGEST => {
                let name = inner
                    .strip_prefix(batch)
                    .ok()
                    .and_then(Path::to_str)
                    .map(|name| name.replace(std::path::MAIN_SEPARATOR, "/"));
                let bytes = disk.bytes_of(&inner)?;
                if name.is_some_and(|name| {
                    OutputPath::new(&name).is_ok_and(|path| bears_a_mark(&path, &bytes))
                }) {
                    disk.remove(&inner)?;
                    cleared += 1;
                }
            }
            // Larger than anything that this program makes with a mark.
            Present::File(_) | Present::Absent | Present::Other => {}
        }
    }
    Ok(cleared)
}

/// Removes an output folder of the program's own, with its manifest, unless its build was made of
/// this content; gives whether it is there still.
pub(super) fn clear_unless_of(
    disk: &dyn Disk,
    places: &OutputPlaces,
    content: FileKey,
    key: &StateKey,
) -> Result<bool, Error> {
    if Manifest::read(disk, places, key)?
        .is_some_and(|manifest| manifest.content() == Some(content))
    {
        return Ok(true);
    }
    // First what tells of it, so that nothing half removed is believed.
    disk.clear_away(&places.manifest())?;
    disk.clear_away(places.output())?;
    Ok(false)
}
