//! Telephone numbers in folded words: Dutch, Belgian and international ones, however their digits
//! are grouped.
//!
//! Dates, times, sums, accounts and the numbers of other registers are none, and neither is a
//! number in the path of a web address.

use std::ops::Range;

use super::fold::is_of_word;
use super::number_names::NumberName;
use super::numbering::{country_code, is_area_of_ten, is_belgian_of_nine, is_whole};
use super::phone_groups::{DigitGroups, MOST_DIGITS, groups_at};

/// The fewest of one with its country code.
const FEWEST_WITH_COUNTRY: usize = 9;
/// The fewest of one that is called a telephone number and looks like nothing.
const FEWEST_CALLED: usize = 8;

/// What stands right before a number on a card: "T06-12345678".
const INITIALS: [&str; 3] = ["t", "m", "f"];
/// Words that stand between a number and what it is called.
const NUMBER: [&str; 5] = ["nr", "nummer", "number", "no", "code"];

/// Every number outside the ranges that are masked, in order.
pub(super) fn phones(characters: &[char], is_masked: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let begins = matches!(characters[at], '0'..='9' | '+' | '(' | 'o' | 'O');
        // "06-12345678/0548-123456"
        let is_next = found.last().is_some_and(|last| last.end + 1 == at);
        match begins
            .then(|| number_at(characters, at, is_next))
            .flatten()
            .filter(|_| !is_masked(at))
        {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The end of a number that begins here; `is_next` says that one sign parts it from the number
/// before.
fn number_at(characters: &[char], start: usize, is_next: bool) -> Option<usize> {
    let first = characters[start];
    // A digit within a number begins none; there may be a million.
    if start > 0 && characters[start - 1].is_numeric() {
        return None;
    }
    if first == '(' {
        let next = characters[start + 1..].iter().find(|next| **next != ' ')?;
        if !matches!(next, '+' | '0') {
            return None;
        }
    }
    if matches!(first, 'o' | 'O') && characters.get(start + 1) != Some(&'6') {
        return None;
    }
    let before = Before::of(characters, start);
    if !before.may_begin && !is_next {
        return None;
    }
    let groups = groups_at(characters, start)?;
    let digits = groups.digits(characters, groups.ranges.len(), true);
    let end = if groups.has_plus {
        with_country(characters, &groups, 0)
    } else if digits.starts_with("00") {
        with_country(characters, &groups, 2)
    } else if first.is_ascii_digit() && first != '0' {
        None
    } else {
        within_country(characters, &groups, &before)
    };
    let end = end.or_else(|| {
        before
            .is_called()
            .then(|| called(characters, &groups))
            .flatten()
    });
    let is_other = match before.name {
        NumberName::Other => true,
        NumberName::Filed => groups.ranges.len() == 1 && !groups.has_plus,
        NumberName::Telephone | NumberName::Unknown => false,
    };
    let end = end
        .filter(|_| !is_other)
        .map(|end| closed(characters, start, end));
    // "(038) 123 45 67": the bracket belongs to the number where its other half does.
    end.filter(|end| first != '(' || characters[start..*end].contains(&')'))
}

/// What stands before a number.
#[derive(Debug)]
struct Before {
    /// Whether a number can begin here at all.
    may_begin: bool,
    /// What it is called.
    name: NumberName,
}

impl Before {
    /// Whether a word says that a telephone number follows.
    fn is_called(&self) -> bool {
        self.name == NumberName::Telephone
    }

    fn of(characters: &[char], start: usize) -> Self {
        // Two words and what parts them; nobody puts more between a number and what it is called.
        let near = &characters[start.saturating_sub(40)..start];
        let mut words: Vec<String> = Vec::new();
        let mut word = String::new();
        for character in near.iter().rev() {
            match character {
                character if character.is_alphabetic() => {
                    word.insert(0, character.to_lowercase().next().unwrap_or(*character));
                }
                ' ' | '.' | ':' | '-' | '#' | '°' | '+' | '(' | '=' | '/' => {
                    words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()));
                }
                _ => break,
            }
            if words.len() >= 2 {
                break;
            }
        }
        words.extend(Some(word).filter(|word| !word.is_empty()));
        let first = words.first().map(String::as_str).unwrap_or_default();
        let name = if NUMBER.contains(&first) {
            words.get(1).map(String::as_str).unwrap_or_default()
        } else {
            first
        };
        let is_money = near
            .iter()
            .rev()
            .find(|character| **character != ' ')
            .is_some_and(|sign| matches!(sign, '€' | '$' | '£' | '¥'));
        let called = if is_money {
            NumberName::Other
        } else {
            NumberName::of(name)
        };
        let may_begin = match near.last() {
            // "Tel06-12345678".
            Some(before) if is_of_word(*before) => {
                before.is_alphabetic()
                    && (called == NumberName::Telephone || INITIALS.contains(&first))
            }
            // A number that goes on: "978-90-1234567-0".
            Some('-' | '.' | '/' | '_' | ',' | '=' | ':') => !near
                .get(near.len().wrapping_sub(2))
                .is_some_and(char::is_ascii_digit),
            Some(_) | None => true,
        };
        Self {
            may_begin,
            name: called,
        }
    }
}

