//! [`verify`]: is the site still as the last build left it? In go a folder and the manifest, out
//! comes every file that was changed, lost or added since. Each file is read and hashed, since a
//! size and a time prove nothing to an archivist; a few bytes of it are in memory at a time.
//! Nothing is written, no lock is held, and no link is followed.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::disk::{Disk, Present, RealDisk};
use super::folders::{Folders, WayDown};
use super::lock::Lock;
use super::manifest::{FoundManifest, Manifest, ManifestEntry};
use super::places::{OutputPlaces, STAGING_INSIDE};
use super::site_steps::tells_of_interruption;
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::plan::path::OutputPath;
use crate::state::StateKey;

/// How a folder compares with what the last build left.
#[derive(Debug)]
pub struct Verified {
    /// What is not as it was, in the order of the paths.
    pub findings: Vec<Finding>,
    /// How many files are as they were.
    pub whole: usize,
    /// Whether the list of what should be there is this program's own. Else it came with the
    /// folder: it tells of accidents, not of intent.
    pub is_own: bool,
    /// Whether a build was interrupted while it put its files in place: the next one finishes that.
    pub interrupted: bool,
}

/// A file that is not as it was.
#[derive(Debug)]
pub struct Finding {
    /// Where it stands, with `/` between the names. Names of others need not be ones that a build
    /// would give.
    pub path: String,
    /// What became of it.
    pub state: FileState,
}

/// What became of a file.
#[derive(Debug)]
pub enum FileState {
    /// It holds something else, or is no file any more.
    Changed,
    /// It holds something else, and its size and time are as the build left them: nobody wrote it
    /// in the ordinary way, and the next build will not see it either.
    Damaged,
    /// It is gone, or a link leads to where it stood.
    Lost,
    /// No build made it.
    Added,
    /// The machine could not say.
    Unreadable(Error),
}

/// Compares the output folder, or a copy of it elsewhere, with what the last build left.
///
/// # Errors
/// When a build is running, or was in the meantime; when there is no manifest or none that can be
/// believed; when the folder cannot be listed.
pub fn verify(site: &Folder, copy: Option<&Folder>) -> Result<Verified, Error> {
    let places = &OutputPlaces::of_site(site);
    let own: &dyn Disk = &RealDisk::new(site.clone());
    Lock::look(site, &places.lock())?;
    let key = StateKey::to_look(site)?;
    let (manifest, is_own) = known(own, places, &key)?;
    // The preview of `serve` may have been interrupted too; that is no matter here.
    let interrupted = copy.is_none() && tells_of_interruption(own, places, &key)?;
    let folder = copy.map_or(places.output(), Folder::path);
    // Who names a folder may name a link to it; what is in it is another matter.
    let of_copy = copy.map(|copy| RealDisk::new(copy.clone()));
    let disk = of_copy.as_ref().map_or(own, |disk| disk);
    let folders = if copy.is_some() {
        Folders::of_copy(folder)
    } else {
        Folders::new(disk, folder)?
    };
    let comparison = Comparison {
        disk,
        manifest: &manifest,
        folder,
        folders: &folders,
        is_copy: copy.is_some(),
        left_over: AtomicBool::new(false),
    };
    let known = || {
        manifest
            .entries()
            .par_iter()
            .filter_map(|entry| comparison.finding(entry))
            .collect::<Vec<Finding>>()
    };
    let (mut findings, added) = rayon::join(known, || {
        if folders.output_is_there() {
            comparison.others("")
        } else {
            Vec::new()
        }
    });
    let whole = manifest.entries().len() - findings.len();
    findings.extend(added);
    findings.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    Lock::look(site, &places.lock())?;
    if !matches!(Manifest::find(own, places, &key)?, FoundManifest::Own(now) | FoundManifest::Foreign(now) if now == manifest)
    {
        return Err(Error::BuiltMeanwhile);
    }
    Ok(Verified {
        findings,
        whole,
        is_own,
        interrupted: interrupted || comparison.left_over.into_inner(),
    })
}

