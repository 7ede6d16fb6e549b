//! From fields as written to the plain values of the report, by the type of the value.

use jiff::civil::{Date, Time};

use super::fields::{choice, flag, line, link, long_text, text};
use super::lookup::Lookup;
use super::record_id::{EventId, RegionId, SessionId, ThemeId, TypedId};
use super::registry::Entry;
use super::values::{Link, LongText, Party, StatusNow};
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::input::permalinks::is_address;
use crate::schema::choices::Choice;
use crate::schema::value::Fields;
use crate::schema::{Kind, REGIONS, THEMES};
use crate::source::Spanned;
use crate::words::Text;
use crate::words::messages::records as messages;

/// One record being read: what was written of it, and all that references are looked up in.
pub(super) struct Reading<'r, 'l> {
    pub(super) entry: &'r Entry,
    pub(super) lookup: &'r mut Lookup<'l>,
}

impl<'r> Reading<'r, '_> {
    /// Its fields as written.
    pub(super) fn fields(&self) -> &'r Fields {
        &self.entry.fields
    }

    /// The regions that it names itself; else those that may be concluded from its event.
    fn regions(&mut self) -> Vec<RegionId> {
        let own = self.lookup.regions(self.fields());
        own_or_the_events(own, self.lookup.places_of(self.entry).0)
    }

    /// The themes that it names itself; else those that may be concluded from its event.
    fn themes(&mut self) -> Vec<ThemeId> {
        let own = self.lookup.themes(self.fields());
        own_or_the_events(own, self.lookup.places_of(self.entry).1)
    }

    /// The record of a kind that a field names.
    pub(super) fn one<T: TypedId>(
        &mut self,
        field: &str,
        kind: Kind,
        event: Option<EventId>,
    ) -> Option<T> {
        let named = self.fields().one(field)?;
        let found = self.lookup.one(kind, event, &named.value, named.span);
        found.and_then(T::of)
    }

    /// Says of a record that it will not be found by region or theme, on a site that has any, unless
    /// the writer said so by `[]`.
    pub(super) fn warn_of_nowhere(&mut self, regions: &[RegionId], themes: &[ThemeId]) {
        let Entry {
            kind,
            id,
            fields,
            span,
            ..
        } = self.entry;
        let registry = self.lookup.registry;
        let schema = kind.schema();
        for (field, none, none_here, code) in [
            (
                REGIONS,
                registry.regions.is_empty(),
                regions.is_empty(),
                Code::NoRegion,
            ),
            (
                THEMES,
                registry.themes.is_empty(),
                themes.is_empty(),
                Code::NoTheme,
            ),
        ] {
            if none_here && !none && !fields.was_meant(field.name.en) {
                let key = field.name.get(self.lookup.config.language());
                self.lookup.diagnostics.push(
                    Diagnostic::at(code, *span)
                        .with("kind", schema.name)
                        .with("id", id)
                        .with("key", key),
                );
            }
        }
    }

    /// Says of an end before its beginning that it cannot be.
    pub(super) fn check_order<T: PartialOrd>(
        &mut self,
        start: Option<Spanned<T>>,
        end: Option<Spanned<T>>,
    ) {
        if let (Some(start), Some(end)) = (start, end)
            && end.value < start.value
        {
            self.lookup.diagnostics.push(
                Diagnostic::at(Code::EndsBeforeStart, end.span)
                    .with("way", messages::SWAP_OR_CORRECT)
                    .note(start.span, NoteKind::StartsHere),
            );
        }
    }
}

/// What a record names itself, an empty list included; else its event's, if that is exactly one: of
/// several it is not known which.
pub(super) fn own_or_the_events<T: Copy>(own: Option<Vec<T>>, of_event: &[T]) -> Vec<T> {
    own.unwrap_or_else(|| {
        if of_event.len() == 1 {
            of_event.to_vec()
        } else {
            Vec::new()
        }
    })
}

/// Reads the records of a list, one after the other.
pub(super) fn each<T>(
    list: &[Entry],
    lookup: &mut Lookup<'_>,
    mut read: impl FnMut(&mut Reading<'_, '_>) -> T,
) -> Vec<T> {
    list.iter()
        .map(|entry| {
            read(&mut Reading {
                entry,
                lookup: &mut *lookup,
            })
        })
        .collect()
}

