//! XML of other programs, read from its beginning to its end: elements by their names without
//! prefixes, text with its references read. What lies too deep is refused, and so is what no such
//! program writes.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::refused::Refused;
use super::xml_events::{XmlEvents, referred};

/// The most bytes of a text between two tags, which may be copied a few times.
const LONGEST_TEXT: usize = 4_000_000;

/// Reads a part.
pub(super) struct XmlReader<'a>(XmlEvents<'a>);

/// What comes next.
pub(super) enum Node<'a> {
    /// An element begins; its end follows, also where it is empty.
    Open(Element<'a>),
    /// The element that is open ends.
    Close,
    /// Text, perhaps not all of it.
    Text(Cow<'a, str>),
    /// The part ends.
    End,
}

/// The beginning of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

/// A part as text.
///
/// # Errors
/// When it is not written in UTF-8, as Office and `OpenDocument` files are.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, Refused> {
    String::from_utf8(bytes).map_err(|_| Refused::Damaged)
}

impl<'a> XmlReader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(XmlEvents::of(text.trim_start_matches('\u{FEFF}')))
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Node<'a>, Refused> {
        loop {
            return Ok(match self.0.next()? {
                None => Node::End,
                Some(Event::Start(element)) => Node::Open(Element(element)),
                Some(Event::End(_)) => Node::Close,
                Some(Event::Text(text)) => Node::Text(short(text.into_inner())?),
                Some(Event::CData(text)) => Node::Text(short(text.into_inner())?),
                Some(Event::GeneralRef(reference)) => {
                    Node::Text(Cow::Owned(referred(&reference)?.to_string()))
                }
                Some(_) => continue,
            });
        }
    }

    /// The next element in the one that is open; `None` where that ends.
    pub(super) fn child(&mut self) -> Result<Option<Element<'a>>, Refused> {
        loop {
            match self.next()? {
                Node::Open(element) => return Ok(Some(element)),
                Node::Close | Node::End => return Ok(None),
                Node::Text(_) => {}
            }
        }
    }

    /// Opens the first of the ways in which something is written, in `AlternateContent`, which is
    /// open; `false` where there is none. The others are the same for older programs (ECMA-376 part
    /// 3, section 7.5).
    pub(super) fn open_choice(&mut self) -> Result<bool, Refused> {
        while let Some(child) = self.child()? {
            if child.name() == "Choice" {
                return Ok(true);
            }
            self.skip()?;
        }
        Ok(false)
    }

    /// Passes over what is left of the element that is open, with its end; gives whether a letter
    /// or digit stood in it.
    pub(super) fn skip(&mut self) -> Result<bool, Refused> {
        let mut open = 1_usize;
        let mut says_something = false;
        while open > 0 {
            match self.next()? {
                Node::Open(_) => open += 1,
                Node::Close => open -= 1,
                Node::Text(text) => says_something |= text.contains(char::is_alphanumeric),
                Node::End => return Err(Refused::Damaged),
            }
        }
        Ok(says_something)
    }

    /// The text within the element that is open, at most so many bytes of it, and its end.
    pub(super) fn text(&mut self, most: usize) -> Result<String, Refused> {
        let (mut open, mut all) = (1_usize, String::new());
        while open > 0 {
            match self.next()? {
                Node::Open(_) => open += 1,
                Node::Close => open -= 1,
                Node::Text(text) if all.len() + text.len() <= most => all.push_str(&text),
                Node::Text(_) => {}
                Node::End => return Err(Refused::Damaged),
            }
        }
        Ok(all)
    }
}

impl Element<'_> {
    /// Its name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Its prefix; empty where it has none.
    pub(super) fn prefix(&self) -> &str {
        self.0
            .name()
            .prefix()
            .map_or("", |prefix| prefix.into_inner())
    }

    /// The value of an attribute, by its name without a prefix.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.find(|attribute| attribute.rsplit(':').next() == Some(name))
    }

    /// The prefix that stands for a vocabulary: the first of these that is declared here.
    pub(super) fn prefix_of(&self, vocabularies: &[&str]) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .find_map(|attribute| {
                let name = attribute.key.into_inner();
                let prefix = name.strip_prefix("xmlns")?.trim_start_matches(':');
                vocabularies
                    .contains(&attribute.value.as_ref())
                    .then(|| prefix.to_owned())
            })
    }

    /// Attributes are not compared with each other, which would take time by the square of their
    /// number.
    fn find(&self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| wanted(attribute.key.into_inner()))?;
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()
            .map(Cow::into_owned)
    }
}

/// A text that may be copied.
fn short(text: Cow<'_, str>) -> Result<Cow<'_, str>, Refused> {
    if text.len() > LONGEST_TEXT {
        return Err(Refused::TooMuchText);
    }
    Ok(text)
}
