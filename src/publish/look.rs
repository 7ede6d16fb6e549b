//! [`look`]: what is at a place, beside what is to be there. Only folders of the site's own are
//! listed; what else stands at the place is not looked at.

use std::collections::{BTreeMap, BTreeSet};

use super::each::each;
use super::fault::PublishFault;
use super::kept::{KeptFile, KeptThere, LIST, LOCK, LockText, NEW, OLD, UNFINISHED, at, holder};
use super::site::PublishedSite;
use super::target::{PublishTarget, TargetEntryKind};
use crate::error::Operation;
use crate::output::OutputPath;

/// So many names are told of files that are in the way.
const MOST_NAMED: usize = 10;

/// What the user allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PublishOptions {
    /// A place that is not empty, and that no list says is ours: it becomes ours, without what is in
    /// it.
    pub adopt: bool,
    /// Files of the site are put over those that others made or changed.
    pub overwrite: bool,
    /// A lock that is there is taken over.
    pub unlock: bool,
}

/// What is to be done at a place.
#[derive(Debug, Default)]
pub struct PublishPlan {
    /// How many files are new there.
    pub new: usize,
    /// How many take the place of an older one.
    pub changed: usize,
    /// How many are there as they should be.
    pub same: usize,
    /// Paths of the files that are put there, in their order.
    pub put: Vec<String>,
    /// Paths of ours that go.
    pub gone: Vec<String>,
    /// Whether the place is as it should be, the list with it.
    pub is_done: bool,
    /// Whether a run has its lock there, or left it.
    pub is_locked: bool,
    /// What stands at the place under a name of the site's.
    pub(super) there: BTreeMap<String, TargetEntryKind>,
    pub(super) kept: KeptThere,
    /// Folders of ours that stand where a file is to come, the deepest first.
    pub(super) folders_gone: Vec<String>,
    /// Files that a run left which was stopped: before they were whole, or put aside for others.
    pub(super) torn: Vec<String>,
}

impl PublishPlan {
    /// Whether nothing has the name yet of a file that is put there.
    pub fn is_new(&self, path: &str) -> bool {
        !self.there.contains_key(path)
    }
}

/// Compares a place with a site, before the lock is taken.
///
/// # Errors
/// When it may not be published there, or the place cannot be looked at.
pub fn look(
    site: &PublishedSite,
    target: &dyn PublishTarget,
    options: PublishOptions,
) -> Result<PublishPlan, PublishFault> {
    use PublishFault::{Busy, ChangedThere, InTheWay, NotEmpty};
    match compare(site, target, options) {
        // What looks like the work of others may be that of a run which goes on just now.
        Err(fault @ (NotEmpty { .. } | InTheWay { .. } | ChangedThere { .. })) => {
            match holder(target)? {
                Some(LockText { host, since, .. }) if !options.unlock => Err(Busy { host, since }),
                Some(_) => Err(fault),
                // It may have ended since.
                None => compare(site, target, options),
            }
        }
        compared => compared,
    }
}

/// The same, whoever has the lock.
pub(super) fn compare(
    site: &PublishedSite,
    target: &dyn PublishTarget,
    options: PublishOptions,
) -> Result<PublishPlan, PublishFault> {
    let kept = KeptThere::read(target, options.adopt)?;
    if let Some(other) = kept.site().filter(|other| *other != site.address)
        && !options.adopt
    {
        return Err(PublishFault::OtherSite {
            site: other.to_owned(),
            own: site.address.clone(),
        });
    }
    if kept.site().is_none() && !options.adopt {
        refuse_others(target)?;
    }
    let survey = SeenPlace::of(site, &kept, target)?;
    let mut judged = JudgedFiles {
        options,
        plan: PublishPlan::default(),
        in_the_way: Vec::new(),
        are_files: true,
        changed_there: Vec::new(),
    };
    let known = kept.known();
    for file in &site.files {
        let versions = known.get(&file.path).map(Vec::as_slice);
        judged.wanted(file, versions.unwrap_or_default(), &survey);
    }
    let wanted = |path: &OutputPath| {
        site.files
            .binary_search_by(|file| file.path.cmp(path))
            .is_ok()
    };
    for (path, versions) in &known {
        if !wanted(path) {
            judged.unwanted(path, versions, &survey);
        }
    }
    let mut plan = judged.plan()?;
    let is_listed = kept
        .list
        .as_ref()
        .is_some_and(|list| list.site == site.address && list.files == site.files);
    plan.is_done = is_listed
        && kept.unfinished.is_none()
        && plan.put.is_empty()
        && plan.gone.is_empty()
        && survey.torn.is_empty();
    plan.is_locked = survey.is_locked;
    plan.torn = survey.torn;
    plan.there = survey.there;
    plan.kept = kept;
    Ok(plan)
}

