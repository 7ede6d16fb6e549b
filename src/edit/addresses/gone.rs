//! Rows of `[[gone]]`: what is no longer there, and why.

use jiff::civil::Date;
use toml_edit::{ArrayOfTables, Datetime, InlineTable, Item, Table, TableLike, Value};

use crate::reference::Reference;

/// Something that is no longer there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewlyGone {
    /// What was there.
    pub what: Reference,
    /// Why it is not any more.
    pub reason: String,
    /// Since when.
    pub date: Date,
}

/// Adds rows at the end of the list with this key.
pub(super) fn add(document: &mut Table, key: &str, gone: &[NewlyGone]) {
    if gone.is_empty() {
        return;
    }
    let rows = document
        .entry(key)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    for one in gone {
        match rows {
            Item::ArrayOfTables(rows) => {
                let mut row = Table::new();
                fill(&mut row, one);
                rows.push(row);
            }
            Item::Value(Value::Array(rows)) => {
                let mut row = InlineTable::new();
                fill(&mut row, one);
                rows.push(row);
            }
            // The reader has refused anything else.
            _ => {}
        }
    }
}

fn fill(row: &mut dyn TableLike, gone: &NewlyGone) {
    row.insert("what", toml_edit::value(gone.what.to_string()));
    row.insert("reason", toml_edit::value(&gone.reason));
    let date: Datetime = gone
        .date
        .to_string()
        .parse()
        .expect("a day is written as TOML writes it");
    row.insert("date", toml_edit::value(date));
}
