//! What the guard lets through, and what it refuses.

use super::zipped;
use crate::intake::package::{Package, PackageKind};
use crate::intake::refused::{Foreign, Refused};

const DOCUMENT: (&str, &[u8]) = ("word/document.xml", b"<w:document/>");

fn kind(bytes: &[u8]) -> Result<PackageKind, Refused> {
    Package::open(bytes).map(|package| package.kind())
}

/// A file with one part under another name of the same length.
fn renamed(mut bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    for place in 0..bytes.len() - from.len() {
        if bytes[place..].starts_with(from.as_bytes()) {
            bytes[place..place + from.len()].copy_from_slice(to.as_bytes());
        }
    }
    bytes
}

/// Where the end of the directory stands.
fn end_of(bytes: &[u8]) -> usize {
    bytes.len() - 22
}

#[test]
fn a_file_is_what_its_parts_say() {
    let text = b"application/vnd.oasis.opendocument.text" as &[u8];
    let sheet = b"application/vnd.oasis.opendocument.spreadsheet" as &[u8];
    let slides = b"application/vnd.oasis.opendocument.presentation" as &[u8];
    let content = ("content.xml", b"<a/>" as &[u8]);
    for (parts, expected) in [
        (vec![DOCUMENT], Ok(PackageKind::Document)),
        (
            vec![("word/document2.xml", b"" as &[u8])],
            Ok(PackageKind::Document),
        ),
        (
            vec![("xl/workbook.xml", b"<a/>")],
            Ok(PackageKind::Workbook),
        ),
        (vec![("mimetype", text), content], Ok(PackageKind::Text)),
        (
            vec![("mimetype", sheet), content],
            Ok(PackageKind::Spreadsheet),
        ),
        (
            vec![("mimetype", slides), content],
            Err(Foreign::Presentation),
        ),
        (vec![content], Err(Foreign::OtherZip)),
        (
            vec![("xl/workbook.bin", b"" as &[u8])],
            Err(Foreign::BinaryExcel),
        ),
        (
            vec![("ppt/presentation.xml", b"" as &[u8])],
            Err(Foreign::Presentation),
        ),
        (
            vec![("Index/Document.iwa", b"" as &[u8])],
            Err(Foreign::Apple),
        ),
        (vec![("a.txt", b"a" as &[u8])], Err(Foreign::OtherZip)),
        (vec![], Err(Foreign::OtherZip)),
    ] {
        let found = kind(&zipped(parts.iter().copied()));
        assert_eq!(found, expected.map_err(Refused::Kind), "{parts:?}");
    }
}

#[test]
fn what_is_not_zipped_is_refused_by_what_it_is() {
    const OLD: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let old = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [OLD, &[0; 100], &wide].concat()
    };
    assert_eq!(kind(b"%PDF-1.7"), Err(Refused::Kind(Foreign::Pdf)));
    assert_eq!(kind(b"{\\rtf1"), Err(Refused::Kind(Foreign::Rtf)));
    assert_eq!(kind(b""), Err(Refused::Kind(Foreign::Unknown)));
    assert_eq!(
        kind(&old("WordDocument")),
        Err(Refused::Kind(Foreign::OldWord))
    );
    assert_eq!(
        kind(&old("Workbook")),
        Err(Refused::Kind(Foreign::OldExcel))
    );
    assert_eq!(
        kind(&old("VisioDocument")),
        Err(Refused::Kind(Foreign::OldOffice))
    );
    assert_eq!(kind(&old("EncryptedPackage")), Err(Refused::Locked));
}

#[test]
fn a_part_is_found_by_its_name_whatever_its_capitals() {
    let file = zipped([DOCUMENT, ("word/media/Plaatje.PNG", b"plaatje")]);
    let mut package = Package::open(&file).expect("a document");
    assert_eq!(
        package.part("Word/Media/plaatje.png"),
        Ok(Some(b"plaatje".to_vec()))
    );
    assert_eq!(package.part("../word/media/plaatje.png"), Ok(None));
    assert_eq!(
        package.names().collect::<Vec<_>>(),
        ["word/document.xml", "word/media/Plaatje.PNG"]
    );
}

