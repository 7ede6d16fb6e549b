//! What all ways to publish share: what is asked of them, and what is said and asked on the way.

use std::path::Path;

use crate::app::cli::PublishTask;
use crate::app::ending::Ending;
use crate::app::placing::built_site;
use crate::app::terminal::{BuildBar, Terminal};
use crate::error::Error;
use crate::folder::Folder;
use crate::pipeline::{Builder, Progress, Study};
use crate::publish::{PublishFault, PublishProgress, PublishedSite};
use crate::words::numbers::count;
use crate::words::{Bilingual, Language, publishing as words};

/// What is asked of a place.
pub(super) struct PutAsked<'a> {
    pub(super) root: &'a Path,
    pub(super) task: &'a PublishTask,
    #[cfg_attr(
        not(feature = "publish"),
        expect(dead_code, reason = "only the key of a server is written down")
    )]
    pub(super) builder: &'a Builder,
    pub(super) study: &'a Study,
    pub(super) terminal: &'a Terminal,
}

impl PutAsked<'_> {
    /// The folder of the report, and the site that was made in it.
    pub(super) fn site(&self) -> Result<(Folder, PublishedSite), Ending> {
        let refuse = |error: Error| failed(&error.into(), self.terminal);
        built_site(self.root, self.study).map_err(refuse)
    }
}

/// Asks whether to go on, unless that was said already.
pub(super) fn agreed(is_sure: bool, terminal: &Terminal) -> Result<(), Ending> {
    let language = terminal.language;
    if is_sure {
        return Ok(());
    }
    if !terminal.can_ask() {
        terminal.refusal(words::SAY_YES.get(language));
        return Err(Ending::Wrong);
    }
    if terminal.is_agreed(words::GO_ON.get(language)) {
        return Ok(());
    }
    terminal.tell(words::NOT_PUBLISHED.get(language));
    Err(Ending::Wrong)
}

/// Shows how far it is.
pub(super) fn show(bar: &BuildBar, progress: PublishProgress) {
    bar.on(match progress {
        PublishProgress::Planned(files) => Progress::Planned(files),
        PublishProgress::Done => Progress::Made,
    });
}

/// Tells why the site is not there.
pub(super) fn failed(fault: &PublishFault, terminal: &Terminal) -> Ending {
    terminal.refusal(&fault.message(terminal.language));
    Ending::Failed
}

/// "14 nieuw · 6 gewijzigd".
pub(super) fn counted(parts: &[(usize, Bilingual)], language: Language) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|(number, word)| {
            let number = count(*number as u64, language);
            format!("{number} {}", word.get(language))
        })
        .collect();
    parts.join(" · ")
}
