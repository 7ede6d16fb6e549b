//! Tracks of a programme, of which the user may say which theme of the site each is. One that is called
//! as a theme is that theme; of any other is asked.

use std::collections::{BTreeSet, HashSet};

use super::found::FoundSchedule;
use crate::diagnostic::{Code, Diagnostic};
use crate::intake::rows::{ColumnChoice, Known, NameFound};
use crate::schema::Kind;
use crate::words::messages::schedules as messages;

/// What becomes of the tracks of a programme.
pub(super) struct Tracks<'a> {
    choices: &'a [ColumnChoice],
    known: &'a Known,
    /// The tracks that are seen in the programme, in small letters.
    seen: HashSet<String>,
    /// The tracks that no theme is.
    unknown: BTreeSet<String>,
}

impl<'a> Tracks<'a> {
    pub(super) fn of(choices: &'a [ColumnChoice], known: &'a Known) -> Self {
        Self {
            choices,
            known,
            seen: HashSet::new(),
            unknown: BTreeSet::new(),
        }
    }

    /// The id of the theme that a track is.
    pub(super) fn theme(&mut self, track: &str) -> Option<String> {
        if track.is_empty() {
            return None;
        }
        self.seen.insert(track.to_lowercase());
        let is_it = |choice: &&ColumnChoice| choice.column.to_lowercase() == track.to_lowercase();
        let theme = match self.choices.iter().find(is_it) {
            Some(choice) => choice.field.as_deref()?,
            None => track,
        };
        match self.known.find(Kind::Theme, theme) {
            NameFound::One(theme) => Some(theme.id.clone()),
            _ => {
                self.unknown.insert(track.to_owned());
                None
            }
        }
    }

    /// Says which tracks were not taken, and which choices are of no use.
    pub(super) fn tell(self, found: &mut FoundSchedule<'_>) {
        let Self {
            choices,
            known,
            seen,
            unknown,
        } = self;
        for choice in choices {
            let named = choice.field.as_deref();
            let lost = named.filter(|theme| known.find(Kind::Theme, theme) == NameFound::Nothing);
            if let Some(theme) = lost {
                let diagnostic = Diagnostic::of_site(Code::UnknownTheme)
                    .with("kind", Kind::Theme.schema().name)
                    .with("id", theme)
                    .suggest(known.suggestion(Kind::Theme, theme));
                found.diagnostics.push(diagnostic);
            } else if !seen.contains(&choice.column.to_lowercase()) {
                let diagnostic = Diagnostic::of_site(Code::BadMap)
                    .with("map", choice.written())
                    .with("problem", messages::NO_SUCH_TRACK)
                    .with("way", messages::MAP_TRACK);
                found.diagnostics.push(diagnostic);
            }
        }
        let is_chosen = |track: &str| {
            let mut columns = choices.iter().map(|choice| choice.column.to_lowercase());
            columns.any(|column| column == track.to_lowercase())
        };
        for track in unknown.iter().filter(|track| !is_chosen(track)) {
            found.say(Code::TrackNoTheme, track, |diagnostic| {
                let suggestion = known.suggestion(Kind::Theme, track);
                let way = match suggestion.or_else(|| known.example(Kind::Theme)) {
                    Some(theme) => messages::say_theme(track, &theme),
                    None => messages::leave_track(track),
                };
                diagnostic.with("track", track).with("way", way)
            });
        }
    }
}
