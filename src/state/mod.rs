//! What the program keeps for itself beside a report, in `.oogst`: how it is known as its own.
//!
//! A folder comes by git, by mail, in an archive, and what lies in its `.oogst` came along. So
//! nothing there is obeyed or believed unless this program sealed it, for this user and in this
//! very folder: a [`Seal`] holds a [`StateKey`]'s hash, and that key is in the user's own state
//! folder, never in the report's. What another user, another machine or another copy of the folder
//! sealed reads as nothing: that costs time, and no file.

mod key;
mod recent;
mod sealed;

pub use key::{StateKey, home_folder, random};
pub use recent::{recent_reports, remember_report};
pub use sealed::{Opened, Seal};

/// The folder of the program's own files, below the site's.
pub const STATE_FOLDER: &str = ".oogst";
