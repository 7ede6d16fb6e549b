//! Where the destination and the title of a link or picture stand in the source.

use std::ops::Range;

/// The parts of a link, picture or definition of a label: their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkParts {
    /// The destination, without angle brackets around it.
    pub destination: Range<usize>,
    /// The title, without its quotes.
    pub title: Option<Range<usize>>,
}

/// The parts of an inline link, given the bytes from the end of its words:
/// `](destination "title")`.
pub(super) fn parts_of_inline(text: &str, rest: Range<usize>) -> Option<LinkParts> {
    let inner = text
        .get(rest.clone())?
        .strip_prefix("](")?
        .strip_suffix(')')?;
    parts(inner, rest.start + 2)
}

/// The parts of a definition: `[label]: destination "title"`.
pub(super) fn parts_in_definition(text: &str, definition: &Range<usize>) -> Option<LinkParts> {
    let written = text.get(definition.clone())?;
    let mut escaped = false;
    let mut begun = false;
    let label_end = written.char_indices().find_map(|(at, character)| {
        let is_end = begun && !escaped && character == ']';
        begun |= character == '[';
        escaped = character == '\\' && !escaped;
        is_end.then_some(at)
    })?;
    let rest = written[label_end + 1..].strip_prefix(':')?;
    parts(rest, definition.start + label_end + 2)
}

/// A destination and what may be a title behind it; `start` is where they begin in the text.
fn parts(written: &str, start: usize) -> Option<LinkParts> {
    let begin = written.len() - written.trim_start().len();
    let rest = &written[begin..];
    let (destination, after) = match rest.strip_prefix('<') {
        Some(inner) => {
            let end = unescaped(inner, |character| character == '>')?;
            (begin + 1..begin + 1 + end, begin + end + 2)
        }
        None => {
            let end = unescaped(rest, char::is_whitespace).unwrap_or(rest.len());
            (begin..begin + end, begin + end)
        }
    };
    let behind = &written[after..];
    let opens = after + behind.len() - behind.trim_start().len();
    let end = written.trim_end().len();
    let is_title =
        opens < end && matches!(written.as_bytes()[opens], b'"' | b'\'' | b'(') && end - opens >= 2;
    Some(LinkParts {
        destination: start + destination.start..start + destination.end,
        title: is_title.then(|| start + opens + 1..start + end - 1),
    })
}

/// The place of the first such character that no backslash escapes.
fn unescaped(text: &str, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, character)| {
        let is_it = !escaped && wanted(character);
        escaped = character == '\\' && !escaped;
        is_it.then_some(at)
    })
}
