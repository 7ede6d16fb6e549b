//! Why a programme is not read: facts with their place, and the message that each becomes.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};
use crate::words::messages::schedules as messages;

/// The most megabytes (of a million bytes) of a file with a programme.
pub(super) const MOST_MEGABYTES: usize = 10;

/// The most parts of a programme.
pub(super) const MOST_SESSIONS: usize = 20_000;

/// Why it is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScheduleProblem {
    NotJson,
    NotXml,
    NotCalendar,
    TooDeep,
    DeclaresGrammar,
    /// More megabytes than are read.
    TooLarge,
    /// More values, or more parts, than are read.
    TooMuch,
    LongText,
    /// JSON in which no programme is.
    Other,
}

/// Why, and at which byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnreadSchedule {
    pub(super) problem: ScheduleProblem,
    pub(super) byte: usize,
}

impl UnreadSchedule {
    /// In a line and column as `serde_json` counts them: lines from 1, columns in bytes from 1.
    pub(super) fn at_line(
        problem: ScheduleProblem,
        text: &str,
        line: usize,
        column: usize,
    ) -> Self {
        let start = match line.saturating_sub(2) {
            _ if line < 2 => 0,
            before => memchr::memchr_iter(b'\n', text.as_bytes())
                .nth(before)
                .map_or(text.len(), |end| end + 1),
        };
        Self {
            problem,
            byte: (start + column.saturating_sub(1)).min(text.len()),
        }
    }

    /// What to say of it, in the file with this id.
    pub(super) fn diagnostic(self, file: FileId, text: &str) -> Diagnostic {
        let start = text.floor_char_boundary(self.byte);
        let end = text.ceil_char_boundary((start + 1).min(text.len()));
        let at = |code| Diagnostic::at(code, Span::new(file, start..end));
        let damaged = |problem| at(Code::ScheduleDamaged).with("problem", problem);
        let too_large = |problem: crate::words::Phrase| {
            at(Code::ImportTooLarge)
                .with("problem", problem)
                .with("way", messages::LESS)
        };
        match self.problem {
            ScheduleProblem::NotJson => damaged(messages::NOT_JSON),
            ScheduleProblem::NotXml => damaged(messages::NOT_XML),
            ScheduleProblem::NotCalendar => damaged(messages::NOT_CALENDAR),
            ScheduleProblem::TooDeep => damaged(messages::TOO_DEEP),
            ScheduleProblem::DeclaresGrammar => damaged(messages::DECLARES_GRAMMAR),
            ScheduleProblem::TooLarge => too_large(messages::file_too_large(&MOST_MEGABYTES)),
            ScheduleProblem::TooMuch => too_large(messages::too_many_parts(&MOST_SESSIONS)),
            ScheduleProblem::LongText => too_large(messages::LONG_TEXT.into()),
            ScheduleProblem::Other => at(Code::NoSchedule),
        }
    }
}
