//! What a commit would change, for who asks before it is done. The placed files go in, and out comes
//! how the output folder differs from them; it stays as it is, and what was staged is thrown away.

use std::mem;

use super::disk::Present;
use super::manifest::Manifest;
use super::writer::{PlacedFiles, SiteWriter};
use crate::error::Error;
use crate::plan::path::OutputPath;

/// How the output folder differs from a site. Lists are in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files of the site that are not there.
    pub new: Vec<OutputPath>,
    /// Files of the site that are there with other bytes.
    pub changed: Vec<OutputPath>,
    /// Files that an earlier build left, and that are not of the site any more.
    pub gone: Vec<OutputPath>,
    /// How many files are the same.
    pub same: usize,
    /// Files that no build made, where files of the site belong.
    pub in_the_way: Vec<OutputPath>,
}

impl SiteWriter {
    /// Compares the placed files with those that are there.
    ///
    /// # Errors
    /// A refusal of the disk.
    pub fn compare(self) -> Result<Differences, Error> {
        let PlacedFiles {
            entries,
            kept,
            same,
            staged,
            to_set_aside: _,
            mut in_the_way,
        } = mem::take(&mut *self.progress());
        let manifest = Manifest::new(self.places.location(), self.options.content, entries)?;
        let surplus = self.surplus(&manifest)?;
        in_the_way.extend(self.obstacles(&manifest, &staged, &surplus)?);
        let (mut new, mut changed) = (Vec::new(), Vec::new());
        for staged in staged {
            let there = self
                .disk()
                .inspect(&staged.path.within(self.places.output()))?;
            let list = if there == Present::Absent {
                &mut new
            } else {
                &mut changed
            };
            list.push(staged.path);
        }
        let files = surplus.files.iter();
        let mut gone: Vec<OutputPath> = files.map(|(path, _)| path.clone()).collect();
        for list in [&mut new, &mut changed, &mut gone, &mut in_the_way] {
            list.sort_unstable();
            list.dedup();
        }
        Ok(Differences {
            new,
            changed,
            gone,
            same: kept + same.len(),
            in_the_way,
        })
    }
}
