//! Reads a text of a table: a line, or Markdown, or a diagnostic that says what is the matter with
//! it.

use toml::de::DeValue;

use super::kinds::{Field, Shape};
use super::read::{RawValue, Reader};
use super::value::MarkdownText;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{code_point, words_without_marks};
use crate::source::{Spanned, is_presentable, presentable};
use crate::words::messages::schema as messages;

impl Reader<'_> {
    pub(super) fn line(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<String> {
        let number = match raw.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) if takes_numbers(field.shape) => {
                self.text.get(self.span(raw.span()).range())
            }
            _ => None,
        };
        let text: &str = match (raw.get_ref(), number) {
            (DeValue::String(text), _) => text.as_ref(),
            (_, Some(number)) => number,
            _ => return self.wrong(key, raw, field),
        };
        // The name of a file is compared with names on disk, whatever stands in it.
        if matches!(field.shape, Shape::File) && !text.trim().is_empty() {
            return Some(text.to_owned());
        }
        self.control_character(text, raw);
        let text = presentable(text);
        let line = if is_line(&text) {
            text.into_owned()
        } else {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        if line.is_empty() {
            self.empty(key, raw, field);
            return None;
        }
        self.marks(key, &line, raw, field);
        Some(line)
    }

    /// A character that an escape brings into a line and that no page can hold.
    fn control_character(&mut self, text: &str, raw: &RawValue<'_>) {
        let is_control =
            |character: &char| !is_presentable(*character) && !character.is_whitespace();
        if let Some(character) = text.chars().find(is_control) {
            self.diagnostics.push(
                Diagnostic::at(Code::ControlCharacter, self.span(raw.span()))
                    .with("code", code_point(character)),
            );
        }
    }

    /// Marks of Markdown in a line that people read, where they mean nothing.
    fn marks(&mut self, key: &str, line: &str, raw: &RawValue<'_>, field: &Field) {
        let is_read = field.translatable && matches!(field.shape, Shape::Line);
        if let Some(words) = words_without_marks(line).filter(|_| is_read) {
            let is_plain = !words.is_empty() && words_without_marks(&words).is_none();
            self.diagnostics.push(
                Diagnostic::at(Code::MarksInLine, self.span(raw.span()))
                    .with("key", key)
                    .suggest(is_plain.then_some(words)),
            );
        }
    }

    pub(super) fn empty(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) {
        let way = if self.in_list {
            messages::FILL_IN_LIST.into()
        } else if field.required {
            messages::FILL_IN.into()
        } else {
            messages::fill_in_or_leave_out(&key)
        };
        self.diagnostics.push(
            Diagnostic::at(Code::EmptyValue, self.span(raw.span()))
                .with("key", key)
                .with("way", way),
        );
    }

    pub(super) fn spanned_line(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
    ) -> Option<Spanned<String>> {
        let span = self.span(raw.span());
        self.line(key, raw, field)
            .map(|line| Spanned::new(line, span))
    }

    /// Codes such as a postal or register number are often written without quotes.
    pub(super) fn line_or_number(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
    ) -> Option<String> {
        match raw.get_ref() {
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            _ => self.line(key, raw, field),
        }
    }

    pub(super) fn markdown(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
    ) -> Option<MarkdownText> {
        let DeValue::String(text) = raw.get_ref() else {
            return self.wrong(key, raw, field);
        };
        if text.trim().is_empty() {
            self.empty(key, raw, field);
            return None;
        }
        let span = self.span(raw.span());
        let written = self.text.get(span.range()).unwrap_or_default();
        // A string without escapes stands in the file letter for letter, after its quotes.
        let exact_start = (0_u32..=4).zip(0..).find(|(_, start)| {
            written
                .get(*start..)
                .is_some_and(|rest| rest.starts_with(text.as_ref()))
        });
        let exact_start = exact_start.map(|(start, _)| span.start + start);
        Some(MarkdownText {
            text: text.as_ref().into(),
            span,
            exact_start,
            replaced: Vec::new(),
        })
    }
}

/// Whether a number without quotes is a line there: an edition, a title such as `2018`.
fn takes_numbers(shape: Shape) -> bool {
    matches!(shape, Shape::Line | Shape::Lines)
}

/// Whether a value is a text without anything in it.
pub(super) fn is_empty(raw: &RawValue<'_>) -> bool {
    matches!(raw.get_ref(), DeValue::String(text) if text.trim().is_empty())
}

/// Whether a text is a line as it stands: words with one space between them. Of other texts than
/// plain ones it does not say so.
fn is_line(text: &str) -> bool {
    !text.starts_with(' ')
        && !text.ends_with(' ')
        && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        && text.as_bytes().windows(2).all(|pair| pair != b"  ")
}
