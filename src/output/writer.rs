//! [`SiteWriter`]: takes the files of a build as they come, from any number of threads, and stages
//! those that are new or changed. Of a file whose key and stamp are those of the last build nothing
//! is made at all. Up to [`commit`](SiteWriter::commit) the output folder is only looked at; a writer
//! that is dropped leaves it as it was.

use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use super::disk::{Disk, Present};
use super::folders::{Folders, WayDown};
use super::lock::Lock;
use super::manifest::{Manifest, ManifestEntry};
use super::options::WriteOptions;
use super::places::OutputPlaces;
use super::recognise::{AskedOfFolders, Recogniser};
use super::site_steps::recover;
use super::staging::{Staging, clear_of_links, discard};
use crate::error::Error;
use crate::plan::path::OutputPath;
use crate::state::StateKey;

/// One build on its way to the disk.
pub struct SiteWriter {
    pub(super) places: OutputPlaces,
    pub(super) options: WriteOptions,
    pub(super) previous: Option<Manifest>,
    pub(super) recovered: bool,
    pub(super) folders: Folders,
    pub(super) staging: Staging,
    pub(super) progress: Mutex<PlacedFiles>,
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
    asked: AskedOfFolders,
    _lock: Lock,
}

/// What the files placed so far came to. In the order of the threads, and sorted only at commit.
#[derive(Default)]
pub(super) struct PlacedFiles {
    pub(super) entries: Vec<ManifestEntry>,
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
    pub(super) way: WayDown,
    /// A folder stands in its place, which is fine if all in it goes.
    pub(super) over_folder: bool,
}

impl SiteWriter {
    /// Takes the lock, finishes or discards what an interrupted build left, and reads what the last
    /// build made.
    ///
    /// # Errors
    /// When another process builds this site, when the output folder is a link or a file, and when
    /// the disk refuses.
    pub fn begin(places: OutputPlaces, options: WriteOptions) -> Result<Self, Error> {
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
            asked: AskedOfFolders::default(),
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
    pub fn finish_interrupted(
        places: &OutputPlaces,
        options: &WriteOptions,
    ) -> Result<bool, Error> {
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
    pub fn options(&self) -> &WriteOptions {
        &self.options
    }

    /// What the last build left, if that is known.
    pub fn previous(&self) -> Option<&Manifest> {
        self.previous.as_ref()
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

    /// What knows this site's files in the output folder as that is now.
    pub(super) fn recogniser(&self) -> Recogniser<'_> {
        Recogniser::new(
            self.disk(),
            self.places.output(),
            &self.folders,
            &self.options.ours,
            &self.asked,
        )
    }

    pub(super) fn disk(&self) -> &dyn Disk {
        &*self.options.disk
    }

    pub(super) fn progress(&self) -> std::sync::MutexGuard<'_, PlacedFiles> {
        self.progress.lock().expect("nothing panics with this lock")
    }
}

impl Drop for SiteWriter {
    fn drop(&mut self) {
        if self.owns_staging {
            // What cannot be removed now, the next build removes.
            let _ = discard(&*self.options.disk, &self.places);
        }
    }
}

impl fmt::Debug for SiteWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("places", &self.places)
            .finish_non_exhaustive()
    }
}
