//! HTML as tags and text, in one walk over its bytes that takes time by their number, whatever they
//! are. What is no tag is text; comments, declarations and what is between them go.

use std::borrow::Cow;

use crate::encode::html_decoded;
use crate::intake::refused::Refused;

/// The most attributes of a tag that are looked at.
const MOST_ATTRIBUTES: usize = 64;

/// Elements whose content is no text and holds no tags (HTML, section 13.2.5.2 and further).
const RAW: &[&str] = &[
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript",
];

/// A piece of HTML.
#[derive(Debug)]
pub(super) enum Token<'a> {
    Text(Cow<'a, str>),
    Open(HtmlTag<'a>),
    /// The name of an element that ends, in small letters.
    Close(String),
}

/// The beginning of an element.
#[derive(Debug)]
pub(super) struct HtmlTag<'a> {
    /// Its name in small letters.
    pub(super) name: String,
    attributes: Vec<(&'a str, &'a str)>,
}

/// The pieces of a text.
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

impl HtmlTag<'_> {
    /// The value of an attribute, with its references read.
    pub(super) fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = self
            .attributes
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| html_decoded(value))
    }
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Passes over what ends with these bytes, to the end where nothing does.
    fn pass(&mut self, end: &str) {
        let length = self
            .rest
            .find(end)
            .map_or(self.rest.len(), |place| place + end.len());
        self.rest = &self.rest[length..];
    }

    /// Passes over the content of an element that holds no tags.
    fn pass_raw(&mut self, name: &str) {
        let mut from = 0;
        while let Some(place) = self.rest[from..].find("</") {
            let start = from + place + 2;
            let found = self.rest.get(start..start + name.len());
            if found.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
                self.rest = &self.rest[start - 2..];
                return;
            }
            from = start;
        }
        self.rest = "";
    }

    fn tag(&mut self) -> HtmlTag<'a> {
        let name_end = |text: &str| {
            text.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '>' | '/'))
        };
        let length = name_end(self.rest).unwrap_or(self.rest.len());
        let name = self.rest[..length].to_ascii_lowercase();
        self.rest = &self.rest[length..];
        let mut attributes = Vec::new();
        loop {
            self.rest = self
                .rest
                .trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/');
            if self.rest.is_empty() {
                break;
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                break;
            }
            let attribute = self.attribute();
            if attributes.len() < MOST_ATTRIBUTES {
                attributes.push(attribute);
            }
        }
        HtmlTag { name, attributes }
    }

    fn attribute(&mut self) -> (&'a str, &'a str) {
        let text = self.rest;
        // A sign of equality at the beginning belongs to the name.
        let first = text.chars().next().map_or(0, char::len_utf8);
        let length = text[first..]
            .find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '>' | '/' | '='))
            .map_or(text.len(), |place| first + place);
        let name = &text[..length];
        self.rest = &text[length..];
        let Some(value) = self.rest.trim_ascii_start().strip_prefix('=') else {
            return (name, "");
        };
        let value = value.trim_ascii_start();
        let (value, rest) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => {
                let length = value
                    .find(|sign: char| sign.is_ascii_whitespace() || sign == '>')
                    .unwrap_or(value.len());
                value.split_at(length)
            }
        };
        self.rest = rest;
        (name, value)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let first = *self.rest.as_bytes().first()?;
            let after = self.rest.as_bytes().get(1);
            match (first, after) {
                (b'<', Some(b'!')) if self.rest.starts_with("<!--") => {
                    self.rest = &self.rest[4..];
                    self.pass("-->");
                }
                (b'<', Some(b'!' | b'?')) => self.pass(">"),
                (b'<', Some(b'/'))
                    if self.rest[2..].starts_with(|sign: char| sign.is_ascii_alphabetic()) =>
                {
                    self.rest = &self.rest[2..];
                    return Some(Token::Close(self.tag().name));
                }
                (b'<', Some(letter)) if letter.is_ascii_alphabetic() => {
                    self.rest = &self.rest[1..];
                    let tag = self.tag();
                    if RAW.contains(&tag.name.as_str()) {
                        self.pass_raw(&tag.name);
                    }
                    return Some(Token::Open(tag));
                }
                _ => {
                    // A sign that opens no tag is text.
                    let next = memchr::memchr(b'<', &self.rest.as_bytes()[1..]);
                    let length = next.map_or(self.rest.len(), |place| place + 1);
                    let (text, rest) = self.rest.split_at(length);
                    self.rest = rest;
                    return Some(Token::Text(html_decoded(text)));
                }
            }
        }
    }
}

/// The most bytes of a page whose letters are not written in UTF-8, and so are copied.
const LONGEST_COPIED: usize = 8_000_000;

/// The bytes of a web page as text: in UTF-8, else in the letters of Windows, in which Word saves.
pub(super) fn text_of_page(bytes: &[u8]) -> Result<Cow<'_, str>, Refused> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let letters = char::decode_utf16(units);
        letters
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect::<String>()
    };
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text.trim_start_matches('\u{FEFF}')));
    }
    if bytes.len() > LONGEST_COPIED {
        return Err(Refused::TooLarge);
    }
    Ok(Cow::Owned(match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => bytes.iter().map(|byte| of_windows(*byte)).collect(),
    }))
}

/// A letter of windows-1252 (Encoding Standard, index windows-1252).
fn of_windows(byte: u8) -> char {
    const FROM_128: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
        '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
        'ž', 'Ÿ',
    ];
    match byte {
        128..=159 => FROM_128[usize::from(byte) - 128],
        other => char::from(other),
    }
}
