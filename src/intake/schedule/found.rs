//! A programme as a file says it, before anything of it is judged.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::DateTime;

use super::moments::{Moment, Zones};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// What a file says, and what was seen on the way.
pub(super) struct FoundSchedule<'t> {
    /// The file's text.
    pub(super) text: &'t str,
    pub(super) file: FileId,
    pub(super) zones: Zones,
    /// Whether this program made it.
    pub(super) is_ours: bool,
    pub(super) sessions: Vec<FoundSession>,
    pub(super) speakers: Vec<FoundSpeaker>,
    pub(super) losses: ScheduleLosses,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What a message was given about already.
    pub(super) told: HashSet<String>,
}

/// The most messages about a file.
const MOST_SAID: usize = 100;

/// A part of a programme. What the format cannot say is `None`.
#[derive(Debug, Clone, Default)]
pub(super) struct FoundSession {
    /// What it is known by: a UUID, or anything else that no other part has.
    pub(super) key: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    /// What sort it is, in its program's words.
    pub(super) sort: Option<String>,
    pub(super) is_break: bool,
    pub(super) is_plenary: bool,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<DateTime>,
    pub(super) room: Option<String>,
    pub(super) track: String,
    pub(super) text: Option<(String, TextForm)>,
    pub(super) people: Option<Vec<String>>,
    /// Title and address.
    pub(super) links: Option<Vec<(String, String)>>,
}

/// How a text of another program is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextForm {
    /// As HTML where it has tags, else as Markdown.
    Marked,
    /// As HTML where it has tags, else as it stands.
    Plain,
}

/// Somebody who speaks.
#[derive(Debug, Clone, Default)]
pub(super) struct FoundSpeaker {
    pub(super) name: String,
    pub(super) role: String,
    pub(super) text: String,
}

/// What of a programme is not taken over, and how often.
pub type ScheduleLosses = BTreeMap<ScheduleLoss, usize>;

/// What of a programme is not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScheduleLoss {
    /// A part that was cancelled.
    Cancelled,
    /// An appointment that its owner marked as private.
    Private,
    /// A part without a time.
    Untimed,
    /// A part without a title.
    Untitled,
    /// An answer to a question of the organisers.
    Answers,
    /// A mail address.
    Email,
    /// A portrait.
    Avatar,
    /// The wish not to be recorded.
    DoNotRecord,
    /// A link that leads elsewhere than to the web.
    Link,
    /// An end that lies more than half a day on.
    LateEnd,
    /// A picture in a text.
    Picture,
}

impl FoundSchedule<'_> {
    /// Counts something that is not taken over.
    pub(super) fn lose(&mut self, loss: ScheduleLoss) {
        *self.losses.entry(loss).or_default() += 1;
    }

    /// Counts it where something is there.
    pub(super) fn lose_if(&mut self, is_there: bool, loss: ScheduleLoss) {
        if is_there {
            self.lose(loss);
        }
    }

    /// A message about the first place where these words stand, else about the file's beginning.
    fn at(&self, code: Code, words: &str) -> Diagnostic {
        Diagnostic::at(code, place_of(words, self.text, self.file))
    }

    /// A moment; says what is wrong where something else stands.
    pub(super) fn moment(&mut self, written: &str, title: &str) -> Option<Moment> {
        if written.trim().is_empty() {
            return None;
        }
        let moment = self.zones.moment(written);
        if moment.is_none() {
            self.bad_time(written, title);
        }
        moment
    }

    /// Says that a time cannot be read.
    pub(super) fn bad_time(&mut self, written: &str, title: &str) {
        let written = written.trim();
        self.say(Code::ScheduleTime, written, |diagnostic| {
            diagnostic.with("title", title).with("value", written)
        });
    }

    /// Adds a message about the first place of some words, where none was given about them, and not
    /// too many for anybody to read: each takes a look at the whole file.
    pub(super) fn say(
        &mut self,
        code: Code,
        words: &str,
        with: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        if self.told.len() < MOST_SAID && self.told.insert(format!("{} {words}", code.id())) {
            let diagnostic = with(self.at(code, words));
            self.diagnostics.push(diagnostic);
        }
    }
}

/// Where words first stand in a text.
pub(super) fn place_of(words: &str, text: &str, file: FileId) -> Span {
    let place = memchr::memmem::find(text.as_bytes(), words.as_bytes());
    match place.filter(|_| !words.is_empty()) {
        Some(start) => Span::new(file, start..start + words.len()),
        None => Span::new(file, 0..0),
    }
}
