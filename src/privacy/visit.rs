//! The one visitor of everything that is written: each value of each field, by its shape. A field
//! that is added to the schema is visited like all others, and a kind of value that is added does
//! not compile until it has its place here.

use std::collections::{HashMap, HashSet};

use super::allowed::{Allowed, ContactKind};
use super::direction::straight_line;
use super::drafts::is_draft;
use super::fold::Folded;
use super::links::hidden_contact_of;
use super::names::{contact_in_id, published_name};
use super::record_ids::another_id;
use super::{line, text};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::schema::value::{Fields, IdOrInline, MarkdownText, PartyWritten, Value};
use crate::schema::{Field, Shape};
use crate::source::{Sources, Span, Spanned};
use crate::words::Language;
use crate::words::withheld::WITHHELD;

/// What people and organisations are called, of those whose names hold a contact: each name as it
/// is now, with the essence of all that were written so.
pub(super) type Names = HashMap<String, HashSet<String>>;

/// The letters and digits of a name, in one spelling: whichever dash stands in a number, it is the
/// same number.
pub(super) fn essence(name: &str) -> String {
    Folded::of_line(name)
        .characters
        .into_iter()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What is known of all records before any is visited.
#[derive(Debug)]
pub(super) struct KnownRecords<'a> {
    pub(super) sources: &'a Sources,
    pub(super) names: Names,
    /// Ids that spell out a contact. They are reported where they are written; what refers to them
    /// still means them.
    pub(super) ids: HashSet<String>,
}

/// Visits fields, and takes out what may not be shown.
pub(super) struct Visitor<'a> {
    pub(super) allowed: Allowed,
    /// The language that they are written in.
    pub(super) language: Language,
    /// Whether drafts are built too.
    pub(super) drafts: bool,
    pub(super) known: &'a KnownRecords<'a>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Every contact that was found.
    pub(super) contacts: Vec<(ContactKind, Span)>,
}

/// What is done with a line, by the shape of its field.
enum LineUse {
    /// It is read by people.
    Words,
    /// It is followed: the address of a page or site.
    Address,
    /// It names a file that must be found; under which name that is published is decided where
    /// files are.
    File,
}

fn reading(shape: Shape) -> LineUse {
    match shape {
        Shape::Url | Shape::Addresses => LineUse::Address,
        Shape::File => LineUse::File,
        Shape::Line
        | Shape::Markdown
        | Shape::Id
        | Shape::Date
        | Shape::Time
        | Shape::EndTime
        | Shape::Integer(..)
        | Shape::Number(..)
        | Shape::NumberOrLine
        | Shape::Bool
        | Shape::Choice(_)
        | Shape::Party
        | Shape::Parties
        | Shape::One(_)
        | Shape::Many(_)
        | Shape::ManyOrInline(_)
        | Shape::Reference
        | Shape::Lines
        | Shape::Table(_)
        | Shape::Tables(_)
        | Shape::Named(_)
        | Shape::Tile
        | Shape::Codes
        | Shape::Colour => LineUse::Words,
    }
}

