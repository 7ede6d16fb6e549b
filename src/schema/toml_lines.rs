//! The lines of a TOML file as a person sees them, whatever the parser makes of it.

use std::ops::Range;

/// Whether a line looks like a fact: `titel = …`.
pub(crate) fn is_fact(line: &str) -> bool {
    line.split_once('=')
        .map(|(word, _)| word.trim())
        .is_some_and(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        })
}

/// The end of the lines that are neither a fact nor a header.
pub(crate) fn until_next_fact(text: &str, from: usize) -> usize {
    let mut end = from;
    for line in text[from..].split_inclusive('\n') {
        if is_fact(line) || line.starts_with('[') {
            break;
        }
        end += line.len();
    }
    end
}

/// Where a value that begins here ends, as a person sees it.
pub(crate) fn token_end(text: &str, start: usize) -> usize {
    text[start..]
        .find(['\n', '#', ',', ']', '}'])
        .map_or(text.len(), |end| start + end)
}

/// The line that a byte stands in, without its end.
pub(crate) fn line_at(text: &str, byte: usize) -> Range<usize> {
    let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
    start
        ..text[byte..]
            .find('\n')
            .map_or(text.len(), |newline| byte + newline)
}

/// A range whose ends stand between characters of the text.
pub(crate) fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    start..text.floor_char_boundary(range.end.clamp(start, text.len()))
}

/// Tells the line of a byte, from 0. Counted once: a large file may have as many mistakes as lines.
pub(crate) fn lines(text: &str) -> impl Fn(usize) -> usize {
    let ends: Vec<usize> = text.match_indices('\n').map(|(end, _)| end).collect();
    move |byte| ends.partition_point(|end| *end < byte)
}
