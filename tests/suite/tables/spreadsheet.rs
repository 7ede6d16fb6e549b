//! Workbooks made of a text that people can read, as `LibreOffice` keeps them.

use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::{DateTime, date};

use super::workbook::{Written, WrittenSheet, escaped, sheets, zipped};

/// The workbook as `LibreOffice` keeps it.
pub(crate) fn ods(text: &str) -> Vec<u8> {
    let mut tables = String::new();
    for sheet in sheets(text) {
        let style = if sheet.hidden {
            "onzichtbaar"
        } else {
            "zichtbaar"
        };
        let _ = write!(
            tables,
            "<table:table table:name=\"{}\" table:style-name=\"{style}\">",
            escaped(&sheet.name)
        );
        for column in 0..26 {
            let seen = if sheet.hidden_columns.contains(&column) {
                " table:visibility=\"collapse\""
            } else {
                ""
            };
            let _ = write!(tables, "<table:table-column{seen}/>");
        }
        rows(&sheet, &mut tables);
        tables.push_str("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>");
    }
    let names: String = ["office", "table", "text", "style"]
        .iter()
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .collect();
    let styles = "<office:automatic-styles><style:style style:name=\"zichtbaar\"><style:table-properties table:display=\"true\"/></style:style>\
                  <style:style style:name=\"onzichtbaar\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>";
    zipped(&[
        (
            "mimetype".to_owned(),
            "application/vnd.oasis.opendocument.spreadsheet".to_owned(),
        ),
        (
            "content.xml".to_owned(),
            format!(
                "<office:document-content{names}>{styles}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}

/// The rows of a sheet; empty ones are repeated.
fn rows(sheet: &WrittenSheet, tables: &mut String) {
    let mut next = 1;
    for row in &sheet.rows {
        if row.number > next {
            let empty = row.number - next;
            let _ = write!(
                tables,
                "<table:table-row table:number-rows-repeated=\"{empty}\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            );
        }
        next = row.number + 1;
        let seen = if row.hidden {
            " table:visibility=\"collapse\""
        } else {
            ""
        };
        let _ = write!(tables, "<table:table-row{seen}>");
        for ((written, comment), letter) in row.cells.iter().zip(b'A'..) {
            let place = format!("{}{}:", char::from(letter), row.number);
            let merged = sheet.merged.iter().any(|range| range.starts_with(&place));
            tables.push_str(&ods_cell(written, comment.is_some(), merged));
        }
        tables.push_str(
            "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>",
        );
    }
}

fn ods_cell(written: &Written, has_comment: bool, merged: bool) -> String {
    let merged = if merged {
        " table:number-columns-spanned=\"2\""
    } else {
        ""
    };
    let comment = if has_comment {
        "<office:annotation><text:p>opmerking</text:p></office:annotation>"
    } else {
        ""
    };
    let paragraphs = |text: &str| {
        text.split('\n')
            .map(|line| {
                format!(
                    "<text:p>{}</text:p>",
                    escaped(line).replace("  ", " <text:s/>")
                )
            })
            .collect::<String>()
    };
    let (attributes, shown) = match written {
        Written::Nothing => (String::new(), String::new()),
        Written::Text(text) => ("office:value-type=\"string\"".to_owned(), paragraphs(text)),
        Written::Number(number, format) => ods_number(*number, format),
        Written::Yes => (
            "office:value-type=\"boolean\" office:boolean-value=\"true\"".to_owned(),
            paragraphs("WAAR"),
        ),
        Written::Error(error) => (
            "table:formula=\"of:=X\" office:value-type=\"string\" calcext:value-type=\"error\""
                .to_owned(),
            paragraphs(error),
        ),
        Written::Formula(None) => ("table:formula=\"of:=X\"".to_owned(), String::new()),
        Written::Formula(Some(text)) => (
            "table:formula=\"of:=X\" office:value-type=\"string\"".to_owned(),
            paragraphs(text),
        ),
    };
    format!("<table:table-cell{merged} {attributes}>{comment}{shown}</table:table-cell>")
}

fn ods_number(number: f64, format: &str) -> (String, String) {
    // Days after the year 2300 are no days.
    let moment = day_and_time(number.min(150_000.0));
    let lower = format.to_lowercase();
    let (attributes, shown) = match (lower.contains('y'), lower.contains('h')) {
        (true, false) => (
            format!(
                "office:value-type=\"date\" office:date-value=\"{}\"",
                moment.date()
            ),
            moment.date().to_string(),
        ),
        (true, true) => (
            format!("office:value-type=\"date\" office:date-value=\"{moment}\""),
            moment.to_string(),
        ),
        (false, true) => (
            format!(
                "office:value-type=\"time\" office:time-value=\"PT{:02}H{:02}M{:02}S\"",
                moment.hour(),
                moment.minute(),
                moment.second()
            ),
            moment.time().to_string(),
        ),
        _ if lower.contains('%') => (
            format!("office:value-type=\"percentage\" office:value=\"{number}\""),
            format!("{:.1}%", number * 100.0),
        ),
        _ => {
            let width = if lower.starts_with('0') {
                lower.len()
            } else {
                0
            };
            (
                format!("office:value-type=\"float\" office:value=\"{number}\""),
                format!("{number:0width$}"),
            )
        }
    };
    (attributes, format!("<text:p>{shown}</text:p>"))
}

/// The day and time that a count of days means.
fn day_and_time(days: f64) -> DateTime {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "tests have days of this century"
    )]
    let seconds = (days * 86_400.0).round() as i64;
    let first = date(1899, 12, 30).at(0, 0, 0, 0);
    first.checked_add(seconds.seconds()).expect("a day")
}
