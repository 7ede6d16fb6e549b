//! `oogst build` and `oogst check`: the stages once, and what came of them.

use std::path::Path;
use std::time::Instant;

use super::ending::{Ending, site_language, today};
use crate::app::cli::BuildTask;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Severity, any_error};
use crate::error::Error;
use crate::output::{Cancel, Survives};
use crate::pipeline::{BuildOptions, BuildTarget, Builder, Built};
use crate::words::Language;
use crate::words::commands;

pub(super) fn run(
    root: &Path,
    task: BuildTask,
    write: bool,
    terminal: impl Fn(Language) -> Terminal,
    usual: Language,
) -> Ending {
    let started = Instant::now();
    let terminal = terminal(site_language(root, usual));
    let mut builder = Builder::once(root);
    let options = BuildOptions {
        today: today(task.date),
        drafts: task.drafts,
        survives: Survives::PowerFailure,
        target: BuildTarget::Output,
    };
    let cancel = Cancel::default();
    stop_on_ctrl_c(&cancel);
    let built = if write {
        let bar = terminal.progress();
        builder.build(
            crate::input::Since::Unknown,
            options,
            &cancel,
            &|progress| {
                bar.on(progress);
            },
        )
    } else {
        builder.check(options)
    };
    match built {
        Ok(built) => tell(&built, &builder, task, write, root, &terminal, started),
        Err(Error::Cancelled) => {
            terminal.tell(commands::STOPPED_BUILDING.get(terminal.language));
            Ending::Failed
        }
        Err(error) => {
            terminal.failure(&error);
            Ending::Failed
        }
    }
}

fn tell(
    built: &Built,
    builder: &Builder,
    task: BuildTask,
    write: bool,
    root: &Path,
    terminal: &Terminal,
    started: Instant,
) -> Ending {
    let Built {
        diagnostics,
        summary,
    } = built;
    if task.json {
        terminal.json(diagnostics, builder.sources());
    } else {
        terminal.diagnostics(diagnostics, builder.sources());
    }
    let wrong = any_error(diagnostics);
    if let Some(summary) = summary {
        let warnings = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == Severity::Warning)
            .count();
        let folder = root.join(BuildTarget::Output.folder());
        terminal.summary(
            summary,
            warnings,
            started.elapsed(),
            Some(&folder.display().to_string()),
        );
    } else if write && wrong {
        terminal.tell(commands::NOT_MADE.get(terminal.language));
    } else if !write && diagnostics.is_empty() {
        terminal.tell(commands::ALL_IS_WELL.get(terminal.language));
    }
    if wrong { Ending::Wrong } else { Ending::Fine }
}

/// Ctrl-C asks the build to stop before its next file, so that nothing half done stays behind.
pub(super) fn stop_on_ctrl_c(cancel: &Cancel) {
    let cancel = cancel.clone();
    let listen = move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
        else {
            return;
        };
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            cancel.cancel();
        }
    };
    // Without a thread to listen, Ctrl-C ends the process at once; the next build clears up.
    let _ = std::thread::Builder::new()
        .name("ctrl-c".to_owned())
        .spawn(listen);
}
