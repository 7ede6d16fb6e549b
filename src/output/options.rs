//! How a build writes, and how its user stops it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::disk::{Disk, RealDisk};
use super::manifest::FileKey;
use super::mark::Ours;
use super::places::OutputPlaces;
use super::survives::Survives;
use crate::error::Error;
use crate::folder::Folder;

/// How a build writes.
#[derive(Clone)]
pub struct WriteOptions {
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
    pub content: Option<FileKey>,
    /// Another output folder of the program's own, which goes unless it was made of this content.
    pub outdated: Option<(OutputPlaces, FileKey)>,
}

/// The wish to stop, shared between the build and whoever hears of Ctrl-C. It is asked between
/// files.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl WriteOptions {
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

impl fmt::Debug for WriteOptions {
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
