//! Who is named: one where several were meant, and speakers without their roles.

use std::collections::BTreeSet;

use oogst::words::Language;

use crate::harness::Site;

const EVENT: &str = "content/events/2024-proef/event.md";
const RECORDS: &str = "content/events/2024-proef/r.toml";
const FACTS: &str = "titel = \"Dag\"\ndatum = 2024-03-20\nsamenvatting = \"Kort.\"\n";

/// A site of one event with these records.
fn site(records: &str) -> Site {
    let mut site = Site::with(&[("oogst.toml", "title = \"Proef\"\n")]);
    site.write(EVENT, format!("+++\n{FACTS}+++\n\nTekst.\n"));
    site.write(RECORDS, records);
    site
}

#[test]
fn a_party_of_several_is_told_with_a_way_out_that_works() {
    for (written, advised) in [
        ("[\"Jan; Piet\"]", "[\"Jan\", \"Piet\"]"),
        ("\"Jan; Piet\"", "[\"Jan\", \"Piet\"]"),
        (
            "[\"Wij samen\", \"ROC De Waterpoort en Kwekerij Roos\"]",
            "[\"Wij samen\", \"ROC De Waterpoort\", \"Kwekerij Roos\"]",
        ),
        (
            "[\"Jan (ROC De Waterpoort)\"]",
            "[{ naam = \"Jan\", organisatie = \"ROC De Waterpoort\" }]",
        ),
        ("[\"?\"]", "[]"),
    ] {
        let record = |by: &str| format!("[[idee]]\ntitel = \"A\"\ndoor = {by}\n");
        let mut site = site(&record(written));
        site.build();
        let said = site.diagnostics(Language::Nl);
        let inner = advised.trim_matches(['[', ']']);
        let told = inner.strip_prefix("\"Wij samen\", ").unwrap_or(inner);
        assert_eq!(site.codes(), BTreeSet::from(["odd-party"]), "{said}");
        assert!(said.contains(told), "{written}\n{said}");
        site.write(RECORDS, record(advised)).build();
        assert_eq!(site.codes(), BTreeSet::new(), "{advised}");
    }
    // Whoever is on record by such a name is one.
    let mut site = site("[[idee]]\ntitel = \"A\"\ndoor = [\"Bouw en Infra\"]\n");
    site.write(
        "content/o.toml",
        "[[organisatie]]\nnaam = \"Bouw en Infra\"\n",
    );
    site.build();
    assert_eq!(site.codes(), BTreeSet::new());
}

#[test]
fn missing_roles_are_told_once_an_event_and_silenced_by_one_line() {
    let names = ["An", "Bo", "Cas", "Do", "Ed", "Fa", "Gé"].map(|name| format!("{name} Smit"));
    let records: String = names
        .iter()
        .map(|name| format!("[[spreker]]\npersoon = \"{name}\"\n"))
        .collect();
    let mut site = site(&records);
    site.build();
    let said = site.diagnostics(Language::Nl);
    assert!(
        said.contains("bij 7 mensen (`An Smit`, `Bo Smit`, `Cas Smit`, `Do Smit`, `Ed Smit`, … (+2)) staat geen rol")
            && said.contains("`vastgelegd.rollen = \"geen\"`")
            && said.ends_with("1 waarschuwing.\n"),
        "{said}"
    );
    let event = |line: &str| format!("+++\n{FACTS}{line}+++\n\nTekst.\n");
    let (silence, ask) = (
        "vastgelegd.rollen = \"geen\"\n",
        "vastgelegd = { rollen = \"alle\" }\n",
    );
    site.write(EVENT, event(silence)).build();
    assert_eq!(site.codes(), BTreeSet::new());
    site.write(EVENT, event(""))
        .write("oogst.toml", format!("{silence}title = \"Proef\"\n"))
        .build();
    assert_eq!(site.codes(), BTreeSet::new());
    site.write(EVENT, event(ask)).build();
    assert_eq!(site.codes(), BTreeSet::from(["no-role"]));
}
