//! What was read of a table, as a text that people can read: a line a sheet, a column, a record, a
//! field.

use std::fmt::Write as _;

use oogst::diagnostic::{Diagnostic, Place};
use oogst::intake::rows::{FieldValue, NotTaken, ReadRows};
use oogst::words::Language;

/// All that was read of a table.
pub(crate) fn told(read: &ReadRows) -> String {
    let mut text = String::new();
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
    for left_out in &read.left_out {
        let _ = match left_out {
            NotTaken::Sheet { name, why } => writeln!(
                text,
                "niet: blad {} ({why:?})",
                name.as_deref().unwrap_or("-")
            ),
            NotTaken::Column { sheet, header } => writeln!(
                text,
                "niet: {}, kolom {header}",
                sheet.as_deref().unwrap_or("-")
            ),
            NotTaken::RowsAbove { sheet, rows } => writeln!(
                text,
                "niet: {}, rij {rows:?}",
                sheet.as_deref().unwrap_or("-")
            ),
            NotTaken::Comments { sheet, count } => writeln!(
                text,
                "niet: {}, {count} opmerkingen",
                sheet.as_deref().unwrap_or("-")
            ),
        };
    }
    for row in &read.rows {
        let sign = if row.has_error { "!" } else { "" };
        let id = row
            .id
            .as_ref()
            .map_or_else(String::new, |id| format!(" {id}"));
        let _ = writeln!(
            text,
            "{}{sign} {}{id}",
            row.number,
            row.kind.schema().name.nl
        );
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
    for diagnostic in &read.diagnostics {
        let _ = writeln!(text, "{}", in_short(diagnostic));
    }
    text
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
