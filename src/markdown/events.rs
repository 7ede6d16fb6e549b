//! The one way in which a text is parsed, and what the events of the parser say together.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd, TextMergeStream};

use super::nesting;
use super::raw_runs::is_line_break;

/// The parser's options. Heading attributes stay off: ids come from the headings' own words.
pub(super) fn syntax() -> pulldown_cmark::Options {
    pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
        | pulldown_cmark::Options::ENABLE_TASKLISTS
}

/// The text's events, runs of text in one; `None` where blocks nest so deep that no person wrote
/// them. In a cell of a table `<br>` ends a line, for Markdown has no other way to say it there.
pub(crate) fn events(text: &str) -> Option<Vec<Event<'_>>> {
    if nesting::too_deep(text) {
        return None;
    }
    let mut in_cell = false;
    let events = TextMergeStream::new(Parser::new_ext(text, syntax())).map(|event| {
        match &event {
            Event::Start(Tag::TableCell) => in_cell = true,
            Event::End(TagEnd::TableCell) => in_cell = false,
            Event::InlineHtml(tag) if in_cell && is_line_break(tag) => return Event::HardBreak,
            _ => {}
        }
        event
    });
    Some(events.collect())
}

/// For every event that starts something, the index of the one that ends it; itself for the others.
pub(super) fn partners(events: &[Event<'_>]) -> Vec<usize> {
    let mut open = Vec::new();
    let mut partners: Vec<usize> = (0..events.len()).collect();
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(_) => open.push(index),
            Event::End(_) => {
                if let Some(start) = open.pop() {
                    partners[start] = index;
                }
            }
            _ => {}
        }
    }
    partners
}

/// The words of some events, without any markup: what a reader would hear. Pictures count with
/// their alt text.
pub(super) fn words_of(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Where each label of a link is defined, by the label in small letters.
pub(super) fn definitions(parser: &Parser<'_>) -> BTreeMap<String, Range<usize>> {
    parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
        .collect()
}

/// Where a link leads: an e-mail address in `<…>` gets its scheme.
pub(super) fn link_destination(link_type: LinkType, written: &str) -> String {
    if link_type == LinkType::Email {
        format!("mailto:{written}")
    } else {
        written.to_owned()
    }
}
