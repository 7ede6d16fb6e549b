//! `oogst import --write-back`: a copy of a list with ids, in which all else stays as it was.

use super::{imported, part, parts, site};
use crate::harness::Site;
use crate::program::oogst;
use crate::tables::workbook::{xlsx_parts, zipped};
use crate::tree::Tree;

const LIST: &str = "\
== Oogst van de dag
1: Wat er is opgehaald
3: Soort | Omschrijving | Wie | Regio | Opmerking
4: Vraag | Wie geeft gastlessen? | De Linde | Twente | bel 06 ^let op
6 verborgen: Aanbod | Een leeg lokaal | Van Dam | Twente; Salland
7: Deal | Samen koken | De Linde | Salland
samen A1:E1
== Planning
1: iets anders
";

/// The list with a table of cells that people filter by.
fn with_table() -> Vec<(String, String)> {
    let mut parts = xlsx_parts(LIST);
    for (name, text) in &mut parts {
        if name == "xl/worksheets/sheet0.xml" {
            *text = text
                .replace("<cols></cols>", "<dimension ref=\"A1:E7\"/><cols></cols>")
                .replace("<row r=\"4\">", "<row r=\"4\" spans=\"1:5\" ht=\"30\">")
                .replace("<mergeCells>", "<autoFilter ref=\"A3:E7\"/><mergeCells>");
        }
        if name == "xl/worksheets/_rels/sheet0.xml.rels" {
            *text = text.replace(
                "</Relationships>",
                "<Relationship Id=\"t\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" Target=\"../tables/table1.xml\"/></Relationships>",
            );
        }
    }
    parts.push((
        "xl/tables/table1.xml".to_owned(),
        "<table id=\"1\" name=\"Oogst\" displayName=\"Oogst\" ref=\"A3:E7\"><autoFilter ref=\"A3:E7\"/><tableColumns count=\"5\"><tableColumn id=\"1\" name=\"Soort\"/><tableColumn id=\"2\" name=\"Omschrijving\"/><tableColumn id=\"3\" name=\"Wie\"/><tableColumn id=\"4\" name=\"Regio\"/><tableColumn id=\"7\" name=\"Opmerking\"/></tableColumns></table>".to_owned(),
    ));
    parts
}

/// Takes the copy over, which changes nothing.
fn copy_changes_nothing(site: &Site, copy: &str) {
    let before = ["content", "imports"].map(|folder| Tree::read(&site.at(folder)));
    let said = imported(site, &[copy, "--into", "2025-dag"]);
    assert!(said.ends_with("er is niets gewijzigd.\n"), "{said}");
    for (before, folder) in before.iter().zip(["content", "imports"]) {
        before.assert_same(&Tree::read(&site.at(folder)), "nothing changes");
    }
}

#[test]
fn a_copy_has_ids_and_everything_else_as_it_was() {
    let mut site = site();
    let bytes = zipped(&with_table());
    site.write("lijst.xlsx", &bytes);
    let said = imported(&site, &["lijst.xlsx", "--into", "2025-dag", "--write-back"]);
    assert!(
        said.ends_with("Een kopie met de id’s staat in lijst-met-id.xlsx. Werk daarin verder: dan herkent oogst elke rij.\n"),
        "{said}"
    );
    let own = std::fs::read(site.at("lijst.xlsx")).expect("it is there");
    assert!(own == bytes, "the list itself stays");
    let mut expected = with_table();
    for (name, text) in &mut expected {
        let cell = |place: &str, text: &str| {
            format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        };
        if name == "xl/worksheets/sheet0.xml" {
            *text = text
                .replace("A1:E7", "A1:F7")
                .replace("A3:E7", "A3:F7")
                .replace(" spans=\"1:5\"", "");
            for (row, said) in [
                (3, "oogst-id"),
                (4, "vraag:wie-geeft-gastlessen"),
                (6, "aanbod:een-leeg-lokaal"),
                (7, "deal:samen-koken"),
            ] {
                let start = text.find(&format!("<row r=\"{row}\"")).expect("a row");
                let end = start + text[start..].find("</row>").expect("its end");
                text.insert_str(end, &cell(&format!("F{row}"), said));
            }
        }
        if name == "xl/tables/table1.xml" {
            *text = text
                .replace("A3:E7", "A3:F7")
                .replace("count=\"5\"", "count=\"6\"")
                .replace(
                    "</tableColumns>",
                    "<tableColumn id=\"8\" name=\"oogst-id\"/></tableColumns>",
                );
        }
    }
    let copied = parts(&site, "lijst-met-id.xlsx");
    assert_eq!(copied.len(), expected.len());
    for (expected, copied) in expected.iter().zip(&copied) {
        assert_eq!(expected, copied);
    }
    copy_changes_nothing(&site, "lijst-met-id.xlsx");
}

