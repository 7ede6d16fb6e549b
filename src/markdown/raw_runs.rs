//! Raw HTML as it may be read: its source, which is shown where a site escapes it, and the words
//! between its tags, which are shown where a site lets a safe part of it through. Whole comments
//! are never shown.

use std::ops::Range;

use super::runs::{Markup, MarkupKind, OBJECT, PlacedWords, Run};

/// Elements that part no words: `06-<b>12345678</b>` reads as one number.
const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Whether a piece of HTML is a whole comment, which nobody reads.
pub fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.find("-->").is_some_and(|end| end + 3 == html.len())
}

/// Whether a tag breaks the line.
pub(super) fn is_line_break(tag: &str) -> bool {
    name_of(tag) == "br"
}

fn name_of(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    name.chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}

/// The source of some lines of HTML as a run, and the words between their tags as another.
pub(super) fn raw_runs(text: &str, lines: &[Range<usize>]) -> Vec<Run> {
    let mut source = Run::default();
    let mut bare = Run::default();
    let mut in_comment = false;
    // A comment that never ends is shown.
    let last_end = lines
        .iter()
        .rev()
        .find_map(|line| text[line.clone()].rfind("-->").map(|end| line.start + end))
        .unwrap_or_default();
    for line in lines {
        let mut at = line.start;
        // The next sign that closes a tag; sought again only when it is passed, so that a line of
        // signs that never close is walked once.
        let mut close = at;
        while at < line.end {
            let rest = &text[at..line.end];
            if in_comment {
                let end = rest.find("-->").map(|end| end + 3);
                in_comment = end.is_none();
                at += end.unwrap_or(rest.len());
            } else if rest.starts_with("<!--") && last_end >= at + 4 {
                in_comment = true;
            } else {
                if close <= at {
                    close = rest.find('>').map_or(line.end, |close| at + close + 1);
                }
                let range = at..at + span_of(rest, close - at);
                at = range.end;
                let piece = |words: &str| PlacedWords {
                    words: words.to_owned(),
                    range: range.clone(),
                    mark: None,
                };
                let written = &text[range.clone()];
                source.pieces.push(piece(written));
                if !is_tag(written) {
                    bare.pieces.push(piece(written));
                } else if is_line_break(written) {
                    bare.pieces.push(piece("\n"));
                } else if INLINE.contains(&name_of(written).as_str()) {
                    let pieces = bare.pieces.len()..bare.pieces.len();
                    bare.marks.push(Markup {
                        kind: MarkupKind::Tag,
                        inner: range.end..range.end,
                        range,
                        pieces,
                        parent: None,
                    });
                } else {
                    bare.pieces.push(piece(&OBJECT.to_string()));
                }
            }
        }
    }
    [source, bare]
        .into_iter()
        .filter(|run| !run.pieces.is_empty())
        .collect()
}

fn is_tag(written: &str) -> bool {
    written.starts_with('<')
        && written.ends_with('>')
        && written[1..].starts_with(|first: char| first.is_ascii_alphabetic() || first == '/')
}

/// How much of this is one tag, which may end at `close`, or words up to the next.
fn span_of(html: &str, close: usize) -> usize {
    if is_tag(&html[..close]) {
        return close;
    }
    let first = html.chars().next().map_or(0, char::len_utf8);
    html[first..]
        .find('<')
        .map_or(html.len(), |next| first + next)
}
