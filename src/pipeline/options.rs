//! [`BuildOptions`]: what a build depends on besides the site's folder.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::config::Config;
use crate::output::{PREVIEW, Survives};

/// What a build depends on besides the site's folder.
#[derive(Debug, Clone, Copy)]
pub struct BuildOptions {
    /// When it is: what is overdue or silent depends on the day.
    pub today: Today,
    /// Whether records marked `draft` are built too.
    pub drafts: bool,
    /// What the output must survive.
    pub survives: Survives,
    /// Which folder the site goes to.
    pub target: BuildTarget,
}

/// Where a build goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuildTarget {
    /// `output`, the folder that people publish.
    Output,
    /// A folder of the program's own: `serve` shows drafts, and these must never end up in what is
    /// published.
    Preview,
}

impl BuildTarget {
    /// The folder, below the site's own.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Output => "output",
            Self::Preview => PREVIEW,
        }
    }
}

/// When a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today {
    /// On this day.
    Day(Date),
    /// At this moment: which day that is depends on the site's time zone.
    Moment(Timestamp),
}

impl Today {
    /// The day, in the site's time zone.
    pub fn day(self, config: &Config) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment
                .to_zoned_datetime(TimeZone::get(&config.time_zone).unwrap_or(TimeZone::UTC))
                .date(),
        }
    }
}
