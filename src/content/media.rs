//! The files of the site that are no text: pictures and attachments, known by name and size. Their bytes are read only when they are
//! published.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::source::SourcePath;

/// One picture or attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaFile {
    /// Where it is on disk: names there may be decomposed Unicode.
    pub disk: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// A hash of its bytes' stamp (size and time of change), so that a copy is made again when it changes.
    pub stamp: [u8; 32],
    /// Width and height of a picture in pixels, when its header could be read.
    pub picture: Option<(u32, u32)>,
}

/// Every such file under `content/`, by its path below the site's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MediaFiles {
    /// The files.
    pub files: BTreeMap<SourcePath, MediaFile>,
}

impl MediaFiles {
    /// The file with this path.
    pub fn get(&self, path: &SourcePath) -> Option<&MediaFile> {
        self.files.get(path)
    }
}
