//! Footnotes: numbered in the order in which the text refers to them, listed at its end, with ways
//! there and back.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::writer::Writer;
use crate::words::{Bilingual, both};

const FOOTNOTE: Bilingual = both("Voetnoot", "Footnote");
const BACK: Bilingual = both("Terug naar de tekst", "Back to the text");
const BACK_FROM: Bilingual = both(
    "Terug naar de tekst bij voetnoot",
    "Back to the text at footnote",
);

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
pub(super) struct Reference {
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
    pub(super) fn refer(&mut self, label: &str) -> Option<Reference> {
        let definition = *self.by_label.get(&label.to_lowercase())?;
        self.references[definition] += 1;
        Some(Reference {
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

impl Writer<'_, '_, '_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let language = self.options.language;
        if self.link.is_some() {
            // No link in a link.
            match self.footnotes.number(label) {
                Some(number) => {
                    let _ = write!(self.output, "<sup>{number}</sup>");
                }
                None => self.text(&format!("[^{label}]")),
            }
            return;
        }
        let Some(reference) = self.footnotes.refer(label) else {
            self.text(&format!("[^{label}]"));
            return;
        };
        let number = reference.number;
        let id = reference_id(&self.id_prefix, number, reference.occurrence);
        self.output.push_str("<sup");
        self.attributes(&format!(" class=\"footnote-reference\" id=\"{id}\""));
        self.output.push_str("><a");
        self.attributes(&format!(
            " href=\"#{}fn_{number}\" aria-label=\"{} {number}\"",
            self.id_prefix,
            FOOTNOTE.get(language)
        ));
        let _ = write!(self.output, ">{number}</a></sup>");
        self.before = Some('x');
    }

    /// Writes the notes as a list at the end. A note can refer to another, so all are written
    /// before the ways back are counted.
    pub(super) fn notes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.output);
        let mut notes = Vec::new();
        while let Some(range) = self.footnotes.note(notes.len() + 1) {
            self.before = None;
            self.walk(range);
            notes.push(std::mem::take(&mut self.output));
        }
        self.output = text;
        self.fresh_line();
        self.output.push_str("<div");
        self.attributes(" class=\"footnotes\"");
        self.output.push_str(">\n<ol>\n");
        for (index, note) in notes.iter().enumerate() {
            let number = index + 1;
            self.output.push_str("<li");
            self.attributes(&format!(" id=\"{}fn_{number}\"", self.id_prefix));
            self.output.push('>');
            let (body, close) = match note.strip_suffix("</p>\n") {
                Some(body) => (body, "</p>"),
                None => (note.as_str(), ""),
            };
            self.output.push_str(body);
            self.ways_back(number);
            self.output.push_str(close);
            self.output.push_str("</li>\n");
        }
        self.output.push_str("</ol>\n</div>\n");
    }

    fn ways_back(&mut self, number: usize) {
        let back = if self.footnotes.references(number) > 1 {
            BACK_FROM
        } else {
            BACK
        }
        .get(self.options.language);
        for occurrence in 1..=self.footnotes.references(number) {
            let id = reference_id(&self.id_prefix, number, occurrence);
            let place = match (self.footnotes.references(number), occurrence) {
                (1, _) => String::new(),
                (_, occurrence) => format!(" {number} ({occurrence})"),
            };
            self.output.push_str(" <a");
            self.attributes(&format!(
                " class=\"footnote-back\" href=\"#{id}\" aria-label=\"{back}{place}\""
            ));
            self.output.push_str(">↩\u{FE0E}</a>");
        }
    }
}

/// The id of a place that refers to a note. Ids of headings have no `_`, so the two never meet.
fn reference_id(prefix: &str, number: usize, occurrence: usize) -> String {
    if occurrence == 1 {
        format!("{prefix}fnref_{number}")
    } else {
        format!("{prefix}fnref_{number}_{occurrence}")
    }
}
