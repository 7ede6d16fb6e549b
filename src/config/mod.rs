//! `oogst.toml` as resolved: every setting has its value, whether written or not.
//!
//! The file is read by a schema of its own, with the same reader as content, so that a typing
//! mistake in it gets the same kind of message.

mod compliance;
mod needed;
mod publishing;
mod read;
mod resolve;
mod resolved;
mod settings;

pub use compliance::{Accessibility, Budget, HeaderFile, PrivacyNotice, Security, is_email};
pub use needed::{needed_now, newer_needed};
pub use publishing::{HOST_KEY, PublishBy, PublishPlace, S3Place, SftpPlace, WebdavPlace};
pub use read::{language_of, read, written};
pub use resolve::{resolve, roles_recorded, shows_contacts};
pub use resolved::{Config, MapFile};
pub use settings::SETTINGS;
