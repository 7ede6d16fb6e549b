//! Numbers read alike wherever they stand: with the sign of the language between thousands.

use std::fmt::Write as _;

use crate::harness::Site;
use crate::page::texts;

/// So many that every count of them needs a sign.
const MANY: usize = 1_200;

#[test]
fn every_count_of_a_thousand_or_more_has_the_sign_of_its_language() {
    let mut ideas = String::new();
    for number in 0..MANY {
        writeln!(
            ideas,
            "[[idee]]\nid = \"i{number}\"\ntitel = \"Idee\"\nregios = [\"duinrand\"]\nthemas = []\nstatus = \"voorgesteld\"\n"
        )
        .expect("text can be written");
    }
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Dorp\"\nlanguage = \"nl\"\nlanguages = [\"nl\", \"en\"]\n\n[search]\nenabled = false\n",
        ),
        ("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\"\n"),
        ("content/events/2024-avond/event.md", EVENT),
        ("content/events/2025-avond/event.md", EVENT_LATER),
    ]);
    site.write("content/events/2024-avond/ideeen.toml", &ideas)
        .build();
    let output = site.output();
    let mut found = 0;
    let mut wrong = Vec::new();
    for (path, html) in output.pages() {
        for text in texts(html, "main") {
            found += text.matches("1.200").count() + text.matches("1,200").count();
            for (place, _) in text.match_indices("1200") {
                // The last of the ideas is called so.
                if !text[..place].ends_with('i') {
                    let start = text.floor_char_boundary(place.saturating_sub(30));
                    wrong.push(format!("{path}: {:.60}", &text[start..]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found > 10, "only {found} counts");
}

const EVENT: &str = "+++\ntitel = \"Avond\"\ndatum = 2024-03-20\nsamenvatting = \"Een avond.\"\n\
                     deelnemers = 1200\nregios = [\"duinrand\"]\n+++\n\nTekst.\n";

const EVENT_LATER: &str = "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"Een avond.\"\n\
                           regios = [\"duinrand\"]\n+++\n\nTekst.\n";
