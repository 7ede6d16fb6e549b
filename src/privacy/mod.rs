//! Where contacts leave: e-mail addresses and phone numbers that the site does not show are taken
//! out of what people wrote before anything is made of it, so that no id, address, page, feed,
//! card, calendar or index can hold one.
//!
//! In go the records as written; out come the same records with words in the place of each contact,
//! and what was withheld where. Contacts are sought in the words that a reader gets, not in the
//! source: after Markdown, in one spelling, without what nobody sees. In the same walk goes what
//! turns the direction of writing. One visitor sees every value of every field, so that nobody has
//! to remember a new one.

mod contacts;
mod direction;
mod edits;
mod emails;
mod fold;
mod glance;
mod line;
mod links;
mod names;
mod numbering;
mod phones;
mod text;
mod visit;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::config::Config;
use crate::content::key;
use crate::content::promised::{Promised, What};
use crate::content::record::WrittenRecord;
use crate::content::schema::{Home, Kind};
use crate::content::value::Fields;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::source::{SourcePath, Sources, Span};
use crate::words::Language;
use crate::words::withheld::WITHHELD;
use names::{InId, contact_in_id};
pub use names::{PublishedName, published_name};
use visit::{KnownRecords, Names, Visitor, essence};

/// What people are reached by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
}

impl ContactKind {
    /// What it is called, with its article, and the setting that shows it.
    fn said(self) -> (String, &'static str) {
        match self {
            Self::Email => (bilingual("een e-mailadres", "an e-mail address"), "emails"),
            Self::Phone => (bilingual("een telefoonnummer", "a phone number"), "phones"),
        }
    }

    /// Says that it is not shown.
    pub fn withheld(self, span: Span) -> Diagnostic {
        let (what, key) = self.said();
        Diagnostic::at(Code::ContactWithheld, span)
            .with("what", what)
            .with("key", key)
    }

    /// Says that an id spells it out.
    fn in_id(self, diagnostic: Diagnostic, id: &Id, way: String) -> Diagnostic {
        let (what, key) = self.said();
        diagnostic
            .with("id", id)
            .with("what", what)
            .with("key", key)
            .with("way", way)
    }
}

/// Which contacts the site shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allowed {
    /// E-mail addresses.
    pub emails: bool,
    /// Phone numbers.
    pub phones: bool,
}

impl Allowed {
    /// Neither.
    pub const NONE: Self = Self {
        emails: false,
        phones: false,
    };
    /// Both.
    pub const ALL: Self = Self {
        emails: true,
        phones: true,
    };

    /// What a site's settings allow.
    pub fn by(config: &Config) -> Self {
        Self {
            emails: config.show_emails,
            phones: config.show_phones,
        }
    }

    /// Whether nothing is withheld.
    pub fn all(self) -> bool {
        self == Self::ALL
    }

    /// Whether this kind is withheld.
    pub fn hides(self, kind: ContactKind) -> bool {
        match kind {
            ContactKind::Email => !self.emails,
            ContactKind::Phone => !self.phones,
        }
    }
}

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
    let languages: HashMap<String, Language> = records
        .iter()
        .filter_map(|record| event_language(record, given.language))
        .collect();
    let known = KnownRecords {
        sources: given.sources,
        names: names(records, given.allowed),
        ids: ids(records, given.allowed),
    };
    let language_of = |record: &WrittenRecord| {
        let written_in = record
            .event
            .as_ref()
            .and_then(|event| languages.get(event))
            .copied()
            .unwrap_or(given.language);
        if record.translation {
            written_in.other()
        } else {
            written_in
        }
    };
    let drafts = Drafts::of(records);
    let of_record = |record: &mut WrittenRecord| {
        let is_built = given.drafts || !drafts.has(record);
        let mut visitor = Visitor {
            allowed: given.allowed,
            language: language_of(record),
            drafts: given.drafts,
            known: &known,
            diagnostics: Vec::new(),
        };
        visitor.diagnostics.extend(of_id(record, given));
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
    diagnostics.extend(of_former_names(given));
    diagnostics
}

/// What to say of names in `addresses.toml` that spell out a contact and that nothing bears any
/// more: their addresses lead on, or say that it is gone, and show the contact until they are
/// forgotten.
fn of_former_names(given: Given<'_>) -> impl Iterator<Item = Diagnostic> + '_ {
    let moved = given.promised.moved.iter().map(|row| (&row.from, true));
    let gone = given
        .promised
        .gone
        .iter()
        .filter(|row| !row.forget)
        .map(|row| (&row.what, false));
    moved.chain(gone).filter(move |_| !given.allowed.all()).filter_map(move |(what, has_moved)| {
        let (id, found) = what.value.ids().into_iter().find_map(|id| Some((id, contact_in_id(id.as_str(), &[], given.allowed)?)))?;
        let way = if has_moved {
            bilingual(
                &format!("zet in plaats van deze regels `[[gone]]`, met daaronder `what = \"{}\"`, `forget = true`, `reason = \"Dit adres mag niet meer.\"` en `date =` met de dag van vandaag (zoals 2026-01-15), en typ `oogst publish --record`", what.value),
                &format!("write in the place of these lines `[[gone]]`, and below it `what = \"{}\"`, `forget = true`, `reason = \"This address may not be.\"` and `date =` with the day of today (such as 2026-01-15), and type `oogst publish --record`", what.value),
            )
        } else {
            bilingual("zet erbij `forget = true`, en typ `oogst publish --record`", "add `forget = true`, and type `oogst publish --record`")
        };
        Some(found.kind.in_id(Diagnostic::at(Code::ContactPromised, what.span), id, way).with("of", &what.value))
    })
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
    };
    visitor.fields(fields, None);
    visitor.diagnostics
}

