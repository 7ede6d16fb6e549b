//! What the command makes, refuses and says.

use super::{exported, imported, part, parts, site};
use crate::harness::Site;
use crate::program::oogst;
use crate::tree::Tree;

#[test]
fn a_workbook_has_a_sheet_a_kind_and_lists_to_choose_from() {
    let site = site();
    let before = Tree::read(&site.at("content"));
    let said = exported(&site, &["lijst.xlsx", "2025-dag"]);
    assert_eq!(
        said,
        "lijst.xlsx: 2 rijen op 4 bladen.\nNiet in het bestand, omdat een cel het niet kan zeggen (het blijft zoals het is): deal Een dag mee: aanbod\n"
    );
    before.assert_same(&Tree::read(&site.at("content")), "the report stays");
    let workbook = part(&site, "lijst.xlsx", "xl/workbook.xml");
    let names: Vec<&str> = workbook
        .split("<sheet name=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(
        names,
        [
            "Uitleg",
            "Ideeën",
            "Vragen",
            "Aanbod",
            "Deals",
            "Lijsten",
            "oogst-basis"
        ]
    );
    assert_eq!(workbook.matches("state=\"hidden\"").count(), 2);
    let deals = part(&site, "lijst.xlsx", "xl/worksheets/sheet5.xml");
    for expected in [
        "state=\"frozen\"",
        // Several regions are fine; another status is not.
        "errorStyle=\"warning\"",
        "<formula1>Lijsten!$",
        "type=\"list\"",
    ] {
        assert!(deals.contains(expected), "{expected}\n{deals}");
    }
    assert!(!deals.contains("<formula1>\""), "lists are ranges");
    let names: Vec<String> = parts(&site, "lijst.xlsx")
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert!(names.iter().any(|name| name.starts_with("xl/comments")));
    // Nothing is left beside it.
    assert!(!site.at(".lijst.xlsx.oogst-new").exists());
}

#[test]
fn a_form_that_was_filled_in_is_taken_over_as_plain_text() {
    let mut site = site();
    let said = exported(
        &site,
        &[
            "formulier.xlsx",
            "2025-dag",
            "--empty",
            "--kinds",
            "vragen, aanbod",
        ],
    );
    assert_eq!(said, "formulier.xlsx: 2 bladen om in te vullen.\n");
    // Somebody fills in a row of the first sheet of questions.
    let mut parts = parts(&site, "formulier.xlsx");
    for (name, text) in &mut parts {
        if name == "xl/worksheets/sheet2.xml" {
            *text = text.replace(
                "</sheetData>",
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Wie helpt ons?</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>1. een *ster*</t></is></c></row></sheetData>",
            );
        }
    }
    site.write("formulier.xlsx", crate::tables::workbook::zipped(&parts));
    let said = imported(&site, &["formulier.xlsx", "--into", "2025-dag"]);
    assert!(said.contains("nieuw: vraag wie-helpt-ons\n"), "{said}");
    assert!(!said.contains("opmerking"), "{said}");
    assert_eq!(
        site.read("content/events/2025-dag/vragen.toml"),
        "[[vraag]]\ntitel = \"Wie helpt ons?\"\nid = \"wie-helpt-ons\"\ntekst = '1\\. een \\*ster\\*'\n"
    );
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_asked() {
    let mut site = site();
    site.write("lijst.xlsx", "van iemand anders");
    let ran = oogst(site.root(), &["export", "lijst.xlsx", "2025-dag"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("[file-is-there]"), "{}", ran.err);
    assert_eq!(site.read("lijst.xlsx"), "van iemand anders");
    // What an interrupted run left is no obstacle.
    site.write(".lijst.xlsx.oogst-new", "half");
    exported(&site, &["lijst.xlsx", "2025-dag", "--force"]);
    assert!(!site.at(".lijst.xlsx.oogst-new").exists());
    assert!(part(&site, "lijst.xlsx", "xl/workbook.xml").contains("oogst-basis"));
}

#[test]
fn a_site_in_english_has_a_workbook_in_english() {
    let site = Site::with(&[
        ("oogst.toml", "title = \"Region\"\nlanguage = \"en\"\n"),
        (
            "content/events/2025-day/event.md",
            "+++\ntitle = \"Our day\"\ndate = 2025-11-12\nsummary = \"A day.\"\nthemes = []\n+++\n",
        ),
        (
            "content/events/2025-day/deals.toml",
            "[[deal]]\ntitle = \"Welding\"\nstatus = \"agreed\"\nagreed = 2025-11-12\n",
        ),
    ]);
    let said = exported(
        &site,
        &["list.xlsx", "2025-day", "--kinds", "deals,regions"],
    );
    assert_eq!(said, "list.xlsx: 1 row on 2 sheets.\n");
    let workbook = part(&site, "list.xlsx", "xl/workbook.xml");
    for name in ["About", "Deals", "Regions", "Lists"] {
        assert!(workbook.contains(&format!("name=\"{name}\"")), "{workbook}");
    }
    let said = imported(&site, &["list.xlsx", "--into", "2025-day"]);
    assert!(said.ends_with("nothing was changed.\n"), "{said}");
}

#[test]
fn what_has_no_id_yet_is_said() {
    let mut site = site();
    site.write(
        "content/events/2025-dag/ideeen.toml",
        "[[idee]]\ntitel = \"Later\"\nconcept = true\n\n[[idee]]\ntitel = \"Ook later\"\nid = \"ook-later\"\nconcept = true\n",
    );
    let said = exported(&site, &["lijst.xlsx", "2025-dag", "--kinds", "ideeen"]);
    assert_eq!(
        said,
        "lijst.xlsx: 1 rij op 1 blad.\nNiet in het bestand, omdat het nog geen id heeft: 1 ideeen\n"
    );
}
