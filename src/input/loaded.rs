//! [`Loaded`]: a site's folder as it was read.

use super::look::{LookFolder, LookFolders};
use crate::diagnostic::{Code, Diagnostic};
use crate::pictures::media_file::{MediaFile, MediaFiles};
use crate::source::{FileId, SourcePath, Sources};

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
    /// A hash of all that was read: where it differs, something else was there.
    pub fn fingerprint(&self, sources: &Sources) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let text = |hasher: &mut blake3::Hasher, id: FileId| {
            hasher.update(&id.0.to_le_bytes());
            hasher.update(&sources.file(id).hash);
        };
        for (mark, part) in [(b"config", self.config), (b"promes", self.addresses)] {
            hasher.update(mark);
            if let Some(id) = part {
                text(&mut hasher, id);
            }
        }
        hasher.update(&self.content.len().to_le_bytes());
        for id in &self.content {
            text(&mut hasher, *id);
        }
        for (path, file) in &self.media.files {
            let MediaFile {
                disk: _,
                source: _,
                size: _,
                stamp,
                seen,
                content,
            } = file;
            hasher.update(format!("{path} {seen:?} {content:?}").as_bytes());
            hasher.update(stamp);
        }
        let looks = self.looks.looks.iter();
        let looks = looks.map(|(name, look)| (name.as_str(), look));
        for (name, LookFolder { texts, assets }) in looks.chain([("", &self.looks.own)]) {
            hasher.update(format!("{name:?} {} {}", texts.len(), assets.len()).as_bytes());
            for (path, id) in texts {
                hasher.update(format!("{path:?}").as_bytes());
                text(&mut hasher, *id);
            }
            for (path, asset) in assets {
                hasher.update(format!("{path:?}").as_bytes());
                hasher.update(&asset.content);
            }
        }
        hasher.update(format!("{:?}", self.diagnostics).as_bytes());
        *hasher.finalize().as_bytes()
    }

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
