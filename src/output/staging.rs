//! [`Staging`]: the folder in which a build gathers its new and changed files, on the same file
//! system as the output so that each can be moved in by one rename. Nobody reads the site from
//! here, so these files may be half written.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::disk::{Disk, Present};
use super::places::{OutputPlaces, StagingSide};
use crate::error::{Error, Operation};
use crate::plan::path::{OutputPath, parent};

pub(super) struct Staging {
    pub(super) side: StagingSide,
    pub(super) folder: PathBuf,
    /// The folders made in it so far, relative to it.
    made: Mutex<HashSet<Box<str>>>,
}

impl Staging {
    /// Makes the folder: beside the output if files can be moved in from there, else inside it.
    pub(super) fn open(
        disk: &dyn Disk,
        places: &OutputPlaces,
        output_is_there: bool,
    ) -> Result<Self, Error> {
        let beside = places.staging(StagingSide::Beside);
        if !output_is_there {
            disk.make_folders(places.above())?;
            disk.make_folder(&beside)?;
            return Ok(Self::at(StagingSide::Beside, beside));
        }
        // A web server's folder often belongs to the site while the one above it does not: then
        // inside is the place as well.
        if disk.create_folder(&beside).is_ok() {
            if disk
                .can_move_between(&beside, places.output())
                .map_err(Error::during(Operation::Inspect, places.output()))?
            {
                return Ok(Self::at(StagingSide::Beside, beside));
            }
            disk.remove_folder(&beside)
                .map_err(Error::during(Operation::Remove, &beside))?;
        }
        let inside = places.staging(StagingSide::Inside);
        disk.make_folder(&inside)?;
        Ok(Self::at(StagingSide::Inside, inside))
    }

    fn at(side: StagingSide, folder: PathBuf) -> Self {
        Self {
            side,
            folder,
            made: Mutex::default(),
        }
    }

    /// Where a file is to be staged; the folders above it are made.
    pub(super) fn place_for(&self, disk: &dyn Disk, path: &OutputPath) -> Result<PathBuf, Error> {
        self.make(disk, path.folder())?;
        Ok(path.within(&self.folder))
    }

    /// The staging folder and all folders in it.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let made = self.made.lock().expect("nothing panics with this lock");
        let mut folders: Vec<PathBuf> = made
            .iter()
            .map(|folder| self.folder.join(&**folder))
            .collect();
        folders.push(self.folder.clone());
        folders.sort_unstable();
        folders
    }

    fn make(&self, disk: &dyn Disk, folder: &str) -> Result<(), Error> {
        if folder.is_empty()
            || self
                .made
                .lock()
                .expect("nothing panics with this lock")
                .contains(folder)
        {
            return Ok(());
        }
        self.make(disk, parent(folder).unwrap_or(""))?;
        let path = self.folder.join(folder);
        match disk.create_folder(&path) {
            Ok(()) => {}
            // Another worker came first; two that make one folder are cheaper than one lock around
            // the making.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::during(Operation::CreateFolder, &path)(error)),
        }
        self.made
            .lock()
            .expect("nothing panics with this lock")
            .insert(folder.into());
        Ok(())
    }
}

/// Removes what a build that came to nothing left behind. There must be no journal: that would
/// still need these files.
pub(super) fn discard(disk: &dyn Disk, places: &OutputPlaces) -> Result<(), Error> {
    for side in [StagingSide::Beside, StagingSide::Inside] {
        disk.clear_away(&places.staging(side))?;
    }
    disk.clear_away(&places.manifest_next())?;
    disk.clear_away(&places.journal_next())
}

/// Removes links, pipes and devices from the folder of the program's own: it makes none, so they
/// came with the site's folder.
pub(super) fn clear_of_links(disk: &dyn Disk, state: &Path) -> Result<(), Error> {
    for path in disk.names_in(state)? {
        if disk.inspect(&path)? == Present::Other {
            disk.remove(&path)?;
        }
    }
    Ok(())
}
