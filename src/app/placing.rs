//! The places of the settings as somewhere that the site can be put: what `oogst publish` and the desk
//! do alike. Nothing here speaks to a person; who does, says what that person knows.

use std::path::{Path, PathBuf};

use super::ending::here_and_now;
#[cfg(feature = "publish")]
use super::ending::{secret_of, ssh_keys};
use super::outside;
#[cfg(feature = "publish")]
use crate::config::{HOST_KEY, SftpPlace};
use crate::config::{PublishBy, PublishPlace};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::output::{Cancel, FileState, verify};
use crate::pipeline::{BuildTarget, Study};
use crate::publish::{
    FolderTarget, OwnRun, PublishFault, PublishOptions, PublishPlan, PublishProgress,
    PublishTarget, PublishedSite, ZipState, publish, zip_site, zip_state,
};
#[cfg(feature = "publish")]
use crate::publish::{SftpAccess, SftpTarget, connect};
#[cfg(feature = "publish")]
use crate::words::Language;

/// Where the site goes.
pub(super) enum WantedPlace {
    /// Into a zip file.
    Zip(PathBuf),
    /// Into a folder, which the settings call so.
    Folder(String, FolderTarget),
    /// To a server.
    #[cfg(feature = "publish")]
    Sftp(PublishPlace, SftpPlace),
}

/// Why a place of the settings is none that the site can be put at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoPlace {
    /// The folder lies in the report's own.
    InReport,
    /// This program was made without publishing to servers.
    #[cfg(not(feature = "publish"))]
    NeedsFeature,
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
            PublishBy::Sftp(server) => Ok(Self::Sftp(place.clone(), server.clone())),
            #[cfg(not(feature = "publish"))]
            PublishBy::Sftp(_) => Err(NoPlace::NeedsFeature),
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

/// What somebody who logs in to a server is asked.
#[cfg(feature = "publish")]
pub(super) trait ServerAsker {
    /// The password, where the environment has none.
    fn secret(&self, server: &SftpPlace) -> Option<String>;

    /// Whether a server that was never met is the right one, by the fingerprint of its key.
    fn is_server(&self, server: &SftpPlace, key: &str) -> bool;
}

/// Logs in to the server of a place. The fingerprint of its key comes back with it.
#[cfg(feature = "publish")]
pub(super) fn log_in(
    name: &str,
    server: &SftpPlace,
    asker: &dyn ServerAsker,
) -> Result<(SftpTarget, String), PublishFault> {
    let access = SftpAccess {
        keys: ssh_keys(),
        has_agent: true,
        secret: &|| secret_of(name).or_else(|| asker.secret(server)),
        is_server: &|key| asker.is_server(server, key),
    };
    connect(server, &access)
}

/// The line that says what a server is known by.
#[cfg(feature = "publish")]
pub(super) fn key_line(key: &str, language: Language) -> String {
    format!("{} = \"{key}\"", HOST_KEY.name.get(language))
}

/// The text of the settings with such a line below the last one of a server's group; `None` where
/// the group stands between braces, and has no lines of its own.
#[cfg(feature = "publish")]
pub(super) fn with_key_line(text: &str, server: &SftpPlace, line: &str) -> Option<String> {
    let last = server.last.range().end;
    let end = text[last..].find('\n').map_or(text.len(), |end| last + end);
    let rest = text[last..end].trim();
    if !rest.is_empty() && !rest.starts_with('#') {
        return None;
    }
    let is_dos = text[..end].ends_with('\r');
    let end_of_line = if is_dos { "\r\n" } else { "\n" };
    let at = end - usize::from(is_dos);
    Some(format!("{}{end_of_line}{line}{}", &text[..at], &text[at..]))
}
