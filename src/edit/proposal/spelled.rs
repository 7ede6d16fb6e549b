//! Values and keys as TOML spells them.

use toml_edit::{Array, Value};

use crate::schema::Kind;
use crate::schema::wanted::{FieldGroup, FieldKey, FieldValue};
use crate::words::Language;

/// A value, on one line where it stands among others on a line.
pub(super) fn value(value: &FieldValue, on_one_line: bool, language: Language) -> String {
    match value {
        FieldValue::Line(text) => string(text),
        FieldValue::Markdown(text) if on_one_line || !text.trim().contains('\n') => {
            string(text.trim())
        }
        FieldValue::Markdown(text) => paragraphs(text.trim()),
        FieldValue::List(items) => items
            .iter()
            .map(String::as_str)
            .collect::<Array>()
            .to_string(),
        FieldValue::Date(date) => date.to_string(),
        FieldValue::Time(time) => string(&match time.second() {
            0 => time.strftime("%H:%M").to_string(),
            _ => time.strftime("%H:%M:%S").to_string(),
        }),
        FieldValue::Integer(number) => number.to_string(),
        FieldValue::Number(number) => Value::from(*number).to_string(),
        FieldValue::Bool(truth) => truth.to_string(),
        FieldValue::Tile(column, row) => format!("[{column}, {row}]"),
        FieldValue::Groups(groups) => {
            let groups: Vec<String> = groups
                .iter()
                .map(|wanted| group(wanted, language))
                .collect();
            format!("[{}]", groups.join(", "))
        }
    }
}

/// A value on one line.
pub(in crate::edit) fn on_a_line(held: &FieldValue, language: Language) -> String {
    value(held, true, language)
}

/// A group of fields between braces.
pub(super) fn group(group: &FieldGroup, language: Language) -> String {
    let parts: Vec<String> = group
        .0
        .iter()
        .map(|(field, held)| {
            let spelled = value(held, true, language);
            format!("{} = {spelled}", field.name.get(language))
        })
        .collect();
    format!("{{ {} }}", parts.join(", "))
}

/// A text on one line.
pub(super) fn string(text: &str) -> String {
    if text.contains('\n') {
        // On one line, whatever is in it.
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        return format!("\"{}\"", controls_escaped(&escaped.replace('\n', "\\n")));
    }
    Value::from(text).to_string()
}

/// A text of several lines, each on its own. Three quotes in a row would end it, and one at its end
/// would be counted with those that do.
fn paragraphs(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut in_a_row = 0;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        in_a_row = if sign == '"' { in_a_row + 1 } else { 0 };
        let is_quote = in_a_row == 3 || in_a_row > 0 && signs.peek().is_none();
        if sign == '\\' || is_quote {
            escaped.push('\\');
            in_a_row = 0;
        }
        escaped.push(sign);
    }
    format!("\"\"\"\n{}\"\"\"", controls_escaped(&escaped))
}

/// TOML allows no control characters but the tab and the line end.
fn controls_escaped(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\t' => character.to_string(),
            control if control.is_ascii_control() => format!("\\u{:04X}", u32::from(control)),
            other => other.to_string(),
        })
        .collect()
}

/// The key of a field, without the part of it.
pub(super) fn key(key: &FieldKey, kind: Kind, language: Language) -> String {
    let whole = FieldKey {
        part: None,
        ..key.clone()
    };
    whole.written(kind, language)
}

/// A key that may hold any signs: that of a code of another register.
pub(super) fn free_key(key: &str) -> String {
    let is_bare = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    if !key.is_empty() && key.chars().all(is_bare) {
        key.to_owned()
    } else {
        string(key)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::value;
    use crate::schema::wanted::FieldValue;
    use crate::words::Language;

    proptest! {
    /// Whatever is spelled reads back as it was.
    #[test]
    fn what_is_spelled_reads_back(text in any::<String>(), other in "[a\"'\\\\\n#\t ]{0,12}") {
        for text in [text, other] {
            // Texts of the site hold no carriage returns, and begin and end with a sign.
            let text = text.replace('\r', "");
            let text = text.trim();
            for wanted in [FieldValue::Line(text.to_owned()), FieldValue::Markdown(text.to_owned())] {
                for on_one_line in [true, false] {
                    let spelled = value(&wanted, on_one_line, Language::Nl);
                    let table: toml_edit::DocumentMut = format!("a = {spelled}\n").parse().expect("TOML");
                    prop_assert_eq!(table["a"].as_str(), Some(text), "{}", spelled);
                    prop_assert!(!on_one_line || !spelled.contains('\n'));
                }
            }
        }
    }

    }
}
