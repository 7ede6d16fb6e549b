//! What lies in what, for the kinds of record that lie in one another: regions and themes.

use super::circles::{ancestors, without_circles};
use super::fields::key_word;
use super::lookup::Lookup;
use super::reading::{Reading, each};
use super::record_id::TypedId;
use super::registry::Entry;
use crate::diagnostic::Code;
use crate::schema::Kind;
use crate::schema::key;
use crate::source::Span;

/// Where a record lies.
#[derive(Debug)]
pub(super) struct Ancestry<Id> {
    /// What it lies in, without circles.
    pub(super) parents: Vec<Id>,
    /// All above, nearest first, each once.
    pub(super) ancestors: Vec<Id>,
}

impl<Id> Default for Ancestry<Id> {
    fn default() -> Self {
        Self {
            parents: Vec::new(),
            ancestors: Vec::new(),
        }
    }
}

/// Where each record of a list lies.
pub(super) fn hierarchy<Id: TypedId>(
    kind: Kind,
    list: &[Entry],
    lookup: &mut Lookup<'_>,
) -> Vec<Ancestry<Id>> {
    let position = |record| Id::of(record).map(Id::position);
    let mut steps: Vec<Vec<(usize, Span)>> = each(list, lookup, |reading| {
        let parents = reading.lookup.many(kind, reading.fields(), key::PARENTS);
        parents
            .unwrap_or_default()
            .into_iter()
            .filter_map(|(record, span)| Some((position(record)?, span)))
            .collect()
    });
    let key = key_word(kind, key::PARENTS, lookup.config.language());
    without_circles(
        Code::ParentCircle,
        key,
        &mut steps,
        &|position| list[position].id.clone(),
        &mut lookup.diagnostics,
    );
    let parents: Vec<Vec<usize>> = steps
        .into_iter()
        .map(|steps| steps.into_iter().map(|(parent, _)| parent).collect())
        .collect();
    let above = ancestors(&parents);
    let ids = |positions: Vec<usize>| positions.into_iter().map(Id::at).collect();
    let places = parents.into_iter().zip(above);
    places
        .map(|(parents, ancestors)| Ancestry {
            parents: ids(parents),
            ancestors: ids(ancestors),
        })
        .collect()
}

impl Reading<'_, '_> {
    /// The record of the same kind that took this one's place.
    pub(super) fn successor<Id: TypedId>(&mut self) -> Option<Id> {
        let named = self.fields().one(key::SUCCESSOR)?;
        let kind = self.entry.kind;
        let found = self.lookup.one(kind, None, &named.value, named.span);
        found.and_then(Id::of)
    }
}
