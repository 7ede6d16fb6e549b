//! [`Bench`]: does for the desk what only the commands may: reads a report, saves a change, builds.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::kept::KeptSaves;
use super::places_known::PlacesKnown;
use super::small_pictures::SmallPictures;
use crate::app::cli::EditTask;
use crate::app::ending::{site_language, today};
use crate::app::new;
use crate::app::newer::finish;
use crate::app::serve::{Rebuild, preview_options};
use crate::app::terminal::Terminal;
use crate::app::turns::Turns;
use crate::desk::{
    DeskWork, FileBeside, FolderProblem, FolderSeen, KeptSave, Purpose, SiteNames, StudiedSite,
    TriedSite,
};
use crate::edit::{Rewrite, save};
use crate::error::{Error, Operation};
use crate::folder::{EntryKind, Folder};
use crate::input::Since;
use crate::output::{Cancel, Survives};
use crate::pipeline::{BuildOptions, BuildTarget, Builder, Compared, Study, Summary, Surveyed};
use crate::serve::ServeOptions;
use crate::source::SourcePath;
use crate::state::{home_folder, recent_reports, remember_report};
use crate::words::Language;

/// How many folders are shown of a folder.
const MOST_FOLDERS: usize = 300;

/// How often is tried again what waits for another program, and how long between.
const TRIES: usize = 150;
const PAUSE: Duration = Duration::from_millis(100);

/// The desk's own workman.
pub(super) struct Bench {
    task: EditTask,
    /// The language where no report says one.
    usual: Language,
    /// The folder that the program was started in.
    started_in: PathBuf,
    report: Option<OpenedReport>,
    pub(super) small: SmallPictures,
}

/// A report that is open.
pub(super) struct OpenedReport {
    pub(super) root: PathBuf,
    pub(super) builder: Builder,
    language: Language,
    /// The report as it was surveyed last.
    surveyed: Option<Surveyed>,
    /// Builds of the preview give way by it.
    pub(super) turns: Turns,
    /// The names of its records, once somebody searched them, and the survey that they are of.
    names: Option<([u8; 32], SiteNames)>,
    /// The files that were read beside the content, to be changed.
    pub(super) besides: Vec<FileBeside>,
    /// What is known of the places that it goes to.
    pub(super) places: PlacesKnown,
}

impl OpenedReport {
    /// What is known of it, once it was surveyed.
    pub(super) fn known(&self) -> Option<&Study> {
        self.surveyed.as_ref()?.study.as_ref()
    }
}

impl Bench {
    /// The bench at a folder. Where a report is in it, that is opened, unless nothing was typed.
    ///
    /// # Errors
    /// When a change to it was interrupted and cannot be finished.
    pub(super) fn at(root: &Path, task: EditTask, usual: Language) -> Result<Self, Error> {
        let started_in =
            std::path::absolute(root).map_err(Error::during(Operation::Inspect, root))?;
        let mut bench = Self {
            task,
            usual,
            started_in: started_in.clone(),
            report: None,
            small: SmallPictures::default(),
        };
        if !task.untyped
            && let Some(report) = new::report_taken(&started_in)
            && let Err(FolderProblem::Machine(error)) = bench.open(&report)
        {
            return Err(error);
        }
        Ok(bench)
    }

    /// The language to speak.
    pub(super) fn spoken(&self) -> Language {
        let report = self.report.as_ref();
        report.map_or(self.usual, |report| report.language)
    }

    fn options(&self, purpose: Purpose) -> BuildOptions {
        BuildOptions {
            today: today(self.task.date),
            drafts: purpose == Purpose::Writing,
            survives: Survives::PowerFailure,
            target: BuildTarget::Output,
        }
    }

    /// What is known of the places of the report that is open.
    pub(super) fn known_places(&self) -> Option<&PlacesKnown> {
        self.report.as_ref().map(|report| &report.places)
    }

    pub(super) fn opened(&mut self) -> Result<&mut OpenedReport, Error> {
        let nothing =
            || Error::during(Operation::Read, &self.started_in)(ErrorKind::NotFound.into());
        let nothing = nothing();
        self.report.as_mut().ok_or(nothing)
    }
}

