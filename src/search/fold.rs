//! Words as they are compared: without capitals, marks on letters and signs between.
//!
//! The search script of the default look does the same to what is typed (`folded` in
//! `themes/default/assets/search.js`): `tests/search/folded.tsv` is read by a test of each.
//! In goes text, out come words of letters and digits.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What stands in a word and is neither letter nor digit: places to break and joiners.
const UNSEEN: [char; 5] = ['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}'];

/// What is longer is no word that anybody types.
const LONGEST: usize = 60;

/// The words of a text, folded, in their order.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let is_part = |character: char| character.is_alphanumeric();
    folded
        .split(|character| !is_part(character))
        .filter(|word| !word.is_empty() && word.chars().count() <= LONGEST)
        .map(ToOwned::to_owned)
        .collect()
}

/// A text in small letters without marks: "Łódź" is "lodz", "foto's" is "fotos", "1.200" is "1200".
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return joined(&text.to_ascii_lowercase());
    }
    let plain: String = text
        .nfkd()
        .filter(|character| !UNSEEN.contains(character))
        .collect();
    let mut folded = String::with_capacity(plain.len());
    for character in plain.to_lowercase().chars() {
        match character {
            mark if is_combining_mark(mark) => {}
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            other => folded.push(other),
        }
    }
    joined(&folded)
}

/// Takes out the signs that stand within one word: the apostrophe before a last `s`, and the point
/// or comma before the thousands of a number.
fn joined(text: &str) -> String {
    if !text.contains(['\'', '’', 'ʼ', '.', ',']) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let is_part = |at: usize| {
        letters
            .get(at)
            .is_some_and(|letter| letter.is_alphanumeric())
    };
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let stays = |at: usize| match letters[at] {
        '\'' | '’' | 'ʼ' => {
            !(at > 0 && is_part(at - 1) && letters.get(at + 1) == Some(&'s') && !is_part(at + 2))
        }
        '.' | ',' => {
            !(at > 0 && is_digit(at - 1) && (1..=3).all(|next| is_digit(at + next)))
                || is_digit(at + 4)
        }
        _ => true,
    };
    (0..letters.len())
        .filter(|at| stays(*at))
        .map(|at| letters[at])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_folded_and_parted_at_signs() {
        for line in include_str!("../../tests/search/folded.tsv").lines() {
            let (text, expected) = line.split_once('\t').expect("a text and its words");
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
        assert!(words(&"a".repeat(61)).is_empty());
    }
}
