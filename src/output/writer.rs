//! [`Writer`]: takes the files of a build as they come, from any number of threads, and stages
//! those that are new or changed. Of a file whose key and stamp are those of the last build nothing
//! is made at all. Up to [`commit`](Writer::commit) the output folder is only looked at; a writer
//! that is dropped leaves it as it was.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use super::disk::{ContentHash, Disk, Present, RealDisk, Stamp, hash_of};
use super::folders::{Folders, Way};
use super::lock::Lock;
use super::manifest::{Entry, Key, Manifest};
use super::places::Places;
use super::recognise::{Maker, Ours, Recogniser, is_of_index};
use super::site_steps::recover;
use super::staging::{Staging, clear_of_links, discard};
use super::survives::Survives;
use crate::error::{Error, Operation};
use crate::folder::{Folder, WalkedFile};
use crate::plan::path::OutputPath;
use crate::state::StateKey;

/// One build on its way to the disk.
pub struct Writer {
    pub(super) places: Places,
    pub(super) options: Options,
    pub(super) previous: Option<Manifest>,
    pub(super) recovered: bool,
    pub(super) folders: Folders,
    pub(super) staging: Staging,
    pub(super) progress: Mutex<Progress>,
    /// Whether the staged files are still this value's own, to throw away; false once a journal may
    /// count on them.
    pub(super) owns_staging: bool,
    /// What the files of the program's own are sealed with.
    pub(super) key: StateKey,
    /// Whether the output holds a file that another build than the last made: then the manifest
    /// does not tell all that is ours.
    pub(super) is_of_another_time: AtomicBool,
    /// Whether files of an older build were kept though they no longer are what this one would
    /// make.
    pub(super) holds_older: AtomicBool,
    /// Which folders hold a page of ours, as far as that was asked.
    pages: Mutex<HashMap<String, bool>>,
    _lock: Lock,
}

/// How a build writes.
#[derive(Clone)]
pub struct Options {
    /// The site's folder, open.
    pub site: Folder,
    /// The file system below it.
    pub disk: Arc<dyn Disk>,
    /// What the site must survive.
    pub survives: Survives,
    /// How the user stops the build.
    pub cancel: Cancel,
    /// What this site's own files are known by where no manifest tells.
    pub ours: Arc<Ours>,
    /// Whether nobody but this program puts anything into the output folder: then whatever stands
    /// there is ours.
    pub all_ours: bool,
    /// The content that is built, for the manifest to say.
    pub content: Option<Key>,
    /// Another output folder of the program's own, which goes unless it was made of this content.
    pub outdated: Option<(Places, Key)>,
}

/// The wish to stop, shared between the build and whoever hears of Ctrl-C. It is asked between
/// files.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

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

/// What the files placed so far came to. In the order of the threads, and sorted only at commit.
#[derive(Default)]
pub(super) struct Progress {
    pub(super) entries: Vec<Entry>,
    pub(super) kept: usize,
    pub(super) same: Vec<OutputPath>,
    pub(super) staged: Vec<Staged>,
    /// Present files of others, or edited ones of ours, that will be replaced.
    pub(super) to_set_aside: Vec<OutputPath>,
    pub(super) in_the_way: Vec<OutputPath>,
}

/// A file that waits in the staging folder.
pub(super) struct Staged {
    pub(super) path: OutputPath,
    /// The way down to its folder in the output; never through a link.
    pub(super) way: Way,
    /// A folder stands in its place, which is fine if all in it goes.
    pub(super) over_folder: bool,
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

impl Writer {
    /// Takes the lock, finishes or discards what an interrupted build left, and reads what the last
    /// build made.
    ///
    /// # Errors
    /// When another process builds this site, when the output folder is a link or a file, and when
    /// the disk refuses.
    pub fn begin(places: Places, options: Options) -> Result<Self, Error> {
        let disk = &*options.disk;
        let state = places.state();
        disk.make_folders(&state)?;
        let lock = Lock::take(&options.site, &places.lock())?;
        let key = StateKey::of_site(&options.site)?;
        clear_of_links(disk, &state)?;
        // Looked at before recovery, which must not follow a link either, and again after it, which
        // may have made it.
        Folders::new(disk, places.output())?;
        let recovered = recover(disk, &places, options.survives, &key)?;
        let previous = Manifest::read(disk, &places, &key)?;
        let folders = Folders::new(disk, places.output())?;
        if options.all_ours && previous.is_none() && folders.output_is_there() {
            // Nothing tells what of it may stay.
            disk.clear_away(places.output())?;
        }
        let folders = Folders::new(disk, places.output())?;
        let staging = match Staging::open(disk, &places, folders.output_is_there()) {
            Ok(staging) => staging,
            Err(error) => {
                let _ = discard(disk, &places);
                return Err(error);
            }
        };
        Ok(Self {
            places,
            options,
            previous,
            recovered,
            folders,
            staging,
            progress: Mutex::default(),
            owns_staging: true,
            is_of_another_time: AtomicBool::new(false),
            holds_older: AtomicBool::new(false),
            pages: Mutex::default(),
            key,
            _lock: lock,
        })
    }

