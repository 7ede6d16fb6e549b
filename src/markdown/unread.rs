//! What was meant as a link or picture and is none, because its destination holds a space: readers
//! are shown its signs. Nothing here knows a file.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::events::syntax;
use super::nesting;

/// The longest destination that is looked for, in bytes; nobody writes a longer one.
const LONGEST: usize = 500;

/// The destinations of what was meant as a link or picture, in order: `media/IMG 1234 (2).JPG` of
/// `![Zaal](media/IMG 1234 (2).JPG)`. A word between brackets with a remark behind it is none.
pub fn unread_destinations(text: &str) -> Vec<Range<usize>> {
    if !text.contains("](") || nesting::too_deep(text) {
        return Vec::new();
    }
    let parser = Parser::new_ext(text, syntax());
    let (mut found, mut in_code) = (Vec::new(), false);
    for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => add(text, range, &mut found),
            _ => {}
        }
    }
    found
}

/// Adds the destinations that begin within a run of words.
fn add(text: &str, words: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut from = words.start;
    while let Some(at) = text.get(from..words.end).and_then(|rest| rest.find("](")) {
        from += at + "](".len();
        if let Some(end) = end_of(text, from)
            && let destination = without_title(&text[from..end])
            && is_file_with_space(destination)
        {
            found.push(from..from + destination.len());
            from = end;
        }
    }
}

/// Where a destination ends that begins here: at the bracket that closes it, on the same line.
fn end_of(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..text.floor_char_boundary(start + LONGEST)];
    let mut open = 0;
    for (at, character) in rest.char_indices() {
        match character {
            '\n' => return None,
            '(' => open += 1,
            ')' if open == 0 => return Some(start + at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// The destination without a title behind it: `media/a b.jpg "De zaal"`.
fn without_title(written: &str) -> &str {
    let written = written.trim();
    match written.find(" \"") {
        Some(title) if written.ends_with('"') => written[..title].trim_end(),
        _ => written,
    }
}

/// Whether a destination is the name of a file, or an address of one, with a space in it.
fn is_file_with_space(destination: &str) -> bool {
    let ending = destination
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending);
    destination.contains(' ')
        && !destination.starts_with('<')
        && (1..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