#[test]
fn what_unpacks_to_more_than_may_be_is_refused() {
    let blanks = vec![b' '; 33_000_000];
    // XML is counted before anything is read of it.
    let one = zipped([DOCUMENT, ("word/styles.xml", &blanks)]);
    assert_eq!(kind(&one), Ok(PackageKind::Document));
    let two = zipped([DOCUMENT, ("word/styles.xml", &blanks), ("a.rels", &blanks)]);
    assert_eq!(kind(&two), Err(Refused::UnpacksTooLarge));
    // Other parts are counted when they are read.
    let file = zipped([DOCUMENT, ("word/styles.xml", &blanks), ("a.png", &blanks)]);
    let mut package = Package::open(&file).expect("its XML is small enough");
    assert_eq!(package.part("a.png"), Err(Refused::UnpacksTooLarge));
    assert_eq!(kind(&vec![b'P'; 25_000_001]), Err(Refused::TooLarge));
}

#[test]
fn a_file_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..2_000).map(|number| format!("{number}.txt")).collect();
    let others = names.iter().map(|name| (name.as_str(), b"" as &[u8]));
    let file = zipped(others.chain([DOCUMENT]));
    assert_eq!(kind(&file), Err(Refused::TooManyParts));
    // A second directory that the end does not name is none.
    let mut hidden = file.clone();
    hidden.extend(zipped([DOCUMENT]));
    assert_eq!(kind(&hidden), Err(Refused::Damaged));
}

#[test]
fn a_grammar_of_its_own_is_refused_wherever_it_stands() {
    let doctype = b"<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>";
    let wide: Vec<u8> = doctype.iter().flat_map(|letter| [0, *letter]).collect();
    let late = [&vec![b' '; 65_536 + 64 - 4] as &[u8], doctype].concat();
    for part in [doctype as &[u8], &wide, &late] {
        let file = zipped([DOCUMENT, ("docProps/app.xml", part)]);
        assert_eq!(kind(&file), Err(Refused::DeclaresGrammar));
    }
}

#[test]
fn strings_that_are_more_than_fit_are_refused() {
    let workbook = ("xl/workbook.xml", b"<a/>" as &[u8]);
    let strings = |text: &str| {
        kind(&zipped([
            workbook,
            ("xl/sharedStrings.xml", text.as_bytes()),
        ]))
    };
    let fine = "<sst count=\"2\" uniqueCount=\"2\"><si><t>ja</t></si><si><t>nee</t></si></sst>";
    assert_eq!(strings(fine), Ok(PackageKind::Workbook));
    assert_eq!(
        strings("<sst><si><t>ja</t></si></sst>"),
        Ok(PackageKind::Workbook)
    );
    for count in [
        "\"4000000000\"",
        " = '4000000000'",
        "\"&#57;99\"",
        "\"99999999999999999999999\"",
    ] {
        let equals = if count.starts_with('"') { "=" } else { "" };
        let text = format!("<sst uniqueCount{equals}{count}/>");
        assert_eq!(strings(&text), Err(Refused::CountsTooMuch), "{text}");
    }
}

#[test]
fn a_file_with_a_password_is_refused() {
    let mut bytes = zipped([DOCUMENT]);
    let row = bytes
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .expect("a directory");
    bytes[row + 8] |= 1;
    assert_eq!(kind(&bytes), Err(Refused::Locked));
    let text = b"application/vnd.oasis.opendocument.text" as &[u8];
    let manifest = b"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let file = zipped([
        ("mimetype", text),
        ("content.xml", b"?" as &[u8]),
        ("META-INF/manifest.xml", manifest),
    ]);
    assert_eq!(kind(&file), Err(Refused::Locked));
}

#[test]
fn two_parts_of_one_name_are_refused() {
    let file = zipped([DOCUMENT, ("word/Document.xmk", b"<other/>")]);
    let file = renamed(file, "word/Document.xmk", "word/Document.xml");
    assert_eq!(kind(&file), Err(Refused::PartTwice));
}

#[test]
fn a_damaged_file_is_refused_and_never_read_beyond_its_end() {
    let whole = zipped([DOCUMENT, ("word/styles.xml", b"<w:styles/>")]);
    for length in 4..whole.len() {
        assert!(kind(&whole[..length]).is_err(), "the first {length} bytes");
    }
    for place in 0..whole.len() {
        for changed in [0, 0xFF, whole[place] ^ 1] {
            let mut bytes = whole.clone();
            bytes[place] = changed;
            // Whatever is said of it.
            if let Ok(mut package) = Package::open(&bytes) {
                let _ = package.part("word/document.xml");
            }
        }
    }
    let mut end = whole.clone();
    let place = end_of(&end) + 10;
    end[place] = 3;
    assert_eq!(kind(&end), Err(Refused::Damaged));
}
