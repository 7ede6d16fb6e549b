//! How commands study a site and change it: what would come of the change is checked whole before
//! anything is written.

use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use super::ending::{Ending, today};
use super::memories::ReadFile;
use crate::app::terminal::Terminal;
use crate::edit::{Rewrite, save};
use crate::error::Error;
use crate::output::Survives;
use crate::pipeline::{BuildOptions, BuildTarget, Builder, Study};
use crate::source::{SourcePath, Sources};
use crate::words::commands;

/// What a site is studied with: never its drafts, which are not published.
pub(super) fn options(date: Option<Date>) -> BuildOptions {
    BuildOptions {
        today: today(date),
        drafts: false,
        survives: Survives::PowerFailure,
        target: BuildTarget::Output,
    }
}

/// Studies a site, or tells why that cannot be.
pub(super) fn study(
    builder: &mut Builder,
    options: BuildOptions,
    terminal: &Terminal,
) -> Result<Study, Ending> {
    let busy = terminal.busy(commands::READING.get(terminal.language));
    let studied = builder.study(options);
    drop(busy);
    match studied {
        Ok((Some(study), _)) => Ok(study),
        Ok((None, diagnostics)) => {
            terminal.diagnostics(&diagnostics, builder.sources());
            terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
            Err(Ending::Wrong)
        }
        Err(error) => {
            terminal.failure(&error);
            Err(Ending::Failed)
        }
    }
}

/// Checks the site as it would be, and then changes it.
pub(super) fn commit(
    root: &Path,
    options: BuildOptions,
    builder: &Builder,
    rewrite: &Rewrite,
    terminal: &Terminal,
) -> Result<(), Ending> {
    commit_with(root, options, builder.sources(), rewrite, &[], terminal)
}

/// The same of texts that were read, with the hashes of files that are no part of the content, where
/// such were read.
pub(super) fn commit_with(
    root: &Path,
    options: BuildOptions,
    sources: &Sources,
    rewrite: &Rewrite,
    besides: &[ReadFile],
    terminal: &Terminal,
) -> Result<(), Ending> {
    let mut after = Builder::rewriting(root, rewrite.clone());
    study(&mut after, options, terminal)?;
    drop(after);
    let read: HashMap<&SourcePath, [u8; 32]> = sources
        .hashes()
        .chain(besides.iter().map(|(path, hash)| (path, *hash)))
        .collect();
    save(root, rewrite, &|path| read.get(path).copied()).map_err(|error: Error| {
        terminal.failure(&error);
        Ending::Failed
    })
}
