//! Which signs mean something in Markdown wherever they stand in a line, so that words of others keep
//! theirs as they are.

/// Whether a sign would be a mark: `after` is what follows it.
pub(super) fn is_markup(sign: char, after: &str) -> bool {
    match sign {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => true,
        '&' => is_reference(after),
        _ => false,
    }
}

/// Whether what follows an ampersand makes a character of it: `amp;`, `#38;`.
pub(super) fn is_reference(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name[length..].starts_with(';')
}
