//! Where links lead: which addresses may go out, and how they are written.

use std::borrow::Cow;

use super::escape;
use crate::encode;

/// The schemes that go out. Everything else is an id of the site, which the caller resolves, or has
/// no place in a page.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The scheme of a destination, in small letters: `https` of `https://…`, `deal` of
/// `deal:samen-bijscholen`; none for a relative address or a fragment.
///
/// Reads it as the most lenient browser would, and then some: white space, controls and invisible
/// characters are passed over, and the HTML character references that can spell a letter, a colon
/// or a gap are read.
pub fn scheme(destination: &str) -> Option<String> {
    let plain = if destination.contains('&') {
        decoded(destination)
    } else {
        Cow::Borrowed(destination)
    };
    let mut scheme = String::new();
    for character in plain.chars() {
        match character {
            ':' => return (!scheme.is_empty()).then_some(scheme),
            '+' | '-' | '.' | '0'..='9' if !scheme.is_empty() => scheme.push(character),
            'a'..='z' | 'A'..='Z' => scheme.push(character.to_ascii_lowercase()),
            character if is_unseen(character) => {}
            _ => return None,
        }
    }
    None
}

/// Whether a destination never goes out as it stands: its scheme is another than http, https,
/// mailto or tel. `javascript:`, `data:`, `vbscript:` and `file:` are, whatever their disguise, and
/// so is any scheme unknown here: ask after resolving the site's own ids (`deal:…`), which look
/// like one.
pub fn dangerous(destination: &str) -> bool {
    scheme(destination).is_some_and(|scheme| !SCHEMES.contains(&scheme.as_str()))
}

/// A destination out of another program's text, if it may stand in ours: one on the web or a mailbox,
/// on one line.
pub fn kept_link(written: &str) -> Option<String> {
    let target: String = written
        .trim()
        .chars()
        .filter(|character| !character.is_control())
        .collect::<String>()
        .replace(' ', "%20");
    matches!(
        scheme(&target).as_deref(),
        Some("http" | "https" | "mailto")
    )
    .then_some(target)
}

/// A file that a destination may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName<'d> {
    /// Its name.
    pub name: Cow<'d, str>,
    /// What the destination names within it: `page=2`.
    pub fragment: Option<&'d str>,
}

/// The files that a destination may mean, in the order in which to look for them: as it is written,
/// with its codes read (`%20` for a space), and both without what stands behind `#` or `?`. People
/// name files `foto #2.jpg` and `100%.jpg`.
pub fn file_names(destination: &str) -> Vec<FileName<'_>> {
    let (before, fragment) = match destination.split_once('#') {
        Some((before, fragment)) => (before, Some(fragment)),
        None => (destination, None),
    };
    let before = before.split('?').next().unwrap_or_default();
    let mut names: Vec<FileName<'_>> = Vec::with_capacity(4);
    for (name, fragment) in [(destination, None), (before, fragment)] {
        let name = name.strip_prefix("./").unwrap_or(name);
        for name in [Some(Cow::Borrowed(name)), encode::path_decoded(name)] {
            let name = name.map(|name| FileName { name, fragment });
            names.extend(name.filter(|name| !names.contains(name)));
        }
    }
    names
}

/// Whether a destination is a person's e-mail address or telephone number.
pub(super) fn is_contact(destination: &str) -> bool {
    matches!(scheme(destination).as_deref(), Some("mailto" | "tel"))
}

/// Whether a destination is an absolute address on the web.
pub(super) fn is_external(destination: &str) -> bool {
    destination.starts_with("//")
        || matches!(scheme(destination).as_deref(), Some("http" | "https"))
}

/// Adds an address as an attribute's value.
pub(super) fn address(output: &mut String, address: &str) {
    escape::value(output, &encode::address(address.trim()));
}

pub(super) fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
        || !escape::is_allowed(character)
}

/// Reads the character references that could hide a scheme: numeric ones, and the names of a colon,
/// a tab and a line end.
fn decoded(text: &str) -> Cow<'_, str> {
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        output.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let (character, length) = reference(rest).unwrap_or(('&', 0));
        output.push(character);
        rest = &rest[length..];
    }
    output.push_str(rest);
    Cow::Owned(output)
}

/// The character that a reference stands for, given the text after its `&`, and how much of it that
/// takes. The `;` may be missing.
fn reference(text: &str) -> Option<(char, usize)> {
    const NAMES: [(&str, char); 5] = [
        ("colon;", ':'),
        ("Tab;", '\t'),
        ("NewLine;", '\n'),
        ("nbsp;", ' '),
        ("shy;", '\u{AD}'),
    ];
    if let Some((name, character)) = NAMES.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((*character, name.len()));
    }
    let number = text.strip_prefix('#')?;
    let (digits, radix, before) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 2),
        None => (number, 10, 1),
    };
    let length = digits
        .find(|digit: char| !digit.is_digit(radix))
        .unwrap_or(digits.len());
    let character = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
    Some((
        character,
        before + length + usize::from(digits[length..].starts_with(';')),
    ))
}

#[cfg(test)]
mod tests {
    use super::{address, dangerous, is_external, scheme};

    #[test]
    fn only_known_schemes_go_out() {
        for safe in [
            "https://voorbeeld.nl/",
            "HTTP://voorbeeld.nl",
            "mailto:a@b.nl",
            "tel:+31",
            "//voorbeeld.nl",
            "/regios/",
            "media/plan.pdf",
            "#kop",
            "",
            "?a=b:c",
            "12:30",
            "./a:b",
            "a/b:c",
            ":x",
            "media/javascript:.txt",
            "ü:x",
        ] {
            assert!(!dangerous(safe), "{safe}");
        }
        for unsafe_ in [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\nscript:x",
            "java\tscript:x",
            "\u{1}javascript:x",
            "java\0script:x",
            "javascript\u{200B}:x",
            "javascript&colon;x",
            "javascript&#58;x",
            "javascript&#x3A;x",
            "&#106;avascript:x",
            "&#x6A;avascript:x",
            "java&Tab;script:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "deal:x",
            "view-source:x",
            "ms-word+1.0:x",
        ] {
            assert!(dangerous(unsafe_), "{unsafe_}");
        }
        assert_eq!(scheme("Deal:x").as_deref(), Some("deal"));
        assert!(
            is_external("//voorbeeld.nl")
                && is_external("https://voorbeeld.nl")
                && !is_external("/a")
        );
    }

    #[test]
    fn addresses_are_written_as_the_standard_has_them() {
        let written = |destination: &str| {
            let mut output = String::new();
            address(&mut output, destination);
            output
        };
        assert_eq!(
            written("https://voorbeeld.nl/a b|c[d]?x=%20%zz&y=\"#a#b"),
            "https://voorbeeld.nl/a%20b%7Cc%5Bd%5D?x=%20%25zz&amp;y=%22#a%23b"
        );
        assert_eq!(
            written(" media/foto één.jpg\n"),
            "media/foto%20%C3%A9%C3%A9n.jpg"
        );
    }
}
