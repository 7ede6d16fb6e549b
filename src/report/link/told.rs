//! What else an event's report tells: outcomes, quotes, figures and corrections.

use super::fields::{line, long_text, number_or_line, text, title};
use super::ids::{Rolls, Written};
use super::lookup::Lookup;
use super::places::own_or_the_events;
use crate::content::value::{MarkdownText, Value};
use crate::diagnostic::Code;
use crate::report::{Correction, Event, EventId, Figure, FigureValue, LongText, Outcome, Quote};

/// The outcomes.
pub(super) fn outcomes(rolls: &Rolls, lookup: &mut Lookup<'_>, events: &[Event]) -> Vec<Outcome> {
    let mut outcomes = Vec::with_capacity(rolls.outcomes.len());
    for written in &rolls.outcomes {
        let Written {
            id, fields, span, ..
        } = written;
        let event_id = written.in_event();
        let event = &events[event_id.index()];
        outcomes.push(Outcome {
            id: id.clone(),
            event: event_id,
            span: *span,
            text: required_text(written),
            regions: own_or_the_events(lookup.regions(fields), &event.regions),
            themes: own_or_the_events(lookup.themes(fields), &event.themes),
            session: lookup.session(event_id, fields, "session"),
        });
    }
    outcomes
}

/// The text of a record that must have one. Where it could not be read, which was reported, it is
/// empty, so that ids stay in step.
fn required_text(written: &Written) -> LongText {
    long_text(&written.fields, "text").unwrap_or_else(|| LongText {
        original: MarkdownText {
            text: "".into(),
            span: written.span,
            exact_start: None,
            replaced: Vec::new(),
        },
        translation: None,
    })
}

/// The quotes; one without a speaker or words was reported, and is none.
pub(super) fn quotes(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Quote> {
    let mut quotes = Vec::with_capacity(rolls.quotes.len());
    for written in &rolls.quotes {
        let Written {
            id, fields, span, ..
        } = written;
        let event = written.in_event();
        let session = lookup.session(event, fields, "session");
        let by = lookup.party(fields, "by", Some(event));
        if let (Some(text), Some(by)) = (long_text(fields, "text"), by) {
            quotes.push(Quote {
                id: id.clone(),
                event,
                span: *span,
                text,
                by,
                session,
            });
        }
    }
    quotes
}

/// The figures.
pub(super) fn figures(rolls: &Rolls, lookup: &mut Lookup<'_>, events: &[Event]) -> Vec<Figure> {
    let mut figures = Vec::with_capacity(rolls.figures.len());
    for written in &rolls.figures {
        let Written {
            id, fields, span, ..
        } = written;
        let event_id = written.in_event();
        let event = &events[event_id.index()];
        let value = match number_or_line(fields, "value") {
            Some(Value::Integer(number)) => FigureValue::Integer(number),
            Some(Value::Number(number)) => FigureValue::Number(number),
            Some(Value::Line(words)) => FigureValue::Words(words),
            _ => FigureValue::Words(String::new()),
        };
        figures.push(Figure {
            id: id.clone(),
            event: event_id,
            span: *span,
            label: title(fields, "label", id),
            value,
            unit: text(fields, "unit"),
            measure: fields.id("measure").map(|measure| measure.value),
            source: line(fields, "source"),
            as_of: fields.date("as_of").map(|date| date.value),
            regions: own_or_the_events(lookup.regions(fields), &event.regions),
            themes: own_or_the_events(lookup.themes(fields), &event.themes),
        });
    }
    figures
}

/// The corrections, each with its event.
pub(super) fn corrections(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<(EventId, Correction)> {
    let mut corrections = Vec::with_capacity(rolls.corrections.len());
    for written in &rolls.corrections {
        let fields = &written.fields;
        let event = written.in_event();
        let of = lookup.reference(fields, "of", Some(event), Code::UnknownRecord);
        if let (Some(date), Some(text)) = (fields.date("date"), long_text(fields, "text")) {
            corrections.push((
                event,
                Correction {
                    date: date.value,
                    text,
                    of,
                },
            ));
        }
    }
    // Newest first; of one day, the last written stands first.
    corrections.reverse();
    corrections.sort_by_key(|(event, correction)| (*event, std::cmp::Reverse(correction.date)));
    corrections
}
