//! What `addresses.toml` says no longer once a name is forgotten, and what it says instead: marks
//! by which the name is known again, the short links, the writer's reason. Everything that leads to
//! the name and everything that stood in it goes with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::permalinks::{End, Forgotten, Gone, Promised, Rules, mark_of};
use crate::reference::Reference;
use crate::source::Spanned;

/// A change to `addresses.toml` that forgets names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forgetting {
    /// The names whose rows go, of promises, moves and what is gone.
    pub names: BTreeSet<Reference>,
    /// Promises that stood in what is forgotten and have moved: what has their short links now.
    pub handed_on: BTreeMap<Reference, Reference>,
    /// What is written in their place.
    pub rows: Vec<Forgotten>,
}

impl Forgetting {
    /// Whether there is nothing to forget.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// What is to be forgotten of what was promised. `there` says what is there; a row that no promise
/// leads to forgets nothing.
pub fn forgetting(
    promised: &Promised,
    there: &dyn Fn(&Reference) -> bool,
    salt: &str,
) -> Forgetting {
    let rules = Rules::of(promised);
    let mut forgetting = Forgetting::default();
    // In the order of the file, by the row whose reason is said.
    let mut left: BTreeMap<usize, Left> = BTreeMap::new();
    let place = |gone: &Gone| {
        promised
            .gone
            .iter()
            .position(|row| row.what == gone.what)
            .unwrap_or_default()
    };
    let mut asked: BTreeSet<usize> = BTreeSet::new();
    for promise in &promised.promises {
        let of = &promise.of.value;
        let Some(asks) = rules.forgets(of, there) else {
            continue;
        };
        asked.insert(place(asks));
        forgetting.names.insert(of.clone());
        let (said, moved_to) = match rules.follow(of, there) {
            End::There(target) => (asks, Some(target)),
            End::Gone(gone) => (gone, None),
            End::Address(_) | End::Lost(_) | End::Circle => (asks, None),
        };
        let left = left.entry(place(said)).or_default();
        left.mark(salt, &of.to_string());
        for address in &promise.addresses {
            left.mark(salt, &address.value);
        }
        match moved_to {
            Some(target) => drop(forgetting.handed_on.insert(of.clone(), target)),
            None => left.shorts.extend(promise.short.clone()),
        }
    }
    let is_asked = |reference: &Reference| {
        rules
            .forgets(reference, there)
            .is_some_and(|asks| asked.contains(&place(asks)))
    };
    for gone in &promised.gone {
        if !is_asked(&gone.what.value) {
            continue;
        }
        let left = left.entry(place(gone)).or_default();
        left.mark(salt, &gone.what.value.to_string());
        forgetting.names.insert(gone.what.value.clone());
    }
    // Whoever leads to what is forgotten is forgotten with it.
    let leading = promised.moved.iter().map(|moved| &moved.from.value);
    forgetting
        .names
        .extend(leading.filter(|from| is_asked(from)).cloned());
    forgetting.rows = left
        .into_iter()
        .map(|(place, left)| left.row(&promised.gone[place], salt))
        .collect();
    forgetting
}

/// What is left under one reason.
#[derive(Default)]
struct Left {
    marks: BTreeSet<String>,
    shorts: Vec<Spanned<String>>,
}

impl Left {
    /// Leaves a mark in the place of a name or an address.
    fn mark(&mut self, salt: &str, of: &str) {
        self.marks.insert(mark_of(salt, of));
    }

    fn row(self, gone: &Gone, salt: &str) -> Forgotten {
        let Self { marks, shorts } = self;
        Forgotten {
            salt: salt.to_owned(),
            marks: marks.into_iter().collect(),
            shorts,
            reason: gone.reason.clone(),
            date: gone.date,
        }
    }
}