impl DeskWork for Bench {
    type Preview = Rebuild;

    fn language(&self) -> Language {
        self.spoken()
    }

    fn folder(&self) -> Option<&Path> {
        self.report.as_ref().map(|report| report.root.as_path())
    }

    fn recent(&self) -> Vec<PathBuf> {
        let mut recent = recent_reports();
        recent.retain(|folder| is_report(folder));
        if let Some(here) = new::report_taken(&self.started_in)
            && !recent.contains(&here)
        {
            recent.push(here);
        }
        recent
    }

    fn look(&self, folder: Option<&Path>) -> Result<FolderSeen, FolderProblem> {
        let folder = match folder {
            Some(folder) => whole_path(folder)?,
            None => home_folder().unwrap_or_else(|| self.started_in.clone()),
        };
        let open = opened_folder(&folder)?;
        let failed = Error::during(Operation::List, &folder);
        let names = open
            .list(Path::new(""))
            .map_err(|error| FolderProblem::Machine(failed(error)))?;
        let mut names: Vec<String> = names.into_iter().filter_map(shown_name).collect();
        names.sort_by_cached_key(|name| name.to_lowercase());
        let is_folder = |name: &String| {
            let facts = open.look(Path::new(name));
            matches!(facts, Ok(Some(facts)) if facts.kind == EntryKind::Folder)
        };
        let mut folders = names.into_iter().filter(is_folder);
        let shown: Vec<(String, bool)> = folders
            .by_ref()
            .take(MOST_FOLDERS)
            .map(|name| {
                let is_report = is_report(&folder.join(&name));
                (name, is_report)
            })
            .collect();
        Ok(FolderSeen {
            is_report: is_report(&folder),
            folder,
            folders: shown,
            more: folders.count(),
        })
    }

    fn open(&mut self, folder: &Path) -> Result<(), FolderProblem> {
        let root = whole_path(folder)?;
        opened_folder(&root)?;
        if !is_report(&root) {
            return Err(FolderProblem::NoReport);
        }
        finish(&root).map_err(FolderProblem::Machine)?;
        remember_report(&root);
        self.report = Some(OpenedReport {
            builder: Builder::new(&root),
            language: site_language(&root, self.usual),
            root,
            surveyed: None,
            turns: Turns::default(),
            names: None,
            besides: Vec::new(),
            places: PlacesKnown::default(),
        });
        Ok(())
    }

    fn begin(&mut self, folder: &Path) -> Result<(), FolderProblem> {
        let root = whole_path(folder)?;
        if new::report_taken(&root).is_some() {
            return Err(FolderProblem::InReport);
        }
        match new::begin(&root, self.usual) {
            Ok(true) => self.open(&root),
            Ok(false) => Err(FolderProblem::NotEmpty),
            Err(error) => Err(FolderProblem::Machine(error)),
        }
    }

    fn preview(&mut self) -> Option<(ServeOptions, Rebuild)> {
        let report = self.report.as_ref()?;
        let options = preview_options(&report.root, None, false, report.language);
        let terminal = Terminal::new(report.language, false);
        let builds = Rebuild::new(&report.root, self.task.date, terminal);
        Some((options, builds.beside(report.turns.clone())))
    }

    fn base_path(&self) -> Option<&str> {
        let study = self.report.as_ref()?.known()?;
        Some(&study.config.base_path)
    }

