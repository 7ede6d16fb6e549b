//! What the desk has done for it, by whoever owns the commands: reading a report, saving a change,
//! building. Nothing in this room touches the disk.

use std::path::{Path, PathBuf};

use super::photos::DeskPhotos;
use super::places::DeskPlaces;
use super::search::SiteNames;
use super::undo::KeptSave;
use crate::diagnostic::Diagnostic;
use crate::edit::Rewrite;
use crate::error::Error;
use crate::folder::Folder;
use crate::id::Id;
use crate::pipeline::{Builder, Compared, Study, Summary};
use crate::serve::{Builds, ServeOptions};
use crate::source::Sources;
use crate::takeover::{NoRemembered, Remembered};
use crate::words::Language;

/// What the desk has done for it where a file is taken over.
pub trait DeskImports {
    /// What was remembered of the last time that a file was taken over into an event.
    ///
    /// # Errors
    /// When the machine refuses to read; inside, when something else stands there.
    fn remembered(&mut self, event: &Id) -> Result<Result<Remembered, NoRemembered>, Error>;

    /// The folder of the report that is open, for who looks for a place for pictures in it.
    ///
    /// # Errors
    /// When the machine refuses to read.
    fn site_folder(&mut self) -> Result<Folder, Error>;
}

/// What the desk has done for it.
pub trait DeskWork: DeskImports + DeskPhotos + DeskPlaces + Send + 'static {
    /// What builds the preview.
    type Preview: Builds;

    /// The language to speak: the report's, or the usual one where none is open.
    fn language(&self) -> Language;

    /// The folder of the report that is open.
    fn folder(&self) -> Option<&Path>;

    /// The reports that were opened last, the newest first; those that are no more are left out.
    fn recent(&self) -> Vec<PathBuf>;

    /// What is in a folder; in the user's own one where none is named.
    ///
    /// # Errors
    /// When it cannot be read.
    fn look(&self, folder: Option<&Path>) -> Result<FolderSeen, FolderProblem>;

    /// Opens the report in a folder.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    fn open(&mut self, folder: &Path) -> Result<(), FolderProblem>;

    /// Begins a new report in a folder that is made for it, and opens it.
    ///
    /// # Errors
    /// When there is something already, or it cannot be made.
    fn begin(&mut self, folder: &Path) -> Result<(), FolderProblem>;

    /// What is to be served as a preview of the report that is open, and watched for it.
    fn preview(&mut self) -> Option<(ServeOptions, Self::Preview)>;

    /// The path of the address of the site, `/oogst` or empty, as it was studied last.
    fn base_path(&self) -> Option<&str>;

    /// Studies the report as it stands on the disk now.
    ///
    /// # Errors
    /// When the machine refuses to read.
    fn study(&mut self, purpose: Purpose) -> Result<StudiedSite<'_>, Error>;

    /// The names of the records of the report, folded once for each time that it is studied; nothing
    /// where it cannot be read.
    ///
    /// # Errors
    /// When the machine refuses to read.
    fn names(&mut self) -> Result<Option<&SiteNames>, Error>;

    /// Reads the report as it would be published after a change. Nothing is written.
    ///
    /// # Errors
    /// When the machine refuses to read.
    fn try_out(&mut self, rewrite: &Rewrite) -> Result<TriedSite, Error>;

    /// Writes a change down, all of it or nothing, with what is kept to undo it. `what` says what was
    /// changed.
    ///
    /// # Errors
    /// When the machine refuses, or a file changed since the report was studied last.
    fn save(&mut self, rewrite: &Rewrite, what: &str) -> Result<(), Error>;

    /// The saves that are kept, newest first, each with its number.
    ///
    /// # Errors
    /// When the machine refuses to read.
    fn kept(&mut self) -> Result<Vec<(u64, KeptSave)>, Error>;

    /// How what would be published differs from what stands in the output folder.
    ///
    /// # Errors
    /// When the machine refuses.
    fn compare(&mut self) -> Result<Compared, Error>;

    /// Builds the site to be published; nothing where its content is wrong.
    ///
    /// # Errors
    /// When the machine refuses.
    fn publish(&mut self) -> Result<Option<Summary>, Error>;
}

/// What a report is studied for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be written: with its drafts.
    Writing,
    /// To be published: without them.
    Publishing,
}

/// A report as it was studied.
#[derive(Debug, Clone, Copy)]
pub struct StudiedSite<'a> {
    /// What is known of it, also where something in it is wrong; nothing where its settings cannot
    /// be read.
    pub study: Option<&'a Study>,
    /// The texts that it was read from.
    pub sources: &'a Sources,
    /// What is wrong with it, and what is likely wrong.
    pub diagnostics: &'a [Diagnostic],
}

/// A report as it would be after a change.
#[derive(Debug)]
pub struct TriedSite {
    /// What is known of it.
    pub study: Option<Study>,
    /// What is wrong with it, and what is likely wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Who read it, and has the texts that these point into.
    pub builder: Builder,
}

/// What is in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderSeen {
    /// The folder.
    pub folder: PathBuf,
    /// Whether a report is in it.
    pub is_report: bool,
    /// The names of the folders in it, and whether a report is in each; in the order of the names.
    pub folders: Vec<(String, bool)>,
    /// How many more there are.
    pub more: usize,
}

/// Why a folder is of no use.
#[derive(Debug)]
pub enum FolderProblem {
    /// It is not there, or is no folder.
    NotThere,
    /// It is named by no whole path, or not at all.
    NoPath,
    /// What it is to be called is no name for a folder.
    NoName,
    /// No report is in it.
    NoReport,
    /// Something is in it already.
    NotEmpty,
    /// It lies in the folder of another report.
    InReport,
    /// The machine refused.
    Machine(Error),
}
