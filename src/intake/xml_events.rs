//! XML of a part, event by event and within bounds.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::refused::{DEEPEST, Refused};

/// The most attributes of an element that are looked at.
const MOST_ATTRIBUTES: usize = 64;

/// The text of a part: UTF-8, or UTF-16 that says so by its first bytes.
pub(super) fn text_of(mut bytes: Vec<u8>) -> Result<String, Refused> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units)
            .collect::<Result<String, _>>()
            .map_err(|_| Refused::Damaged)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, ..] => {
            bytes.drain(..3);
            String::from_utf8(bytes).map_err(|_| Refused::Damaged)
        }
        _ => String::from_utf8(bytes).map_err(|_| Refused::Damaged),
    }
}

/// The events of a part. What lies deeper than people nest is refused.
pub(super) struct XmlEvents<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> XmlEvents<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        // An empty element is then told of as one that begins and ends.
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next event; `None` at the end of the part, or of the element that is open where this
    /// begins to be asked.
    pub(super) fn next(&mut self) -> Result<Option<Event<'a>>, Refused> {
        let event = self.reader.read_event().map_err(|_| Refused::Damaged)?;
        match event {
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(Refused::TooDeep);
                }
            }
            Event::End(_) => {
                self.depth = self.depth.checked_sub(1).ok_or(Refused::Damaged)?;
            }
            Event::Eof if self.depth > 0 => return Err(Refused::Damaged),
            Event::Eof => return Ok(None),
            Event::DocType(_) => return Err(Refused::DeclaresGrammar),
            _ => {}
        }
        Ok(Some(event))
    }

    /// The byte behind what was read.
    pub(super) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Passes over the rest of the element that was just begun.
    pub(super) fn skip(&mut self) -> Result<(), Refused> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The text in the element that was just begun, without what other elements in it say, and no
    /// more of it than so many bytes.
    pub(super) fn text(&mut self, most: usize) -> Result<String, Refused> {
        let outside = self.depth - 1;
        let mut text = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(event) if self.depth == outside + 1 => add_text(&event, &mut text, most)?,
                _ => {}
            }
        }
        Ok(text)
    }
}

/// Adds what an event says as text, as far as the text then has no more than so many bytes.
pub(super) fn add_text(event: &Event<'_>, text: &mut String, most: usize) -> Result<(), Refused> {
    let mut add = |words: &str| {
        let room = most.saturating_sub(text.len());
        text.push_str(&words[..words.floor_char_boundary(room.min(words.len()))]);
    };
    match event {
        Event::Text(words) => add(words),
        Event::CData(words) => add(words),
        Event::GeneralRef(reference) => add(referred(reference)?.encode_utf8(&mut [0; 4])),
        _ => {}
    }
    Ok(())
}

/// The character that a reference stands for: its number, or one of the five names that XML has
/// (XML 1.0, section 4.6). No other is known, since no grammar is read.
///
/// # Errors
/// When it stands for none of these.
pub fn referred(reference: &BytesRef<'_>) -> Result<char, Refused> {
    let by_number = reference.resolve_char_ref().map_err(|_| Refused::Damaged)?;
    let name = reference.xml10_content();
    let by_name = match &*name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    };
    by_number.or(by_name).ok_or(Refused::Damaged)
}

/// The value of an attribute by its name, whatever the prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let [value] = attributes(element, [name]);
    value.map(Cow::into_owned)
}

/// The values of some attributes by their names, whatever the prefixes.
pub(super) fn attributes<'e, const N: usize>(
    element: &'e BytesStart<'_>,
    names: [&str; N],
) -> [Option<Cow<'e, str>>; N] {
    let mut values = [const { None }; N];
    let mut attributes = element.attributes();
    for attribute in attributes
        .with_checks(false)
        .take(MOST_ATTRIBUTES)
        .map_while(Result::ok)
    {
        let own = attribute.key.local_name();
        if let Some(place) = names.iter().position(|name| *name == own.as_ref()) {
            values[place] = attribute.normalized_value(XmlVersion::Implicit1_0).ok();
        }
    }
    values
}
