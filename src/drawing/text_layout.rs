//! Words set in lines: the one breaker of lines, for whatever measures words; and the names on a
//! map, which must fit in a small square, broken over lines or shortened so that each stays another
//! than its neighbours.
//!
//! SVG breaks no lines, and how wide a letter is depends on the reader's fonts, so the widths of
//! names are estimated a little wide.

use std::collections::BTreeSet;

use crate::words::hyphenation::SOFT_HYPHEN;

/// How wide a text is about, in hundredths of the font's size.
pub fn width(text: &str) -> usize {
    text.chars()
        .map(|character| match character {
            SOFT_HYPHEN => 0,
            'i' | 'j' | 'l' | '\'' | '’' | '.' | ',' | 'I' => 34,
            'f' | 'r' | 't' | '-' | ' ' | '(' | ')' => 42,
            'm' | 'w' | 'M' | 'W' => 100,
            _ if character.is_uppercase() => 76,
            _ => 64,
        })
        .sum()
}

/// Fills lines with pieces of text, each of which keeps the space or hyphen at its end. A piece
/// that fits no line is parted, as often as that goes. Once there are more lines than `most`, no
/// more are made.
pub fn filled<'t>(
    pieces: impl Iterator<Item = &'t str>,
    most: usize,
    fits: impl Fn(&str) -> bool,
    parted: impl Fn(&str) -> Option<(String, String)>,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces {
        let longer = format!("{line}{piece}");
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        piece.clone_into(&mut line);
        while lines.len() <= most
            && !fits(&line)
            && let Some((head, rest)) = parted(&line)
        {
            lines.push(head);
            line = rest;
        }
        if lines.len() > most {
            return lines;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks a name over at most `lines` lines of this width, in hundredths of the font's size. It
/// breaks at spaces, behind hyphens and at soft hyphens, and where nothing else helps, in the
/// middle of a word. What does not fit ends in an ellipsis.
pub fn broken(name: &str, wide: usize, lines: usize) -> Vec<String> {
    let pieces = name
        .trim_end_matches(SOFT_HYPHEN)
        .split_inclusive([' ', '-', SOFT_HYPHEN]);
    let fits = |line: &str| width(line.trim_end()) + ending(line) <= wide;
    let parted = |word: &str| {
        let (head, tail) = split(word, wide);
        Some((format!("{head}-"), tail))
    };
    let mut broken: Vec<String> = filled(pieces, lines, fits, parted)
        .iter()
        .map(|line| shown(line))
        .collect();
    if broken.len() > lines {
        broken.truncate(lines);
        if let Some(last) = broken.last_mut() {
            let (head, _) = split(last.trim_end_matches('-'), wide);
            *last = format!("{}…", head.trim_end());
        }
    }
    broken
}

/// The room that a hyphen takes which only shows at the end of a line.
fn ending(line: &str) -> usize {
    if line.ends_with(SOFT_HYPHEN) {
        width("-")
    } else {
        0
    }
}

/// A line as it shows: soft hyphens only where it ends.
fn shown(line: &str) -> String {
    let hyphen = if line.ends_with(SOFT_HYPHEN) { "-" } else { "" };
    format!("{}{hyphen}", line.replace(SOFT_HYPHEN, "").trim_end())
}

/// As much of a word as fits with a hyphen behind it, at least one letter; and the rest.
fn split(word: &str, wide: usize) -> (String, String) {
    let mut used = width("-");
    let mut end = word.len();
    for (at, character) in word.char_indices() {
        used += width(character.encode_utf8(&mut [0; 4]));
        if used > wide && at > 0 {
            end = at;
            break;
        }
    }
    (word[..end].to_owned(), word[end..].to_owned())
}

/// The most letters of a short name.
const SHORT: usize = 7;

/// Short names for a map that is too small for whole ones, in the order given; no two are the same
/// as long as the names are not.
pub fn shortened(names: &[&str]) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    names
        .iter()
        .map(|name| {
            let first = candidates(name)
                .into_iter()
                .find(|candidate| !taken.contains(candidate));
            let short = first.unwrap_or_else(|| (*name).to_owned());
            taken.insert(short.clone());
            short
        })
        .collect()
}

/// Short forms of a name, the nicest first: whole, "N-Holl.", "Overij.", then other letters from
/// its end.
fn candidates(name: &str) -> Vec<String> {
    let letters: Vec<char> = name
        .chars()
        .filter(|character| *character != SOFT_HYPHEN)
        .collect();
    if letters.len() <= SHORT {
        return vec![letters.into_iter().collect()];
    }
    let mut candidates = Vec::new();
    let plain: String = letters.iter().collect();
    let words: Vec<&str> = plain
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    if let [first, .., last] = words.as_slice() {
        let initial: String = first.chars().take(1).collect();
        let rest: String = last.chars().take(SHORT - 3).collect();
        let dot = if last.chars().count() > SHORT - 3 {
            "."
        } else {
            ""
        };
        candidates.push(format!("{initial}-{rest}{dot}"));
    }
    candidates.push(
        letters[..SHORT - 1]
            .iter()
            .collect::<String>()
            .trim_end()
            .to_owned()
            + ".",
    );
    for kept in (1..SHORT - 2).rev() {
        let head: String = letters[..kept].iter().collect();
        let tail: String = letters[letters.len() - (SHORT - 1 - kept)..]
            .iter()
            .collect();
        candidates.push(format!("{head}…{tail}"));
    }
    candidates
}

#[cfg(test)]
mod tests {
    use super::{broken, shortened, width};

    #[test]
    fn a_name_breaks_where_words_and_their_parts_end() {
        assert_eq!(broken("Twente", 660, 3), ["Twente"]);
        assert_eq!(broken("Noord-Brabant", 660, 3), ["Noord-", "Brabant"]);
        assert_eq!(
            broken("Kop van Overijssel", 660, 3),
            ["Kop van", "Overijssel"]
        );
        assert_eq!(
            broken("Loopbaan\u{AD}oriëntatie\u{AD}commissie", 660, 3),
            ["Loopbaan-", "oriëntatie-", "commissie"]
        );
        assert_eq!(broken("Westerkwartier", 500, 3), ["Westerk-", "wartier"]);
        assert_eq!(
            broken("De lange naam van een gemeente in het noorden", 500, 3),
            ["De lange", "naam", "van een…"]
        );
        assert_eq!(broken("", 500, 3), Vec::<String>::new());
    }

    #[test]
    fn no_line_is_wider_than_asked_and_none_too_many() {
        for name in [
            "Mmmmmmmmmmmmmmmmmmmmmmmm",
            "a b c d e f g h i j",
            "  ",
            "---",
            "Ω≈ç√∫ 🙂🙂🙂🙂🙂🙂🙂🙂🙂",
            "'s-Hertogenbosch",
        ] {
            let lines = broken(name, 400, 3);
            assert!(
                lines.len() <= 3 && lines.iter().all(|line| width(line) <= 500),
                "{name}: {lines:?}"
            );
        }
    }

    #[test]
    fn short_names_stay_apart() {
        assert_eq!(
            shortened(&[
                "Zeeland",
                "Noord-Holland",
                "Zuid-Holland",
                "Overijssel",
                "Westerkwartier",
                "Westerveld",
                "Westergouw"
            ]),
            [
                "Zeeland",
                "N-Holl.",
                "Z-Holl.",
                "Overij.",
                "Wester.",
                "West…ld",
                "West…uw"
            ]
        );
    }
}