/// Which records are drafts: by themselves, with their event, or with what they translate.
struct Drafts {
    events: HashSet<String>,
    records: HashSet<(Kind, Option<String>, Id)>,
}

impl Drafts {
    fn of(records: &[WrittenRecord]) -> Self {
        let drafts = || records.iter().filter(|record| is_draft(&record.fields));
        let events = drafts()
            .filter(|record| record.kind == Kind::Event)
            .filter_map(|record| record.event.clone())
            .collect();
        let named = |record: &WrittenRecord| {
            Some((
                record.kind,
                record.event.clone(),
                record.written_id()?.value,
            ))
        };
        Self {
            events,
            records: drafts().filter_map(named).collect(),
        }
    }

    fn has(&self, record: &WrittenRecord) -> bool {
        let translates_one = || {
            record.translation
                && record.file_id.as_ref().is_some_and(|id| {
                    self.records
                        .contains(&(record.kind, record.event.clone(), id.value.clone()))
                })
        };
        is_draft(&record.fields)
            || record
                .event
                .as_ref()
                .is_some_and(|event| self.events.contains(event))
            || translates_one()
    }
}

/// Whether a record says that it is a draft.
fn is_draft(fields: &Fields) -> bool {
    fields.schema.iter().any(|field| field.name.en == "draft")
        && fields.bool(key::DRAFT).is_some_and(|draft| draft.value)
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

/// The names of people and organisations that hold a contact.
fn names(records: &[WrittenRecord], allowed: Allowed) -> Names {
    let mut names = Names::new();
    for record in records
        .iter()
        .filter(|record| matches!(record.kind, Kind::Person | Kind::Organisation))
    {
        let schema = record.kind.schema();
        let own = record.fields.line(key::NAME).map(|name| name.value);
        let lists = [key::ALSO, key::FORMER_NAMES]
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

/// The way out of an id that spells out a contact.
fn another_id(better: Option<&str>) -> String {
    match better {
        Some(better) => bilingual(
            &format!("kies een andere id, zoals `{better}`"),
            &format!("choose another id, such as `{better}`"),
        ),
        None => bilingual("kies een andere id", "choose another id"),
    }
}

/// What to say of a record whose id, written or made of a file's name, spells out a contact. A
/// promised one stays, and says the way out.
fn of_id(record: &WrittenRecord, given: Given<'_>) -> Option<Diagnostic> {
    let id = record
        .written_id()
        .filter(|_| !record.translation && !given.allowed.all())?;
    let called = [key::TITLE, key::NAME]
        .into_iter()
        .find(|field| record.kind.schema().position(field).is_some());
    let title = called
        .and_then(|field| record.fields.line(field))
        .map(|line| line.value)
        .unwrap_or_default();
    let told: Vec<(ContactKind, String)> = line::without_contacts(&title, given.allowed, "")
        .map(|withheld| {
            withheld
                .found
                .into_iter()
                .map(|(kind, range)| (kind, title[range].to_owned()))
                .collect()
        })
        .unwrap_or_default();
    let InId { kind, better } = contact_in_id(id.value.as_str(), &told, given.allowed)?;
    let better = better.map(|better| better.to_string());
    let event = record
        .event
        .as_deref()
        .and_then(Id::new)
        .filter(|_| record.kind.schema().home == Home::Event);
    let what = What::Record {
        kind: record.kind,
        event,
        id: id.value.clone(),
    };
    if let Some(promise) = given
        .promised
        .promises
        .iter()
        .find(|promise| promise.of.value == what)
    {
        let name = better.unwrap_or_else(|| "…".to_owned());
        let way = bilingual(
            &format!(
                "`oogst rename {what} {name}` geeft het een andere naam, en schrijft in addresses.toml dat het verhuisd is"
            ),
            &format!(
                "`oogst rename {what} {name}` gives it another name, and writes in addresses.toml that it moved"
            ),
        );
        return Some(
            kind.in_id(
                Diagnostic::at(Code::ContactPromised, promise.of.span),
                &id.value,
                way,
            )
            .with("of", &what),
        );
    }
    let is_written = record
        .kind
        .schema()
        .position(key::ID)
        .is_some_and(|_| record.fields.has(key::ID));
    if is_written {
        return Some(kind.in_id(
            Diagnostic::at(Code::ContactInId, id.span),
            &id.value,
            another_id(better.as_deref()),
        ));
    }
    let path = &given.sources.file(record.span.file).path;
    let (path, nl, en, ending) = if record.kind == Kind::Event {
        (SourcePath::new(path.folder()), "de map", "the folder", "")
    } else {
        (path.clone(), "het bestand", "the file", ".md")
    };
    let way = match better {
        Some(better) => bilingual(
            &format!("geef {nl} een andere naam, zoals `{better}{ending}`"),
            &format!("give {en} another name, such as `{better}{ending}`"),
        ),
        None => bilingual(
            &format!("geef {nl} een andere naam"),
            &format!("give {en} another name"),
        ),
    };
    Some(kind.in_id(Diagnostic::of_path(Code::ContactInId, path), &id.value, way))
}
