//! From the files of the site to records: what was written, with its places.

pub mod markdown;
