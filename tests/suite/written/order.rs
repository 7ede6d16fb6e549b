//! Lists under letters.

use crate::harness::Site;
use crate::page::texts;

/// The headings and names of a list under letters, in order.
fn list(site: &Site, path: &str) -> Vec<String> {
    texts(
        &site.read(&format!("output/{path}index.html")),
        "main h2, main li",
    )
}

/// Names as people write them.
const NAMES: &str = "\
    't Palet|’t Schrijverke|De Wilg|Het Anker|ACME|\\\"De Kring\\\"|\
    (voorlopig) Bureau Noord|3B Wonen|IJssel College|Één School|de Regenboog|Århus|@home|\
    École|Zuid|'s-Hertogenbosch Gemeente|10 voor Taal";

/// The same names under their headings, as a page shows them.
const FILED: &str = "\
    0–9|3B Wonen|10 voor Taal|A|ACME|Århus|B|Bibliotheek|D|“De Kring”|de Regenboog|\
    De Wilg|E|École|Één School|H|Het Anker|@home|I|IJssel College|S|\
    ’s-Hertogenbosch Gemeente|T|’t Palet|’t Schrijverke|V|(voorlopig) Bureau Noord|Z|Zuid";

#[test]
fn signs_at_the_start_count_neither_for_order_nor_for_heading() {
    let records: String = NAMES
        .split('|')
        .map(|name| format!("[[organisatie]]\nnaam = \"{name}\"\n"))
        .collect();
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\nlanguages = [\"nl\", \"en\"]\n",
        ),
        ("content/o.toml", &records),
        (
            "content/events/2024-proef/event.md",
            "+++\ntitel = \"Dag\"\ndatum = 2024-03-20\n+++\n",
        ),
    ]);
    site.append(
        "content/o.toml",
        "[[organisatie]]\nnaam = \"Bibliotheek\"\nnaam_en = \"Library\"\n",
    );
    site.build();
    let expected: Vec<&str> = FILED.split('|').collect();
    assert_eq!(list(&site, "organisaties/"), expected);
    // In English it is the same order, under the same headings.
    let english = FILED.replace("Bibliotheek", "Library");
    let english: Vec<&str> = english.split('|').collect();
    assert_eq!(list(&site, "en/organisations/"), english);
}
