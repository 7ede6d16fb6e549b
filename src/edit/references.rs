//! Gives a record another id: in its own file, in everything that refers to it, and in the name of
//! its file or folder.

use std::sync::Arc;

use super::ids::{place_and_id, write_id};
use super::{Rewrite, Splices};
use crate::id::Id;
use crate::input::record::{ParsedFile, WrittenRecord};
use crate::markdown::scan;
use crate::records::{RecordId, Report};
use crate::reference::{Reference, ReferenceText, name_and_heading};
use crate::schema::key;
use crate::schema::value::{Fields, IdOrInline, MarkdownText, PartyWritten, Value};
use crate::schema::{Kind, Shape};
use crate::source::{Sources, Span, Spanned};

/// A record and its new id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renaming {
    /// The kind of the record.
    pub kind: Kind,
    /// The folder of its event, for kinds that belong to one.
    pub event: Option<Id>,
    /// The id that it has.
    pub old: Id,
    /// The id that it gets.
    pub new: Id,
}

impl Renaming {
    /// What it was called.
    pub fn from(&self) -> Reference {
        Reference::Record {
            kind: self.kind,
            event: self.event.clone(),
            id: self.old.clone(),
        }
    }

    /// What it will be called.
    pub fn to(&self) -> Reference {
        Reference::Record {
            kind: self.kind,
            event: self.event.clone(),
            id: self.new.clone(),
        }
    }

    /// What a name becomes.
    pub fn forwards(&self, reference: &Reference) -> Reference {
        self.turned(reference, &self.old, &self.new)
    }

    /// What a name was.
    pub fn backwards(&self, reference: &Reference) -> Reference {
        self.turned(reference, &self.new, &self.old)
    }

    fn turned(&self, reference: &Reference, from: &Id, to: &Id) -> Reference {
        let turn = |kind: Kind, id: &Id| {
            if kind == self.kind && id == from {
                to.clone()
            } else {
                id.clone()
            }
        };
        match reference {
            Reference::Record {
                kind,
                event: Some(event),
                id,
            } => {
                // An id is its event's own.
                let own = if self.event.as_ref() == Some(event) {
                    turn(*kind, id)
                } else {
                    id.clone()
                };
                Reference::Record {
                    kind: *kind,
                    event: Some(turn(Kind::Event, event)),
                    id: own,
                }
            }
            Reference::Record {
                kind,
                event: None,
                id,
            } => Reference::Record {
                kind: *kind,
                event: None,
                id: turn(*kind, id),
            },
            Reference::Crossing { region, theme } => Reference::Crossing {
                region: turn(Kind::Region, region),
                theme: turn(Kind::Theme, theme),
            },
            Reference::Year(year) => Reference::Year(*year),
        }
    }

    /// Whether this page's address changes with it: its own, and those of what belongs to it.
    pub fn carries(&self, reference: &Reference) -> bool {
        match reference {
            Reference::Record {
                event: Some(event), ..
            } if self.kind == Kind::Event => *event == self.old,
            Reference::Crossing { region, .. } if self.kind == Kind::Region => *region == self.old,
            Reference::Crossing { theme, .. } if self.kind == Kind::Theme => *theme == self.old,
            reference => *reference == self.from(),
        }
    }

    /// A reference as it must read now; `None` where it means another record. `usual` is the kind
    /// it means where it names none.
    fn rewritten(&self, text: &str, usual: Option<Kind>, here: Option<&str>) -> Option<String> {
        let parts = ReferenceText::of(text);
        let named = parts.kind();
        let kind = match (named, parts.word) {
            (None, None) => usual?,
            _ => named?,
        };
        let is_old = |name: &str| name == self.old.as_str();
        let new = self.new.as_str();
        if self.kind == Kind::Event {
            return match parts.event {
                Some(folder) if is_old(folder) => Some(parts.to(Some(new), parts.id)),
                None if kind == Kind::Event && is_old(parts.id) => Some(parts.with_id(new)),
                _ => None,
            };
        }
        let same_kind = kind == self.kind
            || named.is_none() && usual.is_some_and(|usual| is_party(usual) && is_party(self.kind));
        let same_event = match (&self.event, parts.event) {
            (None, None) => true,
            (Some(event), Some(folder)) => event.as_str() == folder,
            (Some(event), None) => here == Some(event.as_str()),
            (None, Some(_)) => false,
        };
        (same_kind && same_event && is_old(parts.id)).then(|| parts.with_id(new))
    }
}

/// People and organisations share their ids, and whoever names one need not say which it is.
fn is_party(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation)
}

/// Everything that changes when a record gets another id; `addresses.toml` aside.
pub fn rename(
    renaming: &Renaming,
    record: RecordId,
    report: &Report,
    files: &[Arc<ParsedFile>],
    sources: &Sources,
) -> Rewrite {
    let mut references = References {
        renaming,
        sources,
        splices: Splices::default(),
    };
    let mut rewrite = Rewrite::default();
    let place = place_and_id(report, record).map(|(span, _)| span);
    for record in files.iter().flat_map(|file| &file.records) {
        let here = record.event.as_deref();
        references.fields(&record.fields, here);
        let is_it = !record.translation && place == Some(record.span);
        // Its file in the other language is named after it too.
        let translates_it = record.translation
            && record.kind == renaming.kind
            && record
                .file_id
                .as_ref()
                .is_some_and(|id| id.value == renaming.old)
            && here == renaming.event.as_ref().map(Id::as_str);
        if is_it || translates_it {
            references.own(record, &mut rewrite);
        }
    }
    if renaming.kind == Kind::Event {
        let folder = place.map(|span| sources.file(span.file).path.parent());
        rewrite.moves.extend(folder.map(|folder| {
            let new = folder.sibling(renaming.new.as_str());
            (folder, new)
        }));
    }
    for (file, text) in references.splices.texts(sources) {
        let path = rewrite.place_of(&sources.file(file).path);
        rewrite.texts.insert(path, text.into());
    }
    rewrite
}

