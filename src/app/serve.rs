//! `oogst serve`: the same build, again and again, behind a server on this machine.
//!
//! What is served is a preview in a folder of its own, not `output`: drafts show here, and a folder
//! that people publish must never hold one.

use std::path::Path;
use std::time::Instant;

use jiff::civil::Date;

use super::ending::{Ending, site_language, today};
use crate::app::terminal::Terminal;
use crate::app::turns::Turns;
use crate::diagnostic::{self, Severity, any_error, excerpt, printed};
use crate::error::Error;
use crate::input::Since;
use crate::output::Survives;
use crate::pipeline::{BuildOptions, BuildTarget, Builder, Built, Today};
use crate::serve::{
    self, Again, Announcement, Builds, Changed, Limits, OverlayProblem, ServeOptions,
};
use crate::words::Language;
use crate::words::commands;

pub(super) fn run(
    root: &Path,
    date: Option<Date>,
    port: Option<u16>,
    open: bool,
    terminal: &dyn Fn(Language) -> Terminal,
    usual: Language,
) -> Ending {
    let language = site_language(root, usual);
    let own = terminal(language);
    let options = preview_options(root, port, open, own.language);
    let builds = Rebuild::new(root, date, terminal(language));
    let announce = |announcement: Announcement| own.tell(&words(&announcement, own.language));
    match serve::serve(options, builds, announce) {
        Ok(()) => Ending::Fine,
        Err(error) => {
            own.tell(&format!(
                "{}: {}\n",
                commands::ERROR.get(own.language),
                error.in_words(own.language)
            ));
            Ending::Failed
        }
    }
}

/// What is served as a preview of a report, and watched for it.
pub(super) fn preview_options(
    root: &Path,
    port: Option<u16>,
    open: bool,
    language: Language,
) -> ServeOptions {
    let below = |name: &str| root.join(name);
    ServeOptions {
        output: below(BuildTarget::Preview.folder()),
        root: root.to_owned(),
        base_path: Builder::base_path_at(root),
        port,
        open,
        watched: [
            "content",
            "themes",
            "templates",
            "assets",
            "oogst.toml",
            "addresses.toml",
        ]
        .into_iter()
        .map(below)
        .collect(),
        ignored: ["output", ".oogst"].into_iter().map(below).collect(),
        language,
        desk: None,
        limits: Limits::default(),
    }
}

fn words(announcement: &Announcement, language: Language) -> String {
    let words = match announcement {
        Announcement::Serving { address } => commands::site_is_at(address),
        Announcement::Unwatched { reason } => commands::unwatched(reason),
        Announcement::NotOpened { reason } => commands::not_opened(reason),
        Announcement::Stopping => commands::STOPPED.into(),
    };
    words.get(language).to_owned()
}

/// Builds the site for each change.
pub(super) struct Rebuild {
    builder: Builder,
    date: Option<Date>,
    terminal: Terminal,
    /// Whether the user hears of each build; else the pages alone tell.
    is_told: bool,
    /// Why the last build could not begin yet.
    waits: Option<String>,
    /// Who may go before a build.
    turns: Turns,
}

impl Builds for Rebuild {
    fn start(&mut self, again: Again) {
        self.builder.index_in_background(move || again.ask());
    }

    fn build(&mut self, changed: Changed) -> serve::Rebuilt {
        let started = Instant::now();
        // A day may pass while serving, so the day is asked anew each time. Drafts are shown here:
        // this is where they are written.
        let today: Today = today(self.date);
        let options = BuildOptions {
            today,
            drafts: true,
            survives: Survives::Kill,
            target: BuildTarget::Preview,
        };
        let paths = match changed {
            Changed::All => None,
            Changed::Paths(paths) => Some(paths),
        };
        let since = paths.as_ref().map_or(Since::Unknown, Since::Paths);
        let built = loop {
            let (_turn, cancel) = self.turns.of_build();
            match self.builder.build(since, options, &cancel, &|_| {}) {
                // Somebody went before it.
                Err(Error::Cancelled) => {}
                built => break built,
            }
        };
        match built {
            Ok(built) => {
                self.waits = None;
                self.tell(&built, started)
            }
            // It is tried again many times a minute, and told once.
            Err(error @ Error::Locked { .. }) => {
                let reason = error.message(self.terminal.language);
                if self.waits.as_ref() != Some(&reason) {
                    self.failed(&error);
                    self.waits = Some(reason.clone());
                }
                serve::Rebuilt::Waiting(reason)
            }
            Err(error) => {
                self.failed(&error);
                serve::Rebuilt::Broken(error.message(self.terminal.language))
            }
        }
    }
}

impl Rebuild {
    /// Builds the site in a folder, and tells what is wrong.
    pub(super) fn new(root: &Path, date: Option<Date>, terminal: Terminal) -> Self {
        Self {
            builder: Builder::new(root),
            date,
            terminal,
            is_told: true,
            waits: None,
            turns: Turns::default(),
        }
    }

    /// The same beside a desk: only the pages tell what came of it, and its builds give way.
    pub(super) fn beside(self, turns: Turns) -> Self {
        Self {
            is_told: false,
            turns,
            ..self
        }
    }

    /// Tells the user that the machine failed.
    fn failed(&self, error: &Error) {
        if self.is_told {
            self.terminal.failure(error);
        }
    }

    fn tell(&self, built: &Built, started: Instant) -> serve::Rebuilt {
        let Built {
            diagnostics,
            summary,
        } = built;
        let sources = self.builder.sources();
        if self.is_told {
            self.terminal.diagnostics(diagnostics, sources);
        }
        if let Some(summary) = summary.as_ref().filter(|_| !any_error(diagnostics)) {
            let warnings = diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.severity() == Severity::Warning)
                .count();
            // A search index that came after its pages is no news to whoever reads one.
            let only_index = summary.written + summary.removed > 0 && !summary.shown;
            if !only_index && self.is_told {
                self.terminal
                    .summary(summary, warnings, started.elapsed(), None);
            }
            return serve::Rebuilt::Fresh {
                changed: summary.shown,
            };
        }
        let language = self.terminal.language;
        let problems = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == Severity::Error)
            .map(|diagnostic| {
                let values: diagnostic::PrintedDiagnostic = printed(diagnostic, sources, language);
                let suggested = values
                    .suggestion
                    .as_ref()
                    .map(|suggestion| commands::did_you_mean(suggestion).get(language).to_owned());
                OverlayProblem {
                    title: values.message,
                    code: values.code.to_owned(),
                    place: values.file.map(|file| serve::OverlayPlace {
                        file,
                        line: values.line.unwrap_or(1),
                        column: values.column.unwrap_or(1),
                    }),
                    excerpt: Some(excerpt(diagnostic, sources, language, false)),
                    help: suggested.or(values.help),
                }
            })
            .collect();
        serve::Rebuilt::Failed { problems }
    }
}
