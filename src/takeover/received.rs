//! What a file is, by its bytes: what it is called says nothing.

use crate::intake::document::{self, Document};
use crate::intake::refused::{Foreign, MOST_MEGABYTES, Refused};
use crate::intake::schedule::is_schedule;

/// A file that can be taken over, or cannot.
#[derive(Debug)]
pub enum Received {
    /// A programme.
    Programme,
    /// A document.
    Document(Box<Document>),
    /// A table; what is wrong with it is known once it is read as one.
    Table,
    /// Nothing that is read.
    Refused(Refused),
}

/// What these bytes are. More than [`MOST_MEGABYTES`] are not looked at.
pub fn received(bytes: &[u8]) -> Received {
    if bytes.len() as u64 > MOST_MEGABYTES * 1_000_000 {
        return Received::Refused(Refused::TooLarge);
    }
    if is_schedule(bytes) {
        return Received::Programme;
    }
    match document::read(bytes) {
        Ok(document) => Received::Document(Box::new(document)),
        // What is no document may be a table.
        Err(Refused::Kind(Foreign::Workbook | Foreign::Unknown)) => Received::Table,
        Err(refused) => Received::Refused(refused),
    }
}
