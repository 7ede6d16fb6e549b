//! Tables of other programs, read whole: what each kind of file gives, and what is said of it.

mod hostile;
mod known;
mod printed;
mod read;
pub(crate) mod spreadsheet;
mod told;
pub(crate) mod workbook;

use std::fs;
use std::path::Path;

use oogst::diagnostic::{any_error, print_all};
use oogst::intake::rows::{ColumnChoice, Known, ReadRows, TableChoices};
use oogst::schema::Kind;
use oogst::source::{SourcePath, Sources};
use oogst::words::Language;

/// What the site has that tables are read for.
pub(crate) fn site(language: Language) -> Known {
    let mut known = Known::new(language, Some(2025));
    for (id, name) in [
        ("twente", "Twente"),
        ("salland", "Salland"),
        ("fryslan", "Fryslân"),
    ] {
        known.add(Kind::Region, id, [name]);
    }
    for (id, name) in [("energie", "Energie"), ("techniek", "Techniek")] {
        known.add(Kind::Theme, id, [name]);
    }
    known.add(Kind::Organisation, "de-linde", ["Basisschool De Linde"]);
    known.add(Kind::Session, "opening", ["Opening door de wethouder"]);
    known
}

/// Reads a table for that site. A choice is `kind=vraag`, `header-row=5` or `map=Kolom=tekst`.
pub(crate) fn read_as(bytes: &[u8], name: &str, choices: &[&str], language: Language) -> ReadRows {
    let mut chosen = TableChoices::default();
    for choice in choices {
        match choice.split_once('=') {
            Some(("kind", kind)) => chosen.kind = Kind::named(kind),
            Some(("header-row", row)) => chosen.header_row = row.parse().ok(),
            Some(("map", map)) => match ColumnChoice::parse(map) {
                Ok(choice) => chosen.columns.push(choice),
                Err(diagnostic) => {
                    let mut read = oogst::intake::rows::read(
                        bytes,
                        &SourcePath::new(name),
                        &chosen,
                        &site(language),
                    );
                    read.diagnostics.insert(0, *diagnostic);
                    return read;
                }
            },
            _ => panic!("{choice} is no choice"),
        }
    }
    oogst::intake::rows::read(bytes, &SourcePath::new(name), &chosen, &site(language))
}

/// What is said of the file in a fixture's folder `import/`, and the exit code of a command that reads
/// it. A file that ends in `.blad` is a workbook in words; `choices` has a choice a line.
pub(crate) fn said_of(folder: &Path, language: &str) -> (i32, String) {
    let language = Language::from_tag(language).expect("a language");
    let mut files = fs::read_dir(folder.join("import")).expect("there is a folder");
    let file = files
        .next()
        .expect("there is a file")
        .expect("it can be listed")
        .path();
    let bytes = fs::read(&file).expect("it can be read");
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let choices = fs::read_to_string(folder.join("choices")).unwrap_or_default();
    let choices: Vec<&str> = choices.lines().collect();
    let (name, bytes) = match name.strip_suffix(".blad") {
        Some(name) => {
            let text = String::from_utf8(bytes).expect("it is text");
            let bytes = if name.ends_with(".ods") {
                spreadsheet::ods(&text)
            } else {
                workbook::xlsx(&text)
            };
            (name.to_owned(), bytes)
        }
        None => (name, bytes),
    };
    let read = read_as(&bytes, &name, &choices, language);
    let said = print_all(&read.diagnostics, &Sources::default(), language, false);
    (i32::from(any_error(&read.diagnostics)), said)
}
