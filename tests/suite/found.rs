//! What a search index tells, read from its files as a browser reads them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::tree::Tree;

/// One record of an index, as its files tell it.
pub(crate) struct Found {
    pub(crate) url: String,
    pub(crate) content: String,
    pub(crate) meta: BTreeMap<&'static str, String>,
    pub(crate) filters: BTreeMap<String, Vec<String>>,
}

/// What a file of an index holds: a script that calls one function with the file's name and JSON.
fn held(site: &Tree, folder: &str, name: &str) -> Value {
    let path = if name == "start" {
        format!("{folder}/index/start.js")
    } else {
        format!("{folder}/index/parts/{name}.js")
    };
    let json = site
        .text(&path)
        .strip_prefix(&format!("oogstIndex(\"{name}\","))
        .and_then(|rest| rest.strip_suffix(")\n"))
        .unwrap_or_else(|| panic!("{path} is no call of one function"));
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Which records a text names: see `src/search/postings.rs`.
fn numbers(text: &str) -> Vec<usize> {
    let value = |byte: u8| usize::from(byte) - 58 - usize::from(byte > 64) - usize::from(byte > 92);
    if let Some(picture) = text.strip_prefix('!') {
        let bits = picture
            .bytes()
            .flat_map(|byte| (0..6).map(move |bit| value(byte) >> bit & 1 == 1));
        return bits
            .enumerate()
            .filter(|(_, set)| *set)
            .map(|(at, _)| at)
            .collect();
    }
    let (mut numbers, mut number, mut next) = (Vec::new(), 0, 0);
    for byte in text.bytes() {
        number = number * 33 + value(byte) % 33;
        if value(byte) < 33 {
            numbers.push(next + number);
            next += number + 1;
            number = 0;
        }
    }
    numbers
}

fn said(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().expect("rows")
}

/// Every record of an index, in the order of the addresses.
pub(crate) fn all_found(site: &Tree, folder: &str) -> Vec<Found> {
    if !site.0.contains_key(&format!("{folder}/index/start.js")) {
        return Vec::new();
    }
    let start = held(site, folder, "start");
    let mut found: Vec<Option<Found>> = rows(&start["results"])
        .iter()
        .flat_map(|name| rows(&held(site, folder, &said(name))).clone())
        .map(|row| {
            if row.is_null() {
                return None;
            }
            let meta = [
                ("title", 1),
                ("lang", 2),
                ("kind", 3),
                ("facts", 4),
                ("names", 6),
            ];
            let text = |at: usize| row[at].as_str().unwrap_or_default().replace('\n', " ");
            Some(Found {
                url: said(&row[0]),
                content: said(&row[5]),
                meta: meta
                    .into_iter()
                    .map(|(name, at)| (name, text(at)))
                    .filter(|(_, text)| !text.is_empty())
                    .collect(),
                filters: BTreeMap::new(),
            })
        })
        .collect();
    assert_eq!(start["count"].as_u64(), Some(found.len() as u64));
    for (group, name) in start["choices"].as_object().expect("groups") {
        for row in rows(&held(site, folder, &said(name))) {
            for number in numbers(row[2].as_str().expect("records")) {
                let found = found[number].as_mut().expect("a number of a record");
                let values = found.filters.entry(group.clone()).or_default();
                values.push(format!("{} {}", said(&row[0]), said(&row[1])));
            }
        }
    }
    let mut found: Vec<Found> = found.into_iter().flatten().collect();
    found.sort_by(|one, other| one.url.cmp(&other.url));
    found
}

/// All that the search index of a folder tells, as text.
pub(crate) fn all_that_is_found(site: &Tree, folder: &str) -> String {
    as_text(&all_found(site, folder))
}

/// An index for people to read.
pub(crate) fn as_text(found: &[Found]) -> String {
    let mut text = String::new();
    for Found {
        url,
        content,
        meta,
        filters,
    } in found
    {
        let _ = writeln!(text, "/{url}");
        for (name, value) in meta {
            let _ = writeln!(text, "  {name}: {value}");
        }
        for (name, values) in filters {
            let _ = writeln!(text, "  [{name}] {}", values.join(" | "));
        }
        let _ = writeln!(text, "  {content}\n");
    }
    text
}
