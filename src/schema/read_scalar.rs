//! Reads one value of a table: a line, a day, a number, or a diagnostic that says what belongs there.

use std::borrow::Cow;

use jiff::civil::Date;
use toml::de::DeValue;

use super::choices::{AllowedWord, listed};
use super::kinds::Field;
use super::moments::{iso_date, meant_date, way_to_write};
use super::names::{meant, named};
use super::read::{RawValue, Reader};
use super::read_bare::truth;
use super::read_text::is_empty;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::source::Span;

impl Reader<'_> {
    pub(super) fn date(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<Date> {
        if is_empty(raw) {
            self.empty(key, raw, field);
            return None;
        }
        let written: Cow<'_, str> = match raw.get_ref() {
            DeValue::Datetime(moment) => {
                if let Some(date) = moment.date {
                    let date = Date::new(
                        i16::try_from(date.year).ok()?,
                        i8::try_from(date.month).ok()?,
                        i8::try_from(date.day).ok()?,
                    );
                    if let Ok(date) = date {
                        return Some(date);
                    }
                }
                Cow::Owned(moment.to_string())
            }
            DeValue::String(text) => {
                if let Some(date) = iso_date(text.trim()) {
                    return Some(date);
                }
                Cow::Borrowed(text.as_ref())
            }
            _ => return self.wrong(key, raw, field),
        };
        self.diagnostics.push(
            Diagnostic::at(Code::BadDate, self.span(raw.span()))
                .with("value", &written)
                .suggest(meant_date(&written)),
        );
        None
    }

    /// A time, by what reads its letters.
    pub(super) fn time<T>(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if is_empty(raw) {
            self.empty(key, raw, field);
            return None;
        }
        let written = match raw.get_ref() {
            DeValue::Datetime(moment) => moment.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            // 13.30 without quotes is a number to TOML and a time to everyone else; its own letters
            // tell which.
            DeValue::Float(_) | DeValue::Integer(_) => self
                .text
                .get(self.span(raw.span()).range())
                .unwrap_or_default()
                .to_owned(),
            _ => return self.wrong(key, raw, field),
        };
        let time = read(&written);
        if time.is_none() {
            self.diagnostics.push(
                Diagnostic::at(Code::BadTime, self.span(raw.span()))
                    .with("value", &written)
                    .with("way", way_to_write(&written)),
            );
        }
        time
    }

    pub(super) fn integer(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
        least: i64,
        most: i64,
    ) -> Option<i64> {
        let DeValue::Integer(number) = raw.get_ref() else {
            return self.wrong(key, raw, field);
        };
        let value = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if let Some(value) = value.filter(|value| (least..=most).contains(value)) {
            return Some(value);
        }
        self.out_of_range(key, raw, &least, &most);
        None
    }

    pub(super) fn number(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
        least: i32,
        most: i32,
    ) -> Option<f64> {
        let text = match raw.get_ref() {
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            _ => return self.wrong(key, raw, field),
        };
        let value = text.parse::<f64>().ok().filter(|value| {
            value.is_finite() && *value >= f64::from(least) && *value <= f64::from(most)
        });
        if value.is_none() {
            self.out_of_range(key, raw, &least, &most);
        }
        value
    }

    fn out_of_range(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        least: &dyn ToString,
        most: &dyn ToString,
    ) {
        let span = self.span(raw.span());
        let written = self.text.get(span.range()).unwrap_or_default();
        self.diagnostics.push(
            Diagnostic::at(Code::OutOfRange, span)
                .with("value", written)
                .with("key", key)
                .with("least", least.to_string())
                .with("most", most.to_string()),
        );
    }

    pub(super) fn choice(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
        words: &'static [AllowedWord],
    ) -> Option<usize> {
        // Where yes and no are among the words, the values for them can mean nothing else.
        if let DeValue::Boolean(value) = raw.get_ref()
            && let Some(found) = self.choice_of(if *value { "yes" } else { "no" }, words)
        {
            return Some(found);
        }
        let text = self.line(key, raw, field)?;
        let found = self.choice_of(&text, words);
        if found.is_none() {
            let unknown = self.unknown_value(key, &text, self.span(raw.span()), words);
            let meant = meant(
                &text,
                || words.iter().map(AllowedWord::names),
                self.language,
            );
            self.diagnostics.push(unknown.suggest(meant));
        }
        found
    }

    /// The position of the word of a field that a text is.
    pub(super) fn choice_of(&self, text: &str, words: &'static [AllowedWord]) -> Option<usize> {
        named(text, || words.iter().map(AllowedWord::names), self.language)
    }

    /// Says of a text that it is no word of a field.
    pub(super) fn unknown_value(
        &self,
        key: &str,
        text: &str,
        span: Span,
        words: &'static [AllowedWord],
    ) -> Diagnostic {
        Diagnostic::at(Code::UnknownValue, span)
            .with("value", text)
            .with("key", key)
            .with("known", listed(words, self.language))
    }

    /// True or false, also as a word.
    pub(super) fn bool(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<bool> {
        let value = match raw.get_ref() {
            DeValue::Boolean(value) => Some(*value),
            DeValue::String(text) => truth(text),
            _ => None,
        };
        if value.is_some() {
            return value;
        }
        self.wrong(key, raw, field)
    }

    /// Complains of text that is no id.
    pub(super) fn bad_id(&mut self, text: &str, span: Span) {
        self.diagnostics.push(
            Diagnostic::at(Code::BadId, span)
                .with("value", text)
                .suggest(Id::from_title(text)),
        );
    }

    /// An id.
    pub(super) fn id(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<Id> {
        let text = self.line(key, raw, field)?;
        let id = Id::new(&text);
        if id.is_none() {
            self.bad_id(&text, self.span(raw.span()));
        }
        id
    }

    /// An address on the web.
    pub(super) fn url(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<String> {
        let text = self.line(key, raw, field)?;
        if is_web_address(&text) {
            return Some(text);
        }
        let whole = format!("https://{}", text.trim_start_matches('/'));
        let suggestion =
            (!text.contains(':') && text.contains('.') && is_web_address(&whole)).then_some(whole);
        self.diagnostics.push(
            Diagnostic::at(Code::BadUrl, self.span(raw.span()))
                .with("value", &text)
                .suggest(suggestion),
        );
        None
    }

    /// `#rrggbb`.
    pub(super) fn colour(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
    ) -> Option<String> {
        let text = self.line(key, raw, field)?;
        let digits = text.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Some(text.to_ascii_lowercase());
        }
        self.wrong(key, raw, field)
    }
}

/// `http://` or `https://` with a host, without spaces or control characters.
pub(crate) fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"));
    // What stands before an `@` is a name and a password (RFC 3986, section 3.2.1): nobody means to
    // publish these, or to pass one host for another.
    let host = |rest: &str| {
        rest.split(['/', '?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with(['/', '.', ':', '?', '#'])
            && !host(rest).contains('@')
    }) && !text.chars().any(|character| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '<' | '>' | '"' | '\\' | '`' | '{' | '}')
    })
}
