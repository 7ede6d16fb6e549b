//! [`OutputPlaces`]: where the output folder and the builder's own files stand. Only names are made here;
//! the disk is not asked.
//!
//! ```text
//! <root>/
//!   output/                    the site
//!   .output.oogst-staging/     new and changed files of a running build, when they can be moved from here; else
//!   output/.oogst-staging/     the same, inside an output folder that is a mount of its own
//!   .oogst/lock                held while a build runs
//!   .oogst/manifest            what the last build left in output/
//!   .oogst/manifest.next       the same of the build that is being moved in
//!   .oogst/journal             there while files are moved in: all are staged, the move must be finished
//!   .oogst/replaced/1/…        files that somebody else made or edited and that a build had to replace; those that this program made at first
//!                              go with the next photo, person or other thing that is taken off the site
//! ```

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::transaction::{journal_in, journal_next_in};
use crate::folder::Folder;
use crate::state::STATE_FOLDER;

/// The output folder of a site and the folder `.oogst` beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputPlaces {
    root: PathBuf,
    output: PathBuf,
    location: String,
}

/// Where the staging folder is, seen from the output folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum StagingSide {
    /// In the same folder as the output: nobody who reads the site ever meets it.
    Beside,
    /// In the output folder, because that is a mount of its own or nothing may be written beside
    /// it.
    Inside,
}

/// What an output folder called `output` has for its name in manifests; its manifest's own name is
/// the plain one.
const USUAL: &str = "output";

/// The folder that `oogst serve` shows, drafts and all.
pub const PREVIEW: &str = ".oogst/preview";

/// The name of the staging folder inside the output, and how the names of files begin that are on
/// their way into a mount within it.
pub(super) const STAGING_INSIDE: &str = ".oogst-staging";

impl OutputPlaces {
    /// The places of a site whose `oogst.toml` is in `root`, built into `output` (relative to
    /// `root`, or absolute).
    ///
    /// The caller has made sure that `output` is not `root` itself and holds neither the content
    /// nor `.oogst`.
    pub fn new(root: &Path, output: &Path) -> Self {
        // Relative where it can be, so that a site folder can be moved or renamed and keep its
        // manifest.
        let location = output
            .strip_prefix(root)
            .unwrap_or(output)
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/");
        Self {
            root: root.to_owned(),
            output: root.join(output),
            location,
        }
    }

    /// The places of a site with the folder that people publish.
    pub(super) fn of_site(site: &Folder) -> Self {
        Self::new(site.path(), Path::new(USUAL))
    }

    /// The output folder.
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// The folder of the builder's own files.
    pub fn state(&self) -> PathBuf {
        self.root.join(STATE_FOLDER)
    }

    /// The manifest; each output folder has its own, so that a draft build elsewhere does not
    /// forget the site.
    pub fn manifest(&self) -> PathBuf {
        if self.location == USUAL {
            return self.state().join("manifest");
        }
        let hash = blake3::hash(self.location.as_bytes()).to_hex();
        self.state().join(format!("manifest-{}", &hash[..12]))
    }

    /// The output folder's name in manifest and journal.
    pub(super) fn location(&self) -> &str {
        &self.location
    }

    /// The places that a location, as [`OutputPlaces::location`] gave it, stands for: the site, the
    /// preview of it, or these. Nothing else is ever built into, whatever a file says.
    pub(super) fn at(&self, location: &str) -> Option<Self> {
        if self.location == location {
            return Some(self.clone());
        }
        [USUAL, PREVIEW]
            .contains(&location)
            .then(|| Self::new(&self.root, Path::new(location)))
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.state().join("lock")
    }

    pub(super) fn manifest_next(&self) -> PathBuf {
        self.state().join("manifest.next")
    }

    pub(super) fn journal(&self) -> PathBuf {
        journal_in(&self.state())
    }

    pub(super) fn journal_next(&self) -> PathBuf {
        journal_next_in(&self.state())
    }

    pub(super) fn replaced(&self) -> PathBuf {
        self.state().join("replaced")
    }

    /// The folder that holds the output folder.
    pub(super) fn above(&self) -> &Path {
        self.output.parent().unwrap_or(Path::new(""))
    }

    /// The staging folder on that side. An output folder without a name of its own (`..`, `/`) has
    /// nothing beside it.
    pub(super) fn staging(&self, side: StagingSide) -> PathBuf {
        match (side, self.output.file_name()) {
            (StagingSide::Beside, Some(output)) => {
                let mut name = OsString::from(".");
                name.push(output);
                name.push(".oogst-staging");
                self.above().join(name)
            }
            (StagingSide::Inside, _) | (StagingSide::Beside, None) => {
                self.output.join(STAGING_INSIDE)
            }
        }
    }
}
