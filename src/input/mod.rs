//! Reads a site's folder: `oogst.toml`, `content/`, the look. The only stage that reads sources
//! from disk.
//!
//! In: the folder, and which paths changed since the last time. Out: a [`Loaded`], every text
//! normalised and with its hash, every picture and attachment by name, size and what its bytes say
//! it is, and [`parse`] makes records of one text as written. Nothing is followed out of the folder, nothing is run, and a file too large or unreadable
//! as text becomes a diagnostic, so that the rest is still read.

pub mod field_reference;
mod fixed_names;
pub mod geo;
mod git_index;
mod loaded;
mod loader;
mod look;
mod markdown_file;
mod media_cache;
mod misplaced;
pub mod parse;
pub mod permalinks;
pub mod place;
pub mod record;
mod rewrite;
mod since;
mod text;
mod text_cache;
mod walk;

pub use fixed_names::known;
pub use loaded::Loaded;
pub use loader::Loader;
pub use look::{Asset, LookFolder, LookFolders};
pub use markdown_file::facts_and_body;
pub use rewrite::Rewrite;
pub use since::Since;
pub use text::{LARGEST_TEXT, config_text};
