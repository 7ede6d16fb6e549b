//! [`Builder`]: one site, built once or many times. Each build calls the same stages in the same
//! order; only the caches know of the build before.

use std::path::{Path, PathBuf};

use super::caches::Caches;
use super::commit::commit;
use super::link::link;
use super::make::make;
use super::open::open_output;
use super::options::BuildOptions;
use super::plan::{PlannedSite, plan};
use super::progress::ProgressListener;
use super::read::{load, read};
use super::run::{BuildRun, Stop};
use super::study::{Study, Surveyed};
use super::summary::{Built, Compared};
use crate::config;
use crate::diagnostic::{self, Diagnostic};
use crate::error::Error;
use crate::input;
use crate::input::{Loaded, Rewrite, Since};
use crate::output::Cancel;
use crate::search::Background;
use crate::source::{FileId, SourceFile, SourcePath, Sources};
use crate::words::Language;

/// Builds one site, once or many times.
#[derive(Debug)]
pub struct Builder {
    root: PathBuf,
    caches: Caches,
}

impl Builder {
    /// A builder of the site in this folder.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            caches: Caches::new(root, Rewrite::default(), true),
        }
    }

    /// A builder that builds once: it keeps nothing for another build, and needs less memory.
    pub fn once(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            caches: Caches::new(root, Rewrite::default(), false),
        }
    }

    /// A builder of the site as it would be after a change, to be looked at once: it keeps no records
    /// as they are written.
    pub fn rewriting(root: &Path, rewrite: Rewrite) -> Self {
        Self {
            root: root.to_owned(),
            caches: Caches::new(root, rewrite, false),
        }
    }

    /// Lets the search index be made in the background from now on: a build keeps the old one, and
    /// `made` is called when the next build has a new one to take.
    pub fn index_in_background(&mut self, made: impl Fn() + Send + Sync + 'static) {
        self.caches.background = Some(Background::new(made));
    }

    /// The texts that diagnostics point into.
    pub fn sources(&self) -> &Sources {
        self.caches.sources()
    }

    /// The same, and nothing else of what was read.
    pub fn into_sources(self) -> Sources {
        self.caches.into_sources()
    }

    /// The language that a site's config asks for, read ahead of everything else: messages about
    /// the config itself need it.
    pub fn language_at(root: &Path) -> Option<Language> {
        input::config_text(root).map(|text| config::language_of(&text))
    }

    /// What is wrong where a report needs a newer program than this one, with the text that says so;
    /// read ahead of everything else.
    pub fn newer_needed_at(root: &Path) -> Option<(Diagnostic, Sources)> {
        let file = SourceFile {
            path: SourcePath::new("oogst.toml"),
            text: input::config_text(root)?.into(),
            hash: [0; 32],
        };
        let mut sources = Sources::default();
        let id = sources.add(file.clone());
        config::newer_needed(id, &file).map(|newer| (newer, sources))
    }

    /// The path of the site's address, `/oogst` or empty, read ahead of everything else.
    pub fn base_path_at(root: &Path) -> String {
        let Some(text) = input::config_text(root) else {
            return String::new();
        };
        let file = SourceFile {
            path: SourcePath::new("oogst.toml"),
            text: text.into(),
            hash: [0; 32],
        };
        config::read(FileId(0), &file).0.base_path
    }

    /// Says what is wrong, and writes nothing.
    ///
    /// # Errors
    /// When the machine refuses to read.
    pub fn check(&mut self, options: BuildOptions) -> Result<Built, Error> {
        let looked = self.look(options);
        Built::of(looked.and_then(|site| Err(Stop::Content(site.diagnostics))))
    }

    /// Reads, links and plans the site, and writes nothing. There is nothing to study where
    /// anything is wrong.
    ///
    /// # Errors
    /// When the machine refuses to read.
    pub fn study(
        &mut self,
        options: BuildOptions,
    ) -> Result<(Option<Study>, Vec<Diagnostic>), Error> {
        let (study, diagnostics) = self.survey(options)?;
        let is_right = !diagnostic::any_error(&diagnostics);
        Ok((study.filter(|_| is_right), diagnostics))
    }

    /// Reads, links and plans the site as far as that goes, also where something in it is wrong;
    /// nothing is written. There is nothing to see where its settings cannot be read.
    ///
    /// # Errors
    /// When the machine refuses to read.
    pub fn survey(
        &mut self,
        options: BuildOptions,
    ) -> Result<(Option<Study>, Vec<Diagnostic>), Error> {
        let Surveyed {
            study, diagnostics, ..
        } = self.survey_after(options, None)?;
        Ok((study, diagnostics))
    }

    /// The same after another survey by this builder, which is given back where the folder holds what
    /// it held then, and the day is the same.
    ///
    /// # Errors
    /// As of [`survey`](Self::survey).
    pub fn survey_after(
        &mut self,
        options: BuildOptions,
        before: Option<Surveyed>,
    ) -> Result<Surveyed, Error> {
        let cancel = Cancel::default();
        let run = looking(options, &cancel);
        let loaded = load(&mut self.caches, run)?;
        let of = loaded.fingerprint(self.caches.sources());
        if let Some(before) = before.filter(|before| before.holds(of, options)) {
            return Ok(before);
        }
        let (study, diagnostics) = match self.planned_of(loaded, run) {
            Ok(mut site) => {
                let diagnostics = std::mem::take(&mut site.diagnostics);
                (Some(Study::of(site, &self.caches)), diagnostics)
            }
            Err(Stop::Content(diagnostics)) => (None, diagnostics),
            Err(Stop::Machine(error)) => return Err(error),
        };
        Ok(Surveyed {
            study,
            diagnostics,
            of,
            drafts: options.drafts,
        })
    }

    /// Makes the site, and says how it differs from what stands in its folder, which stays as it is.
    ///
    /// # Errors
    /// As of [`build`](Self::build).
    pub fn compare(&mut self, options: BuildOptions) -> Result<Compared, Error> {
        let run = BuildRun {
            since: Since::Unknown,
            options,
            cancel: &Cancel::default(),
            progress: &|_| {},
        };
        let made = open_output(&self.root, run).map_err(Stop::Machine);
        let made = made.and_then(|output| {
            let site = self.planned(run)?;
            make(site, output, &mut self.caches, run)
        });
        match made {
            Ok(made) => Ok(Compared {
                diagnostics: made.site.diagnostics,
                files: Some(made.writer.compare()?),
            }),
            Err(Stop::Content(diagnostics)) => Ok(Compared {
                diagnostics,
                files: None,
            }),
            Err(Stop::Machine(error)) => Err(error),
        }
    }

    /// Builds the site.
    ///
    /// # Errors
    /// When the machine refuses to read or write, or the build is cancelled; the old site stays
    /// then.
    pub fn build(
        &mut self,
        since: Since<'_>,
        options: BuildOptions,
        cancel: &Cancel,
        progress: ProgressListener<'_>,
    ) -> Result<Built, Error> {
        let run = BuildRun {
            since,
            options,
            cancel,
            progress,
        };
        Built::of(self.run(run))
    }

    /// All stages.
    fn run(&mut self, run: BuildRun<'_>) -> Result<Built, Stop> {
        // First of all, and whatever is wrong with the content now: what people read must not stay
        // half old and half new.
        let output = open_output(&self.root, run)?;
        let site = self.planned(run)?;
        let made = make(site, output, &mut self.caches, run)?;
        commit(made, &self.caches, run)
    }

    /// All stages up to the plan, of a folder that nothing is known of.
    fn look(&mut self, options: BuildOptions) -> Result<PlannedSite, Stop> {
        self.planned(looking(options, &Cancel::default()))
    }

    fn planned(&mut self, run: BuildRun<'_>) -> Result<PlannedSite, Stop> {
        let loaded = load(&mut self.caches, run)?;
        self.planned_of(loaded, run)
    }

    /// The stages from the parse to the plan.
    fn planned_of(&mut self, loaded: Loaded, run: BuildRun<'_>) -> Result<PlannedSite, Stop> {
        let read = read(loaded, &mut self.caches, run)?;
        let linked = link(read, self.caches.sources(), run);
        Ok(plan(linked, &mut self.caches, run)?)
    }
}

/// A run over a folder that nothing is known of, which nobody waits for.
fn looking(options: BuildOptions, cancel: &Cancel) -> BuildRun<'_> {
    BuildRun {
        since: Since::Unknown,
        options,
        cancel,
        progress: &|_| {},
    }
}
