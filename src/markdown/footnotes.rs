//! The numbers of footnotes: in the order in which the text refers to them.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// The footnotes of a text while it is written.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// The events of each note, in the order of definition.
    definitions: Vec<Range<usize>>,
    by_label: BTreeMap<String, usize>,
    /// Which definitions have a number, in the order of their numbers.
    order: Vec<usize>,
    /// By definition: its number, once it has one.
    numbers: Vec<Option<usize>>,
    /// By definition: how many places in the text lead to it.
    references: Vec<usize>,
    /// No definition before this one is without a number, once the text is written.
    forgotten: usize,
}

/// One place in the text that refers to a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FootnoteReference {
    /// The note's number, from 1.
    pub(super) number: usize,
    /// Which of the references to this note, from 1.
    pub(super) occurrence: usize,
}

impl Footnotes {
    /// Finds the notes of a text. Of two with one label the first counts, as for links.
    pub(super) fn find(events: &[Event<'_>], partners: &[usize]) -> Self {
        let mut footnotes = Self::default();
        for (at, event) in events.iter().enumerate() {
            let Event::Start(Tag::FootnoteDefinition(label)) = event else {
                continue;
            };
            let next = footnotes.definitions.len();
            if *footnotes
                .by_label
                .entry(label.to_lowercase())
                .or_insert(next)
                == next
            {
                footnotes.definitions.push(at + 1..partners[at]);
            }
        }
        footnotes.numbers = vec![None; footnotes.definitions.len()];
        footnotes.references = vec![0; footnotes.definitions.len()];
        footnotes
    }

    /// Whether the text has notes.
    pub(super) fn is_empty(&self) -> bool {
        self.definitions.is_empty()
    }

    /// The number of the note with this label, where there is one.
    pub(super) fn number(&mut self, label: &str) -> Option<usize> {
        let definition = *self.by_label.get(&label.to_lowercase())?;
        Some(self.number_of(definition))
    }

    /// The number of the note with this label, counting this place as one that leads there and can
    /// be returned to.
    pub(super) fn refer(&mut self, label: &str) -> Option<FootnoteReference> {
        let definition = *self.by_label.get(&label.to_lowercase())?;
        self.references[definition] += 1;
        Some(FootnoteReference {
            number: self.number_of(definition),
            occurrence: self.references[definition],
        })
    }

    /// The events of the note with this number. Past the last one referred to come those that
    /// nothing refers to: a note that its writer forgot to point at is better seen than lost.
    pub(super) fn note(&mut self, number: usize) -> Option<Range<usize>> {
        if number > self.order.len() {
            self.forgotten += self
                .numbers
                .get(self.forgotten..)?
                .iter()
                .position(Option::is_none)?;
            self.number_of(self.forgotten);
        }
        self.order
            .get(number.checked_sub(1)?)
            .map(|definition| self.definitions[*definition].clone())
    }

    /// How many places lead to the note with this number.
    pub(super) fn references(&self, number: usize) -> usize {
        self.order
            .get(number.wrapping_sub(1))
            .map_or(0, |definition| self.references[*definition])
    }

    fn number_of(&mut self, definition: usize) -> usize {
        *self.numbers[definition].get_or_insert_with(|| {
            self.order.push(definition);
            self.order.len()
        })
    }
}
