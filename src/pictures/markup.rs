//! What begins with `<`: a web page, a drawing, XML that brings code along, or XML that only holds
//! data. A browser runs what XML names as HTML or SVG wherever it stands and whatever the file is
//! called, so such a file is read to its end, as a browser reads it.

use std::io::{self, Read, Seek};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::pictures::media_file::{Active, Other};

/// The longest that is read. Data that is longer is handed out in a zip file.
const LONGEST: u64 = 16_000_000;

/// Parts of the names of vocabularies in which something runs: XHTML, SVG, XSLT, `MathML`.
const VOCABULARIES: &[&str] = &[
    "www.w3.org/1999/xhtml",
    "www.w3.org/2000/svg",
    "www.w3.org/1999/xsl",
    "www.w3.org/1998/math",
];

/// Ways of writing letters in which a sign of ASCII is one byte that stands for itself and nothing
/// else: only these are read as a browser does.
const ENCODINGS: &[&str] = &[
    "utf-8",
    "utf8",
    "us-ascii",
    "ascii",
    "iso-8859-1",
    "iso-8859-15",
    "latin1",
    "windows-1252",
];

/// Elements by which a browser that is told no type takes a text for HTML (WHATWG, "MIME Sniffing",
/// section 7.1), and a few more.
const TAGS: &[&str] = &[
    "!doctype html",
    "html",
    "head",
    "script",
    "iframe",
    "h1",
    "div",
    "font",
    "table",
    "a",
    "style",
    "title",
    "b",
    "body",
    "br",
    "p",
    "meta",
    "link",
    "img",
    "object",
    "embed",
    "form",
    "base",
];

/// Whether a text is HTML: `tag` is what follows its first `<`, in small letters.
pub(super) fn is_page(tag: &str) -> bool {
    let is_tag = |name: &&str| {
        tag.strip_prefix(*name).is_some_and(|rest| {
            !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-')
        })
    };
    tag.starts_with("!--") || TAGS.iter().any(is_tag)
}

/// What a file is that begins with `<` and is no HTML.
///
/// # Errors
/// When it cannot be read.
pub(super) fn kind_of(file: &mut (impl Read + Seek), length: u64) -> io::Result<Other> {
    if length > LONGEST {
        return Ok(Other::Markup);
    }
    file.rewind()?;
    let mut bytes = Vec::new();
    file.take(LONGEST).read_to_end(&mut bytes)?;
    let (text, is_wide) = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => (wide(rest, u16::from_le_bytes), true),
        [0xFE, 0xFF, rest @ ..] => (wide(rest, u16::from_be_bytes), true),
        [0, b'<', ..] => (wide(&bytes, u16::from_be_bytes), true),
        [b'<', 0, ..] => (wide(&bytes, u16::from_le_bytes), true),
        // Bytes that are no UTF-8 are letters of another list; none of them is a sign that counts
        // here.
        _ => (String::from_utf8_lossy(&bytes).into_owned(), false),
    };
    let text = text.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    Ok(read(text, is_wide).unwrap_or(Other::Markup))
}

/// What XML holds; none where it is no XML that is read here as a browser reads it.
fn read(text: &str, is_wide: bool) -> Option<Other> {
    let mut reader = Reader::from_str(text);
    let mut is_first = true;
    let mut open = 0_u32;
    loop {
        match reader.read_event().ok()? {
            Event::Decl(declaration) => {
                if let Some(encoding) = declaration.encoding() {
                    let encoding = encoding.ok()?.to_lowercase();
                    if !(ENCODINGS.contains(&encoding.as_str())
                        || is_wide && encoding.starts_with("utf-16"))
                    {
                        return None;
                    }
                }
            }
            Event::PI(instruction)
                if instruction.target().eq_ignore_ascii_case("xml-stylesheet") =>
            {
                return Some(Other::Active(Active::Xml));
            }
            // What a document type defines may put anything anywhere.
            Event::DocType(kind) if kind.contains('[') => return None,
            Event::Start(element) => {
                open += 1;
                match of_element(&element, std::mem::take(&mut is_first)) {
                    Other::Text => {}
                    found => return Some(found),
                }
            }
            Event::Empty(element) => match of_element(&element, std::mem::take(&mut is_first)) {
                Other::Text => {}
                found => return Some(found),
            },
            Event::End(_) => open = open.checked_sub(1)?,
            Event::Eof => return (open == 0 && !is_first).then_some(Other::Text),
            _ => {}
        }
    }
}

/// What an element makes of its file: [`Other::Text`] for nothing, [`Other::Markup`] where it
/// cannot be read.
fn of_element(element: &BytesStart<'_>, is_first: bool) -> Other {
    if is_first {
        match element.local_name().as_ref().to_lowercase().as_str() {
            "html" => return Other::Active(Active::Page),
            "svg" => return Other::Active(Active::Drawing),
            _ => {}
        }
    }
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else {
            return Other::Markup;
        };
        let name = attribute.key.as_ref();
        if name != "xmlns" && !name.starts_with("xmlns:") {
            continue;
        }
        let Ok(vocabulary) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
            return Other::Markup;
        };
        let vocabulary = vocabulary.to_lowercase();
        if vocabulary.contains("2000/svg") {
            return Other::Active(Active::Drawing);
        }
        if VOCABULARIES.iter().any(|part| vocabulary.contains(part)) {
            return Other::Active(Active::Xml);
        }
    }
    Other::Text
}

/// Text of two bytes a letter.
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| unit([pair[0], pair[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}
