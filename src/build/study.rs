//! A site that is read, linked and planned but not built: what changes to the written texts are
//! made from, and checked by before they are saved.

use std::path::Path;
use std::sync::Arc;

use super::{BuildOptions, Builder, Prepared};
use crate::config::Config;
use crate::content::promised::Promised;
use crate::content::record::ParsedFile;
use crate::diagnostic::{self, Diagnostic};
use crate::error::Error;
use crate::load::{Loader, Rewrite, Since};
use crate::plan::Plan;
use crate::report::Report;
use crate::source::FileId;

/// A site as read, linked and planned.
#[derive(Debug)]
pub struct Study {
    /// The settings.
    pub config: Config,
    /// The linked report.
    pub report: Report,
    /// Every file that the site would have.
    pub plan: Plan,
    /// The promised addresses.
    pub promised: Promised,
    /// `addresses.toml`, where there is one.
    pub addresses: Option<FileId>,
    /// The records as written, by file.
    pub files: Vec<Arc<ParsedFile>>,
}

impl Builder {
    /// A builder of the site as it would be after a change.
    pub fn rewriting(root: &Path, rewrite: Rewrite) -> Self {
        Self {
            loader: Loader::rewriting(root, rewrite),
            ..Self::new(root)
        }
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
        Ok(match self.prepare(Since::Unknown, options, &|_| {})? {
            Err(diagnostics) => (None, diagnostics),
            Ok(Prepared { diagnostics, .. }) if diagnostic::any_error(&diagnostics) => {
                (None, diagnostics)
            }
            Ok(Prepared {
                config,
                report,
                plan,
                promised,
                loaded,
                diagnostics,
                ..
            }) => {
                let files = loaded
                    .content
                    .iter()
                    .filter_map(|id| self.parsed.get(id))
                    .map(|parsed| Arc::clone(&parsed.file))
                    .collect();
                (
                    Some(Study {
                        config,
                        report,
                        plan,
                        promised,
                        addresses: loaded.addresses,
                        files,
                    }),
                    diagnostics,
                )
            }
        })
    }
}
