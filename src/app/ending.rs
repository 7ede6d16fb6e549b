//! What all commands share: how they end, in which language they speak, and which day it is.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::pipeline::{Builder, Today};
use crate::words::Language;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All is well, warnings aside.
    Fine,
    /// The content is wrong.
    Wrong,
    /// The machine failed.
    Failed,
}

impl Ending {
    /// The exit code: 0 fine, 1 diagnostics, 2 machine.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Wrong => 1,
            Self::Failed => 2,
        }
    }
}

/// The language of a site's messages, known before anything else is: its config's, else the usual
/// one.
pub(super) fn site_language(root: &Path, usual: Language) -> Language {
    Builder::language_at(root).unwrap_or(usual)
}

/// The day to build for: the one asked for, else that of `SOURCE_DATE_EPOCH`
/// (reproducible-builds.org, "`SOURCE_DATE_EPOCH`"), else today.
#[expect(
    clippy::disallowed_methods,
    reason = "the commands are the door to the clock and the environment"
)]
pub(super) fn today(asked: Option<Date>) -> Today {
    if let Some(day) = asked {
        return Today::Day(day);
    }
    let epoch = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.trim().parse::<i64>().ok());
    let moment = epoch.and_then(|seconds| Timestamp::from_second(seconds).ok());
    Today::Moment(moment.unwrap_or_else(Timestamp::now))
}
