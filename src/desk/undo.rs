//! Saves as they are kept, so that each can be undone while nobody changed what it left.
//!
//! What is kept lies in the report's folder, which may come from anybody: it is believed only where
//! this program sealed it here, and even then it leads to no file that a change may not write.

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
}

/// A file of a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct UndoneFile {
    path: String,
    /// Its text before; none where there was no file.
    before: Option<String>,
    /// The hash of its text afterwards; none where there is no file any more.
    after: Option<[u8; 32]>,
}

impl KeptSave {
    /// What is kept of a change; nothing where that is more than may be kept.
    pub fn of(rewrite: &Rewrite, sources: &Sources, what: &str) -> Option<Self> {
        let before = |path: &SourcePath| {
            let file = file_at(path.as_written(), sources);
            file.map(|file| file.text.to_string())
        };
        let texts = rewrite.texts.iter().map(|(path, text)| UndoneFile {
            path: path.as_written().to_owned(),
            before: before(path),
            after: Some(hash_of(text)),
        });
        let away = rewrite.moves.iter().map(|(from, _)| UndoneFile {
            path: from.as_written().to_owned(),
            before: before(from),
            after: None,
        });
        let files: Vec<UndoneFile> = texts.chain(away).collect();
        let sizes = files.iter().filter_map(|file| file.before.as_ref());
        let size: usize = sizes.map(String::len).sum();
        (size as u64 <= MOST_KEPT_BYTES).then(|| Self {
            what: what.to_owned(),
            files,
        })
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
            let now = file_at(&file.path, sources);
            if now.map(|now| hash_of(&now.text)) != file.after {
                return None;
            }
            match (&file.before, now) {
                (Some(before), _) => {
                    let path =
                        now.map_or_else(|| SourcePath::new(&file.path), |now| now.path.clone());
                    rewrite.texts.insert(path, before.as_str().into());
                }
                (None, Some(now)) => rewrite.moves.push(put_away(now)),
                (None, None) => {}
            }
        }
        Some(rewrite)
    }
}

/// A file of its own with the place where it is put away: out of the content, and still there until
/// the change is done.
pub(super) fn put_away(file: &SourceFile) -> (SourcePath, SourcePath) {
    let whole = format!("{}\n{}", file.path.as_written(), file.text);
    let hash = blake3::hash(whole.as_bytes()).to_hex();
    let to = SourcePath::new(&format!("{KEPT}/weg-{}.md", &hash[..16]));
    (file.path.clone(), to)
}

fn file_at<'a>(path: &str, sources: &'a Sources) -> Option<&'a SourceFile> {
    let mut files = sources.iter().map(|(_, file)| file);
    files.find(|file| file.path.as_written() == path)
}

/// The hash of a text as it is read again.
fn hash_of(text: &str) -> [u8; 32] {
    let read = normalise(text.as_bytes()).unwrap_or_default();
    *blake3::hash(read.as_bytes()).as_bytes()
}
