//! Changes to texts, each at its place, put together to whole new texts.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{FileId, Sources, Span};

/// What is to be put where.
#[derive(Debug, Default)]
pub struct Splices(BTreeMap<FileId, BTreeMap<(usize, usize), String>>);

impl Splices {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a text in the place of another. A place is changed once, however often it is met.
    pub fn replace(&mut self, place: Span, text: String) {
        let Range { start, end } = place.range();
        self.0
            .entry(place.file)
            .or_default()
            .insert((start, end), text);
    }

    /// Puts a text before a byte.
    pub fn insert(&mut self, file: FileId, at: usize, text: &str) {
        self.0
            .entry(file)
            .or_default()
            .entry((at, at))
            .or_default()
            .push_str(text);
    }

    /// The changed files with their new texts.
    pub fn texts<'a>(
        &'a self,
        sources: &'a Sources,
    ) -> impl Iterator<Item = (FileId, String)> + 'a {
        self.0.iter().map(|(file, changes)| {
            let old: &str = &sources.file(*file).text;
            let longer: usize = changes.values().map(String::len).sum();
            let mut text = String::with_capacity(old.len() + longer);
            let mut after = 0;
            for ((start, end), new) in changes {
                // Places never overlap; were two to, the first stands.
                if *start >= after {
                    text.push_str(&old[after..*start]);
                    text.push_str(new);
                    after = *end;
                }
            }
            text.push_str(&old[after..]);
            (*file, text)
        })
    }
}
