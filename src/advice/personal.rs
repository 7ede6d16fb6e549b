//! What readers would learn of people: contacts that the settings let through, numbers that may be a
//! citizen service number, addresses with the number of a house.

use std::ops::Range;

use super::found::{GatheredAdvice, ShownContact};
use super::passage::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::record::WrittenRecord;
use crate::privacy::{ContactKind, contacts_in};
use crate::words::{Phrase, advice as words};

/// Looks at a passage.
pub(super) fn look(passage: &Passage<'_>, found: &mut GatheredAdvice<'_>) {
    let text = passage.words.as_str();
    // Both begin with a digit, and most texts have none.
    if passage.kind.is_of_place || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let (numbers, addresses) = (numbers(text).into_iter(), addresses(text).into_iter());
    for (range, code) in numbers
        .map(|range| (range, Code::NineDigits))
        .chain(addresses.map(|range| (range, Code::HomeAddress)))
    {
        let written = &text[range.clone()];
        if !found.accepts(written) {
            let diagnostic = Diagnostic::at(code, passage.place(range.clone()));
            found.numbers.push(diagnostic.with("value", written));
        }
    }
}

/// Looks for contacts that readers see.
pub(super) fn contacts(record: &WrittenRecord, found: &mut GatheredAdvice<'_>) {
    let (emails, phones) = (found.config.show_emails, found.config.show_phones);
    if !emails && !phones {
        return;
    }
    let is_shown = |kind: ContactKind| match kind {
        ContactKind::Email => emails,
        ContactKind::Phone => phones,
    };
    let shown = contacts_in(record, found.sources)
        .into_iter()
        .filter(|(kind, _)| is_shown(*kind));
    found
        .contacts
        .extend(shown.map(|(kind, span)| ShownContact { kind, span }));
}

/// All that is said of people. Contacts are shown because somebody chose so: their number and the
/// first of each kind are enough to think again.
pub(super) fn told(found: &mut GatheredAdvice<'_>) -> Vec<Diagnostic> {
    let mut told = std::mem::take(&mut found.numbers);
    for kind in [ContactKind::Email, ContactKind::Phone] {
        let mut shown = found.contacts.iter().filter(|shown| shown.kind == kind);
        let Some(first) = shown.next() else {
            continue;
        };
        let count = 1 + shown.count();
        let (what, key): (Phrase, &str) = match (kind, count) {
            (ContactKind::Email, 1) => (words::ONE_EMAIL.into(), "emails"),
            (ContactKind::Email, _) => (words::many_emails(&count), "emails"),
            (ContactKind::Phone, 1) => (words::ONE_PHONE.into(), "phones"),
            (ContactKind::Phone, _) => (words::many_phones(&count), "phones"),
        };
        told.push(
            Diagnostic::at(Code::ContactShown, first.span)
                .with("what", what)
                .with("key", key),
        );
    }
    told
}

/// A word without the signs around it, with its bytes; and the signs, as they were written.
struct BareWord<'a> {
    range: Range<usize>,
    bare: &'a str,
    written: &'a str,
}

fn bare_words(text: &str) -> Vec<BareWord<'_>> {
    text.split_whitespace()
        .map(|written| {
            let bare = written.trim_matches(|character: char| !character.is_alphanumeric());
            let start = bare.as_ptr() as usize - text.as_ptr() as usize;
            BareWord {
                range: start..start + bare.len(),
                bare,
                written,
            }
        })
        .collect()
}

fn are_digits(word: &str, count: usize) -> bool {
    word.len() == count && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Nine digits that pass the test of a citizen service number, the "elfproef": nine times the first
/// plus eight times the second and so on, less the last, can be divided by eleven. They stand
/// together, or as `123 456 782` or `1234.56.782`.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let words = bare_words(text);
    let found = (0..words.len()).filter_map(|at| {
        let range = in_one_word(&words[at]).or_else(|| in_three_words(&words, at))?;
        passes(&text[range.clone()]).then_some(range)
    });
    found.collect()
}

/// Nine digits in a word. Addresses of the web hold numbers of their own.
fn in_one_word(word: &BareWord<'_>) -> Option<Range<usize>> {
    let parts: Vec<&str> = word.bare.split('.').collect();
    let is_number = match parts[..] {
        [all] => are_digits(all, 9),
        [first, second, third] => {
            are_digits(first, 4) && are_digits(second, 2) && are_digits(third, 3)
        }
        _ => false,
    };
    is_number.then(|| word.range.clone())
}

