//! The commit: from a staging folder with all new and changed files to the new site. First
//! everything is checked and prepared that may fail without harm; then a journal is written; from
//! there on files only move in and out, and who is stopped half-way is finished by the next build.
//! A site that was not there yet appears in one rename.

use std::collections::{BTreeSet, HashSet};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::clearing::{clear_copies, clear_unless_of};
use super::disk::{Present, Stamp};
use super::folders::Way;
use super::leftovers::{Leftover, Leftovers, leftovers};
use super::manifest::Manifest;
use super::recognise::{LARGEST, Maker, bears_a_mark};
use super::site_steps::{Ground, Moves, Removals, SiteSteps};
use super::transaction::Transaction;
use super::writer::{Progress, Staged, Writer};
use crate::error::{Error, Operation};
use crate::plan::path::OutputPath;

/// How a commit ended that no failure of the machine stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a refused commit leaves the old site"]
pub enum Committed {
    /// The output folder holds the new site.
    Done(Outcome),
    /// Nothing was changed, because files that no build made stand where these files of the site
    /// belong.
    InTheWay(Vec<OutputPath>),
}

/// What a commit did. Lists are in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files that are new or changed.
    pub written: Vec<OutputPath>,
    /// Files that were made again and turned out the same.
    pub same: Vec<OutputPath>,
    /// How many files were not made again.
    pub kept: usize,
    /// Files of the last build that this one did not make.
    pub removed: Vec<OutputPath>,
    /// Files that somebody else had made or edited, and that are now kept outside the site.
    pub replaced: Vec<Replaced>,
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

/// A file that had to make place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Where it stood in the output.
    pub path: OutputPath,
    /// Where it is kept now.
    pub kept_at: PathBuf,
}

/// The files of the last build that are not in this one.
#[derive(Default)]
struct Surplus {
    /// Those that are still there.
    files: Vec<(OutputPath, Stamp)>,
    /// Those of them that somebody edited.
    edited: Vec<OutputPath>,
    /// Those of them that only their own marks tell of.
    recognised: Vec<OutputPath>,
    /// What stays, and no build makes.
    left: Vec<Leftover>,
    /// The folders above them that no file of this build is in, the deepest first.
    folders: Vec<OutputPath>,
}

impl Writer {
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
        let Progress {
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
        let mut not_kept = 0;
        // Copies are of what people publish; they go when that does.
        let is_published = !self.options.all_ours;
        if is_published
            && (taken_off.by_writing
                || surplus
                    .files
                    .iter()
                    .any(|(path, _)| (taken_off.by_leaving)(path)))
        {
            let before = to_set_aside.len();
            to_set_aside = self.made_by_others(to_set_aside)?;
            not_kept = before - to_set_aside.len() + clear_copies(self.disk(), &self.places)?;
        }
        let other_stays = match &self.options.outdated {
            Some((places, content)) => clear_unless_of(self.disk(), places, *content, &self.key)?,
            None => false,
        };
        let replaced = self.set_aside(&to_set_aside)?;
        self.write_manifest(&manifest)?;
        if staged.is_empty() && surplus.files.is_empty() && self.folders.output_is_there() {
            let (next, file) = (self.places.manifest_next(), self.places.manifest());
            if self.previous.as_ref() != Some(&manifest) {
                self.disk().move_to(&next, &file)?;
            }
        } else {
            self.move_in(&staged, surplus)?;
        }
        Ok(Committed::Done(Outcome {
            written,
            same,
            kept,
            removed,
            replaced,
            not_kept,
            recognised,
            left,
            other_stays,
            recovered: self.recovered,
        }))
    }

    /// Compares the last build with this one. Through links nothing is removed, and what is no file
    /// any more is not ours.
    fn surplus(&self, manifest: &Manifest) -> Result<Surplus, Error> {
        let mut surplus = Surplus::default();
        let mut gone = Vec::new();
        for entry in self
            .previous
            .iter()
            .flat_map(Manifest::entries)
            .filter(|entry| manifest.entry(&entry.path).is_none())
        {
            gone.push(&entry.path);
            if self.folders.way(self.disk(), entry.path.folder())? != Way::Open {
                continue;
            }
            let file = entry.path.within(self.places.output());
            if let Present::File(stamp) = self.disk().inspect(&file)? {
                if stamp != entry.stamp
                    && self.disk().content_of(&file)? != entry.content
                    && !self.options.all_ours
                {
                    if self.recogniser().maker(&entry.path, stamp.size)? == Maker::Signed {
                        self.is_of_another_time.store(true, Ordering::Relaxed);
                    } else {
                        surplus.edited.push(entry.path.clone());
                    }
                }
                surplus.files.push((entry.path.clone(), stamp));
            }
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
        gone.extend(&surplus.recognised);
        if !gone.is_empty() {
            let used: HashSet<&str> = manifest
                .entries()
                .iter()
                .flat_map(|entry| entry.path.folders())
                .collect();
            let emptied: BTreeSet<&str> = gone
                .iter()
                .flat_map(|path| path.folders())
                .filter(|folder| !used.contains(folder))
                .collect();
            surplus.folders = emptied
                .into_iter()
                .rev()
                .map(|folder| OutputPath::new(folder).expect("a folder of a checked path is one"))
                .collect();
        }
        Ok(surplus)
    }

    /// Whether the output may hold files of ours that no manifest tells of.
    fn forgot_the_output(&self) -> bool {
        let is_unknown = self.previous.is_none() || self.is_of_another_time.load(Ordering::Relaxed);
        is_unknown && self.folders.output_is_there() && !self.options.all_ours
    }

    /// The staged files that cannot get where they belong: a file stands where they need a folder,
    /// or a folder where they go, and the last build's leaving does not clear it.
    fn obstacles(
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
            if let Way::FileAt(folder) = way
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
    fn set_aside(&self, paths: &[OutputPath]) -> Result<Vec<Replaced>, Error> {
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
                Ok(Replaced {
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

    fn write_manifest(&self, manifest: &Manifest) -> Result<(), Error> {
        if self.previous.as_ref() == Some(manifest) {
            return Ok(());
        }
        let next = self.places.manifest_next();
        self.disk().write(&next, &manifest.to_bytes(&self.key))?;
        self.options.survives.sync(self.disk(), &[next])
    }

    /// Writes the journal and carries it out.
    fn move_in(&mut self, staged: &[Staged], surplus: Surplus) -> Result<(), Error> {
        let moves: BTreeSet<Arc<str>> = staged
            .iter()
            .map(|Staged { path, way, .. }| match way {
                // All in a folder that is not there yet is staged: it moves as one.
                Way::AbsentFrom(folder) | Way::FileAt(folder) => Arc::clone(folder),
                Way::Open | Way::LinkAt(_) => path.as_str().into(),
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
                if let Way::FileAt(folder) = &staged.way {
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
