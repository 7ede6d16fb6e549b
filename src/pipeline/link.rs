//! The second stage: records go in, the report comes out, without the contacts that may not be
//! shown.

use jiff::civil::Date;

use super::hidden::{follows_from_broken_text, hides_records};
use super::progress::{Stage, during};
use super::read::ReadSite;
use super::run::BuildRun;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::input::Loaded;
use crate::input::permalinks::Promised;
use crate::privacy;
use crate::records::Report;
use crate::records::link;
use crate::records::link::{LinkInput, LinkOptions};
use crate::source::Sources;

/// A site with its report.
pub(super) struct LinkedSite {
    pub(super) config: Config,
    pub(super) promised: Promised,
    pub(super) report: Report,
    pub(super) loaded: Loaded,
    pub(super) today: Date,
    /// Whether a text that cannot be read may hide records.
    pub(super) hides_records: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Links the records.
pub(super) fn link(site: ReadSite, sources: &Sources, run: BuildRun<'_>) -> LinkedSite {
    let ReadSite {
        config,
        allowed,
        promised,
        mut records,
        loaded,
        today,
        mut diagnostics,
    } = site;
    let drafts = run.options.drafts;
    let (report, found) = during(run.progress, Stage::Link, || {
        let given = privacy::Given {
            allowed,
            language: config.language(),
            sources,
            promised: &promised,
            drafts,
        };
        diagnostics.extend(privacy::withhold(&mut records, given));
        let material = LinkInput {
            records,
            media: &loaded.media,
        };
        link::link(material, &config, LinkOptions { drafts, today })
    });
    // What a syntax mistake hides looks like a missing record; only what is left when the text can
    // be read is worth saying.
    let hides_records = diagnostics
        .iter()
        .any(|diagnostic| hides_records(diagnostic.code));
    let found = found.into_iter();
    diagnostics.extend(
        found.filter(|diagnostic| !hides_records || !follows_from_broken_text(diagnostic.code)),
    );
    LinkedSite {
        config,
        promised,
        report,
        loaded,
        today,
        hides_records,
        diagnostics,
    }
}
