//! `oogst new`: a new report, or a new record of the report that the user is in.

mod asked_for;
mod record;
mod report;

use std::path::{Path, PathBuf};

use super::ending::{Ending, site_language};
use super::event::wrong;
use crate::app::cli::NewTask;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::edit::finish;
use crate::error::Error;
use crate::folder::Folder;
use crate::schema::{KINDS, Kind};
use crate::words::Language;

/// What makes a folder the folder of a report.
pub(super) const SETTINGS: &str = "oogst.toml";

/// `usual` is the language of messages where there is no report that says one.
pub(super) fn run(
    root: &Path,
    task: &NewTask,
    terminal: impl Fn(Language) -> Terminal,
    usual: Language,
) -> Ending {
    let report = report_around(root);
    let kind = Kind::named_as_any(&task.what);
    if let Some(report) = &report
        && let Some(kind) = kind
    {
        let terminal = terminal(site_language(report, usual));
        // A change that was stopped half-way is finished before anybody reads what is there.
        return match finish(report) {
            Ok(_) => record::add(report, kind, task, &terminal),
            Err(error) => {
                terminal.failure(&error);
                Ending::Failed
            }
        };
    }
    let folder = root.join(&task.what);
    if let Some(report) = report_around(&folder) {
        let terminal = terminal(site_language(&report, usual));
        return wrong(&no_second_report(&task.what, terminal.language), &terminal);
    }
    let terminal = terminal(usual);
    let is_record = task.title.is_some() || task.into.is_some() || !task.set.is_empty();
    if kind.is_some() || is_record {
        let said = Diagnostic::of_site(Code::NoReportHere).with("what", &task.what);
        return wrong(&said, &terminal);
    }
    report::run(&folder, Path::new(&task.what), &terminal)
}

/// Makes a new report in a folder; `false` where that has something in it already.
pub(super) fn begin(folder: &Path, language: Language) -> Result<bool, Error> {
    report::make(folder, language)
}

/// The folder of the report that a folder is in, which need not be there.
pub(super) fn report_around(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let has_settings = |folder: &&Path| {
        let looked = Folder::open(folder).and_then(|folder| folder.look(Path::new(SETTINGS)));
        matches!(looked, Ok(Some(_)))
    };
    folder.ancestors().find(has_settings).map(Path::to_path_buf)
}

/// What is said of a word that is no kind of record, inside a report.
fn no_second_report(what: &str, language: Language) -> Diagnostic {
    let names: Vec<&str> = KINDS
        .iter()
        .map(|schema| schema.name.get(language))
        .collect();
    Diagnostic::of_site(Code::ReportInReport)
        .with("value", what)
        .with("known", names.join(", "))
        .suggest(nearest(what, names.iter().copied()))
}
