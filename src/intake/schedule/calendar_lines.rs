//! The lines of a calendar file (iCalendar, RFC 5545, section 3.1): what was folded is one line again,
//! and a line is a name, what is said of its value, and the value.

use std::borrow::Cow;

use super::unreadable::{ScheduleProblem, UnreadSchedule};
use super::value::LONGEST_TEXT;

/// A line of a calendar file.
pub(super) struct CalendarLine<'t> {
    /// Its name, in capitals.
    pub(super) name: String,
    parameters: Cow<'t, str>,
    value: Cow<'t, str>,
    /// The byte at which it begins.
    pub(super) byte: usize,
}

/// The lines of a text, one by one.
pub(super) struct CalendarLines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> CalendarLines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next line that is not empty.
    pub(super) fn next(&mut self) -> Result<Option<CalendarLine<'t>>, UnreadSchedule> {
        loop {
            let byte = self.at;
            let Some(whole) = self.unfolded() else {
                return Ok(None);
            };
            if whole.len() > LONGEST_TEXT * 4 {
                let problem = ScheduleProblem::LongText;
                return Err(UnreadSchedule { problem, byte });
            }
            if whole.trim().is_empty() {
                continue;
            }
            let problem = ScheduleProblem::NotCalendar;
            return divided(&whole, byte)
                .map(Some)
                .ok_or(UnreadSchedule { problem, byte });
        }
    }

    fn unfolded(&mut self) -> Option<Cow<'t, str>> {
        let mut whole = Cow::Borrowed(self.physical()?);
        while self.text[self.at..].starts_with([' ', '\t']) {
            self.at += 1;
            let more = self.physical().unwrap_or_default();
            whole.to_mut().push_str(more);
        }
        Some(whole)
    }

    /// A line as it stands, without its end.
    fn physical(&mut self) -> Option<&'t str> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let (line, length) = match rest.split_once('\n') {
            Some((line, _)) => (line, line.len() + 1),
            None => (rest, rest.len()),
        };
        self.at += length;
        Some(line)
    }
}

/// A line in its parts: the first colon that stands in no quotes parts the value off.
fn divided<'t>(whole: &Cow<'t, str>, byte: usize) -> Option<CalendarLine<'t>> {
    let mut is_quoted = false;
    let colon = whole.bytes().position(|sign| {
        is_quoted ^= sign == b'"';
        sign == b':' && !is_quoted
    })?;
    let name_end = whole[..colon].find(';').unwrap_or(colon);
    let name = whole[..name_end].trim().to_ascii_uppercase();
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| match whole {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range]),
        Cow::Owned(text) => Cow::Owned(text[range].to_owned()),
    };
    Some(CalendarLine {
        parameters: part(name_end..colon),
        value: part(colon + 1..whole.len()),
        name,
        byte,
    })
}

impl CalendarLine<'_> {
    /// Its value as it is written.
    pub(super) fn value(&self) -> &str {
        self.value.trim()
    }

    /// Its value as text (RFC 5545, section 3.3.11).
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut signs = self.value.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => match signs.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                other => text.push(other),
            }
        }
        text
    }

    /// What is said of the value under a name in capitals, without quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let mut is_quoted = false;
        let parts = self.parameters.split(|sign| {
            is_quoted ^= sign == '"';
            sign == ';' && !is_quoted
        });
        let mut pairs = parts.filter_map(|part| part.split_once('='));
        let (_, value) = pairs.find(|(own, _)| own.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"').to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::CalendarLines;

    #[test]
    fn folded_lines_quotes_and_escapes_are_read() {
        let text = "SUMMARY;X=\"a:b;c\";LANGUAGE=nl:Hout\\, lijm\\nen ver\n f\n\n\tx\nEMPTY:";
        let mut lines = CalendarLines::of(text);
        let mut next = || lines.next().ok().flatten();
        let line = next().expect("there is a line");
        assert_eq!(line.name, "SUMMARY");
        assert_eq!(line.text(), "Hout, lijm\nen verf");
        assert_eq!(line.parameter("x").as_deref(), Some("a:b;c"));
        assert_eq!(line.parameter("language").as_deref(), Some("nl"));
        assert_eq!(line.parameter("TZID"), None);
        assert!(next().is_none(), "a line of its own that folds nothing");
    }

    #[test]
    fn a_line_without_a_colon_is_none() {
        for text in ["SUMMARY", "a b:c", ":x", "X=\"a:b"] {
            assert!(CalendarLines::of(text).next().is_err(), "{text}");
        }
    }
}
