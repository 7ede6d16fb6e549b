//! What is kept at the place itself: the list of what was published, that of what is to come while a
//! run is at work, and the lock. They are JSON, for whoever looks at the place.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};

use super::fault::PublishFault;
use super::target::PublishTarget;
use crate::error::{Error, Operation};
use crate::output::OutputPath;

/// The list of what was published.
pub(super) const LIST: &str = ".oogst-published.json";

/// The list of what a run that did not finish was to put there.
pub(super) const UNFINISHED: &str = ".oogst-unfinished.json";

/// The lock.
pub(super) const LOCK: &str = ".oogst-lock.json";

/// What stands behind the name of a file that was put aside for another, until that is there.
pub(super) const OLD: &str = ".oogst-old";

/// What stands behind the name of a file until it is whole.
pub(super) const NEW: &str = ".oogst-new";

/// The layout of the lists.
const FORMAT: u32 = 1;

/// No list is larger: one of half a million files.
const LARGEST: u64 = 100_000_000;

/// A file as it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptFile {
    pub(super) path: OutputPath,
    pub(super) size: u64,
    #[serde(with = "hex")]
    pub(super) blake3: blake3::Hash,
}

/// Files of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptList {
    format: u32,
    /// The address of the site.
    pub(super) site: String,
    pub(super) files: Vec<KeptFile>,
}

/// Who publishes, for others who want to at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// What tells this run from all others.
    pub id: String,
    /// The same of runs of this report on this machine that may not have finished, none of which is
    /// at work any more.
    pub former: Vec<String>,
    /// The name of the machine.
    pub host: String,
    /// The day and time at which it began, for people.
    pub since: String,
}

/// The lock as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct LockText {
    id: String,
    pub(super) host: String,
    pub(super) since: String,
}

/// What is kept at a place.
#[derive(Debug, Default)]
pub(super) struct KeptThere {
    /// The list of what was published, where there is one.
    pub(super) list: Option<KeptList>,
    pub(super) unfinished: Option<KeptList>,
}

impl KeptList {
    pub(super) fn new(site: &str, files: Vec<KeptFile>) -> Self {
        Self {
            format: FORMAT,
            site: site.to_owned(),
            files,
        }
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a list has nothing JSON lacks");
        bytes.push(b'\n');
        bytes
    }

    fn read(target: &dyn PublishTarget, name: &str) -> Result<Option<Self>, PublishFault> {
        #[derive(Deserialize)]
        struct FormatOnly {
            format: u32,
        }
        let read = |name: &str| {
            target
                .read(name, LARGEST)
                .map_err(at(target, Operation::Read, name))
        };
        let bytes = match read(name)? {
            Some(bytes) => bytes,
            // A run was stopped between putting it aside and putting the new one there.
            None if target.whole().is_some() => return Ok(None),
            None => match read(&format!("{name}{OLD}"))? {
                Some(bytes) => bytes,
                None => return Ok(None),
            },
        };
        let unreadable = |_| PublishFault::BadList {
            place: place(target, name),
        };
        let FormatOnly { format } = serde_json::from_slice(&bytes).map_err(unreadable)?;
        if format > FORMAT {
            return Err(PublishFault::NewerList);
        }
        serde_json::from_slice(&bytes).map(Some).map_err(unreadable)
    }
}

impl KeptThere {
    /// Reads what is kept at a place. What cannot be read counts as nothing where it is to be adopted.
    pub(super) fn read(target: &dyn PublishTarget, adopt: bool) -> Result<Self, PublishFault> {
        let read = |name| match KeptList::read(target, name) {
            Err(PublishFault::BadList { .. }) if adopt => Ok(None),
            list => list,
        };
        Ok(Self {
            list: read(LIST)?,
            unfinished: read(UNFINISHED)?,
        })
    }

    /// What files of ours may hold there, by their paths: each once for every version.
    pub(super) fn known(&self) -> BTreeMap<&OutputPath, Vec<&KeptFile>> {
        let mut known: BTreeMap<&OutputPath, Vec<&KeptFile>> = BTreeMap::new();
        for list in [&self.list, &self.unfinished].into_iter().flatten() {
            for file in &list.files {
                let versions = known.entry(&file.path).or_default();
                if !versions.contains(&file) {
                    versions.push(file);
                }
            }
        }
        known
    }