/// Refuses a place where anything is that this program did not put there.
fn refuse_others(target: &dyn PublishTarget) -> Result<(), PublishFault> {
    let listed = target.list("").map_err(at(target, Operation::List, ""))?;
    let is_ours = |name: &str| {
        let name = before_ending(name).unwrap_or(name);
        [LIST, UNFINISHED].contains(&name) || name.starts_with(LOCK)
    };
    let names = listed
        .unwrap_or_default()
        .into_iter()
        .map(|entry| entry.name);
    let mut names: Vec<String> = names.filter(|name| !is_ours(name)).collect();
    if names.is_empty() {
        return Ok(());
    }
    names.sort();
    names.truncate(MOST_NAMED);
    Err(PublishFault::NotEmpty { names })
}

/// What stands at a place under names of the site's, old and new.
struct SeenPlace {
    there: BTreeMap<String, TargetEntryKind>,
    torn: Vec<String>,
    /// Folders that hold something of others.
    with_others: BTreeSet<String>,
    is_locked: bool,
}

impl SeenPlace {
    fn of(
        site: &PublishedSite,
        kept: &KeptThere,
        target: &dyn PublishTarget,
    ) -> Result<Self, PublishFault> {
        let known = kept.known();
        let files: BTreeSet<&OutputPath> = site
            .files
            .iter()
            .map(|file| &file.path)
            .chain(known.into_keys())
            .collect();
        // A folder that is to come may be a file now, and the other way round.
        let mut folders: BTreeMap<usize, BTreeSet<&str>> =
            BTreeMap::from([(0, BTreeSet::from([""]))]);
        for folder in files.iter().flat_map(|path| path.folders()) {
            let deep = folder.matches('/').count() + 1;
            folders.entry(deep).or_default().insert(folder);
        }
        let names: BTreeSet<&str> = files
            .iter()
            .map(|path| path.as_str())
            .chain(folders.values().flatten().copied())
            .collect();
        let mut survey = Self {
            there: BTreeMap::new(),
            torn: Vec::new(),
            with_others: BTreeSet::new(),
            is_locked: false,
        };
        if let Some(whole) = target.whole() {
            let all = whole.list_all();
            survey.add_all(all.map_err(at(target, Operation::List, ""))?, &names);
            return Ok(survey);
        }
        for folders in folders.into_values() {
            let is_there = |folder: &&&str| {
                folder.is_empty() || survey.there.get(**folder) == Some(&TargetEntryKind::Folder)
            };
            let folders: Vec<&str> = folders.iter().filter(is_there).copied().collect();
            let listed = each(target.at_once(), &folders, |folder| {
                let listed = target.list(folder);
                listed.map_err(at(target, Operation::List, folder))
            })?;
            for (folder, listed) in folders.iter().zip(listed) {
                for entry in listed.unwrap_or_default() {
                    survey.add(folder, &entry.name, entry.kind, &names);
                }
            }
        }
        Ok(survey)
    }

    /// What stands at a place without folders: what names hold before a `/` counts as one.
    fn add_all(&mut self, files: Vec<(String, u64)>, names: &BTreeSet<&str>) {
        let mut folders = BTreeSet::new();
        for (path, size) in files {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            self.add(folder, name, TargetEntryKind::File(size), names);
            let mut inner = folder;
            while !inner.is_empty() && folders.insert(inner.to_owned()) {
                inner = inner.rsplit_once('/').map_or("", |(above, _)| above);
            }
        }
        for folder in folders {
            let (above, name) = folder.rsplit_once('/').unwrap_or(("", &folder));
            self.add(above, name, TargetEntryKind::Folder, names);
        }
    }

    fn add(&mut self, folder: &str, name: &str, kind: TargetEntryKind, names: &BTreeSet<&str>) {
        let path = if folder.is_empty() {
            name.to_owned()
        } else {
            format!("{folder}/{name}")
        };
        let is_kept = |path: &str| [LIST, UNFINISHED].contains(&path);
        let is_ours =
            |whole: &str| names.contains(whole) || is_kept(whole) || whole.starts_with(LOCK);
        if before_ending(&path).is_some_and(is_ours) {
            if matches!(kind, TargetEntryKind::File(_)) {
                self.torn.push(path);
            }
        } else if names.contains(path.as_str()) || is_kept(&path) {
            self.there.insert(path, kind);
        } else if path == LOCK {
            self.is_locked = true;
        } else {
            self.with_others.insert(folder.to_owned());
        }
    }
}

