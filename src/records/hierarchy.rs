//! What lies in what, for the kinds of record that lie in one another: regions and themes.

use super::circles::{ancestors, without_circles};
use super::fields::key_word;
use super::lookup::Lookup;
use super::reading::{Reading, each};
use super::record_id::TypedId;
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

/// Where each record of a kind lies.
pub(super) fn hierarchy<Id: TypedId>(kind: Kind, lookup: &mut Lookup<'_>) -> Vec<Ancestry<Id>> {
    let parents = steps_up(kind, key::PARENTS, Code::ParentCircle, lookup, |reading| {
        let parents = reading.lookup.many(kind, reading.fields(), key::PARENTS);
        let parents = parents.unwrap_or_default().into_iter();
        parents
            .filter_map(|(record, span)| Some((Id::of(record)?, span)))
            .collect()
    });
    let positions = |ids: &Vec<Id>| ids.iter().map(|id| id.position()).collect();
    let above = ancestors(&parents.iter().map(positions).collect::<Vec<Vec<usize>>>());
    let places = parents.into_iter().zip(above);
    places
        .map(|(parents, above)| Ancestry {
            parents,
            ancestors: above.into_iter().map(Id::at).collect(),
        })
        .collect()
}

/// What each record of a kind names by the field that leads up, as `named` reads it with its place.
/// Circles are told of, and opened.
pub(super) fn steps_up<Id: TypedId>(
    kind: Kind,
    field: &'static str,
    circle: Code,
    lookup: &mut Lookup<'_>,
    mut named: impl FnMut(&mut Reading<'_, '_>) -> Vec<(Id, Span)>,
) -> Vec<Vec<Id>> {
    let list = lookup.registry.of(kind);
    let mut steps: Vec<Vec<(usize, Span)>> = each(list, lookup, |reading| {
        let named = named(reading).into_iter();
        named.map(|(id, span)| (id.position(), span)).collect()
    });
    let key = key_word(kind, field, lookup.config.language());
    without_circles(
        circle,
        key,
        &mut steps,
        &|position| list[position].id.clone(),
        &mut lookup.diagnostics,
    );
    let ids = |steps: Vec<(usize, Span)>| steps.into_iter().map(|(up, _)| Id::at(up)).collect();
    steps.into_iter().map(ids).collect()
}

impl Reading<'_, '_> {
    /// The record of the same kind that took this one's place.
    pub(super) fn successor<Id: TypedId>(&mut self) -> Option<Id> {
        self.one(key::SUCCESSOR, self.entry.kind, None)
    }
}
