//! [`Manifest`]: what the last build left in the output folder, file by file. With it the next
//! build knows which files it need not make again and which files are its own. A manifest that is
//! missing, damaged, of another layout, of another output folder, or that this program did not
//! write here for this user, reads as none: that costs time, and no file.

use std::fmt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::disk::{ContentHash, Disk, Stamp};
use super::places::OutputPlaces;
use crate::error::{Error, Operation};
use crate::folder::Refusal;
use crate::plan::path::OutputPath;
use crate::state::{Opened, Seal, StateKey};

/// The hash of everything that decides a file's bytes (view, template, look, generator): equal keys
/// mean equal bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileKey(pub [u8; 32]);

/// One file as a build left it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestEntry {
    /// Where it stands in the output.
    pub path: OutputPath,
    /// What decided its bytes.
    pub key: FileKey,
    /// Its bytes.
    pub content: ContentHash,
    /// Its length and modification time once it was in place.
    pub stamp: Stamp,
}

/// All files of the site, in the order of their paths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the program that wrote it. For people who look into a problem: the keys cover it
    /// already, and a manifest that an upgrade made unreadable would leave all files of the old
    /// version behind.
    generator: String,
    /// The output folder it tells of, so that a build into another folder does not believe it.
    location: String,
    /// The content that build was made of, where that is to be asked later.
    content: Option<FileKey>,
    entries: Vec<ManifestEntry>,
}

/// What stands where a manifest belongs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FoundManifest {
    /// Nothing.
    Nothing,
    /// Something that is no manifest of this output folder, or not whole.
    Damaged,
    /// A manifest that somebody else made, or that was made elsewhere: what it says can be
    /// compared, and not relied on.
    Foreign(Manifest),
    /// The manifest.
    Own(Manifest),
}

const SEAL: Seal = Seal {
    name: *b"oogst files\n",
    version: 4,
};

impl Manifest {
    /// Reads the manifest of this output folder, if there is one that can be believed.
    ///
    /// # Errors
    /// When it is there and cannot be read at all.
    pub fn read(
        disk: &dyn Disk,
        places: &OutputPlaces,
        key: &StateKey,
    ) -> Result<Option<Self>, Error> {
        Ok(match Self::find(disk, places, key)? {
            FoundManifest::Own(manifest) => Some(manifest),
            FoundManifest::Nothing | FoundManifest::Damaged | FoundManifest::Foreign(_) => None,
        })
    }

    /// Looks for the manifest of this output folder. A build makes no difference between none and a
    /// damaged one; a person does.
    ///
    /// # Errors
    /// When it is there and cannot be read at all.
    pub(super) fn find(
        disk: &dyn Disk,
        places: &OutputPlaces,
        key: &StateKey,
    ) -> Result<FoundManifest, Error> {
        let file = places.manifest();
        match disk.read(&file) {
            Ok(bytes) => Ok(match Self::from_bytes(&bytes, key) {
                Some(Opened::Own(manifest)) if manifest.location == places.location() => {
                    FoundManifest::Own(manifest)
                }
                Some(Opened::Foreign(manifest)) if manifest.location == places.location() => {
                    FoundManifest::Foreign(manifest)
                }
                _ => FoundManifest::Damaged,
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Ok(FoundManifest::Nothing)
            }
            // A link or a pipe of that name is no manifest.
            Err(error) if Refusal::of(&error).is_some() => Ok(FoundManifest::Damaged),
            Err(error) => Err(Error::during(Operation::Read, &file)(error)),
        }
    }

    /// The files, in the order of their paths.
    pub fn entries(&self) -> &[ManifestEntry] {
        &self.entries
    }

    /// What is known of the file at this path.
    pub fn entry(&self, path: &OutputPath) -> Option<&ManifestEntry> {
        let place = self
            .entries
            .binary_search_by(|entry| entry.path.cmp(path))
            .ok()?;
        Some(&self.entries[place])
    }

    /// The files whose paths begin so.
    pub fn below(&self, folder: &str) -> &[ManifestEntry] {
        let from = self
            .entries
            .partition_point(|entry| entry.path.as_str() < folder);
        let length =
            self.entries[from..].partition_point(|entry| entry.path.as_str().starts_with(folder));
        &self.entries[from..from + length]
    }

    /// The content that the build was made of, where it said so.
    pub(super) fn content(&self) -> Option<FileKey> {
        self.content
    }

    /// The manifest of a finished build.
    ///
    /// # Errors
    /// When two entries have one path.
    pub(super) fn new(
        location: &str,
        content: Option<FileKey>,
        mut entries: Vec<ManifestEntry>,
    ) -> Result<Self, Error> {
        entries.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        if let Some(pair) = entries.windows(2).find(|pair| pair[0].path == pair[1].path) {
            return Err(Error::PlacedTwice {
                path: PathBuf::from(pair[0].path.as_str()),
            });
        }
        Ok(Self {
            generator: env!("CARGO_PKG_VERSION").to_owned(),
            location: location.to_owned(),
            content,
            entries,
        })
    }

    pub(super) fn to_bytes(&self, key: &StateKey) -> Vec<u8> {
        SEAL.close(self, key)
    }

    /// The manifest in a file's bytes, and whose it is. Searching relies on the order, so one out
    /// of order is none.
    pub fn from_bytes(bytes: &[u8], key: &StateKey) -> Option<Opened<Self>> {
        SEAL.read::<Self>(bytes, key).filter(|opened| {
            let (Opened::Own(manifest) | Opened::Foreign(manifest)) = opened;
            manifest.entries.is_sorted_by(|a, b| a.path < b.path)
        })
    }
}

impl From<blake3::Hash> for FileKey {
    fn from(hash: blake3::Hash) -> Self {
        Self(hash.into())
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", blake3::Hash::from_bytes(self.0))
    }
}
