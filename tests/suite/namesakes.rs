//! Records of one title: they build where nobody has to tell them apart, and else the message gives
//! the id to paste.

use std::collections::BTreeSet;

use oogst::words::Language;

use crate::harness::Site;
use crate::page::pages;

const FILE: &str = "content/events/2025-techniekavond/programma.toml";

fn with(records: &str) -> Site {
    let mut site = Site::from("klein");
    site.write(FILE, records);
    site
}

#[test]
fn records_of_one_title_without_an_address_build_without_ids() {
    let breaks = "[[sessie]]\ntitel = \"Pauze\"\nbegin = \"10.30\"\n".repeat(3);
    let mut site = with(
        &(breaks
            + "[[sessie]]\ntitel = \"Pauze 2\"\ntekst = \"Met soep.\"\n\
           [[materiaal]]\ntitel = \"Site\"\nurl = \"https://a.example/\"\n\
           [[materiaal]]\ntitel = \"Site\"\nurl = \"https://b.example/\"\n"),
    );
    site.build().assert_same_as_a_clean_build();
    assert_eq!(site.codes(), BTreeSet::new());
    // Each has a place of its own, and what has a page keeps its name.
    let output = site.output();
    for (path, page) in pages(&output) {
        let distinct: BTreeSet<&String> = page.ids.iter().collect();
        assert_eq!(distinct.len(), page.ids.len(), "{path}");
    }
    let programme = output.text("bijeenkomsten/2025-techniekavond/programma/index.html");
    assert_eq!(programme.matches(">Pauze</p>").count(), 3);
    assert!(
        programme.contains("/bijeenkomsten/2025-techniekavond/programma/pauze-2/"),
        "{programme}"
    );
}

#[test]
fn an_id_that_is_written_goes_before_a_title_that_makes_the_same() {
    let mut site = with(
        "[[sessie]]\ntitel = \"Pauze\"\n[[sessie]]\nid = \"pauze\"\ntitel = \"Soep\"\n\
         [[idee]]\ntitel = \"Meer soep\"\nsessie = \"pauze\"\n",
    );
    site.build();
    let output = site.output();
    let page = output.text("bijeenkomsten/2025-techniekavond/programma/pauze/index.html");
    assert!(page.contains("<h1>Soep</h1>"), "{page}");
}

#[test]
fn records_of_one_title_that_must_be_told_apart_are_given_an_id_that_works() {
    const BREAKS: &str = "[[sessie]]\ntitel = \"Pauze\"\n[[sessie]]\ntitel = \"Pauze\"\n";
    for (records, id) in [
        // A page, an old address, or something that names either.
        (format!("{BREAKS}tekst = \"Met soep.\"\n"), "pauze-2"),
        (format!("{BREAKS}aliassen = [\"/soep/\"]\n"), "pauze-2"),
        (
            format!("{BREAKS}[[idee]]\ntitel = \"Soep\"\nsessie = \"pauze\"\n"),
            "pauze-2",
        ),
        (
            format!("{BREAKS}[[sessie]]\ntitel = \"Soep\"\nonderdeel_van = \"pauze\"\n"),
            "pauze-2",
        ),
        (
            format!("{BREAKS}[[idee]]\ntitel = \"Soep\"\ntekst = \"[Pauze](sessie:pauze)\"\n"),
            "pauze-2",
        ),
        (
            format!("{BREAKS}tekst = \"Met soep.\"\n[[sessie]]\ntitel = \"Pauze 2\"\n"),
            "pauze-3",
        ),
        // Kinds that have a page whatever stands in them.
        (
            "[[idee]]\ntitel = \"Soep\"\n[[idee]]\ntitel = \"Soep\"\n".to_owned(),
            "soep-2",
        ),
        (
            "[[idee]]\ntitel = \"A\"\nid = \"soep\"\n[[idee]]\nid = \"soep\"\ntitel = \"B\"\n"
                .to_owned(),
            "soep-2",
        ),
    ] {
        let mut site = with(&records);
        site.build_refused();
        assert_eq!(site.codes(), ["duplicate-id"].into(), "{records}");
        let said = site.diagnostics(Language::Nl);
        // As the message says, to the letter.
        let followed = if said.contains("verander deze id") {
            assert!(said.contains(&format!("in `{id}`")), "{said}");
            let (before, after) = records.rsplit_once("\"soep\"").expect("an id is written");
            format!("{before}\"{id}\"{after}")
        } else {
            let line = format!("id = \"{id}\"");
            assert!(said.contains(&format!("de regel `{line}`")), "{said}");
            let title = if records.contains("\"Pauze\"") {
                "titel = \"Pauze\"\n"
            } else {
                "titel = \"Soep\"\n"
            };
            let (before, after) = records.rsplit_once(title).expect("it has its title");
            format!("{before}{title}{line}\n{after}")
        };
        site.write(FILE, followed).build();
        assert_eq!(site.codes(), BTreeSet::new(), "{records}");
    }
}

#[test]
fn nothing_can_name_the_id_that_the_second_of_one_title_goes_under() {
    let mut site = with(
        "[[sessie]]\ntitel = \"Pauze\"\n[[sessie]]\ntitel = \"Pauze\"\n\
         [[idee]]\ntitel = \"Soep\"\nsessie = \"pauze-2\"\n",
    );
    site.build_refused();
    assert_eq!(site.codes(), ["unknown-record"].into());
    let mut site = with(
        "[[materiaal]]\ntitel = \"Site\"\nurl = \"https://a.example/\"\n\
         [[materiaal]]\ntitel = \"Site\"\nurl = \"https://b.example/\"\n\
         [[idee]]\ntitel = \"Soep\"\ntekst = \"[Site](materiaal:site-2)\"\n",
    );
    site.build_refused();
    assert_eq!(site.codes(), ["broken-link"].into());
}
