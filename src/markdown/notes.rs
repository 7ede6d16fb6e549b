//! Footnotes as HTML: the numbers in the text, the notes at its end, and the ways there and back.

use std::fmt::Write;

use super::writer::HtmlWriter;
use crate::words::Bilingual;
use crate::words::labels;

const FOOTNOTE: Bilingual = labels::FOOTNOTE;
const BACK: Bilingual = labels::BACK_TO_TEXT;
const BACK_FROM: Bilingual = labels::BACK_TO_TEXT_AT_FOOTNOTE;

impl HtmlWriter<'_, '_, '_> {
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

    /// Writes the notes, each as HTML already, as a list at the end.
    pub(super) fn list_of_notes(&mut self, notes: &[String]) {
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
