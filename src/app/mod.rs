//! The commands: each takes what was asked, calls the stages, tells what happened, and gives the
//! exit code.

mod build;
mod check;
mod check_links;
pub mod cli;
mod commit;
mod edit;
mod ending;
mod event;
mod export;
mod import;
mod kind_named;
mod licences;
#[cfg(feature = "publish")]
mod logging_in;
mod memories;
mod new;
mod newer;
mod outside;
mod placing;
mod publish;
mod recording;
mod remembered;
mod rename;
mod schema;
#[cfg(feature = "publish")]
mod secrets;
mod serve;
#[cfg(feature = "publish")]
mod server_login;
mod show;
pub mod terminal;
mod turns;
mod verify;

use self::cli::{Asked, Task};
pub use self::ending::Ending;
use self::ending::site_language;
use self::terminal::Terminal;
use crate::error::Error;
use crate::words::Language;
use crate::words::commands;

/// Does what was asked. `usual` is the language of messages where neither the user nor the site
/// says one.
pub fn run(asked: &Asked, usual: Language) -> Ending {
    let terminal = |found: Language| Terminal::new(asked.language.unwrap_or(found), asked.quiet);
    let of_site = || terminal(site_language(&asked.root, usual));
    if let Some((newer, sources)) = newer::newer_needed(asked) {
        of_site().diagnostics(&[newer], &sources);
        return Ending::Wrong;
    }
    match interrupted(asked) {
        Ok(false) => {}
        Ok(true) => {
            let terminal = of_site();
            terminal.tell(commands::CHANGE_INTERRUPTED.get(terminal.language));
        }
        Err(error) => {
            terminal(usual).failure(&error);
            return Ending::Failed;
        }
    }
    match &asked.task {
        Task::New(task) => new::run(&asked.root, task, terminal, usual),
        Task::Build(task) => build::run(&asked.root, *task, true, terminal, usual),
        Task::Check(task) => check::run(&asked.root, *task, terminal, usual),
        Task::Publish(task) => publish::run(&asked.root, task, terminal, usual),
        Task::Import(task) => import::run(&asked.root, task, &of_site()),
        Task::Export(task) => export::run(&asked.root, task, &of_site()),
        Task::Rename { from, to, date } => rename::run(&asked.root, [from, to], *date, &of_site()),
        Task::Verify(task) => verify::run(&asked.root, task, &of_site()),
        Task::Schema => {
            let language = site_language(&asked.root, usual);
            schema::run(&asked.root, language, &terminal(language))
        }
        Task::Show(task) => show::run(task, &of_site()),
        Task::Licences => licences::run(&terminal(usual)),
        Task::Edit(task) => edit::run(&asked.root, *task, terminal, usual),
        Task::Serve { date, port, open } => {
            serve::run(&asked.root, *date, *port, *open, &terminal, usual)
        }
    }
}

/// Whether a change that was stopped half-way waits. It is finished before anybody reads what is
/// there; who only looks is told of it.
fn interrupted(asked: &Asked) -> Result<bool, Error> {
    match asked.task {
        // The desk finishes it for the report that it opens.
        Task::New(_) | Task::Show(_) | Task::Verify(_) | Task::Licences | Task::Edit(_) => {
            Ok(false)
        }
        Task::Check(_) => crate::edit::is_unfinished(&asked.root),
        Task::Build(_)
        | Task::Publish(_)
        | Task::Rename { .. }
        | Task::Schema
        | Task::Import(_)
        | Task::Export(_)
        | Task::Serve { .. } => newer::finish(&asked.root).map(|_| false),
    }
}
