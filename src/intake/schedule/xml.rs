//! A programme as XML, as a tree: attributes and elements by name.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};

use super::unreadable::{ScheduleProblem, UnreadSchedule};
use super::value::{ForeignValue, Kept, LONGEST_TEXT, kept_name};
use crate::intake::refused::Refused;
use crate::intake::xml_events::{XmlEvents, add_text, attributes};

/// The attributes that are read.
const ATTRIBUTES: [&str; 7] = ["name", "guid", "id", "code", "date", "start", "href"];

/// Reads a file of XML; gives what its outermost element holds.
pub(super) fn xml(text: &str) -> Result<ForeignValue, UnreadSchedule> {
    let mut events = XmlEvents::of(text);
    let kept = Kept::default();
    let read = root(&mut events, &kept);
    read.map_err(|problem| UnreadSchedule {
        problem,
        byte: events.position().min(text.len()),
    })
}

fn root(events: &mut XmlEvents<'_>, kept: &Kept) -> Result<ForeignValue, ScheduleProblem> {
    let mut root = ForeignValue::Nothing;
    while let Some(event) = events.next().map_err(of_xml)? {
        if let Event::Start(start) = event {
            root = element(&start, events, kept)?;
        }
    }
    Ok(root)
}

/// Reads an element that was just begun, to its end. It lies no deeper than [`XmlEvents`] allows.
fn element(
    start: &BytesStart<'_>,
    events: &mut XmlEvents<'_>,
    kept: &Kept,
) -> Result<ForeignValue, ScheduleProblem> {
    kept.count()?;
    let mut named: Vec<(Cow<'static, str>, ForeignValue)> = Vec::new();
    for (name, value) in ATTRIBUTES.into_iter().zip(attributes(start, ATTRIBUTES)) {
        if let (Some(name), Some(value)) = (kept_name(name), value) {
            kept.count()?;
            named.push((Cow::Borrowed(name), ForeignValue::Said(value.into_owned())));
        }
    }
    let outside = events.depth() - 1;
    let mut text = String::new();
    while events.depth() > outside {
        match events.next().map_err(of_xml)? {
            Some(Event::Start(child)) => {
                let own = child.local_name();
                match kept_name(own.as_ref()) {
                    Some(name) => {
                        let value = element(&child, events, kept)?;
                        named.push((Cow::Borrowed(name), value));
                    }
                    None => events.skip().map_err(of_xml)?,
                }
            }
            Some(event) => {
                // One byte more than is taken shows that there is more.
                add_text(&event, &mut text, LONGEST_TEXT * 4 + 1).map_err(of_xml)?;
                if text.len() > LONGEST_TEXT * 4 {
                    return Err(ScheduleProblem::LongText);
                }
            }
            None => return Err(ScheduleProblem::NotXml),
        }
    }
    Ok(ForeignValue::element(named, text))
}

fn of_xml(refused: Refused) -> ScheduleProblem {
    match refused {
        Refused::TooDeep => ScheduleProblem::TooDeep,
        Refused::DeclaresGrammar => ScheduleProblem::DeclaresGrammar,
        _ => ScheduleProblem::NotXml,
    }
}
