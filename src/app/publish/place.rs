//! Where the site was asked to go, checked before anything is made, and how it gets there.

use std::path::Path;

use super::putting::PutAsked;
use super::{to_place, to_zip};
use crate::app::cli::PublishTask;
use crate::app::ending::Ending;
use crate::app::placing::{NoPlace, WantedPlace};
use crate::app::terminal::Terminal;
use crate::pipeline::Study;
use crate::publish::PublishOptions;
use crate::words::phrases::listing;
use crate::words::publishing as words;

/// The place that was asked for; `None` where the site is only to be made.
pub(super) fn asked(
    root: &Path,
    task: &PublishTask,
    study: &Study,
    terminal: &Terminal,
) -> Result<Option<WantedPlace>, Ending> {
    let language = terminal.language;
    let refuse = |why: &str| {
        terminal.refusal(why);
        Ending::Wrong
    };
    let Some(name) = &task.to else {
        let has_no_place = task.zip.is_none();
        let allowed = task.allowed != PublishOptions::default();
        if has_no_place && (task.dry_run || task.yes || allowed) {
            return Err(refuse(words::SAY_WHERE.get(language)));
        }
        return Ok(task.zip.clone().map(WantedPlace::Zip));
    };
    let places = &study.config.publish;
    let Some(place) = places.iter().find(|place| place.name.as_str() == name) else {
        let known: Vec<String> = places.iter().map(|place| place.name.to_string()).collect();
        if known.is_empty() {
            return Err(refuse(words::ADD_PLACE.get(language)));
        }
        let known = listing(&known, language);
        return Err(refuse(words::no_place(name, &known).get(language)));
    };
    let wanted = WantedPlace::of(root, place).map_err(|no_place| match no_place {
        NoPlace::InReport => refuse(words::LIES_IN_REPORT.get(language)),
        #[cfg(not(feature = "publish"))]
        NoPlace::NeedsFeature(protocol) => refuse(words::needs_feature(&protocol).get(language)),
    });
    wanted.map(Some)
}

/// Puts the site there.
pub(super) fn put(place: &WantedPlace, asked: &PutAsked<'_>) -> Result<(), Ending> {
    match place {
        WantedPlace::Zip(file) => to_zip::put(file, asked),
        WantedPlace::Folder(name, target) => to_place::put(name, target, asked),
        #[cfg(feature = "publish")]
        WantedPlace::Server(place) => super::server::put(place, asked),
    }
}
