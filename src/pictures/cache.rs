//! What was made of pictures before, by their content: a picture that was moved or renamed, a wiped
//! output folder or a preview costs no second time.
//!
//! ```text
//! .oogst/pictures/<hash>        all files that a picture becomes, sealed with that name
//! .oogst/pictures/used-<name>   what the last build into one output folder used
//! ```
//!
//! What is missing or damaged here is made again, and what cannot be written is not kept: that
//! costs time only. What no output folder of the content as it is now uses goes: a photo whose
//! consent is withdrawn stays nowhere.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::renditions::SETTINGS;
use crate::error::{Error, Operation};
use crate::folder::{Folder, Refusal, WalkedFile, facts_of, read_at_most};
use crate::pictures::media_file::{Breach, MOST_MEGABYTES, PictureFault, TooLarge};
use crate::state::{STATE_FOLDER, Seal, StateKey};

/// The folder of what was made. What this program did not put there itself is made again.
#[derive(Clone)]
pub struct Cache {
    site: Folder,
    key: StateKey,
}

const SEAL: Seal = Seal {
    name: *b"oogst photo\n",
    version: 1,
};

/// No list of what a build used is longer.
const LONGEST_LIST: u64 = 64_000_000;

/// What a picture becomes is smaller than what it may be.
const LARGEST: u64 = MOST_MEGABYTES * 1_000_000;

impl Cache {
    /// The cache of a site. Its folder need not exist; the key is that of the site's own files.
    pub fn new(site: Folder, key: StateKey) -> Self {
        Self { site, key }
    }

    /// The files that were made of the picture with this content, whole and unchanged.
    pub fn get(&self, content: &[u8; 32]) -> Option<Vec<Vec<u8>>> {
        let name = name_of(content);
        let bytes = self.site.read(&place(&name), LARGEST).ok()?;
        let (of, files): (String, Vec<Vec<u8>>) = SEAL.open(&bytes, &self.key)?;
        // Another's, whole as it is, is none.
        (of == name).then_some(files)
    }

    /// Keeps the files that were made of the picture with this content.
    pub fn put(&self, content: &[u8; 32], files: &[Vec<u8>]) {
        let name = name_of(content);
        let _ = self.write(&name, &SEAL.close(&(&name, files), &self.key));
    }

    /// Notes what a build used, and removes all that neither it nor the last build into one of
    /// these other output folders did.
    pub fn keep_only<'a>(
        &self,
        output: &str,
        also: &[&str],
        contents: impl IntoIterator<Item = &'a [u8; 32]>,
    ) {
        let used: BTreeSet<String> = contents.into_iter().map(name_of).collect();
        let list = used
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n");
        let list_of =
            |output: &str| format!("used-{}", &blake3::hash(output.as_bytes()).to_hex()[..12]);
        let own = list_of(output);
        if self.list(&own) != list && self.write(&own, list.as_bytes()).is_err() {
            return;
        }
        let lists: Vec<String> = also
            .iter()
            .map(|output| list_of(output))
            .chain([own])
            .collect();
        let mut kept: BTreeSet<String> = lists
            .iter()
            .flat_map(|name| {
                self.list(name)
                    .lines()
                    .map(ToOwned::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect();
        kept.extend(lists);
        let names = self
            .site
            .list(&place(""))
            .into_iter()
            .flatten()
            .filter_map(|name| name.into_string().ok());
        for name in names.filter(|name| !kept.contains(name)) {
            let _ = self.site.remove_tree(&place(&name));
        }
    }

    fn list(&self, name: &str) -> String {
        self.site
            .read(&place(name), LONGEST_LIST)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// Writes a file beside its place and moves it in, over whatever is there.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let next = place(&format!("{name}.next"));
        self.site.create_folders(&place(""))?;
        // What an interrupted build left.
        let _ = self.site.remove_tree(&next);
        let written = self
            .site
            .create_new(&next)
            .and_then(|mut file| file.write_all(bytes))
            .and_then(|()| self.site.rename(&next, &place(name)));
        if written.is_err() {
            let _ = self.site.remove_file(&next);
        }
        written
    }
}

/// A file of the cache, below the site's folder.
fn place(name: &str) -> PathBuf {
    Path::new(STATE_FOLDER).join("pictures").join(name)
}

/// The hash of a file's bytes, of which few are in memory at a time.
///
/// # Errors
/// When the machine forbids it; inside, when it refuses otherwise.
pub fn hash(source: &WalkedFile) -> Result<Result<[u8; 32], PictureFault>, Error> {
    let mut hasher = blake3::Hasher::new();
    match source
        .open()
        .and_then(|file| hasher.update_reader(file).map(drop))
    {
        Ok(()) => Ok(Ok(*hasher.finalize().as_bytes())),
        Err(error) => refused(error, source).map(Err),
    }
}

/// A picture's bytes, all of them.
///
/// # Errors
/// When it is larger than any picture may be; inside, when the machine refuses.
pub fn read(source: &WalkedFile) -> Result<Result<Vec<u8>, PictureFault>, Error> {
    let most = MOST_MEGABYTES * 1_000_000;
    let read = source.open().and_then(|file| {
        let size = facts_of(&file)?.size;
        Ok((size, read_at_most(file, size, most)))
    });
    match read {
        Ok((_, Ok(bytes))) => Ok(Ok(bytes)),
        Ok((size, Err(error))) if Refusal::of(&error) == Some(Refusal::TooLarge) => Ok(Err(
            PictureFault::TooLarge(TooLarge::Bytes(size.max(most + 1))),
        )),
        Err(error) | Ok((_, Err(error))) => refused(error, source).map(Err),
    }
}

/// What may not be read is a fault of the file; all else is the machine's.
fn refused(error: io::Error, source: &WalkedFile) -> Result<PictureFault, Error> {
    if error.kind() == io::ErrorKind::PermissionDenied {
        Ok(PictureFault::Broken(Breach::Refused))
    } else {
        Err(Error::during(Operation::Read, &source.path())(error))
    }
}

/// The name under which is kept what was made of a content, by this version with these settings.
fn name_of(content: &[u8; 32]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [
        SETTINGS.as_bytes(),
        env!("CARGO_PKG_VERSION").as_bytes(),
        content,
    ] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_hex().to_string()
}
