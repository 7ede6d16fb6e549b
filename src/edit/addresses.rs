//! Writes `addresses.toml`: new promises in their place in the list, moves below. Comments and rows
//! that are there stay as they are; only what is to be forgotten goes, with the comments of its
//! rows.

mod gone;

use std::collections::{HashMap, HashSet};

use toml_edit::{
    Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value,
};

use super::forget::Forgetting;
use crate::input::permalinks::{Forgotten, Promised, short_for};
use crate::reference::Reference;
use crate::words::{Language, both};

pub use gone::NewlyGone;

/// What is to be promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPromise {
    /// What the addresses are of.
    pub of: Reference,
    /// Addresses that are not on record yet.
    pub addresses: Vec<String>,
    /// Whether it needs a short link.
    pub short: bool,
}

/// What is to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recording {
    /// New promises, or new addresses of what is on record.
    pub promises: Vec<NewPromise>,
    /// What moves where.
    pub moved: Vec<(Reference, Reference)>,
    /// What is there again, or leads elsewhere now: rows of `[[moved]]` from these go.
    pub back: Vec<Reference>,
    /// What is no longer there.
    pub gone: Vec<NewlyGone>,
    /// What is forgotten.
    pub forgetting: Forgetting,
}

const OPENING: [&str; 2] = [
    "# De adressen die deze site heeft beloofd. `oogst publish --record` schrijft ze op; haal er niets uit weg.\n\
     # Is iets iets anders geworden, of is het weg? Schrijf dat onderaan:\n\
     #\n\
     #   [[moved]]\n\
     #   from = \"deal:2018-overijssel/oud\"\n\
     #   to = \"deal:2018-overijssel/nieuw\"\n\
     #\n\
     #   [[gone]]\n\
     #   what = \"idea:2018-overijssel/oud\"\n\
     #   reason = \"Ingetrokken door wie het inbracht.\"\n\
     #   date = 2019-03-01\n\n",
    "# The addresses that this site promised. `oogst publish --record` writes them down; remove nothing.\n\
     # Did something become something else, or is it gone? Write that at the end:\n\
     #\n\
     #   [[moved]]\n\
     #   from = \"deal:2018-overijssel/old\"\n\
     #   to = \"deal:2018-overijssel/new\"\n\
     #\n\
     #   [[gone]]\n\
     #   what = \"idea:2018-overijssel/old\"\n\
     #   reason = \"Withdrawn by who brought it in.\"\n\
     #   date = 2019-03-01\n\n",
];

/// The new text of `addresses.toml`. `text` is what is there, which was read without a mistake.
///
/// # Errors
/// The text where it cannot be edited after all.
pub fn record(
    text: Option<&str>,
    promised: &Promised,
    recording: &Recording,
    language: Language,
) -> Result<String, toml_edit::TomlError> {
    let is_new = text.is_none();
    let mut document: DocumentMut = text.unwrap_or_default().parse()?;
    let shorts = promised
        .promises
        .iter()
        .filter_map(|promise| promise.short.as_ref());
    let mut taken: HashSet<String> = shorts
        .chain(promised.forgotten.iter().flat_map(|row| &row.shorts))
        .map(|short| short.value.clone())
        .collect();
    let rows: Vec<(String, Option<String>, &[String])> = recording
        .promises
        .iter()
        .map(|new| {
            let short = (new.short && new.of.is_record())
                .then(|| short_for(&new.of, &|word| taken.contains(word)));
            taken.extend(short.clone());
            (new.of.to_string(), short, new.addresses.as_slice())
        })
        .collect();
    if !recording.forgetting.is_empty() {
        forget(document.as_table_mut(), &recording.forgetting, language);
    }
    if !rows.is_empty() {
        let key = key_of(document.as_table(), ["promised", "beloofd"]);
        match document
            .entry(key)
            .or_insert_with(|| Item::Value(Value::Array(Array::new())))
        {
            Item::ArrayOfTables(tables) => add_tables(tables, &rows),
            Item::Value(Value::Array(list)) => add_rows(list, &rows),
            // The reader has refused anything else.
            _ => {}
        }
    }
    if !recording.moved.is_empty() || !recording.back.is_empty() {
        let key = key_of(document.as_table(), ["moved", "verhuisd"]);
        move_rows(
            document
                .entry(key)
                .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new())),
            recording,
        );
    }
    let key = key_of(document.as_table(), ["gone", "verdwenen"]);
    gone::add(document.as_table_mut(), key, &recording.gone);
    let mut written = document.to_string();
    if is_new {
        written.insert_str(0, both(OPENING[0], OPENING[1]).get(language));
    }
    Ok(written)
}

