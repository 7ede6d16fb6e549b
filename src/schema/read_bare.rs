//! Reads a value that lacks its quotes, where its field leaves no doubt of what was meant; else says
//! what belongs there, so that who follows the message has a value that can be read.

use std::ops::Range;

use super::choices::{AllowedWord, TRUTH};
use super::kinds::{Field, Shape};
use super::names::{meant, named};
use super::read::{RawValue, Reader};
use super::toml_lines::token_end;
use super::toml_problem::drop_what_follows;
use super::value::Value;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Span;
use crate::words::Language;
use crate::words::messages::schema as messages;

impl Reader<'_> {
    /// A word without quotes: `concept = ja` can mean only one thing. Of others the message says
    /// what the field takes, with quotes where those are needed.
    pub(super) fn bare_word(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
    ) -> Option<Value> {
        let (word, range) = self.word_without_quotes(raw)?;
        let span = Span::new(self.file, range.clone());
        let truth = truth(word);
        let instead = match field.shape {
            Shape::Bool => {
                if let Some(value) = truth {
                    self.understood.push(range);
                    return Some(Value::Bool(value));
                }
                self.wrong_type(key, span, messages::TEXT_WITHOUT_QUOTES, field)
            }
            Shape::Choice(words) => {
                let found = self.choice_of(word, words);
                if let Some(found) = found.filter(|_| truth.is_some()) {
                    self.understood.push(range);
                    return Some(Value::Choice(found));
                }
                if found.is_some() {
                    return None;
                }
                let meant = meant(word, || words.iter().map(AllowedWord::names), self.language);
                self.unknown_value(key, word, span, words)
                    .suggest(meant.map(|word| format!("\"{word}\"")))
            }
            Shape::Integer(..)
            | Shape::Number(..)
            | Shape::Tile
            | Shape::Codes
            | Shape::Table(_)
            | Shape::Named(_)
            | Shape::Tables(_) => self.wrong_type(key, span, messages::TEXT_WITHOUT_QUOTES, field),
            Shape::Date => Diagnostic::at(Code::BadDate, span).with("value", word),
            Shape::Time => Diagnostic::at(Code::BadTime, span).with("value", word),
            _ => return None,
        };
        self.understood.push(range);
        self.diagnostics.push(instead);
        None
    }

    /// The whole of a value that begins as a word does and has no quotes, and its place in the file.
    fn word_without_quotes(&self, raw: &RawValue<'_>) -> Option<(&str, Range<usize>)> {
        let start = self.span(raw.span()).range().start;
        let is_stumble = self.stumbles.binary_search(&(start - self.offset)).is_ok();
        let begins = |text: &str| text.starts_with(char::is_alphabetic);
        if !is_stumble || !self.text.get(start..).is_some_and(begins) {
            return None;
        }
        let word = self.text[start..token_end(self.text, start)].trim_end();
        let is_plain = !word.contains(['"', '\'', '=', '[', '{', '\\']);
        is_plain.then(|| (word, start..start + word.len()))
    }

    /// Takes out what follows from a mistake of syntax, and what the parser said of values that were
    /// understood after all.
    pub(crate) fn drop_what_follows(&mut self) {
        let mut understood = std::mem::take(&mut self.understood);
        understood.sort_by_key(|range| range.start);
        let is_understood = |byte: usize| {
            let behind = understood.partition_point(|range| range.start <= byte);
            behind > 0 && byte < understood[behind - 1].end
        };
        self.diagnostics.retain(|diagnostic| {
            let is_of_parser = diagnostic.code == Code::TomlSyntax;
            !matches!(diagnostic.place, Place::Text(span) if is_of_parser && is_understood(span.range().start))
        });
        let stumbles = self.stumbles.iter().map(|stumble| self.offset + stumble);
        let left: Vec<usize> = stumbles.filter(|byte| !is_understood(*byte)).collect();
        drop_what_follows(&mut self.diagnostics, self.text, &left);
    }
}

/// Whether a word says yes or no, in either language.
pub(super) fn truth(word: &str) -> Option<bool> {
    named(word, || TRUTH.iter().map(AllowedWord::names), Language::Nl).map(|found| found == 0)
}
