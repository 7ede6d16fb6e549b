//! Characters that turn the direction of writing (Unicode Standard Annex 9): what a writer opens
//! with one and does not close turns what follows on the page, in a feed, in the name of a file.
//!
//! Those that open or close something go, all of them. The three marks stay between letters that
//! are written from right to left, where they put a full stop in its place; elsewhere, and at an
//! end, they go too. The letters themselves are never touched.

use std::ops::Range;

use memchr::memchr2_iter;

use super::signs::Sign;

/// Whether a character turns the direction of what follows it.
pub(super) fn turns(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') || is_mark(character)
}

/// Whether a text holds a character that turns the direction of writing.
pub(super) fn holds_turn(text: &str) -> bool {
    // Each of them begins with one of two bytes.
    memchr2_iter(0xE2, 0xD8, text.as_bytes()).any(|at| text[at..].starts_with(turns))
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Whether a letter is written from right to left: Hebrew, Arabic, and the scripts beside them in
/// Unicode.
fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        && !is_mark(character)
        && character.is_alphabetic()
}

/// Which characters of a text are to go: their positions.
pub(super) fn to_go(characters: impl Iterator<Item = char> + Clone) -> Vec<usize> {
    let keeps_marks = characters.clone().any(is_right_to_left);
    let is_seen = |character: &char| !turns(*character) && !character.is_whitespace();
    let mut first = None;
    let mut last = None;
    for (at, _) in characters
        .clone()
        .enumerate()
        .filter(|(_, character)| is_seen(character))
    {
        first = first.or(Some(at));
        last = Some(at);
    }
    let is_within =
        |at: usize| first.is_some_and(|first| first < at) && last.is_some_and(|last| at < last);
    characters
        .enumerate()
        .filter(|(at, character)| {
            turns(*character) && !(keeps_marks && is_mark(*character) && is_within(*at))
        })
        .map(|(at, _)| at)
        .collect()
}

/// The bytes of the characters of a text that are to go, those beside each other as one.
pub(super) fn ranges_to_go(signs: &[Sign]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for at in to_go(signs.iter().map(|sign| sign.character)) {
        let range = signs[at].range();
        match ranges.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => ranges.push(range),
        }
    }
    ranges
}

/// A line without them, and where they stood; nothing where there are none.
pub(super) fn straight_line(text: &str) -> Option<(String, Vec<Range<usize>>)> {
    let gone = if holds_turn(text) {
        to_go(text.chars())
    } else {
        Vec::new()
    };
    if gone.is_empty() {
        return None;
    }
    let (mut kept, mut ranges) = (
        String::with_capacity(text.len()),
        Vec::<Range<usize>>::new(),
    );
    let mut gone = gone.into_iter().peekable();
    for (position, (at, character)) in text.char_indices().enumerate() {
        if gone.next_if_eq(&position).is_none() {
            kept.push(character);
            continue;
        }
        let end = at + character.len_utf8();
        match ranges.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => ranges.push(at..end),
        }
    }
    Some((kept, ranges))
}

#[cfg(test)]
mod tests {
    use super::straight_line;

    fn straight(text: &str) -> String {
        straight_line(text).map_or_else(|| text.to_owned(), |(kept, _)| kept)
    }

    #[test]
    fn nothing_turns_what_follows_and_letters_stay() {
        for (text, kept) in [
            ("Gewoon", "Gewoon"),
            ("\u{202E}omgekeerd", "omgekeerd"),
            ("a\u{2067}b\u{2069}c\u{202A}", "abc"),
            ("Jan\u{200E}", "Jan"),
            ("Jan \u{200F} de Vries", "Jan  de Vries"),
            ("שלום עולם", "שלום עולם"),
            ("שלום C++\u{200F} עולם\u{200F}", "שלום C++\u{200F} עולם"),
            ("مرحبا\u{61C}!", "مرحبا\u{61C}!"),
            ("\u{202B}مرحبا\u{202C}", "مرحبا"),
        ] {
            assert_eq!(straight(text), kept, "{text:?}");
            assert_eq!(straight(kept), kept, "{text:?}");
        }
        assert_eq!(
            straight_line("a\u{202E}\u{202D}b\u{2066}").map(|(_, ranges)| ranges),
            Some(vec![1..7, 8..11])
        );
    }
}
