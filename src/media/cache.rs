//! What was made of pictures before, by their content: a picture that was moved or renamed, a wiped output folder or a preview costs no
//! second time.
//!
//! ```text
//! .oogst/pictures/<hash>        all files that a picture becomes, behind the hash of that name and of them all
//! .oogst/pictures/used-<name>   what the last build into one output folder used
//! ```
//!
//! What is missing or damaged here is made again, and what cannot be written is not kept: that costs time only. What no output folder of the
//! content as it is now uses goes: a photo whose consent is withdrawn stays nowhere.

#![expect(clippy::disallowed_methods, reason = "this room is one of the doors to the disk")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::SETTINGS;
use crate::content::media::{Breach, Fault, MOST_MEGABYTES, TooLarge};
use crate::error::{Error, Operation};

/// The folder of what was made.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache in a folder, which need not exist.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The files that were made of the picture with this content, whole and unchanged.
    pub fn get(&self, content: &[u8; 32]) -> Option<Vec<Vec<u8>>> {
        let name = name_of(content);
        open(&name, &fs::read(self.folder.join(&name)).ok()?)
    }

    /// Keeps the files that were made of the picture with this content.
    pub fn put(&self, content: &[u8; 32], files: &[Vec<u8>]) {
        let name = name_of(content);
        let next = self.folder.join(format!("{name}.next"));
        let written = fs::create_dir_all(&self.folder).and_then(|()| fs::write(&next, close(&name, files)));
        if written.and_then(|()| fs::rename(&next, self.folder.join(name))).is_err() {
            let _ = fs::remove_file(&next);
        }
    }

    /// Notes what a build used, and removes all that neither it nor the last build into one of these other output folders did.
    pub fn keep_only<'a>(&self, output: &str, also: &[&str], contents: impl IntoIterator<Item = &'a [u8; 32]>) {
        let used: BTreeSet<String> = contents.into_iter().map(name_of).collect();
        let list = used.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
        let list_of = |output: &str| format!("used-{}", &blake3::hash(output.as_bytes()).to_hex()[..12]);
        let own = list_of(output);
        if fs::read_to_string(self.folder.join(&own)).unwrap_or_default() != list
            && fs::create_dir_all(&self.folder).and_then(|()| fs::write(self.folder.join(&own), &list)).is_err()
        {
            return;
        }
        let lists: Vec<String> = also.iter().map(|output| list_of(output)).chain([own]).collect();
        let mut kept: BTreeSet<String> = lists
            .iter()
            .flat_map(|list| fs::read_to_string(self.folder.join(list)))
            .flat_map(|list| list.lines().map(ToOwned::to_owned).collect::<Vec<_>>())
            .collect();
        kept.extend(lists);
        let names = fs::read_dir(&self.folder).into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        for name in names.filter(|name| !kept.contains(name)) {
            let _ = fs::remove_file(self.folder.join(name));
        }
    }
}

/// A picture's bytes, all of them: they are hashed and read in one go.
///
/// # Errors
/// When it is larger than any picture may be; inside, when the machine refuses.
pub fn read(path: &Path) -> Result<Result<Vec<u8>, Fault>, Error> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => return Ok(Err(Fault::Broken(Breach::Refused))),
        Err(error) => return Err(Error::during(Operation::Read, path)(error)),
    };
    let most = MOST_MEGABYTES * 1_000_000;
    let mut bytes = Vec::with_capacity(file.metadata().map_or(0, |facts| usize::try_from(facts.len().min(most)).unwrap_or(0)));
    file.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(Error::during(Operation::Read, path))?;
    let length = bytes.len() as u64;
    Ok(if length > most { Err(Fault::TooLarge(TooLarge::Bytes(length))) } else { Ok(bytes) })
}

/// The name under which is kept what was made of a content, by this version with these settings.
fn name_of(content: &[u8; 32]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [SETTINGS.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes(), content] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_hex().to_string()
}

/// Files in one: the hash of its name and all that follows, then each behind its length.
fn close(name: &str, files: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = vec![0; blake3::OUT_LEN];
    for file in files {
        bytes.extend((file.len() as u64).to_le_bytes());
        bytes.extend(file);
    }
    let hash = hash(name, &bytes[blake3::OUT_LEN..]);
    bytes[..blake3::OUT_LEN].copy_from_slice(hash.as_bytes());
    bytes
}

/// A file that was kept, under the name it was kept by: another's, whole as it is, is none.
fn hash(name: &str, rest: &[u8]) -> blake3::Hash {
    blake3::Hasher::new().update(name.as_bytes()).update(rest).finalize()
}

/// The files in one; nothing if any byte of them is another.
fn open(name: &str, bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let (hash, mut rest) = bytes.split_at_checked(blake3::OUT_LEN)?;
    if self::hash(name, rest).as_bytes() != hash {
        return None;
    }
    let mut files = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<8>() {
        let (file, after) = after.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        files.push(file.to_vec());
        rest = after;
    }
    rest.is_empty().then_some(files)
}