/// The word that is in use for a key; the first where none is.
fn key_of(table: &Table, words: [&'static str; 2]) -> &'static str {
    if table.contains_key(words[1]) {
        words[1]
    } else {
        words[0]
    }
}

fn string_of<'a>(row: &'a dyn TableLike, words: &[&str]) -> Option<&'a str> {
    words
        .iter()
        .find_map(|word| row.get(word))
        .and_then(Item::as_str)
}

fn add_tables(tables: &mut ArrayOfTables, promises: &[(String, Option<String>, &[String])]) {
    let places: HashMap<String, usize> = tables
        .iter()
        .enumerate()
        .filter_map(|(place, row)| Some((string_of(row, &["of", "van"])?.to_owned(), place)))
        .collect();
    for (of, short, addresses) in promises {
        match places.get(of).and_then(|place| tables.get_mut(*place)) {
            Some(row) => add_to(row, short.as_deref(), addresses),
            None => {
                let mut row = Table::new();
                fill(&mut row, of, short.as_deref(), addresses);
                tables.push(row);
            }
        }
    }
}

/// Rows of one line each, in order of what they are of.
fn add_rows(rows: &mut Array, promises: &[(String, Option<String>, &[String])]) {
    let closing = rows.trailing().as_str().unwrap_or_default().to_owned();
    let mut all: Vec<(String, Value)> = rows
        .iter()
        .map(|row| {
            (
                row.as_inline_table()
                    .and_then(|row| string_of(row, &["of", "van"]))
                    .unwrap_or_default()
                    .to_owned(),
                row.clone(),
            )
        })
        .collect();
    let places: HashMap<String, usize> = all
        .iter()
        .enumerate()
        .map(|(place, (of, _))| (of.clone(), place))
        .collect();
    for (of, short, addresses) in promises {
        match places
            .get(of)
            .and_then(|place| all[*place].1.as_inline_table_mut())
        {
            Some(row) => add_to(row, short.as_deref(), addresses),
            None => {
                let mut row = InlineTable::new();
                fill(&mut row, of, short.as_deref(), addresses);
                let mut value = Value::InlineTable(row);
                value.decor_mut().set_prefix("\n  ");
                all.push((of.clone(), value));
            }
        }
    }
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    *rows = Array::new();
    for (_, value) in all {
        rows.push_formatted(value);
    }
    rows.set_trailing_comma(true);
    rows.set_trailing(if closing.contains('\n') {
        closing
    } else {
        "\n".to_owned()
    });
}

fn fill(row: &mut dyn TableLike, of: &str, short: Option<&str>, addresses: &[String]) {
    row.insert("of", toml_edit::value(of));
    if let Some(short) = short {
        row.insert("short", toml_edit::value(short));
    }
    row.insert(
        "addresses",
        toml_edit::value(addresses.iter().collect::<Array>()),
    );
}

fn add_to(row: &mut dyn TableLike, short: Option<&str>, addresses: &[String]) {
    if let Some(short) = short {
        row.insert("short", toml_edit::value(short));
    }
    let key = if row.contains_key("adressen") {
        "adressen"
    } else {
        "addresses"
    };
    if let Some(list) = row.get_mut(key).and_then(Item::as_array_mut) {
        list.extend(addresses.iter().map(String::as_str));
    }
}

fn move_rows(item: &mut Item, recording: &Recording) {
    let back: HashSet<String> = recording.back.iter().map(ToString::to_string).collect();
    let is_back = |row: &dyn TableLike| {
        string_of(row, &["from", "van"])
            .and_then(Reference::parse)
            .is_some_and(|reference| back.contains(&reference.to_string()))
    };
    match item {
        Item::ArrayOfTables(rows) => {
            rows.retain(|row| !is_back(row));
            for (from, to) in &recording.moved {
                let mut row = Table::new();
                row.insert("from", toml_edit::value(from.to_string()));
                row.insert("to", toml_edit::value(to.to_string()));
                rows.push(row);
            }
        }
        Item::Value(Value::Array(rows)) => {
            rows.retain(|row| !row.as_inline_table().is_some_and(|row| is_back(row)));
            for (from, to) in &recording.moved {
                let mut row = InlineTable::new();
                row.insert("from", from.to_string().into());
                row.insert("to", to.to_string().into());
                rows.push(row);
            }
        }
        _ => {}
    }
}

