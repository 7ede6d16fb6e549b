//! The last stage: bytes go in, the output folder holds the new site. Whatever happens on the way —
//! an error in a page, a full disk, Ctrl-C, a kill — the folder holds the old site or the new one,
//! whole, after the next run at the latest, and nobody ever reads half a file. Files that no build
//! made are never touched.
//!
//! ```text
//! Writer::begin ── lock, recover, read the manifest
//!   │  place, copy: from all threads; look, render if need be, compare, stage
//! Writer::commit ─ check, journal, rename, remove, manifest
//! ```
//!
//! Where no manifest can be believed, `recognise` says which files are ours all the same, and
//! `leftovers` what stands there besides.
//!
//! Whether the folder still is as a build left it, [`verify`](verify()) tells. All calls to the file system
//! go by `disk` and `lock` through [`Folder`](crate::folder::Folder).

mod assets;
mod clearing;
mod commit;
mod compare;
mod disk;
mod folders;
mod leftovers;
mod lock;
mod manifest;
mod mark;
mod moving;
mod options;
mod place;
mod places;
mod put_aside;
mod recognise;
mod site_steps;
mod staging;
mod surplus;
mod survives;
mod transaction;
mod verify;
mod writer;

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders of their own"
)]
pub(crate) mod tests;

pub use crate::plan::path::{OutputPath, PathFault};
pub use commit::{CommitOutcome, Committed};
pub use compare::Differences;
pub use disk::{ContentHash, Disk, Present, RealDisk, Stamp};
pub use leftovers::Leftover;
pub use lock::{Lock, lock_site};
pub use manifest::{FileKey, Manifest, ManifestEntry};
pub use mark::{Comment, Ours};
pub(crate) use moving::rename;
pub use options::{Cancel, WriteOptions};
pub use place::{PlaceError, Placed};
pub use places::{OutputPlaces, PREVIEW};
pub use put_aside::{PutAside, TakenOff};
pub use survives::Survives;
pub(crate) use transaction::{Changes, Steps, Transaction, journal_in};
pub use verify::{FileState, Finding, Verified, verify};
pub use writer::SiteWriter;
