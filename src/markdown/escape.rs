//! Text and attribute values, safe inside HTML.

pub(super) use crate::source::is_presentable as is_allowed;

/// Adds text for between tags. Spaces at the end of a line go, and so do characters that HTML does
/// not allow.
pub(super) fn text(output: &mut String, text: &str) {
    escape(output, text, false);
}

/// Adds a value for between double quotes.
pub(super) fn value(output: &mut String, text: &str) {
    escape(output, text, true);
}

fn escape(output: &mut String, text: &str, quoted: bool) {
    output.reserve(text.len());
    for character in text.chars() {
        match character {
            '&' => output.push_str("&amp;"),
            '<' => output.push_str("&lt;"),
            '>' => output.push_str("&gt;"),
            '"' if quoted => output.push_str("&quot;"),
            '\n' | '\r' => {
                output.truncate(output.trim_end_matches([' ', '\t']).len());
                output.push('\n');
            }
            character if is_allowed(character) => output.push(character),
            _ => output.push(char::REPLACEMENT_CHARACTER),
        }
    }
}
