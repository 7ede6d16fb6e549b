//! `oogst edit`, and `oogst` by itself: forms in the browser, with the site beside them.

mod bench;
mod kept;
mod photos;
mod places;
mod places_known;
#[cfg(feature = "publish")]
mod servers;
mod small_pictures;
mod taking_over;

use std::path::Path;

use self::bench::Bench;
use super::ending::Ending;
use crate::app::cli::EditTask;
use crate::app::terminal::Terminal;
use crate::desk::{DeskAnnouncement, DeskOptions, desk};
use crate::serve::Limits;
use crate::words::{Language, commands, desk as words};

pub(super) fn run(
    root: &Path,
    task: EditTask,
    terminal: impl Fn(Language) -> Terminal,
    usual: Language,
) -> Ending {
    let asked_for = terminal(usual).language;
    let bench = match Bench::at(root, task, asked_for) {
        Ok(bench) => bench,
        Err(error) => {
            terminal(usual).failure(&error);
            return Ending::Failed;
        }
    };
    let own = terminal(bench.spoken());
    let options = DeskOptions {
        port: task.port,
        open: task.open,
        limits: Limits::default(),
    };
    let tell = |announcement: DeskAnnouncement| tell(&announcement, task, &own);
    match desk(options, bench, tell) {
        Ok(()) => Ending::Fine,
        Err(error) => {
            own.tell_always(&format!(
                "{}: {}\n",
                commands::ERROR.get(own.language),
                error.in_words(own.language)
            ));
            Ending::Failed
        }
    }
}

/// Tells what happens. The address is told also to who asked for quiet: nobody comes in without it.
fn tell(announcement: &DeskAnnouncement, task: EditTask, terminal: &Terminal) {
    let language = terminal.language;
    match announcement {
        DeskAnnouncement::Open { address } => {
            terminal.tell(words::RUNNING.get(language));
            terminal.tell_always(words::desk_at(address).get(language));
            if task.untyped {
                terminal.tell(words::HELP_SAID.get(language));
            }
        }
        DeskAnnouncement::Again { address } => {
            terminal.tell_always(words::desk_again(address).get(language));
        }
        DeskAnnouncement::NotOpened { reason } => {
            terminal.tell(commands::not_opened(reason).get(language));
        }
        DeskAnnouncement::Unwatched { reason } => {
            terminal.tell(commands::unwatched(reason).get(language));
        }
        DeskAnnouncement::Stopping => terminal.tell(commands::STOPPED.get(language)),
    }
}
