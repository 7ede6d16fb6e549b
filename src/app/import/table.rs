//! The rows of a table as records of an event: read, merged with what is there, and written.

use std::collections::HashSet;
use std::mem;
use std::path::Path;

use super::merged::MergedTaking;
use super::skipped::SkippedRows;
use super::table_told::{TableSummary, problems};
use super::target::TargetEvent;
use super::write_back::CopyWithIds;
use crate::app::cli::ImportTask;
use crate::app::ending::Ending;
use crate::app::event::wrong;
use crate::app::kind_named::kind_named;
use crate::app::remembered::Remembered;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, any_error};
use crate::edit::proposal::{
    FieldBase, MergedProposal, Proposal, ProposedField, ProposedRecord, Site, TableMemory,
    UnwantedRecord, ValueHash, merge, title_field,
};
use crate::id::Id;
use crate::intake::rows::{
    ColumnChoice, FieldKey, FieldValue, Known, ReadRow, ReadRows, TableChoices, read,
};
use crate::pipeline::Study;
use crate::schema::{Home, Kind};
use crate::source::{SourcePath, Sources};
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
    let TargetEvent {
        builder,
        study,
        event,
        remembered,
        known,
    } = TargetEvent::of(root, task, terminal)?;
    let file = SourcePath::new(&task.file.to_string_lossy());
    let busy = terminal.busy(importing::READING_LIST.get(terminal.language));
    let mut rows = read(bytes, &file, &choices, &known);
    drop(busy);
    terminal.tell(&TableSummary::of(&rows, terminal.language).read());
    terminal.diagnostics(&rows.diagnostics, &Sources::default());
    let skipped = SkippedRows::of(task, bytes, &mut rows, terminal)?;
    if skipped.is_none() && any_error(&rows.diagnostics) {
        terminal.tell(&rows_wrong(&rows, terminal.language));
        return Err(Ending::Wrong);
    }
    let import = Import {
        rows: &rows,
        event: study.report[event].id.as_str(),
        known: &known,
        study: &study,
        sources: builder.sources(),
    };
    let (mut merged, new) = import.merged(task, &remembered, terminal)?;
    let mut rewrite = mem::take(&mut merged.rewrite);
    // What is written is read and checked next, which takes as much memory as all of this: what is
    // not needed any more goes first.
    let copy = copy.filter(|_| !task.dry_run);
    let copy = copy.map(|copy| (copy, rows, merged));
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
    if SkippedRows::can_be_skipped(rows) {
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

/// What is taken over, and into what.
struct Import<'a> {
    rows: &'a ReadRows,
    /// The folder of the event.
    event: &'a str,
    known: &'a Known,
    study: &'a Study,
    sources: &'a Sources,
}

