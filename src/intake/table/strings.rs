//! The texts of an Excel workbook, which its cells share, and texts with parts of their own look.

use quick_xml::events::Event;

use super::super::refused::Refused;
use super::allowance::{MOST_OF_CELL, MOST_WALKED, TooMuch};
use super::unreadable::Unreadable;
use crate::intake::xml_events::{XmlEvents, add_text};

/// The most bytes of a text: one more than a cell may have is enough to know that it has too many.
const MOST: usize = MOST_OF_CELL * 4 + 4;

/// The texts that cells share, one behind the other.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl SharedStrings {
    /// Reads the part that holds them.
    ///
    /// # Errors
    /// When it cannot be read, or holds more than is read.
    pub(super) fn read(part: &str) -> Result<Self, Unreadable> {
        let mut strings = Self::default();
        let mut events = XmlEvents::of(part);
        while let Some(event) = events.next()? {
            if let Event::Start(element) = &event
                && element.local_name().as_ref() == "si"
            {
                if strings.ends.len() >= MOST_WALKED {
                    return Err(TooMuch::Cells.into());
                }
                let text = rich_text(&mut events)?;
                strings.text.push_str(&text);
                let end = u32::try_from(strings.text.len()).map_err(|_| Refused::Damaged)?;
                strings.ends.push(end);
            }
        }
        Ok(strings)
    }

    /// The text of this number, from 0.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = match number {
            0 => 0,
            _ => self.ends[number - 1] as usize,
        };
        self.text.get(start..end)
    }
}

/// The text of the element that was just begun: its `t` elements in any depth, but for readings of
/// Japanese (`rPh`).
pub(super) fn rich_text(events: &mut XmlEvents<'_>) -> Result<String, Refused> {
    let outside = events.depth() - 1;
    let mut text = String::new();
    let mut is_text = false;
    while events.depth() > outside {
        match events.next()? {
            Some(Event::Start(element)) => match element.local_name().as_ref() {
                "rPh" => events.skip()?,
                name => is_text = name == "t",
            },
            Some(Event::End(_)) => is_text = false,
            Some(event) if is_text => add_text(&event, &mut text, MOST)?,
            _ => {}
        }
    }
    Ok(unescaped(text))
}

/// A text without `_x000D_` and its like, by which Excel writes what XML cannot hold (ECMA-376 part
/// 1, section 22.9.2.19).
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(place) = rest.find("_x") {
        plain.push_str(&rest[..place]);
        let code = rest.get(place + 2..place + 7).and_then(|code| {
            let digits = code.strip_suffix('_')?;
            let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)
        });
        match code.and_then(char::from_u32) {
            Some(character) => {
                plain.push(character);
                rest = &rest[place + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[place + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{SharedStrings, unescaped};

    #[test]
    fn texts_are_read_without_their_look() {
        let part = "<sst><si><t>een</t></si><si><r><t xml:space=\"preserve\">twee </t></r><r><rPr><b/></rPr>\
                    <t>&amp; drie</t></r><rPh sb=\"0\" eb=\"1\"><t>weg</t></rPh></si><si/></sst>";
        let strings = SharedStrings::read(part).expect("it is XML");
        let all: Vec<_> = (0..4).map(|number| strings.get(number)).collect();
        assert_eq!(all, [Some("een"), Some("twee & drie"), Some(""), None]);
    }

    #[test]
    fn escapes_of_excel_are_undone() {
        assert_eq!(unescaped("a_x000D_b_x005F_x".to_owned()), "a\rb_x");
        assert_eq!(
            unescaped("max_xyz_x00é0_ _x".to_owned()),
            "max_xyz_x00é0_ _x"
        );
    }
}
