//! What a programme says, as it is taken over.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::found::{ScheduleLosses, place_of};
use super::guid::Guid;
use crate::diagnostic::Diagnostic;
use crate::intake::rows::ColumnChoice;
use crate::schema::choices::SessionKind;
use crate::schema::value::EndTime;
use crate::source::{Sources, Span};

/// What a programme is read for.
#[derive(Debug, Clone)]
pub struct ScheduleChoices {
    /// The site's time zone.
    pub zone: TimeZone,
    /// The days of the event.
    pub days: RangeInclusive<Date>,
    /// Which theme a track is: its name and the theme; none where it is none.
    pub tracks: Vec<ColumnChoice>,
}

/// A programme.
#[derive(Debug, Clone, Default)]
pub struct ReadSchedule {
    /// Its parts, by day and time.
    pub sessions: Vec<ReadSession>,
    /// Those who speak in it, and of whom something is said.
    pub speakers: Vec<ReadSpeaker>,
    /// What is not taken over, and how often.
    pub losses: ScheduleLosses,
    /// Whether this program made the file.
    pub is_ours: bool,
    /// Every mistake.
    pub diagnostics: Vec<Diagnostic>,
    /// The file, as messages show it.
    pub sources: Sources,
}

impl ReadSchedule {
    /// Where a part stands in the file: where what it is known by stands, or its title, as far as
    /// either does as it is.
    pub fn place(&self, session: &ReadSession) -> Option<Span> {
        let (file, source) = self.sources.iter().next()?;
        let find = |words: &str| place_of(words, &source.text, file);
        [&session.key, &session.title]
            .into_iter()
            .map(|words| find(words))
            .find(|span| span.start < span.end)
    }
}

/// A part of a programme. What its file cannot say is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSession {
    /// What it is known by, whatever it is called.
    pub guid: Guid,
    /// Its title, in one line.
    pub title: String,
    /// What sort it is.
    pub kind: Option<SessionKind>,
    /// Its own day.
    pub date: Date,
    /// When it begins, in the site's time zone.
    pub start: Option<Time>,
    /// When it ends: on its day, or in the night that follows.
    pub end: Option<EndTime>,
    /// Its room; empty where it has none.
    pub room: Option<String>,
    /// The names of those who speak.
    pub speakers: Option<Vec<String>>,
    /// The id of the theme that its track is.
    pub theme: Option<String>,
    /// What is said of it.
    pub text: Option<ReadText>,
    /// Its links to the web.
    pub links: Option<Vec<ReadLink>>,
    /// What its file knows it by; empty where that is nothing.
    pub key: String,
}

/// A text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadText {
    /// As Markdown in which nothing acts.
    pub markdown: String,
    /// As it stands in the file.
    pub said: String,
}

/// A link to the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLink {
    /// What is read of it.
    pub title: String,
    /// Where it leads.
    pub address: String,
}

/// Somebody who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSpeaker {
    /// Their name.
    pub name: String,
    /// Who they are, in one line.
    pub role: String,
    /// What is said of them, as Markdown.
    pub text: String,
}
