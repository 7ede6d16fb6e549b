//! A long TOML text in pieces that are read one after another. What the parser holds of a text while
//! it reads is some fifteen times as large as the text; of a piece it is little.

use std::ops::Range;

/// The least bytes of a piece; the last is as long as it is.
const PIECE: usize = 1 << 16;

/// The pieces of a text: each but the first begins with a line that begins with `opening`, such as
/// the `[[` of a header. One piece where the text is short.
///
/// Such a line may stand within quotes or a list. The piece before it then has no end to those, which
/// is a mistake for the parser: who gets none of any piece has read what the whole says.
pub(crate) fn pieces(text: &str, opening: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut pieces = Vec::with_capacity(text.len() / PIECE + 1);
    let mut start = 0;
    let cut = format!("\n{opening}");
    while let Some(found) = bytes
        .get(start + PIECE..)
        .and_then(|rest| memchr::memmem::find(rest, cut.as_bytes()))
    {
        let end = start + PIECE + found + 1;
        pieces.push(start..end);
        start = end;
    }
    pieces.push(start..text.len());
    pieces
}

/// The first line of a text that says something, without the blanks before it.
pub(crate) fn first_saying(text: &str) -> &str {
    text.lines()
        .map(str::trim_start)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{PIECE, first_saying, pieces};

    #[test]
    fn pieces_are_the_whole_text_and_begin_with_headers() {
        let row = format!("[[deal]]\ntitel = \"{}\"\n", "é".repeat(40));
        let text = row.repeat(4 * PIECE / row.len());
        let pieces = pieces(&text, "[[");
        assert!(pieces.len() > 3, "{}", pieces.len());
        let mut end = 0;
        for piece in pieces {
            assert_eq!(piece.start, end);
            assert!(text[piece.clone()].starts_with("[[deal]]\n"));
            end = piece.end;
        }
        assert_eq!(end, text.len());
    }

    #[test]
    fn a_short_text_is_one_piece() {
        for text in ["", "a = 1\n[b]\n"] {
            assert_eq!(pieces(text, "["), std::slice::from_ref(&(0..text.len())));
        }
    }

    #[test]
    fn what_says_nothing_is_passed_over() {
        assert_eq!(first_saying("\n  # uitleg\n\n  [[deal]]\n"), "[[deal]]");
        assert_eq!(first_saying("# uitleg"), "");
    }
}
