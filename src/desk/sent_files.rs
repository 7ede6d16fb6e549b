//! [`SentFiles`]: files that were sent to be taken over, kept in memory between what is shown of
//! them and what is done with them. Nothing of them is ever on the disk.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnostic::harmless;
use crate::source::SourcePath;
use crate::state::random;

/// How many are kept; the oldest goes first.
const MOST: usize = 3;

/// The most bytes of all of them.
const MOST_BYTES: usize = 80_000_000;

/// The most characters of a name that are shown.
const LONGEST_NAME: usize = 80;

/// The files that were sent last.
#[derive(Debug, Default)]
pub(super) struct SentFiles(Mutex<Vec<KeptUpload>>);

/// A file that was sent.
#[derive(Debug, Clone)]
pub(super) struct KeptUpload {
    /// What it is asked for by: 128 bits of chance, of this run.
    pub(super) key: String,
    /// What it is called, as it may be shown. It is never a path.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Arc<[u8]>,
}

impl SentFiles {
    /// Keeps a file; gives the key to ask for it by.
    ///
    /// # Errors
    /// When the system gives no chance.
    pub(super) fn keep(&self, name: &str, bytes: &[u8]) -> io::Result<String> {
        let chance: [u8; 16] = random()?;
        let key = format!("{:032x}", u128::from_be_bytes(chance));
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.push(KeptUpload {
            key: key.clone(),
            name: shown_name(name),
            bytes: bytes.into(),
        });
        let size = |files: &[KeptUpload]| files.iter().map(|file| file.bytes.len()).sum::<usize>();
        while files.len() > MOST || (files.len() > 1 && size(&files) > MOST_BYTES) {
            files.remove(0);
        }
        Ok(key)
    }

    /// The file of a key, while it is kept.
    pub(super) fn of(&self, key: &str) -> Option<KeptUpload> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().find(|file| file.key == key).cloned()
    }

    /// Lets a file go.
    pub(super) fn forget(&self, key: &str) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|file| file.key != key);
    }
}

impl KeptUpload {
    /// What messages call it.
    pub(super) fn path(&self) -> SourcePath {
        SourcePath::new(&self.name)
    }

    /// Its name without its ending.
    pub(super) fn stem(&self) -> &str {
        self.name
            .rsplit_once('.')
            .map_or(&*self.name, |(stem, _)| stem)
    }
}

/// The last part of a name, on one line and not too long.
fn shown_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = harmless(name);
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.is_empty() => "?".to_owned(),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::{SentFiles, shown_name};

    #[test]
    fn the_oldest_goes_first() {
        let files = SentFiles::default();
        let keep = |bytes: &[u8]| files.keep("a.csv", bytes).expect("there is chance");
        let keys: Vec<String> = (0..4).map(|number| keep(&[number])).collect();
        let there: Vec<bool> = keys.iter().map(|key| files.of(key).is_some()).collect();
        assert_eq!(there, [false, true, true, true]);
        let large = keep(&vec![0; 50_000_000]);
        let larger = keep(&vec![0; 50_000_000]);
        assert!(files.of(&large).is_none() && files.of(&larger).is_some());
        files.forget(&larger);
        assert!(files.of(&larger).is_none());
    }

    #[test]
    fn a_name_is_no_path_and_not_long() {
        assert_eq!(shown_name("C:\\map\\lijst 1.xlsx"), "lijst 1.xlsx");
        assert_eq!(shown_name("../../etc/passwd"), "passwd");
        assert_eq!(shown_name("/"), "?");
        assert_eq!(shown_name(&"é".repeat(100)), format!("{}…", "é".repeat(80)));
    }
}
