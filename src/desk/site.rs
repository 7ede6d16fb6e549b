//! [`DeskSite`]: the site as the desk sees it, borrowed from whoever studied it.

use crate::edit::proposal::Site;
use crate::intake::rows::Known;
use crate::pipeline::Study;
use crate::records::{EventId, TypedId as _};
use crate::schema::Kind;
use crate::source::Sources;
use crate::words::Language;

/// A site as it was studied.
#[derive(Clone, Copy)]
pub struct DeskSite<'a> {
    /// The site, drafts too: whoever writes sees them.
    pub study: &'a Study,
    /// The texts that it was read from.
    pub sources: &'a Sources,
}

impl DeskSite<'_> {
    /// The site's language.
    pub fn language(self) -> Language {
        self.study.config.language()
    }

    /// Whether the site has another language too.
    pub(in crate::desk) fn is_translated(self) -> bool {
        self.study.config.languages.len() > 1
    }

    /// What a form of a record of this event may name.
    pub(in crate::desk) fn known(self, event: Option<&str>) -> Known {
        let report = &self.study.report;
        let event = event.and_then(|folder| report.named(Kind::Event, None, folder));
        Known::of(report, event.and_then(EventId::of), self.language())
    }

    /// Looks at the site as proposals are merged with it.
    pub(in crate::desk) fn look<T>(self, known: &Known, look: impl FnOnce(Site<'_>) -> T) -> T {
        let id_of = |kind: Kind, word: &str| known.id_of(kind, word);
        look(Site {
            report: &self.study.report,
            files: &self.study.files,
            sources: self.sources,
            language: self.language(),
            id_of: &id_of,
        })
    }
}
