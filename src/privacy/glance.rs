//! Whether a text is worth a closer look: most hold nothing that an address, a number or a turned direction is made of, and are done after one
//! quick walk over their bytes.

/// The fewest digits of a number that begins like one, and of one that is called so.
const FEWEST_DIGITS: [u32; 2] = [9, 8];
/// How far apart two digits of a number can stand, with markup between them.
const WIDEST_GAP: usize = 400;
/// What a text holds that calls a number a telephone number.
const CALLED: [&str; 12] = ["tel", "mob", "gsm", "fax", "phone", "whatsapp", "sms", "bel", "call", "wa.me", "t.me", "signal"];

/// Whether a text may hold a contact. Where it says no, there is none.
pub(super) fn may_hold_contact(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut number = Number::default();
    let mut is_called = None;
    for (at, byte) in bytes.iter().enumerate() {
        let next = |offset: usize| bytes.get(at + offset).copied().unwrap_or(b' ').to_ascii_lowercase();
        number.has_markup |= matches!(byte, b'<' | b'[' | b']' | b'*' | b'`' | b'~' | b'!' | b'&');
        let found = match byte {
            b'@' => true,
            b'&' => next(1) == b'#' || next(1) == b'c' && next(2) == b'o' && next(3) == b'm' || bytes[at..].starts_with(b"&amp;"),
            b'%' => next(1).is_ascii_hexdigit() && next(2).is_ascii_hexdigit(),
            b'(' | b'[' | b'{' => {
                let skip = 1 + usize::from(next(1) == b' ');
                next(skip) == b'@' || next(skip) == b'a' && matches!(next(skip + 1), b't' | b'p')
            }
            // Where a character begins that is beyond ASCII.
            0xC2..=0xF4 => match text[at..].chars().next() {
                Some('＠' | '﹫') => true,
                Some(character) if character.is_numeric() => {
                    number.digit(at, true);
                    number.is_enough(text, &mut is_called)
                }
                _ => false,
            },
            b'0'..=b'9' => {
                let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
                let leads = !before.is_ascii_digit() && (*byte == b'0' || matches!(before, b'o' | b'O'));
                number.digit(at, leads);
                number.is_enough(text, &mut is_called)
            }
            b'+' => {
                number.has_plus = true;
                false
            }
            byte => {
                number.has_letters |= byte.is_ascii_alphabetic();
                false
            }
        };
        if found {
            return true;
        }
    }
    false
}

/// The digits that may belong to one number.
#[derive(Debug, Default)]
struct Number {
    count: u32,
    /// Whether one of its groups begins as a number does.
    leads: bool,
    last: usize,
    has_plus: bool,
    has_letters: bool,
    has_markup: bool,
}

impl Number {
    fn digit(&mut self, at: usize, leads: bool) {
        let gap = at - self.last;
        let goes_on = self.count > 0 && gap <= WIDEST_GAP && (!self.has_letters || self.has_markup);
        let (count, before) = if goes_on { (self.count, self.leads) } else { (0, false) };
        *self = Self { count: count + 1, leads: before || leads || self.has_plus, last: at, ..Self::default() };
    }

    fn is_enough(&self, text: &str, is_called: &mut Option<bool>) -> bool {
        if self.leads && self.count >= FEWEST_DIGITS[0] {
            return true;
        }
        self.count >= FEWEST_DIGITS[1] && *is_called.get_or_insert_with(|| calls(text))
    }
}

/// Whether a text calls anything a telephone number.
fn calls(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_here = |at: usize| CALLED.iter().any(|word| bytes.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes())));
    (0..bytes.len()).any(is_here)
}

/// Whether a text may hold a character that turns the direction of writing, or a reference to one.
pub(super) fn may_turn(text: &str) -> bool {
    text.bytes().enumerate().any(|(at, byte)| match byte {
        0xE2 => matches!(text.as_bytes().get(at + 1), Some(0x80 | 0x81)) && text[at..].starts_with(super::direction::turns),
        0xD8 => text[at..].starts_with(super::direction::turns),
        b'&' => true,
        _ => false,
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
