//! What stands in an output folder besides the files of this build, where no manifest tells what
//! the last one left: files of ours, which go, and all others, which are named. Links are not
//! followed, hidden folders not entered.

use super::disk::{Present, Stamp};
use super::manifest::Manifest;
use super::mark::MadeBy;
use super::places::STAGING_INSIDE;
use super::recognise::{Recogniser, is_picture};
use crate::error::Error;
use crate::plan::path::OutputPath;

/// How deep folders are looked into. This program makes none that deep.
const DEEPEST: usize = 64;

/// A file that no build makes, or a folder in which no build makes any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where it stands in the output, with `/` between the names; a folder has one at its end.
    pub path: String,
    /// How many files it is, as far as they were looked at.
    pub files: usize,
    /// How many of them are pictures by their names.
    pub pictures: usize,
}

impl Leftover {
    fn file(path: String) -> Self {
        Self {
            path,
            files: 1,
            pictures: 0,
        }
    }

    /// A folder with all that was found in it.
    fn folder(path: &str, inner: &[Self]) -> Self {
        Self {
            path: format!("{path}/"),
            files: inner.iter().map(|one| one.files).sum(),
            pictures: inner.iter().map(|one| one.pictures).sum(),
        }
    }
}

/// What stands there besides.
#[derive(Debug, Default)]
pub(super) struct Leftovers {
    /// Files of ours that this build does not make.
    pub(super) ours: Vec<(OutputPath, Stamp)>,
    /// All others; those with pictures first, then in the order of the paths.
    pub(super) others: Vec<Leftover>,
}

/// Looks through the output folder beside the files of this build; `is_going` says which of the
/// others are on their way out already.
pub(super) fn leftovers(
    recogniser: &Recogniser<'_>,
    manifest: &Manifest,
    is_going: &dyn Fn(&OutputPath) -> bool,
) -> Result<Leftovers, Error> {
    let mut walk = LeftoverWalk {
        recogniser,
        manifest,
        is_going,
        ours: Vec::new(),
    };
    let (mut others, _) = walk.folder("", 0)?;
    others.sort_by(|one, other| {
        (one.pictures == 0, &one.path).cmp(&(other.pictures == 0, &other.path))
    });
    let mut ours = walk.ours;
    ours.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(Leftovers { ours, others })
}

struct LeftoverWalk<'a> {
    recogniser: &'a Recogniser<'a>,
    manifest: &'a Manifest,
    is_going: &'a dyn Fn(&OutputPath) -> bool,
    ours: Vec<(OutputPath, Stamp)>,
}

impl LeftoverWalk<'_> {
    /// The leftovers of a folder, and whether anything in it is ours or will be.
    fn folder(&mut self, folder: &str, depth: usize) -> Result<(Vec<Leftover>, bool), Error> {
        let Recogniser { disk, output, .. } = *self.recogniser;
        let place = output.join(folder);
        let (mut others, mut is_ours) = (
            Vec::new(),
            folder.is_empty() || !self.manifest.below(&format!("{folder}/")).is_empty(),
        );
        for inner in disk.names_in(&place)? {
            let name = inner
                .file_name()
                .expect("a path from a listing ends in a name")
                .to_string_lossy()
                .into_owned();
            if name.starts_with(STAGING_INSIDE) {
                continue;
            }
            let path = if folder.is_empty() {
                name.clone()
            } else {
                format!("{folder}/{name}")
            };
            match disk.inspect(&inner)? {
                Present::Absent => {}
                Present::Other => others.push(Leftover::file(path)),
                Present::File(stamp) => match self.file(&path, stamp)? {
                    None => is_ours = true,
                    Some(other) => others.push(other),
                },
                Present::Folder
                    if depth == DEEPEST
                        || name.starts_with('.') && OutputPath::new(&path).is_err() =>
                {
                    if !disk.names_in(&inner)?.is_empty() {
                        others.push(Leftover::folder(&path, &[]));
                    }
                }
                Present::Folder => match self.folder(&path, depth + 1)? {
                    (inner, true) => {
                        is_ours = true;
                        others.extend(inner);
                    }
                    (inner, false) if inner.is_empty() => {}
                    (inner, false) => others.push(Leftover::folder(&path, &inner)),
                },
            }
        }
        Ok((others, is_ours))
    }

    /// A file that is neither of this build nor ours.
    fn file(&mut self, path: &str, stamp: Stamp) -> Result<Option<Leftover>, Error> {
        if let Ok(checked) = OutputPath::new(path) {
            if self.manifest.entry(&checked).is_some() || (self.is_going)(&checked) {
                return Ok(None);
            }
            // Some systems spell a name in another way than it was given; only what stands under
            // its own name is ours to remove.
            if checked.as_str() == path
                && matches!(
                    self.recogniser.maker(&checked, stamp.size)?,
                    MadeBy::Signed | MadeBy::Placed
                )
            {
                self.ours.push((checked, stamp));
                return Ok(None);
            }
        }
        Ok(Some(Leftover {
            pictures: usize::from(is_picture(path)),
            ..Leftover::file(path.to_owned())
        }))
    }
}
