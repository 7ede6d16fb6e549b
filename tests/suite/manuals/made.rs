//! The files of other programs that a manual shows as people see them.

use std::fmt::Write as _;

use crate::import::made::{docx, p, point, r};
use crate::tables::workbook::xlsx;

/// A workbook with one sheet, of a table in Markdown.
pub(super) fn workbook(sheet: &str, table: &str) -> Vec<u8> {
    let mut text = format!("== {sheet}\n");
    let rows = table.lines().filter(|line| !line.starts_with("| ---"));
    for (number, row) in rows.enumerate() {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let _ = writeln!(text, "{}: {}", number + 1, cells.join(" | "));
    }
    xlsx(&text)
}

/// A document as a quote in Markdown shows it: its title, headings, points and paragraphs.
pub(super) fn document(quote: &str) -> Vec<u8> {
    let lines = quote
        .lines()
        .map(|line| line.trim_start_matches('>').trim());
    let text = lines.collect::<Vec<_>>().join("\n");
    let paragraphs = text.split("\n\n").flat_map(|block| {
        if block.trim_start().starts_with("- ") {
            block.lines().collect()
        } else {
            vec![block]
        }
    });
    let body = paragraphs.map(|block| {
        let block = block.trim().replace('\n', " ");
        if let Some(heading) = block.strip_prefix("## ") {
            p("Kop1", &r(heading))
        } else if let Some(title) = block.strip_prefix("# ") {
            p("Titel", &r(title))
        } else if let Some(words) = block.strip_prefix("- ") {
            point(1, 0, words)
        } else {
            p("", &r(&block))
        }
    });
    docx(&body.collect::<String>()).bytes()
}
