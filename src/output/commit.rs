//! The commit: from a staging folder with all new and changed files to the new site. First
//! everything is checked and prepared that may fail without harm; then a journal is written; from
//! there on files only move in and out, and who is stopped half-way is finished by the next build.
//! A site that was not there yet appears in one rename.

use std::collections::{BTreeSet, HashSet};
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::clearing::clear_unless_of;
use super::folders::WayDown;
use super::leftovers::Leftover;
use super::manifest::Manifest;
use super::put_aside::{PutAside, TakenOff};
use super::site_steps::{Ground, Moves, Removals, SiteSteps};
use super::surplus::Surplus;
use super::transaction::Transaction;
use super::writer::{PlacedFiles, SiteWriter, Staged};
use crate::error::Error;
use crate::plan::path::OutputPath;

/// How a commit ended that no failure of the machine stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a refused commit leaves the old site"]
pub enum Committed {
    /// The output folder holds the new site.
    Done(CommitOutcome),
    /// Nothing was changed, because files that no build made stand where these files of the site
    /// belong.
    InTheWay(Vec<OutputPath>),
}

/// What a commit did. Lists are in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitOutcome {
    /// Files that are new or changed.
    pub written: Vec<OutputPath>,
    /// Files that were made again and turned out the same.
    pub same: Vec<OutputPath>,
    /// How many files were not made again.
    pub kept: usize,
    /// Files of the last build that this one did not make.
    pub removed: Vec<OutputPath>,
    /// Files that somebody else had made or edited, and that are now kept outside the site.
    pub replaced: Vec<PutAside>,
    /// How many edited files of ours were not kept, and copies of such files removed, since they
    /// may show what was taken off the site.
    pub not_kept: usize,
    /// Where no manifest told what the last build left: the files of ours that went.
    pub recognised: Vec<OutputPath>,
    /// Where no manifest told: what no build makes and stays, what holds pictures first.
    pub left: Vec<Leftover>,
    /// Whether the other output folder of the program's own is there, made of the same content.
    pub other_stays: bool,
    /// Whether an interrupted build was finished before this one.
    pub recovered: bool,
}

impl SiteWriter {
    /// Makes the placed files the site: new and changed ones are moved in, and files that the last
    /// build made and this one did not are removed.
    ///
    /// # Errors
    /// A refusal of the disk. The old site is in place then, unless the error is
    /// [`Error::Unfinished`].
    pub fn commit(self) -> Result<Committed, Error> {
        self.commit_taking_off(TakenOff {
            by_writing: false,
            by_leaving: &|_| false,
        })
    }

    /// The same, where something may go that nothing of must be kept.
    ///
    /// # Errors
    /// As of [`commit`](Self::commit).
    pub fn commit_taking_off(mut self, taken_off: TakenOff<'_>) -> Result<Committed, Error> {
        let PlacedFiles {
            entries,
            kept,
            mut same,
            staged,
            mut to_set_aside,
            mut in_the_way,
        } = mem::take(&mut *self.progress());
        let content = self
            .options
            .content
            .filter(|_| !self.holds_older.load(Ordering::Relaxed));
        let manifest = Manifest::new(self.places.location(), content, entries)?;
        let mut surplus = self.surplus(&manifest)?;
        in_the_way.extend(self.obstacles(&manifest, &staged, &surplus)?);
        if !in_the_way.is_empty() {
            in_the_way.sort_unstable();
            in_the_way.dedup();
            return Ok(Committed::InTheWay(in_the_way));
        }
        to_set_aside.extend(surplus.edited.iter().cloned());
        to_set_aside.sort_unstable();
        same.sort_unstable();
        let mut written: Vec<OutputPath> =
            staged.iter().map(|staged| staged.path.clone()).collect();
        written.sort_unstable();
        let removed = surplus.files.iter().map(|(path, _)| path.clone()).collect();

        let (recognised, left) = (
            mem::take(&mut surplus.recognised),
            mem::take(&mut surplus.left),
        );
        let to_copy = self.worth_keeping(to_set_aside, &surplus, taken_off)?;
        let other_stays = match &self.options.outdated {
            Some((places, content)) => clear_unless_of(self.disk(), places, *content, &self.key)?,
            None => false,
        };
        let replaced = self.set_aside(&to_copy.paths)?;
        self.write_manifest(&manifest)?;
        self.replace_site(&manifest, &staged, surplus)?;
        Ok(Committed::Done(CommitOutcome {
            written,
            same,
            kept,
            removed,
            replaced,
            not_kept: to_copy.not_kept,
            recognised,
            left,
            other_stays,
            recovered: self.recovered,
        }))
    }

