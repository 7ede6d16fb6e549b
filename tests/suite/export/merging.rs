//! What somebody changed in a workbook is taken over, and nothing else.

use super::{
    DEALS, WRITTEN, changed, exported, import, imported, imported_without_a_change, parts, site,
};
use crate::program::run;
use crate::tree::Tree;

#[test]
fn one_changed_cell_is_one_changed_value() {
    let mut site = site();
    exported(&site, &["lijst.xlsx", "2025-dag"]);
    changed(
        &mut site,
        "lijst.xlsx",
        "Samen lassen",
        "Samen leren lassen",
    );
    let said = imported(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    assert!(
        said.contains("deal samen-lassen · titel: Samen lassen → Samen leren lassen\n"),
        "{said}"
    );
    let written = WRITTEN.replace("'Samen lassen'", "\"Samen leren lassen\"");
    assert_eq!(site.read(DEALS), written);
    // A second time it is so already.
    imported_without_a_change(&site, &["lijst.xlsx", "--into", "2025-dag"]);
}

#[test]
fn who_was_named_with_an_organisation_stays_so_when_others_join() {
    let mut site = site();
    exported(&site, &["lijst.xlsx", "2025-dag"]);
    changed(
        &mut site,
        "lijst.xlsx",
        "De Linde; Jo Bos (Van Dam)",
        "Jo Bos (Van Dam); Kees; De Linde",
    );
    imported(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    let written = WRITTEN.replace(
        "[\"de-linde\", { naam = \"Jo Bos\", organisatie = \"Van Dam\" }]",
        "[{ naam = \"Jo Bos\", organisatie = \"Van Dam\" }, \"Kees\", \"de-linde\"]",
    );
    assert_eq!(site.read(DEALS), written);
}

#[test]
fn an_id_that_was_made_of_a_title_is_kept_when_the_title_changes() {
    let mut site = site();
    exported(&site, &["lijst.xlsx", "2025-dag"]);
    changed(&mut site, "lijst.xlsx", "Een dag mee", "Een week mee");
    imported(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    let written = WRITTEN.replace(
        "titel = \"Een dag mee\"\n",
        "titel = \"Een week mee\"\nid = \"een-dag-mee\"\n",
    );
    assert_eq!(site.read(DEALS), written);
    imported_without_a_change(&site, &["lijst.xlsx", "--into", "2025-dag"]);
}

#[test]
fn what_the_site_changed_meanwhile_stays() {
    let mut site = site();
    exported(&site, &["lijst.xlsx", "2025-dag"]);
    let now = WRITTEN.replace("\"afgesproken\"", "\"lopend\"");
    site.write(DEALS, &now);
    imported_without_a_change(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    changed(
        &mut site,
        "lijst.xlsx",
        "Samen lassen",
        "Samen leren lassen",
    );
    imported(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    assert_eq!(
        site.read(DEALS),
        now.replace("'Samen lassen'", "\"Samen leren lassen\"")
    );
    // Both changed the title: somebody has to choose.
    site.replace(DEALS, "Samen leren lassen", "Lassen");
    let before = Tree::read(&site.at("content"));
    let ran = import(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("[changed-on-both-sides]"), "{}", ran.err);
    before.assert_same(&Tree::read(&site.at("content")), "nothing changes");
}

#[test]
fn records_without_an_id_are_known_by_what_they_say() {
    let mut site = site();
    let people = "content/events/2025-dag/wie.toml";
    let written = "[[citaat]]\ntekst = \"Ik durf nu te lassen.\"\ndoor = \"Jo Bos\"\n\n[[spreker]]\npersoon = \"De Linde\"\nrol = \"School\"\n\n[[cijfer]]\nlabel = \"Bezoekers\"\nwaarde = 87\n";
    site.write(people, written);
    exported(&site, &["lijst.xlsx", "2025-dag"]);
    imported_without_a_change(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    changed(
        &mut site,
        "lijst.xlsx",
        "Ik durf nu te lassen.",
        "Ik durf nu ook te lassen.",
    );
    changed(&mut site, "lijst.xlsx", "School", "Basisschool");
    changed(&mut site, "lijst.xlsx", "Bezoekers", "Deelnemers");
    imported(&site, &["lijst.xlsx", "--into", "2025-dag"]);
    let now = written
        .replace("nu te lassen", "nu ook te lassen")
        .replace("School", "Basisschool")
        .replace("Bezoekers", "Deelnemers");
    assert_eq!(site.read(people), now);
    imported_without_a_change(&site, &["lijst.xlsx", "--into", "2025-dag"]);
}

#[test]
fn what_was_forgotten_does_not_come_back_from_a_workbook() {
    let mut site = site();
    let ideas = "content/events/2025-dag/ideeen.toml";
    site.write(
        "oogst.toml",
        "title = \"Streek\"\nlanguage = \"nl\"\nbase_url = \"https://streek.example/\"\n",
    );
    site.write(
        ideas,
        "[[idee]]\ntitel = \"Het plan van Piet Puk\"\nid = \"plan-van-piet-puk\"\n",
    );
    run(&site, &["publish", "--record"]);
    exported(&site, &["lijst.xlsx", "2025-dag"]);
    site.write(ideas, "");
    site.append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"idee:2025-dag/plan-van-piet-puk\"\nreason = \"Op verzoek.\"\ndate = 2026-01-02\nforget = true\n",
    );
    run(&site, &["publish", "--record"]);
    let before = Tree::read(&site.at("content"));
    for (choice, code) in [(None, "record-gone"), (Some("sheet"), "was-forgotten")] {
        let mut words = vec!["lijst.xlsx", "--into", "2025-dag"];
        words.extend(choice.into_iter().flat_map(|side| ["--prefer", side]));
        let ran = import(&site, &words);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains(&format!("[{code}]")), "{}", ran.err);
        before.assert_same(&Tree::read(&site.at("content")), "nothing changes");
    }
    // The next list knows nothing of it.
    exported(&site, &["lijst.xlsx", "2025-dag", "--force"]);
    let mut parts = parts(&site, "lijst.xlsx").into_iter();
    assert!(parts.all(|(_, text)| !text.to_lowercase().contains("piet")));
}
