//! Tables of other programs: texts with separators, workbooks of Excel and of `LibreOffice`.

use std::io::{Cursor, Write as _};

use bolero::check;
use oogst::diagnostic::print_all;
use oogst::intake::rows::{Known, TableChoices, read};
use oogst::intake::table::{SheetIds, with_ids};
use oogst::schema::Kind;
use oogst::source::{SourcePath, Sources};
use oogst::words::Language;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::watch::{LONGEST, TIME, Watch};
use crate::words::text;
use crate::words_of_tables::{SEPARATED, SPREADSHEET, WORKBOOK};

/// Reads a table, and tells what is wrong with it.
fn is_read(bytes: &[u8], name: &str) {
    let mut known = Known::new(Language::Nl, Some(2025));
    known.add(Kind::Region, "twente", ["Twente"]);
    known.add(Kind::Organisation, "x", ["X"]);
    let rows = read(
        bytes,
        &SourcePath::new(name),
        &TableChoices::default(),
        &known,
    );
    for row in &rows.rows {
        assert!(row.sheet < rows.sheets.len() && row.number > 0);
        for field in &row.fields {
            assert!(!field.key.written(row.kind, Language::Nl).is_empty());
            assert!(rows.place(row, Some(field)).address().is_some());
        }
    }
    let sheets: Vec<SheetIds> = rows
        .sheets
        .iter()
        .map(|sheet| SheetIds {
            name: sheet.name.as_deref().map(ToOwned::to_owned),
            header_row: sheet.header_row,
            column: sheet.id_column,
            head: "oogst-id".to_owned(),
            ids: [(sheet.header_row + 1, "vraag:x".to_owned())].into(),
        })
        .collect();
    drop(with_ids(bytes, &sheets));
    let said = print_all(&rows.diagnostics, &Sources::default(), Language::Nl, false);
    assert!(!said.contains('\u{1B}'), "{said:?}");
}

/// A zipped file of these parts.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in parts {
        writer.start_file(*name, options).expect("a part begins");
        writer
            .write_all(text.as_bytes())
            .expect("a part is written");
    }
    writer.finish().expect("a file is made").into_inner()
}

#[test]
fn texts_with_separators() {
    let watch = Watch::over("texts with separators");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                is_read(bytes, "vragen.csv");
                is_read(text(bytes, SEPARATED).as_bytes(), "lijst.csv");
            });
        });
}

#[test]
fn workbooks_of_excel() {
    let watch = Watch::over("workbooks of Excel");
    let workbook = "<workbook><sheets><sheet name=\"Vragen\" r:id=\"a\"/><sheet name=\"Deals\" r:id=\"b\"/></sheets></workbook>";
    let related = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"/xl/b.xml\"/>\
                   <Relationship Id=\"s\" Type=\"x/styles\" Target=\"s.xml\"/><Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></Relationships>";
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let made = text(bytes, WORKBOOK);
                let sheet = format!("<worksheet><sheetData>{made}</sheetData></worksheet>");
                let styles = format!(
                    "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs>{made}</styleSheet>"
                );
                let strings =
                    format!("<sst><si><t>Titel</t></si><si><t>Regio</t></si>{made}</sst>");
                is_read(
                    &zipped(&[
                        ("xl/workbook.xml", workbook),
                        ("xl/_rels/workbook.xml.rels", related),
                        ("xl/a.xml", &sheet),
                        ("xl/b.xml", &made),
                        ("xl/s.xml", &styles),
                        ("xl/t.xml", &strings),
                    ]),
                    "a.xlsx",
                );
                is_read(
                    &zipped(&[
                        ("xl/workbook.xml", &made),
                        ("xl/_rels/workbook.xml.rels", &made),
                    ]),
                    "a.xlsx",
                );
            });
        });
}

#[test]
fn workbooks_of_libreoffice() {
    let watch = Watch::over("workbooks of LibreOffice");
    let kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let made = text(bytes, SPREADSHEET);
                let table = format!("<office:spreadsheet><table:table table:name=\"Vragen\">{made}</table:table></office:spreadsheet>");
                is_read(&zipped(&[kind, ("content.xml", &table)]), "a.ods");
                is_read(&zipped(&[kind, ("content.xml", &made)]), "a.ods");
                is_read(&zipped(&[kind, ("content.xml", &String::from_utf8_lossy(bytes))]), "a.ods");
            });
        });
}
