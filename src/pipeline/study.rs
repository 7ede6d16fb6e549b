//! A site that is read, linked and planned but not built: what changes to the written texts are
//! made from, and checked by before they are saved.

use std::sync::Arc;

use jiff::civil::Date;

use super::caches::Caches;
use super::options::BuildOptions;
use super::plan::PlannedSite;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::input::permalinks::Promised;
use crate::input::record::ParsedFile;
use crate::pictures::media_file::MediaFiles;
use crate::plan::Plan;
use crate::records::Report;
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
    /// `oogst.toml`.
    pub settings: FileId,
    /// The day that it was studied for.
    pub today: Date,
    /// The records as written, by file.
    pub files: Vec<Arc<ParsedFile>>,
    /// Its pictures and attachments.
    pub media: MediaFiles,
}

/// A site as it was surveyed.
#[derive(Debug)]
pub struct Surveyed {
    /// What is known of it; nothing where its settings cannot be read.
    pub study: Option<Study>,
    /// What is wrong with it, and what is likely wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// A hash of what the folder held.
    pub of: [u8; 32],
    /// Whether records marked `draft` were taken along.
    pub(super) drafts: bool,
}

impl Surveyed {
    /// Whether another survey would find the same.
    pub(super) fn holds(&self, of: [u8; 32], options: BuildOptions) -> bool {
        let is_of_day = |study: &Study| study.today == options.today.day(&study.config);
        self.of == of && self.drafts == options.drafts && self.study.as_ref().is_some_and(is_of_day)
    }
}

impl Study {
    /// The settings, and nothing else of it.
    pub fn into_config(self) -> Config {
        self.config
    }

    /// What is to be known of a site that was planned.
    pub(super) fn of(site: PlannedSite, caches: &Caches) -> Self {
        let files = site.loaded.content.iter();
        Self {
            files: files.filter_map(|id| caches.parsed(*id)).collect(),
            addresses: site.loaded.addresses,
            settings: site.loaded.config.unwrap_or(FileId(0)),
            today: site.today,
            config: site.config,
            report: site.report,
            plan: site.plan,
            promised: site.promised,
            media: site.loaded.media,
        }
    }
}
