//! The rows of a table as records of an event: read, merged with what is there, and written.

use std::mem;
use std::path::Path;

use super::merged::MergedTaking;
use super::skipped::SkippedRows;
use super::target::TargetEvent;
use super::write_back::CopyWithIds;
use crate::app::cli::ImportTask;
use crate::app::ending::Ending;
use crate::app::event::wrong;
use crate::app::kind_named::kind_named;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, any_error};
use crate::edit::proposal::{MergedProposal, TableMemory};
use crate::intake::rows::{ColumnChoice, ReadRows, TableChoices, read};
use crate::schema::Kind;
use crate::source::{SourcePath, Sources};
use crate::takeover::{
    Remembered, TableSummary, TakeoverTarget, can_be_skipped, problems, wanted_of_table,
};
use crate::words::{Language, commands, importing};

pub(super) fn take_over(
    root: &Path,
    task: &ImportTask,
    bytes: &[u8],
    terminal: &Terminal,
) -> Ending {
    match taken_over(root, task, bytes, terminal) {
        Ok(ending) | Err(ending) => ending,
    }
}

fn taken_over(
    root: &Path,
    task: &ImportTask,
    bytes: &[u8],
    terminal: &Terminal,
) -> Result<Ending, Ending> {
    let choices = choices(task, terminal).map_err(|said| wrong(&said, terminal))?;
    let copy = CopyWithIds::of(task, bytes, terminal)?;
    let target = TargetEvent::of(root, task, terminal)?;
    let file = SourcePath::new(&task.file.to_string_lossy());
    let busy = terminal.busy(importing::READING_LIST.get(terminal.language));
    let mut rows = read(bytes, &file, &choices, &target.known);
    drop(busy);
    terminal.tell(&TableSummary::of(&rows, terminal.language).read());
    terminal.diagnostics(&rows.diagnostics, &Sources::default());
    let skipped = SkippedRows::of(task, bytes, &mut rows, terminal)?;
    if skipped.is_none() && any_error(&rows.diagnostics) {
        terminal.tell(&rows_wrong(&rows, terminal.language));
        return Err(Ending::Wrong);
    }
    let (mut merged, new) = merged(&rows, target.takeover(), task, &target.remembered, terminal)?;
    let mut rewrite = mem::take(&mut merged.rewrite);
    // What is written is read and checked next, which takes as much memory as all of this: what is
    // not needed any more goes first.
    let copy = copy.filter(|_| !task.dry_run);
    let copy = copy.map(|copy| (copy, rows, merged));
    let TargetEvent {
        builder,
        study,
        remembered,
        known,
        event: _,
    } = target;
    drop(known);
    let config = study.into_config();
    let sources = builder.into_sources();
    let taking = MergedTaking {
        root,
        is_dry_run: task.dry_run,
        is_sure: task.yes,
        sources: &sources,
        remembered: &remembered,
        terminal,
    };
    taking.write(&mut rewrite, new, config.language())?;
    if let Some(skipped) = skipped {
        skipped.write(&config, terminal)?;
    }
    Ok(copy.map_or(Ending::Fine, |(copy, rows, merged)| {
        copy.write(&rows, &merged, &config, terminal)
    }))
}

/// What is said of a table of which nothing is taken, since rows are wrong.
fn rows_wrong(rows: &ReadRows, language: Language) -> String {
    let mistaken = rows.rows.iter().filter(|row| row.has_error).count();
    if mistaken == 0 {
        return commands::NOTHING_CHANGED.get(language).to_owned();
    }
    let count = importing::ROW.counted(rows.rows.len(), language);
    let said = importing::some_rows_wrong(&count, &mistaken)
        .get(language)
        .to_owned();
    if can_be_skipped(rows) {
        said + importing::SKIP_THEM.get(language)
    } else {
        said
    }
}

/// What the user says of the table.
fn choices(task: &ImportTask, terminal: &Terminal) -> Result<TableChoices, Diagnostic> {
    let maps = task.maps.iter().map(|map| ColumnChoice::parse(map));
    let columns = maps.collect::<Result<_, _>>().map_err(|wrong| *wrong)?;
    let kind = match task.kind.as_deref() {
        Some(word) => Some(kind_named(word, Kind::stands_in_tables, terminal.language)?),
        None => None,
    };
    Ok(TableChoices {
        kind,
        header_row: task.header_row.map(u32::from),
        columns,
    })
}

/// What becomes of the rows, and what is to be remembered of them; told, and where somebody has to
/// decide, that instead.
fn merged(
    rows: &ReadRows,
    target: TakeoverTarget<'_>,
    task: &ImportTask,
    remembered: &Remembered,
    terminal: &Terminal,
) -> Result<(MergedProposal, TableMemory), Ending> {
    let busy = terminal.busy(importing::COMPARING.get(terminal.language));
    let mut wanted = wanted_of_table(rows, target, &remembered.memory);
    let mut merged = wanted.merged(task.prefer);
    // Of a row that is skipped nobody knows what it would be.
    let gone = if task.skip_bad_rows {
        Vec::new()
    } else {
        wanted.gone(&merged)
    };
    if task.remove_missing && !gone.is_empty() {
        wanted.remove(&gone);
        merged = wanted.merged(task.prefer);
    }
    drop(busy);
    let told = TableSummary::of(rows, terminal.language);
    terminal.tell(&told.changes(&merged, wanted.removed(), &gone));
    let problems = problems(rows, &merged, terminal.language);
    if !problems.is_empty() {
        terminal.diagnostics(&problems, &Sources::default());
        terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
        return Err(Ending::Wrong);
    }
    let new = wanted.noted(&merged);
    Ok((merged, new))
}
