//! The site as one zip file, to be handed to somebody else. The same site gives the same bytes.

use std::io::{self, Read, Seek, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::fault::PublishFault;
use super::kept::{KeptList, LIST};
use super::run::PublishProgress;
use super::site::PublishedSite;
use crate::error::{Error, Operation};
use crate::output::Cancel;

/// Larger files need the wide form of numbers (APPNOTE 6.3.10, section 4.3.9.2).
const WIDE: u64 = 4_000_000_000;

/// The list in a zip file is no larger.
const LARGEST_LIST: u64 = 100_000_000;

/// What is packed already, and would not become smaller.
const PACKED: [&str; 7] = ["png", "jpg", "jpeg", "webp", "gif", "woff2", "zip"];

/// What stands where a zip file is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZipState {
    /// A zip file of this site.
    Ours,
    /// Something else.
    Others,
}

/// Writes the zip file, and gives back what it was written into; `shown` is its name in messages. In it is the list of what was
/// published too: whoever unpacks it at the place itself can publish there from then on.
///
/// # Errors
/// When the disk refuses, or the user stops it.
pub fn zip_site<W: Write + Seek>(
    site: &PublishedSite,
    into: W,
    shown: &Path,
    cancel: &Cancel,
    on: &dyn Fn(PublishProgress),
) -> Result<W, PublishFault> {
    on(PublishProgress::Planned(site.count()));
    let failed = |error: io::Error| {
        PublishFault::Machine(Error::Io {
            operation: Operation::Write,
            path: shown.to_owned(),
            source: error,
        })
    };
    let mut archive = ZipWriter::new(into);
    for file in &site.files {
        cancel.check()?;
        let mut from = site.open_as_built(file)?;
        let ending = file
            .path
            .as_str()
            .rsplit_once('.')
            .map_or("", |(_, ending)| ending);
        let method = if PACKED.contains(&ending) {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .large_file(file.size >= WIDE);
        archive
            .start_file(file.path.as_str(), options)
            .map_err(io::Error::from)
            .and_then(|()| io::copy(&mut from, &mut archive))
            .map_err(failed)?;
        on(PublishProgress::Done);
    }
    let list = KeptList::new(&site.address, site.files.clone()).to_bytes();
    archive
        .start_file(LIST, SimpleFileOptions::default())
        .map_err(io::Error::from)
        .and_then(|()| archive.write_all(&list))
        .map_err(failed)?;
    archive.finish().map_err(|error| failed(error.into()))
}

/// What a file is that stands where the zip file of a site is to come.
pub fn zip_state(file: impl Read + Seek, address: &str) -> ZipState {
    let read = || -> Option<KeptList> {
        let mut archive = ZipArchive::new(file).ok()?;
        let mut text = Vec::new();
        let list = archive.by_name(LIST).ok()?;
        list.take(LARGEST_LIST).read_to_end(&mut text).ok()?;
        serde_json::from_slice(&text).ok()
    };
    if read().is_some_and(|list| list.site == address) {
        ZipState::Ours
    } else {
        ZipState::Others
    }
}
