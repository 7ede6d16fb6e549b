//! What a site's folder would hold after a change that is not on disk yet: so that a change is read
//! and checked whole before anything of it is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::SourcePath;

/// Files that get another place or another text, and files that are new. Places change first: texts are named by where they
/// are then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rewrite {
    /// Files and folders with their new places.
    pub moves: Vec<(SourcePath, SourcePath)>,
    /// New texts, of files that are there and of new ones.
    pub texts: BTreeMap<SourcePath, Arc<str>>,
    /// New files that are no text, such as pictures. None of them may be there yet.
    pub files: BTreeMap<SourcePath, Vec<u8>>,
}

impl Rewrite {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.texts.is_empty() && self.files.is_empty()
    }

    /// Where a file is afterwards.
    pub fn place_of(&self, path: &SourcePath) -> SourcePath {
        moved(path, self.moves.iter().map(|(from, to)| (from, to)))
    }

    /// Where a file was before.
    pub fn former_place_of(&self, path: &SourcePath) -> SourcePath {
        moved(path, self.moves.iter().rev().map(|(from, to)| (to, from)))
    }
}

fn moved<'a>(
    path: &SourcePath,
    moves: impl Iterator<Item = (&'a SourcePath, &'a SourcePath)>,
) -> SourcePath {
    moves.fold(path.clone(), |path, (from, to)| {
        path.moved(from, to).unwrap_or(path)
    })
}
