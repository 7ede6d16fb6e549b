//! Files that other programs made: documents of Word, `LibreOffice` and the web, tables, and
//! programmes of meetings. In: bytes that nobody here has looked at yet. Out: what they say, as values; and what of it was left out.
//!
//! Nothing that such a file says of itself is believed: what it is, its bytes tell, and how large
//! it is, what comes out of them. No name in it is ever a path. Nothing here touches the disk.

pub mod document;
mod marks;
pub mod package;
pub mod refused;
pub mod rows;
pub mod schedule;
pub mod table;
mod xml;
mod xml_events;

pub use xml_events::referred;

#[cfg(test)]
mod tests;
