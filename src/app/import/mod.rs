//! `oogst import`: what another program made, taken over into an event. The file is read, what it is
//! its bytes tell, and the site is checked as it would be before anything is written.

mod document;
mod merged;
mod schedule;
mod skipped;
pub(super) mod table;
mod target;
mod write_back;

use std::path::Path;

use super::ending::Ending;
use crate::app::cli::ImportTask;
use crate::app::event::wrong;
use crate::app::terminal::Terminal;
use crate::error::{Error, Operation};
use crate::folder::{Folder, Refusal};
use crate::intake::refused::{MOST_MEGABYTES, Refused};
use crate::source::SourcePath;
use crate::takeover::{Received, received};

pub(super) fn run(root: &Path, task: &ImportTask, terminal: &Terminal) -> Ending {
    let bytes = match bytes_of(&task.file) {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(refused)) => return refuse(refused, task, terminal),
        Err(error) => {
            terminal.failure(&error);
            return Ending::Failed;
        }
    };
    match received(&bytes) {
        Received::Programme => schedule::take_over(root, task, &bytes, terminal),
        Received::Document(document) => {
            drop(bytes);
            document::take_over(root, task, *document, terminal)
        }
        Received::Table => table::take_over(root, task, &bytes, terminal),
        Received::Refused(refused) => refuse(refused, task, terminal),
    }
}

/// The bytes of a file that the user named, of which there may be so many.
fn bytes_of(file: &Path) -> Result<Result<Vec<u8>, Refused>, Error> {
    let failed = |operation| Error::during(operation, file);
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file
        .file_name()
        .ok_or_else(|| failed(Operation::Read)(Refusal::NotAFile.into()))?;
    let folder = Folder::open(folder).map_err(failed(Operation::Read))?;
    match folder.read(Path::new(name), MOST_MEGABYTES * 1_000_000) {
        Ok(bytes) => Ok(Ok(bytes)),
        Err(error) if Refusal::of(&error) == Some(Refusal::TooLarge) => Ok(Err(Refused::TooLarge)),
        Err(error) => Err(failed(Operation::Read)(error)),
    }
}

fn refuse(refused: Refused, task: &ImportTask, terminal: &Terminal) -> Ending {
    let file = SourcePath::new(&task.file.to_string_lossy());
    wrong(&refused.diagnostic(&file), terminal)
}