/// Whether a number may end here: what follows is no part of it.
fn may_end(characters: &[char], end: usize, goes_on: bool) -> bool {
    match characters.get(end) {
        Some(next) if is_of_word(*next) => false,
        Some('.' | ',' | ':') => !characters.get(end + 1).is_some_and(char::is_ascii_digit),
        Some('-' | '/') if !goes_on => !characters.get(end + 1).is_some_and(char::is_ascii_digit),
        Some(_) | None => true,
    }
}

/// With a bracket that closes behind it.
fn closed(characters: &[char], start: usize, end: usize) -> usize {
    let open = characters[start..end]
        .iter()
        .filter(|sign| **sign == '(')
        .count();
    let close = characters[start..end]
        .iter()
        .filter(|sign| **sign == ')')
        .count();
    end + usize::from(open > close && characters.get(end) == Some(&')'))
}

/// "+31 6 12345678", "0031 (0)6-12345678": `prefix` digits come before the country's code.
fn with_country(characters: &[char], groups: &DigitGroups, prefix: usize) -> Option<usize> {
    let all = groups.digits(characters, groups.ranges.len(), true);
    let code = country_code(all.get(prefix..)?)?;
    let is_sum = groups.has_plus
        && groups.is_parted_by(groups.ranges.len(), '.')
        && groups.lengths(groups.ranges.len())[1..]
            .iter()
            .all(|length| *length == 3)
        && !all[prefix..].starts_with("31")
        && !all[prefix..].starts_with("32");
    let fewest = if prefix == 0 {
        FEWEST_WITH_COUNTRY
    } else {
        FEWEST_WITH_COUNTRY + 1
    };
    let mut best = None;
    for count in 1..=groups.ranges.len() {
        let digits = groups.digits(characters, count, true);
        let end = groups.ranges[count - 1].end;
        let Some(digits) = digits
            .get(prefix..)
            .filter(|_| may_end(characters, end, true))
        else {
            continue;
        };
        if is_whole(digits) {
            return Some(end);
        }
        let is_strict = code == 1 && !digits.starts_with('7');
        if (fewest..=MOST_DIGITS).contains(&digits.len()) && !(is_strict && digits.len() != 11) {
            best = Some(end);
        }
    }
    best.filter(|_| !is_sum)
}

/// Ten digits as they are dialled in the Netherlands, or nine or ten in Belgium.
fn within_country(characters: &[char], groups: &DigitGroups, before: &Before) -> Option<usize> {
    for count in 1..=groups.ranges.len() {
        let digits = groups.digits(characters, count, false);
        let lengths = groups.lengths(count);
        let end = groups.ranges[count - 1].end;
        let fits = match digits.len() {
            10 => {
                is_of_ten(groups, &digits, &lengths, before)
                    && may_end(characters, end, is_usual(&lengths))
            }
            9 => {
                is_belgian_of_nine(&digits, &lengths)
                    && may_end(characters, end, false)
                    && !is_date(groups, &digits, &lengths)
            }
            11.. => return None,
            _ => false,
        };
        if fits {
            return Some(end);
        }
    }
    None
}

