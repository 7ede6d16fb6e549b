//! [`each_text`]: a list that a server sends, as the texts in its elements. It may be anything.

use std::io::{self, ErrorKind};

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use crate::intake::referred;

/// No list of a server nests deeper.
const DEEPEST: usize = 32;

/// No path or word in a list is longer.
const LONGEST: usize = 8_000;

/// Tells of each element, when it ends: the names of the elements around it and its own, without
/// prefixes, and the text in it.
///
/// # Errors
/// When it is no XML, declares a grammar, nests deeper or tells more than lists do.
pub(in crate::publish) fn each_text(
    bytes: &[u8],
    mut on: impl FnMut(&[String], &str) -> io::Result<()>,
) -> io::Result<()> {
    let damaged = || io::Error::from(ErrorKind::InvalidData);
    let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
    let mut reader = Reader::from_str(text);
    // An empty element is then told of as one that begins and ends.
    reader.config_mut().expand_empty_elements = true;
    let mut names: Vec<String> = Vec::new();
    let mut text = String::new();
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(element) => {
                if names.len() == DEEPEST {
                    return Err(damaged());
                }
                names.push(element.local_name().as_ref().to_owned());
                text.clear();
            }
            Event::End(_) => {
                on(&names, text.trim())?;
                text.clear();
                names.pop().ok_or_else(damaged)?;
            }
            Event::Text(words) => text.push_str(&words),
            Event::CData(words) => text.push_str(&words),
            Event::GeneralRef(reference) => {
                text.push(referred(&reference).map_err(|_| damaged())?);
            }
            Event::Eof if names.is_empty() => return Ok(()),
            Event::DocType(_) | Event::Eof => return Err(damaged()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        if text.len() > LONGEST {
            return Err(damaged());
        }
    }
}
