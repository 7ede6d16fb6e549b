//! `imports/<event>.toml`: what the last import of an event said, kept beside the report.

use std::path::Path;

use crate::app::ending::Ending;
use crate::app::memories;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::edit::Rewrite;
use crate::edit::proposal::TableMemory;
use crate::error::Error;
use crate::id::Id;
use crate::source::SourcePath;
use crate::words::Language;

/// What was remembered of an event.
pub(super) struct Remembered {
    pub(super) memory: TableMemory,
    /// The file that was read, and the hash of its bytes.
    pub(super) read: Option<(SourcePath, [u8; 32])>,
    path: SourcePath,
}

/// Why nothing can be remembered.
pub(super) enum Failed {
    /// The file is something else, or damaged.
    NoMemory(SourcePath),
    /// The machine refused.
    Machine(Error),
}

impl Failed {
    pub(super) fn told(self, terminal: &Terminal) -> Ending {
        match self {
            Self::NoMemory(path) => {
                let diagnostic = Diagnostic::of_path(Code::UnreadableMemory, path);
                crate::app::event::wrong(&diagnostic, terminal)
            }
            Self::Machine(error) => {
                terminal.failure(&error);
                Ending::Failed
            }
        }
    }
}

impl Remembered {
    /// Reads what was remembered of an event; nothing where there is no such file.
    pub(super) fn of(root: &Path, event: &Id) -> Result<Self, Failed> {
        let path = memories::path_of(event);
        let bytes = memories::bytes_of(root, &path).map_err(Failed::Machine)?;
        let Some(bytes) = bytes else {
            return Ok(Self {
                memory: TableMemory::default(),
                read: None,
                path,
            });
        };
        let Some(memory) = memories::read(&bytes) else {
            return Err(Failed::NoMemory(path));
        };
        Ok(Self {
            memory,
            read: Some((path.clone(), *blake3::hash(&bytes).as_bytes())),
            path,
        })
    }

    /// Adds what is to be remembered to what is written, where it differs.
    pub(super) fn write(&self, new: &TableMemory, language: Language, rewrite: &mut Rewrite) {
        if *new != self.memory {
            let text = memories::written(new, language);
            rewrite.texts.insert(self.path.clone(), text.into());
        }
    }
}
