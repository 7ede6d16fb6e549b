//! The one text of a value, so that two ways to write the same are the same: `twente` and
//! `Twente`, `70` and `70.0`, `lopend` and `underway`.

use std::fmt;
use std::str::FromStr;

use crate::schema::wanted::{FieldGroup, FieldValue};
use crate::schema::{Field, Kind, Shape, word_named};
use crate::words::Language;

/// What stands between the parts of a list: no line can hold it.
const BETWEEN: char = '\u{1F}';

/// What stands between the parts of a group.
const WITHIN: char = '\u{1E}';

/// The hash of a value's one text, as it travels with a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ValueHash([u8; 8]);

impl ValueHash {
    /// The hash of a value of a field.
    pub fn of(
        value: &FieldValue,
        field: &Field,
        language: Language,
        id_of: &dyn Fn(Kind, &str) -> Option<String>,
    ) -> Self {
        Self::of_text(&one_text(value, field, language, id_of))
    }

    pub(super) fn of_text(text: &str) -> Self {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..8]);
        Self(bytes)
    }
}

impl fmt::Display for ValueHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What is no hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHash;

impl FromStr for ValueHash {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<Self, NoHash> {
        let hex = text.as_bytes();
        if hex.len() != 16 {
            return Err(NoHash);
        }
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let mut bytes = [0; 8];
        for (byte, pair) in bytes.iter_mut().zip(hex.chunks_exact(2)) {
            let (high, low) = (digit(pair[0]).ok_or(NoHash)?, digit(pair[1]).ok_or(NoHash)?);
            *byte = u8::try_from(high * 16 + low).map_err(|_| NoHash)?;
        }
        Ok(Self(bytes))
    }
}

/// The one text of a value of a field.
pub(super) fn one_text(
    value: &FieldValue,
    field: &Field,
    language: Language,
    id_of: &dyn Fn(Kind, &str) -> Option<String>,
) -> String {
    let line = |text: &str| one_line(text, field.shape, language, id_of);
    match value {
        FieldValue::Line(text) => line(text),
        FieldValue::Markdown(text) => text.trim().to_owned(),
        FieldValue::List(items) => {
            let items: Vec<String> = items.iter().map(|item| line(item)).collect();
            items.join(&BETWEEN.to_string())
        }
        FieldValue::Date(date) => date.to_string(),
        FieldValue::Time(time) => time.to_string(),
        FieldValue::Integer(number) => number.to_string(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Bool(truth) => truth.to_string(),
        FieldValue::Tile(column, row) => format!("{column}, {row}"),
        FieldValue::Groups(groups) => {
            let groups: Vec<String> = groups
                .iter()
                .map(|group| group_text(group, language, id_of))
                .collect();
            groups.join(&BETWEEN.to_string())
        }
    }
}

/// The one text of a group of fields.
pub(super) fn group_text(
    group: &FieldGroup,
    language: Language,
    id_of: &dyn Fn(Kind, &str) -> Option<String>,
) -> String {
    let parts: Vec<String> = group
        .0
        .iter()
        .map(|(field, value)| {
            let text = one_text(value, field, language, id_of);
            format!("{}={text}", field.name.en)
        })
        .collect();
    parts.join(&WITHIN.to_string())
}

fn one_line(
    text: &str,
    shape: Shape,
    language: Language,
    id_of: &dyn Fn(Kind, &str) -> Option<String>,
) -> String {
    let text = text.trim();
    let known = match shape {
        Shape::Many(kind) | Shape::ManyOrInline(kind) | Shape::One(kind) => id_of(kind, text),
        Shape::Party | Shape::Parties => {
            id_of(Kind::Organisation, text).or_else(|| id_of(Kind::Person, text))
        }
        Shape::Choice(words) => {
            word_named(text, words, language).map(|position| words[position].word.en.to_owned())
        }
        Shape::Colour => Some(text.to_ascii_lowercase()),
        _ => None,
    };
    known.unwrap_or_else(|| text.to_owned())
}

/// Whether a value is as good as none.
pub(super) fn says_nothing(value: &FieldValue) -> bool {
    match value {
        FieldValue::Line(text) | FieldValue::Markdown(text) => text.trim().is_empty(),
        FieldValue::List(items) => items.is_empty(),
        FieldValue::Groups(groups) => groups.is_empty(),
        _ => false,
    }
}