#[test]
fn a_copy_is_never_written_over_and_nothing_is_done_before_that_is_known() {
    let mut site = site();
    site.write("lijst.xlsx", zipped(&with_table()));
    site.write("lijst-met-id.xlsx", "van iemand");
    let before = Tree::read(site.root());
    let ran = oogst(
        site.root(),
        &["import", "lijst.xlsx", "--into", "2025-dag", "--write-back"],
    );
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("[file-is-there]"), "{}", ran.err);
    before.assert_same(&Tree::read(site.root()), "nothing changes");
}

#[test]
fn empty_cells_of_a_column_that_is_there_are_filled() {
    let mut site = site();
    let list = "== Vragen\n1: oogst-id | Titel\n2: vraag:eerst | Eerst dit\n3:  | Dan dat\n";
    site.write("vragen.xlsx", zipped(&xlsx_parts(list)));
    imported(
        &site,
        &["vragen.xlsx", "--into", "2025-dag", "--write-back"],
    );
    let sheet = part(&site, "vragen-met-id.xlsx", "xl/worksheets/sheet0.xml");
    assert!(
        sheet.contains(
            "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>vraag:dan-dat</t></is></c><c r=\"B3\""
        ),
        "{sheet}"
    );
    copy_changes_nothing(&site, "vragen-met-id.xlsx");
    // Then each row has one.
    let said = imported(
        &site,
        &["vragen-met-id.xlsx", "--into", "2025-dag", "--dry-run"],
    );
    assert!(said.ends_with("er is niets gewijzigd.\n"), "{said}");
}

#[test]
fn other_tables_get_a_workbook_beside_them() {
    let mut site = site();
    site.write(
        "vragen.csv",
        "Titel;Regio;Status\nWie helpt?;Twente, Salland;open\nWaar kan het?;;gekoppeld\n",
    );
    site.write(
        "dag.ods",
        crate::tables::spreadsheet::ods(
            "== Deals\n1: Titel | Afgesproken | Termijn\n2: Samen | {45973 D-M-YYYY} | 2026-01-31\n3 verborgen: Later | |\n",
        ),
    );
    for (list, copy) in [
        ("vragen.csv", "vragen-met-id.xlsx"),
        ("dag.ods", "dag-met-id.xlsx"),
    ] {
        imported(&site, &[list, "--into", "2025-dag", "--write-back"]);
        copy_changes_nothing(&site, copy);
    }
    let strings = part(&site, "vragen-met-id.xlsx", "xl/sharedStrings.xml");
    assert!(strings.contains("<t>vraag:waar-kan-het</t>"), "{strings}");
}

#[test]
fn a_new_row_of_a_workbook_of_ours_keeps_its_text() {
    let mut site = site();
    super::exported(&site, &["lijst.xlsx", "2025-dag"]);
    let mut parts = parts(&site, "lijst.xlsx");
    for (name, text) in &mut parts {
        if name == "xl/worksheets/sheet3.xml" {
            *text = text.replace(
                "</sheetData>",
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Wie helpt?</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>een *ster*</t></is></c></row></sheetData>",
            );
        }
    }
    site.write("lijst.xlsx", zipped(&parts));
    imported(&site, &["lijst.xlsx", "--into", "2025-dag", "--write-back"]);
    assert_eq!(
        site.read("content/events/2025-dag/vragen.toml"),
        "[[vraag]]\ntitel = \"Wie helpt?\"\nid = \"wie-helpt\"\ntekst = 'een \\*ster\\*'\n"
    );
    copy_changes_nothing(&site, "lijst-met-id.xlsx");
    copy_changes_nothing(&site, "lijst.xlsx");
}
