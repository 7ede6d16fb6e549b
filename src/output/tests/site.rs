//! A site in a temporary folder: build it, look at it, harm it, build it again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use rayon::prelude::*;

use crate::error::Error;
use crate::folder::{Folder, WalkedFile};
use crate::output::{
    CommitOutcome, Committed, Disk, FileKey, Manifest, OutputPath, OutputPlaces, PlaceError,
    RealDisk, SiteWriter, Survives, WriteOptions,
};
use crate::state::StateKey;

/// A site as paths and texts.
pub(super) type Files = BTreeMap<String, String>;

pub(super) struct TestSite {
    pub(super) root: PathBuf,
    rendered: Mutex<Vec<String>>,
}

static NUMBER: AtomicUsize = AtomicUsize::new(0);

pub(super) fn files<const N: usize>(files: [(&str, &str); N]) -> Files {
    files
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

pub(super) fn path(text: &str) -> OutputPath {
    OutputPath::new(text).expect("a path that a test made up")
}

pub(super) fn paths<const N: usize>(texts: [&str; N]) -> Vec<OutputPath> {
    texts.into_iter().map(path).collect()
}

impl TestSite {
    pub(super) fn new() -> Self {
        let root = std::env::temp_dir().join(format!(
            "oogst-output-{}-{}",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        ));
        fs::create_dir_all(&root).expect("a temporary folder can be made");
        Self {
            root,
            rendered: Mutex::default(),
        }
    }

    /// Its folder, open.
    pub(super) fn folder(&self) -> Folder {
        Folder::open(&self.root).expect("it is there")
    }

    /// A file of it as it is now, to be opened later.
    pub(super) fn walked(&self, path: &str) -> WalkedFile {
        let below = Path::new(path);
        let facts = self
            .folder()
            .look(below)
            .expect("it can be looked at")
            .expect("it is there");
        self.folder().walked(below.to_owned(), facts)
    }

    pub(super) fn disk(&self) -> RealDisk {
        RealDisk::new(self.folder())
    }

    /// The manifest that is believed.
    pub(super) fn manifest(&self, places: &OutputPlaces) -> Option<Manifest> {
        let key = StateKey::of_site(&self.folder()).expect("the system says which folder it is");
        Manifest::read(&self.disk(), places, &key).expect("readable")
    }

    fn options(&self) -> WriteOptions {
        WriteOptions::new(self.folder())
    }

    pub(super) fn places(&self) -> OutputPlaces {
        OutputPlaces::new(&self.root, Path::new("output"))
    }

    /// Builds with the real disk; the commit must be done. Nothing is synced, or the tests would
    /// wait for the disk only.
    pub(super) fn build(&self, files: &Files) -> CommitOutcome {
        match self.build_with(
            files,
            WriteOptions {
                survives: Survives::Kill,
                ..self.options()
            },
        ) {
            Ok(Committed::Done(outcome)) => outcome,
            other => panic!("the build should be done: {other:?}"),
        }
    }

    /// Builds with all care on some disk.
    pub(super) fn try_build(&self, files: &Files, disk: Arc<dyn Disk>) -> Result<Committed, Error> {
        self.build_with(
            files,
            WriteOptions {
                disk,
                survives: Survives::PowerFailure,
                ..self.options()
            },
        )
    }

    /// Builds; keys are the hashes of the texts.
    fn build_with(&self, files: &Files, options: WriteOptions) -> Result<Committed, Error> {
        self.rendered.lock().expect("no panic").clear();
        let writer = SiteWriter::begin(self.places(), options)?;
        let place = |(name, text): (&String, &String)| -> Result<(), Error> {
            let key = FileKey::from(blake3::hash(text.as_bytes()));
            let placed = writer.place(&path(name), key, || {
                self.rendered.lock().expect("no panic").push(name.clone());
                Ok::<_, std::convert::Infallible>(text.as_bytes())
            });
            match placed {
                Ok(_) => Ok(()),
                Err(PlaceError::Machine(error)) => Err(error),
                Err(PlaceError::Render(never)) => match never {},
            }
        };
        // In order while a test counts operations, from many threads when there is something to
        // share out.
        if files.len() > 100 {
            files.par_iter().try_for_each(place)?;
        } else {
            files.iter().try_for_each(place)?;
        }
        writer.commit()
    }

    /// What the last build rendered.
    pub(super) fn rendered(&self) -> Vec<String> {
        let mut rendered = self.rendered.lock().expect("no panic").clone();
        rendered.sort();
        rendered
    }

    /// Only finishes or discards an interrupted build.
    /// Recovers with all care on some disk.
    pub(super) fn recover_on(&self, disk: Arc<dyn Disk>) {
        drop(
            SiteWriter::begin(
                self.places(),
                WriteOptions {
                    disk,
                    ..self.options()
                },
            )
            .expect("recovery on a sound disk works"),
        );
    }

    pub(super) fn recover(&self) {
        drop(
            SiteWriter::begin(
                self.places(),
                WriteOptions {
                    survives: Survives::Kill,
                    ..self.options()
                },
            )
            .expect("recovery on a sound disk works"),
        );
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder"))
            .expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    pub(super) fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder"))
            .expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    pub(super) fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).expect("a file can be removed");
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).expect("the file is there")
    }

    pub(super) fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.root.join(path))
            .and_then(|metadata| metadata.modified())
            .expect("the file is there")
    }

    /// All files beneath a folder, which are texts.
    pub(super) fn files(&self, folder: &str) -> Files {
        self.bytes(folder)
            .into_iter()
            .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("texts only")))
            .collect()
    }

    /// All files beneath a folder.
    pub(super) fn bytes(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.root.join(folder), "", &mut files);
        files
    }

    /// All folders beneath the output.
    pub(super) fn folders(&self) -> Vec<String> {
        let mut folders = Vec::new();
        collect_folders(&self.root.join("output"), "", &mut folders);
        folders.sort();
        folders
    }

    /// No staging folder, no journal, nothing half-done.
    pub(super) fn assert_tidy(&self) {
        let mut names = list(&self.root);
        names.retain(|name| name != "output");
        assert_eq!(names, [".oogst"]);
        let mut state = list(&self.root.join(".oogst"));
        state.retain(|name| name != "replaced" && name != "manifest");
        assert_eq!(state, ["lock"]);
        assert!(!self.root.join("output/.oogst-staging").exists());
    }
}

impl Drop for TestSite {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn list(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .into_string()
                .expect("plain names")
        })
        .collect();
    names.sort();
    names
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for name in list(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files);
        } else {
            files.insert(
                format!("{prefix}{name}"),
                fs::read(&path).expect("the file is there"),
            );
        }
    }
}

fn collect_folders(folder: &Path, prefix: &str, folders: &mut Vec<String>) {
    for name in list(folder) {
        if folder.join(&name).is_dir() {
            collect_folders(&folder.join(&name), &format!("{prefix}{name}/"), folders);
            folders.push(format!("{prefix}{name}"));
        }
    }
}
