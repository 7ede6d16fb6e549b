//! Contacts in folded words: e-mail addresses, telephone numbers and web addresses that lead to a
//! person.

use std::ops::Range;

use super::allowed::{Allowed, ContactKind};
use super::emails::emails;
use super::fold::{Folded, is_of_word};
use super::links::hidden_contact_in;
use super::phones::phones;

/// A contact in folded words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contact {
    /// What it is.
    pub(super) kind: ContactKind,
    /// Its characters.
    pub(super) range: Range<usize>,
}

/// Every contact that is not to be shown, in order; none overlaps another.
pub(super) fn contacts(folded: &Folded, allowed: Allowed) -> Vec<Contact> {
    let characters = &folded.characters;
    let addresses = addresses(characters, allowed);
    let masks = Masks::new(addresses.iter().map(|(range, _)| range.clone()));
    let mut found: Vec<Contact> = addresses
        .into_iter()
        .filter_map(|(range, kind)| Some(Contact { kind: kind?, range }))
        .collect();
    let emails = emails(characters, &|at| masks.hold(at));
    if allowed.hides(ContactKind::Phone) {
        // The digits in a mailbox's name are its own.
        let masks = Masks::new(
            masks
                .0
                .into_iter()
                .chain(accounts(characters))
                .chain(emails.iter().cloned()),
        );
        let phones = phones(characters, &|at| masks.hold(at));
        found.extend(phones.into_iter().map(|range| Contact {
            kind: ContactKind::Phone,
            range,
        }));
    }
    if allowed.hides(ContactKind::Email) {
        found.extend(emails.into_iter().map(|range| Contact {
            kind: ContactKind::Email,
            range,
        }));
    }
    found.sort_by_key(|contact| (contact.range.start, contact.range.end));
    let mut apart: Vec<Contact> = Vec::with_capacity(found.len());
    for contact in found {
        match apart.last_mut() {
            // "x@a.nl@b.nl" goes as one.
            Some(last) if contact.range.start < last.range.end => {
                last.range.end = last.range.end.max(contact.range.end);
            }
            _ => apart.push(contact),
        }
    }
    apart
}

/// Ranges in which nothing is sought.
struct Masks(Vec<Range<usize>>);

impl Masks {
    fn new(ranges: impl Iterator<Item = Range<usize>>) -> Self {
        let mut ranges: Vec<Range<usize>> = ranges.collect();
        ranges.sort_by_key(|range| range.start);
        ranges.dedup_by(|next, last| {
            let joins = next.start < last.end;
            if joins {
                last.end = last.end.max(next.end);
            }
            joins
        });
        Self(ranges)
    }

    fn hold(&self, at: usize) -> bool {
        self.0[..self.0.partition_point(|mask| mask.start <= at)]
            .last()
            .is_some_and(|mask| at < mask.end)
    }
}

/// Schemes and services by which a web address is known where it stands among words.
const BEGINNINGS: [&str; 15] = [
    "www.",
    "mailto:",
    "tel:",
    "sms:",
    "callto:",
    "whatsapp:",
    "facetime:",
    "viber:",
    "wa.me/",
    "t.me/",
    "signal.me/",
    "telegram.me/",
    "api.whatsapp.com/",
    "doi:",
    "view-source:",
];

/// Web addresses among the words, with whom they lead to. What they hold besides is no contact: a
/// number in a path is a number in a path.
fn addresses(characters: &[char], allowed: Allowed) -> Vec<(Range<usize>, Option<ContactKind>)> {
    let ends = |character: &char| {
        matches!(
            character,
            ' ' | '<' | '>' | '"' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | ';' | '\u{FFFC}'
        )
    };
    let mut found = Vec::new();
    let mut at = 0;
    for word in characters.split(ends) {
        let start = at;
        at += word.len() + 1;
        let is_sign = |character: &&char| matches!(**character, '.' | ',' | ':' | '!' | '?' | '\'');
        let length = word.len() - word.iter().rev().take_while(is_sign).count();
        let skip = word[..length]
            .iter()
            .take_while(|character| !is_of_word(**character) && **character != '/')
            .count();
        let word = &word[skip..length];
        if word.len() > 4 && is_address(word) {
            found.push((
                start + skip..start + length,
                hidden_contact_in(word, allowed),
            ));
        }
    }
    found
}

