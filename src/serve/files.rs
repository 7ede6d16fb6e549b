//! Finds and opens the files of the built site. In goes an [`Asked`], out comes an open file and what it is, or
//! nothing. What lies outside the site's folder, hidden, or not a plain file is nothing, whatever links to it.

#![expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::address::Asked;

/// A file of the site, open. It stays the same bytes even when a build replaces it.
#[derive(Debug)]
pub(super) struct SiteFile {
    pub(super) file: File,
    pub(super) length: u64,
    pub(super) content_type: String,
}

/// What is at an address.
#[derive(Debug)]
pub(super) enum Found {
    File(SiteFile),
    /// A folder with a page, asked for without its closing slash.
    Folder,
    Nothing,
}

/// Looks for what was asked in the folder of the site.
///
/// # Errors
/// When something is there and cannot be read.
pub(super) fn find(output: &Path, asked: &Asked) -> io::Result<Found> {
    let Some(root) = existing(output)? else { return Ok(Found::Nothing) };
    let mut path = root.clone();
    path.extend(&asked.segments);
    if asked.folder {
        path.push("index.html");
    }
    let Some(path) = inside(&root, &path)? else { return Ok(Found::Nothing) };
    // Asked before opening: opening a named pipe would wait for its other end.
    let metadata = fs::metadata(&path)?;
    if metadata.is_file() {
        let file = File::open(&path)?;
        let length = file.metadata()?.len();
        return Ok(Found::File(SiteFile { file, length, content_type: content_type(&path) }));
    }
    let has_page = !asked.folder && metadata.is_dir() && inside(&root, &path.join("index.html"))?.is_some_and(|page| page.is_file());
    Ok(if has_page { Found::Folder } else { Found::Nothing })
}

/// The real path, if it is within the real root and no part of it is hidden. Symbolic links are followed first, so
/// one that leads out of the site leads nowhere.
fn inside(root: &Path, path: &Path) -> io::Result<Option<PathBuf>> {
    let Some(path) = existing(path)? else { return Ok(None) };
    let Ok(below) = path.strip_prefix(root) else { return Ok(None) };
    let hidden = below.components().any(|name| name.as_os_str().as_encoded_bytes().starts_with(b"."));
    Ok((!hidden).then_some(path))
}

/// The real path of something, or none if there is nothing. Names that are too long or run through a file as if it
/// were a folder, and links that go round in a circle, are nothing too.
fn existing(path: &Path) -> io::Result<Option<PathBuf>> {
    match path.canonicalize() {
        Ok(path) => Ok(Some(path)),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(error),
        Err(_) => Ok(None),
    }
}

fn content_type(path: &Path) -> String {
    // The site's feeds share one name; a server on the web is told the same by the name or not at all.
    if path.file_name() == Some(OsStr::new("feed.xml")) {
        return "application/atom+xml; charset=utf-8".to_owned();
    }
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    match (guess.type_().as_str(), guess.subtype().as_str()) {
        ("text", "xml") => "application/xml; charset=utf-8".to_owned(),
        ("text", _) => format!("{guess}; charset=utf-8"),
        ("application", "javascript") => "text/javascript; charset=utf-8".to_owned(),
        _ => guess.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_types_are_those_browsers_want() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("look.css", "text/css; charset=utf-8"),
            ("menu.js", "text/javascript; charset=utf-8"),
            ("feed.xml", "application/atom+xml; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("dag.ics", "text/calendar; charset=utf-8"),
            ("data.json", "application/json"),
            ("data.csv", "text/csv; charset=utf-8"),
            ("mark.svg", "image/svg+xml"),
            ("foto.jpg", "image/jpeg"),
            ("foto.webp", "image/webp"),
            ("zaal.mp4", "video/mp4"),
            ("plan.pdf", "application/pdf"),
            ("search.wasm", "application/wasm"),
            ("letter.woff2", "font/woff2"),
            ("zonder", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(name)), expected, "{name}");
        }
    }
}
