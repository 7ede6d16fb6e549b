//! `oogst new`: a new report, or a new record of the report that the user is in.

mod around;
mod asked_for;
mod record;
mod report;

use std::path::{Path, PathBuf};

use self::around::{ReportAround, report_around};
use super::ending::{Ending, site_language};
use super::event::wrong;
use crate::app::cli::NewTask;
use crate::app::newer::finish;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, harmless, nearest};
use crate::error::Error;
use crate::schema::{KINDS, Kind};
use crate::words::messages::typed as messages;
use crate::words::{Language, Phrase, commands};

/// `usual` is the language of messages where there is no report that says one.
pub(super) fn run(
    root: &Path,
    task: &NewTask,
    terminal: impl Fn(Language) -> Terminal,
    usual: Language,
) -> Ending {
    let around = report_around(root);
    let kind = Kind::named_as_any(&task.what);
    if let Some(report) = around.taken()
        && let Some(kind) = kind
    {
        let terminal = terminal(site_language(report, usual));
        if let ReportAround::There { is_own: false, .. } = around {
            let said = commands::report_of_other(&harmless(&report.to_string_lossy()));
            terminal.tell(said.get(terminal.language));
        }
        return match finish(report) {
            Ok(_) => record::add(report, kind, task, &terminal),
            Err(error) => {
                terminal.failure(&error);
                Ending::Failed
            }
        };
    }
    let folder = root.join(&task.what);
    let around_new = report_around(&folder);
    // The report that the user stands in counts, whoever has it, for what would come to be in it.
    let around_it = around.taken().filter(|_| is_within(&folder, root));
    if let Some(report) = around_it.or(around_new.taken()) {
        let terminal = terminal(site_language(report, usual));
        return wrong(&no_second_report(&task.what, terminal.language), &terminal);
    }
    let terminal = terminal(usual);
    let is_record = task.title.is_some() || task.into.is_some() || !task.set.is_empty();
    if kind.is_some() || is_record {
        let way: Phrase = match &around {
            ReportAround::OfOther(folder) => messages::name_report(&folder.to_string_lossy()),
            _ => messages::go_to_report(&task.what),
        };
        let said = Diagnostic::of_site(Code::NoReportHere).with("what", &task.what);
        return wrong(&said.with("way", way), &terminal);
    }
    report::run(&folder, Path::new(&task.what), &terminal)
}

/// Makes a new report in a folder; `false` where that has something in it already.
pub(super) fn begin(folder: &Path, language: Language) -> Result<bool, Error> {
    report::make(folder, language)
}

/// The folder of the report that a folder is in and that is taken without being named.
pub(super) fn report_taken(folder: &Path) -> Option<PathBuf> {
    report_around(folder).taken().map(Path::to_path_buf)
}

/// Whether a place is in a folder, as both are written.
fn is_within(place: &Path, folder: &Path) -> bool {
    let [place, folder] = [place, folder].map(|path| std::path::absolute(path).ok());
    matches!((place, folder), (Some(place), Some(folder)) if place.starts_with(&folder))
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
