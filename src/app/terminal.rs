//! The only printers: what people read goes to standard error, what programs read to standard
//! output.

use std::io::{IsTerminal, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::{self, Diagnostic, harmless};
use crate::error::Error;
use crate::pipeline::{Progress, Summary};
use crate::source::Sources;
use crate::words::numbers::count;
use crate::words::phrases::Noun;
use crate::words::{Language, both};

/// Builds shorter than this show no bar.
const PATIENCE: Duration = Duration::from_secs(1);

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

    /// Tells what is wrong with the content to other programs: a line of JSON each, on standard
    /// output.
    pub fn json(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        let mut out = std::io::stdout().lock();
        for diagnostic in diagnostics {
            // A closed pipe means that nobody listens any more.
            if writeln!(
                out,
                "{}",
                diagnostic::json_line(diagnostic, sources, self.language)
            )
            .is_err()
            {
                return;
            }
        }
    }

    /// Tells that the machine failed.
    pub fn failure(&self, error: &Error) {
        write_error(&format!(
            "{}: {}\n",
            both("fout", "error").get(self.language),
            error.message(self.language)
        ));
    }

    /// Tells what a build did, and where to look where that is not on the screen already.
    pub fn summary(
        &self,
        summary: &Summary,
        warnings: usize,
        took: Duration,
        where_to_look: Option<&str>,
    ) {
        const PAGE: [&str; 2] = ["pagina", "pagina’s"];
        let number = |value: usize| count(value as u64, self.language);
        let seconds =
            format!("{:.1}", took.as_secs_f64()).replace('.', both(",", ".").get(self.language));
        let text = match self.language {
            Language::Nl => format!(
                "De site is klaar: {} {}, {} nieuw of gewijzigd, {} gelijk gebleven, {} verwijderd, {} {}, in {seconds} seconden.\n",
                number(summary.pages),
                PAGE[usize::from(summary.pages != 1)],
                files(summary.written, self.language),
                number(summary.kept),
                number(summary.removed),
                number(warnings),
                if warnings == 1 {
                    "waarschuwing"
                } else {
                    "waarschuwingen"
                },
            ),
            Language::En => format!(
                "The site is ready: {} {}, {} new or changed, {} as they were, {} removed, {} {}, in {seconds} seconds.\n",
                number(summary.pages),
                if summary.pages == 1 { "page" } else { "pages" },
                files(summary.written, self.language),
                number(summary.kept),
                number(summary.removed),
                number(warnings),
                if warnings == 1 { "warning" } else { "warnings" },
            ),
        };
        self.tell(&text);
        if let Some(folder) = where_to_look {
            // Addresses begin at the site's root, so a browser needs a server to show the files as
            // they will be.
            self.tell(&match self.language {
                Language::Nl => {
                    format!("De site staat in {folder}. Bekijken: oogst serve --open\n")
                }
                Language::En => format!("The site is in {folder}. To see it: oogst serve --open\n"),
            });
        }
        let folder = summary.folder;
        for (path, kept_at) in summary.put_aside.iter().take(MOST_NAMED) {
            let (path, kept_at) = (harmless(path), kept_at.display().to_string());
            let kept_at = harmless(&kept_at);
            self.tell(&match self.language {
                Language::Nl => format!("`{folder}/{path}` was met de hand veranderd of niet van oogst; het staat nu in {kept_at}.\n"),
                Language::En => format!("`{folder}/{path}` was changed by hand or not made by oogst; it now stands in {kept_at}.\n"),
            });
        }
        self.also_summary(summary);
    }

    /// What else a build did that its user must know.
    fn also_summary(&self, summary: &Summary) {
        let folder = summary.folder;
        let count = |number: usize| files(number, self.language);
        if let Some(more) = summary
            .put_aside
            .len()
            .checked_sub(MOST_NAMED)
            .filter(|more| *more > 0)
        {
            let more = count(more);
            self.tell(&match self.language {
                Language::Nl => format!("Zo ook {more} meer, in dezelfde map.\n"),
                Language::En => format!("So were {more} more, in the same folder.\n"),
            });
        }
        if !summary.recognised.is_empty() {
            let gone = count(summary.recognised.len());
            let pictures = match (summary.recognised_pictures, self.language) {
                (0, _) => String::new(),
                (pictures, Language::Nl) => format!(", waarvan {pictures} van foto’s"),
                (pictures, Language::En) => format!(", {pictures} of them of photos"),
            };
            self.tell(&match self.language {
                Language::Nl => {
                    format!("Oogst wist niet meer wat het eerder in `{folder}` had gezet. {gone} van toen herkend en verwijderd{pictures}.\n")
                }
                Language::En => {
                    format!("Oogst no longer knew what it had put into `{folder}` before. {gone} of then recognised and removed{pictures}.\n")
                }
            });
        }
        if summary.not_kept > 0 {
            let not_kept = count(summary.not_kept);
            self.tell(&match self.language {
                Language::Nl => format!(
                    "Niet bewaard in .oogst/replaced: {not_kept} die met de hand veranderd waren. Er is iets van de site gehaald, en zij konden dat nog tonen.\n"
                ),
                Language::En => format!(
                    "Not kept in .oogst/replaced: {not_kept} that were changed by hand. Something was taken off the site, and they might still show it.\n"
                ),
            });
        }
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

fn files(number: usize, language: Language) -> String {
    const FILE: Noun = Noun::new(both("bestand", "file"), both("bestanden", "files"));
    FILE.counted(number, language)
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
                let template = both(
                    "{bar:30} {pos} van {len} bestanden",
                    "{bar:30} {pos} of {len} files",
                )
                .get(self.language);
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
