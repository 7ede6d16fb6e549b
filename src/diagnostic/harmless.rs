//! Texts as a terminal can show them.

use std::borrow::Cow;

/// A text as a terminal can show it: without characters that steer the terminal or turn the order
/// of letters round, so that no name of a file can pass for something else (Unicode Technical
/// Report 36, section 2.10).
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text
        .chars()
        .all(|character| harmless_character(character) == character)
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(harmless_character).collect())
}

/// One character of it.
pub(super) fn harmless_character(character: char) -> char {
    match character {
        '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        other if other.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}
