//! The last stage: what is staged becomes the site, and what is to be said of that.

use super::caches::Caches;
use super::make::MadeSite;
use super::options::BuildTarget;
use super::private::Private;
use super::progress::{Progress, Stage, during};
use super::run::{BuildRun, Stop};
use super::summary::{Built, Summary};
use super::{budget, leftovers};
use crate::diagnostic::{self, Code, Diagnostic};
use crate::output::{Committed, OutputPath, TakenOff};
use crate::plan::Content;
use crate::source::SourcePath;

/// Moves the staged files in.
pub(super) fn commit(made: MadeSite, caches: &Caches, run: BuildRun<'_>) -> Result<Built, Stop> {
    let MadeSite {
        site,
        writer,
        pictures,
        rendered,
        decoded,
        indexed,
        index_folders,
        says_gone,
    } = made;
    let (target, mut diagnostics) = (run.options.target, site.diagnostics);
    if let Some(limits) = &site.config.budget {
        // After the mistakes in content, and the heaviest first.
        let sizes = writer.sizes();
        diagnostics.extend(budget::over(limits, &site.plan, &site.report, &sizes));
    }
    (run.progress)(Progress::Committing);
    let private = Private::new(&site.config, &site.plan, &site.promised);
    let taken_off = TakenOff {
        by_writing: says_gone,
        by_leaving: &|path| private.holds(path),
    };
    let outcome = match during(run.progress, Stage::Commit, || {
        writer.commit_taking_off(taken_off)
    })? {
        Committed::Done(outcome) => outcome,
        Committed::InTheWay(paths) => {
            diagnostics.extend(paths.iter().map(|path| in_the_way(path, target)));
            diagnostic::sort(&mut diagnostics, caches.sources());
            return Err(Stop::Content(diagnostics));
        }
    };
    let also = if outcome.other_stays {
        &[BuildTarget::Preview.folder()][..]
    } else {
        &[]
    };
    let used = caches.photos.values().map(|(_, content)| content);
    pictures.keep_only(target.folder(), also, used);
    leftovers::tell(&outcome.left, target.folder(), &mut diagnostics);
    let is_unseen = |path: &str| {
        index_folders
            .iter()
            .any(|folder| path.starts_with(folder.as_str()))
    };
    let is_page = |content: &Content| matches!(content, Content::Page(..));
    let pages = site.plan.files.iter().filter(|file| is_page(&file.content));
    Ok(Built {
        diagnostics,
        summary: Some(Summary {
            pages: pages.count(),
            rendered,
            decoded,
            indexed,
            ..Summary::of(outcome, target, &is_unseen)
        }),
    })
}

/// What to say of a file that no build made, where one of the site belongs.
fn in_the_way(path: &OutputPath, target: BuildTarget) -> Diagnostic {
    let path = SourcePath::new(&format!("{}/{path}", target.folder()));
    Diagnostic::of_path(Code::InTheWay, path.clone()).with("path", path)
}
