//! What was merged, on its way to the site: written whole with what is to be remembered, or only tried.

use std::path::Path;

use super::remembered::Remembered;
use crate::app::ending::Ending;
use crate::app::publish::{commit_with, options, study};
use crate::app::terminal::Terminal;
use crate::edit::Rewrite;
use crate::edit::proposal::TableMemory;
use crate::pipeline::Builder;
use crate::words::phrases::listing;
use crate::words::{Language, importing};

/// Where something that was merged goes.
pub(super) struct MergedTaking<'a> {
    pub(super) root: &'a Path,
    /// Whether nothing is written.
    pub(super) is_dry_run: bool,
    /// What read the site.
    pub(super) builder: &'a Builder,
    pub(super) remembered: &'a Remembered,
    pub(super) terminal: &'a Terminal,
}

impl MergedTaking<'_> {
    /// Writes a change and what is to be remembered, and says where it is.
    pub(super) fn write(
        &self,
        mut rewrite: Rewrite,
        new: &TableMemory,
        language: Language,
    ) -> Ending {
        let said = self.terminal.language;
        let unchanged = rewrite.is_empty();
        self.remembered.write(new, language, &mut rewrite);
        if rewrite.is_empty() || (unchanged && self.is_dry_run) {
            self.terminal.tell(importing::UNCHANGED.get(said));
            return Ending::Fine;
        }
        if self.is_dry_run {
            let mut after = Builder::rewriting(self.root, rewrite);
            if let Err(ending) = study(&mut after, options(None), self.terminal) {
                return ending;
            }
            self.terminal.tell(importing::DRY_RUN.get(said));
            return Ending::Fine;
        }
        let read = self.remembered.read.as_slice();
        let options = options(None);
        if let Err(ending) = commit_with(
            self.root,
            options,
            self.builder,
            &rewrite,
            read,
            self.terminal,
        ) {
            return ending;
        }
        if unchanged {
            self.terminal.tell(importing::UNCHANGED.get(said));
        } else {
            let files: Vec<String> = rewrite.texts.keys().map(ToString::to_string).collect();
            let written = importing::written_in(&listing(&files, said));
            self.terminal.tell(written.get(said));
        }
        Ending::Fine
    }
}
