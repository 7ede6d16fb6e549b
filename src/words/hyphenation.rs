//! Places where a long Dutch word may break.
//!
//! Text goes in and comes out with soft hyphens or word joiners added; nothing else ever changes. A
//! modest splitter, not a dictionary: it knows the common parts of compounds and the shape of Dutch
//! syllables, and would rather leave a word whole than break it wrongly.

use std::borrow::Cow;

use super::compounds::PARTS;

/// A soft hyphen: shown only where a line breaks at it.
pub const SOFT_HYPHEN: char = '\u{AD}';

/// What lines never break beside.
const WORD_JOINER: char = '\u{2060}';

/// Words with more letters than this get places to break in headings.
const LONG_WORD: usize = 18;

/// The same for heads of tables.
const LONG_IN_HEAD: usize = 9;

/// What is longer than this is no word.
const LONGEST_WORD: usize = 200;

/// Keeps a hyphen on the line of the ending that it stands before: "oriëntatie en -begeleiding".
/// Only word joiners are added.
pub fn whole_endings(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut hyphens = text
        .match_indices(" -")
        .map(|(at, hyphen)| at + hyphen.len())
        .peekable();
    if hyphens.peek().is_none() {
        return text;
    }
    let mut output = String::with_capacity(text.len() + WORD_JOINER.len_utf8());
    let mut done = 0;
    for at in hyphens.filter(|at| text[*at..].starts_with(char::is_alphabetic)) {
        output.push_str(&text[done..at]);
        output.push(WORD_JOINER);
        done = at;
    }
    output.push_str(&text[done..]);
    Cow::Owned(output)
}

/// Lets words of more than 18 letters break: soft hyphens between the parts of a Dutch compound
/// and, in long parts, between syllables.
///
/// Only soft hyphens are added; a word that has one already is left alone, for its writer knew
/// better.
pub fn soft_hyphens(text: &str) -> Cow<'_, str> {
    hyphened(text, LONG_WORD)
}

/// The same for heads of tables, which stand in narrow columns: words of ten letters or more.
pub fn soft_hyphens_of_heads(text: &str) -> Cow<'_, str> {
    hyphened(text, LONG_IN_HEAD)
}

/// Lets words of more letters than this break.
fn hyphened(text: &str, long: usize) -> Cow<'_, str> {
    // Letters take a byte or more, so a short text has no long word.
    if text.len() <= long || text.contains(SOFT_HYPHEN) {
        return Cow::Borrowed(text);
    }
    let mut output: Option<String> = None;
    let mut done = 0;
    let mut word_start = None;
    for (at, character) in text
        .char_indices()
        .chain(std::iter::once((text.len(), ' ')))
    {
        if character.is_alphabetic() {
            word_start = word_start.or(Some(at));
        } else if let Some(start) = word_start.take() {
            let word: Vec<char> = text[start..at].chars().collect();
            if (long + 1..=LONGEST_WORD).contains(&word.len()) {
                let output = output.get_or_insert_with(|| String::with_capacity(text.len() + 16));
                output.push_str(&text[done..start]);
                let breaks = break_points(&word);
                for (index, letter) in word.iter().enumerate() {
                    if breaks[index] {
                        output.push(SOFT_HYPHEN);
                    }
                    output.push(*letter);
                }
                done = at;
            }
        }
    }
    match output {
        Some(mut output) => {
            output.push_str(&text[done..]);
            Cow::Owned(output)
        }
        None => Cow::Borrowed(text),
    }
}

/// Before which letters of a long word a line may break.
fn break_points(word: &[char]) -> Vec<bool> {
    let letters: Vec<char> = word
        .iter()
        .map(|letter| letter.to_lowercase().next().unwrap_or(*letter))
        .collect();
    let mut breaks = vec![false; letters.len()];
    let mut part_start = 0;
    let mut at = FEWEST;
    while at + FEWEST <= letters.len() {
        // The longest part wins: "techniekonderwijs" before "techniek".
        match PARTS
            .iter()
            .filter(|part| starts_with(&letters[at..], part))
            .map(|part| part.chars().count())
            .max()
        {
            Some(length) => {
                breaks[at] = true;
                break_syllables(&letters, part_start..at, &mut breaks);
                part_start = at;
                at += length;
            }
            None => at += 1,
        }
    }
    break_syllables(&letters, part_start..letters.len(), &mut breaks);
    breaks
}

/// The fewest letters that stand together on a line.
const FEWEST: usize = 3;

/// Parts of a compound up to this length stay whole.
const SHORT_PART: usize = 9;

fn starts_with(letters: &[char], part: &str) -> bool {
    let mut letters = letters.iter();
    part.chars().all(|wanted| letters.next() == Some(&wanted))
}

/// Breaks a long part between syllables: before the consonants that can open a Dutch syllable,
/// after the rest.
fn break_syllables(letters: &[char], part: std::ops::Range<usize>, breaks: &mut [bool]) {
    if part.len() <= SHORT_PART {
        return;
    }
    let vowel_start = |from: usize| (from..part.end).find(|&index| is_vowel(letters, index));
    let Some(first) = vowel_start(part.start) else {
        return;
    };
    let mut vowel_end = nucleus_end(letters, first, part.end);
    let mut line_start = part.start;
    while let Some(next) = vowel_start(vowel_end) {
        let consonants = &letters[vowel_end..next];
        let onset = (1..=consonants.len().min(3))
            .rev()
            .find(|&length| {
                length == 1 || is_onset(&consonants[consonants.len() - length..], consonants.len())
            })
            .unwrap_or(0);
        let at = next - onset;
        // At a break Dutch drops the trema: "reünie" becomes "re-unie". A place to break cannot take
        // a letter's marks away, so there is none.
        let loses_its_trema = matches!(letters[at], 'ä' | 'ë' | 'ï' | 'ö' | 'ü');
        if !loses_its_trema && at >= line_start + FEWEST && at + FEWEST <= part.end {
            breaks[at] = true;
            line_start = at;
        }
        vowel_end = nucleus_end(letters, next, part.end);
    }
}