/// Nine digits in three words of three, which are no part of a longer row and no amount.
fn in_three_words(words: &[BareWord<'_>], at: usize) -> Option<Range<usize>> {
    let [first, second, third] = words.get(at..at + 3)? else {
        return None;
    };
    let is_group = |word: &BareWord<'_>| are_digits(word.bare, 3);
    let goes_on = |word: &BareWord<'_>| {
        word.bare.ends_with(|last: char| last.is_ascii_digit()) || word.written.ends_with('€')
    };
    let is_row = is_group(first) && is_group(second) && is_group(third);
    let is_whole = !at
        .checked_sub(1)
        .is_some_and(|before| goes_on(&words[before]))
        && !words.get(at + 3).is_some_and(is_group)
        && second.written == second.bare
        && !first.written.starts_with('€');
    (is_row && is_whole).then_some(first.range.start..third.range.end)
}

fn passes(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit);
    let values: Vec<i32> = digits.map(|byte| i32::from(byte - b'0')).collect();
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let products = values
        .iter()
        .zip(weights)
        .map(|(value, weight)| value * weight);
    values.iter().any(|value| *value > 0) && products.sum::<i32>() % 11 == 0
}

/// Dutch postal codes (four digits, two letters, never SA, SD or SS) with the number of a house
/// right before them or right behind. What is found is the postal code.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let words = bare_words(text);
    let has_house = |at: usize, length: usize| {
        let before = at.checked_sub(1).map(|before| words[before].bare);
        let is_street = at
            .checked_sub(2)
            .is_some_and(|street| words[street].bare.ends_with(char::is_alphabetic));
        let after = words.get(at + length).map(|after| after.bare);
        is_street && before.is_some_and(is_house_number) || after.is_some_and(is_house_number)
    };
    let found = (0..words.len()).filter_map(|at| {
        let (range, length) = postal_code(&words[at..])?;
        has_house(at, length).then_some(range)
    });
    found.collect()
}

/// The postal code that these words begin with, and of how many words it is.
fn postal_code(words: &[BareWord<'_>]) -> Option<(Range<usize>, usize)> {
    let is_number = |word: &str| are_digits(word, 4) && !word.starts_with('0');
    let are_letters = |word: &str| {
        word.len() == 2
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && !matches!(word, "SA" | "SD" | "SS")
    };
    let first = words.first()?;
    if let Some((digits, letters)) = first.bare.split_at_checked(4)
        && is_number(digits)
        && are_letters(letters)
    {
        return Some((first.range.clone(), 1));
    }
    let second = words.get(1)?;
    // "2018, NL" is none.
    let stand_together =
        first.written.ends_with(first.bare) && second.written.starts_with(second.bare);
    (is_number(first.bare) && are_letters(second.bare) && stand_together)
        .then_some((first.range.start..second.range.end, 2))
}

/// `12`, `12a` and `12-3`; not a year.
fn is_house_number(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word[digits..];
    (1..=3).contains(&digits)
        && rest.len() <= 3
        && rest
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || character == '-')
}

#[cfg(test)]
mod tests {
    use super::{addresses, numbers};

    fn found(text: &str) -> Vec<&str> {
        let ranges = numbers(text).into_iter().chain(addresses(text));
        ranges.map(|range| &text[range]).collect()
    }

    #[test]
    fn numbers_that_pass_the_test_are_found_and_others_are_not() {
        assert_eq!(found("Zijn nummer is 111222333."), ["111222333"]);
        assert_eq!(found("(123 456 782)"), ["123 456 782"]);
        assert_eq!(found("1234.56.782"), ["1234.56.782"]);
        for other in [
            "111222334",
            "1112223333",
            "€ 123 456 782",
            "https://x.example/111222333",
            "000000000",
            "123.456.782",
            "A111222333",
        ] {
            assert_eq!(found(other), [] as [&str; 0], "{other}");
        }
    }

    #[test]
    fn addresses_have_a_postal_code_and_the_number_of_a_house() {
        assert_eq!(found("Kerkstraat 12, 7411 AB Deventer"), ["7411 AB"]);
        assert_eq!(found("Kerkstraat 12a 7411AB Deventer"), ["7411AB"]);
        assert_eq!(found("7411 AB 12"), ["7411 AB"]);
        for other in [
            "In 2018 EU-subsidie voor 12 scholen",
            "Postbus 10078, 8000 GB Zwolle",
            "het is 2018 OK",
            "1234 AB Deventer",
        ] {
            assert_eq!(found(other), [] as [&str; 0], "{other}");
        }
    }
}
