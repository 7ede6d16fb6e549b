//! The records of an event, or of what all events share, as a workbook to fill in and take over.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::app::cli::ExportTask;
use crate::app::commit::{options, study};
use crate::app::ending::{Ending, today};
use crate::app::event::{event_named, wrong};
use crate::app::kind_named::kind_named;
use crate::app::outside;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::edit::proposal::Site;
use crate::error::{Error, Operation};
use crate::export::workbook::{RecordWorkbook, WorkbookRequest, is_of_event};
use crate::intake::rows::Known;
use crate::intake::table::{MOST_CELLS, MOST_ROWS};
use crate::pipeline::{Builder, Study};
use crate::records::{EventId, TypedId as _};
use crate::schema::Kind;
use crate::schema::wanted::FieldKey;
use crate::takeover::shortened;
use crate::words::numbers::count;
use crate::words::{Language, exporting, importing};

/// The kinds that a list of an event has a sheet for, also where it has none of them yet.
const ALWAYS: [Kind; 4] = [Kind::Idea, Kind::Ask, Kind::Offer, Kind::Deal];

/// The most of what is not in the file that is named.
const MOST_NAMED: usize = 10;

pub(super) fn write(root: &Path, task: &ExportTask, terminal: &Terminal) -> Ending {
    let mut builder = Builder::new(root);
    let study = match study(&mut builder, options(None), terminal) {
        Ok(study) => study,
        Err(ending) => return ending,
    };
    let wanted = event_of(task, &study)
        .and_then(|event| Ok((event, kinds(task, event, &study, terminal.language)?)));
    let (event, kinds) = match wanted {
        Ok(wanted) => wanted,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    let language = study.config.language();
    let known = Known::of(&study.report, event, language);
    let id_of = |kind: Kind, word: &str| known.id_of(kind, word);
    let workbook = RecordWorkbook::of(WorkbookRequest {
        site: Site {
            report: &study.report,
            files: &study.files,
            sources: builder.sources(),
            language,
            id_of: &id_of,
        },
        known: &known,
        event: event.map(|event| {
            let event = &study.report[event];
            (event.id.as_str(), &*event.title.original)
        }),
        title: &study.config.title.original,
        kinds: &kinds,
        is_empty: task.empty,
        made: today(None).day(&study.config),
    });
    let written = workbook
        .bytes()
        .map_err(Error::during(Operation::Write, &task.file))
        .and_then(|bytes| outside::write(&task.file, &bytes));
    match written {
        Ok(()) => {
            terminal.tell(&told(task, &workbook, kinds.len(), terminal.language));
            Ending::Fine
        }
        Err(error) => {
            terminal.failure(&error);
            Ending::Failed
        }
    }
}

/// The event that was named, where one was.
pub(super) fn event_of(task: &ExportTask, study: &Study) -> Result<Option<EventId>, Diagnostic> {
    let Some(typed) = &task.event else {
        return Ok(None);
    };
    let id = event_named(typed)?;
    let found = study.report.named(Kind::Event, None, id.as_str());
    if let Some(event) = found.and_then(EventId::of) {
        return Ok(Some(event));
    }
    let events = || study.report.events.iter().map(|event| event.id.as_str());
    let known: Vec<&str> = events().take(MOST_NAMED).collect();
    Err(Diagnostic::of_site(Code::ExportOfNoEvent)
        .with("value", id.as_str())
        .with("known", known.join(", "))
        .suggest(nearest(id.as_str(), events())))
}

/// The kinds that were named, each once; without names those that the event has.
fn kinds(
    task: &ExportTask,
    event: Option<EventId>,
    study: &Study,
    language: Language,
) -> Result<Vec<Kind>, Diagnostic> {
    let words = task.kinds.iter().flat_map(|words| words.split(','));
    let mut kinds: Vec<Kind> = Vec::new();
    for word in words.map(str::trim).filter(|word| !word.is_empty()) {
        let kind = kind_named(word, Kind::stands_in_tables, language)?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if let Some(event) = event {
        if kinds.is_empty() {
            kinds = kinds_of(study.report[event].id.as_str(), task.empty, study);
        }
        return Ok(kinds);
    }
    if kinds.is_empty() || kinds.iter().any(|kind| is_of_event(*kind)) {
        let shared = Kind::all_in_tables().filter(|schema| !is_of_event(schema.kind));
        let shared: Vec<&str> = shared.map(|schema| schema.folder.get(language)).collect();
        let example = study.report.events.first();
        let example = example.map_or(exporting::SOME_EVENT.get(language), |event| {
            event.id.as_str()
        });
        let file = task.file.to_string_lossy();
        return Err(Diagnostic::of_site(Code::ExportWithoutEvent)
            .with("example", format!("oogst export {file} {example}"))
            .with("known", shared.join(", ")));
    }
    Ok(kinds)
}

/// The kinds of which an event has records, with those that every list has.
fn kinds_of(event: &str, is_empty: bool, study: &Study) -> Vec<Kind> {
    let records = || study.files.iter().flat_map(|file| &file.records);
    let has = |kind: Kind| {
        let mut records = records();
        records.any(|record| record.kind == kind && record.event.as_deref() == Some(event))
    };
    let kinds = Kind::all_in_tables().map(|schema| schema.kind);
    let kinds = kinds.filter(|kind| is_of_event(*kind));
    kinds
        .filter(|kind| ALWAYS.contains(kind) || !is_empty && has(*kind))
        .collect()
}

/// What was written, and what not.
fn told(
    task: &ExportTask,
    workbook: &RecordWorkbook<'_>,
    sheets: usize,
    language: Language,
) -> String {
    let file = task.file.to_string_lossy();
    let sheets = exporting::SHEET.counted(sheets, language);
    if task.empty {
        let said = exporting::form_written(&file, &sheets);
        return said.get(language).to_owned();
    }
    let rows = importing::ROW.counted(workbook.rows(), language);
    let mut said = exporting::written(&file, &rows, &sheets)
        .get(language)
        .to_owned();
    let without_id = workbook.without_id.iter().map(|(kind, number)| {
        let kind = kind.schema().folder.get(language);
        format!("{number} {kind}")
    });
    for (why, what) in [
        (exporting::UNSAID, unsaid(workbook, language)),
        (exporting::WITHOUT_ID, without_id.collect()),
    ] {
        if !what.is_empty() {
            let _ = writeln!(said, "{}: {}", why.get(language), some(what, language));
        }
    }
    if workbook.rows() > MOST_ROWS || workbook.cells() > MOST_CELLS {
        let number = |number: usize| count(number as u64, language);
        let said_of = exporting::more_than_read(&number(MOST_ROWS), &number(MOST_CELLS));
        said.push_str(said_of.get(language));
    }
    said
}

/// What no cell can say: of one record by its name, of several by their number.
fn unsaid(workbook: &RecordWorkbook<'_>, language: Language) -> Vec<String> {
    let mut fields: BTreeMap<(Kind, &FieldKey), Vec<&str>> = BTreeMap::new();
    for unsaid in &workbook.unsaid {
        let titles = fields.entry((unsaid.kind, &unsaid.key)).or_default();
        titles.push(&unsaid.title);
    }
    let said = fields.iter().map(|((kind, key), titles)| {
        let key = key.written(*kind, language);
        let schema = kind.schema();
        match titles.as_slice() {
            [title] => {
                let title = shortened(title);
                format!("{} {title}: {key}", schema.name.get(language))
            }
            titles => format!("{} ({}): {key}", schema.folder.get(language), titles.len()),
        }
    });
    said.collect()
}

/// Some of many, and how many more there are.
fn some(mut what: Vec<String>, language: Language) -> String {
    let more = what.len().saturating_sub(MOST_NAMED);
    what.truncate(MOST_NAMED);
    let mut said = what.join(" · ");
    if more > 0 {
        said.push_str(" · ");
        said.push_str(exporting::and_more(&more).get(language));
    }
    said
}
