//! What a text shows otherwise than its writer saw it, told once a file: HTML that stands there as
//! words, what was pasted out of a word processor, what Markdown takes for something else.

use super::text_links::TextChecker;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{FoundElement, Oddity, OddityKind, RawHtml, is_comment, oddities};
use crate::schema::value::MarkdownText;

impl TextChecker<'_, '_> {
    /// Tells of the first of each kind in a file.
    pub(super) fn oddities(&mut self, text: &MarkdownText) {
        for oddity in oddities(&text.text) {
            let Oddity {
                kind,
                range,
                text: said,
            } = oddity;
            let at = |code| Diagnostic::at(code, text.place(range.clone()));
            let diagnostic = match kind {
                OddityKind::Control => at(Code::ControlCharacter).with("code", said),
                OddityKind::Bullets => at(Code::PastedList).with("sign", said),
                OddityKind::TabTable => {
                    let columns = said.matches(" | ").count() + 1;
                    let rule = format!("|{}", " --- |".repeat(columns));
                    at(Code::PastedTable).with("head", said).with("rule", rule)
                }
                OddityKind::LooseMarks => at(Code::LooseMarks).suggest(Some(said)),
                OddityKind::IndentedCode => at(Code::ShownAsCode),
                OddityKind::TabInItem => at(Code::TabInList),
                OddityKind::StarsInWords => at(Code::StarsInWords).suggest(Some(said)),
                OddityKind::Renumbered => at(Code::Renumbered)
                    .with("number", &said)
                    .suggest(Some(format!("**{said}**"))),
                OddityKind::YearList => at(Code::YearAsList)
                    .with("number", &said)
                    .suggest(Some(format!("**{said}**"))),
            };
            self.once_a_file(text, diagnostic);
        }
    }

    /// HTML in a text, where the site shows it as words. A comment is not shown, and not told of.
    pub(super) fn raw_html(&mut self, text: &MarkdownText, found: &FoundElement) {
        if self.lookup.config.raw_html == RawHtml::Escaped && !is_comment(&found.text) {
            let diagnostic = Diagnostic::at(Code::HtmlAsText, text.place(found.range.clone()));
            self.once_a_file(text, diagnostic);
        }
    }

    fn once_a_file(&mut self, text: &MarkdownText, diagnostic: Diagnostic) {
        if self.odd.insert((diagnostic.code, text.span.file)) {
            self.say(diagnostic);
        }
    }
}
