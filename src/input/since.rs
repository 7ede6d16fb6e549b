//! [`Since`]: what may have changed since the last time.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Which files may have changed since the last time.
#[derive(Debug, Clone, Copy)]
pub enum Since<'a> {
    /// Any of them.
    Unknown,
    /// These, or what lies below them.
    Paths(&'a BTreeSet<PathBuf>),
}

impl Since<'_> {
    /// Whether this file may have.
    pub fn may_have_changed(self, disk: &Path) -> bool {
        match self {
            Self::Unknown => true,
            Self::Paths(paths) => paths.iter().any(|path| disk.starts_with(path)),
        }
    }
}
