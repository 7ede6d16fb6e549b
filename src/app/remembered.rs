//! `imports/<event>.toml`: what the last import of an event said, kept beside the report.

use std::path::Path;

use crate::app::ending::Ending;
use crate::app::event::wrong;
use crate::app::memories::bytes_of;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;
use crate::id::Id;
use crate::source::SourcePath;
use crate::takeover::{NoRemembered, Remembered, memory_path};

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
                wrong(&diagnostic, terminal)
            }
            Self::Machine(error) => {
                terminal.failure(&error);
                Ending::Failed
            }
        }
    }
}

/// Reads what was remembered of an event; nothing where there is no such file.
pub(super) fn of(root: &Path, event: &Id) -> Result<Remembered, Failed> {
    let bytes = bytes_of(root, &memory_path(event)).map_err(Failed::Machine)?;
    Remembered::read(event, bytes.as_deref()).map_err(|NoRemembered(path)| Failed::NoMemory(path))
}