impl Visitor<'_> {
    /// Visits every field. `own` is the position of the id that the record goes by, which is judged
    /// as a whole elsewhere.
    pub(super) fn fields(&mut self, fields: &mut Fields, own: Option<usize>) {
        let Fields {
            schema,
            entries,
            unreadable,
            ..
        } = fields;
        let (allowed, language) = (self.allowed, self.language);
        entries.retain_mut(|entry| {
            let field = &schema[entry.field];
            if own == Some(entry.field) {
                return true;
            }
            self.allowed = if field.as_written {
                Allowed::ALL
            } else {
                allowed
            };
            self.language = if entry.translation {
                language.other()
            } else {
                language
            };
            let keeps = self.value(&mut entry.value, field);
            if !keeps {
                // It was written, and reported: it is not missing as well.
                unreadable.push(entry.field);
            }
            keeps
        });
        (self.allowed, self.language) = (allowed, language);
    }

    /// Visits one value; says whether anything is left of it.
    fn value(&mut self, value: &mut Spanned<Value>, field: &Field) -> bool {
        let span = value.span;
        match &mut value.value {
            Value::Line(line) => match reading(field.shape) {
                LineUse::Words => self.line(line, span),
                LineUse::Address => return self.address(line, span),
                LineUse::File => {}
            },
            Value::Markdown(text) => self.markdown(text),
            Value::Id(id) => self.id(id, span),
            Value::Party(party) => self.party(party),
            Value::Parties(parties) => parties.iter_mut().for_each(|party| self.party(party)),
            Value::One(text) => self.reference(text, span),
            Value::Many(items) => items
                .iter_mut()
                .for_each(|item| self.reference(&mut item.value, item.span)),
            Value::ManyOrInline(items) => {
                for item in items {
                    match item {
                        IdOrInline::Id(id) => self.reference(&mut id.value, id.span),
                        IdOrInline::Inline(fields, _) => {
                            let said = (self.diagnostics.len(), self.contacts.len());
                            self.fields(fields, None);
                            if !self.drafts && is_draft(fields) {
                                self.diagnostics.truncate(said.0);
                                self.contacts.truncate(said.1);
                            }
                        }
                    }
                }
            }
            Value::Lines(lines) => match reading(field.shape) {
                LineUse::Words | LineUse::File => lines
                    .iter_mut()
                    .for_each(|line| self.line(&mut line.value, line.span)),
                LineUse::Address => {
                    lines.retain_mut(|line| self.address(&mut line.value, line.span));
                }
            },
            Value::Table(fields) => self.fields(fields, None),
            Value::Tables(rows) => rows.iter_mut().for_each(|fields| self.fields(fields, None)),
            Value::Codes(codes) => {
                for (register, code) in codes {
                    self.line(&mut register.value, register.span);
                    self.line(&mut code.value, code.span);
                    self.called(&register.value, code);
                }
            }
            // A day, a number and a choice hold no words of anybody, and where a site is published
            // no page says.
            Value::Date(_)
            | Value::Time(_)
            | Value::EndTime(_)
            | Value::Integer(_)
            | Value::Number(_)
            | Value::Bool(_)
            | Value::Choice(_)
            | Value::Tile(..)
            | Value::Named(_) => {}
        }
        true
    }

    fn line(&mut self, line: &mut String, span: Span) {
        let contacts = line::without_contacts(line, self.allowed, WITHHELD.get(self.language));
        let turned = straight_line(line);
        for range in turned.iter().flat_map(|(_, ranges)| ranges) {
            self.straightened(self.known.sources.place_in(line, span, range));
        }
        let changed = match contacts {
            Some(withheld) => {
                for (kind, range) in withheld.found {
                    self.withheld(kind, self.known.sources.place_in(line, span, &range));
                }
                Some(straight_line(&withheld.text).map_or(withheld.text, |(straight, _)| straight))
            }
            None => turned.map(|(straight, _)| straight),
        };
        if let Some(changed) = changed {
            // A line is never empty.
            *line = if changed.trim().is_empty() {
                char::REPLACEMENT_CHARACTER.to_string()
            } else {
                changed
            };
        }
    }

    /// A code that only its name says to be a telephone number: `{ tel = 31612345678 }`.
    fn called(&mut self, register: &str, code: &mut Spanned<String>) {
        let words = WITHHELD.get(self.language);
        if let Some(withheld) =
            line::without_contacts(&format!("{register}: {}", code.value), self.allowed, words)
        {
            for (kind, _) in withheld.found {
                self.withheld(kind, code.span);
            }
            words.clone_into(&mut code.value);
        }
    }

    /// An address: it goes as a whole, for what is left of it would lead elsewhere.
    fn address(&mut self, address: &mut String, span: Span) -> bool {
        if let Some((straight, ranges)) = straight_line(address) {
            for range in &ranges {
                self.straightened(self.known.sources.place_in(address, span, range));
            }
            *address = straight;
        }
        let Some(kind) = hidden_contact_of(address, self.allowed)
            .or_else(|| hidden_in_path(address, self.allowed))
        else {
            return true;
        };
        let place = self
            .known
            .sources
            .place_in(address, span, &(0..address.len()));
        self.withheld(kind, place);
        false
    }

    fn markdown(&mut self, written: &mut MarkdownText) {
        if let Some((straight, ranges)) = text::straight(written) {
            for range in ranges {
                self.straightened(written.place(range));
            }
            *written = straight;
        }
        if let Some(withheld) =
            text::without_contacts(written, self.allowed, WITHHELD.get(self.language))
        {
            for (kind, range) in withheld.found {
                self.withheld(kind, written.place(range));
            }
            *written = withheld.text;
        }
    }

    fn id(&mut self, id: &Id, span: Span) {
        if let Some(found) = contact_in_id(id.as_str(), &[], self.allowed) {
            let way = another_id(found.better.as_ref().map(Id::as_str));
            self.diagnostics.push(found.kind.in_id(
                Diagnostic::at(Code::ContactInId, span),
                id,
                way,
            ));
        }
    }

    /// A record that is named by id or title. An id that spells out a contact is reported where the
    /// record is; a title that does has lost it in the same way as this.
    fn reference(&mut self, text: &mut String, span: Span) {
        let last = text.rsplit([':', '/']).next().unwrap_or_default().trim();
        let folder = text.rsplit_once('/').map_or("", |(before, _)| {
            before.rsplit(':').next().unwrap_or_default().trim()
        });
        if !self.known.ids.contains(last) && !self.known.ids.contains(folder) {
            self.line(text, span);
        }
    }

    fn party(&mut self, party: &mut PartyWritten) {
        match party {
            PartyWritten::Words(words) => self.named(words),
            PartyWritten::Named { name, organisation } => {
                self.named(name);
                if let Some(organisation) = organisation {
                    self.named(organisation);
                }
            }
        }
    }

    /// The name of somebody. Where it held another contact than the name on record that looks the
    /// same now, it is not theirs.
    fn named(&mut self, name: &mut Spanned<String>) {
        if self.known.ids.contains(&name.value) {
            return;
        }
        let written = name.value.clone();
        self.line(&mut name.value, name.span);
        if name.value != written
            && self
                .known
                .names
                .get(&name.value)
                .is_some_and(|names| !names.contains(&essence(&written)))
        {
            // Two words of withholding are nobody's name; what is shown of them is the same.
            name.value = format!("{} {}", name.value, WITHHELD.get(self.language));
        }
    }

    fn withheld(&mut self, kind: ContactKind, span: Span) {
        self.contacts.push((kind, span));
        self.diagnostics.push(kind.withheld(span));
    }

    fn straightened(&mut self, span: Span) {
        self.diagnostics
            .push(Diagnostic::at(Code::DirectionTurned, span));
    }
}

/// What a part of a path of the site itself spells out. In the address of another site, a number in
/// a path is a number in a path.
fn hidden_in_path(address: &str, allowed: Allowed) -> Option<ContactKind> {
    if !address.starts_with('/') {
        return None;
    }
    let in_part = |part: &str| contact_in_id(part, &[], allowed).map(|found| found.kind);
    address.split('/').find_map(in_part).or_else(|| {
        published_name(address, allowed, Language::En)
            .withheld
            .first()
            .copied()
    })
}