    fn study(&mut self, purpose: Purpose) -> Result<StudiedSite<'_>, Error> {
        let options = self.options(purpose);
        let report = self.opened()?;
        let before = report.surveyed.take();
        let survey = report.builder.survey_after(options, before)?;
        if let Some(study) = &survey.study {
            report.language = study.config.language();
        }
        let survey = report.surveyed.insert(survey);
        Ok(StudiedSite {
            study: survey.study.as_ref(),
            sources: report.builder.sources(),
            diagnostics: &survey.diagnostics,
        })
    }

    fn names(&mut self) -> Result<Option<&SiteNames>, Error> {
        if self.opened()?.surveyed.is_none() {
            self.study(Purpose::Writing)?;
        }
        let report = self.opened()?;
        let Some(surveyed) = &report.surveyed else {
            return Ok(None);
        };
        let known = report.names.take().filter(|(of, _)| *of == surveyed.of);
        report.names = known.or_else(|| {
            let study = surveyed.study.as_ref()?;
            Some((surveyed.of, SiteNames::of(study)))
        });
        Ok(report.names.as_ref().map(|(_, names)| names))
    }

    fn try_out(&mut self, rewrite: &Rewrite) -> Result<TriedSite, Error> {
        let options = self.options(Purpose::Publishing);
        let mut builder = Builder::rewriting(&self.opened()?.root, rewrite.clone());
        let (study, diagnostics) = builder.survey(options)?;
        Ok(TriedSite {
            study,
            diagnostics,
            builder,
        })
    }

    fn save(&mut self, rewrite: &Rewrite, what: &str) -> Result<(), Error> {
        let report = self.opened()?;
        let sources = report.builder.sources();
        let kept = KeptSaves::of(&report.root)?;
        let whole = kept.keeping(rewrite, sources, &report.besides, what)?;
        let besides = report.besides.iter();
        let read: HashMap<&SourcePath, [u8; 32]> = sources
            .hashes()
            .chain(besides.map(|file| (&file.path, file.hash)))
            .collect();
        patiently(&report.turns, || {
            save(&report.root, &whole, &|path| read.get(path).copied())
        })?;
        KeptSaves::clear(&report.root, rewrite);
        Ok(())
    }

    fn kept(&mut self) -> Result<Vec<(u64, KeptSave)>, Error> {
        self.kept_with_files()
    }

    fn compare(&mut self) -> Result<Compared, Error> {
        let options = self.options(Purpose::Publishing);
        let report = self.opened()?;
        patiently(&report.turns, || report.builder.compare(options))
    }

    fn publish(&mut self) -> Result<Option<Summary>, Error> {
        let options = self.options(Purpose::Publishing);
        let report = self.opened()?;
        let cancel = Cancel::default();
        let built = patiently(&report.turns, || {
            report
                .builder
                .build(Since::Unknown, options, &cancel, &|_| {})
        })?;
        Ok(built.summary)
    }
}

/// Does what goes before builds of the preview, and may have to wait for another program that writes
/// to the site.
pub(super) fn patiently<T>(
    turns: &Turns,
    mut work: impl FnMut() -> Result<T, Error>,
) -> Result<T, Error> {
    let _turn = turns.ahead();
    for _ in 1..TRIES {
        match work() {
            Err(Error::Locked { .. }) => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
    work()
}

/// A path from its beginning; what begins with `~` is in the user's own folder.
fn whole_path(typed: &Path) -> Result<PathBuf, FolderProblem> {
    let home = typed.strip_prefix("~").ok().zip(home_folder());
    let path = home.map_or_else(|| typed.to_owned(), |(below, home)| home.join(below));
    if !path.is_absolute() {
        return Err(FolderProblem::NoPath);
    }
    // Without steps up and empty steps, so that one folder has one path.
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => {
                whole.pop();
            }
            std::path::Component::CurDir => {}
            part => whole.push(part),
        }
    }
    Ok(whole)
}

fn opened_folder(path: &Path) -> Result<Folder, FolderProblem> {
    Folder::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FolderProblem::NotThere,
        _ => FolderProblem::Machine(Error::during(Operation::Read, path)(error)),
    })
}

/// Whether a report is in a folder.
fn is_report(folder: &Path) -> bool {
    let looked = Folder::open(folder).and_then(|open| open.look(Path::new("oogst.toml")));
    matches!(looked, Ok(Some(_)))
}

/// The name of a folder that is shown: text that is not hidden.
fn shown_name(name: OsString) -> Option<String> {
    let name = name.into_string().ok()?;
    (!name.starts_with('.')).then_some(name)
}
