//! [`publish`]: puts a site at its place, in an order in which whoever reads it meantime meets whole
//! pages with all that they load.

use std::collections::BTreeSet;
use std::io::ErrorKind;

use super::each::each;
use super::fault::PublishFault;
use super::kept::{
    KeptFile, KeptList, LIST, OLD, Publisher, UNFINISHED, at, is_ours, lock, put, put_read, unlock,
};
use super::look::{PublishOptions, PublishPlan, compare};
use super::order::{is_page, put_at};
use super::site::PublishedSite;
use super::target::{PublishTarget, TargetEntryKind};
use crate::error::Operation;
use crate::output::{Cancel, OutputPath};

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishProgress {
    /// So many files are put there or taken off.
    Planned(usize),
    /// One of them is.
    Done,
}

/// Puts a site at its place, and says what was done.
///
/// # Errors
/// When it may not be published there, when the place refuses, or when the user stops it. What was
/// done till then is whole, and the next run goes on from it.
pub fn publish(
    site: &PublishedSite,
    target: &dyn PublishTarget,
    publisher: &Publisher,
    options: PublishOptions,
    cancel: &Cancel,
    on: &(dyn Fn(PublishProgress) + Sync),
) -> Result<PublishPlan, PublishFault> {
    if target.whole().is_none() {
        make_folder(target, "")?;
    }
    lock(target, publisher, options.unlock)?;
    let run = PublishRun {
        site,
        target,
        publisher,
        cancel,
        on,
    };
    let done = compare(site, target, options).and_then(|plan| run.all(&plan).map(|()| plan));
    let unlocked = unlock(target, publisher);
    // What matters is why it could not be done.
    let plan = done?;
    unlocked?;
    Ok(plan)
}

/// A run under its lock.
struct PublishRun<'a> {
    site: &'a PublishedSite,
    target: &'a dyn PublishTarget,
    publisher: &'a Publisher,
    cancel: &'a Cancel,
    on: &'a (dyn Fn(PublishProgress) + Sync),
}

