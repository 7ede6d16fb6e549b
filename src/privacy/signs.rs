//! The characters of words, each with the bytes it was written with. Character references are read,
//! since a browser does.

use std::ops::Range;

use crate::markdown::PlacedWords;

/// A character and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign {
    /// The character.
    pub(super) character: char,
    /// First byte in the source.
    pub(super) start: u32,
    /// One past the last byte.
    pub(super) end: u32,
    /// The piece that it stands in: its index.
    pub(super) piece: u32,
}

impl Sign {
    /// Its bytes.
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place in a text, in four bytes.
pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The characters of pieces, with character references read.
pub(super) fn signs(pieces: &[PlacedWords], source: &str) -> Vec<Sign> {
    pieces
        .iter()
        .zip(0u32..)
        .flat_map(|(PlacedWords { words, range, .. }, piece)| signs_of(words, range, source, piece))
        .collect()
}

/// The characters of words that were written in this range of the source: each with its own bytes
/// where the source has them letter for letter, else with all of them.
pub(super) fn signs_of(words: &str, range: &Range<usize>, source: &str, piece: u32) -> Vec<Sign> {
    let is_exact = words.len() == range.len()
        && (source.get(range.clone()) == Some(words)
            || source
                .get(range.clone())
                .is_some_and(|written| written.replace('\n', " ") == words));
    let whole = (index(range.start), index(range.end));
    let mut signs: Vec<Sign> = words
        .char_indices()
        .map(|(at, character)| {
            let (start, end) = if is_exact {
                (
                    index(range.start + at),
                    index(range.start + at + character.len_utf8()),
                )
            } else {
                whole
            };
            Sign {
                character,
                start,
                end,
                piece,
            }
        })
        .collect();
    if words.contains('&') {
        signs = with_references_read(&signs);
    }
    signs
}

fn with_references_read(signs: &[Sign]) -> Vec<Sign> {
    let mut read: Vec<Sign> = Vec::with_capacity(signs.len());
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        let mut length = 1;
        let mut character = sign.character;
        // `&amp;commat;` says it twice.
        while character == '&'
            && let Some((meant, more)) = reference(&signs[at + length..])
        {
            character = meant;
            length += more;
        }
        let end = signs[at + length - 1].end;
        read.push(Sign {
            character,
            end,
            ..*sign
        });
        at += length;
    }
    read
}

/// The longest name of a character that is read, with its `;`.
const LONGEST_NAME: usize = 20;

/// The names of signs that addresses and numbers are made of, or that turn the direction of writing
/// (HTML, "Named character references").
const NAMES: [(&str, char); 34] = [
    ("amp", '&'),
    ("commat", '@'),
    ("period", '.'),
    ("plus", '+'),
    ("sol", '/'),
    ("lpar", '('),
    ("rpar", ')'),
    ("lowbar", '_'),
    ("percnt", '%'),
    ("num", '#'),
    ("colon", ':'),
    ("quest", '?'),
    ("equals", '='),
    ("hyphen", '-'),
    ("dash", '-'),
    ("ndash", '-'),
    ("mdash", '-'),
    ("horbar", '-'),
    ("minus", '-'),
    ("shy", '\u{AD}'),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("emsp13", ' '),
    ("numsp", ' '),
    ("puncsp", ' '),
    ("thinsp", ' '),
    ("hairsp", ' '),
    ("Tab", ' '),
    ("NewLine", ' '),
    ("ZeroWidthSpace", '\u{200B}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
];

/// The character that a reference stands for, given what follows its `&`, and how much of that it
/// takes.
fn reference(rest: &[Sign]) -> Option<(char, usize)> {
    let end = rest
        .iter()
        .take(LONGEST_NAME)
        .position(|sign| sign.character == ';')?;
    let name: String = rest[..end].iter().map(|sign| sign.character).collect();
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, end + 1))
}
