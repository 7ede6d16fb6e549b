//! In which language each record is written: that of its event's report, else that of the site; a
//! translation in the other.

use std::collections::HashMap;

use crate::input::record::WrittenRecord;
use crate::schema::Kind;
use crate::schema::key;
use crate::words::Language;

/// The languages that records are written in.
#[derive(Debug)]
pub struct WrittenLanguages {
    /// Those of events, by the event's folder.
    events: HashMap<String, Language>,
    usual: Language,
}

impl WrittenLanguages {
    /// Those of a site with this usual language.
    pub fn of<'r>(records: impl Iterator<Item = &'r WrittenRecord>, usual: Language) -> Self {
        Self {
            events: records
                .filter_map(|record| event_language(record, usual))
                .collect(),
            usual,
        }
    }

    /// The language of a record.
    pub fn of_record(&self, record: &WrittenRecord) -> Language {
        let of_event = |event: &String| self.events.get(event).copied();
        let written_in = record.event.as_ref().and_then(of_event);
        let written_in = written_in.unwrap_or(self.usual);
        if record.translation {
            written_in.other()
        } else {
            written_in
        }
    }
}

/// The language of an event's report, where it says one.
fn event_language(record: &WrittenRecord, usual: Language) -> Option<(String, Language)> {
    let folder = record
        .event
        .clone()
        .filter(|_| record.kind == Kind::Event && !record.translation)?;
    let language = record
        .fields
        .choice(key::LANGUAGE)
        .and_then(|choice| Language::ALL.get(choice.value).copied());
    Some((folder, language.unwrap_or(usual)))
}
