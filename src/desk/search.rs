//! The names of a site's records, folded once, and the search among them: what a field may name is
//! found by the first letters of a name, of a word in it, of another name, or by one slip of the
//! pen. A list of names is never sent whole, and no search looks at all of them.

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use serde::Serialize;

use crate::id::Id;
use crate::intake::rows::names_of;
use crate::pipeline::Study;
use crate::schema::Kind;
use crate::words::Language;

/// The most names that a search finds.
const MOST: usize = 20;

/// What is typed is looked at as far as this many letters.
const LONGEST: usize = 40;

/// With fewer letters no slip is looked for: everything would be one.
const SHORTEST_WITH_SLIP: usize = 4;

/// The names of all records of a site.
#[derive(Debug, Default)]
pub struct SiteNames(BTreeMap<(Kind, Option<String>), NameList>);

/// The records of one kind, in an event or shared by all.
#[derive(Debug, Default)]
struct NameList {
    records: Vec<NamedRecord>,
    /// By the beginning of the own name, of a later word of it, and of the other names and their
    /// words. Each in order of letters.
    starts: [Vec<NameStart>; 3],
}

#[derive(Debug)]
struct NamedRecord {
    id: String,
    names: Vec<String>,
}

/// A name from one of its words on, folded as ids are.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NameStart {
    folded: String,
    record: usize,
    /// Which name of the record.
    name: usize,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NameHit {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its kind, in the site's language.
    pub kind: &'static str,
    /// The other name that it was found by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<String>,
}

/// What a search found, and what it cost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamesFound {
    /// The best, best first.
    pub hits: Vec<NameHit>,
    /// How many names were looked at.
    pub looked_at: usize,
}

impl SiteNames {
    /// The names of a site as it was studied.
    pub fn of(study: &Study) -> Self {
        let report = &study.report;
        let mut lists: BTreeMap<(Kind, Option<String>), NameList> = BTreeMap::new();
        for id in report.records() {
            let record = report.record(id);
            let event = record.event().map(|event| report[event].id.to_string());
            let list = lists.entry((record.kind(), event)).or_default();
            list.add(record.id(), names_of(report, id));
        }
        for list in lists.values_mut() {
            list.starts
                .iter_mut()
                .for_each(|starts| starts.sort_unstable());
        }
        Self(lists)
    }

    /// The records of these kinds that are likely meant: those that all share, and those of an
    /// event. Before others go those whose name begins so, then those with a word in it that does,
    /// then other names, then what is one slip away.
    pub fn search(
        &self,
        kinds: &[Kind],
        event: Option<&str>,
        typed: &str,
        language: Language,
    ) -> NamesFound {
        let looks = Cell::new(0);
        let mut ranked: Vec<(usize, String, NameHit)> = Vec::new();
        let folded = Id::from_title(typed);
        let mut wanted = folded.as_ref().map_or("", Id::as_str);
        wanted = &wanted[..wanted.len().min(LONGEST)];
        let events = event.map(|event| Some(event.to_owned())).into_iter();
        let events: Vec<Option<String>> = events.chain([None]).collect();
        for (kind, event) in kinds
            .iter()
            .flat_map(|kind| events.iter().map(move |event| (*kind, event.clone())))
        {
            if let Some(list) = self.0.get(&(kind, event)).filter(|_| !wanted.is_empty()) {
                list.search(wanted, &looks, &mut |rank, record, name| {
                    let own = record.names.first();
                    let also = record.names.get(name).filter(|_| name > 0).cloned();
                    let hit = NameHit {
                        id: record.id.clone(),
                        name: own.unwrap_or(&record.id).clone(),
                        kind: kind.schema().name.get(language),
                        also,
                    };
                    ranked.push((rank, hit.name.to_lowercase(), hit));
                });
            }
        }
        ranked.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        let hits = ranked.into_iter().map(|(_, _, hit)| hit).take(MOST);
        NamesFound {
            hits: hits.collect(),
            looked_at: looks.get(),
        }
    }
}

/// Who hears what is found: how well it fits, the record, and by which of its names.
type HitListener<'l> = dyn FnMut(usize, &NamedRecord, usize) + 'l;

