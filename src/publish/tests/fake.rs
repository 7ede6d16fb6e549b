//! A place in memory, which stops at the verb that a test names, and a reader who looks at it after
//! each.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, Read};
use std::sync::Mutex;

use crate::publish::kept::OLD;
use crate::publish::target::{PublishTarget, TargetEntry, TargetEntryKind, WholeFiles};

/// What happens at the verb where a run is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StopAs {
    /// It does not happen, and neither does anything after it.
    Cut,
    /// It happens, but nobody hears of it, and nothing happens after it.
    Unheard,
    /// A file is written half-way, and nothing happens after it.
    Torn,
    /// It does not happen; what comes after does.
    Refused,
}

/// How files come to stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PutsBy {
    /// Beside their place, and then over what is there.
    Renaming,
    /// The same, but what is there is put aside first.
    RenamingWithGap,
    /// Whole, without folders.
    Whole,
}

pub(super) const STOPS: [StopAs; 4] = [StopAs::Cut, StopAs::Unheard, StopAs::Torn, StopAs::Refused];

#[derive(Debug, Default)]
struct FakeFiles {
    files: BTreeMap<String, Vec<u8>>,
    folders: BTreeSet<String>,
    verbs: usize,
    stop: Option<(usize, StopAs)>,
    is_cut: bool,
}

/// What a reader makes sure of, whenever it is.
pub(super) type ReaderCheck = Box<dyn Fn(&BTreeMap<String, Vec<u8>>) + Send + Sync>;

pub(super) struct FakePlace {
    held: Mutex<FakeFiles>,
    at_once: usize,
    puts: PutsBy,
    check: Option<ReaderCheck>,
}

impl FakePlace {
    pub(super) fn new(files: &BTreeMap<String, Vec<u8>>, at_once: usize) -> Self {
        let mut held = FakeFiles::default();
        held.folders.insert(String::new());
        for path in files.keys() {
            let mut folder = path.as_str();
            while let Some((above, _)) = folder.rsplit_once('/') {
                held.folders.insert(above.to_owned());
                folder = above;
            }
        }
        held.files.clone_from(files);
        Self {
            held: Mutex::new(held),
            at_once,
            puts: PutsBy::Renaming,
            check: None,
        }
    }

    pub(super) fn that_puts(mut self, puts: PutsBy) -> Self {
        self.puts = puts;
        self
    }

    pub(super) fn read_by(mut self, check: ReaderCheck) -> Self {
        self.check = Some(check);
        self
    }

    /// Stops at the verb of this number, counted from now.
    pub(super) fn stop_at(&self, verb: usize, stop: StopAs) {
        let mut held = self.held.lock().expect("the lock holds");
        (held.verbs, held.stop, held.is_cut) = (0, Some((verb, stop)), false);
    }

    /// Stops no more, and says whether it did.
    pub(super) fn mend(&self) -> bool {
        let mut held = self.held.lock().expect("the lock holds");
        let did = held.stop.is_some_and(|(verb, _)| held.verbs >= verb);
        (held.stop, held.is_cut) = (None, false);
        did
    }

    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.held.lock().expect("the lock holds").files.clone()
    }

    pub(super) fn folders(&self) -> BTreeSet<String> {
        self.held.lock().expect("the lock holds").folders.clone()
    }

    pub(super) fn verbs(&self) -> usize {
        self.held.lock().expect("the lock holds").verbs
    }

    fn verb<T>(&self, act: impl Fn(&mut FakeFiles, bool) -> io::Result<T>) -> io::Result<T> {
        let mut held = self.held.lock().expect("the lock holds");
        let lost = || io::Error::from(ErrorKind::ConnectionReset);
        if held.is_cut {
            return Err(lost());
        }
        held.verbs += 1;
        let stop = held.stop.filter(|(verb, _)| *verb == held.verbs);
        let Some((_, stop)) = stop else {
            let done = act(&mut held, false);
            if let Some(check) = &self.check {
                check(&held.files);
            }
            return done;
        };
        held.is_cut = stop != StopAs::Refused;
        if matches!(stop, StopAs::Unheard | StopAs::Torn) {
            let _ = act(&mut held, stop == StopAs::Torn);
        }
        Err(lost())
    }
}

