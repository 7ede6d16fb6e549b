//! Whether a text is worth a closer look: most hold nothing that an address, a number or a turned
//! direction is made of, and are done after one quick walk over their bytes.

use std::ops::Range;

use memchr::{memchr_iter, memchr3_iter};

use super::direction::holds_turn;

/// The fewest digits of a number that begins like one.
const FEWEST_DIGITS: usize = 9;
/// The fewest digits of one that is called so.
const FEWEST_CALLED: usize = 8;
/// How far apart two digits of a number can stand, with markup between them.
const WIDEST_GAP: usize = 400;
/// What a text holds that calls a number a telephone number.
const CALLED: [&str; 12] = [
    "tel", "mob", "gsm", "fax", "phone", "whatsapp", "sms", "bel", "call", "wa.me", "t.me",
    "signal",
];

/// The longest of these.
const LONGEST_CALL: usize = 8;

/// Whether a text may hold a contact. Where it says no, there is none.
pub(super) fn may_hold_contact(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3_iter(b'@', b'&', b'%', bytes).any(|at| is_sign(bytes, at))
        || memchr3_iter(b'(', b'[', b'{', bytes).any(|at| opens_word(bytes, at))
        || may_hold_number(text)
        // Signs and digits of other scripts.
        || beyond_ascii(text).any(|character| matches!(character, '＠' | '﹫') || character.is_numeric())
}

/// The characters of a text that are beyond ASCII: few in most.
fn beyond_ascii(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += text.as_bytes()[at..]
            .iter()
            .position(|byte| !byte.is_ascii())?;
        let character = text[at..].chars().next()?;
        at += character.len_utf8();
        Some(character)
    })
}

fn lower(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(b' ').to_ascii_lowercase()
}

/// Whether this is an at sign, or may stand for one or for a digit.
fn is_sign(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'@' => true,
        b'&' => ["#", "com", "amp;"]
            .iter()
            .any(|start| bytes[at + 1..].starts_with(start.as_bytes())),
        _ => lower(bytes, at + 1).is_ascii_hexdigit() && lower(bytes, at + 2).is_ascii_hexdigit(),
    }
}

/// Whether a bracket opens the word of an at sign: "(at)", "[apenstaartje]".
fn opens_word(bytes: &[u8], at: usize) -> bool {
    let first = at + 1 + usize::from(lower(bytes, at + 1) == b' ');
    lower(bytes, first) == b'a' && matches!(lower(bytes, first + 1), b't' | b'p')
}

/// Whether so many digits stand together that they may be a number, with no word between them but
/// in markup.
fn may_hold_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut number = DigitRun::default();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + found;
        at = start
            + bytes[start..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
        number.take(bytes, start..at);
        if number.is_enough(bytes) {
            return true;
        }
    }
    false
}

/// The digits that may belong to one number.
#[derive(Debug, Default)]
struct DigitRun {
    count: usize,
    /// Whether one of its groups begins as a number does.
    leads: bool,
    range: Range<usize>,
    /// Up to where was looked for what calls it a telephone number.
    looked: usize,
    /// The lengths of its last three groups, the newest last.
    groups: [usize; 3],
}

impl DigitRun {
    /// Takes the next group of digits: one more of this number, or the first of another.
    fn take(&mut self, bytes: &[u8], group: Range<usize>) {
        let gap = &bytes[self.range.end..group.start];
        let is_near = self.count > 0 && gap.len() <= WIDEST_GAP;
        let goes_on = is_near
            && (!gap.iter().any(u8::is_ascii_alphabetic)
                || gap.iter().any(|byte| b"<[]*`~!&".contains(byte)));
        if !goes_on {
            *self = Self {
                range: group.start..group.start,
                ..Self::default()
            };
        }
        let before = group
            .start
            .checked_sub(1)
            .map_or(b' ', |before| bytes[before]);
        let near = &gap[gap.len().saturating_sub(WIDEST_GAP)..];
        self.leads |=
            bytes[group.start] == b'0' || matches!(before, b'o' | b'O') || near.contains(&b'+');
        self.count += group.len();
        self.range.end = group.end;
        self.groups = [self.groups[1], self.groups[2], group.len()];
        if self.count == 8
            && is_day(&bytes[self.range.clone()], self.groups)
            && !near.contains(&b'+')
            && bytes[..self.range.start].last() != Some(&b'+')
        {
            // No number begins with a day, so what follows is another.
            *self = Self {
                range: group.end..group.end,
                ..Self::default()
            };
        }
    }

    fn is_enough(&mut self, bytes: &[u8]) -> bool {
        if self.leads && self.count >= FEWEST_DIGITS {
            return true;
        }
        if self.count < FEWEST_CALLED {
            return false;
        }
        // What was looked at is not looked at again: a row of digits may be as long as the text. A
        // word may lie across the end of it.
        let from = self
            .range
            .start
            .saturating_sub(WIDEST_GAP / 2)
            .max(self.looked.saturating_sub(LONGEST_CALL - 1));
        self.looked = self.range.end;
        calls(&bytes[from..self.range.end])
    }
}

/// Whether eight digits in these groups are a day of these centuries: "30-10-2018", "2018-10-30".
fn is_day(written: &[u8], groups: [usize; 3]) -> bool {
    if written.len() != 10 || written.contains(&b' ') {
        return false;
    }
    let number =
        |from: usize| u32::from(written[from] - b'0') * 10 + u32::from(written[from + 1] - b'0');
    let (century, month, day) = match groups {
        [2, 2, 4] => (number(6), number(3), number(0)),
        [4, 2, 2] => (number(0), number(5), number(8)),
        _ => return false,
    };
    matches!(century, 19 | 20) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Whether anything here calls a number a telephone number.
fn calls(bytes: &[u8]) -> bool {
    let is_here = |at: usize| {
        CALLED.iter().any(|word| {
            bytes
                .get(at..at + word.len())
                .is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
        })
    };
    (0..bytes.len()).any(is_here)
}

/// Whether a text may hold a character that turns the direction of writing, or a reference to one.
pub(super) fn may_turn(text: &str) -> bool {
    let bytes = text.as_bytes();
    holds_turn(text)
        || memchr_iter(b'&', bytes).any(|at| {
            ["#", "lrm", "rlm"]
                .iter()
                .any(|start| bytes[at + 1..].starts_with(start.as_bytes()))
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::may_hold_contact;
    use crate::privacy::Allowed;
    use crate::privacy::contacts::{contacts, with_signs_for_words};
    use crate::privacy::fold::Folded;

    #[test]
    fn most_texts_are_done_at_a_glance() {
        for text in [
            "Een gewone zin met een datum, 30-10-2018, en een tijd: 10.30 uur.",
            "In 2018 en 2019 kwamen 1.000 mensen, van 09.30 tot 16.00 uur. [Lees](https://school.nl/2018/) er meer over.",
            "Scholen & bedrijven (samen) deden mee: 50% van alle 120.",
        ] {
            assert!(!may_hold_contact(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn where_nothing_is_seen_at_a_glance_there_is_nothing(
            text in "((0|6|[0-9]{1,4}|\\+31|0031|[ .()/_-]|tel|jan|school|\\.nl|@|＠|&#64;|&commat;|%40|\\(at\\)|&nbsp;|\\*\\*|<b>|０|²|\u{AD}|\u{2011}|wa\\.me/|[a-z]){1,3}){0,12}"
        ) {
            let found = contacts(&with_signs_for_words(&Folded::of_line(&text)), Allowed::NONE);
            prop_assert!(found.is_empty() || may_hold_contact(&text), "{:?}", found);
        }
    }
}
