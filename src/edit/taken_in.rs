//! What a file of another program adds to an event: a text below its facts, records of photos, or the
//! whole file of an event that is new. What stood there stays letter for letter.

use jiff::civil::Date;
use toml_edit::Value;

use crate::input::facts_and_body;
use crate::records::{PhotoWords, words_of_event};
use crate::schema::Kind;
use crate::schema::choices::{Choice as _, Consent};
use crate::words::Language;

/// What is to become of a text that stands there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextThere {
    /// It is left alone, and the new one is not taken in.
    Kept,
    /// The new one comes in its place.
    Replaced,
    /// The new one comes below it.
    FollowedBy,
}

/// A photo that is taken in. It is not shown until somebody says that it may be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPhoto {
    /// Its file, as seen from the event's folder.
    pub file: String,
    /// What can be seen.
    pub alt: Option<String>,
    /// Whether it tells nothing.
    pub is_decorative: bool,
    /// What stands below it.
    pub caption: Option<String>,
    /// Who took it.
    pub credit: Option<String>,
    /// Whether the event says that all its photos may be shown, which was not said of this one.
    pub needs_no: bool,
}

/// The file of an event with a text below its facts; `None` where one stands there already and is
/// to be kept, or where the file has no facts.
pub fn with_body(file: &str, body: &str, there: TextThere) -> Option<String> {
    let (_, place) = facts_and_body(file)?;
    let old = &file[place.clone()];
    let body = body.trim_end();
    let kept = old.trim();
    if kept.is_empty() {
        let line_end = if file[..place.start].ends_with('\n') {
            ""
        } else {
            "\n"
        };
        let end = if body.is_empty() { "" } else { "\n" };
        return Some(format!("{}{line_end}{body}{end}", &file[..place.start]));
    }
    let start = place.start + (old.len() - old.trim_start().len());
    let end = start + kept.len();
    match there {
        TextThere::Kept => None,
        TextThere::Replaced => Some(format!("{}{body}{}", &file[..start], &file[end..])),
        TextThere::FollowedBy => {
            let after = if file[end..].is_empty() {
                "\n"
            } else {
                &file[end..]
            };
            Some(format!("{}\n\n{body}{after}", &file[..end]))
        }
    }
}

/// The text below the facts of an event's file; empty where there is none.
pub fn body_of(file: &str) -> &str {
    facts_and_body(file).map_or("", |(_, place)| file[place].trim())
}

/// The file of a new event.
pub fn new_event(title: &str, date: Date, body: &str, language: Language) -> String {
    let [title_word, date_word] = words_of_event(language);
    let body = body.trim_end();
    let end = if body.is_empty() { "" } else { "\n" };
    format!(
        "+++\n{title_word} = {}\n{date_word} = {date}\n+++\n{body}{end}",
        written(title)
    )
}

/// A file with records of photos below the record that begins at `after`; at its end where that is
/// nothing.
pub fn with_photos(
    file: &str,
    after: Option<usize>,
    photos: &[NewPhoto],
    language: Language,
) -> String {
    let place = after.map_or(file.len(), |start| end_of_record(file, start));
    let before = file[..place].trim_end();
    let mut text = before.to_owned();
    for photo in photos {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&record(photo, language));
    }
    let behind = &file[before.len()..];
    if behind.is_empty() {
        text.push('\n');
    }
    text.push_str(behind);
    text
}

/// Where the record ends that begins here: behind its last fact.
fn end_of_record(file: &str, start: usize) -> usize {
    let (mut end, mut position) = (start, start);
    for (index, line) in file[start..].split_inclusive('\n').enumerate() {
        if index > 0 && (line.starts_with('[') || line.trim_end() == "+++") {
            break;
        }
        position += line.len();
        let says_nothing = line.trim().is_empty() || line.trim_start().starts_with('#');
        if !says_nothing {
            end = position;
        }
    }
    end
}

/// A photo as TOML, without an end of line at its end.
fn record(photo: &NewPhoto, language: Language) -> String {
    let words = PhotoWords::of(language);
    let kind = Kind::Photo.schema().name.get(language);
    let mut lines = vec![
        format!("[[{kind}]]"),
        format!("{} = {}", words.file, written(&photo.file)),
    ];
    for (word, value) in [
        (words.alt, &photo.alt),
        (words.caption, &photo.caption),
        (words.credit, &photo.credit),
    ] {
        if let Some(value) = value {
            lines.push(format!("{word} = {}", written(value)));
        }
    }
    if photo.is_decorative && photo.alt.is_none() {
        lines.push(format!("{} = true", words.decorative));
    }
    if photo.needs_no {
        let no = Consent::No.word().get(language);
        lines.push(format!("{} = {}", words.consent, written(no)));
    }
    lines.join("\n")
}

/// A text as a value of TOML, on one line.
fn written(text: &str) -> String {
    Value::from(text.replace(['\n', '\r'], " ")).to_string()
}
