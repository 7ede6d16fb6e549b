//! A new record of a report: read from what was typed, checked with the site, and written where
//! records of its kind stand.

use std::path::Path;

use super::asked_for::RecordQuestions;
use crate::app::cli::NewTask;
use crate::app::commit::{commit, options, study};
use crate::app::ending::Ending;
use crate::app::event::{named_event, wrong};
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, harmless};
use crate::edit::Rewrite;
use crate::edit::proposal::{MergedRecord, NoName, Proposal, RecordMatch, Site, merge, new_record};
use crate::intake::rows::Known;
use crate::pipeline::{Builder, Study};
use crate::records::EventId;
use crate::schema::{Home, Kind};
use crate::source::{SourcePath, Sources};
use crate::words::commands;
use crate::words::messages::typed as messages;

/// The events that a message names.
const MOST_EVENTS: usize = 10;

/// Adds a record of a kind to the report in a folder.
pub(super) fn add(root: &Path, kind: Kind, task: &NewTask, terminal: &Terminal) -> Ending {
    let options = options(None);
    let mut builder = Builder::new(root);
    let study = match study(&mut builder, options, terminal) {
        Ok(study) => study,
        Err(ending) => return ending,
    };
    let language = study.config.language();
    let (event, no_event) = match event_of(kind, task, &study, terminal) {
        Ok(event) => (event, None),
        Err(diagnostic) => (None, Some(diagnostic)),
    };
    let known = Known::of(&study.report, event, language);
    let questions = RecordQuestions {
        kind,
        known: &known,
        language,
        terminal,
    };
    let Some(asked) = questions.record(task, no_event) else {
        terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
        return Ending::Wrong;
    };
    if !asked.diagnostics.is_empty() {
        terminal.diagnostics(&asked.diagnostics, &Sources::default());
        terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
        return Ending::Wrong;
    }
    let id_of = |kind: Kind, word: &str| known.id_of(kind, word);
    let site = Site {
        report: &study.report,
        files: &study.files,
        sources: builder.sources(),
        language,
        id_of: &id_of,
    };
    let event = event.map(|event| study.report[event].id.to_string());
    let proposed = match new_record(kind, event, asked.id, asked.fields) {
        Ok(proposed) => proposed,
        Err(NoName(title)) => {
            let diagnostic = Diagnostic::of_site(Code::BadId).with("value", title);
            return wrong(&diagnostic, terminal);
        }
    };
    let proposal = Proposal {
        records: vec![proposed],
        ..Proposal::default()
    };
    let merged = merge(&proposal, site, None);
    let [record] = merged.records.as_slice() else {
        return Ending::Failed;
    };
    if record.is != RecordMatch::New {
        return wrong(&there_already(record), terminal);
    }
    if let Err(ending) = commit(root, options, &builder, &merged.rewrite, terminal) {
        return ending;
    }
    terminal.tell(&told(record, &merged.rewrite, terminal));
    Ending::Fine
}

/// The event that the record belongs to: the one that was named, else the only one.
fn event_of(
    kind: Kind,
    task: &NewTask,
    study: &Study,
    terminal: &Terminal,
) -> Result<Option<EventId>, Diagnostic> {
    match (kind.schema().home, &task.into) {
        (Home::Event | Home::Anywhere, Some(into)) => named_event(into, study).map(Some),
        (Home::Event, None) => the_event(kind, study, terminal).map(Some),
        (_, None) => Ok(None),
        (_, Some(into)) => Err(Diagnostic::of_site(Code::NotOfEvent)
            .with("kind", kind.schema().with_article)
            .with("value", into)),
    }
}

/// The only event, or the one that the user chooses.
fn the_event(kind: Kind, study: &Study, terminal: &Terminal) -> Result<EventId, Diagnostic> {
    let events = &study.report.events;
    let ids: Vec<&str> = events
        .iter()
        .take(MOST_EVENTS)
        .map(|event| event.id.as_str())
        .collect();
    if let (1, [only]) = (events.len(), ids.as_slice()) {
        return named_event(only, study);
    }
    let said = Diagnostic::of_site(Code::EventNotSaid).with("kind", kind.schema().with_article);
    let Some(first) = ids.first() else {
        return Err(said.with("way", messages::MAKE_EVENT_FIRST));
    };
    if terminal.can_ask() {
        let question = commands::which_event(&ids.join(", "));
        if let Some(answer) = terminal.ask(question.get(terminal.language)) {
            return named_event(&answer, study);
        }
    }
    Err(said.with("way", messages::say_event(first, &ids.join(", "))))
}

/// What is said of a record that is there already.
fn there_already(record: &MergedRecord) -> Diagnostic {
    let id = match (&record.id, &record.is) {
        (_, RecordMatch::OneOf(ids)) => ids.first().map(ToString::to_string),
        (id, _) => id.as_ref().map(ToString::to_string),
    };
    Diagnostic::of_site(Code::RecordThere)
        .with("kind", record.kind.schema().with_article)
        .with("title", &record.title)
        .with("id", id.unwrap_or_default())
}

/// What became of it: what it is, and in which file it stands.
fn told(record: &MergedRecord, rewrite: &Rewrite, terminal: &Terminal) -> String {
    let kind = record.kind.schema().name.get(terminal.language);
    let called = match &record.id {
        Some(id) => id.to_string(),
        None => record.title.clone(),
    };
    let file = rewrite.texts.keys().next().map(SourcePath::as_written);
    commands::added(&kind, &harmless(&called), &file.unwrap_or_default())
        .get(terminal.language)
        .to_owned()
}
