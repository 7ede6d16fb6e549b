//! From the files of the site to records: what was written, with its places.

/// Markdown as HTML.
pub mod markdown;