impl NameList {
    fn add(&mut self, id: &Id, names: Vec<String>) {
        let record = self.records.len();
        for (name, words) in names.iter().enumerate() {
            let Some(folded) = Id::from_title(words) else {
                continue;
            };
            let folded = folded.as_str();
            let later = folded.match_indices('-').map(|(hyphen, _)| hyphen + 1);
            for start in [0].into_iter().chain(later) {
                let rank = match (name, start) {
                    (0, 0) => 0,
                    (0, _) => 1,
                    _ => 2,
                };
                self.starts[rank].push(NameStart {
                    folded: folded[start..].to_owned(),
                    record,
                    name,
                });
            }
        }
        let id = id.to_string();
        self.records.push(NamedRecord { id, names });
    }

    fn search(&self, wanted: &str, looks: &Cell<usize>, listener: &mut HitListener<'_>) {
        let mut seen = HashSet::new();
        let mut take =
            |rank: usize, starts: &[NameStart], range: Range<usize>, looks: &Cell<usize>| {
                for start in &starts[range] {
                    if seen.len() == MOST {
                        break;
                    }
                    looks.set(looks.get() + 1);
                    if seen.insert(start.record) {
                        listener(rank, &self.records[start.record], start.name);
                    }
                }
                seen.len() < MOST
            };
        for (rank, starts) in self.starts.iter().enumerate() {
            let sorted = SortedStarts { starts, looks };
            let range = sorted.narrowed(0..starts.len(), 0, wanted);
            if !take(rank, starts, range, looks) {
                return;
            }
        }
        if wanted.len() < SHORTEST_WITH_SLIP {
            return;
        }
        for (rank, starts) in self.starts.iter().enumerate() {
            let sorted = SortedStarts { starts, looks };
            for range in sorted.one_slip_away(wanted) {
                if !take(rank + self.starts.len(), starts, range, looks) {
                    return;
                }
            }
        }
    }
}

/// Beginnings of names in order, with a count of those that are looked at.
struct SortedStarts<'a> {
    starts: &'a [NameStart],
    looks: &'a Cell<usize>,
}

impl SortedStarts<'_> {
    fn letters(&self, position: usize, from: usize) -> &[u8] {
        self.looks.set(self.looks.get() + 1);
        let letters = self.starts[position].folded.as_bytes();
        letters.get(from..).unwrap_or_default()
    }

    /// The first position in a range from which on something holds.
    fn first(&self, range: Range<usize>, holds: impl Fn(&[u8]) -> bool, from: usize) -> usize {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.letters(middle, from)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// Those of a range, all of which begin with the same `from` letters, that go on like this.
    fn narrowed(&self, range: Range<usize>, from: usize, wanted: &str) -> Range<usize> {
        let wanted = wanted.as_bytes();
        if wanted.is_empty() {
            return range;
        }
        let start = self.first(range.clone(), |letters| letters >= wanted, from);
        let begins = |letters: &[u8]| letters.starts_with(wanted);
        let end = self.first(start..range.end, |letters| !begins(letters), from);
        start..end
    }

    /// Where names begin with what is wanted but for one letter: another one, one too many, one too
    /// few, or two that changed places.
    fn one_slip_away(&self, wanted: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut here = 0..self.starts.len();
        for at in 0..wanted.len() {
            let (rest, behind) = (&wanted[at..], &wanted[at + 1..]);
            found.push(self.narrowed(here.clone(), at, behind));
            if let [one, other] = rest.as_bytes()[..rest.len().min(2)] {
                let turned = [other, one].map(char::from);
                let turned: String = turned.into_iter().chain(rest[2..].chars()).collect();
                found.push(self.narrowed(here.clone(), at, &turned));
            }
            let mut others = here.clone();
            while !others.is_empty() {
                let Some(letter) = self.letters(others.start, at).first().copied() else {
                    others.start += 1;
                    continue;
                };
                let next = |letters: &[u8]| letters.first().is_some_and(|next| *next > letter);
                let end = self.first(others.clone(), next, at);
                let same = others.start..end;
                found.push(self.narrowed(same.clone(), at + 1, behind));
                found.push(self.narrowed(same, at + 1, rest));
                others.start = end;
            }
            here = self.narrowed(here, at, &rest[..1]);
            if here.is_empty() {
                break;
            }
        }
        found.retain(|range| !range.is_empty());
        found
    }
}

#[cfg(test)]
mod tests;
