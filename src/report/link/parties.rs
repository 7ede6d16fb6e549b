//! Who is meant: a person or organisation on record by id or exact name, else words.

use std::collections::HashMap;

use super::fields::{key_word, line};
use super::ids::Rolls;
use super::lookup::Lookup;
use super::spelling::Spelling;
use crate::content::schema::Kind;
use crate::content::value::{Fields, PartyWritten};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::report::{EventId, OrganisationId, Party, PersonId, RecordId};
use crate::source::Span;
use crate::words::withheld::without_withheld;

/// The names of people and organisations.
#[derive(Debug, Default)]
pub(super) struct Names {
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

impl Names {
    pub(super) fn new(rolls: &Rolls) -> Self {
        let mut names = Self::default();
        let people = rolls
            .people
            .iter()
            .zip(0u32..)
            .map(|(written, position)| (written, RecordId::Person(PersonId(position))));
        let organisations = rolls
            .organisations
            .iter()
            .zip(0u32..)
            .map(|(written, position)| (written, RecordId::Organisation(OrganisationId(position))));
        for (written, record) in people.chain(organisations) {
            if let Some(name) = line(&written.fields, "name") {
                names.own.entry(name.clone()).or_default().push(record);
                names.add_spelling(name, record);
            }
            let former = if written.kind == Kind::Organisation {
                written.fields.lines("former_names")
            } else {
                &[]
            };
            for other in written.fields.lines("also").iter().chain(former) {
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
    fn exact(&self, name: &str) -> &[RecordId] {
        self.own
            .get(name)
            .or_else(|| self.others.get(name))
            .map_or(&[], Vec::as_slice)
    }

    /// A known name that these words are nearly.
    fn near(&mut self, words: &str) -> Option<(String, RecordId)> {
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
fn slips(letters: usize) -> usize {
    match letters {
        0..6 => 0,
        6..12 => 1,
        _ => 2,
    }
}

impl Lookup<'_> {
    /// Who a field names.
    pub(super) fn party(
        &mut self,
        fields: &Fields,
        field: &str,
        event: Option<EventId>,
    ) -> Option<Party> {
        let written = fields.party(field)?;
        self.who(&written.value, event)
    }

    /// Who a field names, each once.
    pub(super) fn parties(
        &mut self,
        fields: &Fields,
        field: &str,
        event: Option<EventId>,
    ) -> Vec<Party> {
        self.placed_parties(fields, field, event)
            .into_iter()
            .map(|(party, _)| party)
            .collect()
    }

    /// Who a field names, each once, with the place of each.
    pub(super) fn placed_parties(
        &mut self,
        fields: &Fields,
        field: &str,
        event: Option<EventId>,
    ) -> Vec<(Party, Span)> {
        let mut parties: Vec<(Party, Span)> = Vec::new();
        for written in fields.parties(field) {
            if let Some(party) = self
                .who(written, event)
                .filter(|party| !parties.iter().any(|(known, _)| known == party))
            {
                parties.push((party, written.span()));
            }
        }
        parties
    }

    /// The organisation that a field names: a person is none.
    pub(super) fn organisation(&mut self, fields: &Fields, field: &str) -> Option<Party> {
        let written = fields.party(field)?;
        let party = self.who(&written.value, None)?;
        if matches!(party, Party::Person(_)) {
            self.not_an_organisation(&written.value);
            return None;
        }
        Some(party)
    }

    /// Who is meant.
    pub(super) fn who(&mut self, written: &PartyWritten, event: Option<EventId>) -> Option<Party> {
        match written {
            PartyWritten::Words(words) => {
                if let Some(party) = self.on_record(&words.value, words.span) {
                    return Some(party);
                }
                self.complain(&words.value, words.span, true);
                words_of(&words.value, None)
            }
            PartyWritten::Named { name, organisation } => {
                let mut said = name.value.clone();
                let organisation = organisation.as_ref().and_then(|written| {
                    match self.on_record(&written.value, written.span) {
                        Some(Party::Organisation(organisation)) => Some(organisation),
                        Some(_) => {
                            self.not_an_organisation(&PartyWritten::Words(written.clone()));
                            None
                        }
                        None => {
                            self.complain(&written.value, written.span, true);
                            // An organisation without a record is part of the words.
                            said = format!("{said}, {}", written.value);
                            None
                        }
                    }
                });
                match self.on_record(&name.value, name.span) {
                    Some(Party::Person(person)) => {
                        self.affiliations.extend(
                            event
                                .zip(organisation)
                                .map(|(event, organisation)| (event, person, organisation)),
                        );
                        Some(Party::Person(person))
                    }
                    Some(party) => Some(party),
                    None => {
                        self.complain(&name.value, name.span, false);
                        words_of(&said, organisation)
                    }
                }
            }
        }
    }

    /// The person or organisation with this id or exact name.
    pub(super) fn on_record(&mut self, called: &str, span: Span) -> Option<Party> {
        let by_id = self
            .index
            .get(Kind::Person, None, called)
            .or_else(|| self.index.get(Kind::Organisation, None, called));
        let record = match by_id {
            Some(record) => record,
            None => {
                let exact = self.names.exact(called);
                if exact.len() > 1 {
                    let ids: Vec<String> = exact
                        .iter()
                        .map(|record| format!("`{}`", self.party_id(*record)))
                        .collect();
                    let diagnostic = Diagnostic::at(Code::AmbiguousName, span)
                        .with("value", called)
                        .with(
                            "kind",
                            bilingual("persoon of organisatie", "person or organisation"),
                        )
                        .with("known", ids.join(", "));
                    self.diagnostics.push(diagnostic);
                }
                *self.names.exact(called).first()?
            }
        };
        match record {
            RecordId::Person(person) => Some(Party::Person(person)),
            RecordId::Organisation(organisation) => Some(Party::Organisation(organisation)),
            _ => None,
        }
    }

    /// Says what is likely wrong with words that are nobody on record: an id that is none, a draft,
    /// a name with a slip in it.
    fn complain(&mut self, words: &str, span: Span, may_be_id: bool) {
        if self.is_excused(Kind::Person, None, words, span)
            || self.is_excused(Kind::Organisation, None, words, span)
        {
            return;
        }
        if Id::new(words).is_some() {
            // Small letters without a space are meant as an id: names and words have a capital or a
            // gap. Beside an organisation (`{ name = "docenten", organisation = … }`) it is said
            // that they are words.
            if may_be_id {
                let person = self.suggestion(Kind::Person, None, words);
                let organisation = self.suggestion(Kind::Organisation, None, words);
                let suggestion = nearest(
                    words,
                    person.iter().chain(&organisation).map(String::as_str),
                )
                .map(ToOwned::to_owned);
                self.diagnostics.push(
                    Diagnostic::at(Code::UnknownParty, span)
                        .with("id", words)
                        .suggest(suggestion),
                );
            }
            return;
        }
        if let Some((name, record)) = self.names.near(words) {
            let kind = if matches!(record, RecordId::Person(_)) {
                Kind::Person
            } else {
                Kind::Organisation
            };
            let key = key_word(kind, "also", self.config.language());
            let diagnostic = Diagnostic::at(Code::NearlyKnown, span)
                .with("value", words)
                .with("key", key)
                .with("id", self.party_id(record));
            self.diagnostics.push(diagnostic.suggest(Some(name)));
        }
    }

    fn party_id(&self, record: RecordId) -> &Id {
        match record {
            RecordId::Person(person) => &self.rolls.people[person.index()].id,
            RecordId::Organisation(organisation) => {
                &self.rolls.organisations[organisation.index()].id
            }
            _ => unreachable!("only people and organisations bear names here"),
        }
    }

    pub(super) fn not_an_organisation(&mut self, written: &PartyWritten) {
        let called = match written {
            PartyWritten::Words(words) => &words.value,
            PartyWritten::Named { name, .. } => &name.value,
        };
        let diagnostic = Diagnostic::at(Code::WrongKind, written.span())
            .with("id", called)
            .with("found", kind_words_with_article(Kind::Person))
            .with("expected", kind_words_with_article(Kind::Organisation))
            .with(
                "way",
                bilingual(
                    "noem de organisatie, of haal dit gegeven weg",
                    "name the organisation, or remove this field",
                ),
            );
        self.diagnostics.push(diagnostic);
    }
}

/// Words, without those that stand for a contact that is not shown; nobody, when nothing is left.
fn words_of(words: &str, organisation: Option<OrganisationId>) -> Option<Party> {
    let shown = without_withheld(words);
    (!shown.is_empty() || organisation.is_some()).then(|| Party::Words {
        name: shown.as_ref().into(),
        organisation,
    })
}

/// "een persoon", "a person".
pub(super) fn kind_words_with_article(kind: Kind) -> String {
    let words = kind.schema().with_article;
    bilingual(words.nl, words.en)
}
