//! Rows of a list that stay out or are gone: mistakes that are skipped and kept beside the list,
//! records that go with their rows, and a question before anything is written.

use super::site;
use crate::harness::Site;
use crate::new_records::on_a_terminal;
use crate::program::{Ran, oogst};
use crate::tree::Tree;

const DEALS: &str = "content/events/2025-dag/deals.toml";

/// A site with an event, a region and this list.
fn with_list(list: &str) -> Site {
    let mut site = site();
    site.write(
        "content/events/2025-dag/event.md",
        "+++\ntitel = \"Onze dag\"\ndatum = 2025-11-12\n+++\n",
    )
    .write("content/regios.toml", "[[regio]]\nnaam = \"Twente\"\n")
    .write("lijst.csv", list);
    site
}

fn import(site: &Site, file: &str, words: &[&str]) -> Ran {
    let all = [&["import", file, "--into", "2025-dag"], words].concat();
    oogst(site.root(), &all)
}

const WITH_MISTAKES: &str = "Soort;Titel;Regio;Status\n\
    Deal;Samen lassen;Twente;lopend\n\
    Deal;Gastlessen;Twentte;lopend\n\
    Vraag;Wie helpt?;Twente;misschien\n";

#[test]
fn rows_with_a_mistake_are_kept_beside_the_list() {
    let site = with_list(WITH_MISTAKES);
    let refused = import(&site, "lijst.csv", &[]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("--skip-bad-rows"), "{}", refused.err);
    assert!(!site.at(DEALS).exists());
    let tried = import(&site, "lijst.csv", &["--skip-bad-rows", "--dry-run"]);
    assert_eq!(tried.code, 0, "{}", tried.err);
    assert!(
        tried.err.contains("Overgeslagen: 2 rijen."),
        "{}",
        tried.err
    );
    assert!(!site.at(DEALS).exists() && !site.at("lijst-overgeslagen.xlsx").exists());
    let ran = import(&site, "lijst.csv", &["--skip-bad-rows"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for code in ["unknown-region", "unknown-value"] {
        assert!(ran.err.contains(&format!("[{code}]")), "{}", ran.err);
    }
    assert!(
        ran.err
            .contains("Overgeslagen: 2 rijen. Ze staan in lijst-overgeslagen.xlsx"),
        "{}",
        ran.err
    );
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Samen lassen\"\nid = \"samen-lassen\"\nregios = [\"twente\"]\nstatus = \"lopend\"\n"
    );
    assert!(!site.at("content/events/2025-dag/vragen.toml").exists());
    // Those are the rows that were skipped, with their heads: the same mistakes, in rows 2 and 3.
    let again = import(&site, "lijst-overgeslagen.xlsx", &[]);
    assert_eq!(again.code, 1);
    for said in [
        "[unknown-region]",
        "[unknown-value]",
        "cel C2",
        "cel D3",
        "2 rijen gelezen, waarvan 2",
    ] {
        assert!(again.err.contains(said), "{said}\n{}", again.err);
    }
    // A file that is there is nobody's to overwrite.
    let refused = import(&site, "lijst.csv", &["--skip-bad-rows"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("[file-is-there]"), "{}", refused.err);
}

/// What is wrong with the whole list cannot be skipped row by row.
#[test]
fn a_mistake_of_the_list_is_not_skipped() {
    let site = with_list("Soort;Regio\nDeal;Twente\n");
    let ran = import(&site, "lijst.csv", &["--skip-bad-rows"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("[column-missing]"), "{}", ran.err);
    assert!(!site.at("lijst-overgeslagen.xlsx").exists());
}

#[test]
fn what_left_the_list_goes_where_that_is_asked() {
    let mut site = with_list("Soort;Titel\nDeal;Een\nDeal;Twee\nDeal;Drie\n");
    assert_eq!(import(&site, "lijst.csv", &[]).code, 0);
    let deals = site.read(DEALS);
    let deals = deals.replace(
        "[[deal]]\ntitel = \"Twee\"",
        "# over de tweede\n[[deal]]   # hier\ntitel = \"Twee\"",
    );
    site.write(DEALS, &deals);
    site.write("lijst.csv", "Soort;Titel\nDeal;Een\nDeal;Vier\n");
    let told = import(&site, "lijst.csv", &[]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(
        told.err
            .contains("Niet meer in de lijst, en gebleven: deal drie en deal twee"),
        "{}",
        told.err
    );
    let ran = import(&site, "lijst.csv", &["--remove-missing"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err
            .contains("Weggehaald, want niet meer in de lijst: deal drie en deal twee"),
        "{}",
        ran.err
    );
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Een\"\nid = \"een\"\n\n# over de tweede\n[[deal]]\ntitel = \"Vier\"\nid = \"vier\"\n"
    );
    // Nothing is left that could go.
    let before = Tree::read(&site.at("content"));
    let ran = import(&site, "lijst.csv", &["--remove-missing"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    before.assert_same(
        &Tree::read(&site.at("content")),
        "a second time changes nothing",
    );
}

/// A new record and one that goes at the end of the same file.
#[test]
fn what_comes_and_what_goes_do_not_meet() {
    let mut site = with_list("Soort;Titel\nDeal;Een\nDeal;Twee\n");
    assert_eq!(import(&site, "lijst.csv", &[]).code, 0);
    site.write("lijst.csv", "Soort;Titel\nDeal;Een\nDeal;Drie\n");
    let ran = import(&site, "lijst.csv", &["--remove-missing"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Een\"\nid = \"een\"\n\n[[deal]]\ntitel = \"Drie\"\nid = \"drie\"\n"
    );
    site.write("lijst.csv", "Soort;Titel\nDeal;Vijf\n");
    let ran = import(&site, "lijst.csv", &["--remove-missing"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Vijf\"\nid = \"vijf\"\n"
    );
}

/// A promised address does not go with its row, nor does what others name.
#[test]
fn what_was_promised_or_is_named_stays() {
    for promised in [true, false] {
        let mut site = with_list("Soort;Titel\nVraag;Wie helpt?\nDeal;Twee\n");
        site.append("oogst.toml", "base_url = \"https://streek.example\"\n");
        assert_eq!(import(&site, "lijst.csv", &[]).code, 0);
        if promised {
            let ran = oogst(site.root(), &["publish", "--record"]);
            assert_eq!(ran.code, 0, "{}", ran.err);
        } else {
            site.append(DEALS, "vragen = [\"wie-helpt\"]\n");
        }
        site.write("lijst.csv", "Soort;Titel\nDeal;Twee\n");
        let before = Tree::read(&site.at("content"));
        let ran = import(&site, "lijst.csv", &["--remove-missing"]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.ends_with("Er is niets gewijzigd.\n"), "{}", ran.err);
        before.assert_same(&Tree::read(&site.at("content")), "nothing was removed");
    }
}

#[test]
fn rows_that_are_skipped_are_not_gone() {
    let site = with_list(WITH_MISTAKES);
    let ran = import(&site, "lijst.csv", &["--skip-bad-rows", "--remove-missing"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("--skip-bad-rows"), "{}", ran.err);
    assert!(!site.at(DEALS).exists());
}

/// On a terminal nothing is written before somebody says yes.
#[test]
fn a_terminal_is_asked_before_anything_is_written() {
    let site = with_list("Soort;Titel\nDeal;Een\n");
    let words = ["import", "lijst.csv", "--into", "2025-dag"];
    for answer in ["n\n", "\n", "\u{4}"] {
        let said = on_a_terminal(site.root(), &words, answer);
        assert!(said.contains("nieuw: deal een"), "{said}");
        assert!(said.contains("Overnemen? [j/N] "), "{said}");
        assert!(said.contains("Er is niets gewijzigd."), "{said}");
        assert!(!site.at(DEALS).exists());
        assert!(!site.at("imports").exists());
    }
    let said = on_a_terminal(site.root(), &words, "j\n");
    assert!(said.contains("Het staat in"), "{said}");
    // Who waits sees what for.
    for doing in ["Het verslag lezen", "De lijst lezen", "Vergelijken"] {
        assert!(said.contains(doing), "{doing}\n{said}");
    }
    assert!(site.at(DEALS).is_file());
    // Nothing changed is nothing to ask; who is sure is not asked.
    let said = on_a_terminal(site.root(), &words, "");
    assert!(!said.contains("Overnemen?"), "{said}");
    let other = with_list("Soort;Titel\nDeal;Een\n");
    let sure = [&words[..], &["--yes"]].concat();
    let said = on_a_terminal(other.root(), &sure, "");
    assert!(!said.contains("Overnemen?"), "{said}");
    assert!(other.at(DEALS).is_file());
}
