//! `oogst export`: what a site holds as a file that another program opens. The ending of its name
//! says what it is.

mod schedule;
mod workbook;

use std::path::Path;

use self::schedule::ProgrammeForm;
use super::ending::Ending;
use crate::app::cli::ExportTask;
use crate::app::event::wrong;
use crate::app::outside;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::words::exporting;

/// The endings of the files that can be made.
const ENDINGS: [&str; 3] = [".xlsx", ".json", ".ics"];

pub(super) fn run(root: &Path, task: &ExportTask, terminal: &Terminal) -> Ending {
    if let Err(ending) = outside::accept(&task.file, task.force, exporting::FORCE_IT, terminal) {
        return ending;
    }
    let ending = task.file.extension().unwrap_or_default();
    match ending.to_ascii_lowercase().to_str() {
        Some("xlsx") => workbook::write(root, task, terminal),
        Some("json") => schedule::write(root, task, ProgrammeForm::Json, terminal),
        Some("ics") => schedule::write(root, task, ProgrammeForm::Calendar, terminal),
        _ => {
            let diagnostic = Diagnostic::of_site(Code::ExportKind)
                .with("file", task.file.to_string_lossy())
                .with("known", ENDINGS.join(", "));
            wrong(&diagnostic, terminal)
        }
    }
}
