//! What taking a file over, and undoing that, needs of the disk: what is remembered of tables, and
//! pictures as they stand now.

use std::path::Path;
use std::sync::Arc;

use super::bench::Bench;
use super::kept::KeptSaves;
use crate::app::memories::bytes_of;
use crate::desk::{DeskImports, FileBeside, KeptSave};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::id::Id;
use crate::source::{SourcePath, normalise};
use crate::takeover::{NoRemembered, Remembered, memory_path};

/// The most bytes of files beside the content that are read to see whether they are as they were
/// left.
const MOST_LOOKED_AT: u64 = 200_000_000;

impl DeskImports for Bench {
    fn remembered(&mut self, event: &Id) -> Result<Result<Remembered, NoRemembered>, Error> {
        let report = self.opened()?;
        let path = memory_path(event);
        let bytes = bytes_of(&report.root, &path)?;
        report.besides = bytes
            .as_ref()
            .map(|bytes| beside(path, bytes))
            .into_iter()
            .collect();
        Ok(Remembered::read(event, bytes.as_deref()))
    }

    fn site_folder(&mut self) -> Result<Folder, Error> {
        let root = &self.opened()?.root;
        Folder::open(root).map_err(Error::during(Operation::Read, root))
    }
}

impl Bench {
    /// The saves that are kept, each with its files beside the content as they stand now.
    pub(super) fn kept_with_files(&mut self) -> Result<Vec<(u64, KeptSave)>, Error> {
        let report = self.opened()?;
        let kept = KeptSaves::of(&report.root)?.read()?;
        let site =
            Folder::open(&report.root).map_err(Error::during(Operation::Read, &report.root))?;
        let mut besides: Vec<FileBeside> = Vec::new();
        let mut left = MOST_LOOKED_AT;
        let paths = kept.iter().flat_map(|(_, save)| save.paths());
        for path in paths.filter(|path| is_beside(path)) {
            if besides.iter().any(|file| file.path.as_written() == path) {
                continue;
            }
            // What cannot be read, or is too much, is taken as gone: that save is not undone.
            if let Ok(bytes) = site.read(Path::new(path), left) {
                left = left.saturating_sub(bytes.len() as u64);
                besides.push(beside(SourcePath::new(path), &bytes));
            }
        }
        report.besides.clone_from(&besides);
        let besides: Arc<[FileBeside]> = besides.into();
        let kept = kept.into_iter();
        Ok(kept
            .map(|(number, save)| (number, save.beside(Arc::clone(&besides))))
            .collect())
    }
}

/// Whether a file that was changed is no text of the content, nor the settings or the addresses.
fn is_beside(path: &str) -> bool {
    let is_text = [".md", ".toml"].iter().any(|ending| path.ends_with(ending));
    is_memory(path) || !is_text
}

/// Whether a file is what is remembered of tables.
fn is_memory(path: &str) -> bool {
    path.starts_with("imports/")
}

/// A file as its bytes are. Only those of what is remembered are a text.
fn beside(path: SourcePath, bytes: &[u8]) -> FileBeside {
    let text = is_memory(path.as_written())
        .then(|| normalise(bytes).ok())
        .flatten();
    FileBeside {
        path,
        hash: *blake3::hash(bytes).as_bytes(),
        text: text.map(Into::into),
    }
}
