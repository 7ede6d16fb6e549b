//! What is on a long page, told where it begins; and the order of an event's page: the answer first.

use crate::harness::Site;
use crate::page::{Page, attributes, texts};

/// Without the soft hyphens of headings.
fn plain(texts: Vec<String>) -> Vec<String> {
    let plain = texts.into_iter().map(|text| text.replace('\u{AD}', ""));
    plain.collect()
}

#[test]
fn a_page_of_more_than_five_sections_says_what_is_on_it() {
    let mut with = 0;
    for name in ["veenland", "voorbeeld", "klein", "leeg"] {
        let output = Site::from(name).build().output();
        for (path, html) in output.pages() {
            let parts = attributes(html, "main > section.band[id]", "id");
            let told = attributes(html, ".on-page a", "href");
            if told.is_empty() {
                assert!(parts.len() <= 5, "{name}: {path}: {parts:?}");
                continue;
            }
            with += 1;
            assert!(parts.len() >= 3, "{name}: {path}: {parts:?}");
            let places: Vec<String> = parts.iter().map(|id| format!("#{id}")).collect();
            assert_eq!(told, places, "{name}: {path}");
            assert_eq!(
                plain(texts(html, ".on-page a")),
                plain(texts(html, "main > section.band[id] > .band-head > h2")),
                "{name}: {path}"
            );
            // Nothing else goes by the same name.
            let ids = Page::read(html).ids;
            for id in parts {
                assert_eq!(
                    ids.iter().filter(|other| **other == id).count(),
                    1,
                    "{path}: {id}"
                );
            }
        }
    }
    assert!(with > 100, "only {with} pages");
}

#[test]
fn the_page_of_an_event_has_the_answer_first() {
    let output = Site::from("veenland").build().output();
    let page = output.text("bijeenkomsten/2022-techniekdag/index.html");
    assert_eq!(
        plain(texts(page, "main h2")),
        [
            "In cijfers",
            "Op deze pagina",
            "Deals",
            "Nog open",
            "Ideeën",
            "Wat mensen zeiden",
            "Wat bleef hangen",
            "Cijfers",
            "Verslag",
            "Wie er spraken",
            "Programma",
            "Materiaal",
            "Foto’s",
            "Onderdeel van",
            "Wat is vastgelegd",
            "Verbeterd",
            "Delen",
        ]
    );
    assert_eq!(
        plain(texts(page, ".on-page li")),
        [
            "Deals 4",
            "Nog open 3",
            "Ideeën 8",
            "Wat mensen zeiden 2",
            "Wat bleef hangen 3",
            "Cijfers 3",
            "Verslag",
            "Wie er spraken 12",
            "Programma",
            "Materiaal 3",
            "Foto’s",
            "Onderdeel van",
            "Wat is vastgelegd",
            "Verbeterd",
            "Delen",
        ]
    );
}

#[test]
fn the_numbers_of_a_page_lead_down_to_what_they_count() {
    let output = Site::from("veenland").build().output();
    let numbers = |html: &str| attributes(html, ".numbers a", "href");
    assert_eq!(
        numbers(output.text("bijeenkomsten/2022-techniekdag/index.html")),
        [
            "#deals",
            "/oogst/bijeenkomsten/2022-techniekdag/vragen/",
            "/oogst/bijeenkomsten/2022-techniekdag/aanbod/",
            "#ideeen",
            "#nog-open",
        ]
    );
    // What a number leads down to is there, on every page.
    for (path, html) in output.pages() {
        let ids = Page::read(html).ids;
        for href in numbers(html) {
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids.iter().any(|other| other == id), "{path}: {href}");
            }
        }
    }
}
