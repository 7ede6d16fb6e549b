//! The site as a zip file.

use std::path::Path;

use super::putting::{PutAsked, failed, show};
use crate::app::build::stop_on_ctrl_c;
use crate::app::ending::Ending;
use crate::app::outside;
use crate::app::placing::{Putting, is_own_zip};
use crate::diagnostic::harmless;
use crate::output::Cancel;
use crate::pipeline::Progress;
use crate::publish::PublishFault;
use crate::words::{phrases, publishing as words};

/// Makes the file. One of this site that is there is replaced, anything else only if that is allowed.
pub(super) fn put(file: &Path, asked: &PutAsked<'_>) -> Result<(), Ending> {
    let (task, terminal) = (asked.task, asked.terminal);
    let language = terminal.language;
    let refuse = |fault: PublishFault| failed(&fault, terminal);
    let (_, site) = asked.site()?;
    let is_ours = is_own_zip(file, &asked.study.config.base_url);
    let may_replace = is_ours || task.allowed.overwrite;
    outside::accept(file, may_replace, words::OVERWRITE_ZIP, terminal)?;
    let files = phrases::FILE.counted(site.count(), language);
    let shown = file.display().to_string();
    let shown = harmless(&shown);
    if task.dry_run {
        terminal.tell(words::would_be_zipped(&shown, &files).get(language));
        terminal.tell(words::DRY_RUN.get(language));
        return Ok(());
    }
    let cancel = Cancel::default();
    stop_on_ctrl_c(&cancel);
    let bar = terminal.progress();
    let putting = Putting {
        site: &site,
        allowed: task.allowed,
        cancel: &cancel,
        on: &|progress| show(&bar, progress),
    };
    let zipped = putting.zip(file);
    bar.on(Progress::Committing);
    zipped.map_err(refuse)?;
    terminal.tell(words::zipped(&shown, &files).get(language));
    Ok(())
}
