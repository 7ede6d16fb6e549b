//! The only printers: what people read goes to standard error, what programs read to standard
//! output.

use std::io::{BufRead as _, IsTerminal, Read as _, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::{self, Diagnostic, harmless};
use crate::error::Error;
use crate::pipeline::{Progress, Summary};
use crate::source::Sources;
use crate::words::Language;
use crate::words::commands;
use crate::words::numbers::count;
use crate::words::phrases;

/// Builds shorter than this show no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often a sign moves.
const TICK: Duration = Duration::from_millis(120);

/// The most bytes of an answer.
const LONGEST_ANSWER: u64 = 100_000;

/// How many files that were put aside are named.
const MOST_NAMED: usize = 20;

/// A person's terminal, or what stands in for it.
#[derive(Debug)]
pub struct Terminal {
    /// The language of messages.
    pub language: Language,
    /// Whether only mistakes are told.
    pub quiet: bool,
    colour: bool,
}

impl Terminal {
    /// The terminal this program runs in.
    pub fn new(language: Language, quiet: bool) -> Self {
        let colour =
            anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
        Self {
            language,
            quiet,
            colour,
        }
    }

    /// Tells a person something; not when they asked for quiet.
    pub fn tell(&self, text: &str) {
        if !self.quiet {
            write_error(text);
        }
    }

    /// Whether somebody is there to answer.
    pub fn can_ask(&self) -> bool {
        !self.quiet && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Asks a person something; `None` where they stopped answering.
    pub fn ask(&self, question: &str) -> Option<String> {
        write_error(question);
        let mut answer = String::new();
        let read = std::io::stdin()
            .lock()
            .take(LONGEST_ANSWER)
            .read_line(&mut answer);
        match read {
            Ok(bytes) if bytes > 0 => Some(answer.trim().to_owned()),
            Ok(_) | Err(_) => {
                write_error("\n");
                None
            }
        }
    }

    /// Asks for a secret, which is not shown while it is typed; `None` where nobody is there.
    #[cfg(feature = "publish")]
    pub fn ask_secret(&self, question: &str) -> Option<String> {
        self.can_ask()
            .then(|| rpassword::prompt_password(question).ok())
            .flatten()
    }

    /// Tells what is wrong with the content.
    pub fn diagnostics(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        if !diagnostics.is_empty() {
            write_error(&diagnostic::print_all(
                diagnostics,
                sources,
                self.language,
                self.colour,
            ));
        }
    }

    /// Diagnostics as this terminal shows them.
    pub fn shown(&self, diagnostics: &[Diagnostic], sources: &Sources) -> String {
        diagnostic::print_one_after_other(diagnostics, sources, self.language, self.colour)
    }

    /// Tells what a person must know, also when they asked for quiet.
    pub fn tell_always(&self, text: &str) {
        write_error(text);
    }

    /// Tells what is wrong with the content to other programs: a line of JSON each, on standard
    /// output.
    pub fn json(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        self.json_of_group(diagnostics, None, sources);
    }

    /// The same of advice, with its group.
    pub fn json_of_group(
        &self,
        diagnostics: &[Diagnostic],
        group: Option<&'static str>,
        sources: &Sources,
    ) {
        let mut out = std::io::stdout().lock();
        for diagnostic in diagnostics {
            // A closed pipe means that nobody listens any more.
            if writeln!(
                out,
                "{}",
                diagnostic::json_line_in_group(diagnostic, group, sources, self.language)
            )
            .is_err()
            {
                return;
            }
        }
    }

    /// Tells that the machine failed.
    pub fn failure(&self, error: &Error) {
        self.refusal(&error.message(self.language));
    }

    /// Tells why something is not done.
    pub fn refusal(&self, why: &str) {
        write_error(&format!("{}: {why}\n", commands::ERROR.get(self.language)));
    }

    /// Whether somebody says yes; who says nothing, does not.
    pub fn is_agreed(&self, question: &str) -> bool {
        let answer = self.ask(question).unwrap_or_default().to_lowercase();
        matches!(answer.as_str(), "j" | "ja" | "y" | "yes")
    }

    /// Tells what a build did, and where to look where that is not on the screen already.
    pub fn summary(
        &self,
        summary: &Summary,
        warnings: usize,
        took: Duration,
        where_to_look: Option<&str>,
    ) {
        let number = |value: usize| count(value as u64, self.language);
        let seconds = format!("{:.1}", took.as_secs_f64())
            .replace('.', commands::DECIMAL_MARK.get(self.language));
        self.tell(
            commands::site_is_ready(
                &phrases::PAGE.counted(summary.pages, self.language),
                &phrases::FILE.counted(summary.written, self.language),
                &number(summary.kept),
                &number(summary.removed),
                &phrases::WARNING.counted(warnings, self.language),
                &seconds,
            )
            .get(self.language),
        );
        if let Some(folder) = where_to_look {
            // Addresses begin at the site's root, so a browser needs a server to show the files as
            // they will be.
            self.tell(commands::site_is_in(&folder).get(self.language));
        }
        let folder = summary.folder;
        for (path, kept_at) in summary.put_aside.iter().take(MOST_NAMED) {
            let (path, kept_at) = (harmless(path), kept_at.display().to_string());
            let kept_at = harmless(&kept_at);
            self.tell(commands::put_aside(&folder, &path, &kept_at).get(self.language));
        }
        self.also_summary(summary);
    }

    /// What else a build did that its user must know.
    fn also_summary(&self, summary: &Summary) {
        let folder = summary.folder;
        let count = |number: usize| phrases::FILE.counted(number, self.language);
        if let Some(more) = summary
            .put_aside
            .len()
            .checked_sub(MOST_NAMED)
            .filter(|more| *more > 0)
        {
            let more = count(more);
            self.tell(commands::more_put_aside(&more).get(self.language));
        }
        if !summary.recognised.is_empty() {
            let gone = count(summary.recognised.len());
            let words = match summary.recognised_pictures {
                0 => commands::recognised(&folder, &gone),
                pictures => commands::recognised_pictures(&folder, &gone, &pictures),
            };
            self.tell(words.get(self.language));
        }
        if summary.not_kept > 0 {
            let not_kept = count(summary.not_kept);
            self.tell(commands::not_kept(&not_kept).get(self.language));
        }
    }

    /// Says what is being done for as long as the result is kept, to a person who waits for it.
    pub fn busy(&self, with: &'static str) -> BusySign {
        let shown = !self.quiet && std::io::stderr().is_terminal();
        BusySign(shown.then(|| {
            let sign = ProgressBar::new_spinner().with_message(with);
            sign.tick();
            sign.enable_steady_tick(TICK);
            sign
        }))
    }

    /// A bar that shows how far a build is, once it takes longer than people like to wait for
    /// nothing.
    pub fn progress(&self) -> BuildBar {
        let shown = !self.quiet && std::io::stderr().is_terminal();
        BuildBar {
            shown,
            language: self.language,
            started: Instant::now(),
            drawn: Mutex::new(None),
        }
    }
}

/// Whether the program runs in a window that somebody sees.
pub fn is_there() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Writes to standard error; where nobody listens, nothing is lost.
fn write_error(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Writes to standard output, for help.
pub fn write_out(text: &str) {
    let _ = anstream::stdout().lock().write_all(text.as_bytes());
}

/// Writes what a command line's reader must know, before there is a terminal with a language.
pub fn write_wrong(text: &str) {
    write_error(text);
}

/// A sign that something is being done; it goes when that is over.
#[derive(Debug)]
pub struct BusySign(Option<ProgressBar>);

impl Drop for BusySign {
    fn drop(&mut self) {
        if let Some(sign) = &self.0 {
            sign.finish_and_clear();
        }
    }
}

/// A bar of progress.
#[derive(Debug)]
pub struct BuildBar {
    shown: bool,
    language: Language,
    started: Instant,
    drawn: Mutex<Option<ProgressBar>>,
}

impl BuildBar {
    /// Moves on; from any thread.
    pub fn on(&self, progress: Progress) {
        // Stages begin and end too often for a person who waits.
        if !self.shown || matches!(progress, Progress::Begins(_) | Progress::Ends(_)) {
            return;
        }
        let Ok(mut bar) = self.drawn.lock() else {
            return;
        };
        match progress {
            Progress::Planned(files) => {
                let made =
                    ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
                let template = commands::PROGRESS.get(self.language);
                made.set_style(
                    ProgressStyle::with_template(template)
                        .unwrap_or_else(|_| ProgressStyle::default_bar()),
                );
                *bar = Some(made);
            }
            Progress::Made => {
                if let Some(bar) = bar.as_ref() {
                    bar.inc(1);
                    if bar.is_hidden() && self.started.elapsed() > PATIENCE {
                        bar.set_draw_target(ProgressDrawTarget::stderr());
                    }
                }
            }
            Progress::Committing => {
                if let Some(bar) = bar.take() {
                    bar.finish_and_clear();
                }
            }
            Progress::Begins(_) | Progress::Ends(_) => {}
        }
    }
}
