//! [`OwnRun`]: what this machine knows of its own runs, in `.oogst/publish`: one at a time for each
//! place, and which of them may have left a lock behind there.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::fault::PublishFault;
use super::kept::Publisher;
use crate::error::{Error, Operation};
use crate::folder::{File, Folder, TryLockError};
use crate::state::{STATE_FOLDER, Seal, StateKey};

const SEAL: Seal = Seal {
    name: *b"oogst locks\n",
    version: 1,
};

/// The names of runs are no longer than this together.
const LARGEST: u64 = 100_000;

/// So many runs are remembered that did not finish.
const MOST: usize = 20;

/// A run of this machine, for as long as the value lives.
#[derive(Debug)]
pub struct OwnRun {
    /// How others know it.
    pub publisher: Publisher,
    site: Folder,
    place: PathBuf,
    _lock: File,
}

impl OwnRun {
    /// Begins a run of a site for the place of this name; `host` and `since` are told to others.
    ///
    /// # Errors
    /// When one is at work already, and when the disk refuses.
    pub fn begin(
        site: &Folder,
        name: &str,
        host: String,
        since: String,
    ) -> Result<Self, PublishFault> {
        let folder = Path::new(STATE_FOLDER).join("publish");
        let failed = |operation| Error::during(operation, &folder);
        site.create_folders(&folder)
            .map_err(failed(Operation::CreateFolder))?;
        let lock = site.open_or_create(&folder.join(format!("{name}.lock")));
        let lock = lock.map_err(failed(Operation::Lock))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(PublishFault::BusyHere),
            Err(TryLockError::Error(error)) => return Err(failed(Operation::Lock)(error).into()),
        }
        let key = StateKey::of_site(site)?;
        let place = folder.join(name);
        let former = site.read(&place, LARGEST).ok();
        let mut former: Vec<String> = former
            .and_then(|bytes| SEAL.open(&bytes, &key))
            .unwrap_or_default();
        former.truncate(MOST);
        let mut hasher = blake3::Hasher::new();
        for part in [
            &host,
            &since,
            &std::process::id().to_string(),
            &former.concat(),
        ] {
            hasher.update(part.as_bytes());
        }
        let id = hasher.finalize().to_hex()[..32].to_owned();
        let all: Vec<&String> = std::iter::once(&id).chain(&former).collect();
        keep(site, &place, &SEAL.close(&all, &key)).map_err(failed(Operation::Write))?;
        Ok(Self {
            publisher: Publisher {
                id,
                former,
                host,
                since,
            },
            site: site.clone(),
            place,
            _lock: lock,
        })
    }

    /// Forgets the runs before it: it finished, so none of them has a lock any more. What cannot be
    /// forgotten does no harm.
    pub fn finish(self) {
        let _ = self.site.remove_file(&self.place);
    }
}

fn keep(site: &Folder, place: &Path, bytes: &[u8]) -> io::Result<()> {
    let next = place.with_extension("next");
    let _ = site.remove_tree(&next);
    site.create_new(&next)?.write_all(bytes)?;
    site.rename(&next, place)
}
