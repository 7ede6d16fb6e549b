//! One cell of an `OpenDocument` spreadsheet (ODF 1.3 part 3, sections 9.1.4 and 19.385).

use quick_xml::events::{BytesStart, Event};

use super::super::refused::Refused;
use super::allowance::MOST_OF_CELL;
use super::cells::CellValue;
use super::moments::{iso_duration, iso_moment};
use crate::intake::xml_events::{XmlEvents, add_text, attribute};

/// What a cell holds, and how many comments it has.
pub(super) struct OdsCell {
    pub(super) value: Option<CellValue>,
    pub(super) comments: usize,
}

/// The most bytes of a text: more than a cell may have, which is told of where it is added.
const MOST: usize = MOST_OF_CELL * 4 + 4;

/// Reads the cell that was just begun.
pub(super) fn cell(
    element: &BytesStart<'_>,
    events: &mut XmlEvents<'_>,
) -> Result<OdsCell, Refused> {
    let shown = shown(events)?;
    let of = |name: &str| attribute(element, name).unwrap_or_default();
    let number = || {
        of("value")
            .trim()
            .parse::<f64>()
            .ok()
            .filter(|value| value.is_finite())
    };
    let text = || (!shown.text.is_empty()).then(|| CellValue::Text(shown.text.clone()));
    let is_error = element
        .attributes()
        .with_checks(false)
        .flatten()
        .any(|attribute| {
            attribute.key.as_ref() == "calcext:value-type" && &*attribute.value == "error"
        });
    let kind = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref() == "office:value-type")
        .map(|attribute| attribute.value.into_owned())
        .unwrap_or_default();
    let value = match kind.as_str() {
        _ if is_error => Some(CellValue::Error(shown.text.clone())),
        "float" | "currency" => number().map_or_else(text, |value| {
            let digits = digits(&shown.text, value);
            Some(CellValue::Number { value, digits })
        }),
        "percentage" => number().map_or_else(text, |value| {
            let decimals = decimals(&shown.text);
            Some(CellValue::Percent { value, decimals })
        }),
        "date" => iso_moment(&of("date-value")).or_else(text),
        "time" => iso_duration(&of("time-value")).or_else(text),
        "boolean" => Some(CellValue::Bool(of("boolean-value") == "true")),
        "string" => text().or_else(|| Some(CellValue::Text(of("string-value")))),
        _ if !of("formula").is_empty() => text().or(Some(CellValue::NoResult)),
        _ => text(),
    };
    Ok(OdsCell {
        value,
        comments: shown.comments,
    })
}

/// The digits of a number that is shown with zeros before it.
fn digits(shown: &str, value: f64) -> u8 {
    let is_padded = shown.starts_with('0')
        && shown.len() > 1
        && shown.bytes().all(|byte| byte.is_ascii_digit())
        && shown
            .parse::<f64>()
            .is_ok_and(|number| number.to_bits() == value.to_bits());
    let digits = if is_padded { shown.len().min(30) } else { 0 };
    u8::try_from(digits).unwrap_or_default()
}

/// The decimals of a percentage as it is shown.
fn decimals(shown: &str) -> u8 {
    let behind = shown
        .rsplit_once(['.', ','])
        .map_or("", |(_, behind)| behind);
    let decimals = behind.bytes().take_while(u8::is_ascii_digit).count();
    u8::try_from(decimals.min(9)).unwrap_or_default()
}

/// What is shown in a cell.
#[derive(Default)]
struct ShownText {
    text: String,
    comments: usize,
}

/// The text of the cell that was just begun: a line for each paragraph, without comments.
fn shown(events: &mut XmlEvents<'_>) -> Result<ShownText, Refused> {
    let outside = events.depth() - 1;
    let mut shown = ShownText::default();
    let mut paragraphs = 0;
    // How deep the paragraph is that is open.
    let mut paragraph = None;
    while events.depth() > outside {
        let Some(event) = events.next()? else { break };
        match &event {
            Event::Start(element) => match element.name().as_ref() {
                "office:annotation" => {
                    shown.comments += 1;
                    events.skip()?;
                }
                "text:p" | "text:h" if paragraph.is_none() => {
                    if paragraphs > 0 && shown.text.len() < MOST {
                        shown.text.push('\n');
                    }
                    paragraphs += 1;
                    paragraph = Some(events.depth());
                }
                // More blanks than one stand as an element with their number.
                "text:s" if paragraph.is_some() => {
                    let count =
                        attribute(element, "c").and_then(|count| count.parse::<usize>().ok());
                    let count = count.unwrap_or(1).min(MOST_OF_CELL);
                    if shown.text.len() < MOST {
                        shown.text.extend(std::iter::repeat_n(' ', count));
                    }
                }
                "text:tab" if paragraph.is_some() => shown.text.push('\t'),
                "text:line-break" if paragraph.is_some() => shown.text.push('\n'),
                // A drawing may lie upon a cell, with a text of its own.
                name if name.starts_with("draw:") => events.skip()?,
                _ => {}
            },
            Event::End(_) => {
                paragraph = paragraph.filter(|depth| *depth <= events.depth());
            }
            event if paragraph.is_some() => add_text(event, &mut shown.text, MOST)?,
            _ => {}
        }
    }
    Ok(shown)
}
