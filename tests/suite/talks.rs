//! An archive of which talks are the harvest: sessions and who spoke, and no asks, offers or deals.

use std::fmt::Write as _;

use crate::harness::Site;
use crate::page::{attributes, texts};
use crate::tree::Tree;

const EVENT: &str = "content/events/2024-dag";

/// One day of so many talks, each with a speaker of its own.
fn conference(talks: usize) -> Tree {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Dagen\"\nlanguage = \"nl\"\nbase_url = \"https://dagen.example/\"\n",
        ),
        ("content/themas.toml", "[[thema]]\nnaam = \"Lezen\"\n"),
    ]);
    site.write(
        &format!("{EVENT}/event.md"),
        "+++\ntitel = \"Dag\"\ndatum = 2024-03-20\nsamenvatting = \"Een dag.\"\n+++\n",
    );
    let mut sessions = String::new();
    for talk in 0..talks {
        writeln!(
            sessions,
            "[[sessie]]\ntitel = \"Verhaal {talk}\"\nsprekers = [\"Spreker {talk}\"]\nthemas = [\"lezen\"]"
        )
        .expect("memory takes what is written");
    }
    site.write(&format!("{EVENT}/sessies.toml"), sessions)
        .build()
        .output()
}

fn numbers(html: &str) -> Vec<(String, String)> {
    let figures = texts(html, ".numbers dd");
    figures
        .into_iter()
        .zip(texts(html, ".numbers dt"))
        .collect()
}

#[test]
fn talks_are_counted_where_nothing_else_came_of_it() {
    let output = conference(20);
    let event = output.text("bijeenkomsten/2024-dag/index.html");
    let number = |value: &str, label: &str| (value.to_owned(), label.to_owned());
    assert_eq!(
        numbers(event),
        [number("20", "sessies"), number("20", "sprekers")]
    );
    assert_eq!(
        attributes(event, ".numbers a", "href"),
        ["#programma", "#wie-er-spraken"]
    );
    let theme = output.text("themas/lezen/index.html");
    assert_eq!(numbers(theme), [number("20", "sessies")]);
    assert_eq!(attributes(theme, ".numbers a", "href"), ["#sessies"]);
    let home = output.text("index.html");
    assert_eq!(texts(home, ".run sup"), ["20"]);
    assert_eq!(texts(home, ".run a .unseen"), [", 20 sessies"]);
}

#[test]
fn the_talks_come_before_many_speakers_and_after_few() {
    for (talks, sections) in [
        (12, ["Wie er spraken", "Programma"]),
        (13, ["Programma", "Wie er spraken"]),
    ] {
        let output = conference(talks);
        let event = output.text("bijeenkomsten/2024-dag/index.html");
        let titles: Vec<String> = texts(event, "main h2")
            .into_iter()
            .map(|title| title.replace('\u{ad}', ""))
            .filter(|title| sections.contains(&title.as_str()))
            .collect();
        assert_eq!(titles, sections, "{talks}");
        assert_eq!(
            attributes(event, ".speakers.many", "class").len(),
            usize::from(talks > 12)
        );
    }
}

#[test]
fn a_day_of_two_talks_begins_with_no_number() {
    let output = conference(2);
    let event = output.text("bijeenkomsten/2024-dag/index.html");
    assert_eq!(numbers(event), []);
}
