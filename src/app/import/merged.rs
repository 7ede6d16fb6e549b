//! What was merged, on its way to the site: written whole with what is to be remembered, or only tried.

use std::path::Path;

use crate::app::commit::{commit_with, options, study};
use crate::app::ending::Ending;
use crate::app::terminal::Terminal;
use crate::edit::Rewrite;
use crate::edit::proposal::TableMemory;
use crate::pipeline::Builder;
use crate::source::Sources;
use crate::takeover::Remembered;
use crate::words::phrases::listing;
use crate::words::{Language, commands, importing};

/// Where something that was merged goes.
pub(super) struct MergedTaking<'a> {
    pub(super) root: &'a Path,
    /// Whether nothing is written.
    pub(super) is_dry_run: bool,
    /// Whether it is written without a question.
    pub(super) is_sure: bool,
    /// The texts of the site that were read.
    pub(super) sources: &'a Sources,
    pub(super) remembered: &'a Remembered,
    pub(super) terminal: &'a Terminal,
}

impl MergedTaking<'_> {
    /// Writes a change and what is to be remembered, and says where it is.
    pub(super) fn write(
        &self,
        rewrite: &mut Rewrite,
        new: TableMemory,
        language: Language,
    ) -> Result<(), Ending> {
        let said = self.terminal.language;
        let unchanged = rewrite.is_empty();
        self.remembered.write(&new, language, rewrite);
        drop(new);
        if rewrite.is_empty() || (unchanged && self.is_dry_run) {
            self.terminal.tell(importing::UNCHANGED.get(said));
            return Ok(());
        }
        if self.is_dry_run {
            let mut after = Builder::rewriting(self.root, rewrite.clone());
            study(&mut after, options(None), self.terminal)?;
            self.terminal.tell(importing::DRY_RUN.get(said));
            return Ok(());
        }
        if !unchanged
            && !self.is_sure
            && self.terminal.can_ask()
            && !self.terminal.is_agreed(importing::TAKE_OVER.get(said))
        {
            self.terminal.tell(commands::NOTHING_CHANGED.get(said));
            return Err(Ending::Wrong);
        }
        let read = self.remembered.read.as_slice();
        commit_with(
            self.root,
            options(None),
            self.sources,
            rewrite,
            read,
            self.terminal,
        )?;
        if unchanged {
            self.terminal.tell(importing::UNCHANGED.get(said));
        } else {
            let files: Vec<String> = rewrite.texts.keys().map(ToString::to_string).collect();
            let written = importing::written_in(&listing(&files, said));
            self.terminal.tell(written.get(said));
        }
        Ok(())
    }
}
