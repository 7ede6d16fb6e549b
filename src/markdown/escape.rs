//! Text and attribute values, safe inside HTML.

use std::borrow::Cow;

use crate::encode;
pub(super) use crate::source::is_presentable as is_allowed;

/// Adds text for between tags. Spaces at the end of a line go, and so do characters that HTML does
/// not allow.
pub(super) fn text(output: &mut String, text: &str) {
    add(output, text, encode::html_text);
}

/// Adds a value for between double quotes.
pub(super) fn value(output: &mut String, text: &str) {
    add(output, text, encode::html_value);
}

fn add(output: &mut String, text: &str, escape: for<'t> fn(&'t str) -> Cow<'t, str>) {
    for (index, line) in text.split(['\n', '\r']).enumerate() {
        if index > 0 {
            output.truncate(output.trim_end_matches([' ', '\t']).len());
            output.push('\n');
        }
        output.push_str(&escape(&allowed(line)));
    }
}

/// A text with U+FFFD for what HTML does not allow.
pub(super) fn allowed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    let replaced = |character| {
        if is_allowed(character) {
            character
        } else {
            char::REPLACEMENT_CHARACTER
        }
    };
    Cow::Owned(text.chars().map(replaced).collect())
}
