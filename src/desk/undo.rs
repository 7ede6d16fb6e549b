//! Saves as they are kept, so that each can be undone while nobody changed what it left.
//!
//! What is kept lies in the report's folder, which may come from anybody: it is believed only where
//! this program sealed it here, and even then it leads to no file that a change may not write.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::edit::{KEPT, Rewrite};
use crate::source::{SourceFile, SourcePath, Sources, normalise};
use crate::state::{Seal, StateKey};

/// How many saves are kept.
pub const MOST_KEPT: usize = 100;

/// The most bytes of all that is kept.
pub const MOST_KEPT_BYTES: u64 = 50_000_000;

const SEAL: Seal = Seal {
    name: *b"oogst undo  ",
    version: 1,
};

/// A save as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSave {
    /// What was saved, in words.
    pub what: String,
    files: Vec<UndoneFile>,
    /// Its files that are no texts of the content, as they stand now.
    #[serde(skip)]
    besides: Arc<[FileBeside]>,
}

/// A file that a change is of, and that is no text of the content: what is remembered of tables, a
/// picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileBeside {
    /// Its place.
    pub path: SourcePath,
    /// The hash of its bytes.
    pub hash: [u8; 32],
    /// What it says; none of a picture.
    pub text: Option<Arc<str>>,
}

/// A file of a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct UndoneFile {
    path: String,
    /// Its text before; none where there was no file.
    before: Option<String>,
    /// The hash of its text afterwards, of a picture of its bytes; none where there is no file any
    /// more.
    after: Option<[u8; 32]>,
}

impl KeptSave {
    /// What is kept of a change; nothing where that is more than may be kept. `besides` are the
    /// files it changes that are no texts of the content.
    pub fn of(
        rewrite: &Rewrite,
        sources: &Sources,
        besides: &[FileBeside],
        what: &str,
    ) -> Option<Self> {
        let before = |path: &SourcePath| match file_at(path.as_written(), sources) {
            Some(file) => Some(file.text.to_string()),
            None => beside_at(path.as_written(), besides)?
                .text
                .as_deref()
                .map(ToOwned::to_owned),
        };
        let texts = rewrite.texts.iter().map(|(path, text)| UndoneFile {
            path: path.as_written().to_owned(),
            before: before(path),
            after: Some(hash_of(text)),
        });
        let files = rewrite.files.iter().map(|(path, bytes)| UndoneFile {
            path: path.as_written().to_owned(),
            before: None,
            after: Some(*blake3::hash(bytes).as_bytes()),
        });
        let away = rewrite.moves.iter().map(|(from, _)| UndoneFile {
            path: from.as_written().to_owned(),
            before: before(from),
            after: None,
        });
        let files: Vec<UndoneFile> = texts.chain(files).chain(away).collect();
        let sizes = files.iter().filter_map(|file| file.before.as_ref());
        let size: usize = sizes.map(String::len).sum();
        (size as u64 <= MOST_KEPT_BYTES).then(|| Self {
            what: what.to_owned(),
            files,
            besides: Arc::default(),
        })
    }

    /// The same with its files that are no texts of the content, as they stand now.
    #[must_use]
    pub fn beside(self, besides: Arc<[FileBeside]>) -> Self {
        Self { besides, ..self }
    }

    /// As bytes of a file.
    pub fn close(&self, key: &StateKey) -> Vec<u8> {
        SEAL.close(self, key)
    }

    /// What stands in such a file; nothing where this program did not write it here.
    pub fn open(bytes: &[u8], key: &StateKey) -> Option<Self> {
        SEAL.open(bytes, key)
    }

    /// The files that it changed.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.path.as_str())
    }

    /// What undoes it; nothing where one of its files is not as it left it.
    pub fn undoing(&self, sources: &Sources) -> Option<Rewrite> {
        let mut rewrite = Rewrite::default();
        for file in &self.files {
            let text = file_at(&file.path, sources);
            let beside = beside_at(&file.path, &self.besides);
            let now = match (text, beside) {
                (Some(text), _) => Some((&text.path, hash_of(&text.text))),
                (None, Some(beside)) => Some((&beside.path, beside.as_it_was_left())),
                (None, None) => None,
            };
            if now.map(|(_, hash)| hash) != file.after {
                return None;
            }
            match (&file.before, now) {
                (Some(before), _) => {
                    let path =
                        now.map_or_else(|| SourcePath::new(&file.path), |(path, _)| path.clone());
                    rewrite.texts.insert(path, before.as_str().into());
                }
                (None, Some((path, hash))) => rewrite.moves.push(away(path, &hash)),
                (None, None) => {}
            }
        }
        Some(rewrite)
    }
}

impl FileBeside {
    /// The hash that what is kept has of it.
    fn as_it_was_left(&self) -> [u8; 32] {
        self.text.as_deref().map_or(self.hash, hash_of)
    }
}

/// A file of its own with the place where it is put away: out of the content, and still there until
/// the change is done.
pub(super) fn put_away(file: &SourceFile) -> (SourcePath, SourcePath) {
    away(&file.path, &hash_of(&file.text))
}

fn away(path: &SourcePath, hash: &[u8; 32]) -> (SourcePath, SourcePath) {
    let mut whole = blake3::Hasher::new();
    whole.update(path.as_written().as_bytes()).update(hash);
    let hash = whole.finalize().to_hex();
    // What is no text is not read as one on its way.
    let is_text = [".md", ".toml"]
        .iter()
        .any(|ending| path.as_written().ends_with(ending));
    let ending = if is_text { ".md" } else { "" };
    let to = SourcePath::new(&format!("{KEPT}/weg-{}{ending}", &hash[..16]));
    (path.clone(), to)
}

fn file_at<'a>(path: &str, sources: &'a Sources) -> Option<&'a SourceFile> {
    let mut files = sources.iter().map(|(_, file)| file);
    files.find(|file| file.path.as_written() == path)
}

fn beside_at<'a>(path: &str, besides: &'a [FileBeside]) -> Option<&'a FileBeside> {
    besides.iter().find(|file| file.path.as_written() == path)
}

/// The hash of a text as it is read again.
fn hash_of(text: &str) -> [u8; 32] {
    let read = normalise(text.as_bytes()).unwrap_or_default();
    *blake3::hash(read.as_bytes()).as_bytes()
}