fn is_vowel(letters: &[char], index: usize) -> bool {
    match letters[index] {
        'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'à' | 'â' | 'ä' | 'é' | 'è' | 'ê' | 'ë' | 'í' | 'ï'
        | 'î' | 'ó' | 'ö' | 'ô' | 'ú' | 'ü' | 'û' => true,
        // The second half of "ij" is found by `nucleus_end`; "y" is a vowel unless one follows.
        'y' => letters
            .get(index + 1)
            .is_none_or(|next| !matches!(next, 'a' | 'e' | 'i' | 'o' | 'u')),
        _ => false,
    }
}

/// One past the vowels that sound as one from `start` on: "aai", "oe", "ij", …
fn nucleus_end(letters: &[char], start: usize, end: usize) -> usize {
    const TOGETHER: [&str; 22] = [
        "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou",
        "au", "ei", "ij", "ai", "oi", "éé", "óó", "ue",
    ];
    let length = TOGETHER
        .iter()
        .find(|vowels| starts_with(&letters[start..end], vowels))
        .map_or(1, |vowels| vowels.chars().count());
    start + length
}

/// Whether these consonants may open a syllable when `all` stand between two vowels.
fn is_onset(consonants: &[char], all: usize) -> bool {
    const NEVER_APART: [&str; 4] = ["ch", "ph", "th", "sh"];
    const AFTER_A_CONSONANT: [&str; 26] = [
        "bl", "br", "dr", "dw", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "kw", "pl", "pr", "sl",
        "sp", "st", "tr", "vl", "vr", "wr", "zw", "sch", "spr", "str", "sj",
    ];
    let is =
        |onset: &str| consonants.len() == onset.chars().count() && starts_with(consonants, onset);
    NEVER_APART.iter().any(|onset| is(onset))
        || (all > 2 && AFTER_A_CONSONANT.iter().any(|onset| is(onset)))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::{SOFT_HYPHEN, WORD_JOINER, soft_hyphens, whole_endings};

    #[test]
    fn long_words_break_between_their_parts() {
        let shown = |text: &str| soft_hyphens(text).replace(SOFT_HYPHEN, "|");
        for (text, expected) in [
            (
                "Loopbaanoriëntatiebegeleidingscommissie",
                "Loopbaan|oriën|tatie|bege|lei|dings|commissie",
            ),
            ("Coördinatievergaderingen", "Coör|dina|tie|ver|gade|rin|gen"),
            (
                "De docentprofessionalisering van nu",
                "De docent|pro|fes|sio|nali|sering van nu",
            ),
            (
                "Techniekonderwijssamenwerking",
                "Techniek|onderwijs|samen|wer|king",
            ),
            ("arbeidsmarktonderzoek", "arbeids|markt|onderzoek"),
            ("onderwijs-arbeidsmarkt", "onderwijs-arbeidsmarkt"),
            (
                "Internationaliseringsagenda",
                "Inter|nati|ona|lise|rings|agenda",
            ),
            ("Verantwoordelijkheden", "Verant|woor|delijk|heden"),
            ("bcdfghjklmnpqrstvwxzbcdf", "bcdfghjklmnpqrstvwxzbcdf"),
        ] {
            assert_eq!(shown(text), expected);
        }
        assert!(matches!(
            soft_hyphens("Samen werken aan technisch vmbo"),
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn an_ending_keeps_its_hyphen() {
        let shown = |text: &str| whole_endings(text.into()).replace(WORD_JOINER, "|");
        for (text, expected) in [
            (
                "Loopbaanoriëntatie en -begeleiding",
                "Loopbaanoriëntatie en -|begeleiding",
            ),
            (
                "in- en uitstroom - en meer -",
                "in- en uitstroom - en meer -",
            ),
            ("van -3 tot -é en -ë", "van -3 tot -|é en -|ë"),
        ] {
            assert_eq!(shown(text), expected);
        }
        assert!(matches!(
            whole_endings("in- en uitstroom".into()),
            Cow::Borrowed(_)
        ));
    }

    proptest! {
        #[test]
        fn letters_never_change(text in "[a-zë ]{0,60}|\\PC{0,80}") {
            let text = text.replace(SOFT_HYPHEN, "");
            prop_assert_eq!(soft_hyphens(&text).replace(SOFT_HYPHEN, ""), text.clone());
        }

        #[test]
        fn a_trema_never_begins_a_line(text in "([a-z]{0,4}[äëïöü]){3,12}[a-z]{3}") {
            let broken = soft_hyphens(&text);
            let begun = broken.split(SOFT_HYPHEN).skip(1);
            let tremas: Vec<&str> = begun.filter(|part| part.starts_with(['ä', 'ë', 'ï', 'ö', 'ü'])).collect();
            prop_assert!(tremas.is_empty(), "{} ends up with {:?}", broken, tremas);
        }
    }
}
