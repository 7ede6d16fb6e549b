//! `oogst check --publish`: what is advised before a site goes online, what makes each piece of advice
//! go away, and where none is given.

mod online;
mod quiet;

use oogst::diagnostic::{Code, Severity};
use serde_json::Value;

use crate::diagnostics::laid_out;
use crate::harness::{DAY, Site, tests};
use crate::program::{Ran, oogst};

const CONFIG: &str = "title = \"Proef\"\nbase_url = \"https://proef.example\"\nlanguage = \"nl\"\npublisher = \"Proef\"\n";

/// What `check --publish` comes to.
fn publish(site: &Site, more: &[&str]) -> Ran {
    let words = [&["check", "--publish", "--date", DAY], more].concat();
    oogst(site.root(), &words)
}

/// Each message, as other programs get it.
fn said(site: &Site) -> Vec<Value> {
    let ran = publish(site, &["--format", "json"]);
    assert!([0, 1].contains(&ran.code), "{}", ran.err);
    ran.out
        .lines()
        .map(|line| serde_json::from_str(line).expect("a message is an object"))
        .collect()
}

/// The codes of all that is advised.
fn advised(site: &Site) -> Vec<String> {
    let advice = said(site)
        .into_iter()
        .filter(|said| said["group"].is_string());
    advice
        .map(|said| said["code"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// A site of one event with this text, and these files besides.
fn with_text(text: &str, files: &[(&str, &str)]) -> Site {
    let event = format!(
        "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"Een avond.\"\n+++\n\n{text}\n"
    );
    let mut site = Site::with(&[
        ("oogst.toml", CONFIG),
        ("content/events/avond/event.md", &event),
    ]);
    for (path, text) in files {
        site.write(path, text);
    }
    site
}

/// The fixture of a code.
fn fixture(code: &str) -> Site {
    laid_out(&tests().join("diagnostics").join(code))
}

const EVENT: &str = "content/events/2025-streekdag/event.md";
const ASKS: &str = "content/events/2025-streekdag/vragen.toml";

/// A file, what stands there, and what comes in its place.
type Edit = (&'static str, &'static str, &'static str);

/// What each piece of advice says to do, done to its fixture.
const WAYS_OUT: &[(&str, &[Edit])] = &[
    (
        "no-base-url",
        &[(
            "oogst.toml",
            "title",
            "base_url = \"https://www.uwsite.nl/oogst\"\ntitle",
        )],
    ),
    (
        "contact-shown",
        &[("oogst.toml", "emails = true", "emails = false")],
    ),
    ("nine-digits", &[(EVENT, ", nummer 111222333,", "")]),
    (
        "home-address",
        &[(EVENT, "Beukenlaan 12, 7411 AB Wijdemeer", "de werkplaats")],
    ),
    (
        "no-publisher",
        &[(
            "oogst.toml",
            "title",
            "publisher = \"School Wilgendal\"\ntitle",
        )],
    ),
    (
        "event-without-region",
        &[(
            EVENT,
            "samenvatting",
            "regios = [\"wilgendal\"]\nsamenvatting",
        )],
    ),
    (
        "event-without-region",
        &[(EVENT, "samenvatting", "regios = []\nsamenvatting")],
    ),
    (
        "open-without-place",
        &[
            (
                ASKS,
                "kistjes\"\n",
                "kistjes\"\nregios = [\"wilgendal\"]\nthemas = [\"hout\"]\n",
            ),
            (ASKS, "werkplaats\"\n", "werkplaats\"\nthemas = []\n"),
        ],
    ),
    (
        "deal-without-status",
        &[(
            "content/events/2025-streekdag/deals.toml",
            "regios",
            "status = \"afgesproken\"\nregios",
        )],
    ),
    ("held-in-future", &[(EVENT, "\"gehouden\"", "\"gepland\"")]),
    (
        "figure-without-source",
        &[(
            "content/events/2025-streekdag/cijfers.toml",
            "waarde",
            "bron = \"De school\"\nwaarde",
        )],
    ),
    (
        "placeholder-text",
        &[
            (EVENT, "[invullen]", "veertien"),
            (EVENT, "TBD: verslag", "Verslag"),
        ],
    ),
    (
        "title-of-file",
        &[(
            "content/events/2025-streekdag/ideeen.toml",
            "Versie 2",
            "Kistjes maken",
        )],
    ),
    (
        "two-spellings",
        &[
            (ASKS, "J. Dijkstra", "Jan Dijkstra"),
            (ASKS, "Bakker B.V.", "Bakker BV"),
        ],
    ),
    (
        "other-form-of-name",
        &[(
            "content/organisaties.toml",
            "ook = [\"De Wilg\"]",
            "ook = [\"De Wilg\", \"obs De Wilg\"]",
        )],
    ),
    (
        "long-sentence",
        &[(EVENT, " om te praten over", ". Het ging over")],
    ),
    (
        "long-paragraph",
        &[(EVENT, "Aan tafel vijf", "\n\nAan tafel vijf")],
    ),
    ("abbreviation", &[(EVENT, "i.s.m.", "samen met")]),
    (
        "office-word",
        &[(EVENT, "Conform", "Volgens"), (EVENT, "middels", "met")],
    ),
    (
        "passive-sentences",
        &[(
            EVENT,
            "Het hout is geleverd door de zagerij.",
            "De zagerij leverde het hout.",
        )],
    ),
];

/// Words that somebody says are right, and of which code nothing is said then.
const ACCEPTED: &[(&str, &[&str])] = &[
    ("nine-digits", &["111222333"]),
    ("home-address", &["7411 AB"]),
    ("placeholder-text", &["[invullen]", "tbd"]),
    ("title-of-file", &["versie 2"]),
    ("two-spellings", &["J. Dijkstra", "Bakker B.V."]),
    ("other-form-of-name", &["obs De Wilg"]),
    ("abbreviation", &["i.s.m."]),
    ("office-word", &["conform", "middels"]),
];

#[test]
fn what_advice_says_to_do_makes_it_go_away() {
    let mut tried: Vec<&str> = WAYS_OUT.iter().map(|(code, _)| *code).collect();
    tried.dedup();
    let hints = Code::ALL
        .iter()
        .filter(|code| code.severity() == Severity::Hint || **code == Code::NoBaseUrl)
        // It is told of with `--online` only: see `online`.
        .filter(|code| **code != Code::OutsideLink);
    let hints: Vec<&str> = hints.map(|code| code.id()).collect();
    assert_eq!(tried, hints, "each has a way out that is tried here");
    for (code, edits) in WAYS_OUT {
        let mut site = fixture(code);
        assert!(advised(&site).iter().any(|said| said == code), "{code}");
        for (file, from, to) in *edits {
            site.replace(file, from, to);
        }
        assert_eq!(advised(&site), [] as [&str; 0], "{code}");
    }
    for (code, accepted) in ACCEPTED {
        let mut site = fixture(code);
        let config = site.read("oogst.toml");
        let words: Vec<String> = accepted.iter().map(|word| format!("{word:?}")).collect();
        site.write(
            "oogst.toml",
            format!(
                "{config}\n[teksten]\nwoorden_goed = [{}]\n",
                words.join(", ")
            ),
        );
        assert_eq!(advised(&site), [] as [&str; 0], "{code} with {accepted:?}");
    }
}

#[test]
fn advice_is_given_only_when_asked_for_and_ends_no_check() {
    for (code, _) in WAYS_OUT {
        let site = fixture(code);
        let ran = oogst(site.root(), &["check", "--date", DAY]);
        assert_eq!(ran.code, 0, "{code}\n{}", ran.err);
        assert!(!ran.err.contains(code), "{code}\n{}", ran.err);
        let is_must = *code == "no-base-url";
        assert_eq!(publish(&site, &[]).code, i32::from(is_must), "{code}");
        let said = said(&site);
        let told = said
            .iter()
            .find(|said| said["code"] == *code)
            .expect("it is told");
        assert_eq!(
            told["severity"],
            if is_must { "error" } else { "hint" },
            "{code}"
        );
        for place in ["file", "line", "column", "message", "help", "group"] {
            assert!(!told[place].is_null(), "{code} has no {place}");
        }
    }
    let ran = oogst(fixture("office-word").root(), &["build", "--date", DAY]);
    assert!(!ran.err.contains("office-word"), "{}", ran.err);
}

#[test]
fn a_mistake_is_mended_before_anything_is_advised() {
    let mut site = fixture("office-word");
    site.replace(EVENT, "datum", "regios = [\"twentte\"]\ndatum");
    let ran = publish(&site, &[]);
    assert_eq!(ran.code, 1);
    let (before, after) = ran
        .err
        .split_once("== Moet: zonder dit kan de site niet online ==")
        .expect("what must be done has a heading");
    assert_eq!(before, "");
    assert!(after.contains("fout[unknown-region]"), "{after}");
    assert!(
        after.ends_with(
            "1 fout.\nVerbeter eerst wat fout is. Daarna kijkt oogst ook naar privacy, namen en taal.\n"
        ),
        "{after}"
    );
}

#[test]
fn of_many_of_one_kind_ten_are_shown_and_all_are_told_to_programs() {
    let figures: String = (0..23)
        .map(|number| format!("[[cijfer]]\nlabel = \"Getal {number}\"\nwaarde = {number}\n\n"))
        .collect();
    let site = with_text(
        "Een avond vol getallen.",
        &[("content/events/avond/cijfers.toml", &figures)],
    );
    let ran = publish(&site, &[]);
    assert_eq!(ran.err.matches("advies[figure-without-source]").count(), 10);
    assert!(
        ran.err
            .contains("… en nog 13 van deze soort (figure-without-source)"),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("23 adviezen.\n"), "{}", ran.err);
    assert_eq!(advised(&site).len(), 23);
}
