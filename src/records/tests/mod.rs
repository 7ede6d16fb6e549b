//! The stage through its front door: small sites, parsed and linked, and all that is said of them.

mod files;
mod ids;
mod leads;
mod likely;
mod marvels;
mod references;
mod rollup;
mod status;
mod texts;

use std::fmt::Write;
use std::path::Path;

use jiff::civil::date;

use super::link::{LinkInput, LinkOptions, link};
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Place, Severity, printed, sort};
use crate::folder::{EntryKind, Facts, Folder, Identity, WalkedFile};
use crate::input::parse::parse;
use crate::input::permalinks::Promised;
use crate::pictures::endings::is_unread_picture;
use crate::pictures::media_file::{
    MediaFile, MediaFiles, Other, Picture, PictureFault, Size, promised,
};
use crate::privacy::{Allowed, Given, withhold};
use crate::records::Report;
use crate::source::{SourceFile, SourcePath, Sources, normalise};
use crate::words::Language;

/// An event with all that events are warned to have.
pub(super) const EVENT: &str =
    "+++\ntitle = \"Bijeenkomst\"\ndate = 2018-10-30\nsummary = \"Kort.\"\n+++\n";

/// A site in memory.
#[derive(Debug, Default)]
pub(super) struct Site {
    files: Vec<(String, String)>,
    media: Vec<String>,
    settings: String,
    drafts: bool,
}

/// What came of linking it.
#[derive(Debug)]
pub(super) struct Linked {
    pub(super) report: Report,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) sources: Sources,
    pub(super) config: Config,
}

impl Site {
    /// A site of these files, below `content/`.
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        Self {
            files: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
                .collect(),
            ..Self::default()
        }
    }

    /// One event, `a`, with these tables in a file of its own, and shared records.
    pub(super) fn of_event(tables: &str, shared: &str) -> Self {
        Self::new(&[
            ("events/a/event.md", EVENT),
            ("events/a/x.toml", tables),
            ("shared.toml", shared),
        ])
    }

    pub(super) fn with(mut self, path: &str, text: &str) -> Self {
        self.files.push((path.to_owned(), text.to_owned()));
        self
    }

    /// Adds a picture or attachment, below `content/`.
    pub(super) fn media(mut self, path: &str) -> Self {
        self.media.push(path.to_owned());
        self
    }

    /// Adds to `oogst.toml`.
    pub(super) fn settings(mut self, text: &str) -> Self {
        self.settings.push_str(text);
        self
    }

    pub(super) fn with_drafts(mut self) -> Self {
        self.drafts = true;
        self
    }

    pub(super) fn link(mut self) -> Linked {
        let mut sources = Sources::default();
        let file = |path: &str, text: &str| SourceFile {
            path: SourcePath::new(path),
            text: normalise(text.as_bytes()).expect("tests are text").into(),
            hash: [0; 32],
        };
        let settings = file(
            "oogst.toml",
            &format!("title = \"Proef\"\n{}", self.settings),
        );
        let (config, mut diagnostics) = config::read(sources.add(settings.clone()), &settings);
        self.files.sort();
        let mut records = Vec::new();
        for (path, text) in &self.files {
            let file = file(&format!("content/{path}"), text);
            let parsed = parse(sources.add(file.clone()), &file, config.language());
            diagnostics.extend(parsed.diagnostics);
            records.extend(parsed.records);
        }
        assert_eq!(
            said(&diagnostics, &sources),
            [] as [&str; 0],
            "the stages before are content"
        );
        let media = self.media_files();
        let given = Given {
            allowed: Allowed::by(&config),
            language: config.language(),
            sources: &sources,
            promised: &Promised::default(),
            drafts: self.drafts,
        };
        let withheld = withhold(&mut records, given);
        let (report, mut diagnostics) = link(
            LinkInput {
                records,
                media: &media,
            },
            &config,
            LinkOptions {
                drafts: self.drafts,
                today: date(2026, 1, 15),
            },
        );
        diagnostics.extend(withheld);
        sort(&mut diagnostics, &sources);
        Linked {
            report,
            diagnostics,
            sources,
            config,
        }
    }

    /// Its pictures and attachments. They are what they are called here; the suite has those that
    /// are not.
    fn media_files(&self) -> MediaFiles {
        let mut media = MediaFiles::default();
        for path in &self.media {
            let source = SourcePath::new(&format!("content/{path}"));
            let kind = promised(&source);
            let other = if is_unread_picture(&source) {
                Other::Heif
            } else {
                Other::Text
            };
            let seen = kind.map_or(Err(PictureFault::Other(other)), |kind| {
                Ok(Picture {
                    kind,
                    size: Size {
                        width: 4,
                        height: 3,
                    },
                    bytes_a_pixel: 4,
                })
            });
            media.files.insert(
                source,
                MediaFile {
                    disk: path.into(),
                    source: nowhere(path),
                    size: 1_000,
                    stamp: [0; 32],
                    seen,
                    content: None,
                },
            );
        }
        media
    }

    /// Everything that is said of it.
    pub(super) fn says(self) -> Vec<String> {
        let Linked {
            diagnostics,
            sources,
            ..
        } = self.link();
        said(&diagnostics, &sources)
    }
}

/// Each diagnostic in one line: place, code, message; `=>` what was likely meant; `@` the lines of
/// its notes.
pub(super) fn said(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<String> {
    diagnostics
        .iter()
        .map(|diagnostic| {
            for language in Language::ALL {
                let printed = printed(diagnostic, sources, language);
                let text = format!("{} {}", printed.message, printed.help.unwrap_or_default());
                assert!(
                    !text.contains("``") && !text.contains('{'),
                    "an argument is missing: {text}"
                );
            }
            let place = match &diagnostic.place {
                Place::Text(span) => sources
                    .place(*span)
                    .trim_start_matches("content/")
                    .to_owned(),
                Place::Path(path) => path.as_str().trim_start_matches("content/").to_owned(),
                Place::Cell(_) | Place::Site => "site".to_owned(),
            };
            let mark = if diagnostic.severity() == Severity::Error {
                "!"
            } else {
                "?"
            };
            let message = diagnostic.code.message(Language::Nl, &diagnostic.arguments);
            let mut line = format!("{place} {}{mark} {message}", diagnostic.code.id());
            if let Some(suggestion) = &diagnostic.suggestion {
                let _ = write!(line, " => {suggestion}");
            }
            for note in &diagnostic.notes {
                let _ = write!(
                    line,
                    " @ {}",
                    sources.place(note.span).trim_start_matches("content/")
                );
            }
            line
        })
        .collect()
}

/// Nothing.
pub(super) const NOTHING: [&str; 0] = [];

/// A file that is opened by no test.
fn nowhere(path: &str) -> WalkedFile {
    let identity = Identity {
        device: 0,
        inode: 0,
    };
    let facts = Facts {
        kind: EntryKind::File,
        identity,
        size: 1_000,
        modified: 0,
        names: 1,
        is_own: true,
        is_private: true,
    };
    Folder::open(Path::new("."))
        .expect("tests stand in a folder")
        .walked(path.into(), facts)
}
