//! Digits in groups, as telephone numbers are written: "06-12 34 56 78", "+31 (0)6 12345678".

use std::ops::Range;

/// The most digits of a number (ITU-T E.164).
pub(super) const MOST_DIGITS: usize = 15;
/// The groups of digits that stand together.
#[derive(Debug, Default)]
pub(super) struct DigitGroups {
    /// Each group: its digits.
    pub(super) ranges: Vec<Range<usize>>,
    /// What stands before each, without spaces; a space where nothing else does.
    separators: Vec<Vec<char>>,
    /// Whether a plus sign comes first.
    pub(super) has_plus: bool,
    /// Which group is a "(0)" that is dialled within the country only.
    trunk: Option<usize>,
    /// Whether a bracket comes first.
    pub(super) has_bracket: bool,
}

impl DigitGroups {
    /// The digits of the first so many groups; a trunk digit does not count where the number has
    /// its country.
    pub(super) fn digits(&self, characters: &[char], count: usize, without_trunk: bool) -> String {
        let groups = self.ranges[..count]
            .iter()
            .enumerate()
            .filter(|(index, _)| !without_trunk || self.trunk != Some(*index));
        groups
            .flat_map(|(_, range)| &characters[range.clone()])
            .map(|digit| if digit.is_ascii_digit() { *digit } else { '0' })
            .collect()
    }

    pub(super) fn lengths(&self, count: usize) -> Vec<usize> {
        self.ranges[..count].iter().map(Range::len).collect()
    }

    /// Whether all that parts the groups from the second on is this.
    pub(super) fn is_parted_by(&self, count: usize, sign: char) -> bool {
        count > 1
            && self.separators[1..count]
                .iter()
                .all(|separator| *separator == [sign])
    }

    pub(super) fn sign(&self, group: usize) -> char {
        match self.separators.get(group).map(Vec::as_slice) {
            Some([only]) => *only,
            _ => '\0',
        }
    }
}

/// Reads the groups from here: at most one number's, and a little more, to see whether it goes on.
pub(super) fn groups_at(characters: &[char], start: usize) -> Option<DigitGroups> {
    let mut groups = DigitGroups::default();
    let (mut at, mut is_open) = groups.open(characters, start);
    let mut separator = Vec::new();
    let mut count = 0;
    loop {
        let length = digits_at(characters, at, at == start);
        if length == 0 {
            break;
        }
        let is_trunk = separator.contains(&'(')
            && length == 1
            && characters[at] == '0'
            && characters.get(at + 1) == Some(&')');
        if is_trunk && groups.trunk.is_none() && !groups.ranges.is_empty() {
            groups.trunk = Some(groups.ranges.len());
        }
        groups.ranges.push(at..at + length);
        groups.separators.push(separator);
        count += length;
        if count > MOST_DIGITS + 4 {
            break;
        }
        let Some(next) = separator_at(characters, at + length, &mut is_open) else {
            break;
        };
        (separator, at) = next;
    }
    (!groups.ranges.is_empty()).then_some(groups)
}

impl DigitGroups {
    /// Reads the bracket and plus sign that may come first; where the digits begin, and whether a
    /// bracket is open.
    fn open(&mut self, characters: &[char], start: usize) -> (usize, bool) {
        let mut at = start;
        let mut is_open = false;
        let skip_space = |at: &mut usize| *at += usize::from(characters.get(*at) == Some(&' '));
        if characters[at] == '(' {
            (is_open, self.has_bracket) = (true, true);
            at += 1;
            skip_space(&mut at);
        }
        if characters.get(at) == Some(&'+') {
            self.has_plus = true;
            at += 1;
            skip_space(&mut at);
            if characters.get(at) == Some(&'(') {
                is_open = true;
                at += 1;
            }
        }
        (at, is_open)
    }
}

/// How many digits stand here. The first may be a letter in the place of a zero: "O6-12345678".
fn digits_at(characters: &[char], at: usize, is_first: bool) -> usize {
    let digits = |from: usize| {
        let rest = characters.get(from..).unwrap_or_default();
        rest.iter()
            .take_while(|digit| digit.is_ascii_digit())
            .count()
    };
    let is_letter = is_first && matches!(characters.get(at), Some('o' | 'O'));
    if is_letter {
        1 + digits(at + 1)
    } else {
        digits(at)
    }
}

/// What parts two groups, without spaces, and where the next group begins; nothing where the number
/// does not go on.
fn separator_at(
    characters: &[char],
    start: usize,
    is_open: &mut bool,
) -> Option<(Vec<char>, usize)> {
    let mut separator = Vec::new();
    let mut end = start;
    while let Some(sign) = characters.get(end) {
        match sign {
            ' ' => {}
            '-' | '.' | '/' | '_' => separator.push(*sign),
            '(' if !*is_open => {
                *is_open = true;
                separator.push('(');
            }
            ')' if *is_open => {
                *is_open = false;
                separator.push(')');
            }
            _ => break,
        }
        end += 1;
    }
    let marks = separator
        .iter()
        .filter(|sign| !matches!(sign, '(' | ')'))
        .count();
    let goes_on = end > start
        && marks <= 2
        && separator.len() <= 3
        && characters.get(end).is_some_and(char::is_ascii_digit);
    if separator.is_empty() {
        separator.push(' ');
    }
    goes_on.then_some((separator, end))
}
