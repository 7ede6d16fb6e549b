//! What goes when the new site comes: the files of the last build that are not in this one, and what
//! stands where a file of this one belongs.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::atomic::Ordering;

use super::disk::{Present, Stamp};
use super::folders::WayDown;
use super::leftovers::{Leftover, Leftovers, leftovers};
use super::manifest::{Manifest, ManifestEntry};
use super::mark::MadeBy;
use super::writer::{SiteWriter, Staged};
use crate::error::Error;
use crate::plan::path::OutputPath;

/// The files of the last build that are not in this one.
#[derive(Default)]
pub(super) struct Surplus {
    /// Those that are still there.
    pub(super) files: Vec<(OutputPath, Stamp)>,
    /// Those of them that somebody edited.
    pub(super) edited: Vec<OutputPath>,
    /// Those of them that only their own marks tell of.
    pub(super) recognised: Vec<OutputPath>,
    /// What stays, and no build makes.
    pub(super) left: Vec<Leftover>,
    /// The folders above them that no file of this build is in, the deepest first.
    pub(super) folders: Vec<OutputPath>,
}

impl SiteWriter {
    /// Compares the last build with this one. Through links nothing is removed, and what is no file
    /// any more is not ours.
    pub(super) fn surplus(&self, manifest: &Manifest) -> Result<Surplus, Error> {
        let mut surplus = Surplus::default();
        let previous = self.previous.iter().flat_map(Manifest::entries);
        let gone: Vec<&ManifestEntry> = previous
            .filter(|entry| manifest.entry(&entry.path).is_none())
            .collect();
        for entry in &gone {
            self.goes(entry, &mut surplus)?;
        }
        if self.forgot_the_output() {
            // What the last manifest knows is on its way already.
            let is_going = |path: &OutputPath| {
                surplus
                    .files
                    .binary_search_by(|(going, _)| going.cmp(path))
                    .is_ok()
            };
            let Leftovers { ours, others } = leftovers(&self.recogniser(), manifest, &is_going)?;
            surplus.left = others;
            surplus.recognised = ours.iter().map(|(path, _)| path.clone()).collect();
            surplus.files.extend(ours);
            surplus
                .files
                .sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        }
        let gone = gone.into_iter().map(|entry| &entry.path);
        surplus.folders = emptied(gone.chain(&surplus.recognised), manifest);
        Ok(surplus)
    }

    /// Notes a file of the last build as one that goes, where it is still there.
    fn goes(&self, entry: &ManifestEntry, surplus: &mut Surplus) -> Result<(), Error> {
        if self.folders.way(self.disk(), entry.path.folder())? != WayDown::Open {
            return Ok(());
        }
        let file = entry.path.within(self.places.output());
        let Present::File(stamp) = self.disk().inspect(&file)? else {
            return Ok(());
        };
        if stamp != entry.stamp
            && self.disk().content_of(&file)? != entry.content
            && !self.options.all_ours
        {
            if self.recogniser().maker(&entry.path, stamp.size)? == MadeBy::Signed {
                self.is_of_another_time.store(true, Ordering::Relaxed);
            } else {
                surplus.edited.push(entry.path.clone());
            }
        }
        surplus.files.push((entry.path.clone(), stamp));
        Ok(())
    }

    /// Whether the output may hold files of ours that no manifest tells of.
    fn forgot_the_output(&self) -> bool {
        let is_unknown = self.previous.is_none() || self.is_of_another_time.load(Ordering::Relaxed);
        is_unknown && self.folders.output_is_there() && !self.options.all_ours
    }

    /// The staged files that cannot get where they belong: a file stands where they need a folder,
    /// or a folder where they go, and the last build's leaving does not clear it.
    pub(super) fn obstacles(
        &self,
        manifest: &Manifest,
        staged: &[Staged],
        surplus: &Surplus,
    ) -> Result<Vec<OutputPath>, Error> {
        let mut in_the_way = Vec::new();
        let going: HashSet<&str> = surplus
            .files
            .iter()
            .map(|(path, _)| path.as_str())
            .collect();
        let emptied: HashSet<&str> = surplus.folders.iter().map(OutputPath::as_str).collect();
        for Staged {
            path,
            way,
            over_folder,
        } in staged
        {
            if let WayDown::FileAt(folder) = way
                && !going.contains(&**folder)
            {
                let folder = OutputPath::new(folder).expect("a folder of a checked path is one");
                if manifest.entry(&folder).is_some() {
                    return Err(Error::PlacedTwice {
                        path: self.places.output().join(folder.as_str()),
                    });
                }
                in_the_way.push(folder);
            }
            if *over_folder && !self.leaves(&path.within(self.places.output()), &going, &emptied)? {
                in_the_way.push(path.clone());
            }
        }
        Ok(in_the_way)
    }

    /// Whether this file or folder, with all it holds, is the last build's and goes.
    fn leaves(
        &self,
        path: &Path,
        going: &HashSet<&str>,
        emptied: &HashSet<&str>,
    ) -> Result<bool, Error> {
        let Some(name) = path
            .strip_prefix(self.places.output())
            .ok()
            .and_then(Path::to_str)
        else {
            return Ok(false);
        };
        let name = name.replace(std::path::MAIN_SEPARATOR, "/");
        match self.disk().inspect(path)? {
            Present::Absent => Ok(true),
            Present::File(_) => Ok(going.contains(name.as_str())),
            Present::Other => Ok(false),
            Present::Folder if !emptied.contains(name.as_str()) => Ok(false),
            Present::Folder => {
                for inner in self.disk().names_in(path)? {
                    if !self.leaves(&inner, going, emptied)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
        }
    }
}

/// The folders above these files in which no file of this build is, the deepest first.
fn emptied<'a>(gone: impl Iterator<Item = &'a OutputPath>, manifest: &Manifest) -> Vec<OutputPath> {
    let emptied: BTreeSet<&str> = gone.flat_map(OutputPath::folders).collect();
    if emptied.is_empty() {
        return Vec::new();
    }
    let entries = manifest.entries().iter();
    let used: HashSet<&str> = entries.flat_map(|entry| entry.path.folders()).collect();
    let emptied = emptied.into_iter().rev();
    emptied
        .filter(|folder| !used.contains(folder))
        .map(|folder| OutputPath::new(folder).expect("a folder of a checked path is one"))
        .collect()
}