/// What should be there, and whether this program says so.
fn known(
    disk: &dyn Disk,
    places: &OutputPlaces,
    key: &StateKey,
) -> Result<(Manifest, bool), Error> {
    match Manifest::find(disk, places, key)? {
        FoundManifest::Own(manifest) => Ok((manifest, true)),
        FoundManifest::Foreign(manifest) => Ok((manifest, false)),
        FoundManifest::Nothing => Err(Error::NoManifest {
            path: places.manifest(),
        }),
        FoundManifest::Damaged => Err(Error::DamagedManifest {
            path: places.manifest(),
        }),
    }
}

/// Whether this is on its way into the output: nobody reads the site from it.
fn is_passing(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        name.as_encoded_bytes()
            .starts_with(STAGING_INSIDE.as_bytes())
    })
}

/// A manifest beside a folder.
struct Comparison<'a> {
    disk: &'a dyn Disk,
    manifest: &'a Manifest,
    folder: &'a Path,
    folders: &'a Folders,
    is_copy: bool,
    /// Whether the folder holds what an interrupted build staged in it.
    left_over: AtomicBool,
}

impl Comparison<'_> {
    fn finding(&self, entry: &ManifestEntry) -> Option<Finding> {
        let state = self
            .state(entry)
            .unwrap_or_else(|error| Some(FileState::Unreadable(error)))?;
        Some(Finding {
            path: entry.path.to_string(),
            state,
        })
    }

    /// What became of a file of the site; nothing where it is as it was.
    fn state(&self, entry: &ManifestEntry) -> Result<Option<FileState>, Error> {
        if self.folders.way(self.disk, entry.path.folder())? != WayDown::Open {
            return Ok(Some(FileState::Lost));
        }
        let file = entry.path.within(self.folder);
        let stamp = match self.disk.inspect(&file)? {
            Present::Absent => return Ok(Some(FileState::Lost)),
            Present::Folder | Present::Other => return Ok(Some(FileState::Changed)),
            Present::File(stamp) if stamp.size != entry.stamp.size => {
                return Ok(Some(FileState::Changed));
            }
            Present::File(stamp) => stamp,
        };
        Ok(match self.disk.hash(&file) {
            Ok(content) if content == entry.content => None,
            // A copy has times of its own.
            Ok(_) if stamp == entry.stamp && !self.is_copy => Some(FileState::Damaged),
            Ok(_) => Some(FileState::Changed),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(FileState::Lost),
            Err(error) => return Err(Error::during(Operation::Read, &file)(error)),
        })
    }

    /// What stands in a folder that no build made.
    fn others(&self, folder: &str) -> Vec<Finding> {
        let path = self.folder.join(folder);
        let listed = match self.disk.names_in(&path) {
            Ok(listed) => listed,
            Err(error) => {
                return vec![Finding {
                    path: folder.to_owned(),
                    state: FileState::Unreadable(error),
                }];
            }
        };
        let others = listed.par_iter().flat_map_iter(|path| {
            let name = path
                .file_name()
                .expect("a path from a listing ends in a name")
                .to_string_lossy();
            let inner = if folder.is_empty() {
                name.into_owned()
            } else {
                format!("{folder}/{name}")
            };
            match self.disk.inspect(path) {
                Ok(Present::Folder | Present::File(_)) if is_passing(path) => {
                    self.left_over.store(true, Ordering::Relaxed);
                    Vec::new()
                }
                Ok(Present::Folder) => self.others(&inner),
                Ok(Present::Absent) => Vec::new(),
                // Some systems spell a name in another way than it was given; a checked path is in
                // the one that the manifest has.
                Ok(Present::File(_) | Present::Other)
                    if OutputPath::new(&inner)
                        .is_ok_and(|path| self.manifest.entry(&path).is_some()) =>
                {
                    Vec::new()
                }
                Ok(Present::File(_) | Present::Other) => vec![Finding {
                    path: inner,
                    state: FileState::Added,
                }],
                Err(error) => vec![Finding {
                    path: inner,
                    state: FileState::Unreadable(error),
                }],
            }
        });
        others.collect()
    }
}
