//! [`Survives`]: how much care is taken that what was written stays written.

use std::path::PathBuf;

use super::disk::Disk;
use crate::error::{Error, Operation};

/// What a site must survive without a torn file. What is found torn after a worse disaster, the
/// next build makes again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Survives {
    /// The death of the process at any moment. Enough, and much quicker, where a person looks on
    /// and builds again and again.
    Kill,
    /// The power failing at any moment; after a commit of more than 500 files, only once the system
    /// has written them.
    #[default]
    PowerFailure,
}

impl Survives {
    /// Makes these files and folders durable, if the site must survive that much.
    pub(super) fn sync(self, disk: &dyn Disk, paths: &[PathBuf]) -> Result<(), Error> {
        match (self, paths) {
            (Self::Kill, _) | (_, []) => Ok(()),
            (Self::PowerFailure, [first, ..]) => disk
                .sync(paths)
                .map_err(Error::during(Operation::Sync, first)),
        }
    }
}
