//! The walk over records and settings that takes out of them what may not be shown.

use std::collections::HashSet;

use rayon::prelude::*;

use super::allowed::{Allowed, ContactKind};
use super::drafts::DraftRecords;
use super::languages::WrittenLanguages;
use super::line;
use super::names::contact_in_id;
use super::record_ids::{of_former_names, of_id};
use super::visit::{KnownRecords, Names, Visitor, essence};
use crate::diagnostic::Diagnostic;
use crate::id::Id;
use crate::input::permalinks::Promised;
use crate::input::record::WrittenRecord;
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::value::Fields;
use crate::source::{Sources, Span};
use crate::words::Language;
use crate::words::withheld::WITHHELD;

/// What withholding depends on besides the records.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// Which contacts may be shown.
    pub allowed: Allowed,
    /// The site's language.
    pub language: Language,
    /// The texts that spans point into.
    pub sources: &'a Sources,
    /// The promised addresses.
    pub promised: &'a Promised,
    /// Whether drafts are built too. Of those that are not, nothing is said.
    pub drafts: bool,
}

/// Takes out of records what may not be shown, and says what and where.
pub fn withhold(records: &mut [WrittenRecord], given: Given<'_>) -> Vec<Diagnostic> {
    let languages = WrittenLanguages::of(records.iter(), given.language);
    let known = KnownRecords {
        sources: given.sources,
        names: names(records, given.allowed),
        ids: ids(records, given.allowed),
    };
    let drafts = DraftRecords::of(records.iter());
    let of_record = |record: &mut WrittenRecord| {
        let is_built = given.drafts || !drafts.has(record);
        let mut visitor = Visitor {
            allowed: given.allowed,
            language: languages.of_record(record),
            drafts: given.drafts,
            known: &known,
            diagnostics: Vec::new(),
            contacts: Vec::new(),
        };
        visitor
            .diagnostics
            .extend(of_id(record, given.allowed, given.promised, given.sources));
        let own = record.kind.schema().position(key::ID);
        visitor.fields(&mut record.fields, own);
        if is_built {
            visitor.diagnostics
        } else {
            Vec::new()
        }
    };
    let mut diagnostics: Vec<Diagnostic> =
        records.par_iter_mut().flat_map_iter(of_record).collect();
    diagnostics.extend(of_former_names(given.promised, given.allowed));
    diagnostics
}

/// The same of the fields of a file that is no record: `oogst.toml`, `addresses.toml`.
pub fn withhold_fields(
    fields: &mut Fields,
    allowed: Allowed,
    language: Language,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let known = KnownRecords {
        sources,
        names: Names::new(),
        ids: HashSet::new(),
    };
    let mut visitor = Visitor {
        allowed,
        language,
        drafts: true,
        known: &known,
        diagnostics: Vec::new(),
        contacts: Vec::new(),
    };
    visitor.fields(fields, None);
    visitor.diagnostics
}

/// Every contact in a record, whatever the settings show, with its place.
pub fn contacts_in(record: &WrittenRecord, sources: &Sources) -> Vec<(ContactKind, Span)> {
    let known = KnownRecords {
        sources,
        names: Names::new(),
        ids: HashSet::new(),
    };
    let mut visitor = Visitor {
        allowed: Allowed::NONE,
        language: Language::Nl,
        drafts: false,
        known: &known,
        diagnostics: Vec::new(),
        contacts: Vec::new(),
    };
    let own = record.kind.schema().position(key::ID);
    visitor.fields(&mut record.fields.clone(), own);
    visitor.contacts
}

/// The names of people and organisations that hold a contact.
fn names(records: &[WrittenRecord], allowed: Allowed) -> Names {
    let mut names = Names::new();
    for record in records
        .iter()
        .filter(|record| matches!(record.kind, Kind::Person | Kind::Organisation))
    {
        let schema = record.kind.schema();
        let own = record.fields.line(key::NAME).map(|name| name.value);
        let lists = ["also", "former_names"]
            .into_iter()
            .filter(|field| schema.position(field).is_some());
        let others = lists
            .flat_map(|field| record.fields.lines(field))
            .map(|name| name.value.clone());
        for name in own.into_iter().chain(others) {
            // In either language: a name is written in one and meant from the other.
            for words in [WITHHELD.nl, WITHHELD.en] {
                if let Some(withheld) = line::without_contacts(&name, allowed, words) {
                    names
                        .entry(withheld.text)
                        .or_default()
                        .insert(essence(&name));
                }
            }
        }
    }
    names
}

/// The ids of records that spell out a contact.
fn ids(records: &[WrittenRecord], allowed: Allowed) -> HashSet<String> {
    let is_worth_a_look = |id: &Id| id.as_str().bytes().filter(u8::is_ascii_digit).count() >= 10;
    let written = records
        .iter()
        .filter_map(WrittenRecord::written_id)
        .map(|id| id.value)
        .filter(is_worth_a_look);
    written
        .filter(|id| contact_in_id(id.as_str(), &[], allowed).is_some())
        .map(|id| id.to_string())
        .collect()
}
