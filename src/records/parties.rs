//! Who is meant: a person or organisation on record by id or exact name, else words.

use super::fields::{key_word, kind_words_with_article};
use super::lookup::Lookup;
use super::odd_party::{OddParty, odd_party};
use super::record_id::{EventId, OrganisationId, RecordId};
use super::values::Party;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::schema::key;
use crate::schema::value::{Fields, PartyWritten};
use crate::schema::{Kind, NAMED_PARTY};
use crate::source::{Span, Spanned};
use crate::words::messages::records as messages;
use crate::words::withheld::without_withheld;

/// Where a party stands, which tells how several would be written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PartyPlace {
    /// Among others, in a list.
    InList,
    /// In the place of a list.
    Alone,
    /// Where there can be one only.
    One,
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
        self.who(&written.value, event, PartyPlace::One)
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
        let whole = fields.value_span(field);
        for written in fields.parties(field) {
            let place = if whole == Some(written.span()) {
                PartyPlace::Alone
            } else {
                PartyPlace::InList
            };
            if let Some(party) = self
                .who(written, event, place)
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
        let party = self.who(&written.value, None, PartyPlace::One)?;
        if matches!(party, Party::Person(_)) {
            self.not_an_organisation(&written.value);
            return None;
        }
        Some(party)
    }

    /// Who is meant.
    fn who(
        &mut self,
        written: &PartyWritten,
        event: Option<EventId>,
        place: PartyPlace,
    ) -> Option<Party> {
        match written {
            PartyWritten::Words(words) => {
                if let Some(party) = self.on_record(&words.value, words.span) {
                    return Some(party);
                }
                if !self.complain_of_several(words, place) {
                    self.complain(&words.value, words.span, true);
                }
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
                        .with("kind", messages::PARTY)
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
            let key = key_word(kind, key::ALSO, self.config.language());
            let diagnostic = Diagnostic::at(Code::NearlyKnown, span)
                .with("value", words)
                .with("key", key)
                .with("id", self.party_id(record));
            self.diagnostics.push(diagnostic.suggest(Some(name)));
        }
    }

    /// Says of words that they name several, or nobody; gives whether they do.
    fn complain_of_several(&mut self, words: &Spanned<String>, place: PartyPlace) -> bool {
        let is_on_record = |name: &str| !self.names.exact(name).is_empty();
        let shown = without_withheld(&words.value);
        let Some(odd) = odd_party(&shown, &is_on_record).filter(|_| shown == words.value) else {
            return false;
        };
        let quoted =
            |name: &str| format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""));
        let (problem, suggestion) = match &odd {
            OddParty::Nobody => (messages::IS_NOBODY, None),
            OddParty::Brackets(name, inner) => {
                let key = |position: usize| NAMED_PARTY[position].name.get(self.config.language());
                let (name, inner) = (quoted(name), quoted(inner));
                let named = format!("{{ {} = {name}, {} = {inner} }}", key(0), key(1));
                (messages::HAS_BRACKETS, Some(named))
            }
            OddParty::Several(names) => {
                let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
                let names = names.join(", ");
                let written = match place {
                    PartyPlace::One => None,
                    PartyPlace::Alone => Some(format!("[{names}]")),
                    PartyPlace::InList => Some(names),
                };
                (messages::ARE_SEVERAL, written)
            }
        };
        let way = match (&suggestion, odd) {
            (Some(written), _) => messages::write_apart(&format!("`{written}`")),
            (None, OddParty::Nobody) => messages::LEAVE_OUT.into(),
            (None, _) => messages::NAME_ONE.into(),
        };
        self.diagnostics.push(
            Diagnostic::at(Code::OddParty, words.span)
                .with("value", &words.value)
                .with("problem", problem)
                .with("way", way),
        );
        true
    }

    fn party_id(&self, record: RecordId) -> &Id {
        match record {
            RecordId::Person(person) => &self.registry.people[person.index()].id,
            RecordId::Organisation(organisation) => {
                &self.registry.organisations[organisation.index()].id
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
            .with("way", messages::NAME_ORGANISATION);
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