fn is_address(word: &[char]) -> bool {
    if word.windows(3).any(|three| three == [':', '/', '/']) || word.starts_with(&['/', '/']) {
        return true;
    }
    let start: String = word
        .iter()
        .take(20)
        .flat_map(|character| character.to_lowercase())
        .collect();
    if BEGINNINGS
        .iter()
        .any(|beginning| start.starts_with(beginning) && word.len() > beginning.len())
    {
        return true;
    }
    // `10.1234/0612345678`, the identifier of an article (DOI Handbook, section 2.2).
    if start.starts_with("10.") && word.contains(&'/') {
        return true;
    }
    // `school.nl/item/0612345678`
    let host: Vec<char> = word
        .iter()
        .copied()
        .take_while(|character| *character != '/')
        .collect();
    if host.len() == word.len() || host.len() > 100 {
        return false;
    }
    let labels: Vec<&[char]> = host.split(|character| *character == '.').collect();
    let is_label = |label: &&[char]| {
        !label.is_empty()
            && label
                .iter()
                .all(|character| is_of_word(*character) || *character == '-')
    };
    let is_top = |label: &&[char]| {
        label.len() > 1 && label.iter().all(|character| character.is_alphabetic())
    };
    labels.len() > 1 && labels.iter().all(is_label) && labels.last().is_some_and(is_top)
}

/// Bank accounts (IBAN, ISO 13616), whose digits may look like a telephone number: "NL91 ABNA 0417
/// 1643 00".
fn accounts(characters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in 0..characters.len().saturating_sub(14) {
        let is_code = characters[start..start + 2]
            .iter()
            .all(char::is_ascii_uppercase)
            && characters[start + 2..start + 4]
                .iter()
                .all(char::is_ascii_digit);
        if !is_code || start > 0 && is_of_word(characters[start - 1]) {
            continue;
        }
        // In groups of four, the last one shorter; or all in one.
        let mut length = 4;
        let mut count = 4;
        let mut is_grouped = false;
        loop {
            let gap = usize::from(
                characters
                    .get(start + length)
                    .is_some_and(|gap| matches!(gap, ' ' | '-' | '.')),
            );
            let next = characters[start + length + gap..]
                .iter()
                .take_while(|next| next.is_ascii_uppercase() || next.is_ascii_digit())
                .count();
            is_grouped |= gap > 0;
            if next == 0 || is_grouped && next > 4 || count + next > 34 {
                break;
            }
            length += gap + next;
            count += next;
            if is_grouped && next < 4 {
                break;
            }
        }
        if (15..=34).contains(&count) {
            found.push(start..start + length);
        }
    }
    found
}

/// "jan (at) school [punt] nl", which is written so that machines do not read it and people do,
/// with the signs it stands for.
pub(super) fn with_signs_for_words(folded: &Folded) -> Folded {
    const AT: [&str; 4] = ["at", "apenstaartje", "apestaartje", "@"];
    const DOT: [&str; 3] = ["dot", "punt", "."];
    /// The longest of these words, with brackets and spaces.
    const LONGEST: usize = 20;
    let characters = &folded.characters;
    let mut read = Folded::with_capacity(characters.len());
    let mut at = 0;
    while at < characters.len() {
        let close = match characters[at] {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            _ => '\0',
        };
        let end = (close != '\0')
            .then(|| {
                characters[at..]
                    .iter()
                    .take(LONGEST)
                    .position(|character| *character == close)
            })
            .flatten();
        let word: String = end
            .map(|end| {
                characters[at + 1..at + end]
                    .iter()
                    .collect::<String>()
                    .trim()
                    .to_lowercase()
            })
            .unwrap_or_default();
        let meant = if AT.contains(&word.as_str()) {
            Some('@')
        } else if DOT.contains(&word.as_str()) {
            Some('.')
        } else {
            None
        };
        match (meant, end) {
            (Some(meant), Some(end)) => {
                let mut last = at + end;
                while characters.get(last + 1) == Some(&' ') {
                    last += 1;
                }
                read.trim_end();
                read.add_for(meant, folded, at..last + 1);
                at = last + 1;
            }
            _ => {
                read.add_from(folded, at);
                at += 1;
            }
        }
    }
    read
}

#[cfg(test)]
mod tests;
