//! A change on its way to the disk: checked as the site would be published, then saved. What was
//! wrong already keeps nobody from going on.

use super::saving::new_mistakes;
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use crate::diagnostic::{Diagnostic, any_error};
use crate::edit::Rewrite;
use crate::error::Error;
use crate::pipeline::Builder;
use crate::source::SourcePath;

/// A change, and what it was made from.
pub(super) struct Change {
    rewrite: Rewrite,
    /// What was changed, in words.
    what: String,
    /// The hashes of its files as they were read.
    read: Vec<(SourcePath, [u8; 32])>,
}

/// What became of a change.
pub(super) enum ChangeOutcome {
    /// It is on disk.
    Saved,
    /// It makes the site wrong: how, and who has the texts of it.
    Wrong(Vec<Diagnostic>, Box<Builder>),
    /// Somebody else changed one of its files: it is to be made again.
    ChangedMeanwhile,
}

impl Change {
    /// A change to a report as it was studied.
    pub(super) fn of(survey: &Survey<'_>, rewrite: Rewrite, what: String) -> Self {
        let moved = |path: &SourcePath| rewrite.moves.iter().any(|(from, _)| from == path);
        let is_changed = |path: &SourcePath| rewrite.texts.contains_key(path) || moved(path);
        let files = survey.sources.iter().map(|(_, file)| file);
        let read = files
            .filter(|file| is_changed(&file.path))
            .map(|file| (file.path.clone(), file.hash))
            .collect();
        Self {
            rewrite,
            what,
            read,
        }
    }

    /// Checks it and saves it.
    ///
    /// # Errors
    /// When the machine refuses.
    pub(super) fn commit(&self, work: &mut impl DeskWork) -> Result<ChangeOutcome, Error> {
        let tried = work.try_out(&self.rewrite)?;
        if any_error(&tried.diagnostics) {
            let before = work.study(Purpose::Publishing)?;
            let is_same = self.read.iter().all(|(path, hash)| {
                let mut files = before.sources.iter();
                files.any(|(_, file)| file.path == *path && file.hash == *hash)
            });
            if !is_same {
                return Ok(ChangeOutcome::ChangedMeanwhile);
            }
            let after = (tried.diagnostics.as_slice(), tried.builder.sources());
            let new = new_mistakes((before.diagnostics, before.sources), after);
            if !new.is_empty() {
                return Ok(ChangeOutcome::Wrong(new, Box::new(tried.builder)));
            }
        }
        match work.save(&self.rewrite, &self.what) {
            Ok(()) => Ok(ChangeOutcome::Saved),
            Err(Error::ChangedMeanwhile { .. }) => Ok(ChangeOutcome::ChangedMeanwhile),
            Err(error) => Err(error),
        }
    }
}
