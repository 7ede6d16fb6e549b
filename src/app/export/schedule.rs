//! The programme of an event for other programs: what readers of the site see of it, and no more.

use std::path::Path;

use super::workbook::event_of;
use crate::app::cli::ExportTask;
use crate::app::commit::{options, study};
use crate::app::ending::Ending;
use crate::app::event::wrong;
use crate::app::outside;
use crate::app::remembered;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::export::schedule::schedule;
use crate::feeds::programme::programme;
use crate::feeds::{FeedContext, programme_calendar};
use crate::id::Id;
use crate::pipeline::{Builder, Study};
use crate::records::EventId;
use crate::schema::Kind;
use crate::words::{exporting, importing};

/// What a programme is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProgrammeForm {
    /// `schedule.json`.
    Json,
    /// iCalendar.
    Calendar,
}

pub(super) fn write(
    root: &Path,
    task: &ExportTask,
    form: ProgrammeForm,
    terminal: &Terminal,
) -> Ending {
    let mut builder = Builder::new(root);
    let study = match study(&mut builder, options(None), terminal) {
        Ok(study) => study,
        Err(ending) => return ending,
    };
    let event = match wanted(task, &study, terminal) {
        Ok(event) => event,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    let remembered = match remembered::of(root, &study.report[event].id) {
        Ok(remembered) => remembered,
        Err(failed) => return failed.told(terminal),
    };
    let known = |id: &Id| remembered.memory.guid(Kind::Session, id).cloned();
    let sessions = programme(&study.report, &study.config, event, &known);
    let context = FeedContext {
        report: &study.report,
        config: &study.config,
        plan: &study.plan,
        language: study.config.language(),
    };
    let bytes = match form {
        ProgrammeForm::Json => schedule(&context, event, &sessions),
        ProgrammeForm::Calendar => programme_calendar(&context, event, &sessions),
    };
    if let Err(error) = outside::write(&task.file, &bytes) {
        terminal.failure(&error);
        return Ending::Failed;
    }
    let language = terminal.language;
    let timed = sessions.iter().filter(|session| session.start.is_some());
    let timed = timed.count();
    let parts = importing::PART.counted(timed, language);
    let file = task.file.to_string_lossy();
    terminal.tell(exporting::programme_written(&file, &parts).get(language));
    let untimed = sessions.len() - timed;
    if untimed > 0 {
        let untimed = importing::UNTIMED_PART.counted(untimed, language);
        terminal.tell(exporting::not_in_file(&untimed).get(language));
    }
    Ending::Fine
}

/// The event that was named. A programme is of one event, and always whole.
fn wanted(task: &ExportTask, study: &Study, terminal: &Terminal) -> Result<EventId, Diagnostic> {
    if task.empty || !task.kinds.is_empty() {
        return Err(Diagnostic::of_site(Code::ExportChoice));
    }
    if let Some(event) = event_of(task, study)? {
        return Ok(event);
    }
    let example = study.report.events.first();
    let example = example.map_or(exporting::SOME_EVENT.get(terminal.language), |event| {
        event.id.as_str()
    });
    let file = task.file.to_string_lossy();
    Err(Diagnostic::of_site(Code::ProgrammeWithoutEvent)
        .with("example", format!("oogst export {file} {example}")))
}
