//! Parts of a text that give way to other words, applied in one walk.

use std::ops::Range;

use crate::schema::value::Replaced;

/// What is to change in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts words in the place of a part; none where they are empty.
    pub(super) fn replace(&mut self, range: Range<usize>, words: &str) {
        self.0.push((range, words.to_owned()));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text as it is then, and what was replaced in it. Parts that overlap go as one, with the
    /// first words that are put in their place.
    pub(super) fn apply(mut self, text: &str) -> (String, Vec<Replaced>) {
        self.0
            .sort_by(|(one, _), (other, _)| (one.start, other.end).cmp(&(other.start, one.end)));
        let mut apart: Vec<(Range<usize>, String)> = Vec::with_capacity(self.0.len());
        for (range, words) in self.0 {
            match apart.last_mut() {
                Some((last, kept)) if range.start < last.end || range == *last => {
                    last.end = last.end.max(range.end);
                    if kept.is_empty() {
                        *kept = words;
                    }
                }
                _ => apart.push((range, words)),
            }
        }
        let mut changed = String::with_capacity(text.len());
        let mut replaced = Vec::with_capacity(apart.len());
        let mut done = 0;
        for (written, words) in apart {
            changed.push_str(&text[done..written.start]);
            let start = changed.len();
            changed.push_str(&words);
            done = written.end;
            replaced.push(Replaced {
                now: start..changed.len(),
                written,
            });
        }
        changed.push_str(&text[done..]);
        (changed, replaced)
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;
    use crate::schema::value::MarkdownText;
    use crate::source::{FileId, Span};

    #[test]
    fn what_overlaps_goes_as_one_and_places_are_those_that_were_written() {
        let mut edits = Edits::default();
        edits.replace(4..7, "(x)");
        edits.replace(5..9, "(y)");
        edits.replace(12..13, "");
        let written = "een abcdef gh ij";
        let (text, replaced) = edits.apply(written);
        assert_eq!(text, "een (x)f g ij");
        let plain = MarkdownText {
            text: written.into(),
            span: Span::new(FileId(0), 100..116),
            exact_start: Some(100),
            replaced: Vec::new(),
        };
        let text = plain.changed(&text, replaced);
        let at = |text: &MarkdownText, range: std::ops::Range<usize>| {
            let place = text.place(range);
            written[place.start as usize - 100..place.end as usize - 100].to_owned()
        };
        let at_first = |range| at(&text, range);
        assert_eq!(at_first(0..3), "een");
        assert_eq!(at_first(4..7), "abcde");
        assert_eq!(at_first(5..8), "abcdef");
        assert_eq!(at_first(7..8), "f");
        assert_eq!(at_first(9..10), "g");
        assert_eq!(at_first(11..13), "ij");
        // Changed once more, each place still is the one that was written: "een" goes, "f g"
        // becomes "-".
        let mut edits = Edits::default();
        edits.replace(0..4, "");
        edits.replace(7..10, "-");
        let (again, replaced) = edits.apply(&text.text);
        assert_eq!(again, "(x)- ij");
        let again = text.changed(&again, replaced);
        assert_eq!(at(&again, 0..3), "abcde");
        assert_eq!(at(&again, 3..4), "f g");
        assert_eq!(at(&again, 5..7), "ij");
    }
}