    /// The address of the site that is there, where there is one.
    pub(super) fn site(&self) -> Option<&str> {
        let list = self.list.as_ref().or(self.unfinished.as_ref());
        list.map(|list| list.site.as_str())
    }
}

/// Takes the lock, or says who has it. One that a run of our own left behind, or that is not whole, is
/// taken over: whoever is still at work under it stops at the next [`is_ours`].
pub(super) fn lock(
    target: &dyn PublishTarget,
    publisher: &Publisher,
    unlock: bool,
) -> Result<(), PublishFault> {
    let failed = || at(target, Operation::Lock, LOCK);
    let text = LockText {
        id: publisher.id.clone(),
        host: publisher.host.clone(),
        since: publisher.since.clone(),
    };
    let bytes = serde_json::to_vec(&text).expect("a lock has nothing JSON lacks");
    let write = || target.claim(LOCK, &bytes);
    match write() {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        written => return written.map_err(failed()),
    }
    if let Some(other) = holder(target)?
        && !unlock
        && !publisher.former.contains(&other.id)
    {
        return Err(PublishFault::Busy {
            host: other.host,
            since: other.since,
        });
    }
    match target.remove(LOCK) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed()(error)),
        _ => {}
    }
    write().map_err(failed())
}

/// Makes sure that the lock is still this run's.
pub(super) fn is_ours(
    target: &dyn PublishTarget,
    publisher: &Publisher,
) -> Result<(), PublishFault> {
    match holder(target)? {
        Some(holder) if holder.id == publisher.id => Ok(()),
        _ => Err(PublishFault::LockLost),
    }
}

/// Lets go of the lock, if it is this run's.
pub(super) fn unlock(
    target: &dyn PublishTarget,
    publisher: &Publisher,
) -> Result<(), PublishFault> {
    is_ours(target, publisher)?;
    target
        .remove(LOCK)
        .map_err(at(target, Operation::Remove, LOCK))
}

/// Who has the lock; nothing where nobody has, or what is there is not whole.
pub(super) fn holder(target: &dyn PublishTarget) -> Result<Option<LockText>, PublishFault> {
    let bytes = target
        .read(LOCK, 100_000)
        .map_err(at(target, Operation::Read, LOCK))?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// Puts a file in its place, over one that is there.
pub(super) fn put(
    target: &dyn PublishTarget,
    name: &str,
    bytes: &[u8],
) -> Result<(), PublishFault> {
    put_read(
        target,
        name,
        &mut || Ok(Box::new(bytes)),
        bytes.len() as u64,
    )
}

/// The same of what a reader gives, which is asked for again where something is in the way.
pub(super) fn put_read<'a>(
    target: &dyn PublishTarget,
    name: &str,
    open: &mut dyn FnMut() -> Result<Box<dyn io::Read + 'a>, PublishFault>,
    size: u64,
) -> Result<(), PublishFault> {
    let failed = |operation| at(target, operation, name);
    if let Some(whole) = target.whole() {
        return whole
            .put(name, &mut *open()?, size)
            .map_err(failed(Operation::Write));
    }
    let beside = format!("{name}{NEW}");
    match target.write_new(&beside, &mut *open()?, size) {
        // A run left it that was stopped.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            target.remove(&beside).map_err(failed(Operation::Remove))?;
            target
                .write_new(&beside, &mut *open()?, size)
                .map_err(failed(Operation::Write))?;
        }
        written => written.map_err(failed(Operation::Write))?,
    }
    target
        .rename_over(&beside, name)
        .map_err(failed(Operation::Move))
}

/// For `map_err`: the fault of having tried something at a path of a place.
pub(super) fn at(
    target: &dyn PublishTarget,
    operation: Operation,
    path: &str,
) -> impl FnOnce(io::Error) -> PublishFault + use<> {
    let place = place(target, path);
    move |source| {
        PublishFault::Machine(Error::Io {
            operation,
            path: place.into(),
            source,
        })
    }
}

/// A path of a place, in words.
pub(super) fn place(target: &dyn PublishTarget, path: &str) -> String {
    format!("{}/{path}", target.shown().trim_end_matches('/'))
}

/// A hash as text.
mod hex {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(hash: &blake3::Hash, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&hash.to_hex())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<blake3::Hash, D::Error> {
        let text = String::deserialize(from)?;
        blake3::Hash::from_hex(text).map_err(D::Error::custom)
    }
}
