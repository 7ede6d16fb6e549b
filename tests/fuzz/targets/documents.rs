//! Documents of other programs: whatever their parts hold, reading them ends, and what comes of it
//! can be written.

use std::io::{Cursor, Write as _};

use bolero::check;
use oogst::intake::document::{NamedPicture, markdown, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::watch::{LONGEST, TIME, Watch};
use crate::words::{OFFICE, text};

/// A zipped file of these parts.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part begins");
        writer.write_all(bytes).expect("a part is written");
    }
    writer.finish().expect("a file is made").into_inner()
}

/// Reads a file, and writes what came of it.
fn is_taken_over(file: &[u8]) -> bool {
    let Ok(document) = read(file) else {
        return false;
    };
    let named = NamedPicture {
        file: "media/a.png".to_owned(),
        alt: String::new(),
    };
    let pictures = vec![named; document.pictures.len()];
    assert!(oogst::source::normalise(markdown(&document, &pictures, 1).as_bytes()).is_ok());
    true
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

#[test]
fn word_documents() {
    let watch = Watch::over("word documents");
    let of = |body: &str| {
        let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
        let styles = format!("<w:styles {WORD}>{body}</w:styles>");
        zipped(&[
            ("word/document.xml", document.as_bytes()),
            ("word/styles.xml", styles.as_bytes()),
            ("word/numbering.xml", styles.as_bytes()),
            ("word/footnotes.xml", styles.as_bytes()),
            ("word/_rels/document.xml.rels", body.as_bytes()),
        ])
    };
    assert!(
        is_taken_over(&of("<w:p><w:r><w:t>a</w:t></w:r></w:p>")),
        "a whole one is read, so this shows something"
    );
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                is_taken_over(&of(&text(bytes, OFFICE)));
                is_taken_over(bytes);
                let mut changed = of("<w:p><w:r><w:t>a</w:t></w:r></w:p>");
                for pair in bytes.chunks_exact(2).take(4) {
                    let place = usize::from(pair[0]) * 7 % changed.len();
                    changed[place] = pair[1];
                }
                is_taken_over(&changed);
            });
        });
}

#[test]
fn open_documents_and_pages() {
    let watch = Watch::over("open documents and pages");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let body = text(bytes, OFFICE);
                let content = format!("<o:c><o:body><o:text>{body}</o:text></o:body></o:c>");
                is_taken_over(&zipped(&[
                    ("mimetype", b"application/vnd.oasis.opendocument.text"),
                    ("content.xml", content.as_bytes()),
                ]));
                is_taken_over(format!("<html>{body}").as_bytes());
                is_taken_over(&[b"<html>", bytes].concat());
            });
        });
}
