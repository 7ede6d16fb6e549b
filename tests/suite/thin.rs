//! Pages of which little is on record: they say in a sentence what is not there, and lead on to what
//! is near.

use crate::harness::Site;
use crate::page::texts;

/// A province of three regions. Only one of these has something: two ideas.
fn site() -> Site {
    Site::with(&[
        ("oogst.toml", "title = \"Proef\"\n"),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Dal\"\n\n\
             [[regio]]\nnaam = \"Noord\"\nonder = [\"dal\"]\n\n\
             [[regio]]\nnaam = \"Zuid\"\nonder = [\"dal\"]\n\n\
             [[regio]]\nnaam = \"Eiland\"\n",
        ),
        (
            "content/themas.toml",
            "[[thema]]\nnaam = \"Lassen\"\n\n[[thema]]\nnaam = \"Zagen\"\n",
        ),
        (
            "content/mensen.toml",
            "[[persoon]]\nnaam = \"Anna Bakker\"\n\n[[persoon]]\nnaam = \"Bo Smit\"\n",
        ),
        (
            "content/organisaties.toml",
            "[[organisatie]]\nnaam = \"De Wilg\"\nregios = [\"noord\"]\n",
        ),
        (
            "content/events/2025-avond/event.md",
            "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nregios = [\"noord\"]\n+++\n\nGoed.\n",
        ),
        (
            "content/events/2025-avond/ideeen.toml",
            "[[idee]]\ntitel = \"Elke klas een boot\"\nregios = [\"noord\"]\nthemas = [\"lassen\"]\n\n\
             [[idee]]\ntitel = \"Meer gereedschap\"\nregios = [\"noord\"]\nthemas = [\"lassen\"]\n\n\
             [[spreker]]\npersoon = \"anna-bakker\"\nrol = \"docent\"\n",
        ),
    ])
}

/// What a page says at its top, its sections, and the titles of its cards.
fn told(site: &Site, path: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let html = site.read(&format!("output/{path}/index.html"));
    assert!(!html.contains("class=\"numbers\""), "{path}");
    let parts = texts(&html, "main > section.band h2").into_iter();
    (
        texts(&html, ".opening-title > p:not(.kind)"),
        parts.map(|text| text.replace('\u{AD}', "")).collect(),
        texts(&html, "main .entry-title"),
    )
}

fn all(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn a_page_with_nothing_says_so_and_shows_what_is_near() {
    let mut site = site();
    site.build();
    let ideas = all(&["Elke klas een boot", "Meer gereedschap"]);
    let nothing = all(&["Hier zijn geen deals, vragen, aanbiedingen of ideeën vastgelegd."]);
    let nobody = all(&["Van geen enkele bijeenkomst is hier iets vastgelegd."]);
    for (path, sentences, part) in [
        ("regios/zuid", &nothing, "Elders in Dal"),
        ("regios/eiland", &nothing, "Het nieuwste van deze site"),
        ("themas/zagen", &nothing, "Het nieuwste van deze site"),
        ("organisaties/de-wilg", &nobody, "Meer uit Noord"),
        ("mensen/bo-smit", &nobody, "Het nieuwste van deze site"),
    ] {
        assert_eq!(
            told(&site, path),
            (sentences.clone(), all(&[part]), ideas.clone()),
            "{path}"
        );
    }
    let person = told(&site, "mensen/anna-bakker");
    assert_eq!(person.1, ["Sprak", "Was erbij", "Van dezelfde bijeenkomst"]);
    assert_eq!(person.2.last(), ideas.last());
}

#[test]
fn a_page_with_little_says_what_is_not_there() {
    let mut site = site();
    site.build();
    let crossing = told(&site, "regios/noord/themas/lassen");
    assert_eq!(
        crossing.0,
        [
            "Twee ideeën uit één bijeenkomst.",
            "Hier zijn geen deals, vragen of aanbiedingen vastgelegd."
        ]
    );
    // With the event itself there are three records, and the page speaks for itself.
    let html = site.read("output/regios/noord/index.html");
    assert_eq!(texts(&html, ".numbers dd"), ["2", "1"]);
    assert!(!html.contains("Hier zijn geen"), "{html}");
}
