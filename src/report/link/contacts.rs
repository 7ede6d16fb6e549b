//! E-mail addresses and phone numbers in texts: they show only where the site's privacy settings allow it.

use std::ops::Range;

use crate::config::Config;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// What people are reached by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
}

impl ContactKind {
    /// Whether the site shows it.
    pub fn is_shown(self, config: &Config) -> bool {
        match self {
            Self::Email => config.show_emails,
            Self::Phone => config.show_phones,
        }
    }

    /// Says that it is not shown.
    pub(super) fn withheld(self, span: Span) -> Diagnostic {
        let (what, key) = match self {
            Self::Email => (bilingual("een e-mailadres", "an e-mail address"), "emails"),
            Self::Phone => (bilingual("een telefoonnummer", "a phone number"), "phones"),
        };
        Diagnostic::at(Code::ContactWithheld, span).with("what", what).with("key", key)
    }
}

/// An address or number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Which of the two.
    pub kind: ContactKind,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// Every e-mail address and phone number of a text, in order.
pub fn contacts(text: &str) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = emails(text).map(|range| Contact { kind: ContactKind::Email, range }).collect();
    if text.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS {
        contacts.extend(phones(text).into_iter().map(|range| Contact { kind: ContactKind::Phone, range }));
        contacts.sort_by_key(|contact| contact.range.start);
    }
    contacts
}

fn emails(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('@').filter_map(|(at, _)| {
        let name = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
        let bytes = text.as_bytes();
        let start = at - bytes[..at].iter().rev().take_while(|byte| name(byte)).count();
        let host = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte)).count();
        let host = text[at + 1..at + 1 + host].trim_end_matches(['.', '-']);
        let (_, top) = host.rsplit_once('.')?;
        (start < at && top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic())).then(|| start..at + 1 + host.len())
    })
}

const FEWEST_DIGITS: usize = 10;

/// Phone numbers as they are written in the Netherlands: ten digits from 0, or from + or 00 with the country's code. Dates, years and sums
/// are none.
fn phones(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut position = 0;
    while position < bytes.len() {
        let opens = matches!(bytes[position], b'0' | b'+') && (position == 0 || !is_part_of_word(bytes[position - 1]));
        let end = if opens { phone_at(text, position) } else { None };
        match end {
            Some(end) => {
                // "(038) 123 45 67": the bracket belongs to the number.
                let start = if position > 0 && bytes[position - 1] == b'(' && text[position..end].contains(')') { position - 1 } else { position };
                found.push(start..end);
                position = end;
            }
            None => position += 1,
        }
    }
    found
}

fn is_part_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'.' | b',' | b'/' | b'-' | b'_' | b'=')
}

/// The end of a phone number that begins here.
fn phone_at(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let international = bytes[start] == b'+' || text[start..].starts_with("00");
    let most = if international { 15 } else { FEWEST_DIGITS };
    let (mut digits, mut end, mut first_group, mut gap) = (0, start, 0, 0);
    for (offset, byte) in bytes[start..].iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                if gap == 0 && first_group == digits {
                    first_group += 1;
                }
                digits += 1;
                end = start + offset + 1;
            }
            b'+' if offset == 0 => {}
            // A no-break space is two bytes, 0xC2 and 0xA0.
            b' ' | b'-' | b'.' | b'(' | b')' | b'/' | 0xC2 | 0xA0 if digits > 0 && digits < most => gap += 1,
            _ => break,
        }
    }
    let ends = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    let is_date = {
        let mut groups = text[start..end].split(['-', '/', '.', ' ']).map(str::len);
        groups.next() == Some(2) && groups.next() == Some(2) && groups.next() == Some(4)
    };
    let fits = if international { (FEWEST_DIGITS..=most).contains(&digits) } else { digits == FEWEST_DIGITS && bytes.get(start + 1) != Some(&b'0') };
    // An area's code has three or four digits, a mobile one two: "02-11 …" is a day.
    let opens = international || text[start..].starts_with("06") || first_group != 2;
    (ends && fits && opens && !is_date && gap <= 9 && !is_account(&text[..start])).then_some(end)
}

/// Whether what stands before is the beginning of a Dutch bank account (IBAN, ISO 13616): "NL91 ABNA 0417 1643 00".
fn is_account(before: &str) -> bool {
    let mut words = before.split(' ').rev().filter(|word| !word.is_empty());
    let (bank, country) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_bank = bank.len() == 4 && bank.bytes().all(|byte| byte.is_ascii_uppercase());
    is_bank
        && country.len() == 4
        && country.starts_with(|letter: char| letter.is_ascii_uppercase())
        && country.bytes().skip(2).all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::contacts;

    fn found(text: &str) -> Vec<&str> {
        contacts(text).into_iter().map(|contact| &text[contact.range]).collect()
    }

    #[test]
    fn addresses_and_numbers_are_found() {
        assert_eq!(found("Mail jan.de-vries+x@school.example. Of bel 038-1234567!"), ["jan.de-vries+x@school.example", "038-1234567"]);
        for number in ["0612345678", "06-12345678", "06 12 34 56 78", "(038) 123 45 67", "+31 (0)38 123 45 67", "0031 38 1234567", "088 000 00 00"] {
            assert_eq!(found(&format!("bel {number}, graag")), [number], "{number}");
        }
    }

    #[test]
    fn dates_sums_and_words_are_left_alone() {
        for text in [
            "op 30-10-2018 om 10.30 uur",
            "06-02-2018 10:30",
            "02-11-2018 1015",
            "2018-2019, 2020-2021",
            "€ 1.000.000.000",
            "0,1234567890",
            "ISBN 978-90-1234567-0",
            "a @ b, @school, x@y",
            "KvK 012345678901",
            "NL91 ABNA 0417 1643 00",
            "NL91ABNA0417164300",
        ] {
            assert_eq!(found(text), [] as [&str; 0], "{text}");
        }
    }
}
