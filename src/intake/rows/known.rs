//! What the site has: records by kind, id and name, so that a cell may name them.

use std::collections::HashMap;

use super::words::pieces;
use crate::diagnostic::nearest;
use crate::id::Id;
use crate::records::{EventId, RecordId, Report, Told};
use crate::schema::Kind;
use crate::words::Language;

/// A record that a cell may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRecord {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is called: its title or name first, then its other and former names.
    pub names: Vec<String>,
}

/// The records that cells may name.
#[derive(Debug, Clone)]
pub struct Known {
    /// The site's language.
    pub language: Language,
    /// The year of the event that the table is read for: what a day without a year likely means.
    pub year: Option<i16>,
    records: Vec<KnownRecord>,
    /// Positions of records by what they are called, letter for letter and as ids are made.
    by_name: HashMap<(Kind, String), Vec<usize>>,
    by_id: HashMap<(Kind, String), usize>,
}

/// What a word names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameFound<'a> {
    /// One record.
    One(&'a KnownRecord),
    /// Several records of one name: their ids.
    Several(Vec<&'a str>),
    /// None.
    Nothing,
}

impl Known {
    /// A site that has nothing.
    pub fn new(language: Language, year: Option<i16>) -> Self {
        Self {
            language,
            year,
            records: Vec::new(),
            by_name: HashMap::new(),
            by_id: HashMap::new(),
        }
    }

    /// What a report has: all that is shared, and what belongs to this event.
    pub fn of(report: &Report, event: Option<EventId>, language: Language) -> Self {
        let mut known = Self::new(language, event.map(|event| report[event].date.year()));
        for id in report.records() {
            let record = report.record(id);
            if record.event().is_none_or(|of| Some(of) == event) {
                known.add(record.kind(), record.id().as_str(), names_of(report, id));
            }
        }
        known
    }

    /// Adds a record, called so.
    pub fn add<N: Into<String>>(
        &mut self,
        kind: Kind,
        id: &str,
        names: impl IntoIterator<Item = N>,
    ) {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        let position = self.records.len();
        for name in &names {
            let mut add = |name: String| {
                let positions = self.by_name.entry((kind, name)).or_default();
                if positions.last() != Some(&position) {
                    positions.push(position);
                }
            };
            add(name.clone());
            if let Some(folded) = folded(name).filter(|folded| folded != name) {
                add(folded);
            }
        }
        self.by_id.entry((kind, id.to_owned())).or_insert(position);
        self.records.push(KnownRecord {
            kind,
            id: id.to_owned(),
            names,
        });
    }

    /// How many records there are.
    pub(super) fn count(&self) -> usize {
        self.records.len()
    }

    /// The record of a kind that a word names: by its id, by its exact name, by its name whatever
    /// the capitals, accents and signs.
    pub fn find(&self, kind: Kind, written: &str) -> NameFound<'_> {
        let by_id = |id: &str| self.by_id.get(&(kind, id.to_owned()));
        let by_name = |name: &str| self.by_name.get(&(kind, name.to_owned()));
        let folded = folded(written);
        let position = by_id(written).or_else(|| by_id(&written.to_lowercase()));
        if let Some(position) = position {
            return NameFound::One(&self.records[*position]);
        }
        let positions = by_name(written).or_else(|| by_name(folded.as_deref()?));
        match positions.map(Vec::as_slice) {
            Some([position]) => NameFound::One(&self.records[*position]),
            Some(positions) => {
                let ids = positions
                    .iter()
                    .map(|position| self.records[*position].id.as_str());
                NameFound::Several(ids.collect())
            }
            None => match folded.as_deref().and_then(by_id) {
                Some(position) => NameFound::One(&self.records[*position]),
                None => NameFound::Nothing,
            },
        }
    }

    /// The records of a kind, in the order of the report.
    pub fn records(&self, kind: Kind) -> impl Iterator<Item = &KnownRecord> {
        self.records
            .iter()
            .filter(move |record| record.kind == kind)
    }

    /// What a cell says for a record so that it is found by it: its name, or its id where the name is
    /// not enough.
    pub fn word_for<'r>(&self, record: &'r KnownRecord) -> &'r str {
        let is_enough = |name: &&String| {
            let is_one_piece = pieces(name) == [name.as_str()];
            is_one_piece && self.find(record.kind, name) == NameFound::One(record)
        };
        let name = record.names.first().filter(is_enough);
        name.map_or(record.id.as_str(), String::as_str)
    }

    /// The id of the one record of a kind that a word names.
    pub fn id_of(&self, kind: Kind, written: &str) -> Option<String> {
        match self.find(kind, written) {
            NameFound::One(record) => Some(record.id.clone()),
            NameFound::Several(_) | NameFound::Nothing => None,
        }
    }

    /// Whether a word names one or more records of a kind.
    pub(super) fn has(&self, kind: Kind, written: &str) -> bool {
        self.find(kind, written) != NameFound::Nothing
    }

    /// The id of some record of a kind: an example.
    pub(in crate::intake) fn example(&self, kind: Kind) -> Option<&str> {
        let mut records = self.records.iter();
        let found = records.find(|record| record.kind == kind);
        found.map(|record| record.id.as_str())
    }

    /// The name or id of a kind that looks most like what was written: names first, since that is
    /// what people write in tables.
    pub fn suggestion(&self, kind: Kind, written: &str) -> Option<&str> {
        let records = || self.records(kind);
        let names = records().flat_map(|record| record.names.iter().map(String::as_str));
        nearest(written, names)
            .or_else(|| nearest(written, records().map(|record| record.id.as_str())))
    }
}

/// A name as it is compared: as an id is made of it.
fn folded(name: &str) -> Option<String> {
    Id::from_title(name).map(|id| id.to_string())
}

/// What a record is called: its title or name first, then its other and former names.
pub fn names_of(report: &Report, id: RecordId) -> Vec<String> {
    let record = report.record(id);
    let title = record.title().and_then(|told| match told {
        Told::Line(text) => Some(text.original.to_string()),
        Told::Words(words) => Some(words.to_owned()),
        _ => None,
    });
    let none: &[String] = &[];
    let (also, former) = match id {
        RecordId::Region(id) => (&*report[id].also, &*report[id].former_names),
        RecordId::Theme(id) => (&*report[id].also, &*report[id].former_names),
        RecordId::Organisation(id) => (&*report[id].also, &*report[id].former_names),
        RecordId::Person(id) => (&*report[id].also, none),
        _ => (none, none),
    };
    title
        .into_iter()
        .chain(also.iter().cloned())
        .chain(former.iter().cloned())
        .collect()
}
