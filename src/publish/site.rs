//! [`PublishedSite`]: what is to be at the place, from the manifest of the last build.

use std::io::{self, Seek as _};
use std::path::Path;

use super::fault::PublishFault;
use super::kept::KeptFile;
use crate::error::{Error, Operation};
use crate::folder::{File, Folder};
use crate::output::{Manifest, OutputPlaces, RealDisk};
use crate::state::StateKey;

/// The site as the last build made it.
#[derive(Debug)]
pub struct PublishedSite {
    /// The address that it is to be read at, which says which site it is.
    pub address: String,
    /// Its files, in the order of their paths.
    pub(super) files: Vec<KeptFile>,
    output: Folder,
}

impl PublishedSite {
    /// The site in a folder, as its last build made it in `output`, a folder below.
    ///
    /// # Errors
    /// When there is none, and when the disk refuses.
    pub fn read(site: &Folder, output: &str, address: &str) -> Result<Self, Error> {
        let places = OutputPlaces::new(site.path(), &site.path().join(output));
        let key = StateKey::to_look(site)?;
        let disk = RealDisk::new(site.clone());
        let manifest = Manifest::read(&disk, &places, &key)?;
        let manifest = manifest.ok_or_else(|| Error::NoManifest {
            path: places.manifest(),
        })?;
        let output = site
            .folder(Path::new(output))
            .map_err(Error::during(Operation::List, places.output()))?;
        let files = manifest.entries().iter().map(|entry| KeptFile {
            path: entry.path.clone(),
            size: entry.stamp.size,
            blake3: blake3::Hash::from_bytes(entry.content.0),
        });
        Ok(Self {
            address: address.to_owned(),
            files: files.collect(),
            output,
        })
    }

    /// A site of these files, which stand below a folder.
    #[cfg(test)]
    pub(super) fn of_files(address: &str, files: Vec<KeptFile>, output: Folder) -> Self {
        Self {
            address: address.to_owned(),
            files,
            output,
        }
    }

    /// A hash of all that is to be at a place: equal for equal sites.
    pub fn digest(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for file in &self.files {
            hasher.update(file.path.as_str().as_bytes());
            hasher.update(&[0]);
            hasher.update(file.blake3.as_bytes());
        }
        hasher.finalize()
    }

    /// How many files it has.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// Opens a file for reading, which still is the one that the build made.
    pub(super) fn open_as_built(&self, kept: &KeptFile) -> Result<File, PublishFault> {
        let shown = kept.path.within(self.output.path());
        let failed = || Error::during(Operation::Read, &shown);
        let open = self.output.open_file(Path::new(kept.path.as_str()));
        let mut file = match open {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(PublishFault::BuiltAnew);
            }
            open => open.map_err(failed())?,
        };
        let mut hasher = blake3::Hasher::new();
        io::copy(&mut file, &mut hasher)
            .and_then(|_| file.rewind())
            .map_err(failed())?;
        if hasher.finalize() == kept.blake3 {
            Ok(file)
        } else {
            Err(PublishFault::BuiltAnew)
        }
    }
}
