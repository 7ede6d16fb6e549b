//! The names of people and organisations, and which of them words are nearly.

use std::collections::HashMap;

use super::fields::line;
use super::record_id::{OrganisationId, PersonId, RecordId};
use super::registry::Registry;
use super::spelling::Spelling;
use crate::diagnostic::nearest;
use crate::schema::Kind;
use crate::schema::key;

/// The names of people and organisations.
#[derive(Debug, Default)]
pub(super) struct PartyNames {
    /// What they are called.
    own: HashMap<String, Vec<RecordId>>,
    /// What they are called as well, or were.
    others: HashMap<String, Vec<RecordId>>,
    spelling: Spelling,
    /// Every name with its bearer, in the order that [`Spelling`] counts in.
    bearers: Vec<(String, RecordId)>,
    /// What words were found to be near, so that words that come back often cost once.
    near: HashMap<String, Option<(String, RecordId)>>,
}

impl PartyNames {
    pub(super) fn new(registry: &Registry) -> Self {
        let mut names = Self::default();
        let people = registry
            .people
            .iter()
            .zip(0u32..)
            .map(|(written, position)| (written, RecordId::Person(PersonId(position))));
        let organisations = registry
            .organisations
            .iter()
            .zip(0u32..)
            .map(|(written, position)| (written, RecordId::Organisation(OrganisationId(position))));
        for (written, record) in people.chain(organisations) {
            if let Some(name) = line(&written.fields, key::NAME) {
                names.own.entry(name.clone()).or_default().push(record);
                names.add_spelling(name, record);
            }
            let former = if written.kind == Kind::Organisation {
                written.fields.lines(key::FORMER_NAMES)
            } else {
                &[]
            };
            for other in written.fields.lines(key::ALSO).iter().chain(former) {
                let records = names.others.entry(other.value.clone()).or_default();
                if !records.contains(&record) {
                    records.push(record);
                }
                names.add_spelling(other.value.clone(), record);
            }
        }
        names
    }

    fn add_spelling(&mut self, name: String, record: RecordId) {
        let position = u32::try_from(self.bearers.len()).expect("fewer names than 2^32");
        self.spelling
            .add(&name, position, matches!(record, RecordId::Person(_)));
        self.bearers.push((name, record));
    }

    /// Those with exactly this name. A name of one's own comes before what another is called as
    /// well.
    pub(super) fn exact(&self, name: &str) -> &[RecordId] {
        self.own
            .get(name)
            .or_else(|| self.others.get(name))
            .map_or(&[], Vec::as_slice)
    }

    /// A known name that these words are nearly.
    pub(super) fn near(&mut self, words: &str) -> Option<(String, RecordId)> {
        if let Some(found) = self.near.get(words) {
            return found.clone();
        }
        let near = self.spelling.near(words, true, slips);
        let names: Vec<&str> = near
            .iter()
            .map(|position| self.bearers[*position as usize].0.as_str())
            .collect();
        let best = nearest(words, names.iter().copied()).or_else(|| names.first().copied());
        let found = best
            .and_then(|name| {
                near.iter()
                    .map(|position| &self.bearers[*position as usize])
                    .find(|(bearer, _)| bearer == name)
            })
            .cloned();
        self.near.insert(words.to_owned(), found.clone());
        found
    }
}

/// How many slips of the pen words may be from a name to be taken for it.
pub fn slips(letters: usize) -> usize {
    match letters {
        0..6 => 0,
        6..12 => 1,
        _ => 2,
    }
}
