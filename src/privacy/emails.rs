//! E-mail addresses in folded words, as people read them and browsers take them (HTML, "valid
//! e-mail address"); names beyond ASCII too.
//!
//! A handle of the fediverse (`@naam@server.nl`), a package (`@scope/pkg`), a picture (`x@2x.png`)
//! and a version (`pkg@1.2.3`) are none.

use std::ops::Range;

use super::fold::is_of_word;

/// Ends of file names that are no domain's end: `cv jan@school.nl.pdf`, `logo@2x.png`.
const FILE_NAMES: [&str; 34] = [
    "png", "jpg", "jpeg", "jpe", "gif", "webp", "avif", "heic", "svg", "tif", "tiff", "bmp", "ico",
    "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "txt",
    "htm", "html", "css", "js", "json", "xml", "toml", "vcf",
];
/// The longest name between quotation marks (RFC 5321, section 4.5.3.1.1).
const LONGEST_QUOTED: usize = 64;

/// Every address outside the ranges that are masked, in order. Those that overlap ("x@a.nl@b.nl")
/// are told one by one.
pub(super) fn emails(characters: &[char], is_masked: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in characters
        .iter()
        .enumerate()
        .filter(|(_, character)| **character == '@')
    {
        if is_masked(at) {
            continue;
        }
        // What was read before is not read again: a text may hold a hundred thousand of these signs
        // in a row.
        let floor = found.last().map_or(0, |last| {
            if last.end == at {
                last.start
            } else {
                last.end.min(at)
            }
        });
        found.extend(email_at(characters, at, floor));
    }
    found
}

/// The address around this sign.
fn email_at(characters: &[char], at: usize, floor: usize) -> Option<Range<usize>> {
    let end = host_end(characters, at + 1)?;
    let start = quoted_name(characters, at).or_else(|| name(characters, at, floor))?;
    let is_repository =
        characters[start..at] == ['g', 'i', 't'] && characters.get(end) == Some(&':');
    (!is_repository).then_some(start..end)
}

/// Where a name of an address begins that ends here.
fn name(characters: &[char], at: usize, floor: usize) -> Option<usize> {
    let length = characters[floor..at]
        .iter()
        .rev()
        .take_while(|character| is_of_name(**character))
        .count();
    let begin = at - length;
    let start = begin
        + characters[begin..at]
            .iter()
            .take_while(|character| !is_of_word(**character))
            .count();
    if start == at {
        return None;
    }
    // `@naam@server.nl`; but `x@a.nl@b.nl` is an address, and one more.
    let is_handle = begin > 0
        && characters[begin - 1] == '@'
        && !begin
            .checked_sub(2)
            .is_some_and(|before| is_of_word(characters[before]) || characters[before] == '"');
    (!is_handle).then_some(start)
}

/// Where a name between quotation marks begins: `"jan de vries"@school.nl`.
fn quoted_name(characters: &[char], at: usize) -> Option<usize> {
    let last = at.checked_sub(1).filter(|last| characters[*last] == '"')?;
    let from = last.saturating_sub(LONGEST_QUOTED);
    let start = from
        + characters[from..last]
            .iter()
            .rposition(|character| *character == '"')?;
    (start + 1 < last).then_some(start)
}

/// What a name may hold: the signs of HTML's own grammar, and letters of every script.
fn is_of_name(character: char) -> bool {
    is_of_word(character) || ".!#$%&'*+/=?^_`{|}~-".contains(character)
}

/// The end of the host that begins here, possibly behind a space that a broken line left.
fn host_end(characters: &[char], start: usize) -> Option<usize> {
    let start = start + usize::from(characters.get(start) == Some(&' '));
    if characters.get(start) == Some(&'[') {
        return literal_end(characters, start);
    }
    let mut labels = labels_at(characters, start);
    let text = |label: &Range<usize>| {
        characters[label.clone()]
            .iter()
            .flat_map(|character| character.to_lowercase())
            .collect::<String>()
    };
    while labels.len() > 1
        && labels
            .last()
            .is_some_and(|last| FILE_NAMES.contains(&text(last).as_str()))
    {
        labels.pop();
    }
    let last = labels.last()?;
    let end = last.end
        - characters[last.clone()]
            .iter()
            .rev()
            .take_while(|character| **character == '-')
            .count();
    let is_number =
        |label: &Range<usize>| characters[label.clone()].iter().all(char::is_ascii_digit);
    if labels.len() == 4 && labels.iter().all(is_number) {
        return Some(end);
    }
    let top = text(&(last.start..end));
    let is_top = top.chars().count() >= 2
        && (top.starts_with("xn--")
            || top
                .chars()
                .all(|character| is_of_word(character) && !character.is_numeric()));
    let is_version = labels.len() > 2 && labels[..2].iter().all(is_number);
    (labels.len() > 1 && is_top && !is_version).then_some(end)
}

/// The labels of a host that begins here.
fn labels_at(characters: &[char], start: usize) -> Vec<Range<usize>> {
    let mut labels: Vec<Range<usize>> = Vec::new();
    let mut at = start;
    loop {
        let length = characters[at..]
            .iter()
            .take_while(|character| is_of_word(**character) || **character == '-')
            .count();
        if length == 0 {
            break;
        }
        labels.push(at..at + length);
        at += length;
        let next = |offset: usize| characters.get(at + offset).copied().unwrap_or(' ');
        if next(0) == '.' && is_of_word(next(1)) {
            at += 1;
        } else if labels.len() == 1
            && next(0) == ' '
            && next(1) == '.'
            && next(2).is_alphabetic()
            && next(3).is_alphabetic()
        {
            // "jan@school .nl"
            at += 2;
        } else {
            break;
        }
    }
    labels
}

/// The end of `[192.0.2.1]`.
fn literal_end(characters: &[char], start: usize) -> Option<usize> {
    let inner = characters[start + 1..].iter().take(60);
    let length = inner
        .take_while(|character| {
            character.is_ascii_hexdigit() || matches!(character, '.' | ':' | 'I' | 'P' | 'v')
        })
        .count();
    (length > 3 && characters.get(start + 1 + length) == Some(&']')).then_some(start + length + 2)
}
