//! [`WantedPlace`]: where the site was asked to go, checked before anything is made.

use std::path::{Path, PathBuf};

use super::putting::PutAsked;
use super::{to_place, to_zip};
use crate::app::cli::PublishTask;
use crate::app::ending::Ending;
use crate::app::terminal::Terminal;
use crate::config::PublishBy;
#[cfg(feature = "publish")]
use crate::config::PublishPlace;
use crate::folder::Folder;
use crate::pipeline::Study;
use crate::publish::{FolderTarget, PublishOptions};
use crate::words::phrases::listing;
use crate::words::publishing as words;

/// Where the site goes.
pub(super) enum WantedPlace {
    /// Into a zip file.
    Zip(PathBuf),
    /// Into a folder, which the settings call so.
    Folder(String, FolderTarget),
    /// To a server.
    #[cfg(feature = "publish")]
    Server(PublishPlace),
}

impl WantedPlace {
    /// The place that was asked for; `None` where the site is only to be made.
    pub(super) fn asked(
        root: &Path,
        task: &PublishTask,
        study: &Study,
        terminal: &Terminal,
    ) -> Result<Option<Self>, Ending> {
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
            return Ok(task.zip.clone().map(Self::Zip));
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
        match &place.how {
            PublishBy::Zip { file } => Ok(Some(Self::Zip(root.join(file)))),
            PublishBy::Folder { folder } => {
                let target = FolderTarget::new(&root.join(folder));
                if Folder::open(root).is_ok_and(|site| target.lies_in(&site)) {
                    return Err(refuse(words::LIES_IN_REPORT.get(language)));
                }
                Ok(Some(Self::Folder(name.clone(), target)))
            }
            #[cfg(feature = "publish")]
            PublishBy::Sftp(_) | PublishBy::Webdav(_) | PublishBy::S3(_) => {
                Ok(Some(Self::Server(place.clone())))
            }
            #[cfg(not(feature = "publish"))]
            by @ (PublishBy::Sftp(_) | PublishBy::Webdav(_) | PublishBy::S3(_)) => {
                let protocol = by.protocol().unwrap_or_default();
                Err(refuse(words::needs_feature(&protocol).get(language)))
            }
        }
    }

    /// Puts the site there.
    pub(super) fn put(&self, asked: &PutAsked<'_>) -> Result<(), Ending> {
        match self {
            Self::Zip(file) => to_zip::put(file, asked),
            Self::Folder(name, target) => to_place::put(name, target, asked),
            #[cfg(feature = "publish")]
            Self::Server(place) => super::server::put(place, asked),
        }
    }
}