/// Takes out every row that says a name, and writes what is left of them.
fn forget(document: &mut Table, forgetting: &Forgetting, language: Language) {
    for (keys, words) in [
        (["gone", "verdwenen"], ["what", "wat"]),
        (["moved", "verhuisd"], ["from", "van"]),
    ] {
        let key = key_of(document, keys);
        let named = |row: &mut dyn TableLike| {
            named_in(row, &words).is_some_and(|reference| forgetting.names.contains(&reference))
        };
        if document
            .get_mut(key)
            .is_some_and(|rows| without(rows, named))
        {
            document.remove(key);
        }
    }
    let key = key_of(document, ["promised", "beloofd"]);
    let goes = |row: &mut dyn TableLike| {
        named_in(row, &["of", "van"])
            .is_some_and(|of| forgetting.names.contains(&of) && !hands_on(row, &of, forgetting))
    };
    document.get_mut(key).map(|rows| without(rows, goes));
    let key = key_of(document, ["forgotten", "vergeten"]);
    let rows = document
        .entry(key)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    for left in &forgetting.rows {
        match rows {
            Item::ArrayOfTables(rows) => {
                let mut row = Table::new();
                fill_forgotten(&mut row, left, language);
                rows.push(row);
            }
            Item::Value(Value::Array(rows)) => {
                let mut row = InlineTable::new();
                fill_forgotten(&mut row, left, language);
                rows.push(row);
            }
            _ => {}
        }
    }
}

fn named_in(row: &dyn TableLike, words: &[&str]) -> Option<Reference> {
    string_of(row, words).and_then(Reference::parse)
}

/// Leaves the rows out that are to go; gives whether none is left.
fn without(rows: &mut Item, mut goes: impl FnMut(&mut dyn TableLike) -> bool) -> bool {
    match rows {
        Item::ArrayOfTables(rows) => {
            let going: Vec<bool> = rows.iter_mut().map(|row| goes(row)).collect();
            let mut going = going.into_iter();
            rows.retain(|_| !going.next().unwrap_or(false));
            rows.is_empty()
        }
        Item::Value(Value::Array(rows)) => {
            let going: Vec<bool> = rows
                .iter_mut()
                .map(|row| row.as_inline_table_mut().is_some_and(|row| goes(row)))
                .collect();
            let mut going = going.into_iter();
            rows.retain(|_| !going.next().unwrap_or(false));
            rows.is_empty()
        }
        _ => false,
    }
}

/// A short link that leads to what moved away is from now on a link of that, without the old name;
/// gives whether there is one.
fn hands_on(row: &mut dyn TableLike, of: &Reference, forgetting: &Forgetting) -> bool {
    let Some(to) = forgetting
        .handed_on
        .get(of)
        .filter(|_| row.contains_key("short") || row.contains_key("kort"))
    else {
        return false;
    };
    for (words, value) in [
        (["of", "van"], Value::from(to.to_string())),
        (["addresses", "adressen"], Value::from(Array::new())),
    ] {
        if let Some(item) = words
            .iter()
            .find(|word| row.contains_key(word))
            .and_then(|word| row.get_mut(word))
        {
            *item = Item::Value(value);
        }
    }
    true
}

fn fill_forgotten(row: &mut dyn TableLike, left: &Forgotten, language: Language) {
    let Forgotten {
        salt,
        marks,
        shorts,
        reason,
        date,
    } = left;
    row.insert("salt", toml_edit::value(salt));
    row.insert("marks", toml_edit::value(marks.iter().collect::<Array>()));
    if !shorts.is_empty() {
        row.insert(
            "short",
            toml_edit::value(shorts.iter().map(|short| &short.value).collect::<Array>()),
        );
    }
    row.insert("reason", toml_edit::value(&*reason.original));
    if let Some(translation) = &reason.translation {
        row.insert(
            &format!("reason_{}", language.other().tag()),
            toml_edit::value(&**translation),
        );
    }
    let date: Datetime = date
        .to_string()
        .parse()
        .expect("a day is written as TOML writes it");
    row.insert("date", toml_edit::value(date));
}