    fn write_manifest(&self, manifest: &Manifest) -> Result<(), Error> {
        if self.previous.as_ref() == Some(manifest) {
            return Ok(());
        }
        let next = self.places.manifest_next();
        self.disk().write(&next, &manifest.to_bytes(&self.key))?;
        self.options.survives.sync(self.disk(), &[next])
    }

    /// Puts the site and its manifest in place; without a journal where only that is new.
    fn replace_site(
        &mut self,
        manifest: &Manifest,
        staged: &[Staged],
        surplus: Surplus,
    ) -> Result<(), Error> {
        if !staged.is_empty() || !surplus.files.is_empty() || !self.folders.output_is_there() {
            return self.move_in(staged, surplus);
        }
        if self.previous.as_ref() == Some(manifest) {
            return Ok(());
        }
        let (next, file) = (self.places.manifest_next(), self.places.manifest());
        self.disk().move_to(&next, &file)
    }

    /// Writes the journal and carries it out.
    fn move_in(&mut self, staged: &[Staged], surplus: Surplus) -> Result<(), Error> {
        let moves: BTreeSet<Arc<str>> = staged
            .iter()
            .map(|Staged { path, way, .. }| match way {
                // All in a folder that is not there yet is staged: it moves as one.
                WayDown::AbsentFrom(folder) | WayDown::FileAt(folder) => Arc::clone(folder),
                WayDown::Open | WayDown::LinkAt(_) => path.as_str().into(),
            })
            .collect();
        let moves: Vec<Arc<str>> = if self.folders.output_is_there() {
            moves.into_iter().collect()
        } else {
            vec!["".into()]
        };
        let steps = self.steps(staged, surplus);

        let touched = self.touched(&moves, &steps);
        let mut durable: Vec<PathBuf> = staged
            .iter()
            .map(|staged| staged.path.within(&self.staging.folder))
            .collect();
        durable.extend(self.staging.folders());
        self.options.survives.sync(self.disk(), &durable)?;

        self.options.cancel.check()?;
        self.owns_staging = false;
        let ground = Ground {
            disk: self.disk(),
            places: &self.places,
            folders: &self.folders,
            survives: self.options.survives,
        };
        let moves = Moves::These {
            paths: &moves,
            touched: &touched,
        };
        let state = self.places.state();
        let done = Transaction::new(self.disk(), &self.key, self.options.survives, &state)
            .carry_out(&steps, |changes| steps.carry_out(&ground, &moves, changes));
        // A journal that stays counts on what is staged.
        self.owns_staging = !matches!(done, Err(Error::Unfinished { .. }));
        done
    }

    fn steps(&self, staged: &[Staged], surplus: Surplus) -> SiteSteps {
        let Surplus {
            files,
            edited: _,
            recognised: _,
            left: _,
            folders,
        } = surplus;
        let wanted_as_folder: HashSet<&str> = staged
            .iter()
            .filter_map(|staged| {
                if let WayDown::FileAt(folder) = &staged.way {
                    Some(&**folder)
                } else {
                    None
                }
            })
            .collect();
        let wanted_as_file: HashSet<&str> = staged
            .iter()
            .filter(|staged| staged.over_folder)
            .map(|staged| staged.path.as_str())
            .collect();
        let (first, last) = files.into_iter().partition(|(path, _)| {
            wanted_as_folder.contains(path.as_str())
                || path.folders().any(|folder| wanted_as_file.contains(folder))
        });
        let clear = Removals {
            files: first,
            folders: if wanted_as_file.is_empty() {
                Vec::new()
            } else {
                folders.clone()
            },
        };
        SiteSteps {
            location: self.places.location().to_owned(),
            side: self.staging.side,
            clear,
            surplus: Removals {
                files: last,
                folders,
            },
        }
    }

    /// The folders of the output in which names change.
    fn touched(&self, moves: &[Arc<str>], steps: &SiteSteps) -> Vec<PathBuf> {
        if !self.folders.output_is_there() {
            return vec![self.places.above().to_owned()];
        }
        let used = moves
            .iter()
            .map(|path| crate::plan::path::parent(path).unwrap_or(""));
        let left: HashSet<&str> = steps
            .surplus
            .folders
            .iter()
            .map(OutputPath::as_str)
            .collect();
        let left_behind = steps
            .surplus
            .files
            .iter()
            .map(|(path, _)| path.folder())
            .filter(|folder| !left.contains(folder));
        let folders: BTreeSet<&str> = used.chain(left_behind).collect();
        folders
            .into_iter()
            .map(|folder| self.places.output().join(folder))
            .collect()
    }
}
