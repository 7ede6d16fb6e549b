//! What was read of a table, as a text that people can read: a line a sheet, a column, a record, a
//! field.

use std::fmt::Write as _;

use oogst::diagnostic::{Diagnostic, Place};
use oogst::intake::rows::{FieldValue, NotTaken, ReadRows};
use oogst::words::Language;

/// All that was read of a table.
pub(crate) fn told(read: &ReadRows) -> String {
    let mut text = String::new();
    sheets(read, &mut text);
    for not_taken in &read.left_out {
        let sheet = |name: &Option<std::sync::Arc<str>>| name.as_deref().unwrap_or("-").to_owned();
        let what = match not_taken {
            NotTaken::Sheet { name, why } => {
                format!("blad {} ({why:?})", name.as_deref().unwrap_or("-"))
            }
            NotTaken::Column {
                sheet: name,
                header,
            } => format!("{}, kolom {header}", sheet(name)),
            NotTaken::RowsAbove { sheet: name, rows } => format!("{}, rij {rows:?}", sheet(name)),
            NotTaken::Comments { sheet: name, count } => {
                format!("{}, {count} opmerkingen", sheet(name))
            }
        };
        let _ = writeln!(text, "niet: {what}");
    }
    rows(read, &mut text);
    for diagnostic in &read.diagnostics {
        let _ = writeln!(text, "{}", in_short(diagnostic));
    }
    text
}

fn sheets(read: &ReadRows, text: &mut String) {
    for sheet in &read.sheets {
        let name = sheet.name.as_deref().unwrap_or("-");
        let kinds: Vec<&str> = sheet
            .kinds
            .iter()
            .map(|kind| kind.schema().name.nl)
            .collect();
        let columns: Vec<String> = sheet
            .columns
            .iter()
            .map(|column| format!("{} → {}", column.header, column.keys.join(", ")))
            .collect();
        let _ = writeln!(
            text,
            "blad {name}: kop op rij {}, {} rijen ({})",
            sheet.header_row,
            sheet.rows,
            kinds.join(", ")
        );
        let _ = writeln!(text, "  {}", columns.join(" · "));
        if !sheet.hidden_rows.is_empty() {
            let _ = writeln!(text, "  verborgen: {:?}", sheet.hidden_rows);
        }
    }
}

fn rows(read: &ReadRows, text: &mut String) {
    for row in &read.rows {
        let sign = if row.has_error { "!" } else { "" };
        let id = row
            .id
            .as_ref()
            .map_or_else(String::new, |id| format!(" {id}"));
        let kind = row.kind.schema().name.nl;
        let _ = writeln!(text, "{}{sign} {kind}{id}", row.number);
        for field in &row.fields {
            let key = field.key.written(row.kind, Language::Nl);
            let _ = writeln!(text, "    {key} = {}", value(&field.value));
        }
        let empty: Vec<String> = row
            .empty
            .iter()
            .map(|key| key.written(row.kind, Language::Nl))
            .collect();
        if !empty.is_empty() {
            let _ = writeln!(text, "    leeg: {}", empty.join(", "));
        }
    }
}

fn value(value: &FieldValue) -> String {
    match value {
        FieldValue::Line(text) => format!("{text:?}"),
        FieldValue::Markdown(text) => format!("markdown {text:?}"),
        FieldValue::List(items) => format!("{items:?}"),
        FieldValue::Date(date) => date.to_string(),
        FieldValue::Time(time) => time.strftime("%H:%M").to_string(),
        FieldValue::Integer(number) => number.to_string(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Bool(value) => value.to_string(),
        FieldValue::Tile(..) | FieldValue::Groups(_) => format!("{value:?}"),
    }
}

/// A message in one line: `unknown-region E9 geen regio … => Twente`.
fn in_short(diagnostic: &Diagnostic) -> String {
    let place = match &diagnostic.place {
        Place::Cell(cell) => {
            let row = cell.row.map(|row| format!("rij {row}"));
            cell.address().or(row).unwrap_or_else(|| "blad".to_owned())
        }
        _ => "bestand".to_owned(),
    };
    let message = diagnostic.code.message(Language::Nl, &diagnostic.arguments);
    let meant = diagnostic
        .suggestion
        .as_ref()
        .map_or_else(String::new, |meant| format!(" => {meant}"));
    format!("{} {place} {message}{meant}", diagnostic.code.id())
}
