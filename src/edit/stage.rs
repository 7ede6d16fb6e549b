//! New texts on their way: each is written aside, in the style of the file that it replaces, and
//! compared with what was read of that.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::Rewrite;
use super::steps::{WaitingText, may_be_written};
use crate::error::{Error, Operation};
use crate::folder::{EntryKind, Folder, Refusal, read_at_most};
use crate::output::Disk;
use crate::source::SourcePath;

/// The most bytes of a text that is changed.
const LARGEST: u64 = 1_000_000_000;

/// Where texts are staged, and for which site.
#[derive(Clone, Copy)]
pub(super) struct TextStaging<'a> {
    pub(super) site: &'a Folder,
    pub(super) disk: &'a dyn Disk,
    /// The folder of the texts that wait.
    pub(super) folder: &'a Path,
}

impl TextStaging<'_> {
    /// Writes all new texts aside. `read` gives the hash that each had when it was read.
    pub(super) fn texts(
        &self,
        rewrite: &Rewrite,
        read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
    ) -> Result<Vec<WaitingText>, Error> {
        let texts = rewrite.texts.iter().enumerate();
        let mut waiting = texts
            .map(|(number, (path, text))| {
                let former = rewrite.former_place_of(path);
                let waiting = self.text(number, &former, text, read(&former))?;
                Ok(WaitingText {
                    // What is read by way of a link is written where that leads to; of what moves,
                    // the new place is meant.
                    path: if former == *path {
                        waiting.path
                    } else {
                        path.to_string()
                    },
                    ..waiting
                })
            })
            .collect::<Result<Vec<WaitingText>, Error>>()?;
        for (path, bytes) in &rewrite.files {
            waiting.push(self.file(waiting.len(), path, bytes)?);
        }
        Ok(waiting)
    }

    /// Writes a new file aside, where none may be.
    fn file(&self, number: usize, path: &SourcePath, bytes: &[u8]) -> Result<WaitingText, Error> {
        let below = Path::new(path.as_written());
        let place = self.site.path().join(below);
        let facts = self.site.look(below);
        if facts
            .map_err(Error::during(Operation::Inspect, &place))?
            .is_some()
        {
            return Err(Error::ChangedMeanwhile { path: place });
        }
        let waits_as = number.to_string();
        self.write(&waits_as, bytes)?;
        Ok(WaitingText {
            path: path.as_written().to_owned(),
            waits_as,
            becomes: *blake3::hash(bytes).as_bytes(),
            before: None,
        })
    }

    /// Writes bytes into the folder of what waits.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
        let file = self.folder.join(name);
        self.disk
            .write_new(&file, bytes)
            .and_then(|_| self.disk.sync(std::slice::from_ref(&file)))
            .map_err(Error::during(Operation::Write, &file))?;
        Ok(file)
    }

    /// Writes one text aside, of a file that stands here now.
    fn text(
        &self,
        number: usize,
        former: &SourcePath,
        text: &str,
        read: Option<[u8; 32]>,
    ) -> Result<WaitingText, Error> {
        let now = self.real(Path::new(former.as_written()))?;
        let place = self.site.path().join(&now);
        let (old, permissions) = match self.site.open_with_facts(&now) {
            Ok((file, facts)) => {
                let permissions = file.metadata().ok().map(|metadata| metadata.permissions());
                let bytes = read_at_most(file, facts.size, LARGEST)
                    .map_err(Error::during(Operation::Read, &place))?;
                (Some(bytes), permissions)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => (None, None),
            Err(error) => return Err(Error::during(Operation::Read, &place)(error)),
        };
        let before = old.as_ref().map(|bytes| *blake3::hash(bytes).as_bytes());
        if before != read {
            return Err(Error::ChangedMeanwhile { path: place });
        }
        let bytes = in_style_of(text, old.as_deref());
        let waits_as = number.to_string();
        let file = self.write(&waits_as, &bytes)?;
        if let Some(permissions) = permissions
            && let Ok(file) = self
                .site
                .below(&file)
                .and_then(|below| self.site.open_file(below))
        {
            // Not every file system has them.
            let _ = file.set_permissions(permissions);
        }
        Ok(WaitingText {
            path: now.to_string_lossy().into_owned(),
            waits_as,
            becomes: *blake3::hash(&bytes).as_bytes(),
            before,
        })
    }

    /// The real place of a text: where a link leads to that the content may hold.
    fn real(&self, below: &Path) -> Result<PathBuf, Error> {
        let place = self.site.path().join(below);
        let facts = self
            .site
            .look(below)
            .map_err(Error::during(Operation::Inspect, &place))?;
        if facts.is_none_or(|facts| facts.kind != EntryKind::Link) {
            return Ok(below.to_owned());
        }
        let real = self
            .site
            .resolve(below)
            .filter(|real| may_be_written(real) && may_be_written(below));
        real.ok_or_else(|| Error::during(Operation::Write, &place)(Refusal::Link.into()))
    }
}

/// The text with the byte order mark and the line ends of the file that it replaces.
fn in_style_of(text: &str, old: Option<&[u8]>) -> Vec<u8> {
    const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
    let old = old.unwrap_or_default();
    let mut bytes = if old.starts_with(MARK) {
        MARK.to_vec()
    } else {
        Vec::new()
    };
    if old.windows(2).any(|pair| pair == b"\r\n") {
        bytes.extend(text.replace('\n', "\r\n").into_bytes());
    } else {
        bytes.extend(text.as_bytes());
    }
    bytes
}
