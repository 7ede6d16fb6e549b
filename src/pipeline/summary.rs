//! What came of a build: [`Built`], with a [`Summary`] where there is a site.

use std::path::PathBuf;

use super::options::BuildTarget;
use super::private::is_picture;
use super::run::Stop;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::output::{CommitOutcome, Differences};

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// Everything that is wrong or likely wrong, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// What was done; `None` when an error kept the site as it was.
    pub summary: Option<Summary>,
}

impl Built {
    /// What a build says that came to an end, or stopped at what is wrong with the content.
    pub(super) fn of(ended: Result<Self, Stop>) -> Result<Self, Error> {
        match ended {
            Ok(built) => Ok(built),
            Err(Stop::Content(diagnostics)) => Ok(Self {
                diagnostics,
                summary: None,
            }),
            Err(Stop::Machine(error)) => Err(error),
        }
    }
}

/// How a site differs from what stands in its folder.
#[derive(Debug)]
pub struct Compared {
    /// Everything that is wrong or likely wrong, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// The files; `None` where the content is wrong.
    pub files: Option<Differences>,
}

/// What a build did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The folder that was built, below the site's own.
    pub folder: &'static str,
    /// Pages of the site.
    pub pages: usize,
    /// Pages whose templates were rendered.
    pub rendered: Vec<String>,
    /// Files that are new or changed.
    pub written: usize,
    /// Files that stayed as they were.
    pub kept: usize,
    /// Files that were made before and are no more.
    pub removed: usize,
    /// Photos that were decoded, since nothing made of them before could be used.
    pub decoded: usize,
    /// Parts of the search index that were made; those of the last build are not made again.
    pub indexed: usize,
    /// Whether anything that a reader sees is new, changed or gone; a search index is not seen.
    pub shown: bool,
    /// Edited files that were not kept, and copies of such files that were removed: they may show
    /// what was taken off the site.
    pub not_kept: usize,
    /// Where nothing told what earlier builds had made: files that were known by their marks, and
    /// removed.
    pub recognised: Vec<String>,
    /// How many of them were of photos.
    pub recognised_pictures: usize,
    /// Files that stood in the way and were put aside, with their new places.
    pub put_aside: Vec<(String, PathBuf)>,
}

impl Summary {
    /// What became of the files; `unseen` says which of them no reader sees.
    pub(super) fn of(
        outcome: CommitOutcome,
        target: BuildTarget,
        unseen: &dyn Fn(&str) -> bool,
    ) -> Self {
        Self {
            folder: target.folder(),
            written: outcome.written.len(),
            kept: outcome.kept + outcome.same.len(),
            removed: outcome.removed.len(),
            shown: outcome
                .written
                .iter()
                .chain(&outcome.removed)
                .any(|path| !unseen(path.as_str())),
            not_kept: outcome.not_kept,
            recognised_pictures: outcome
                .recognised
                .iter()
                .filter(|path| is_picture(path.as_str()))
                .count(),
            recognised: outcome.recognised.iter().map(ToString::to_string).collect(),
            put_aside: outcome
                .replaced
                .into_iter()
                .map(|replaced| (replaced.path.to_string(), replaced.kept_at))
                .collect(),
            ..Self::default()
        }
    }
}
