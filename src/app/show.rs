//! `oogst show`: an empty record of a kind to paste, an example of it, or which kinds there are.

use std::fmt::Write as _;

use super::cli::ShowTask;
use super::ending::Ending;
use super::event::wrong;
use super::kind_named::kind_named;
use crate::app::terminal::{Terminal, write_out};
use crate::schema::{KINDS, empty_record, example_record};
use crate::words::{Language, showing};

pub(super) fn run(task: &ShowTask, terminal: &Terminal) -> Ending {
    let language = terminal.language;
    let Some(word) = &task.kind else {
        write_out(&kinds(language));
        return Ending::Fine;
    };
    let kind = match kind_named(word, |_| true, language) {
        Ok(kind) => kind,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    if task.example {
        write_out(example_record(kind, language));
    } else {
        write_out(&empty_record(kind.schema(), language));
    }
    Ending::Fine
}

/// Every kind on a line, with what it is.
fn kinds(language: Language) -> String {
    let names = KINDS.iter().map(|kind| kind.name.get(language));
    let widest = names.map(|name| name.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for kind in KINDS {
        let (name, about) = (kind.name.get(language), kind.about.get(language));
        let _ = writeln!(text, "{name:widest$}  {about}");
    }
    let _ = write!(text, "\n{}", showing::ONE_OF_KINDS.get(language));
    text
}
