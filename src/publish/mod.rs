//! The site as built goes in, and stands at the place that others read it from: the files that are
//! new or changed are put there, those that are gone are taken off, and no file of anybody else is
//! touched. Nothing here speaks to a person: a caller hears how far it is, and decides.
//!
//! ```text
//! PublishedSite::read ─ what is to be there
//!   │  look      list what is there, and judge it by the list of what was published before
//!   ▼  publish   lock, look again, say what is to come, put, take off, write the list
//! ```
//!
//! A reader meets an old file or a new one, never half of one: each is put beside its place first
//! and then renamed over it, unless the place puts files whole. What pages load is there before them, pages are before what lists
//! them, and what is gone goes last. Whoever is stopped half-way leaves a list of what was to
//! come, by which the next run knows its own files.

mod caution;
mod each;
mod fault;
mod folder;
mod kept;
mod look;
mod order;
mod ours;
mod run;
#[cfg(feature = "publish")]
mod s3;
#[cfg(feature = "publish")]
mod sftp;
mod site;
#[cfg(feature = "publish")]
mod store;
mod target;
#[cfg(feature = "publish")]
mod web;
#[cfg(feature = "publish")]
mod webdav;
mod zipped;

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests make folders of their own")]
mod tests;

pub use caution::TargetCaution;
pub use fault::PublishFault;
pub use folder::FolderTarget;
pub use kept::Publisher;
pub use look::{PublishOptions, PublishPlan, look};
pub use ours::OwnRun;
pub use run::{PublishProgress, publish};
#[cfg(feature = "publish")]
pub use s3::S3Target;
#[cfg(feature = "publish")]
pub use sftp::{SftpAccess, SftpTarget, connect};
pub use site::PublishedSite;
#[cfg(feature = "publish")]
pub use store::{SecretStore, system_store};
pub use target::{PublishTarget, TargetEntry, TargetEntryKind, WholeFiles};
#[cfg(feature = "publish")]
pub use webdav::WebdavTarget;
pub use zipped::{ZipState, zip_site, zip_state};