/// Where a record is named, and what stands there from now on.
pub(super) struct References<'a> {
    pub(super) renaming: &'a Renaming,
    pub(super) sources: &'a Sources,
    pub(super) splices: Splices,
}

impl References<'_> {
    /// The id where the record itself says it.
    fn own(&mut self, record: &WrittenRecord, rewrite: &mut Rewrite) {
        let Renaming { kind, old, new, .. } = self.renaming;
        if *kind == Kind::Event {
            return;
        }
        let has_id = record.kind.schema().position(key::ID).is_some();
        if let Some(id) = has_id.then(|| record.fields.id(key::ID)).flatten() {
            self.splices.replace(id.span, format!("\"{new}\""));
        } else if record.file_id.is_some() {
            let path = &self.sources.file(record.span.file).path;
            let name = path.name().strip_prefix(old.as_str()).unwrap_or_default();
            let new = path.sibling(&format!("{new}{name}"));
            rewrite.moves.push((path.clone(), new));
        } else {
            write_id(record, new, self.sources, &mut self.splices);
        }
    }

    /// Changes what names the record in some fields.
    pub(super) fn fields(&mut self, fields: &Fields, here: Option<&str>) {
        for entry in &fields.entries {
            let span = entry.value.span;
            match (&entry.value.value, fields.schema[entry.field].shape) {
                (Value::One(text), Shape::One(kind)) => {
                    self.reference(text, span, Some(kind), here);
                }
                (Value::One(text), _) => self.reference(text, span, None, here),
                (Value::Many(items), Shape::Many(kind)) => items
                    .iter()
                    .for_each(|item| self.reference(&item.value, item.span, Some(kind), here)),
                (Value::ManyOrInline(items), Shape::ManyOrInline(kind)) => {
                    for item in items {
                        match item {
                            IdOrInline::Id(Spanned { value, span }) => {
                                self.reference(value, *span, Some(kind), here);
                            }
                            IdOrInline::Inline(fields, _) => self.fields(fields, here),
                        }
                    }
                }
                (Value::Party(party), _) => self.party(party, here),
                (Value::Parties(parties), _) => {
                    for party in parties {
                        self.party(party, here);
                    }
                }
                (Value::Markdown(text), _) => self.markdown(text, here),
                (Value::Table(inner), _) => self.fields(inner, here),
                (Value::Tables(rows), _) => rows.iter().for_each(|row| self.fields(row, here)),
                _ => {}
            }
        }
    }

    fn party(&mut self, party: &PartyWritten, here: Option<&str>) {
        match party {
            PartyWritten::Words(words) => {
                self.reference(&words.value, words.span, Some(Kind::Person), here);
            }
            PartyWritten::Named {
                organisation: Some(organisation),
                ..
            } => {
                self.reference(
                    &organisation.value,
                    organisation.span,
                    Some(Kind::Organisation),
                    here,
                );
            }
            PartyWritten::Named {
                organisation: None, ..
            } => {}
        }
    }

    fn reference(&mut self, text: &str, span: Span, usual: Option<Kind>, here: Option<&str>) {
        if let Some(new) = self.renaming.rewritten(text, usual, here) {
            self.splices.replace(span, format!("\"{new}\""));
        }
    }

    /// Links by id in a text.
    fn markdown(&mut self, text: &MarkdownText, here: Option<&str>) {
        for found in scan(&text.text) {
            // A heading of the record's text goes on being called what it is.
            let (destination, _) = name_and_heading(found.destination.trim());
            let Some(new) = self.renaming.rewritten(destination, None, here) else {
                continue;
            };
            match text.exact_start {
                Some(_) => self.in_place(
                    text.place(found.destination_range.clone()),
                    destination,
                    &new,
                    &[],
                ),
                // Escapes in the string: only its letters in the file can be searched; what stands
                // as code is no link.
                None => self.in_place(text.span, destination, &new, &['`']),
            }
        }
    }

    /// Replaces each mention of a destination within a place.
    fn in_place(&mut self, place: Span, destination: &str, new: &str, not_behind: &[char]) {
        let file = self.sources.file(place.file);
        let written = file.text.get(place.range()).unwrap_or_default();
        for (at, _) in written.match_indices(destination) {
            let goes_on = |character: char| {
                character.is_ascii_alphanumeric() || matches!(character, '-' | '/')
            };
            let after = written[at + destination.len()..].chars().next();
            let before = written[..at].chars().next_back();
            if !after.is_some_and(goes_on)
                && !before.is_some_and(|before| goes_on(before) || not_behind.contains(&before))
            {
                let start = place.range().start + at;
                self.splices.replace(
                    Span::new(place.file, start..start + destination.len()),
                    new.to_owned(),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests;
