//! How words are written where signs have a meaning of their own: in an address (RFC 3986) and in
//! HTML. In goes text as people read it, out comes what stands for it; nothing here knows a page.

use std::borrow::Cow;
use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What one name in a path may not hold: all but the unreserved characters (section 2.3).
const OUTSIDE_A_NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a path may not hold (section 3.3), and an ampersand and an apostrophe, for the sake of
/// whoever puts it in HTML.
const OUTSIDE_A_PATH: &AsciiSet = &OUTSIDE_A_NAME
    .remove(b'/')
    .remove(b'!')
    .remove(b'$')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// What a whole address may not hold; its first number sign stands apart.
const OUTSIDE_AN_ADDRESS: &AsciiSet = &OUTSIDE_A_PATH.remove(b'&').remove(b'\'').remove(b'?');

/// One name of a path, as an address holds it.
pub fn name(name: &str) -> impl Display + '_ {
    utf8_percent_encode(name, OUTSIDE_A_NAME)
}

/// A path, as an address holds it.
pub fn path(path: &str) -> String {
    utf8_percent_encode(path, OUTSIDE_A_PATH).to_string()
}

/// An address that somebody wrote: what it may not hold is encoded, what it has encoded stays.
pub fn address(address: &str) -> String {
    let (before, fragment) = match address.split_once('#') {
        Some((before, fragment)) => (before, Some(fragment)),
        None => (address, None),
    };
    let mut encoded = String::with_capacity(address.len());
    add_to_address(&mut encoded, before);
    if let Some(fragment) = fragment {
        encoded.push('#');
        add_to_address(&mut encoded, fragment);
    }
    encoded
}

fn add_to_address(encoded: &mut String, part: &str) {
    for (index, piece) in part.split('%').enumerate() {
        if index > 0 {
            encoded.push_str(if is_encoded(piece) { "%" } else { "%25" });
        }
        encoded.extend(utf8_percent_encode(piece, OUTSIDE_AN_ADDRESS));
    }
}

/// Whether what follows a percent sign makes it one of a code.
fn is_encoded(after: &str) -> bool {
    after
        .as_bytes()
        .get(..2)
        .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Undoes the encoding of a path; what is no code stays as it is. None where no text comes out.
pub fn path_decoded(path: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(path).decode_utf8().ok()
}

/// The same of a path in which every code must be whole.
pub fn path_decoded_strictly(path: &str) -> Option<Cow<'_, str>> {
    path_decoded(path).filter(|_| path.split('%').skip(1).all(is_encoded))
}

/// A text for between tags.
pub fn html_text(text: &str) -> Cow<'_, str> {
    html_escape::encode_text(text)
}

/// A text of HTML with its references read: `&eacute;`, `&#8211;`.
pub fn html_decoded(text: &str) -> Cow<'_, str> {
    html_escape::decode_html_entities(text)
}

/// A text for between double quotes, and between tags too.
pub fn html_value(text: &str) -> Cow<'_, str> {
    html_escape::encode_double_quoted_attribute(text)
}

#[cfg(test)]
mod tests {
    use super::{address, html_text, html_value, name, path, path_decoded, path_decoded_strictly};

    #[test]
    fn addresses_are_written_as_the_standard_has_them() {
        assert_eq!(
            address("https://voorbeeld.nl/a b|c[d]?x=%20%zz&y=\"'#a#b%"),
            "https://voorbeeld.nl/a%20b%7Cc%5Bd%5D?x=%20%25zz&y=%22'#a%23b%25"
        );
        assert_eq!(path("a b/é&'%20?.jpg"), "a%20b/%C3%A9%26%27%2520%3F.jpg");
        assert_eq!(name("a b/é:@.jpg").to_string(), "a%20b%2F%C3%A9%3A%40.jpg");
    }

    #[test]
    fn a_path_reads_back_as_it_is_written() {
        for text in ["a b/é&'%20?.jpg", "", "100%", "%zz"] {
            assert_eq!(path_decoded_strictly(&path(text)).as_deref(), Some(text));
        }
        for broken in ["100%", "%zz", "%+1", "a%2"] {
            assert_eq!(path_decoded(broken).as_deref(), Some(broken));
            assert_eq!(path_decoded_strictly(broken), None);
        }
        assert_eq!(path_decoded("%ff"), None);
    }

    #[test]
    fn html_reads_as_the_text_it_was() {
        let text = "<a href=\"x\">'&amp;'</a>";
        assert_eq!(html_text(text), "&lt;a href=\"x\"&gt;'&amp;amp;'&lt;/a&gt;");
        assert_eq!(
            html_value(text),
            "&lt;a href=&quot;x&quot;&gt;'&amp;amp;'&lt;/a&gt;"
        );
    }
}
