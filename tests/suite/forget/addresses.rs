//! What is gone says so at each of its addresses: a record, a person without a page, an alias.

use super::{CASES, Case, gone, person_removed, person_without_words, site};
use crate::program::{refused, run};

#[test]
fn whatever_is_gone_says_so_at_each_of_its_addresses() {
    for Case {
        what,
        address,
        remove,
        ..
    } in CASES
    {
        let mut site = site();
        remove(&mut site);
        gone(&mut site, what, false);
        let said = run(&site, &["build"]);
        assert!(
            !said.contains("[never-promised]") && !said.contains("[still-there]"),
            "{what}: {said}"
        );
        let page = site.read(&format!("output/{address}/index.html"));
        for part in ["Deze pagina is er niet meer", "Op verzoek.", "noindex"] {
            assert!(page.contains(part), "{what}: {part} is on the page\n{page}");
        }
    }
}

#[test]
fn a_name_that_was_never_promised_is_not_taken_for_forgotten() {
    let mut site = site();
    person_removed(&mut site);
    gone(&mut site, "person:jan-jansen", false);
    gone(&mut site, "person:jan-janssen", true);
    // A photo has no address of its own, so there is none to forget; it goes with its record.
    site.remove("content/events/2025-avond/foto.toml");
    gone(&mut site, "foto:2025-avond/wim-wever", true);
    let before = site.read("addresses.toml");
    let said = run(&site, &["publish", "--record"]);
    assert!(
        said.matches("[never-promised]").count() == 2 && !said.contains("[forget-not-recorded]"),
        "{said}"
    );
    assert_eq!(
        site.read("addresses.toml"),
        before,
        "a mistyped name forgets nobody"
    );
}

#[test]
fn what_is_still_there_cannot_be_gone_but_a_person_without_a_page_can() {
    let mut site = site();
    for forget in [false, true] {
        let before = site.read("addresses.toml");
        gone(&mut site, "person:anna-bakker", forget);
        let said = refused(&site, &["build"], "still-there");
        assert_eq!(
            said.matches("fout[").count(),
            1,
            "one mistake, one message\n{said}"
        );
        site.write("addresses.toml", before);
    }
    // Without a word in addresses.toml the page says that it is gone; with a move it leads on.
    person_without_words(&mut site);
    run(&site, &["build"]);
    assert!(
        site.read("output/mensen/anna-bakker/index.html")
            .contains("Deze pagina is er niet meer")
    );
    site.append(
        "addresses.toml",
        "\n[[moved]]\nfrom = \"person:anna-bakker\"\nto = \"organisatie:school-aan-zee\"\n",
    );
    run(&site, &["build"]);
    assert!(
        site.read("output/mensen/anna-bakker/index.html")
            .contains("url=/organisaties/school-aan-zee/")
    );
}

#[test]
fn an_alias_that_was_recorded_leads_on_or_is_gone_on_purpose() {
    const OLD: &str = "output/sprekers/jan-jansen/index.html";
    let mut site = site();
    assert!(
        site.read("addresses.toml")
            .contains("\"/sprekers/jan-jansen/\""),
        "an alias is promised with its record"
    );
    // Taken off the record, it leads there still.
    site.replace(
        "content/jan.toml",
        "aliassen = [\"/sprekers/jan-jansen/\"]\n",
        "",
    );
    run(&site, &["build"]);
    assert!(
        site.read(OLD).contains("url=/mensen/jan-jansen/"),
        "{}",
        site.read(OLD)
    );
    // With its record gone, the build stops until somebody says what became of it.
    person_removed(&mut site);
    refused(&site, &["build"], "promised-lost");
    gone(&mut site, "person:jan-jansen", false);
    run(&site, &["build"]);
    assert!(site.read(OLD).contains("Op verzoek."), "{}", site.read(OLD));
    // Another record may not take it over without a word: whoever follows the old link must find
    // what was promised.
    site.append(
        "content/school.toml",
        "aliassen = [\"/sprekers/jan-jansen/\"]\n",
    );
    refused(&site, &["build"], "promised-taken");
}

#[test]
fn an_alias_of_a_session_in_its_programme_is_promised_too() {
    let mut site = site();
    site.append(
        "content/events/2025-avond/anna.toml",
        "\n[[sessie]]\ntitel = \"Soep\"\nid = \"soep\"\naliassen = [\"/soep/\"]\n",
    );
    run(&site, &["publish", "--record"]);
    assert!(
        site.read("addresses.toml")
            .contains("{ of = \"session:2025-avond/soep\", addresses = [\"/soep/\"] }"),
        "{}",
        site.read("addresses.toml")
    );
    let said = run(&site, &["publish", "--record"]);
    assert!(said.contains("waren al vastgelegd"), "{said}");
    site.replace(
        "content/events/2025-avond/anna.toml",
        "aliassen = [\"/soep/\"]\n",
        "",
    );
    run(&site, &["build"]);
    assert!(
        site.read("output/soep/index.html").contains("#sessie-soep"),
        "{}",
        site.read("output/soep/index.html")
    );
    site.replace(
        "content/events/2025-avond/anna.toml",
        "\n[[sessie]]\ntitel = \"Soep\"\nid = \"soep\"\n",
        "",
    );
    refused(&site, &["build"], "promised-lost");
}
