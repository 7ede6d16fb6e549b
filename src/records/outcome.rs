//! Conclusions.

use super::lookup::Lookup;
use super::reading::{Reading, Written, each};
use super::record::record;
use super::record_id::{RegionId, SessionId, ThemeId};
use super::values::LongText;
use crate::schema::Kind;
use crate::schema::value::MarkdownText;

record! {
    /// A conclusion. Its id is its own, else made of its position.
    Outcome, in_event, |_| Kind::Outcome;
    read(reading)
    found {
        text: LongText = required_text(reading),
    }
    shown {
        regions: Vec<RegionId>,
        themes: Vec<ThemeId>,
        session: Option<SessionId>,
    }
    linked {}
}

/// The outcomes.
pub(super) fn outcomes(lookup: &mut Lookup<'_>) -> Vec<Outcome> {
    each(&lookup.registry.outcomes, lookup, Outcome::read)
}

/// The text of a record that must have one. Where it could not be read, which was reported, it is
/// empty, so that ids stay in step.
fn required_text(reading: &mut Reading<'_, '_>) -> LongText {
    let written: Option<LongText> = Written::read(reading, "text");
    written.unwrap_or_else(|| LongText {
        original: MarkdownText {
            text: "".into(),
            span: reading.entry.span,
            exact_start: None,
            replaced: Vec::new(),
        },
        translation: None,
    })
}
