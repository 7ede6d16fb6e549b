//! Workbooks made of a text that people can read, as Excel keeps them.
//!
//! `== Vragen` begins a sheet, `== (verborgen) oud` a hidden one, `samen A4:C4` joins cells, `verborgen F`
//! hides a column. Any other line is a row: `5: Soort | Titel`, or `12 verborgen: …`. A cell is text (with
//! `\n` for a line break and `\_` for a no-break space), a number with the code of its format
//! (`{45973 D-M-YYYY}`), `{ja}`, an error (`#N/A`), a formula without its result (`=A1`) or with it
//! (`=A1 => tekst`). Behind ` ^` stands a comment.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A cell of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    Nothing,
    Text(String),
    Number(f64, String),
    Yes,
    Error(String),
    Formula(Option<String>),
}

#[derive(Debug, Clone)]
pub(super) struct WrittenRow {
    pub(super) number: u32,
    pub(super) hidden: bool,
    pub(super) cells: Vec<(Written, Option<String>)>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct WrittenSheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) rows: Vec<WrittenRow>,
    pub(super) merged: Vec<String>,
    pub(super) hidden_columns: Vec<u32>,
}

/// A zipped file of these parts.
pub(crate) fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        writer
            .start_file(name.as_str(), options)
            .expect("a part begins");
        writer
            .write_all(text.as_bytes())
            .expect("a part is written");
    }
    writer.finish().expect("a file is made").into_inner()
}

/// The sheets of a text.
pub(super) fn sheets(text: &str) -> Vec<WrittenSheet> {
    let mut sheets: Vec<WrittenSheet> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(name) = line.strip_prefix("== ") {
            let hidden = name.strip_prefix("(verborgen) ");
            sheets.push(WrittenSheet {
                name: hidden.unwrap_or(name).to_owned(),
                hidden: hidden.is_some(),
                ..WrittenSheet::default()
            });
            continue;
        }
        let sheet = sheets.last_mut().expect("a sheet has begun");
        if let Some(range) = line.strip_prefix("samen ") {
            sheet.merged.push(range.to_owned());
        } else if let Some(letter) = line.strip_prefix("verborgen ") {
            sheet
                .hidden_columns
                .push(u32::from(letter.as_bytes()[0] - b'A'));
        } else {
            let (number, cells) = line.split_once(':').expect("a row has a number");
            let hidden = number.strip_suffix(" verborgen");
            sheet.rows.push(WrittenRow {
                number: hidden.unwrap_or(number).parse().expect("a number"),
                hidden: hidden.is_some(),
                cells: cells.split(" |").map(cell).collect(),
            });
        }
    }
    sheets
}

fn cell(text: &str) -> (Written, Option<String>) {
    let (text, comment) = match text.split_once(" ^") {
        Some((text, comment)) => (text, Some(comment.to_owned())),
        None => (text, None),
    };
    let text = text.strip_prefix(' ').unwrap_or(text);
    let plain = text.replace("\\n", "\n").replace("\\_", "\u{A0}");
    let written = match text.as_bytes().first() {
        None => Written::Nothing,
        Some(b'{') if text == "{ja}" => Written::Yes,
        Some(b'{') => {
            let inner = text.trim_matches(['{', '}']);
            let (number, format) = inner.split_once(' ').unwrap_or((inner, "General"));
            Written::Number(number.parse().expect("a number"), format.to_owned())
        }
        Some(b'#') => Written::Error(plain),
        Some(b'=') => {
            let result = text.split_once(" => ").map(|(_, result)| result.to_owned());
            Written::Formula(result)
        }
        Some(_) => Written::Text(plain),
    };
    (written, comment)
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// The workbook as Excel keeps it.
pub(crate) fn xlsx(text: &str) -> Vec<u8> {
    zipped(&xlsx_parts(text))
}

/// Its parts.
pub(crate) fn xlsx_parts(text: &str) -> Vec<(String, String)> {
    let sheets = sheets(text);
    let mut formats: Vec<String> = Vec::new();
    let mut strings = Vec::new();
    let mut parts = Vec::new();
    let (mut listed, mut related) = (String::new(), String::new());
    for (index, sheet) in sheets.iter().enumerate() {
        let state = if sheet.hidden { "hidden" } else { "visible" };
        let name = escaped(&sheet.name);
        let _ = write!(
            listed,
            "<sheet name=\"{name}\" sheetId=\"{index}\" state=\"{state}\" r:id=\"r{index}\"/>"
        );
        let _ = write!(
            related,
            "<Relationship Id=\"r{index}\" Type=\"{KIND}/worksheet\" Target=\"worksheets/sheet{index}.xml\"/>"
        );
        let (body, comments) = xlsx_sheet(sheet, &mut formats, &mut strings);
        parts.push((
            format!("xl/worksheets/sheet{index}.xml"),
            format!("<worksheet {MAIN}>{body}</worksheet>"),
        ));
        if !comments.is_empty() {
            parts.push((
                format!("xl/worksheets/_rels/sheet{index}.xml.rels"),
                format!("<Relationships><Relationship Id=\"c\" Type=\"{KIND}/comments\" Target=\"../comments{index}.xml\"/></Relationships>"),
            ));
            parts.push((
                format!("xl/comments{index}.xml"),
                format!("<comments {MAIN}><commentList>{comments}</commentList></comments>"),
            ));
        }
    }
    parts.extend(shared_parts(&formats, &strings));
    parts.extend([
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook {MAIN} xmlns:r=\"{KIND}\"><workbookPr/><sheets>{listed}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{related}<Relationship Id=\"s\" Type=\"{KIND}/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"{KIND}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"),
        ),
    ]);
    parts
}

