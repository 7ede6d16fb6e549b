//! The corpus of hostile strings through every field of every record, every setting and every
//! option of a look: what is published has the shape that harmless words give it, and what was
//! written can still be read.

mod judges;
mod settings;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::corpus::corpus;
use crate::every_field::{self, Where};
use crate::harness::{Site, copy};
use judges::{assert_like, built, essence, harmless, is_refused};

/// So many records of each kind stand in one site.
const SETS: usize = 12;

/// Settings that let as much through as a site can.
const OPEN: &str = "[privacy]\nemails = true\nphones = true\n";

#[test]
fn the_whole_corpus_in_every_field_makes_nothing_that_is_not_there_otherwise() {
    // Half of it in each field of the one set of records, half in the other: so few pages that a
    // browser opens them all: `tests/pages/hostile.mjs` does, with what this writes where it is
    // told to.
    let mut site = full_of_the_corpus(2);
    if let Ok(folder) = std::env::var("OOGST_HOSTILE_SITE") {
        fs::create_dir_all(&folder).expect("a folder can be made");
        for part in ["oogst.toml", "content"] {
            copy(&site.at(part), &Path::new(&folder).join(part));
        }
    }
    assert_like(&built(&mut site), &harmless(2));
}

/// A site in which every field of set k holds its part of the corpus, beginning with another string
/// in each field.
fn full_of_the_corpus(sets: usize) -> Site {
    let corpus = corpus();
    let parts: Vec<&[String]> = corpus.chunks(corpus.len().div_ceil(sets)).collect();
    let mut asked = 0;
    every_field::sets(
        sets,
        &mut |place| {
            asked += 1;
            // A set asks for as many texts as every other; which set it is, is told by how often
            // was asked.
            let part = parts[(asked - 1) / texts_in_a_set() % parts.len()];
            let first = asked % part.len();
            let between = if place == Where::Line { " · " } else { "\n\n" };
            let strings = part[first..]
                .iter()
                .chain(&part[..first])
                .filter(|string| place == Where::Line || !is_refused(string));
            let joined = strings
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(between);
            format!("{joined}{between}einde {asked}")
        },
        OPEN,
    )
}

#[test]
fn each_string_alone_in_a_field_makes_nothing_and_can_be_read() {
    let corpus = corpus();
    let harmless = harmless(SETS);
    let mut asked = 0;
    let mut titles: Vec<String> = Vec::new();
    let mut site = every_field::sets(
        SETS,
        &mut |place| {
            // Coprime with the number of texts in a set, so that a field gets other strings in
            // each.
            asked += 1;
            let string = &corpus[asked * 7 % corpus.len()];
            let string = if place != Where::Line && is_refused(string) {
                "geweigerd"
            } else {
                string
            };
            let said = format!("{string} {asked}");
            if place == Where::Line {
                titles.push(said.clone());
            }
            said
        },
        OPEN,
    );
    let shape = built(&mut site);
    assert_like(&shape, &harmless);
    // One text for all pages: what was written in a field stands on some page, whole.
    let read: String = shape
        .pages
        .values()
        .flat_map(|page| page.texts.iter().chain(&page.values))
        .map(|text| essence(text) + "\n")
        .collect();
    let lost: BTreeSet<&String> = titles
        .iter()
        .filter(|title| !read.contains(&essence(title)))
        .collect();
    // Names that another record has too, and words that only machines or lists of search read, are
    // few.
    let shown = titles.len() - lost.len();
    assert!(
        shown * 100 >= titles.len() * SHOWN_IN_HUNDRED,
        "only {shown} of {} lines can be read; lost are {lost:#?}",
        titles.len()
    );
}

/// Of a hundred lines so many stand on a page as they are: `sort_name`, codes and a few others are
/// for machines.
const SHOWN_IN_HUNDRED: usize = 80;

/// How many texts a set of records asks for.
fn texts_in_a_set() -> usize {
    static COUNT: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
    *COUNT.get_or_init(|| {
        let asked = |sets: usize| {
            let mut asked = 0;
            drop(every_field::sets(
                sets,
                &mut |_| {
                    asked += 1;
                    format!("x{asked}")
                },
                "",
            ));
            asked
        };
        asked(2) - asked(1)
    })
}

#[test]
fn the_strings_that_are_refused_are_refused_by_name() {
    let strings: Vec<String> = corpus()
        .into_iter()
        .filter(|string| is_refused(string))
        .collect();
    assert!(!strings.is_empty());
    for string in strings {
        let mut site = Site::from("klein");
        site.append(
            "content/events/2025-techniekavond/event.md",
            &format!("\n{string}\n"),
        )
        .build_refused();
        assert!(
            site.codes().contains("leaves-folder") || site.codes().contains("broken-link"),
            "{string}: {:?}",
            site.codes()
        );
    }
}
