//! What all commands share: how they end, in which language they speak, and which day it is.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

#[cfg(feature = "publish")]
use crate::folder::Folder;
use crate::pipeline::{Builder, Today};
#[cfg(feature = "publish")]
use crate::state::home_folder;
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

/// The secret of a place that is published at, as the environment has it: `OOGST_SECRET_WEBSITE`.
#[cfg(feature = "publish")]
#[expect(
    clippy::disallowed_methods,
    reason = "the commands are the door to the clock and the environment"
)]
pub(super) fn secret_of(place: &str) -> Option<String> {
    let place = place.replace('-', "_").to_uppercase();
    std::env::var(format!("OOGST_SECRET_{place}"))
        .ok()
        .filter(|secret| !secret.is_empty())
}

/// The texts of the user's own keys for SSH, in the order in which they are tried.
#[cfg(feature = "publish")]
pub(super) fn ssh_keys() -> Vec<String> {
    const KEYS: [&str; 3] = ["id_ed25519", "id_ecdsa", "id_rsa"];
    const LARGEST: u64 = 100_000;
    let folder = home_folder().map(|home| home.join(".ssh"));
    let Some(folder) = folder.and_then(|folder| Folder::open(&folder).ok()) else {
        return Vec::new();
    };
    let read = |name: &&str| folder.read(Path::new(name), LARGEST).ok();
    let keys = KEYS.iter().filter_map(read);
    keys.filter_map(|key| String::from_utf8(key).ok()).collect()
}

/// The name of this machine, and the time, in words: for others who meet what this run is at.
pub(super) fn here_and_now() -> (String, String) {
    let host = gethostname::gethostname().to_string_lossy().into_owned();
    let since = Timestamp::now().to_zoned_datetime(TimeZone::system());
    let since = since.strftime("%d-%m-%Y %H:%M").to_string();
    (host, since)
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
