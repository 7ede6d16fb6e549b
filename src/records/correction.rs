//! Corrections of what was published.

use super::event::Event;
use super::fields::long_text;
use super::lookup::Lookup;
use super::values::Correction;
use crate::diagnostic::Code;

/// Gives each event its corrections, newest first; of one day, the last written stands first.
pub(super) fn add_corrections(lookup: &mut Lookup<'_>, events: &mut [Event]) {
    for entry in lookup.registry.corrections.iter().rev() {
        let event = entry.in_event();
        let of = lookup.reference(&entry.fields, "of", Some(event), Code::UnknownRecord);
        if let (Some(date), Some(text)) =
            (entry.fields.date("date"), long_text(&entry.fields, "text"))
        {
            events[event.index()].corrections.push(Correction {
                date: date.value,
                text,
                of,
            });
        }
    }
    for event in events {
        let newest_first = |correction: &Correction| std::cmp::Reverse(correction.date);
        event.corrections.sort_by_key(newest_first);
    }
}
