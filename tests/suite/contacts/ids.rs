//! An id is made of what is left of a text without its contacts, and names still mean each other.

use std::collections::BTreeSet;

use oogst::schema::{KINDS, Shape};
use oogst::words::Language;

use super::study;
use crate::harness::Site;

#[test]
fn an_id_that_spells_out_a_contact_is_refused_whatever_field_it_is_in() {
    let has_ids = KINDS
        .iter()
        .flat_map(|schema| schema.fields)
        .filter(|field| matches!(field.shape, Shape::Id))
        .count();
    assert!(has_ids > 10, "{has_ids} fields are ids");
    for (kind, path, facts) in [
        (
            "idee",
            "content/events/2025-techniekavond/x.toml",
            "titel = \"Bel\"\nid",
        ),
        (
            "cijfer",
            "content/events/2025-techniekavond/x.toml",
            "label = \"Bel\"\nwaarde = 5\nmaat",
        ),
        ("persoon", "content/x.toml", "naam = \"Jan\"\nid"),
    ] {
        let mut site = Site::from("klein");
        site.write(path, format!("[[{kind}]]\n{facts} = \"bel-06-12345678\"\n"))
            .build_refused();
        assert_eq!(
            site.codes(),
            BTreeSet::from(["contact-in-id"]),
            "{}",
            site.diagnostics(Language::En)
        );
        site.replace(path, "bel-06-12345678", "bel").build();
    }
    for path in [
        "content/events/2025-techniekavond/ideeen/bel-jan-0612345678.md",
        "content/pages/bel-jan-0612345678.md",
    ] {
        let mut site = Site::from("klein");
        site.write(path, "+++\ntitel = \"Bel Jan\"\n+++\n")
            .build_refused();
        assert_eq!(
            site.codes(),
            BTreeSet::from(["contact-in-id"]),
            "{}",
            site.diagnostics(Language::En)
        );
        site.append("oogst.toml", "\n[privacy]\nphones = true\n")
            .build();
    }
}

#[test]
fn an_id_is_made_of_what_is_left() {
    const IDEAS: &str = "content/events/2025-techniekavond/x.toml";
    let mut site = Site::from("klein");
    site.write(IDEAS, "[[idee]]\ntitel = \"Bel Jan 06-12345678\"\n[[idee]]\ntitel = \"Mail jan@school.nl, of kom\"\n[[idee]]\ntitel = \"Kom (bel 0548 123456) langs\"\n").build();
    let output = site.output();
    for id in ["bel-jan", "mail-of-kom", "kom-bel-langs"] {
        assert!(
            output.0.contains_key(&format!(
                "bijeenkomsten/2025-techniekavond/ideeen/{id}/index.html"
            )),
            "{id}: {:?}",
            output.0.keys()
        );
    }
    // The same again, and the same whatever else is written; two of one name are told apart by
    // their writer.
    site.append(IDEAS, "[[idee]]\ntitel = \"Nieuw\"\n")
        .build()
        .assert_same_as_a_clean_build();
    assert!(
        site.output()
            .0
            .contains_key("bijeenkomsten/2025-techniekavond/ideeen/bel-jan/index.html")
    );
    site.append(IDEAS, "[[idee]]\ntitel = \"Bel Jan 06-87654321\"\n")
        .build_refused();
    assert!(
        site.codes().contains("duplicate-id"),
        "{}",
        site.diagnostics(Language::En)
    );
    site.write(IDEAS, "[[idee]]\ntitel = \"06-12345678\"\n")
        .build_refused();
    assert!(
        site.codes().contains("no-id-from-title"),
        "{}",
        site.diagnostics(Language::En)
    );
}

#[test]
fn names_that_hold_a_contact_still_mean_each_other_and_nobody_else() {
    let mut site = Site::from("klein");
    site.write(
        "content/extra.toml",
        "[[persoon]]\nnaam = \"Jan 06-12345678\"\nid = \"jan\"\nook = [\"jan@school.nl\"]\nsorteernaam = \"06-12345678, Jan\"\n\
         [[regio]]\nnaam = \"Veld 0548-123456\"\nid = \"veld\"\n[[organisatie]]\nnaam = \"Werk (werk@school.nl)\"\nid = \"werk\"\n",
    )
    .write(
        "content/events/2025-techniekavond/x.toml",
        "[[sessie]]\ntitel = \"Bel 06-12345678\"\nid = \"bel\"\n\
         [[idee]]\ntitel = \"Een\"\ndoor = [\"Jan 06‑12345678\", \"jan@school.nl\"]\nregios = [\"Veld 0548-123456\"]\nthemas = []\nsessie = \"Bel 06-12345678\"\n\
         [[idee]]\ntitel = \"Twee\"\ndoor = [{ naam = \"Jan 06-87654321\", organisatie = \"Werk (werk@school.nl)\" }]\nregios = []\nthemas = []\n\
         [[vraag]]\ntitel = \"Drie\"\ncontact = \"piet@school.nl\"\ndoor = \"Wie 0612345678\"\n",
    );
    site.build();
    let (study, _) = study(&site);
    let report = study.expect("the site has no mistakes").report;
    let idea = |title: &str| {
        report
            .ideas
            .iter()
            .find(|idea| &*idea.title.original == title)
            .expect("the idea is there")
    };
    let jan = report
        .people
        .iter()
        .position(|person| person.id.as_str() == "jan")
        .expect("a person");
    // Word's hyphen is another than the name's, and the number the same.
    assert_eq!(
        format!("{:?}", idea("Een").by),
        format!("[Person(PersonId({jan}))]")
    );
    assert!(idea("Een").session.is_some() && idea("Een").regions.len() == 1);
    // Another number is another person: words, and no page.
    let by = format!("{:?}", idea("Twee").by);
    assert!(
        by.starts_with("[Words { name: \"Jan\", organisation: Some("),
        "{by}"
    );
    let need = report
        .needs
        .iter()
        .find(|need| &*need.title.original == "Drie")
        .expect("an ask");
    assert_eq!(need.contact, None);
    assert!(
        format!("{:?}", need.by).contains("\"Wie\""),
        "{:?}",
        need.by
    );
}
