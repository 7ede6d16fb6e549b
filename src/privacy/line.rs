//! Lines of plain text without the contacts in them.

use std::ops::Range;

use super::allowed::{Allowed, ContactKind};
use super::contacts::{contacts, with_signs_for_words};
use super::edits::Edits;
use super::fold::Folded;
use super::glance::may_hold_contact;
use super::signs::{Sign, signs_of};

/// After so many rounds a line that still holds a contact goes as a whole: nobody writes one that
/// does.
const MOST_ROUNDS: usize = 4;

/// A text without its contacts, and what they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Withheld<T> {
    /// What is left.
    pub(super) text: T,
    /// Each contact, with its bytes in the text as it was written.
    pub(super) found: Vec<(ContactKind, Range<usize>)>,
}

/// A line with `words` in the place of each contact that may not be shown; nothing where it has
/// none.
pub(super) fn without_contacts(
    line: &str,
    allowed: Allowed,
    words: &str,
) -> Option<Withheld<String>> {
    if allowed.all() || !may_hold_contact(line) {
        return None;
    }
    let found = found_in(line, allowed);
    if found.is_empty() {
        return None;
    }
    let mut text = replaced(line, &found, words);
    for _ in 1..MOST_ROUNDS {
        let more = found_in(&text, allowed);
        if more.is_empty() {
            return Some(Withheld { text, found });
        }
        text = replaced(&text, &more, words);
    }
    Some(Withheld {
        text: words.to_owned(),
        found,
    })
}

fn replaced(line: &str, found: &[(ContactKind, Range<usize>)], words: &str) -> String {
    let mut edits = Edits::default();
    for (_, range) in found {
        edits.replace(range.clone(), words);
    }
    edits.apply(line).0
}

/// Every contact of a line, in order: in its letters, and in what is left of them without tags of
/// HTML, which some write in a line.
fn found_in(line: &str, allowed: Allowed) -> Vec<(ContactKind, Range<usize>)> {
    let signs = signs_of(line, &(0..line.len()), line, 0);
    let mut found = contacts_of(&signs, allowed);
    if let Some(bare) = without_tags(&signs) {
        found.extend(contacts_of(&bare, allowed));
    }
    found.sort_by_key(|(_, range)| (range.start, range.end));
    let mut apart: Vec<(ContactKind, Range<usize>)> = Vec::with_capacity(found.len());
    for (kind, range) in found {
        let range = with_marks(line, range);
        match apart.last_mut() {
            Some((_, last)) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push((kind, range)),
        }
    }
    apart
}

/// The contacts among signs, with their bytes.
pub(super) fn contacts_of(signs: &[Sign], allowed: Allowed) -> Vec<(ContactKind, Range<usize>)> {
    let folded = with_signs_for_words(&Folded::of_signs(signs));
    let bytes =
        |place: Range<usize>| signs[place.start].range().start..signs[place.end - 1].range().end;
    contacts(&folded, allowed)
        .iter()
        .map(|contact| (contact.kind, bytes(folded.signs_of(&contact.range))))
        .collect()
}

/// Signs without those of tags; nothing where there are no tags.
fn without_tags(signs: &[Sign]) -> Option<Vec<Sign>> {
    if !signs.iter().any(|sign| sign.character == '<') {
        return None;
    }
    let mut bare = Vec::with_capacity(signs.len());
    let mut at = 0;
    let mut close = 0;
    while let Some(sign) = signs.get(at) {
        let is_open = sign.character == '<'
            && signs
                .get(at + 1)
                .is_some_and(|next| next.character.is_ascii_alphabetic() || next.character == '/');
        if is_open && close <= at {
            close = signs[at..]
                .iter()
                .position(|sign| sign.character == '>')
                .map_or(signs.len() + 1, |close| at + close + 1);
        }
        if is_open && close <= signs.len() {
            at = close;
        } else {
            bare.push(*sign);
            at += 1;
        }
    }
    Some(bare)
}

