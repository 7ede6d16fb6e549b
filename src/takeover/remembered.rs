//! [`Remembered`]: what the last time that a file was taken over into an event said, as it stands in
//! `imports/<event>.toml`.

use crate::edit::Rewrite;
use crate::edit::proposal::TableMemory;
use crate::id::Id;
use crate::source::{SourcePath, normalise};
use crate::words::{Language, importing};

/// The folder of what is remembered.
const FOLDER: &str = "imports";

/// What was remembered of an event.
#[derive(Debug)]
pub struct Remembered {
    /// What was remembered; nothing where there is no such file.
    pub memory: TableMemory,
    /// The file that was read, and the hash of its bytes.
    pub read: Option<(SourcePath, [u8; 32])>,
    path: SourcePath,
}

/// The file is something else, or damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoRemembered(pub SourcePath);

/// Where what is remembered of an event stands.
pub fn memory_path(event: &Id) -> SourcePath {
    SourcePath::new(&format!("{FOLDER}/{event}.toml"))
}

/// As it is written.
pub fn memory_text(memory: &TableMemory, language: Language) -> String {
    memory.text(importing::MEMORY_OPENING.get(language))
}

impl Remembered {
    /// What the bytes of an event's file say; nothing where there is no such file.
    ///
    /// # Errors
    /// When they are something else.
    pub fn read(event: &Id, bytes: Option<&[u8]>) -> Result<Self, NoRemembered> {
        let path = memory_path(event);
        let Some(bytes) = bytes else {
            return Ok(Self {
                memory: TableMemory::default(),
                read: None,
                path,
            });
        };
        let text = normalise(bytes).ok();
        let memory = text.and_then(|text| TableMemory::read(&text).ok());
        match memory {
            Some(memory) => Ok(Self {
                memory,
                read: Some((path.clone(), *blake3::hash(bytes).as_bytes())),
                path,
            }),
            None => Err(NoRemembered(path)),
        }
    }

    /// Adds what is to be remembered to what is written, where it differs.
    pub fn write(&self, new: &TableMemory, language: Language, rewrite: &mut Rewrite) {
        if *new != self.memory {
            let text = memory_text(new, language);
            rewrite.texts.insert(self.path.clone(), text.into());
        }
    }
}
