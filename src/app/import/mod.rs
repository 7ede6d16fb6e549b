//! `oogst import`: what another program made, taken over into an event. The file is read, what it is
//! its bytes tell, and the site is checked as it would be before anything is written.

mod changes_told;
mod document;
mod merged;
mod photos;
mod programme_fields;
mod programme_records;
mod schedule;
mod schedule_told;
mod skipped;
pub(super) mod table;
mod table_told;
mod target;
mod told;
mod write_back;

use std::path::Path;

use super::ending::Ending;
use crate::app::cli::ImportTask;
use crate::app::event::wrong;
use crate::app::terminal::Terminal;
use crate::error::{Error, Operation};
use crate::folder::{Folder, Refusal};
use crate::intake::document::read;
use crate::intake::refused::{Foreign, MOST_MEGABYTES, Refused};
use crate::intake::schedule::is_schedule;
use crate::source::SourcePath;

pub(super) fn run(root: &Path, task: &ImportTask, terminal: &Terminal) -> Ending {
    let bytes = match bytes_of(&task.file) {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(refused)) => return refuse(refused, task, terminal),
        Err(error) => {
            terminal.failure(&error);
            return Ending::Failed;
        }
    };
    if is_schedule(&bytes) {
        return schedule::take_over(root, task, &bytes, terminal);
    }
    match read(&bytes) {
        Ok(document) => {
            drop(bytes);
            document::take_over(root, task, document, terminal)
        }
        // What is no document may be a table.
        Err(Refused::Kind(Foreign::Workbook | Foreign::Unknown)) => {
            table::take_over(root, task, &bytes, terminal)
        }
        Err(refused) => refuse(refused, task, terminal),
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
