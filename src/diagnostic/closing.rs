//! How many of each: the line that closes what is told.

use super::{Diagnostic, Severity};
use crate::words::Language;
use crate::words::messages::diagnostic as messages;
use crate::words::phrases;

/// How many diagnostics there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SeverityCounts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Hints.
    pub hints: usize,
}

impl SeverityCounts {
    /// Counts these too.
    pub fn count(&mut self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            match diagnostic.severity() {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Hint => self.hints += 1,
            }
        }
    }

    /// "2 fouten, 1 waarschuwing en 3 adviezen.", with the end of the line.
    pub fn closing_line(self, language: Language) -> String {
        let Self {
            errors,
            warnings,
            hints,
        } = self;
        let counted = [
            (phrases::ERROR, errors),
            (phrases::WARNING, warnings),
            (phrases::HINT, hints),
        ];
        let said: Vec<String> = counted
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(noun, number)| format!("{number} {}", noun.form(number, language)))
            .collect();
        match said.split_last() {
            None => messages::NOTHING_WRONG.get(language).to_owned(),
            Some((last, [])) => format!("{last}.\n"),
            Some((last, others)) => {
                let and = messages::AND.get(language);
                format!("{}{and}{last}.\n", others.join(", "))
            }
        }
    }
}
