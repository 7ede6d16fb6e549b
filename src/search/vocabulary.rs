//! Which words stand in which records, and how weighty they are there.
//!
//! In go entries by number, out come groups: the forms of one word, with the
//! records that hold one of them. A compound counts for its parts as well.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::fold::words;
use super::forms::Forms;
use crate::pages::view::SearchEntry;
use crate::words::{Language, compounds};

/// How weighty a word is in a record: where it stands, and whether by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// In a title of up to three words.
    ShortTitle,
    /// In a longer title.
    Title,
    /// A part of a compound in its title.
    TitlePart,
    /// In its kind, or in a name that it has or belongs to.
    Name,
    /// In its text.
    Text,
    /// In where and when, or a part of a compound outside its title.
    Beside,
}

impl Weight {
    pub(super) const ALL: [Self; 6] = [
        Self::ShortTitle,
        Self::Title,
        Self::TitlePart,
        Self::Name,
        Self::Text,
        Self::Beside,
    ];

    /// What a part of a compound weighs where the compound weighs this.
    const fn of_part(self) -> Self {
        match self {
            Self::ShortTitle | Self::Title | Self::TitlePart => Self::TitlePart,
            Self::Name | Self::Text | Self::Beside => Self::Beside,
        }
    }
}

/// Titles of up to so many words are names: who asks for one wants its own page first.
const SHORT_TITLE: usize = 3;
/// How many entries are read at a time, between two questions whether to go on.
const BATCH: usize = 256;
/// Words with fewer letters vouch for no compound.
const SHORTEST_WORD: usize = 3;

/// The forms of one word and where they stand.
#[derive(Debug, Default)]
pub(super) struct WordGroup {
    /// Forms that stand somewhere, be it within a compound.
    pub(super) seen: BTreeSet<String>,
    /// Forms that stand nowhere and that people may type.
    pub(super) unseen: BTreeSet<String>,
    /// The records, each once with its greatest weight, in order of number.
    pub(super) records: BTreeMap<u32, Weight>,
}

/// All groups by their stem; `None` when asked to leave.
pub(super) fn groups(
    language: Language,
    entries: &[Option<&SearchEntry>],
    leave: &(dyn Fn() -> bool + Sync),
) -> Option<BTreeMap<String, WordGroup>> {
    let held = held(entries, leave)?;
    let forms = Forms::of(language);
    let is_word = |part: &str| {
        language == Language::Nl && part.len() >= SHORTEST_WORD && held.contains_key(part)
    };
    let mut groups: BTreeMap<String, WordGroup> = BTreeMap::new();
    let mut words: Vec<(&String, &Vec<(u32, Weight)>)> = held.iter().collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    for (word, records) in words {
        if leave() {
            return None;
        }
        let singular = forms.singular(word).filter(|one| held.contains_key(*one));
        let stem = forms.stem(singular.unwrap_or(word)).into_owned();
        let group = groups.entry(stem).or_default();
        group.seen.insert(word.clone());
        group.add(records.iter().copied());
        for part in compounds::parts(word, &is_word) {
            let group = groups.entry(forms.stem(&part).into_owned()).or_default();
            group.seen.insert(part);
            group.add(
                records
                    .iter()
                    .map(|(record, weight)| (*record, weight.of_part())),
            );
        }
    }
    groups.par_iter_mut().for_each(|(stem, group)| {
        let seen = group.seen.iter();
        let others: Vec<String> = seen.flat_map(|form| forms.others(form, stem)).collect();
        group.unseen.extend(others);
        group.unseen.retain(|form| !group.seen.contains(form));
    });
    Some(groups)
}

impl WordGroup {
    fn add(&mut self, records: impl Iterator<Item = (u32, Weight)>) {
        for (record, weight) in records {
            let kept = self.records.entry(record).or_insert(weight);
            *kept = weight.min(*kept);
        }
    }
}

/// Every word with the records that hold it, each once, in order of number.
type Held = HashMap<String, Vec<(u32, Weight)>>;

fn held(entries: &[Option<&SearchEntry>], leave: &(dyn Fn() -> bool + Sync)) -> Option<Held> {
    let mut held = Held::new();
    let mut number = 0;
    for batch in entries.chunks(BATCH) {
        if leave() {
            return None;
        }
        let read: Vec<BTreeMap<String, Weight>> = batch
            .par_iter()
            .map(|entry| entry.map(words_of).unwrap_or_default())
            .collect();
        for words in read {
            for (word, weight) in words {
                held.entry(word).or_default().push((number, weight));
            }
            number += 1;
        }
    }
    Some(held)
}

/// The words of an entry, each with its greatest weight.
fn words_of(entry: &SearchEntry) -> BTreeMap<String, Weight> {
    let mut found = BTreeMap::new();
    let title = words(&entry.title);
    let weight = if title.len() <= SHORT_TITLE {
        Weight::ShortTitle
    } else {
        Weight::Title
    };
    let mut add = |words: Vec<String>, weight| {
        for word in words {
            found.entry(word).or_insert(weight);
        }
    };
    add(title, weight);
    add(words(&entry.kind), Weight::Name);
    for name in &entry.names {
        add(words(name), Weight::Name);
    }
    add(words(&entry.text), Weight::Text);
    add(words(&entry.facts), Weight::Beside);
    found
}
