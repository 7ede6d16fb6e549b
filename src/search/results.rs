//! What a result shows, some records to a file; and what results can be narrowed by.

use std::collections::BTreeMap;

use serde::Serialize;

use super::part::Part;
use super::postings::postings;
use crate::pages::view::SearchEntry;

/// About how many bytes a file of results holds: ten results may stand in ten files.
const SIZE: usize = 6_000;
/// The most records a file holds.
const MOST: usize = 32;

/// A record as it is shown.
#[derive(Serialize)]
struct ResultRow<'a>(
    /// Its address, below the root of the site.
    &'a str,
    /// Its title.
    &'a str,
    /// The language of the title, if it is another.
    Option<&'a str>,
    /// Its kind.
    &'a str,
    /// Where and when.
    &'a str,
    /// Its text.
    &'a str,
    /// Names that find it too, a line each.
    String,
);

/// The files of results and how many records each holds, a power of two: it changes with the length
/// of all texts together, so seldom.
pub(super) fn results(root: &str, entries: &[Option<&SearchEntry>]) -> (usize, Vec<Part>) {
    let shown: Vec<Option<ResultRow<'_>>> = entries
        .iter()
        .map(|entry| {
            entry.map(|entry| {
                ResultRow(
                    entry.address.strip_prefix(root).unwrap_or(&entry.address),
                    &entry.title,
                    entry.lang,
                    &entry.kind,
                    &entry.facts,
                    &entry.text,
                    entry.names.join("\n"),
                )
            })
        })
        .collect();
    let total: usize = shown
        .iter()
        .flatten()
        .map(|ResultRow(address, title, _, kind, facts, text, names)| {
            address.len() + title.len() + kind.len() + facts.len() + text.len() + names.len()
        })
        .sum();
    let mut each = MOST;
    while each > 1 && each * total > SIZE * shown.len() {
        each /= 2;
    }
    (
        each,
        shown.chunks(each).map(|some| Part::of(&some)).collect(),
    )
}

/// The files of what results can be narrowed by, each with its name: for each value its id, its
/// label and its records.
pub(super) fn choices(entries: &[Option<&SearchEntry>]) -> Vec<(&'static str, Part)> {
    type Values = fn(&SearchEntry) -> &[String];
    let all: [(&str, Values); 4] = [
        ("kind", |entry| &entry.kinds),
        ("region", |entry| &entry.regions),
        ("theme", |entry| &entry.themes),
        ("year", |entry| &entry.years),
    ];
    all.into_iter()
        .map(|(name, of)| {
            let mut values: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
            for (number, entry) in (0..).zip(entries) {
                for value in entry.iter().flat_map(|entry| of(entry)) {
                    values.entry(value).or_default().push(number);
                }
            }
            let rows: Vec<(&str, &str, String)> = values
                .into_iter()
                .map(|(value, mut records)| {
                    records.dedup();
                    let (id, label) = value.split_once(' ').unwrap_or((value, value));
                    (id, label, postings(&records, entries.len()))
                })
                .collect();
            (name, Part::of(&rows))
        })
        .collect()
}
