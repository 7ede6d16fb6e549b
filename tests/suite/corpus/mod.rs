//! The corpus of strings that mean harm, `tests/hostile/corpus.txt`, and the judges of what a site
//! makes of them: a parser that builds the tree a browser builds (html5ever), one of XML, one of
//! JSON, one of CSS, and a reader of calendars. What is judged is the shape, which no word of a
//! writer's may change.

mod shapes;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::harness::tests;
use crate::tree::Tree;

pub(crate) use shapes::{Shape, calendar_shape, css_shape, xml_shape};

/// Every string of the corpus, in its order.
pub(crate) fn corpus() -> Vec<String> {
    let text = fs::read_to_string(tests().join("hostile/corpus.txt")).expect("there is a corpus");
    let mut contexts = 0;
    let mut strings = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("## ") {
            Some(_) => contexts += 1,
            // A comment ends where the first context begins; from there on a line with `#` is a
            // string.
            None if contexts == 0 || line.is_empty() => {}
            None => strings.push(unfolded(line)),
        }
    }
    assert!(
        contexts >= 10 && strings.len() >= 400,
        "the corpus holds {} strings for {contexts} places",
        strings.len()
    );
    strings
}

/// A line with `⟦0A⟧` as the character of that number and `⟦61*300⟧` as so many of them.
fn unfolded(line: &str) -> String {
    let mut string = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (number, after) = after.split_once('⟧').expect("⟦ has its ⟧");
        let (number, times) = number.split_once('*').unwrap_or((number, "1"));
        let character = u32::from_str_radix(number, 16)
            .ok()
            .and_then(char::from_u32)
            .expect("the number of a character");
        string.push_str(before);
        string.extend(std::iter::repeat_n(
            character,
            times.parse().expect("a number of times"),
        ));
        rest = after;
    }
    string + rest
}

/// The shape of every file of a site that somebody reads, by its path; and what is wrong with any.
#[derive(Debug, Default)]
pub(crate) struct SiteShape {
    pub(crate) pages: BTreeMap<String, Shape>,
    pub(crate) others: BTreeMap<String, Vec<String>>,
    pub(crate) faults: Vec<String>,
}

impl SiteShape {
    pub(crate) fn of(output: &Tree) -> Self {
        let mut site = Self::default();
        for (path, bytes) in &output.0 {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            let text = || std::str::from_utf8(bytes).map_err(|error| error.to_string());
            let shape = match ending {
                "html" => {
                    let shape = Shape::of(output.text(path));
                    site.faults
                        .extend(shape.faults.iter().map(|fault| format!("{path}: {fault}")));
                    for data in &shape.data {
                        if let Err(error) = serde_json::from_str::<serde_json::Value>(data) {
                            site.faults.push(format!("{path}: {error} in {data}"));
                        }
                    }
                    site.pages.insert(path.clone(), shape);
                    continue;
                }
                "xml" | "svg" => text().and_then(xml_shape),
                "ics" => calendar_shape(bytes),
                "css" => text().and_then(css_shape),
                "json" => text().and_then(|text| {
                    // Nothing in it may pass for a page.
                    if text.contains('<') {
                        return Err("`<` in data".to_owned());
                    }
                    serde_json::from_str::<serde_json::Value>(text)
                        .map(|_| Vec::new())
                        .map_err(|error| error.to_string())
                }),
                "txt" | "conf" | "" => text().map(|text| {
                    text.lines()
                        .map(|line| {
                            line.split_whitespace()
                                .next()
                                .unwrap_or_default()
                                .to_owned()
                        })
                        .collect()
                }),
                _ => continue,
            };
            match shape {
                Ok(shape) => drop(site.others.insert(path.clone(), shape)),
                Err(error) => site.faults.push(format!("{path}: {error}")),
            }
        }
        site
    }

    /// All elements with their attributes.
    pub(crate) fn attributes(&self) -> BTreeSet<&(String, String)> {
        self.pages
            .values()
            .flat_map(|shape| &shape.attributes)
            .collect()
    }
}