impl Import<'_> {
    /// What becomes of the rows, and what is to be remembered of them; told, and where somebody has
    /// to decide, that instead.
    fn merged(
        &self,
        task: &ImportTask,
        remembered: &Remembered,
        terminal: &Terminal,
    ) -> Result<(MergedProposal, TableMemory), Ending> {
        let id_of = |kind: Kind, word: &str| self.id_of(kind, word);
        let site = Site {
            report: &self.study.report,
            files: &self.study.files,
            sources: self.sources,
            language: self.study.config.language(),
            id_of: &id_of,
        };
        let own = self.own_memory();
        let memory = remembered.memory.with(own.as_ref());
        let busy = terminal.busy(importing::COMPARING.get(terminal.language));
        let mut proposal = self.proposal(&memory, site);
        let mut merged = merge(&proposal, site, task.prefer);
        // Of a row that is skipped nobody knows what it would be.
        let gone = if task.skip_bad_rows {
            Vec::new()
        } else {
            self.gone(own.as_ref().unwrap_or(&memory), &merged)
        };
        if task.remove_missing && !gone.is_empty() {
            proposal.removed = gone.iter().map(|gone| self.unwanted(gone)).collect();
            merged = merge(&proposal, site, task.prefer);
        }
        drop(busy);
        let told = TableSummary::of(self.rows, terminal.language);
        terminal.tell(&told.changes(&merged, &proposal.removed, &gone));
        let problems = problems(self.rows, &merged, terminal.language);
        if !problems.is_empty() {
            terminal.diagnostics(&problems, &Sources::default());
            terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
            return Err(Ending::Wrong);
        }
        let mut new = self.noted(&remembered.memory, own.as_ref(), &merged, site);
        for record in &proposal.removed {
            new.forget(record.kind, &record.id);
        }
        Ok((merged, new))
    }

    /// A record that is to go.
    fn unwanted(&self, (kind, id): &(Kind, Id)) -> UnwantedRecord {
        UnwantedRecord {
            kind: *kind,
            event: self.event_of(*kind),
            id: id.clone(),
        }
    }

    /// The event that records of a kind are of.
    fn event_of(&self, kind: Kind) -> Option<String> {
        (kind.schema().home != Home::Shared).then(|| self.event.to_owned())
    }

    fn id_of(&self, kind: Kind, word: &str) -> Option<String> {
        self.known.id_of(kind, word)
    }

    /// What a workbook of ours says that its records were when it was made.
    fn own_memory(&self) -> Option<TableMemory> {
        let sheet = self.rows.base.as_ref()?;
        let language = self.study.config.language();
        let rows = sheet.rows.iter().map(|row| {
            let text = |column| row.cell(column).map(|cell| cell.shown(language));
            [0, 1, 2].map(|column| text(column).unwrap_or_default())
        });
        Some(TableMemory::of_rows(rows))
    }

    fn proposal(&self, memory: &TableMemory, site: Site<'_>) -> Proposal {
        let titles = memory.titles();
        let record = |row: &ReadRow| {
            let hash = |key: &FieldKey, value: &FieldValue| {
                ValueHash::of(value, key.holder(row.kind), site.language, site.id_of)
            };
            let by_title = || {
                let title = FieldKey::whole(title_field(row.kind.schema())?);
                let title = row.fields.iter().find(|field| field.key == title)?;
                let known = titles.get(&(row.kind, hash(&title.key, &title.value)));
                known.copied().flatten().cloned()
            };
            let id = row.id.clone().or_else(by_title);
            let base = |key: &FieldKey| {
                id.as_ref()
                    .map_or(FieldBase::Unknown, |id| memory.base(row.kind, id, key))
            };
            let wanted = row.fields.iter().map(|field| ProposedField {
                key: field.key.clone(),
                wanted: Some(field.value.clone()),
                base: base(&field.key),
            });
            let empty = row.empty.iter().map(|key| ProposedField {
                key: key.clone(),
                wanted: None,
                base: base(key),
            });
            ProposedRecord {
                kind: row.kind,
                event: self.event_of(row.kind),
                fields: wanted.chain(empty).collect(),
                id: id.clone(),
                is_new: false,
            }
        };
        Proposal {
            records: self.rows.rows.iter().map(record).collect(),
            removed: Vec::new(),
        }
    }

    /// What is to be remembered: what the table says now, beside what it said of records that it no
    /// longer has. What a workbook knows by itself is not: another copy of it may be out.
    fn noted(
        &self,
        memory: &TableMemory,
        own: Option<&TableMemory>,
        merged: &MergedProposal,
        site: Site<'_>,
    ) -> TableMemory {
        let mut memory = memory.clone();
        for (row, record) in self.rows.rows.iter().zip(&merged.records) {
            let is_noted = |id: &&Id| !own.is_some_and(|own| own.knows(record.kind, id));
            let Some(id) = record.id.as_ref().filter(is_noted) else {
                continue;
            };
            for field in &row.fields {
                let schema = field.key.holder(row.kind);
                let hash = ValueHash::of(&field.value, schema, site.language, site.id_of);
                memory.note(row.kind, id, &field.key, Some(hash));
            }
            for key in &row.empty {
                memory.note(row.kind, id, key, None);
            }
        }
        memory
    }

    /// The records that the table had and has no longer, and that the site still has.
    fn gone(&self, memory: &TableMemory, merged: &MergedProposal) -> Vec<(Kind, Id)> {
        let records = merged.records.iter();
        let told: HashSet<(Kind, &Id)> = records
            .filter_map(|record| Some((record.kind, record.id.as_ref()?)))
            .collect();
        let of_table = memory.records();
        // Those of a programme were never in a table.
        let of_table = of_table.filter(|(kind, id)| memory.guid(*kind, id).is_none());
        let gone = of_table.filter(|record| {
            self.id_of(record.0, record.1.as_str()).is_some() && !told.contains(record)
        });
        gone.map(|(kind, id)| (kind, id.clone())).collect()
    }
}