/// The ways in which most people group ten digits.
fn is_usual(lengths: &[usize]) -> bool {
    matches!(
        lengths,
        [10] | [2, 8]
            | [2, 4, 4]
            | [2, 2, 2, 2, 2]
            | [2, 3, 3, 2]
            | [3, 7]
            | [4, 6]
            | [3, 3, 4]
            | [3, 3, 2, 2]
            | [4, 2, 2, 2]
            | [4, 3, 3]
    )
}

fn is_of_ten(groups: &DigitGroups, digits: &str, lengths: &[usize], before: &Before) -> bool {
    let second = digits.as_bytes()[1];
    let has_area = is_area_of_ten(digits);
    let opens = match lengths[0] {
        // "0 6 1 2 3 4 5 6 7 8", "(0)6 12345678"; but a book's "0-306-40615-2" is none.
        1 => {
            second != b'0'
                && (groups.has_bracket
                    || lengths.iter().all(|length| *length == 1)
                    || second == b'6' && matches!(lengths[1], 1 | 9))
        }
        // An area's code has three or four digits, a mobile one two: "02-11 …" is a day.
        2 => second == b'6',
        3 | 4 => second != b'0',
        _ => has_area || before.is_called(),
    };
    opens && !is_date(groups, digits, lengths) && !is_company(groups, digits, lengths, has_area)
}

/// "06-02-2018 10", "06-02-18 10.30", "06.00 07.15 08".
fn is_date(groups: &DigitGroups, digits: &str, lengths: &[usize]) -> bool {
    let number = |range: Range<usize>| {
        digits
            .get(range)
            .and_then(|digits| digits.parse::<u16>().ok())
            .unwrap_or_default()
    };
    let (day, month) = (number(0..2), number(2..4));
    let is_day = (1..=31).contains(&day) && (1..=12).contains(&month);
    let same_signs = groups.sign(1) == groups.sign(2);
    match lengths {
        [2, 2, 4, ..] => is_day && same_signs && (1800..2200).contains(&number(4..8)),
        [2, 2, 2, 2, 2] => {
            let is_moment = is_day
                && same_signs
                && groups.sign(1) != ' '
                && groups.sign(3) == ' '
                && groups.sign(4) != ' ';
            let are_times = groups.sign(1) == '.'
                && groups.sign(2) == ' '
                && groups.sign(3) == '.'
                && groups.sign(4) == ' ';
            is_moment || are_times
        }
        _ => false,
    }
}

/// A company's number in Belgium, "0123.456.789": its last two digits check the others.
fn is_company(groups: &DigitGroups, digits: &str, lengths: &[usize], has_area: bool) -> bool {
    let check = || {
        Some(
            97 - digits.get(..8)?.parse::<u32>().ok()? % 97
                == digits.get(8..)?.parse::<u32>().ok()?,
        )
    };
    lengths == [4, 3, 3] && groups.is_parted_by(3, '.') && (!has_area || check() == Some(true))
}

/// What is called a telephone number: eight digits or more.
fn called(characters: &[char], groups: &DigitGroups) -> Option<usize> {
    let is_sum = groups.is_parted_by(groups.ranges.len(), '.')
        && groups.lengths(groups.ranges.len())[1..]
            .iter()
            .all(|length| *length == 3);
    let fits = |count: &usize| {
        let digits = groups.digits(characters, *count, false);
        let is_date = is_date(groups, &digits, &groups.lengths(*count))
            || matches!(groups.lengths(*count).as_slice(), [2, 2, 4] | [4, 2, 2]);
        (FEWEST_CALLED..=MOST_DIGITS).contains(&digits.len())
            && !is_date
            && may_end(characters, groups.ranges[*count - 1].end, false)
    };
    let count = (1..=groups.ranges.len())
        .rev()
        .find(fits)
        .filter(|_| !is_sum)?;
    Some(groups.ranges[count - 1].end)
}
