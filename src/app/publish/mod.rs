//! `oogst publish`: the site as it is to be published, at the place where others read it; and with
//! `--record` the promise that its addresses go on working.

mod place;
mod putting;
#[cfg(feature = "publish")]
mod secret;
#[cfg(feature = "publish")]
mod server;
mod to_place;
mod to_zip;

use std::path::Path;

use self::place::WantedPlace;
use self::putting::PutAsked;
use super::build;
use super::commit::{options, study};
use super::ending::{Ending, site_language};
use super::recording::{new_promises, write_down};
use crate::advice::{AdviceGroup, advise};
use crate::app::cli::{BuildTask, PublishTask};
use crate::app::terminal::Terminal;
use crate::diagnostic::any_error;
use crate::folder::Folder;
use crate::output::{FileState, verify};
use crate::pipeline::{Builder, Study};
use crate::words::{Language, commands, phrases, publishing as words};

pub(super) fn run(
    root: &Path,
    task: &PublishTask,
    terminal: impl Fn(Language) -> Terminal,
    usual: Language,
) -> Ending {
    let said = terminal(site_language(root, usual));
    match publish(root, task, terminal, usual, &said) {
        Ok(()) => Ending::Fine,
        Err(ending) => ending,
    }
}

fn publish(
    root: &Path,
    task: &PublishTask,
    terminal: impl Fn(Language) -> Terminal,
    usual: Language,
    said: &Terminal,
) -> Result<(), Ending> {
    let language = said.language;
    let options = options(task.date);
    let mut builder = Builder::new(root);
    let study = study(&mut builder, options, said)?;
    let place = WantedPlace::asked(root, task, &study, said)?;
    if place.is_some() {
        must_be_done(&study, &builder, said)?;
    }
    let new = new_promises(&study);
    let addresses = new.iter().map(|promise| promise.addresses.len()).sum();
    let is_recorded = task.record
        || (place.is_some() && addresses > 0 && !task.dry_run && !task.yes && said.can_ask())
            && said.is_agreed(words::RECORD_NOW.get(language));
    if is_recorded {
        write_down(root, options, &builder, &study, new, addresses, said)?;
    }
    let as_built = BuildTask {
        date: task.date,
        drafts: false,
        json: false,
    };
    let ending = build::run(root, as_built, true, terminal, usual);
    if ending != Ending::Fine {
        return Err(ending);
    }
    let put = match &place {
        Some(place) => whole(root, said).and_then(|()| {
            place.put(&PutAsked {
                root,
                task,
                builder: &builder,
                study: &study,
                terminal: said,
            })
        }),
        None => Ok(()),
    };
    if !is_recorded && addresses > 0 {
        let counted = phrases::ADDRESS.counted(addresses, language);
        said.tell(commands::not_recorded(&counted).get(language));
    }
    if let ([only], None) = (study.config.publish.as_slice(), &place) {
        said.tell(words::publish_there(&only.name.as_str()).get(language));
    }
    put
}

/// Refuses a site that cannot go online as it is, and says why.
fn must_be_done(study: &Study, builder: &Builder, terminal: &Terminal) -> Result<(), Ending> {
    let advice = advise(study, builder.sources(), false);
    let mut must = advice
        .groups
        .iter()
        .filter(|(group, _)| *group == AdviceGroup::Must);
    match must.next() {
        Some((_, must)) if any_error(must) => {
            terminal.diagnostics(must, builder.sources());
            terminal.tell(words::MUST_FIRST.get(terminal.language));
            Err(Ending::Wrong)
        }
        _ => Ok(()),
    }
}

/// Refuses a site that is not as the build left it. What others added to the folder is not published.
fn whole(root: &Path, terminal: &Terminal) -> Result<(), Ending> {
    let busy = terminal.busy(words::LOOKING.get(terminal.language));
    let verified = Folder::open(root)
        .map_err(crate::error::Error::during(
            crate::error::Operation::List,
            root,
        ))
        .and_then(|site| verify(&site, None));
    drop(busy);
    let verified = verified.map_err(|error| {
        terminal.failure(&error);
        Ending::Failed
    })?;
    let is_whole = |state: &FileState| matches!(state, FileState::Added);
    if verified
        .findings
        .iter()
        .all(|finding| is_whole(&finding.state))
    {
        return Ok(());
    }
    terminal.refusal(words::DAMAGED_SITE.get(terminal.language));
    Err(Ending::Failed)
}
