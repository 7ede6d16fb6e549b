//! What was right when it was written and is no more on the day of the build: an event that is
//! planned for a day that has passed.

use jiff::civil::Date;

use super::fields::key_word;
use super::registry::Registry;
use super::report::Report;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::choices::{Choice, EventStatus};
use crate::schema::{Kind, key};
use crate::words::dates::day_month_year;
use crate::words::{Language, phrase};

/// Everything that the day of the build makes likely wrong with events.
pub(super) fn check_events(
    report: &Report,
    registry: &Registry,
    today: Date,
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (event, entry) in report.events.iter().zip(&registry.events) {
        if event.status != Some(EventStatus::Planned) || event.last_day() >= today {
            continue;
        }
        let place = entry.fields.value_span(key::STATUS).unwrap_or(event.span);
        let day = |language| day_month_year(event.last_day(), language);
        let word = |status: EventStatus| status.word().get(language);
        diagnostics.push(
            Diagnostic::at(Code::PlannedForThePast, place)
                .with("date", phrase(day(Language::Nl), day(Language::En)))
                .with("key", key_word(Kind::Event, key::STATUS, language))
                .with("held", word(EventStatus::Held))
                .with("cancelled", word(EventStatus::Cancelled))
                .with("moved", word(EventStatus::Moved)),
        );
    }
}
