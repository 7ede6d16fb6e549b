//! The places of the settings as somewhere that the site can be put: what `oogst publish` and the desk
//! do alike. Nothing here speaks to a person; who does, says what that person knows.

use std::path::{Path, PathBuf};

use super::ending::here_and_now;
use super::outside;
use crate::config::{PublishBy, PublishPlace};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::output::{Cancel, FileState, verify};
use crate::pipeline::{BuildTarget, Study};
use crate::publish::{
    FolderTarget, OwnRun, PublishFault, PublishOptions, PublishPlan, PublishProgress,
    PublishTarget, PublishedSite, ZipState, publish, zip_site, zip_state,
};

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

/// Why a place of the settings is none that the site can be put at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoPlace {
    /// The folder lies in the report's own.
    InReport,
    /// This program was made without publishing to servers; what this one speaks.
    #[cfg(not(feature = "publish"))]
    NeedsFeature(&'static str),
}

impl WantedPlace {
    /// What a place of the settings is.
    pub(super) fn of(root: &Path, place: &PublishPlace) -> Result<Self, NoPlace> {
        match &place.how {
            PublishBy::Zip { file } => Ok(Self::Zip(root.join(file))),
            PublishBy::Folder { folder } => {
                let target = FolderTarget::new(&root.join(folder));
                if Folder::open(root).is_ok_and(|site| target.lies_in(&site)) {
                    return Err(NoPlace::InReport);
                }
                Ok(Self::Folder(place.name.to_string(), target))
            }
            #[cfg(feature = "publish")]
            PublishBy::Sftp(_) | PublishBy::Webdav(_) | PublishBy::S3(_) => {
                Ok(Self::Server(place.clone()))
            }
            #[cfg(not(feature = "publish"))]
            by @ (PublishBy::Sftp(_) | PublishBy::Webdav(_) | PublishBy::S3(_)) => {
                Err(NoPlace::NeedsFeature(by.protocol().unwrap_or_default()))
            }
        }
    }
}

/// The folder of a report, and the site that was made in it last.
pub(super) fn built_site(root: &Path, study: &Study) -> Result<(Folder, PublishedSite), Error> {
    let folder = Folder::open(root).map_err(Error::during(Operation::List, root))?;
    let address = &study.config.base_url;
    let site = PublishedSite::read(&folder, BuildTarget::Output.folder(), address)?;
    Ok((folder, site))
}

/// Whether the site is as the build left it. What others added to the folder is not published.
pub(super) fn is_whole(root: &Path) -> Result<bool, Error> {
    let folder = Folder::open(root).map_err(Error::during(Operation::List, root))?;
    let verified = verify(&folder, None)?;
    let mut findings = verified.findings.iter();
    Ok(findings.all(|finding| matches!(finding.state, FileState::Added)))
}

/// A site, and how it is put somewhere.
pub(super) struct Putting<'a> {
    pub(super) site: &'a PublishedSite,
    pub(super) allowed: PublishOptions,
    pub(super) cancel: &'a Cancel,
    pub(super) on: &'a (dyn Fn(PublishProgress) + Sync),
}

impl Putting<'_> {
    /// Puts the site at a place that the settings call so, as a run of the report in this folder.
    pub(super) fn at(
        &self,
        folder: &Folder,
        name: &str,
        target: &dyn PublishTarget,
    ) -> Result<PublishPlan, PublishFault> {
        let (host, since) = here_and_now();
        let run = OwnRun::begin(folder, name, host, since)?;
        let (site, allowed) = (self.site, self.allowed);
        let done = publish(site, target, &run.publisher, allowed, self.cancel, self.on)?;
        run.finish();
        Ok(done)
    }

    /// Makes a zip file of the site.
    pub(super) fn zip(&self, file: &Path) -> Result<(), PublishFault> {
        outside::write_with(file, |new| {
            zip_site(self.site, new, file, self.cancel, self.on).map(|_| ())
        })
    }
}

/// Whether a zip file is there, and is of the site of this address.
pub(super) fn is_own_zip(file: &Path, address: &str) -> bool {
    let there = outside::open(file).ok().flatten();
    there.is_some_and(|there| zip_state(there, address) == ZipState::Ours)
}
