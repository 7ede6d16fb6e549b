//! The event that a file is taken over into, with all that is read before the file is.

use std::path::Path;

use crate::app::cli::ImportTask;
use crate::app::commit::{options, study};
use crate::app::ending::Ending;
use crate::app::event::{named_event, wrong};
use crate::app::remembered;
use crate::app::terminal::Terminal;
use crate::intake::rows::Known;
use crate::pipeline::{Builder, Study};
use crate::records::EventId;
use crate::takeover::{Remembered, TakeoverTarget};

/// An event, its site, and what was remembered of the last import.
pub(super) struct TargetEvent {
    /// What read the site.
    pub(super) builder: Builder,
    pub(super) study: Study,
    pub(super) event: EventId,
    pub(super) remembered: Remembered,
    /// What the file may name.
    pub(super) known: Known,
}

impl TargetEvent {
    /// Reads the site, and finds the event in it that was named; told where that cannot be.
    pub(super) fn of(root: &Path, task: &ImportTask, terminal: &Terminal) -> Result<Self, Ending> {
        let mut builder = Builder::new(root);
        let study = study(&mut builder, options(None), terminal)?;
        let event = named_event(&task.into, &study).map_err(|said| wrong(&said, terminal))?;
        let remembered = remembered::of(root, &study.report[event].id)
            .map_err(|failed| failed.told(terminal))?;
        let known = Known::of(&study.report, Some(event), study.config.language());
        Ok(Self {
            builder,
            study,
            event,
            remembered,
            known,
        })
    }

    /// The same as it is borrowed by whoever merges the file with it.
    pub(super) fn takeover(&self) -> TakeoverTarget<'_> {
        TakeoverTarget {
            study: &self.study,
            sources: self.builder.sources(),
            event: self.event,
            known: &self.known,
        }
    }
}
