//! Sentences and their words, by the signs that people write between them.

use std::ops::Range;

use crate::words::office::{POINT_AT_END, POINT_WITHIN};

/// A word of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlacedWord<'a> {
    /// With the signs around it: `("m.b.t.,`.
    pub(super) written: &'a str,
    /// Without them, but for a point that may belong to it: `m.b.t.`.
    pub(super) bare: &'a str,
    /// The bytes of that.
    pub(super) range: Range<usize>,
    /// Whether it is the first of its sentence.
    pub(super) opens: bool,
    /// Whether it stands between quotation marks.
    pub(super) is_quoted: bool,
}

/// A sentence: its words, by their positions.
pub(super) type Sentence = Range<usize>;

/// The words of a passage, and its sentences. What holds no letter or digit is no word.
pub(super) fn sentences(text: &str) -> (Vec<PlacedWord<'_>>, Vec<Sentence>) {
    let mut words: Vec<PlacedWord<'_>> = Vec::new();
    let mut found = Vec::new();
    let (mut first, mut ended, mut open) = (0, true, None);
    for written in text.split_whitespace() {
        let start = written.as_ptr() as usize - text.as_ptr() as usize;
        let quoted = quoted(written, &mut open);
        let bare = bare(written);
        if !bare.chars().any(char::is_alphanumeric) {
            continue;
        }
        let begins = ended && opens_sentence(written);
        if begins && words.len() > first {
            found.push(first..words.len());
            first = words.len();
        }
        let offset = bare.as_ptr() as usize - written.as_ptr() as usize;
        words.push(PlacedWord {
            written,
            bare,
            range: start + offset..start + offset + bare.len(),
            opens: begins || words.is_empty(),
            is_quoted: quoted,
        });
        ended = ends_sentence(written);
    }
    if words.len() > first {
        found.push(first..words.len());
    }
    (words, found)
}

/// Signs that words of others stand between.
const QUOTATION_MARKS: [char; 8] = ['“', '”', '„', '‘', '’', '"', '«', '»'];

/// Whether a word stands between quotation marks; `open` is the sign that is to close them.
fn quoted(written: &str, open: &mut Option<char>) -> bool {
    let mut is_quoted = open.is_some();
    for (at, mark) in written.match_indices(QUOTATION_MARKS) {
        let mark = mark.chars().next().expect("a mark is a character");
        let behind = &written[at + mark.len_utf8()..];
        match *open {
            // The apostrophe of "regio’s" closes nothing.
            Some(close) if mark == close => {
                if mark != '’' || !behind.starts_with(char::is_alphabetic) {
                    *open = None;
                }
            }
            Some(_) => {}
            None => {
                *open = match mark {
                    '“' | '„' => Some('”'),
                    '‘' => Some('’'),
                    '"' if !behind.is_empty() => Some('"'),
                    '«' => Some('»'),
                    _ => None,
                };
                is_quoted |= open.is_some();
            }
        }
    }
    is_quoted
}

/// A word without the signs around it. A point stays where it belongs to the word.
fn bare(written: &str) -> &str {
    let trimmed = written.trim_matches(|character: char| !character.is_alphanumeric());
    let start = trimmed.as_ptr() as usize - written.as_ptr() as usize;
    let end = start + trimmed.len();
    let is_short = || {
        let small = trimmed.to_lowercase();
        small.contains('.')
            || POINT_WITHIN.contains(&small.as_str())
            || POINT_AT_END.contains(&small.as_str())
    };
    match written.as_bytes().get(end) {
        Some(b'.') if is_short() => &written[start..=end],
        _ => trimmed,
    }
}

/// Whether a sentence may begin with this word.
fn opens_sentence(written: &str) -> bool {
    let first = written
        .chars()
        .find(|character| character.is_alphanumeric());
    let is_quoted = written.starts_with(['“', '„', '‘', '"', '\'', '’']);
    is_quoted || first.is_some_and(|first| first.is_uppercase() || first.is_numeric())
}

/// Whether a word is the last of its sentence, where the next may begin one.
fn ends_sentence(written: &str) -> bool {
    let closed = written.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*', '_']);
    if closed.ends_with(['!', '?', '…']) {
        return true;
    }
    let Some(word) = closed.strip_suffix('.') else {
        return false;
    };
    let word = word.trim_start_matches(|character: char| !character.is_alphanumeric());
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let is_shortened = word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic));
    !(is_initial || is_shortened || POINT_WITHIN.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn lengths(text: &str) -> Vec<usize> {
        sentences(text)
            .1
            .iter()
            .map(ExactSizeIterator::len)
            .collect()
    }

    #[test]
    fn sentences_end_where_people_end_them() {
        assert_eq!(lengths("Jan kwam. Piet ging weg!"), [2, 3]);
        assert_eq!(
            lengths("Drs. J. Dijkstra sprak o.a. in Zwolle. Daarna niet."),
            [7, 2]
        );
        assert_eq!(
            lengths("Het kost € 3.000 per jaar. 12 scholen doen mee."),
            [5, 4]
        );
        assert_eq!(lengths("“Komt u ook?” vroeg hij – en zij kwam."), [8]);
        assert_eq!(lengths("In 2018. Toen wel"), [2, 2]);
        assert_eq!(lengths(""), [] as [usize; 0]);
        assert_eq!(lengths("– … –"), [] as [usize; 0]);
    }

    #[test]
    fn words_between_quotation_marks_are_known() {
        let (words, _) = sentences("Zij zei: “Conform de regio’s plannen.” Conform wat?");
        let quoted: Vec<&str> = words
            .iter()
            .filter(|word| word.is_quoted)
            .map(|word| word.bare)
            .collect();
        assert_eq!(quoted, ["Conform", "de", "regio’s", "plannen"]);
    }
}
