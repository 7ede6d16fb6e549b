//! An empty record of a kind, ready to be pasted: each of its fields with what it means, those that
//! are required without a value, the others commented out.

use std::fmt::Write as _;

use super::choices::listed;
use super::holds::holds;
use super::key;
use super::kinds::{Field, Home, KindSchema, Shape};
use super::wording::example;
use crate::words::{Language, showing};

/// How many characters a line of explanation has at most.
const WIDE: usize = 96;

/// An empty record of a kind, as the file that it goes into may hold it. `#` with a space behind it
/// begins an explanation; without, a field that may be used.
pub fn empty_record(kind: &KindSchema, language: Language) -> String {
    let mut text = String::new();
    let is_file = matches!(kind.home, Home::EventFile | Home::Pages);
    if is_file {
        text.push_str("+++\n");
    }
    let name = kind.name.get(language);
    let about = format!("{name}: {}", kind.about.get(language));
    explain(&mut text, &about);
    let place = showing::goes_into(&place(kind, language));
    explain(&mut text, place.get(language));
    explain(&mut text, showing::FILL_IN.get(language));
    if is_file {
        explain(&mut text, showing::TEXT_BELOW.get(language));
    } else {
        let _ = write!(text, "\n[[{name}]]\n");
    }
    // Below the facts of a file there is room for the text itself.
    let is_body = |field: &Field| is_file && field.name.en == key::TEXT;
    for field in kind.fields.iter().filter(|field| !is_body(field)) {
        text.push('\n');
        write_field(&mut text, field, language);
    }
    if is_file {
        let _ = write!(text, "+++\n{}\n", showing::TEXT.get(language));
    }
    text
}

/// A file that a record of a kind may go into.
fn place(kind: &KindSchema, language: Language) -> String {
    let event = showing::EVENT_FOLDER.get(language);
    let many = kind.folder.get(language);
    match kind.home {
        Home::EventFile => format!("{event}/event.md"),
        Home::Event | Home::Anywhere => format!("{event}/{many}.toml"),
        Home::Shared => format!("content/{many}.toml"),
        Home::Pages => showing::PAGE.get(language).to_owned(),
    }
}

/// A field below what it means.
fn write_field(text: &mut String, field: &Field, language: Language) {
    explain(text, &explanation(field, field.required, language));
    if let Shape::Table(fields) | Shape::Tables(fields) = field.shape {
        for inner in fields {
            let name = inner.name.get(language);
            let said = explanation(inner, inner.required, language);
            explain(text, &format!("- {name}: {said}"));
        }
    }
    let name = field.name.get(language);
    if field.required {
        let _ = writeln!(text, "{name} = \"\"");
    } else {
        let _ = writeln!(text, "#{name} = {}", value(field.shape, language));
    }
}

/// What a field means and holds, in a line.
fn explanation(field: &Field, is_required: bool, language: Language) -> String {
    let takes = match field.shape {
        Shape::Choice(words) => showing::choose_from(&listed(words, language)),
        Shape::Table(_) => showing::GROUP.into(),
        Shape::Tables(_) => showing::GROUPS.into(),
        other => showing::takes(&holds(other, language)),
    };
    let required = if is_required {
        showing::REQUIRED.get(language)
    } else {
        ""
    };
    let said = [field.about.get(language), required, takes.get(language)];
    let said: Vec<&str> = said.into_iter().filter(|said| !said.is_empty()).collect();
    said.join(" ")
}

/// A value that would do; of a group, all its fields.
fn value(shape: Shape, language: Language) -> String {
    let group = |fields: &[Field]| {
        let written = fields.iter().map(|field| {
            let name = field.name.get(language);
            format!("{name} = {}", value(field.shape, language))
        });
        let written: Vec<String> = written.collect();
        format!("{{ {} }}", written.join(", "))
    };
    match shape {
        Shape::Table(fields) => group(fields),
        Shape::Tables(fields) => format!("[{}]", group(fields)),
        other => example(other, language),
    }
}

/// Adds an explanation, in as many lines as it needs. What stands between backticks is not broken.
fn explain(text: &mut String, said: &str) {
    let mut line = String::from("#");
    let mut is_between = false;
    let words = said.split(|character| {
        is_between ^= character == '`';
        character == ' ' && !is_between
    });
    for word in words {
        if line.chars().count() + word.chars().count() >= WIDE {
            let _ = writeln!(text, "{line}");
            line.truncate(1);
        }
        let _ = write!(line, " {word}");
    }
    let _ = writeln!(text, "{line}");
}
