//! Files that were made to do harm end in a message, soon, and change nothing.

use std::time::{Duration, Instant};

use super::imported;
use super::made::{docx, odt, p, r, zipped};
use crate::harness::Site;
use crate::program::Ran;

/// Far more than any of them takes, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

fn ended(name: &str, bytes: &[u8]) -> (Site, Ran) {
    let begun = Instant::now();
    let (site, ran) = imported(name, bytes);
    let took = begun.elapsed();
    ran.assert_ended(name, 20_000);
    assert!(took < PATIENCE, "{name} took {took:?}");
    (site, ran)
}

fn refused(code: &str, name: &str, bytes: &[u8]) {
    let (site, ran) = ended(name, bytes);
    assert!(ran.err.contains(code), "{code}: {}", ran.err);
    assert!(!site.at("content/events").exists(), "nothing is written");
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let bomb = docx("").part("word/theme/theme1.xml", vec![b' '; 70_000_000]);
    refused("import-too-large", "bom.docx", &bomb.bytes());
    let text = p("", &r(&"a".repeat(5_000_000)));
    refused("import-too-large", "lang.docx", &docx(&text).bytes());
    let many = "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(400_000);
    refused("import-too-large", "veel.docx", &docx(&many).bytes());
}

#[test]
fn what_nests_without_end_is_refused() {
    let tables = "<w:tbl><w:tr><w:tc>".repeat(200_000);
    refused("import-odd", "tabellen.docx", &docx(&tables).bytes());
    let spans = "<text:p><text:span>".repeat(200_000);
    refused("import-odd", "spans.odt", &odt("", &spans, &[]));
    refused(
        "import-odd",
        "divs.html",
        format!("<html>{}", "<div>".repeat(200_000)).as_bytes(),
    );
}

#[test]
fn what_leads_elsewhere_is_never_followed() {
    let parts =
        |document: &str| zipped(&[("word/document.xml".to_owned(), document.as_bytes().to_vec())]);
    refused(
        "import-odd",
        "dtd.docx",
        &parts(
            "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:document>&a;</w:document>",
        ),
    );
    let document = docx(&p("", &r("Tekst.")))
        .relation("f", "footnotes", "../../../../etc/passwd", false)
        .relation("h", "header", "/etc/hostname", false);
    let (_, ran) = ended("paden.docx", &document.bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn numbers_that_are_too_large_are_only_numbers() {
    let cell = |properties: &str| {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
            p("", &r("a"))
        )
    };
    let wide = cell("<w:gridSpan w:val=\"4294967295\"/>");
    let body = format!(
        "<w:tbl><w:tr>{wide}{wide}</w:tr></w:tbl>{}",
        p("", &r("99999999999999999999. a"))
    );
    let (_, ran) = ended("breed.docx", &docx(&body).bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let row = "<table:table-row><table:table-cell table:number-columns-repeated=\"2000000000\"/></table:table-row>".repeat(3_000);
    ended(
        "breed.odt",
        &odt("", &format!("<table:table>{row}</table:table>"), &[]),
    );
}

#[test]
fn tags_and_signs_without_end_take_time_by_their_number() {
    let many: String = (0..200_000)
        .map(|number| format!(" a{number}=\"1\""))
        .collect();
    for page in [
        format!("<html><p{many}>a</p>"),
        format!("<html>{}", "<b>".repeat(200)),
        format!("<html>{}", "</b>".repeat(500_000)),
        format!("<html>{}", "<p>a<![".repeat(100_000)),
        format!("<html><script>{}", "</s".repeat(500_000)),
        format!("<html><p>{}", "&am".repeat(500_000)),
    ] {
        ended("tekens.html", page.as_bytes());
    }
}

#[test]
fn a_document_with_any_byte_changed_is_a_message_or_an_event() {
    let whole = docx(&[p("Kop1", &r("Kop")), p("", &r("Tekst."))].concat()).bytes();
    for place in (0..whole.len()).step_by(whole.len() / 12) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x55;
        ended("stuk.docx", &bytes);
    }
}
