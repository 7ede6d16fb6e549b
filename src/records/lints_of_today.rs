//! What the day of the build makes likely wrong: an event that is planned for a day that has passed,
//! a year so far away that it is probably a slip of the pen.

use jiff::civil::Date;

use super::fields::key_word;
use super::registry::{Entry, Registry};
use super::report::Report;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::choices::{Choice, EventStatus};
use crate::schema::value::Value;
use crate::schema::{KINDS, Kind, key};
use crate::words::dates::{self, day_month_year};
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

/// No event of a report was before this year.
const FIRST_YEAR: i16 = 1900;

/// A report tells of nothing so many years after the day of the build.
const YEARS_AHEAD: i16 = 10;

/// Nothing was built before this year, whatever the clock says: `SOURCE_DATE_EPOCH=0` is a day of
/// 1970.
const FIRST_BUILDS: i16 = 2026;

/// Days whose year is probably a slip of the pen: `0024`, `2204`. A source may be older than any
/// event, and what is agreed may be due far ahead.
pub(super) fn check_years(registry: &Registry, today: Date, diagnostics: &mut Vec<Diagnostic>) {
    let most = today.year().max(FIRST_BUILDS).saturating_add(YEARS_AHEAD);
    let kinds = KINDS.iter().map(|schema| schema.kind);
    let entries = kinds.flat_map(|kind| {
        let of_kind = move |entry: &&Entry| entry.kind == kind;
        registry.of(kind).iter().filter(of_kind)
    });
    for entry in entries {
        for field in &entry.fields.entries {
            let Value::Date(date) = field.value.value else {
                continue;
            };
            let is_due = entry.fields.schema[field.field].name.en == key::DUE;
            let year = date.year();
            if year < FIRST_YEAR || year > most && !is_due {
                diagnostics.push(
                    Diagnostic::at(Code::UnlikelyYear, field.value.span)
                        .with("year", dates::year(year))
                        .with("least", FIRST_YEAR)
                        .with("most", most),
                );
            }
        }
    }
}
