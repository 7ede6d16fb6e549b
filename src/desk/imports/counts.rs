//! How much was taken over, as it travels in the address of the page that says so.

use crate::desk::posted::Posted;
use crate::words::{Language, desk_imports as words};

/// What stands behind the question mark once a file was taken over.
const DONE: &str = "overgenomen";

/// How much of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::desk) struct TakeoverCounts {
    pub(in crate::desk) new: usize,
    pub(in crate::desk) changed: usize,
    pub(in crate::desk) removed: usize,
    pub(in crate::desk) texts: usize,
    pub(in crate::desk) photos: usize,
}

impl TakeoverCounts {
    fn all(self) -> [usize; 5] {
        let Self {
            new,
            changed,
            removed,
            texts,
            photos,
        } = self;
        [new, changed, removed, texts, photos]
    }

    /// In words.
    pub(super) fn said(self, language: Language) -> String {
        words::counted(self.all(), language)
    }

    /// As it stands behind an address.
    pub(super) fn query(self) -> String {
        let numbers = self.all().map(|number| number.to_string());
        format!("?{DONE}={}", numbers.join("."))
    }

    /// What an address says was taken over, as a sentence.
    pub(super) fn told(query: &Posted, language: Language) -> Option<String> {
        let numbers = query.first(DONE)?.split('.');
        let numbers: Option<Vec<usize>> = numbers.map(|number| number.parse().ok()).collect();
        let counts: [usize; 5] = numbers?.try_into().ok()?;
        let said = words::counted(counts, language);
        Some(words::taken_over(&said).get(language).to_owned())
    }
}