impl PublishRun<'_> {
    fn all(&self, plan: &PublishPlan) -> Result<(), PublishFault> {
        let target = self.target;
        is_ours(target, self.publisher)?;
        if plan.is_done {
            return Ok(());
        }
        (self.on)(PublishProgress::Planned(plan.put.len() + plan.gone.len()));
        self.say_what_is_to_come(plan)?;
        self.tidy(plan)?;
        let (first, others) = self.split(plan);
        self.remove(&first, true)?;
        let has_folders = target.whole().is_none();
        for folder in plan.folders_gone.iter().filter(|_| has_folders) {
            self.check()?;
            let removed = target.remove_folder(folder);
            removed.map_err(at(target, Operation::Remove, folder))?;
        }
        self.make_folders(plan, &first)?;
        for together in plan.put.chunk_by(|one, other| put_at(one) == put_at(other)) {
            is_ours(target, self.publisher)?;
            each(target.at_once(), together, |path| self.put(path))?;
        }
        is_ours(target, self.publisher)?;
        let (pages, loaded): (Vec<String>, Vec<String>) =
            others.into_iter().partition(|path| is_page(path));
        self.remove(&pages, true)?;
        self.remove(&loaded, true)?;
        self.remove_empty_folders(&[pages, loaded].concat())?;
        is_ours(target, self.publisher)?;
        let list = KeptList::new(&self.site.address, self.site.files.clone());
        put(target, LIST, &list.to_bytes())?;
        match target.remove(UNFINISHED) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(at(target, Operation::Remove, UNFINISHED)(error))
            }
            _ => Ok(()),
        }
    }

    /// Writes what this run puts there, and what runs before it may have: were this one stopped, the
    /// next knows these for its own.
    fn say_what_is_to_come(&self, plan: &PublishPlan) -> Result<(), PublishFault> {
        let before = plan.kept.unfinished.iter().flat_map(|list| &list.files);
        let mut files: Vec<KeptFile> = before.cloned().collect();
        let said: BTreeSet<(&str, [u8; 32])> = files
            .iter()
            .map(|file| (file.path.as_str(), file.blake3.into()))
            .collect();
        let wanted: BTreeSet<&str> = plan.put.iter().map(String::as_str).collect();
        let is_new = |file: &&KeptFile| {
            let path = file.path.as_str();
            wanted.contains(path) && !said.contains(&(path, file.blake3.into()))
        };
        let new: Vec<KeptFile> = self.site.files.iter().filter(is_new).cloned().collect();
        files.extend(new);
        let list = KeptList::new(&self.site.address, files);
        put(self.target, UNFINISHED, &list.to_bytes())
    }

    /// Takes away what a run left that was stopped, and puts back what it had put aside.
    fn tidy(&self, plan: &PublishPlan) -> Result<(), PublishFault> {
        let target = self.target;
        let is_wanted = |whole: &str| {
            let files = &self.site.files;
            whole == LIST
                || files
                    .binary_search_by(|file| file.path.as_str().cmp(whole))
                    .is_ok()
        };
        let (aside, torn): (Vec<String>, Vec<String>) =
            plan.torn.iter().cloned().partition(|path| {
                let whole = path.strip_suffix(OLD);
                whole.is_some_and(|whole| is_wanted(whole) && !plan.there.contains_key(whole))
            });
        for path in aside {
            let whole = path.strip_suffix(OLD).expect("it was chosen by its ending");
            let moved = target.rename_over(&path, whole);
            moved.map_err(at(target, Operation::Move, &path))?;
        }
        self.remove(&torn, false)
    }

    /// What goes, apart: what stands where a folder or a file of another kind is to come, and all
    /// else.
    fn split(&self, plan: &PublishPlan) -> (Vec<String>, Vec<String>) {
        let files: BTreeSet<&str> = self
            .site
            .files
            .iter()
            .map(|file| file.path.as_str())
            .collect();
        let folders: BTreeSet<&str> = self
            .site
            .files
            .iter()
            .flat_map(|file| file.path.folders())
            .collect();
        let is_in_the_way = |path: &&String| {
            let above = OutputPath::new(path.as_str());
            folders.contains(path.as_str())
                || above.is_ok_and(|path| path.folders().any(|folder| files.contains(folder)))
        };
        plan.gone
            .iter()
            .cloned()
            .partition(|path| is_in_the_way(&path))
    }

    fn make_folders(&self, plan: &PublishPlan, removed: &[String]) -> Result<(), PublishFault> {
        if self.target.whole().is_some() {
            return Ok(());
        }
        let mut folders: BTreeSet<(usize, &str)> = BTreeSet::new();
        let wanted: BTreeSet<&str> = plan.put.iter().map(String::as_str).collect();
        let files = self
            .site
            .files
            .iter()
            .filter(|file| wanted.contains(file.path.as_str()));
        for folder in files.flat_map(|file| file.path.folders()) {
            let is_there = plan.there.get(folder) == Some(&TargetEntryKind::Folder);
            if !is_there || !removed.is_empty() {
                folders.insert((folder.matches('/').count(), folder));
            }
        }
        let folders: Vec<(usize, &str)> = folders.into_iter().collect();
        for together in folders.chunk_by(|(one, _), (other, _)| one == other) {
            each(self.target.at_once(), together, |(_, folder)| {
                self.check()?;
                make_folder(self.target, folder)
            })?;
        }
        Ok(())
    }

    fn put(&self, path: &str) -> Result<(), PublishFault> {
        self.check()?;
        let found = self
            .site
            .files
            .binary_search_by(|file| file.path.as_str().cmp(path));
        let place = found.expect("a plan is of its site");
        let file = &self.site.files[place];
        put_read(
            self.target,
            path,
            &mut || Ok(Box::new(self.site.open_as_built(file)?)),
            file.size,
        )?;
        (self.on)(PublishProgress::Done);
        Ok(())
    }

    fn remove(&self, paths: &[String], is_told: bool) -> Result<(), PublishFault> {
        let target = self.target;
        each(target.at_once(), paths, |path| {
            self.check()?;
            match target.remove(path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(at(target, Operation::Remove, path)(error));
                }
                _ => {}
            }
            if is_told {
                (self.on)(PublishProgress::Done);
            }
            Ok(())
        })?;
        Ok(())
    }

    /// Removes the folders of files that went, where nothing is left in them.
    fn remove_empty_folders(&self, removed: &[String]) -> Result<(), PublishFault> {
        let target = self.target;
        if target.whole().is_some() {
            return Ok(());
        }
        let paths = removed.iter().filter_map(|path| OutputPath::new(path).ok());
        let mut folders: BTreeSet<(std::cmp::Reverse<usize>, String)> = BTreeSet::new();
        for path in paths {
            for folder in path.folders() {
                let deep = std::cmp::Reverse(folder.matches('/').count());
                folders.insert((deep, folder.to_owned()));
            }
        }
        for (_, folder) in folders {
            self.check()?;
            let listed = target.list(&folder);
            let listed = listed.map_err(at(target, Operation::List, &folder))?;
            if listed.is_some_and(|listed| listed.is_empty()) {
                let removed = target.remove_folder(&folder);
                removed.map_err(at(target, Operation::Remove, &folder))?;
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), PublishFault> {
        Ok(self.cancel.check()?)
    }
}

/// Makes a folder where there is none.
fn make_folder(target: &dyn PublishTarget, folder: &str) -> Result<(), PublishFault> {
    match target.make_folder(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(at(target, Operation::CreateFolder, folder)(error))
        }
        _ => Ok(()),
    }
}
