//! Files that were made to fill the memory, to take for ever, or to look like others: each ends soon,
//! in a message.

use std::time::{Duration, Instant};

use oogst::diagnostic::Code;
use oogst::words::Language;

use super::read_as;
use super::workbook::{xlsx_parts, zipped};

/// Far more than any takes here: debug builds on a machine that is busy.
const PATIENCE: Duration = Duration::from_mins(1);

/// The codes of what is said of a file.
fn codes(bytes: &[u8], name: &str) -> Vec<Code> {
    let start = Instant::now();
    let read = read_as(bytes, name, &[], Language::Nl);
    assert!(
        start.elapsed() < PATIENCE,
        "{name} took {:?}",
        start.elapsed()
    );
    assert!(read.rows.is_empty(), "{name}");
    read.diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect()
}

/// A workbook in which the first sheet is this.
fn with_sheet(sheet: &str) -> Vec<u8> {
    with_part(
        "xl/worksheets/sheet0.xml",
        &format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>"),
    )
}

fn with_part(name: &str, text: &str) -> Vec<u8> {
    let mut parts = xlsx_parts("== Vragen\n1: Titel | Regio\n");
    for part in parts.iter_mut().filter(|part| part.0 == name) {
        text.clone_into(&mut part.1);
    }
    zipped(&parts)
}

fn spreadsheet(rows: &str) -> Vec<u8> {
    zipped(&[
        (
            "mimetype".to_owned(),
            "application/vnd.oasis.opendocument.spreadsheet".to_owned(),
        ),
        (
            "content.xml".to_owned(),
            format!(
                "<office:spreadsheet><table:table table:name=\"Vragen\">{rows}</table:table></office:spreadsheet>"
            ),
        ),
    ])
}

#[test]
fn far_corners_and_repeats_take_no_room() {
    let corners = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    assert_eq!(
        codes(&with_sheet(corners), "a.xlsx"),
        [Code::NothingInTable]
    );
    let cell = "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let repeated =
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    assert_eq!(
        codes(&spreadsheet(&repeated), "a.ods"),
        [Code::ImportTooLarge]
    );
    let empty = "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell table:number-columns-repeated=\"4294967295\"/></table:table-row>";
    assert_eq!(
        codes(&spreadsheet(&empty.repeat(3)), "a.ods"),
        [Code::NothingInTable]
    );
}

#[test]
fn a_text_that_all_cells_share_counts_for_each() {
    let strings = format!(
        "<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>",
        "x".repeat(99_999)
    );
    let mut parts = xlsx_parts("== Vragen\n1: Titel | Regio\n");
    for (name, text) in &mut parts {
        match name.as_str() {
            "xl/sharedStrings.xml" => text.clone_from(&strings),
            "xl/worksheets/sheet0.xml" => {
                let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(10));
                *text = format!(
                    "<worksheet><sheetData>{}</sheetData></worksheet>",
                    row.repeat(1_000)
                );
            }
            _ => {}
        }
    }
    assert_eq!(codes(&zipped(&parts), "a.xlsx"), [Code::ImportTooLarge]);
}

#[test]
fn more_than_a_person_fills_in_is_refused() {
    let row = "<row><c><v>1</v></c></row>";
    assert_eq!(
        codes(&with_sheet(&row.repeat(20_001)), "a.xlsx"),
        [Code::ImportTooLarge]
    );
    let wide = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(201));
    assert_eq!(codes(&with_sheet(&wide), "a.xlsx"), [Code::ImportTooLarge]);
    let long = format!(
        "<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>",
        "é".repeat(100_001)
    );
    assert_eq!(codes(&with_sheet(&long), "a.xlsx"), [Code::ImportTooLarge]);
    let looks = format!("<row>{}</row>", "<c s=\"1\"/>".repeat(16_000)).repeat(130);
    assert_eq!(codes(&with_sheet(&looks), "a.xlsx"), [Code::ImportTooLarge]);
    assert_eq!(
        codes(&b";".repeat(1_000_000), "a.csv"),
        [Code::ImportTooLarge]
    );
    assert_eq!(
        codes(&b"a;b\n".repeat(20_001), "a.csv"),
        [Code::ImportTooLarge]
    );
    assert_eq!(
        codes(&b"\n".repeat(1_048_577), "a.csv"),
        [Code::ImportTooLarge]
    );
}

#[test]
fn what_is_no_table_is_told_of_as_such() {
    let declares = with_part(
        "xl/worksheets/sheet0.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&f;&a;</t></is></c></row></sheetData></worksheet>",
    );
    assert_eq!(codes(&declares, "a.xlsx"), [Code::ImportOdd]);
    let counts = with_part(
        "xl/sharedStrings.xml",
        "<sst count=\"400000000\" uniqueCount=\"400000000\"><si><t>a</t></si></sst>",
    );
    assert_eq!(codes(&counts, "a.xlsx"), [Code::ImportOdd]);
    let deep = with_sheet(&format!(
        "<row>{}{}</row>",
        "<x>".repeat(100_000),
        "</x>".repeat(100_000)
    ));
    assert_eq!(codes(&deep, "a.xlsx"), [Code::ImportOdd]);
    for broken in [
        "<row r=\"0\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"2\"/><row r=\"2\"/>",
        "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row><c r=\"ZZZZ1\"/></row>",
        "<row><c t=\"inlineStr\"><is><t>&onbekend;</t></is></c></row>",
        "<row></c>",
    ] {
        assert_eq!(
            codes(&with_sheet(broken), "a.xlsx"),
            [Code::ImportDamaged],
            "{broken}"
        );
    }
    let nowhere = with_part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r0\" Type=\"x/worksheet\" Target=\"../../../etc/passwd\"/></Relationships>",
    );
    assert_eq!(codes(&nowhere, "a.xlsx"), [Code::NothingInTable]);
    for (bytes, name) in [
        (&b"%PDF-1.7\n"[..], "vragen.csv"),
        (b"{\\rtf1 x}", "vragen.csv"),
        (b"\0\0\x01\0", "vragen.csv"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "vragen.xlsx"),
    ] {
        assert_eq!(codes(bytes, name), [Code::ImportKind], "{bytes:?}");
    }
    assert_eq!(codes(b"", "vragen.csv"), [Code::NothingInTable]);
}
