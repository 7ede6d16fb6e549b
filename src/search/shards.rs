//! The vocabulary in files: each holds a stretch of the alphabet, so that a browser loads only what
//! the words that are typed begin with.
//!
//! A group stands in every file that one of its forms falls in. A file ends with a first letter where
//! it can, so that a new word moves little of what follows it. For "did you mean"
//! the words stand a second time, by their ends and without records: who mistypes the beginning
//! of a word has its end right.

use std::collections::BTreeMap;

use super::part::{Part, Shard};
use super::postings::postings;
use super::vocabulary::{Weight, WordGroup};

/// About how many bytes a file holds, and how many before it ends with its letter.
const SIZE: usize = 16_000;
const ENOUGH: usize = 4_000;
/// The fewest letters of a word that is offered to who may have mistyped it.
const OFFERED: usize = 4;

/// The files of all groups, each with the first form that falls in it. `count` is how many records
/// there are.
pub(super) fn by_beginning(groups: &BTreeMap<String, WordGroup>, count: usize) -> Vec<Shard> {
    let written: Vec<GroupRow> = groups.values().map(|group| written(group, count)).collect();
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for (at, group) in groups.values().enumerate() {
        let all = group.seen.iter().chain(&group.unseen);
        forms.extend(all.map(|form| (form.as_str(), at)));
    }
    forms.sort_unstable();
    stretches(&forms, |at| written[*at].length)
        .map(|stretch| {
            let mut held: Vec<usize> = stretch.iter().map(|(_, at)| *at).collect();
            held.sort_unstable();
            held.dedup();
            let rows: Vec<&Vec<String>> = held.iter().map(|at| &written[*at].row).collect();
            Shard::new(stretch[0].0, Part::of(&rows))
        })
        .collect()
}

/// The files of all words that stand somewhere, by their last letters, each with the first word
/// that falls in it, backwards.
pub(super) fn by_end(groups: &BTreeMap<String, WordGroup>) -> Vec<Shard> {
    let mut words: Vec<(String, ())> = groups
        .values()
        .flat_map(|group| &group.seen)
        .filter(|word| word.chars().count() >= OFFERED && !word.contains(|c: char| c.is_numeric()))
        .map(|word| (word.chars().rev().collect(), ()))
        .collect();
    words.sort_unstable();
    let words: Vec<(&str, ())> = words.iter().map(|(word, ())| (word.as_str(), ())).collect();
    stretches(&words, |()| 5)
        .map(|stretch| {
            let words: Vec<&str> = stretch.iter().map(|(word, ())| *word).collect();
            Shard::new(words[0], Part::of(&front_coded(&words)))
        })
        .collect()
}

/// A group as a row of texts: its forms, then the records of each weight; what is empty at the end
/// is left out.
struct GroupRow {
    row: Vec<String>,
    length: usize,
}

fn written(group: &WordGroup, count: usize) -> GroupRow {
    let mut row = vec![forms(group)];
    for weight in Weight::ALL {
        let records = group.records.iter().filter(|(_, of)| **of == weight);
        let numbers: Vec<u32> = records.map(|(number, _)| *number).collect();
        row.push(postings(&numbers, count));
    }
    while row.last().is_some_and(String::is_empty) {
        row.pop();
    }
    let length = row.iter().map(|text| text.len() + 3).sum();
    GroupRow { row, length }
}

/// The forms of a group: what all begin with, a `|`, and what follows in each, with a `?` before it
/// where that form stands nowhere by itself. Forms are letters and digits.
fn forms(group: &WordGroup) -> String {
    let all = || group.seen.iter().chain(&group.unseen);
    let mut start = all().next().map_or("", String::as_str);
    for form in all() {
        start = &start[..shared(start, form)];
    }
    let seen = group.seen.iter().map(|form| form[start.len()..].to_owned());
    let unseen = group
        .unseen
        .iter()
        .map(|form| format!("?{}", &form[start.len()..]));
    let endings: Vec<String> = seen.chain(unseen).collect();
    format!("{start}|{}", endings.join(","))
}

/// How many bytes two words have in common at their start, in whole characters.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    let equal = pairs.take_while(|(one, other)| one == other);
    equal.map(|(letter, _)| letter.len_utf8()).sum()
}

/// Sorted words, each as the number of characters that it begins with like the one before (`A` is
/// none, `Z` 25 or more) and the rest. Folded words have no capitals.
fn front_coded(words: &[&str]) -> String {
    let mut text = String::new();
    let mut last = "";
    for word in words {
        let equal = last.chars().zip(word.chars());
        let equal = equal
            .take_while(|(one, other)| one == other)
            .take(25)
            .count();
        text.push(char::from(b'A' + u8::try_from(equal).expect("at most 25")));
        text.extend(word.chars().skip(equal));
        last = word;
    }
    text
}

/// Sorted words with what belongs to them, in stretches of at most about [`SIZE`] bytes, each ending
/// with a first letter once it holds [`ENOUGH`].
fn stretches<'a, T>(
    words: &'a [(&'a str, T)],
    length: impl Fn(&T) -> usize + 'a,
) -> impl Iterator<Item = &'a [(&'a str, T)]> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let (first, _) = rest.first()?;
        let mut letter = first.chars().next();
        let mut size = 0;
        let fits = rest.iter().position(|(word, held)| {
            let over = size > SIZE || size > ENOUGH && word.chars().next() != letter;
            size += word.len() + length(held);
            letter = word.chars().next();
            over
        });
        let (stretch, others) = rest.split_at(fits.unwrap_or(rest.len()));
        rest = others;
        Some(stretch)
    })
}
