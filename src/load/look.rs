//! Reads the files of looks: every look under `themes/`, and the site's own `templates/` and `assets/` that win over a look's.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::walk::walk;
use super::{Found, read_text};
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::source::{FileId, SourceFile};

/// The most bytes of a file of a look: they are held in memory.
const LARGEST_ASSET: u64 = 256_000_000;

/// The files of one look, or those that win over a look's.
#[derive(Debug, Clone, Default)]
pub struct LookFolder {
    /// Texts by their path below the folder: `templates/deal.html`, `theme.toml`.
    pub texts: BTreeMap<String, FileId>,
    /// Everything under `assets/`, by its path below that.
    pub assets: BTreeMap<String, Vec<u8>>,
}

/// The looks of a site.
#[derive(Debug, Clone, Default)]
pub struct LookFolders {
    /// Every look under `themes/`, by name.
    pub looks: BTreeMap<String, LookFolder>,
    /// The site's own `templates/` and `assets/`.
    pub own: LookFolder,
}

/// Reads them all: looks are small, and a mistake in one that is not used is better found early.
pub(super) fn read(site: &Folder, add: &mut dyn FnMut(SourceFile) -> FileId, diagnostics: &mut Vec<Diagnostic>) -> Result<LookFolders, Error> {
    let mut folders = LookFolders::default();
    for top in ["themes", "templates", "assets"] {
        let Some(walked) = walk(site, top)? else { continue };
        diagnostics.extend(walked.diagnostics);
        for found in walked.files {
            let path = found.path.as_str().to_owned();
            if let Some(inner) = path.strip_prefix("themes/") {
                let Some((name, inner)) = inner.split_once('/') else { continue };
                put(folders.looks.entry(name.to_owned()).or_default(), inner, &found, add, diagnostics)?;
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
    found: &Found,
    add: &mut dyn FnMut(SourceFile) -> FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), Error> {
    if let Some(asset) = inner.strip_prefix("assets/") {
        let file = found.file.as_ref().expect("what a walk found is on disk");
        let bytes = file.read(LARGEST_ASSET).map_err(Error::during(Operation::Read, &found.disk))?;
        folder.assets.insert(asset.to_owned(), bytes);
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
