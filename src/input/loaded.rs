//! [`Loaded`]: a site's folder as it was read.

use super::look::LookFolders;
use crate::diagnostic::{Code, Diagnostic};
use crate::pictures::media_file::MediaFiles;
use crate::source::{FileId, SourcePath};

/// A site's folder as it was read.
#[derive(Debug)]
pub struct Loaded {
    /// `oogst.toml`, where there is one.
    pub config: Option<FileId>,
    /// `addresses.toml`, where there is one.
    pub addresses: Option<FileId>,
    /// The texts under `content/`, in order of path.
    pub content: Vec<FileId>,
    /// The pictures and attachments under `content/`.
    pub media: MediaFiles,
    /// The files of the site's own looks, and those that win over a look's.
    pub looks: LookFolders,
    /// What is wrong with the files themselves.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// A folder that is not there.
    pub(super) fn nothing() -> Self {
        let diagnostics = vec![Diagnostic::of_path(
            Code::NoConfig,
            SourcePath::new("oogst.toml"),
        )];
        let (media, looks) = (MediaFiles::default(), LookFolders::default());
        Self {
            config: None,
            addresses: None,
            content: Vec::new(),
            media,
            looks,
            diagnostics,
        }
    }
}
