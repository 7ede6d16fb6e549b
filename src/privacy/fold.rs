//! Words in the one spelling that contacts are searched in, each character with the bytes it was
//! written with.
//!
//! What looks alike to a reader becomes one: compatibility forms (NFKC), every dash, every space,
//! every full stop. What a reader does not see (soft hyphens, characters of no width) is left out,
//! as are the signs that escape others. Percent codes are read, since a browser or a person does.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::signs::{Sign, index, signs_of};

/// Signs in one spelling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Folded {
    /// The characters.
    pub(super) characters: Vec<char>,
    /// Which signs each stands for: the first, and one past the last.
    places: Vec<(u32, u32)>,
    /// Whether the last was raised above the line.
    is_raised: bool,
}

impl Folded {
    /// With room for so many.
    pub(super) fn with_capacity(length: usize) -> Self {
        Self {
            characters: Vec::with_capacity(length),
            places: Vec::with_capacity(length),
            is_raised: false,
        }
    }

    /// A text in one spelling, for who needs no places.
    pub(super) fn of_line(text: &str) -> Self {
        Self::of_signs(&signs_of(text, &(0..text.len()), text, 0))
    }

    /// Signs in one spelling.
    pub(super) fn of_signs(signs: &[Sign]) -> Self {
        let mut folded = Self::with_capacity(signs.len());
        let mut at = 0;
        while let Some(sign) = signs.get(at) {
            let (character, length) = percent_decoded(&signs[at..]).unwrap_or((sign.character, 1));
            let place = (index(at), index(at + length));
            at += length;
            let next = signs.get(at).map(|next| next.character);
            if !is_unread(character, next) {
                folded.push(character, place);
            }
        }
        folded
    }

    /// The signs that some characters stand for, with those between that nobody reads.
    pub(super) fn signs_of(&self, range: &Range<usize>) -> Range<usize> {
        self.places[range.start].0 as usize..self.places[range.end - 1].1 as usize
    }

    /// Takes over the characters of another.
    pub(super) fn add_from(&mut self, other: &Self, at: usize) {
        self.characters.push(other.characters[at]);
        self.places.push(other.places[at]);
    }

    /// Puts one character in the place of some of another.
    pub(super) fn add_for(&mut self, character: char, other: &Self, range: Range<usize>) {
        let (first, last) = (other.places[range.start].0, other.places[range.end - 1].1);
        self.add(character, (first, last));
    }

    /// Drops spaces at the end.
    pub(super) fn trim_end(&mut self) {
        while self.characters.last() == Some(&' ') {
            self.characters.pop();
            self.places.pop();
        }
    }

    fn push(&mut self, character: char, place: (u32, u32)) {
        if character.is_ascii() {
            return self.add(
                if character.is_ascii_whitespace() {
                    ' '
                } else {
                    character
                },
                place,
            );
        }
        let before = self
            .characters
            .last()
            .copied()
            .filter(|_| !self.is_raised)
            .unwrap_or(' ');
        let is_raised = character.is_numeric()
            && digit(character).is_none()
            && !matches!(character, '\u{1D7CE}'..='\u{1D7FF}' | '\u{1FBF0}'..='\u{1FBF9}');
        for one in std::iter::once(character).nfkc() {
            let one = alike(one);
            // A raised number behind a number is a note, and no part of it: "06-12345678²".
            let is_note = is_raised && one.is_ascii_digit() && before.is_alphanumeric();
            self.add(if is_note { '^' } else { one }, place);
        }
        self.is_raised = is_raised;
    }

    fn add(&mut self, character: char, place: (u32, u32)) {
        self.is_raised = false;
        self.characters.push(character);
        self.places.push(place);
    }
}

/// The character of a percent code (RFC 3986, section 2.1), however often the percent sign itself
/// was coded; a letter for what is beyond ASCII.
fn percent_decoded(signs: &[Sign]) -> Option<(char, usize)> {
    let hex = |at: usize| signs.get(at).and_then(|sign| sign.character.to_digit(16));
    if signs.first()?.character != '%' {
        return None;
    }
    let mut at = 1;
    loop {
        let code = hex(at)? * 16 + hex(at + 1)?;
        at += 2;
        if code == u32::from('%') && hex(at).is_some() && hex(at + 1).is_some() {
            continue;
        }
        let character = char::from_u32(code).filter(char::is_ascii).unwrap_or('é');
        return (!character.is_control() || character.is_whitespace()).then_some((character, at));
    }
}

