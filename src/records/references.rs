//! References to records of an event, near or far: `id`, `event/id`, `kind:id` and `kind:event/id`.

use super::fields::{key_word, kind_words, kind_words_with_article};
use super::index::is_of_event;
use super::lookup::Lookup;
use super::record_id::{EventId, RecordId, TypedId as _};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::reference::ReferenceText;
use crate::schema::value::Fields;
use crate::schema::{KINDS, Kind};
use crate::source::{Span, Spanned};
use crate::words::Phrase;
use crate::words::messages::records as messages;

/// What a reference means, and where it is written.
#[derive(Clone, Copy)]
struct WrittenTarget<'a> {
    /// The kind that it names, or that is meant where it stands.
    kind: Kind,
    parts: ReferenceText<'a>,
    text: &'a str,
    span: Span,
}

impl Lookup<'_> {
    /// The ask, offer or idea that a deal takes up.
    pub(super) fn taken_up(
        &mut self,
        kind: Kind,
        event: EventId,
        written: &Spanned<String>,
    ) -> Option<RecordId> {
        let Spanned { value: text, span } = written;
        let parts = ReferenceText::of(text);
        let named = match parts.word.map(|word| (word, Kind::named(word))) {
            Some((word, None)) => {
                // A title may hold a colon.
                if let [(record, _)] = self.by_title(kind, Some(event), text).as_slice() {
                    return Some(*record);
                }
                self.bad_reference(text, word, Some(event), *span);
                return None;
            }
            Some((_, Some(named))) => named,
            None => kind,
        };
        if named != kind {
            self.wrong_kind(text, named, kind, *span);
            return None;
        }
        if parts.word.is_none()
            && self.index.get(kind, Some(event), text).is_none()
            && let [(record, _)] = self.by_title(kind, Some(event), text).as_slice()
        {
            return Some(*record);
        }
        let target = WrittenTarget {
            kind,
            parts,
            text,
            span: *span,
        };
        self.in_event(target, Some(event), Code::UnknownRecord)
    }

    /// The record that `kind:id` or `kind:event/id` means; `unknown` says that there is none.
    pub(super) fn reference(
        &mut self,
        fields: &Fields,
        field: &str,
        event: Option<EventId>,
        unknown: Code,
    ) -> Option<RecordId> {
        let Spanned { value: text, span } = fields.one(field)?;
        let parts = ReferenceText::of(&text);
        let Some(kind) = parts.kind() else {
            self.bad_reference(&text, parts.word.unwrap_or_default(), event, span);
            return None;
        };
        let target = WrittenTarget {
            kind,
            parts,
            text: &text,
            span,
        };
        if is_of_event(kind) {
            return self.in_event(target, event, unknown);
        }
        let found = self
            .index
            .get(kind, None, parts.id)
            .filter(|_| parts.event.is_none());
        if found.is_none() && !self.is_excused(kind, None, parts.id, span) {
            let suggestion = self
                .suggestion(kind, None, parts.id)
                .map(|id| parts.to(None, &id));
            self.report_unknown(target, unknown, suggestion);
        }
        found
    }

    /// A record of this event, or of the one that the reference names.
    fn in_event(
        &mut self,
        target: WrittenTarget<'_>,
        here: Option<EventId>,
        unknown: Code,
    ) -> Option<RecordId> {
        let WrittenTarget {
            kind,
            parts,
            text,
            span,
        } = target;
        let id = parts.id;
        let event = match parts.event {
            None => here,
            Some(folder) => Some(self.event_named(folder, parts, span)?),
        };
        let found = self.by_id(kind, event, id);
        if found.is_some() || self.is_excused(kind, event, id, span) {
            return found;
        }
        // An ask where an offer belongs is a slip of another sort than an id that nobody has.
        let others = [
            Kind::Ask,
            Kind::Offer,
            Kind::Idea,
            Kind::Deal,
            Kind::Session,
        ];
        let other = others
            .into_iter()
            .find(|other| *other != kind && self.index.get(*other, event, id).is_some());
        if let Some(other) =
            other.filter(|_| unknown == Code::UnknownRecord && parts.word.is_none())
        {
            self.wrong_kind(text, other, kind, span);
            return None;
        }
        let suggestion = self
            .suggestion(kind, event, id)
            .map(|id| parts.with_id(&id))
            .or_else(|| {
                other.map(|other| parts.of_kind(other.schema().name.get(self.config.language())))
            })
            .or_else(|| {
                self.elsewhere(kind, id)
                    .map(|folder| parts.to(Some(folder), id))
            });
        self.report_unknown(target, unknown, suggestion);
        None
    }

    /// The event of a folder; that there is none is said.
    fn event_named(
        &mut self,
        folder: &str,
        parts: ReferenceText<'_>,
        span: Span,
    ) -> Option<EventId> {
        let found = self.index.get(Kind::Event, None, folder);
        if found.is_none() && !self.is_excused(Kind::Event, None, folder, span) {
            let suggestion = self
                .suggestion(Kind::Event, None, folder)
                .map(|event| parts.to(Some(&event), parts.id));
            self.diagnostics.push(
                Diagnostic::at(Code::UnknownEvent, span)
                    .with("id", folder)
                    .suggest(suggestion),
            );
        }
        EventId::of(found?)
    }

    /// The folder of the only event that has such a record.
    pub(super) fn elsewhere(&self, kind: Kind, id: &str) -> Option<&str> {
        let mut found = self
            .registry
            .of(kind)
            .iter()
            .filter(|written| written.kind == kind && written.id.as_str() == id)
            .filter(|written| self.registry.can_be_named(written));
        let (first, second) = (found.next()?, found.next());
        second
            .is_none()
            .then(|| self.registry.folders[first.in_event().index()].as_str())
    }

    fn report_unknown(
        &mut self,
        target: WrittenTarget<'_>,
        unknown: Code,
        suggestion: Option<String>,
    ) {
        let id = if unknown == Code::UpdateOfUnknown {
            target.text
        } else {
            target.parts.id
        };
        self.diagnostics.push(
            Diagnostic::at(unknown, target.span)
                .with("kind", kind_words(target.kind.schema()))
                .with("id", id)
                .suggest(suggestion),
        );
    }

    fn wrong_kind(&mut self, text: &str, found: Kind, expected: Kind, span: Span) {
        let diagnostic = Diagnostic::at(Code::WrongKind, span)
            .with("id", text)
            .with("found", kind_words_with_article(found))
            .with("expected", kind_words_with_article(expected))
            .with("way", self.way_to_take_up(text, found));
        self.diagnostics.push(diagnostic);
    }

    /// Where in a deal a record of another kind belongs.
    fn way_to_take_up(&self, text: &str, found: Kind) -> Phrase {
        let field = match found {
            Kind::Ask => "asks",
            Kind::Offer => "offers",
            Kind::Idea => "ideas",
            _ => return messages::REMOVE_HERE.into(),
        };
        let key = key_word(Kind::Deal, field, self.config.language());
        messages::put_it_at(&key, &text)
    }

    fn bad_reference(&mut self, text: &str, word: &str, event: Option<EventId>, span: Span) {
        let language = self.config.language();
        let words = KINDS
            .iter()
            .flat_map(|schema| [schema.name.get(language), schema.name.en]);
        let suggestion = if word.is_empty() {
            let kinds = [
                Kind::Deal,
                Kind::Ask,
                Kind::Offer,
                Kind::Idea,
                Kind::Session,
                Kind::Outcome,
                Kind::Photo,
            ];
            let kind = kinds
                .into_iter()
                .find(|kind| self.index.get(*kind, event, text).is_some());
            kind.map(|kind| format!("{}:{text}", kind.schema().name.get(language)))
        } else {
            nearest(word, words).map(|kind| text.replacen(word, kind, 1))
        };
        self.diagnostics.push(
            Diagnostic::at(Code::BadReference, span)
                .with("value", text)
                .suggest(suggestion),
        );
    }
}