    /// Finishes what an interrupted build left half-way, where there is such a thing; else nothing
    /// is touched. For a build that will not get as far as [`begin`](Self::begin), since what
    /// people read meanwhile must be whole too.
    ///
    /// # Errors
    /// As of [`begin`](Self::begin).
    pub fn finish_interrupted(places: &Places, options: &Options) -> Result<bool, Error> {
        let disk = &*options.disk;
        let journal = places.journal();
        if disk.inspect(&journal)? == Present::Absent {
            return Ok(false);
        }
        let _lock = Lock::take(&options.site, &places.lock())?;
        Folders::new(disk, places.output())?;
        recover(
            disk,
            places,
            options.survives,
            &StateKey::of_site(&options.site)?,
        )
    }

    /// What the files of the program's own are sealed with in this folder.
    pub fn key(&self) -> &StateKey {
        &self.key
    }

    /// How this build writes.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// What the last build left, if that is known.
    pub fn previous(&self) -> Option<&Manifest> {
        self.previous.as_ref()
    }

    /// Places a file whose bytes `render` makes if they are needed. Equal keys must mean equal
    /// bytes.
    ///
    /// # Errors
    /// What `render` returns; a refusal of the disk; [`Error::Cancelled`].
    pub fn place<B: AsRef<[u8]>, E>(
        &self,
        path: &OutputPath,
        key: Key,
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

    /// Notes that files of an older build are kept that show older content: the site is then not of
    /// the content that is built.
    pub fn keeps_older_files(&self) {
        self.holds_older.store(true, Ordering::Relaxed);
    }

    /// The size of every file placed so far, kept ones too, in the order of the paths.
    pub fn sizes(&self) -> Vec<(OutputPath, u64)> {
        let mut sizes: Vec<_> = self
            .progress()
            .entries
            .iter()
            .map(|entry| (entry.path.clone(), entry.stamp.size))
            .collect();
        sizes.sort_unstable();
        sizes
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
        key: Key,
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
    fn keep(&self, path: &OutputPath, key: Key) -> Result<Result<Placed, Present>, Error> {
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
        if maker == Maker::Signed {
            self.is_of_another_time.store(true, Ordering::Relaxed);
        }
        Ok(match maker {
            // Another build than the last made it.
            Maker::Signed => Fit::Free,
            Maker::Placed if known.is_none() || is_of_index(path) => Fit::Free,
            Maker::Others if known.is_none() && self.previous.is_some() => Fit::InTheWay,
            // Edited since it was made; or nobody knows any more who made it.
            Maker::Placed | Maker::Marked | Maker::Others => Fit::SetAside,
        })
    }

    /// What knows this site's files in the output folder as that is now.
    pub(super) fn recogniser(&self) -> Recogniser<'_> {
        Recogniser::new(
            self.disk(),
            self.places.output(),
            &self.folders,
            &self.options.ours,
            &self.pages,
        )
    }

    /// Stages the file if need be, and notes what became of it.
    fn settle(
        &self,
        path: &OutputPath,
        key: Key,
        content: ContentHash,
        fit: &Fit,
        stage: impl FnOnce(&dyn Disk, &Path) -> Result<(ContentHash, Stamp), Error>,
    ) -> Result<Placed, Error> {
        match *fit {
            Fit::Same(stamp) => {
                let mut progress = self.progress();
                progress.entries.push(Entry {
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
        if let Way::LinkAt(folder) = &way {
            return Err(Error::LeadsOut {
                path: self.places.output().join(&**folder),
            });
        }
        let file = self.staging.place_for(self.disk(), path)?;
        let (content, stamp) = stage(self.disk(), &file)?;
        let mut progress = self.progress();
        progress.entries.push(Entry {
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

    fn known(&self, path: &OutputPath) -> Option<&Entry> {
        self.previous.as_ref()?.entry(path)
    }

    pub(super) fn disk(&self) -> &dyn Disk {
        &*self.options.disk
    }

    pub(super) fn progress(&self) -> std::sync::MutexGuard<'_, Progress> {
        self.progress.lock().expect("nothing panics with this lock")
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.owns_staging {
            // What cannot be removed now, the next build removes.
            let _ = discard(&*self.options.disk, &self.places);
        }
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("places", &self.places)
            .finish_non_exhaustive()
    }
}

impl Options {
    /// A build of the site in this folder, with the greatest care.
    pub fn new(site: Folder) -> Self {
        let disk = Arc::new(RealDisk::new(site.clone()));
        Self {
            site,
            disk,
            survives: Survives::default(),
            cancel: Cancel::default(),
            ours: Arc::default(),
            all_ours: false,
            content: None,
            outdated: None,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("survives", &self.survives)
            .field("cancel", &self.cancel)
            .finish_non_exhaustive()
    }
}

impl Cancel {
    /// Asks the build to stop before its next file. A commit that has begun is finished.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the build was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// # Errors
    /// [`Error::Cancelled`] when the build was asked to stop.
    pub fn check(&self) -> Result<(), Error> {
        if self.is_cancelled() {
            Err(Error::Cancelled)
        } else {
            Ok(())
        }
    }
}

impl<E> From<Error> for PlaceError<E> {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}
