//! The files of a build as they come, from any number of threads: looked at, compared, and staged
//! where they are new or changed. Of a file whose key and stamp are those of the last build nothing
//! is made at all.

use std::path::Path;
use std::sync::atomic::Ordering;

use super::disk::{ContentHash, Disk, Present, Stamp, hash_of};
use super::folders::WayDown;
use super::manifest::{FileKey, ManifestEntry};
use super::mark::MadeBy;
use super::recognise::is_of_index;
use super::writer::{SiteWriter, Staged};
use crate::error::{Error, Operation};
use crate::folder::WalkedFile;
use crate::plan::path::OutputPath;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Placed {
    /// The last build made it with the same key and nobody changed it since: it was not made again.
    Kept,
    /// It was made, and is byte for byte what is there: it was not written.
    Same,
    /// It is new or changed, and staged.
    Written,
    /// A file that no build made is in its place. The commit will be refused.
    InTheWay,
}

/// Why a file could not be placed.
#[derive(Debug)]
pub enum PlaceError<E> {
    /// It could not be made.
    Render(E),
    /// It could not be compared or staged, or the build was cancelled.
    Machine(Error),
}

/// How a made file fits what is there.
enum Fit {
    Same(Stamp),
    /// Nothing is there, or what the last build made.
    Free,
    /// Somebody's file is there, which is to be kept aside.
    SetAside,
    OverFolder,
    InTheWay,
}

impl SiteWriter {
    /// Places a file whose bytes `render` makes if they are needed. Equal keys must mean equal
    /// bytes.
    ///
    /// # Errors
    /// What `render` returns; a refusal of the disk; [`Error::Cancelled`].
    pub fn place<B: AsRef<[u8]>, E>(
        &self,
        path: &OutputPath,
        key: FileKey,
        render: impl FnOnce() -> Result<B, E>,
    ) -> Result<Placed, PlaceError<E>> {
        let present = match self.keep(path, key)? {
            Ok(kept) => return Ok(kept),
            Err(present) => present,
        };
        let bytes = render().map_err(PlaceError::Render)?;
        let bytes = bytes.as_ref();
        let content = ContentHash::of(bytes);
        let fit = self.fit(path, present, content)?;
        let placed = self.settle(path, key, content, &fit, |disk, file| {
            let stamp = disk.write(file, bytes)?;
            Ok((content, stamp))
        })?;
        Ok(placed)
    }

