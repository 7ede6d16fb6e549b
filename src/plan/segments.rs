//! The path of an address while it is written: words and ids, each with its `/`.

use crate::records::Report;
use crate::words::Language;
use crate::words::routes::Routes;

/// Writes the path of an address, one segment behind another.
pub(super) struct Segments<'p> {
    pub(super) path: &'p mut String,
    pub(super) report: &'p Report,
    /// The words of addresses in the language of this one.
    pub(super) routes: &'p Routes,
    pub(super) language: Language,
}

impl Segments<'_> {
    /// Adds words or ids.
    pub(super) fn add(&mut self, segments: &[&str]) {
        for segment in segments {
            self.path.push_str(segment);
            self.path.push('/');
        }
    }

    /// Adds the name of a file, which ends the path.
    pub(super) fn file(&mut self, name: &str) {
        self.path.push_str(name);
    }
}
