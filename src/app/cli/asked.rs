//! [`Asked`]: what was typed, as values.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::edit::proposal::Preferred;
use crate::publish::PublishOptions;
use crate::words::Language;

/// What was asked, typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The site's folder.
    pub root: PathBuf,
    /// The language of messages, when one was asked for.
    pub language: Option<Language>,
    /// Whether only mistakes are told.
    pub quiet: bool,
    /// What to do.
    pub task: Task,
}

impl Asked {
    /// What is meant where nothing was typed, as by a double click: to write in the browser.
    pub fn untyped() -> Self {
        Self {
            root: PathBuf::from("."),
            language: None,
            quiet: false,
            task: Task::Edit(EditTask {
                date: None,
                port: None,
                open: true,
                untyped: true,
            }),
        }
    }
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Begin a new report, or add a record to one.
    New(NewTask),
    /// Build the site.
    Build(BuildTask),
    /// Only say what is wrong, and what to look at before the site goes online.
    Check(CheckTask),
    /// Build the site to be published.
    Publish(PublishTask),
    /// Take a file of another program over into an event.
    Import(ImportTask),
    /// Make a file for another program of what the site holds.
    Export(ExportTask),
    /// Show an empty record of a kind, or an example.
    Show(ShowTask),
    /// Give a record another id, everywhere.
    Rename {
        /// What it is called: `deal:2018-overijssel/x`.
        from: String,
        /// Its new id.
        to: String,
        /// The day to check the site for.
        date: Option<Date>,
    },
    /// Show the site while it is written.
    Serve {
        /// The day to build for.
        date: Option<Date>,
        /// The port to serve at.
        port: Option<u16>,
        /// Whether to open the browser.
        open: bool,
    },
    /// Write in the browser.
    Edit(EditTask),
    /// Say whether the site is as the last build left it.
    Verify(VerifyTask),
    /// Write what may be written, for editors.
    Schema,
    /// Print the licences of the program and of all that is inside it.
    Licences,
}

/// How to write in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditTask {
    /// The day to build the preview for.
    pub date: Option<Date>,
    /// The port of the desk.
    pub port: Option<u16>,
    /// Whether to open the browser.
    pub open: bool,
    /// Whether nothing was typed: the page with the reports comes first.
    pub untyped: bool,
}

/// What is to be new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// A kind of record; else the folder of a report.
    pub what: String,
    /// What the record is called.
    pub title: Option<String>,
    /// The event that it belongs to: its id.
    pub into: Option<String>,
    /// What its fields hold: `datum=2025-11-12`.
    pub set: Vec<String>,
}

/// What to take over, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option that is there or not"
)]
pub struct ImportTask {
    /// The file.
    pub file: PathBuf,
    /// The event: its id.
    pub into: String,
    /// The day of an event that is not there yet.
    pub date: Option<Date>,
    /// Whether the text comes in the place of one that is there.
    pub replace: bool,
    /// Whether it comes below one that is there.
    pub append: bool,
    /// Whether nothing is changed.
    pub dry_run: bool,
    /// What columns of a table are: `Opmerking=tekst`.
    pub maps: Vec<String>,
    /// What the rows of a table are.
    pub kind: Option<String>,
    /// The row with the heads of the columns, from 1.
    pub header_row: Option<u16>,
    /// Whether a copy with the ids of its rows is put beside a table.
    pub write_back: bool,
    /// Which side is taken where the table and the site both changed something.
    pub prefer: Option<Preferred>,
    /// Whether rows with a mistake are left out.
    pub skip_bad_rows: bool,
    /// Whether records go that the table no longer has.
    pub remove_missing: bool,
    /// Whether nothing is asked.
    pub yes: bool,
}

/// What to make a file of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportTask {
    /// The file; its ending says what it is.
    pub file: PathBuf,
    /// The event: its id.
    pub event: Option<String>,
    /// The kinds of records, in words, several between commas.
    pub kinds: Vec<String>,
    /// Whether there are no records in it.
    pub empty: bool,
    /// Whether it comes in the place of a file that is there.
    pub force: bool,
}

/// How to publish, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishTask {
    /// The day to build for.
    pub date: Option<Date>,
    /// Whether the addresses are promised from now on.
    pub record: bool,
    /// The place, as the settings call it; left out, the site is only made.
    pub to: Option<String>,
    /// The zip file to make of it.
    pub zip: Option<PathBuf>,
    /// Whether nothing is changed there.
    pub dry_run: bool,
    /// Whether nothing is asked.
    pub yes: bool,
    /// What is allowed there.
    pub allowed: PublishOptions,
}

/// What to show of which kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShowTask {
    /// The kind; left out, all kinds are named.
    pub kind: Option<String>,
    /// Whether an example is shown, and not an empty record.
    pub example: bool,
}

/// How to verify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyTask {
    /// The copy to look at, where it is not the output folder itself.
    pub copy: Option<PathBuf>,
    /// Whether findings go to standard output as JSON.
    pub json: bool,
}

/// How to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckTask {
    /// As a build would.
    pub build: BuildTask,
    /// Whether advice is given before the site goes online.
    pub publish: bool,
    /// Whether links to other sites are asked whether they work.
    pub online: bool,
}

/// How to build or check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildTask {
    /// The day to build for.
    pub date: Option<Date>,
    /// Whether drafts count.
    pub drafts: bool,
    /// Whether diagnostics go to standard output as JSON.
    pub json: bool,
}
