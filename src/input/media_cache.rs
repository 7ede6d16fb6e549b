//! The pictures and attachments that were looked at, with what their first bytes say they are.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;

use rayon::prelude::*;

use super::look::LookFolders;
use super::rewrite::Rewrite;
use super::since::Since;
use super::walk::FoundFile;
use crate::folder::WalkedFile;
use crate::pictures;
use crate::pictures::media_file::{MediaFile, MediaFiles, Picture, PictureFault};
use crate::source::SourcePath;

/// The pictures and attachments that were looked at.
#[derive(Debug, Default)]
pub(super) struct MediaCache {
    known: HashMap<SourcePath, KnownMedia>,
}

/// A picture or attachment that was looked at before, and its stamp then.
#[derive(Debug, Clone)]
struct KnownMedia {
    stamp: [u8; 32],
    seen: Result<Picture, PictureFault>,
    content: Option<[u8; 32]>,
}

impl MediaCache {
    /// Looks at the first bytes of every picture and attachment, side by side, and hashes those
    /// that are as long as another: they may be copies of each other. What cannot have changed
    /// since the last time is known.
    pub(super) fn look_at(
        &mut self,
        found: Vec<FoundFile>,
        rewrite: &Rewrite,
        looks: &LookFolders,
        since: Since<'_>,
    ) -> MediaFiles {
        let mut lengths: HashMap<u64, u32> = HashMap::new();
        for size in found
            .iter()
            .map(|found| found.size)
            .chain(looks.assets().map(|asset| asset.size))
            .filter(|size| *size > 0)
        {
            *lengths.entry(size).or_default() += 1;
        }
        let known = &self.known;
        let looked = found.into_par_iter().map(
            |FoundFile {
                 path,
                 disk,
                 file,
                 size,
                 stamp,
             }| {
                let source = file.expect("what a walk found is on disk");
                let before = known
                    .get(&path)
                    .filter(|before| before.stamp == stamp && !since.may_have_changed(&disk));
                let new = rewrite.files.get(&path);
                let look = || seen(new, &source);
                let seen = before.map_or_else(look, |before| before.seen);
                let has_twin = lengths.get(&size).is_some_and(|number| *number > 1);
                // What cannot be read cannot be published either.
                let hash = || {
                    before
                        .and_then(|before| before.content)
                        .or_else(|| new.map(|bytes| *blake3::hash(bytes).as_bytes()))
                        .or_else(|| pictures::hash(&source).ok()?.ok())
                };
                let content = if has_twin { hash() } else { None };
                (
                    path,
                    MediaFile {
                        disk,
                        source,
                        size,
                        stamp,
                        seen,
                        content,
                    },
                )
            },
        );
        let files: BTreeMap<SourcePath, MediaFile> = looked.collect();
        let known = |file: &MediaFile| KnownMedia {
            stamp: file.stamp,
            seen: file.seen,
            content: file.content,
        };
        self.known = files
            .iter()
            .map(|(path, file)| (path.clone(), known(file)))
            .collect();
        MediaFiles { files }
    }
}

/// What a file is: one that is not on disk yet by its bytes.
fn seen(new: Option<&Vec<u8>>, source: &WalkedFile) -> Result<Picture, PictureFault> {
    match new {
        Some(bytes) => pictures::detect(Cursor::new(bytes)),
        None => pictures::look(source),
    }
}
