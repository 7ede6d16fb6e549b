//! [`TakeoverTarget`]: the event that a file is taken over into, with the site around it.

use crate::edit::proposal::Site;
use crate::intake::rows::Known;
use crate::pipeline::Study;
use crate::records::EventId;
use crate::schema::{Home, Kind};
use crate::source::Sources;
use crate::words::Language;

/// An event and the site around it, as they were read.
#[derive(Clone, Copy)]
pub struct TakeoverTarget<'a> {
    /// The site.
    pub study: &'a Study,
    /// The texts that it was read from.
    pub sources: &'a Sources,
    /// The event.
    pub event: EventId,
    /// What the file may name.
    pub known: &'a Known,
}

impl<'a> TakeoverTarget<'a> {
    /// The language of the site.
    pub(super) fn language(self) -> Language {
        self.study.config.language()
    }

    /// The folder of the event.
    pub(super) fn folder(self) -> &'a str {
        self.study.report[self.event].id.as_str()
    }

    /// The event that records of a kind are of.
    pub(super) fn event_of(self, kind: Kind) -> Option<String> {
        (kind.schema().home != Home::Shared).then(|| self.folder().to_owned())
    }

    /// Looks at the site as proposals are merged with it.
    pub(super) fn look<T>(self, look: impl FnOnce(Site<'_>) -> T) -> T {
        let id_of = |kind: Kind, word: &str| self.known.id_of(kind, word);
        look(Site {
            report: &self.study.report,
            files: &self.study.files,
            sources: self.sources,
            language: self.language(),
            id_of: &id_of,
        })
    }
}