/// Whether a character is none that a reader reads: without width, or a sign of markup, or one that
/// escapes the next.
fn is_unread(character: char, next: Option<char>) -> bool {
    match character {
        '\\' => next.is_some_and(|next| next.is_ascii_punctuation()),
        '*' | '`' => true,
        character => {
            !character.is_ascii()
                && UNSEEN
                    .iter()
                    .any(|(first, last)| (*first..=*last).contains(&character))
        }
    }
}

/// Characters without width (Unicode 16, general category Cf and the variation selectors; and the
/// fillers of Hangul).
const UNSEEN: [(char, char); 17] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF9}', '\u{FFFB}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

/// What is read as a hyphen (Unicode 16, general category Pd, and the signs that look like one).
const DASHES: [(char, char); 13] = [
    ('\u{58A}', '\u{58A}'),
    ('\u{5BE}', '\u{5BE}'),
    ('\u{1400}', '\u{1400}'),
    ('\u{1806}', '\u{1806}'),
    ('\u{2010}', '\u{2015}'),
    ('\u{2043}', '\u{2043}'),
    ('\u{207B}', '\u{208B}'),
    ('\u{2212}', '\u{2212}'),
    ('\u{2E3A}', '\u{2E3B}'),
    ('\u{301C}', '\u{301C}'),
    ('\u{3030}', '\u{3030}'),
    ('\u{30FC}', '\u{30FC}'),
    ('\u{FE31}', '\u{FE32}'),
];

/// The one that stands for all that look like it.
fn alike(character: char) -> char {
    match character {
        character if character.is_ascii() => character,
        '\u{2800}' => ' ',
        character if character.is_whitespace() => ' ',
        // What parts the groups of a number on a card.
        '·' | '•' | '∙' | '‧' | '⋅' | '・' => ' ',
        character
            if DASHES
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&character)) =>
        {
            '-'
        }
        '。' | '․' => '.',
        '⁄' | '∕' => '/',
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' => '"',
        character => digit(character).unwrap_or(character),
    }
}

/// Where the ten digits of other scripts begin (Unicode 16, general category Nd); those that NFKC
/// folds are not among them.
const ZEROS: [u32; 38] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x11066, 0x1E950,
];

/// The digit that a character of any script is.
fn digit(character: char) -> Option<char> {
    let code = u32::from(character);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last()?;
    char::from_digit(code - zero, 10)
}

/// Whether a character can be part of a name: a letter, a digit, or an accent on one.
pub(super) fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Folded;
    use crate::privacy::signs::signs_of;

    fn folded(text: &str) -> String {
        Folded::of_line(text).characters.iter().collect()
    }

    #[test]
    fn what_looks_alike_becomes_one() {
        for (text, expected) in [
            ("06\u{2011}1234\u{202F}56\u{AD}7\u{200B}8", "06-1234 5678"),
            ("０６−１２３", "06-123"),
            ("jan\\@school.nl", "jan@school.nl"),
            (
                "jan&#64;a &#x40; &commat; &amp;commat; &niets;",
                "jan@a @ @ @ &niets;",
            ),
            ("jan%40school %2540 100% %zz", "jan@school @ 100% %zz"),
            ("a\tb\u{A0}c\u{3000}d", "a b c d"),
            ("**jan**＠school。nl", "jan@school.nl"),
            ("٠٦ १२ 𝟎", "06 12 0"),
            ("06-12345678² ⁰⁶", "06-12345678^ 06"),
            ("ﬁets", "fiets"),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_character_knows_its_own_bytes(text in "[06@.&#;%4\\\\*a-zé\u{AD}\u{2011}\u{202F}０＠½\u{301} ]{0,40}|\\PC{0,60}") {
            let signs = signs_of(&text, &(0..text.len()), &text, 0);
            let folded = Folded::of_signs(&signs);
            let mut before = 0;
            for at in 0..folded.characters.len() {
                let place = folded.signs_of(&(at..at + 1));
                let range = signs[place.start].range().start..signs[place.end - 1].range().end;
                prop_assert!(range.start < range.end && text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
                prop_assert!(range.start >= before, "characters keep their order");
                before = range.start;
            }
        }

        #[test]
        fn what_is_folded_stays_as_it_is(text in "[06+@ .a-zé()/-]{0,40}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
