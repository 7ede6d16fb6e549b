//! What a site holds, as files that other programs open. In: records as they are now, or as readers see them. Out: bytes.
//!
//! Nothing here touches the disk, and nothing of the site changes.

pub mod plain;
pub mod schedule;
pub mod workbook;
