//! `imports/<event>.toml`: what tables said when they were last taken over, one file an event. Who
//! asks to be forgotten is forgotten there too.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use crate::edit::Rewrite;
use crate::edit::proposal::TableMemory;
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::id::Id;
use crate::reference::Reference;
use crate::source::{SourcePath, normalise};
use crate::takeover::{memory_path, memory_text};
use crate::words::Language;

/// The folder of them.
const FOLDER: &str = "imports";

/// The most bytes of one.
const LARGEST: u64 = 25_000_000;

/// What stands in such a file; none where there is no file.
pub(super) fn bytes_of(root: &Path, path: &SourcePath) -> Result<Option<Vec<u8>>, Error> {
    let place = root.join(path.as_str());
    let folder = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
    match folder.read(Path::new(path.as_str()), LARGEST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::during(Operation::Read, &place)(error)),
    }
}

/// What bytes say; none where they are something else.
fn read(bytes: &[u8]) -> Option<TableMemory> {
    TableMemory::read(&normalise(bytes).ok()?).ok()
}

/// A file with the hash of its bytes.
pub(super) type ReadFile = (SourcePath, [u8; 32]);

/// Takes what is forgotten out of all that is remembered; gives the files that were read for it.
pub(super) fn forget(
    root: &Path,
    forgotten: &BTreeSet<Reference>,
    language: Language,
    rewrite: &mut Rewrite,
) -> Result<Vec<ReadFile>, Error> {
    let mut changed = Vec::new();
    if forgotten.is_empty() {
        return Ok(changed);
    }
    for path in all(root)? {
        let Some(bytes) = bytes_of(root, &path)? else {
            continue;
        };
        let Some(mut memory) = read(&bytes) else {
            continue;
        };
        let mut is_changed = false;
        for reference in forgotten {
            if let Reference::Record { kind, event, id } = reference
                && event
                    .as_ref()
                    .is_none_or(|event| path == memory_path(event))
            {
                is_changed |= memory.forget(*kind, id);
            }
        }
        if is_changed {
            rewrite
                .texts
                .insert(path.clone(), memory_text(&memory, language).into());
            changed.push((path, *blake3::hash(&bytes).as_bytes()));
        }
    }
    Ok(changed)
}

fn all(root: &Path) -> Result<Vec<SourcePath>, Error> {
    let folder = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
    let names = match folder.list(Path::new(FOLDER)) {
        Ok(names) => names,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::during(Operation::Read, &root.join(FOLDER))(error)),
    };
    let mut paths: Vec<SourcePath> = names
        .iter()
        .filter_map(|name| name.to_str()?.strip_suffix(".toml"))
        .filter_map(Id::new)
        .map(|event| memory_path(&event))
        .collect();
    paths.sort();
    Ok(paths)
}
