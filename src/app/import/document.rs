//! A document as the text of an event, with its pictures as photos that wait for consent.

use std::path::Path;

use crate::app::cli::ImportTask;
use crate::app::commit::{commit, options, study};
use crate::app::ending::Ending;
use crate::app::event::{event_named, wrong};
use crate::app::terminal::{Terminal, write_out};
use crate::edit::{Rewrite, TextThere};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::intake::document::Document;
use crate::pipeline::Builder;
use crate::takeover::{DocumentChoices, DocumentTakeover, HostEvent, ImportSummary};
use crate::words::{commands, importing};

pub(super) fn take_over(
    root: &Path,
    task: &ImportTask,
    document: Document,
    terminal: &Terminal,
) -> Ending {
    let options = options(None);
    let mut builder = Builder::new(root);
    let study = match study(&mut builder, options, terminal) {
        Ok(study) => study,
        Err(ending) => return ending,
    };
    let into = event_named(&task.into)
        .and_then(|id| HostEvent::of(&id, task.date, &study, builder.sources()));
    let into = match into {
        Ok(into) => into,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    let site = match Folder::open(root).map_err(Error::during(Operation::Read, root)) {
        Ok(site) => site,
        Err(error) => {
            terminal.failure(&error);
            return Ending::Failed;
        }
    };
    let stem = task.file.file_stem().unwrap_or_default().to_string_lossy();
    let choices = choices(task, &stem);
    let read = (&study, builder.sources());
    let (told, rewrite) = match DocumentTakeover::of(document, &into, choices, read, &site) {
        Ok(made) => {
            if task.dry_run {
                write_out(&made.body);
            }
            (made.told, made.rewrite)
        }
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    if rewrite.is_empty() {
        terminal.tell(importing::UNCHANGED.get(terminal.language));
        return Ending::Fine;
    }
    if task.dry_run {
        return tried(root, rewrite, &told, terminal);
    }
    let is_asked = !task.yes && terminal.can_ask();
    if is_asked {
        terminal.tell(&told.said(terminal.language));
        if !terminal.is_agreed(importing::TAKE_OVER.get(terminal.language)) {
            terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
            return Ending::Wrong;
        }
    }
    if let Err(ending) = commit(root, options, &builder, &rewrite, terminal) {
        return ending;
    }
    if !is_asked {
        terminal.tell(&told.said(terminal.language));
    }
    let file = into.path().as_written();
    terminal.tell(importing::written_in(&file).get(terminal.language));
    Ending::Fine
}

/// What the user says of a document, whose file is called so.
fn choices<'s>(task: &ImportTask, stem: &'s str) -> DocumentChoices<'s> {
    let there = match (task.replace, task.append) {
        (true, _) => TextThere::Replaced,
        (_, true) => TextThere::FollowedBy,
        _ => TextThere::Kept,
    };
    DocumentChoices { there, stem }
}

/// Says what would be written, where the site could be built with it.
fn tried(root: &Path, rewrite: Rewrite, told: &ImportSummary, terminal: &Terminal) -> Ending {
    let mut after = Builder::rewriting(root, rewrite);
    if let Err(ending) = study(&mut after, options(None), terminal) {
        return ending;
    }
    terminal.tell(&told.said(terminal.language));
    terminal.tell(importing::DRY_RUN.get(terminal.language));
    Ending::Fine
}