impl FakePlace {
    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.verb(|held, _| {
            if held.folders.contains(to) {
                return Err(ErrorKind::IsADirectory.into());
            }
            let bytes = held.files.remove(from).ok_or(ErrorKind::NotFound)?;
            held.files.insert(to.to_owned(), bytes);
            Ok(())
        })
    }

    fn is_there(&self, path: &str) -> io::Result<bool> {
        self.verb(|held, _| Ok(held.files.contains_key(path)))
    }
}

impl WholeFiles for FakePlace {
    fn put(&self, path: &str, bytes: &mut dyn Read, _size: u64) -> io::Result<()> {
        let mut all = Vec::new();
        bytes.read_to_end(&mut all)?;
        self.verb(|held, _| {
            held.files.insert(path.to_owned(), all.clone());
            Ok(())
        })
    }

    fn list_all(&self) -> io::Result<Vec<(String, u64)>> {
        self.verb(|held, _| {
            let files = held.files.iter();
            Ok(files
                .map(|(path, bytes)| (path.clone(), bytes.len() as u64))
                .collect())
        })
    }
}

fn above(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(above, _)| above)
}

impl PublishTarget for FakePlace {
    fn shown(&self) -> String {
        "proef://plek".to_owned()
    }

    fn at_once(&self) -> usize {
        self.at_once
    }

    fn read(&self, path: &str, _most: u64) -> io::Result<Option<Vec<u8>>> {
        self.verb(|held, _| Ok(held.files.get(path).cloned()))
    }

    fn write_new(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()> {
        let mut all = Vec::new();
        bytes.read_to_end(&mut all)?;
        assert_eq!(all.len() as u64, size, "{path}");
        self.verb(|held, is_torn| {
            if held.files.contains_key(path) || held.folders.contains(path) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            if self.whole().is_none() && !held.folders.contains(above(path)) {
                return Err(ErrorKind::NotFound.into());
            }
            let most = if is_torn { all.len() / 2 } else { all.len() };
            held.files.insert(path.to_owned(), all[..most].to_vec());
            Ok(())
        })
    }

    fn whole(&self) -> Option<&dyn WholeFiles> {
        (self.puts == PutsBy::Whole).then_some(self)
    }

    fn rename_over(&self, from: &str, to: &str) -> io::Result<()> {
        assert!(self.whole().is_none(), "{to} is put whole");
        if self.puts == PutsBy::Renaming || !self.is_there(to)? {
            return self.rename(from, to);
        }
        let aside = format!("{to}{OLD}");
        self.rename(to, &aside)?;
        self.rename(from, to)?;
        self.remove(&aside)
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        self.verb(|held, _| {
            held.files.remove(path).ok_or(ErrorKind::NotFound)?;
            Ok(())
        })
    }

    fn make_folder(&self, path: &str) -> io::Result<()> {
        assert!(self.whole().is_none(), "there are no folders for {path}");
        self.verb(|held, _| {
            if held.folders.contains(path) || held.files.contains_key(path) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            if !held.folders.contains(above(path)) {
                return Err(ErrorKind::NotFound.into());
            }
            held.folders.insert(path.to_owned());
            Ok(())
        })
    }

    fn remove_folder(&self, path: &str) -> io::Result<()> {
        self.verb(|held, _| {
            let inner = format!("{path}/");
            let mut all = held.files.keys().chain(&held.folders);
            if all.any(|other| other.starts_with(&inner)) {
                return Err(ErrorKind::DirectoryNotEmpty.into());
            }
            if held.folders.remove(path) {
                Ok(())
            } else {
                Err(ErrorKind::NotFound.into())
            }
        })
    }

    fn list(&self, folder: &str) -> io::Result<Option<Vec<TargetEntry>>> {
        self.verb(|held, _| {
            if !held.folders.contains(folder) {
                return Ok(None);
            }
            let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
            let files = held.files.iter().filter(|(path, _)| above(path) == folder);
            let files = files.map(|(path, bytes)| TargetEntry {
                name: name(path),
                kind: TargetEntryKind::File(bytes.len() as u64),
            });
            let folders = held.folders.iter();
            let folders = folders.filter(|path| !path.is_empty() && above(path) == folder);
            let folders = folders.map(|path| TargetEntry {
                name: name(path),
                kind: TargetEntryKind::Folder,
            });
            Ok(Some(files.chain(folders).collect()))
        })
    }
}
