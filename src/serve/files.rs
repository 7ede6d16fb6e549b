//! Finds and opens the files of the built site. In goes an [`SitePath`], out comes an open file and
//! what it is, or nothing. What lies outside the site's folder, hidden, or not a plain file is
//! nothing, whatever links to it.

use std::io;
use std::path::{Path, PathBuf};

use super::address::SitePath;
use crate::feeds::content_type;
use crate::folder::{EntryKind, File, Folder, Refusal};

/// A file of the site, open. It stays the same bytes even when a build replaces it.
#[derive(Debug)]
pub(super) struct SiteFile {
    pub(super) file: File,
    pub(super) length: u64,
    pub(super) content_type: String,
}

/// What is at an address.
#[derive(Debug)]
pub(super) enum AtAddress {
    File(SiteFile),
    /// A folder with a page, asked for without its closing slash.
    Folder,
    Nothing,
}

/// Looks for what was asked in the folder of the site.
///
/// # Errors
/// When something is there and cannot be read.
pub(super) fn find(root: &Path, output: &Path, asked: &SitePath) -> io::Result<AtAddress> {
    let open = || {
        let folder = Folder::open(root)?;
        let below = folder.below(output)?;
        folder.folder(below)
    };
    let site = match open() {
        Ok(site) => site,
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Err(error),
        Err(_) => return Ok(AtAddress::Nothing),
    };
    let mut below: PathBuf = asked.segments.iter().collect();
    if asked.folder {
        below.push("index.html");
    }
    if below
        .components()
        .any(|name| name.as_os_str().as_encoded_bytes().starts_with(b"."))
    {
        return Ok(AtAddress::Nothing);
    }
    let kind = |below: &Path| site.look(below).map(|facts| facts.map(|facts| facts.kind));
    Ok(match nothing_of(kind(&below))?.flatten() {
        Some(EntryKind::File) => match nothing_of(site.open_with_facts(&below))? {
            Some((file, facts)) => AtAddress::File(SiteFile {
                file,
                length: facts.size,
                content_type: content_type(&below),
            }),
            None => AtAddress::Nothing,
        },
        Some(EntryKind::Folder)
            if !asked.folder
                && nothing_of(kind(&below.join("index.html")))?.flatten()
                    == Some(EntryKind::File) =>
        {
            AtAddress::Folder
        }
        _ => AtAddress::Nothing,
    })
}

/// What is refused because of what it is, or whose name is too long, is nothing; what the machine
/// refuses is a mistake.
fn nothing_of<T>(answer: io::Result<T>) -> io::Result<Option<T>> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(error)
            if Refusal::of(&error).is_some() || error.kind() != io::ErrorKind::PermissionDenied =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