/// The name of a file before the ending that it has while it is not whole, or put aside.
fn before_ending(name: &str) -> Option<&str> {
    [NEW, OLD]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
}

/// The files on their way to a plan.
struct JudgedFiles {
    options: PublishOptions,
    plan: PublishPlan,
    in_the_way: Vec<String>,
    are_files: bool,
    changed_there: Vec<String>,
}

impl JudgedFiles {
    /// A file of the site; `versions` are those that ours may be there.
    fn wanted(&mut self, file: &KeptFile, versions: &[&KeptFile], survey: &SeenPlace) {
        let path = file.path.to_string();
        match survey.there.get(&path) {
            None => self.plan.new += 1,
            Some(TargetEntryKind::File(size)) => {
                let mut likely = versions.iter().filter(|version| version.size == *size);
                let first = likely.next();
                // What may be one of several versions is put there again.
                if first == Some(&file) && likely.next().is_none() {
                    self.plan.same += 1;
                    return;
                }
                if versions.is_empty() && !self.options.adopt && !self.options.overwrite {
                    self.in_the_way.push(path.clone());
                } else if !versions.is_empty() && first.is_none() && !self.options.overwrite {
                    self.changed_there.push(path.clone());
                }
                self.plan.changed += 1;
            }
            // Where all that is in a folder is ours and goes, the folder goes with it.
            Some(TargetEntryKind::Folder) if survey.is_ours_alone(&path) => {
                self.plan.changed += 1;
                self.plan.folders_gone.extend(survey.folders_in(&path));
            }
            Some(TargetEntryKind::Folder | TargetEntryKind::Other) => {
                self.are_files = false;
                self.in_the_way.push(path.clone());
            }
        }
        for folder in file.path.folders() {
            if survey.there.get(folder) == Some(&TargetEntryKind::Other) {
                self.are_files = false;
                self.in_the_way.push(folder.to_owned());
            }
        }
        self.plan.put.push(path);
    }

    /// A file that was put there and is of the site no more.
    fn unwanted(&mut self, path: &OutputPath, versions: &[&KeptFile], survey: &SeenPlace) {
        let Some(TargetEntryKind::File(size)) = survey.there.get(path.as_str()) else {
            return;
        };
        let is_ours = versions.iter().any(|version| version.size == *size);
        if !is_ours && !self.options.overwrite {
            self.changed_there.push(path.to_string());
        }
        self.plan.gone.push(path.to_string());
    }

    fn plan(mut self) -> Result<PublishPlan, PublishFault> {
        let named = |mut names: Vec<String>| {
            names.sort();
            names.dedup();
            names.truncate(MOST_NAMED);
            names
        };
        if !self.in_the_way.is_empty() {
            return Err(PublishFault::InTheWay {
                names: named(self.in_the_way),
                are_files: self.are_files,
            });
        }
        if !self.changed_there.is_empty() {
            return Err(PublishFault::ChangedThere {
                names: named(self.changed_there),
            });
        }
        self.plan
            .put
            .sort_by_cached_key(|path| (super::order::put_at(path), path.clone()));
        Ok(self.plan)
    }
}

impl SeenPlace {
    /// Whether a folder holds nothing of anybody else.
    fn is_ours_alone(&self, folder: &str) -> bool {
        let inner = format!("{folder}/");
        let is_in = |other: &String| other == folder || other.starts_with(&inner);
        !self.with_others.iter().any(is_in)
    }

    /// The folder and those in it, the deepest first.
    fn folders_in(&self, folder: &str) -> Vec<String> {
        let inner = format!("{folder}/");
        let is_folder = |(path, kind): &(&String, &TargetEntryKind)| {
            **kind == TargetEntryKind::Folder && (*path == folder || path.starts_with(&inner))
        };
        let folders = self.there.iter().filter(is_folder);
        let mut folders: Vec<String> = folders.map(|(path, _)| path.clone()).collect();
        folders.sort_by_key(|path| std::cmp::Reverse(path.matches('/').count()));
        folders
    }
}