    /// The hash of a file from outside the output, for its key. Its bytes are never all in memory.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn hash(&self, source: &WalkedFile) -> Result<ContentHash, Error> {
        source
            .open()
            .and_then(hash_of)
            .map_err(Error::during(Operation::Read, &source.path()))
    }

    /// Places a copy of a file from outside the output, such as an attachment, with this content.
    /// Its bytes are never all in memory.
    ///
    /// # Errors
    /// When the source cannot be read or has another content; a refusal of the disk;
    /// [`Error::Cancelled`].
    pub fn copy(
        &self,
        path: &OutputPath,
        key: FileKey,
        source: &WalkedFile,
        content: ContentHash,
    ) -> Result<Placed, Error> {
        let present = match self.keep(path, key)? {
            Ok(kept) => return Ok(kept),
            Err(present) => present,
        };
        let fit = self.fit(path, present, content)?;
        // The hash is taken again while copying: the source may have changed in between, and then
        // nobody knows any more what it is.
        self.settle(path, key, content, &fit, |disk, file| {
            let (copied, stamp) = disk
                .copy_in(source, file)
                .map_err(Error::during(Operation::Copy, &source.path()))?;
            if copied == content {
                Ok((copied, stamp))
            } else {
                Err(Error::ChangedMeanwhile {
                    path: source.path(),
                })
            }
        })
    }

    /// Keeps the file if it is as the last build left it and its key is the same; else says what is
    /// there.
    fn keep(&self, path: &OutputPath, key: FileKey) -> Result<Result<Placed, Present>, Error> {
        self.options.cancel.check()?;
        if !self.folders.output_is_there() {
            return Ok(Err(Present::Absent));
        }
        let file = path.within(self.places.output());
        let present = self.disk().inspect(&file)?;
        if let Some(entry) = self.known(path)
            && entry.key == key
            && present == Present::File(entry.stamp)
        {
            let mut progress = self.progress();
            progress.entries.push(entry.clone());
            progress.kept += 1;
            return Ok(Ok(Placed::Kept));
        }
        Ok(Err(present))
    }

    /// Compares made bytes with what is there. A file whose stamp is the manifest's need not be
    /// read.
    fn fit(&self, path: &OutputPath, present: Present, content: ContentHash) -> Result<Fit, Error> {
        let stamp = match present {
            Present::Absent => return Ok(Fit::Free),
            Present::Folder => return Ok(Fit::OverFolder),
            Present::Other => return Ok(Fit::InTheWay),
            Present::File(stamp) => stamp,
        };
        let known = self.known(path);
        let there = match known {
            Some(entry) if entry.stamp == stamp => entry.content,
            _ => {
                let file = path.within(self.places.output());
                self.disk().content_of(&file)?
            }
        };
        if there == content {
            return Ok(Fit::Same(stamp));
        }
        if self.options.all_ours
            || known.is_some_and(|entry| entry.content == there || stamp.size == 0)
        {
            // An empty file where one of ours was is what a power failure leaves; nothing in it is
            // worth keeping.
            return Ok(Fit::Free);
        }
        let maker = self.recogniser().maker(path, stamp.size)?;
        if maker == MadeBy::Signed {
            self.is_of_another_time.store(true, Ordering::Relaxed);
        }
        Ok(match maker {
            // Another build than the last made it.
            MadeBy::Signed => Fit::Free,
            MadeBy::Placed if known.is_none() || is_of_index(path) => Fit::Free,
            MadeBy::Others if known.is_none() && self.previous.is_some() => Fit::InTheWay,
            // Edited since it was made; or nobody knows any more who made it.
            MadeBy::Placed | MadeBy::Marked | MadeBy::Others => Fit::SetAside,
        })
    }

    /// Stages the file if need be, and notes what became of it.
    fn settle(
        &self,
        path: &OutputPath,
        key: FileKey,
        content: ContentHash,
        fit: &Fit,
        stage: impl FnOnce(&dyn Disk, &Path) -> Result<(ContentHash, Stamp), Error>,
    ) -> Result<Placed, Error> {
        match *fit {
            Fit::Same(stamp) => {
                let mut progress = self.progress();
                progress.entries.push(ManifestEntry {
                    path: path.clone(),
                    key,
                    content,
                    stamp,
                });
                progress.same.push(path.clone());
                return Ok(Placed::Same);
            }
            Fit::InTheWay => {
                self.progress().in_the_way.push(path.clone());
                return Ok(Placed::InTheWay);
            }
            Fit::Free | Fit::SetAside | Fit::OverFolder => {}
        }
        let way = self.folders.way(self.disk(), path.folder())?;
        if let WayDown::LinkAt(folder) = &way {
            return Err(Error::LeadsOut {
                path: self.places.output().join(&**folder),
            });
        }
        let file = self.staging.place_for(self.disk(), path)?;
        let (content, stamp) = stage(self.disk(), &file)?;
        let mut progress = self.progress();
        progress.entries.push(ManifestEntry {
            path: path.clone(),
            key,
            content,
            stamp,
        });
        progress.staged.push(Staged {
            path: path.clone(),
            way,
            over_folder: matches!(fit, Fit::OverFolder),
        });
        if matches!(fit, Fit::SetAside) {
            progress.to_set_aside.push(path.clone());
        }
        Ok(Placed::Written)
    }

    fn known(&self, path: &OutputPath) -> Option<&ManifestEntry> {
        self.previous.as_ref()?.entry(path)
    }
}

impl<E> From<Error> for PlaceError<E> {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}
