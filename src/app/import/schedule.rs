//! A programme as sessions and speakers of an event: read, merged with what is there, and written.

use std::path::Path;

use super::merged::MergedTaking;
use super::target::TargetEvent;
use crate::app::cli::ImportTask;
use crate::app::ending::Ending;
use crate::app::event::wrong;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, any_error};
use crate::edit::proposal::{MergedProposal, TableMemory};
use crate::intake::rows::ColumnChoice;
use crate::intake::schedule::{ReadSchedule, read};
use crate::source::SourcePath;
use crate::takeover::{
    WantedRecords, changes, listed, programme_choices, programme_problems, read_and_left,
    wanted_of_programme,
};
use crate::words::{commands, importing};

pub(super) fn take_over(
    root: &Path,
    task: &ImportTask,
    bytes: &[u8],
    terminal: &Terminal,
) -> Ending {
    let maps = task.maps.iter().map(|map| ColumnChoice::parse(map));
    let tracks = match maps.collect::<Result<Vec<_>, _>>() {
        Ok(tracks) => tracks,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    let target = match TargetEvent::of(root, task, terminal) {
        Ok(target) => target,
        Err(ending) => return ending,
    };
    let path = SourcePath::new(&task.file.to_string_lossy());
    let choices = programme_choices(&target.study, target.event, tracks);
    let schedule = read(bytes, &path, &choices, &target.known);
    terminal.tell(&read_and_left(&schedule, path.name(), terminal.language));
    terminal.diagnostics(&schedule.diagnostics, &schedule.sources);
    if any_error(&schedule.diagnostics) {
        terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
        return Ending::Wrong;
    }
    let wanted = wanted_of_programme(&schedule, target.takeover(), &target.remembered.memory);
    let (mut merged, new, problems) = merged(&schedule, &wanted, task, terminal);
    if !problems.is_empty() {
        terminal.diagnostics(&problems, &schedule.sources);
        terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
        return Ending::Wrong;
    }
    let taking = MergedTaking {
        root,
        is_dry_run: task.dry_run,
        is_sure: task.yes,
        sources: target.builder.sources(),
        remembered: &target.remembered,
        terminal,
    };
    match taking.write(&mut merged.rewrite, new, target.study.config.language()) {
        Ok(()) => Ending::Fine,
        Err(ending) => ending,
    }
}

/// What becomes of a programme, what is to be remembered, and what somebody has to decide.
fn merged(
    schedule: &ReadSchedule,
    wanted: &WantedRecords<'_>,
    task: &ImportTask,
    terminal: &Terminal,
) -> (MergedProposal, TableMemory, Vec<Diagnostic>) {
    let language = terminal.language;
    let merged = wanted.merged(task.prefer);
    let gone = listed(&wanted.gone(&merged), language);
    let gone = gone.map(|gone| importing::not_in_programme(&gone));
    terminal.tell(&changes(&merged, gone.as_ref(), language));
    let problems = programme_problems(schedule, &merged, wanted.sent(), language);
    let new = wanted.noted(&merged);
    (merged, new, problems)
}
