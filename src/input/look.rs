//! Reads the files of looks: every look under `themes/`, and the site's own `templates/` and
//! `assets/` that win over a look's. Pictures among them come without what a camera wrote; what a
//! server would run comes not at all.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::text::read_text;
use super::walk::{FoundFile, walk};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::pictures;
use crate::pictures::endings::runs_on_servers;
use crate::pictures::media_file::{Other, PictureFault};
use crate::source::{FileId, SourceFile, SourcePath};
use crate::words::messages::input as messages;

/// The most bytes of a file of a look: they are held in memory.
const LARGEST_ASSET: u64 = 256_000_000;

/// The files of one look, or those that win over a look's.
#[derive(Debug, Clone, Default)]
pub struct LookFolder {
    /// Texts by their path below the folder: `templates/deal.html`, `theme.toml`.
    pub texts: BTreeMap<String, FileId>,
    /// Everything under `assets/`, by its path below that.
    pub assets: BTreeMap<String, Asset>,
}

/// A file of a look that is handed to browsers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Where it was read.
    pub path: SourcePath,
    /// What is published of it.
    pub bytes: Vec<u8>,
    /// Its length as it was read, by which copies of a photo are looked for.
    pub size: u64,
    /// The hash of its bytes as they were read.
    pub content: [u8; 32],
}

/// The looks of a site.
#[derive(Debug, Clone, Default)]
pub struct LookFolders {
    /// Every look under `themes/`, by name.
    pub looks: BTreeMap<String, LookFolder>,
    /// The site's own `templates/` and `assets/`.
    pub own: LookFolder,
}

impl LookFolders {
    /// Every file of any look that is handed to browsers.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.looks
            .values()
            .chain([&self.own])
            .flat_map(|folder| folder.assets.values())
    }
}

/// Reads them all: looks are small, and a mistake in one that is not used is better found early.
pub(super) fn read(
    site: &Folder,
    add: &mut dyn FnMut(SourceFile) -> FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<LookFolders, Error> {
    let mut folders = LookFolders::default();
    for top in ["themes", "templates", "assets"] {
        let Some(walked) = walk(site, top)? else {
            continue;
        };
        diagnostics.extend(walked.diagnostics);
        for found in walked.files {
            let path = found.path.as_str().to_owned();
            if let Some(inner) = path.strip_prefix("themes/") {
                let Some((name, inner)) = inner.split_once('/') else {
                    continue;
                };
                put(
                    folders.looks.entry(name.to_owned()).or_default(),
                    inner,
                    &found,
                    add,
                    diagnostics,
                )?;
            } else {
                put(&mut folders.own, &path, &found, add, diagnostics)?;
            }
        }
    }
    Ok(folders)
}

fn put(
    folder: &mut LookFolder,
    inner: &str,
    found: &FoundFile,
    add: &mut dyn FnMut(SourceFile) -> FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), Error> {
    if let Some(asset) = inner.strip_prefix("assets/") {
        let file = found.file.as_ref().expect("what a walk found is on disk");
        let bytes = file
            .read(LARGEST_ASSET)
            .map_err(Error::during(Operation::Read, &found.disk))?;
        let (size, content) = (bytes.len() as u64, *blake3::hash(&bytes).as_bytes());
        if let Some(ending) = runs_on_servers(asset) {
            diagnostics.push(run_by_server(found.path.clone(), &ending));
            return Ok(());
        }
        match pictures::bare(bytes) {
            Ok(bytes) => drop(folder.assets.insert(
                asset.to_owned(),
                Asset {
                    path: found.path.clone(),
                    bytes,
                    size,
                    content,
                },
            )),
            Err(fault) => diagnostics.push(not_cleaned(found.path.clone(), fault)),
        }
    } else if inner.starts_with("templates/") || inner == "theme.toml" {
        match read_text(found)? {
            (file, Some(fault)) => {
                let (path, text) = (file.path.clone(), Arc::clone(&file.text));
                diagnostics.push(fault.diagnostic(add(file), &path, &text));
            }
            (file, None) => {
                folder.texts.insert(inner.to_owned(), add(file));
            }
        }
    }
    Ok(())
}

/// A picture or film of which nothing can be left out.
fn not_cleaned(path: SourcePath, fault: PictureFault) -> Diagnostic {
    let (what, way) = match fault {
        PictureFault::Other(other @ Other::Film { .. }) => {
            (other.told(), messages::RECORDING_WITHOUT_PLACE)
        }
        PictureFault::Other(other) => (other.told(), messages::SAVE_AS_PICTURE),
        PictureFault::Broken(_) => (messages::BROKEN_PICTURE, messages::SAVE_PICTURE_AGAIN),
        PictureFault::TooLarge(_) => (messages::LARGE_PICTURE, messages::SAVE_PICTURE_SMALLER),
    };
    Diagnostic::of_path(Code::AssetNotCleaned, path)
        .with("what", what)
        .with("way", way)
}

/// A file that a server would run: no look needs one, since what it makes is there when it is asked
/// for.
fn run_by_server(path: SourcePath, ending: &str) -> Diagnostic {
    let why = messages::has_in_its_name(&ending);
    let way = messages::REMOVE_OR_RENAME;
    let name = path.name().to_owned();
    Diagnostic::of_path(Code::FileRuns, path)
        .with("file", name)
        .with("why", why)
        .with("way", way)
}
