//! Copies of what somebody else made or edited and a build has to replace.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::clearing::clear_copies;
use super::disk::Present;
use super::recognise::{LARGEST, bears_a_mark};
use super::surplus::Surplus;
use super::writer::SiteWriter;
use crate::error::{Error, Operation};
use crate::plan::path::OutputPath;

/// A file that had to make place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutAside {
    /// Where it stood in the output.
    pub path: OutputPath,
    /// Where it is kept now.
    pub kept_at: PathBuf,
}

/// What must be nowhere once it is taken off the site: a picture, the page of a person, what was
/// forgotten.
#[derive(Clone, Copy)]
pub struct TakenOff<'a> {
    /// Whether such a thing went by what this build wrote: a page that now says that something is
    /// gone.
    pub by_writing: bool,
    /// Whether a file that goes was such a thing.
    pub by_leaving: &'a dyn Fn(&OutputPath) -> bool,
}

/// What is to be kept aside of files that go.
pub(super) struct ToKeep {
    pub(super) paths: Vec<OutputPath>,
    /// How many edited files of ours are not kept, and copies of such files removed.
    pub(super) not_kept: usize,
}

impl SiteWriter {
    /// Those of these files that are kept aside: all of them, or where something is taken off the
    /// site, what others made; then the copies of what we made go too.
    pub(super) fn worth_keeping(
        &self,
        paths: Vec<OutputPath>,
        surplus: &Surplus,
        taken_off: TakenOff<'_>,
    ) -> Result<ToKeep, Error> {
        // Copies are of what people publish; they go when that does.
        let is_published = !self.options.all_ours;
        let mut leaving = surplus.files.iter().map(|(path, _)| path);
        if !is_published || !(taken_off.by_writing || leaving.any(taken_off.by_leaving)) {
            return Ok(ToKeep { paths, not_kept: 0 });
        }
        let before = paths.len();
        let paths = self.made_by_others(paths)?;
        let not_kept = before - paths.len() + clear_copies(self.disk(), &self.places)?;
        Ok(ToKeep { paths, not_kept })
    }

    /// Those of these files of the output that do not look as if this program had made them at
    /// first.
    fn made_by_others(&self, paths: Vec<OutputPath>) -> Result<Vec<OutputPath>, Error> {
        let mut others = Vec::new();
        for path in paths {
            let is_ours = self
                .previous
                .as_ref()
                .is_some_and(|previous| previous.entry(&path).is_some())
                || {
                    let file = path.within(self.places.output());
                    // Nothing that this program makes with a mark is larger, and what others made
                    // may be of any size.
                    matches!(self.disk().inspect(&file)?, Present::File(stamp) if stamp.size <= LARGEST)
                        && bears_a_mark(&path, &self.disk().bytes_of(&file)?)
                };
            if !is_ours {
                others.push(path);
            }
        }
        Ok(others)
    }

    /// Keeps a second copy of these files of the output, in a new folder of their own. A reader
    /// finds them in place until they are replaced.
    pub(super) fn set_aside(&self, paths: &[OutputPath]) -> Result<Vec<PutAside>, Error> {
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let all = self.places.replaced();
        self.disk().make_folders(&all)?;
        let names = self.disk().names_in(&all)?;
        let last = names
            .iter()
            .filter_map(|path| path.file_name()?.to_str()?.parse::<u64>().ok())
            .max()
            .unwrap_or(0);
        let batch = all.join((last + 1).to_string());
        let replaced = paths
            .iter()
            .map(|path| {
                self.options.cancel.check()?;
                let (from, kept_at) = (path.within(self.places.output()), path.within(&batch));
                let folder = batch.join(path.folder());
                self.disk().make_folders(&folder)?;
                // A second name costs nothing, where the file system has them and `.oogst` is on
                // the same one.
                if self.disk().link(&from, &kept_at).is_err() {
                    self.disk().clear_away(&kept_at)?;
                    self.disk()
                        .copy_new(&from, &kept_at)
                        .map_err(Error::during(Operation::Copy, &from))?;
                }
                Ok(PutAside {
                    path: path.clone(),
                    kept_at,
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let kept_at = replaced.iter().map(|replaced| replaced.kept_at.as_path());
        let durable: BTreeSet<&Path> = kept_at
            .flat_map(|file| {
                file.ancestors()
                    .take_while(|folder| folder.starts_with(&all))
            })
            .collect();
        let durable: Vec<PathBuf> = durable.into_iter().map(Path::to_owned).collect();
        self.options.survives.sync(self.disk(), &durable)?;
        Ok(replaced)
    }
}
