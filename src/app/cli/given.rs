//! What was given to a command, by the names of its options.

use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::Date;

use super::asked::BuildTask;

/// What was given to a command. Its options are known by the names in the command's row, and were
/// checked while they were read.
pub(super) struct GivenOptions<'a>(pub(super) &'a ArgMatches);

impl GivenOptions<'_> {
    /// Whether an option without a value is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.get_flag(name)
    }

    /// The day of an option, where there is one.
    pub(super) fn day(&self, name: &str) -> Option<Date> {
        self.0.get_one::<Date>(name).copied()
    }

    /// The number of an option, where there is one.
    pub(super) fn number(&self, name: &str) -> Option<u16> {
        self.0.get_one::<u16>(name).copied()
    }

    /// The word of an option, where there is one.
    pub(super) fn any_word(&self, name: &str) -> Option<String> {
        self.0.get_one::<String>(name).cloned()
    }

    /// The word of an option that must be given.
    pub(super) fn word(&self, name: &str) -> String {
        self.any_word(name).expect("the parser asks for it")
    }

    /// The words of an option that may be repeated.
    pub(super) fn words(&self, name: &str) -> Vec<String> {
        let words = self.0.get_many::<String>(name);
        words
            .map(|words| words.cloned().collect())
            .unwrap_or_default()
    }

    /// The path of an option, where there is one.
    pub(super) fn any_path(&self, name: &str) -> Option<PathBuf> {
        self.0.get_one::<PathBuf>(name).cloned()
    }

    /// The path of an operand that must be given.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.any_path(name).expect("the parser asks for it")
    }

    /// Whether messages are for other programs.
    pub(super) fn is_json(&self) -> bool {
        self.any_word("format")
            .is_some_and(|format| format == "json")
    }

    /// How to build or check.
    pub(super) fn build(&self) -> BuildTask {
        BuildTask {
            date: self.day("date"),
            drafts: self.has("drafts"),
            json: self.is_json(),
        }
    }
}
