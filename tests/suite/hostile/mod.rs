//! Content that means harm, or that nobody would write. Whatever stands in it: what is published is
//! safe to read, nothing outside the site's folder is touched, and the program ends with a site or
//! with a message, never with a panic.

mod bytes;
mod folders;
mod texts;

use crate::every_field;
use crate::harness::Site;
use crate::page::{Page, pages};
use crate::tree::Tree;

/// A site in which every field says one of these, with a number that keeps it apart from all
/// others.
fn every_field_says(words: &[&str], settings: &str) -> Site {
    let mut number = 0;
    every_field::site(
        &mut || {
            number += 1;
            format!("Nummer {number} {}", words[number % words.len()])
        },
        settings,
    )
}

/// Nothing in the site can run or is loaded from elsewhere, and what machines read is well-formed.
fn assert_safe(output: &Tree, what: &str) -> Vec<Page> {
    let pages = pages(output);
    for (path, page) in &pages {
        assert_eq!(
            page.what_could_run(),
            Vec::<String>::new(),
            "{path}, {what}"
        );
        let outside: Vec<&String> = page
            .loads
            .iter()
            .filter(|address| address.contains("kwaad.example"))
            .collect();
        assert!(outside.is_empty(), "{path} loads {outside:?}, {what}");
    }
    for (path, text) in output.texts().filter(|(path, _)| path.ends_with(".xml")) {
        let mut reader = quick_xml::Reader::from_str(text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{path} is not well-formed, {what}: {error}"),
            }
        }
        assert!(
            text.chars()
                .all(|character| character >= ' ' || matches!(character, '\n' | '\t')),
            "{path} has a character XML cannot have, {what}"
        );
    }
    pages.into_values().collect()
}

fn start_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(300)]
}