/// The looks of cells, and the texts that they share.
fn shared_parts(formats: &[String], strings: &[String]) -> [(String, String); 2] {
    let numbers = || (164..).take(formats.len());
    let codes: String = numbers()
        .zip(formats)
        .map(|(number, code)| {
            format!(
                "<numFmt numFmtId=\"{number}\" formatCode=\"{}\"/>",
                escaped(code)
            )
        })
        .collect();
    let styles: String = numbers()
        .map(|number| format!("<xf numFmtId=\"{number}\"/>"))
        .collect();
    let texts: String = strings
        .iter()
        .map(|text| format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(text)))
        .collect();
    let count = strings.len();
    [
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet {MAIN}><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!("<sst {MAIN} count=\"{count}\" uniqueCount=\"{count}\">{texts}</sst>"),
        ),
    ]
}

/// The rows of a sheet, and its comments.
fn xlsx_sheet(
    sheet: &WrittenSheet,
    formats: &mut Vec<String>,
    strings: &mut Vec<String>,
) -> (String, String) {
    let (mut body, mut comments) = (String::new(), String::new());
    let hidden = sheet.hidden_columns.iter().map(|column| column + 1);
    let hidden: String = hidden
        .map(|column| format!("<col min=\"{column}\" max=\"{column}\" hidden=\"1\"/>"))
        .collect();
    let _ = write!(body, "<cols>{hidden}</cols><sheetData>");
    for row in &sheet.rows {
        let hidden = if row.hidden { " hidden=\"1\"" } else { "" };
        let _ = write!(body, "<row r=\"{}\"{hidden}>", row.number);
        for ((written, comment), letter) in row.cells.iter().zip(b'A'..) {
            let place = format!("{}{}", char::from(letter), row.number);
            if comment.is_some() {
                let _ = write!(
                    comments,
                    "<comment ref=\"{place}\"><text><t>opmerking</t></text></comment>"
                );
            }
            let _ = match written {
                Written::Nothing => Ok(()),
                // Half of the texts are shared, as Excel does, half stand in their cells.
                Written::Text(text) if letter % 2 == 0 => {
                    strings.push(text.clone());
                    write!(
                        body,
                        "<c r=\"{place}\" t=\"s\"><v>{}</v></c>",
                        strings.len() - 1
                    )
                }
                Written::Text(text) => write!(
                    body,
                    "<c r=\"{place}\" t=\"inlineStr\"><is><r><t>{}</t></r></is></c>",
                    escaped(text)
                ),
                Written::Number(number, format) => {
                    let style = style(formats, format);
                    write!(body, "<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>")
                }
                Written::Yes => write!(body, "<c r=\"{place}\" t=\"b\"><v>1</v></c>"),
                Written::Error(error) => {
                    write!(body, "<c r=\"{place}\" t=\"e\"><f>X1</f><v>{error}</v></c>")
                }
                Written::Formula(None) => write!(body, "<c r=\"{place}\"><f>X1</f><v></v></c>"),
                Written::Formula(Some(text)) => write!(
                    body,
                    "<c r=\"{place}\" t=\"str\"><f>X1</f><v>{}</v></c>",
                    escaped(text)
                ),
            };
        }
        body.push_str("</row>");
    }
    let merged: String = sheet
        .merged
        .iter()
        .map(|range| format!("<mergeCell ref=\"{range}\"/>"))
        .collect();
    let _ = write!(body, "</sheetData><mergeCells>{merged}</mergeCells>");
    (body, comments)
}

fn style(formats: &mut Vec<String>, format: &str) -> usize {
    if format == "General" {
        return 0;
    }
    let place = formats
        .iter()
        .position(|own| own == format)
        .unwrap_or_else(|| {
            formats.push(format.to_owned());
            formats.len() - 1
        });
    place + 1
}