/// A type of value that a field is read as.
pub(super) trait Written: Sized {
    /// Reads it.
    fn read(reading: &mut Reading<'_, '_>, field: &'static str) -> Self;
}

macro_rules! written {
    ($($(#[doc = $doc:literal])? $type:ty: |$reading:ident, $field:ident| $read:expr;)*) => { $(
        $(#[doc = $doc])?
        impl Written for $type {
            fn read($reading: &mut Reading<'_, '_>, $field: &'static str) -> Self {
                $read
            }
        }
    )* };
}

written! {
    /// A title or name. Where it could not be read, which was reported, the id stands in for it.
    Text: |reading, field| text(reading.fields(), field).unwrap_or_else(|| Text {
        original: reading.entry.id.as_str().into(),
        translation: None,
    });
    Option<Text>: |reading, field| text(reading.fields(), field);
    Option<LongText>: |reading, field| long_text(reading.fields(), field);
    Option<String>: |reading, field| line(reading.fields(), field);
    Vec<String>: |reading, field| {
        reading.fields().lines(field).iter().map(|line| line.value.clone()).collect()
    };
    Option<Id>: |reading, field| reading.fields().id(field).map(|id| id.value);
    Option<Date>: |reading, field| reading.fields().date(field).map(|date| date.value);
    Option<Time>: |reading, field| reading.fields().time(field).map(|time| time.value);
    Option<bool>: |reading, field| reading.fields().bool(field).map(|flag| flag.value);
    /// A flag that is off unless written.
    bool: |reading, field| flag(reading.fields(), field);
    Option<(u16, u16)>: |reading, field| reading.fields().tile(field);
    /// Codes of other registers.
    Vec<(String, String)>: |reading, field| {
        let codes = reading.fields().codes(field).map(|codes| codes.value).unwrap_or_default();
        codes.into_iter().map(|(register, code)| (register.value, code.value)).collect()
    };
    Vec<Link>: |reading, field| reading.fields().tables(field).iter().filter_map(link).collect();
    Vec<Spanned<String>>: |reading, field| addresses(reading, field);
    Option<Party>: |reading, field| {
        reading.lookup.party(reading.fields(), field, reading.entry.event)
    };
    Vec<Party>: |reading, field| {
        reading.lookup.parties(reading.fields(), field, reading.entry.event)
    };
    Vec<RegionId>: |reading, _field| reading.regions();
    Vec<ThemeId>: |reading, _field| reading.themes();
    Option<SessionId>: |reading, field| {
        reading.one(field, Kind::Session, Some(reading.entry.in_event()))
    };
}

impl<C: Choice> Written for Option<C> {
    fn read(reading: &mut Reading<'_, '_>, field: &'static str) -> Self {
        choice(reading.fields(), field)
    }
}

/// The status that a record was given when it was written, known since its event's report was last
/// added to.
impl<S: Choice> Written for Option<StatusNow<S>> {
    fn read(reading: &mut Reading<'_, '_>, field: &'static str) -> Self {
        let as_of = reading.lookup.facts_of(reading.entry.in_event()).told_on;
        choice(reading.fields(), field).map(|status| StatusNow { status, as_of })
    }
}

/// Old addresses that can be addresses; the others are reported.
fn addresses(reading: &mut Reading<'_, '_>, field: &str) -> Vec<Spanned<String>> {
    let (good, bad): (Vec<_>, Vec<_>) = reading
        .fields()
        .lines(field)
        .iter()
        .cloned()
        .partition(|alias| is_address(&alias.value));
    reading
        .lookup
        .diagnostics
        .extend(bad.into_iter().map(|alias| {
            let suggestion = as_address(&alias.value);
            Diagnostic::at(Code::BadAlias, alias.span)
                .with("value", alias.value)
                .suggest(suggestion)
        }));
    good
}

/// The old address that was meant by a whole web address, or by one without its first `/`.
fn as_address(alias: &str) -> Option<String> {
    let path = match alias.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => alias.trim_start_matches('/'),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let address = format!("/{path}");
    (!path.is_empty() && is_address(&address)).then_some(address)
}