/// A contact with the signs of markup and escape around it, which would stand there for nothing.
fn with_marks(line: &str, range: Range<usize>) -> Range<usize> {
    let is_mark = |character: char| {
        matches!(
            character,
            '*' | '`' | '\\' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
        )
    };
    let start = line[..range.start].trim_end_matches(is_mark).len();
    let end = line.len() - line[range.end..].trim_start_matches(is_mark).len();
    start..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::without_contacts;
    use crate::privacy::Allowed;
    use crate::words::withheld::WITHHELD;

    fn kept(line: &str) -> String {
        without_contacts(line, Allowed::NONE, "(x)")
            .map_or_else(|| line.to_owned(), |withheld| withheld.text)
    }

    #[test]
    fn words_stand_in_the_place_of_a_contact() {
        for (line, expected) in [
            (
                "Bel 06-12345678 of mail jan@school.nl.",
                "Bel (x) of mail (x).",
            ),
            ("**jan**@school.nl en 06-**12345678**!", "(x) en (x)!"),
            ("`06-12345678`", "(x)"),
            ("<b>06</b>-12345678", "<b>(x)"),
            (
                "<jan@school.nl> <a href=\"mailto:jan@school.nl\">Jan</a>",
                "<(x)> <a href=\"(x)\">Jan</a>",
            ),
            ("x@a.nl@b.nl", "(x)"),
            (
                "https://school.nl/?mail=jan@school.nl&tel=0612345678",
                "(x)",
            ),
            ("0612345678@school.nl", "(x)"),
        ] {
            assert_eq!(kept(line), expected, "{line}");
        }
    }

    #[test]
    fn each_kind_is_allowed_by_itself() {
        let line = "Bel 06-12345678 of mail 0612345678@school.nl, of https://school.nl/?mail=jan@school.nl&tel=0612345678";
        let (emails, phones) = (
            Allowed {
                emails: true,
                phones: false,
            },
            Allowed {
                emails: false,
                phones: true,
            },
        );
        let kept = |allowed| without_contacts(line, allowed, "(x)").map(|withheld| withheld.text);
        assert_eq!(
            kept(emails).as_deref(),
            Some("Bel (x) of mail 0612345678@school.nl, of (x)")
        );
        assert_eq!(
            kept(phones).as_deref(),
            Some("Bel 06-12345678 of mail (x), of (x)")
        );
        assert_eq!(
            kept(Allowed {
                emails: true,
                phones: true
            }),
            None
        );
    }

    proptest! {
        #[test]
        fn withholding_twice_equals_once(line in "((0|6|[0-9]{1,8}|\\+31|[ .()/_-]|tel|jan|@|school\\.nl|&#64;|%40|\\*\\*|<b>|\u{AD}|\u{2011}|wa\\.me/|\\\\|[a-zé]){1,3}){0,12}") {
            let once = without_contacts(&line, Allowed::NONE, WITHHELD.nl);
            if let Some(withheld) = once {
                for (_, range) in &withheld.found {
                    prop_assert!(line.get(range.clone()).is_some_and(|contact| contact.chars().count() > 4), "{range:?} is a place in the line");
                }
                prop_assert_eq!(without_contacts(&withheld.text, Allowed::NONE, WITHHELD.nl), None, "{}", withheld.text);
            }
        }

        #[test]
        fn a_contact_leaves_whatever_stands_around_it(before in "([a-zé,;!?(]{0,8} ){0,3}", after in "( [a-zé,;!?)]{0,8}){0,3}", which in 0..6_usize) {
            let contact = ["06-12345678", "0548 – 123456", "jan@school.nl", "+32 475 12 34 56", "jané@schöol.nl", "https://wa.me/31612345678"][which];
            let withheld = without_contacts(&format!("{before}{contact}{after}"), Allowed::NONE, "(x)").expect("there is a contact");
            prop_assert_eq!(withheld.text, format!("{before}(x){after}"));
        }
    }
}
