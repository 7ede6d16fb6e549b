//! Names that are nearly the same: found without comparing each with each.
//!
//! Names are folded (small letters, no accents, single spaces) and cut in three. A name within an
//! edit or two of another shares at least one of the three pieces with it, letter for letter and
//! nearly at the same place; so a lookup by piece finds all that are near (the idea of Pass-Join:
//! Li, Deng, Wang and Feng, "Pass-Join: a partition-based method for similarity joins", VLDB 2011).

use std::collections::HashMap;

/// A piece that more names share than this tells nothing ("basisschool de"), and is not looked at:
/// cost stays in step with the names.
const MOST_IN_A_PIECE: usize = 64;
const PIECES: usize = 3;

/// A name in the form that is compared: `zoe de bruijn` for "Zoë de Bruijn".
pub fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut gap = false;
    let mut take = |character: char| {
        if character.is_ascii_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(character.to_ascii_lowercase());
        } else if !matches!(character, '\'' | '’') {
            gap = true;
        }
    };
    for character in name.chars() {
        if character.is_ascii() {
            take(character);
        } else if character.is_alphanumeric() {
            deunicode::deunicode_char(character)
                .unwrap_or_default()
                .chars()
                .for_each(&mut take);
        } else {
            take(if character == '’' { '’' } else { ' ' });
        }
    }
    folded
}

/// Whether at most `edits` letters are changed, left out, added or swapped with their neighbour.
fn within(one: &[u8], other: &[u8], edits: usize) -> bool {
    if one.len().abs_diff(other.len()) > edits {
        return false;
    }
    let same = one
        .iter()
        .zip(other)
        .take_while(|(left, right)| left == right)
        .count();
    let (one, other) = (&one[same..], &other[same..]);
    if one.is_empty() || other.is_empty() {
        return one.len().max(other.len()) <= edits;
    }
    if edits == 0 {
        return false;
    }
    let swapped = one.len() > 1 && other.len() > 1 && one[0] == other[1] && one[1] == other[0];
    within(&one[1..], &other[1..], edits - 1)
        || within(&one[1..], other, edits - 1)
        || within(one, &other[1..], edits - 1)
        || swapped && within(&one[2..], &other[2..], edits - 1)
}

/// Whether two folded names are the same but for a slip of the pen. Other numbers are other names
/// ("School 12", "School 13"), and so are words with other first letters ("Jan Bos", "Jan Vos").
pub fn is_slip(one: &str, other: &str, edits: usize) -> bool {
    let digits = |name: &str| name.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let initials = |name: &str| {
        name.split(' ')
            .filter_map(|word| word.bytes().next())
            .collect::<Vec<_>>()
    };
    let words = |name: &str| name.bytes().filter(|byte| *byte == b' ').count();
    within(one.as_bytes(), other.as_bytes(), edits)
        && digits(one) == digits(other)
        && (words(one) != words(other) || initials(one) == initials(other))
}

/// Whether two folded names of people are one name with and without initials or the small words of
/// a surname: "e van hijum" and "eddy hijum", but not "jan smit" and "jannie smit".
pub(super) fn is_short_form(one: &str, other: &str) -> bool {
    let (one_first, one_last) = parts_of_person(one);
    let (other_first, other_last) = parts_of_person(other);
    if one_last.is_empty()
        || one_last != other_last
        || one_first.is_empty()
        || other_first.is_empty()
    {
        return false;
    }
    if one_first == other_first {
        return true;
    }
    let are_initials = |names: &[&str]| names.iter().all(|name| name.len() == 1);
    let fits = |short: &[&str], long: &[&str]| {
        are_initials(short)
            && short
                .iter()
                .zip(long)
                .all(|(initial, name)| name.starts_with(initial))
    };
    fits(&one_first, &other_first) || fits(&other_first, &one_first)
}

/// What short forms of one person's name have in common: the first initial and the surname.
pub(super) fn key_of_person(folded: &str) -> Option<String> {
    let (first, last) = parts_of_person(folded);
    Some(format!("{} {}", first.first()?.get(..1)?, last.join(" ")))
}

/// First names or initials, and the surname without its small words.
fn parts_of_person(folded: &str) -> (Vec<&str>, Vec<&str>) {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let small = |word: &&str| {
        matches!(
            *word,
            "van"
                | "de"
                | "den"
                | "der"
                | "ten"
                | "ter"
                | "te"
                | "t"
                | "het"
                | "in"
                | "op"
                | "el"
                | "al"
                | "la"
                | "le"
        )
    };
    // "E. van Hijum" files its small words in the middle; a first word that is one ("Op den
    // Kelder") is part of the surname.
    let start = words
        .iter()
        .skip(1)
        .position(small)
        .map_or(words.len().saturating_sub(1), |position| position + 1);
    let first = words[..start].to_vec();
    let last = words[start..]
        .iter()
        .filter(|word| !small(word))
        .copied()
        .collect();
    (first, last)
}

/// A piece of a folded name: the length of the whole, which piece, its letters.
type Piece = (usize, usize, Box<[u8]>);

/// Names to look for near ones among.
#[derive(Debug, Default)]
pub struct Spelling {
    names: Vec<(String, u32)>,
    whole: HashMap<String, Vec<u32>>,
    pieces: HashMap<Piece, Vec<u32>>,
    people: HashMap<String, Vec<u32>>,
}

impl Spelling {
    /// Adds a name; `whose` is given back when something near it is looked for.
    pub fn add(&mut self, name: &str, whose: u32, is_person: bool) {
        let folded = folded(name);
        let position = u32::try_from(self.names.len()).expect("fewer names than 2^32");
        if folded.len() >= PIECES * 2 {
            for piece in 0..PIECES {
                let range = piece_range(folded.len(), piece);
                let key = (folded.len(), piece, folded.as_bytes()[range].into());
                push_some(self.pieces.entry(key).or_default(), position);
            }
        }
        if let Some(key) = key_of_person(&folded).filter(|_| is_person) {
            push_some(self.people.entry(key).or_default(), position);
        }
        push_some(self.whole.entry(folded.clone()).or_default(), position);
        self.names.push((folded, whose));
    }

    /// Everyone whose name is near this one, in the order added: the same but for case, accents and
    /// signs; a slip away; the same person by initials. `edits` says how many slips a name of so
    /// many letters may have.
    pub fn near(&self, name: &str, is_person: bool, edits: impl Fn(usize) -> usize) -> Vec<u32> {
        let folded = folded(name);
        let mut found: Vec<u32> = self.whole.get(&folded).cloned().unwrap_or_default();
        let allowed = edits(folded.len());
        if allowed > 0 && folded.len() >= PIECES * 2 {
            for length in folded.len() - allowed..=folded.len() + allowed {
                for piece in 0..PIECES {
                    self.near_by_piece(&folded, length, piece, allowed, &mut found);
                }
            }
        }
        if is_person
            && let Some(alike) = key_of_person(&folded)
                .and_then(|key| self.people.get(&key))
                .filter(|alike| alike.len() <= MOST_IN_A_PIECE)
        {
            found.extend(
                alike
                    .iter()
                    .filter(|position| is_short_form(&folded, &self.names[**position as usize].0)),
            );
        }
        found.sort_unstable();
        found.dedup();
        let mut whose: Vec<u32> = found
            .into_iter()
            .map(|position| self.names[position as usize].1)
            .collect();
        whose.dedup();
        whose
    }

    fn near_by_piece(
        &self,
        folded: &str,
        length: usize,
        piece: usize,
        allowed: usize,
        found: &mut Vec<u32>,
    ) {
        let range = piece_range(length, piece);
        let first = range.start.saturating_sub(allowed);
        let last = (range.start + allowed).min(folded.len().saturating_sub(range.len()));
        for start in first..=last {
            let Some(part) = folded.as_bytes().get(start..start + range.len()) else {
                continue;
            };
            let Some(alike) = self.pieces.get(&(length, piece, part.into())) else {
                continue;
            };
            if alike.len() > MOST_IN_A_PIECE {
                continue;
            }
            found.extend(
                alike.iter().filter(|position| {
                    is_slip(folded, &self.names[**position as usize].0, allowed)
                }),
            );
        }
    }
}

/// Where the pieces of a name of some length lie.
fn piece_range(length: usize, piece: usize) -> std::ops::Range<usize> {
    length * piece / PIECES..length * (piece + 1) / PIECES
}

/// One more than is looked at is enough to know that there are too many.
fn push_some(list: &mut Vec<u32>, position: u32) {
    if list.len() <= MOST_IN_A_PIECE {
        list.push(position);
    }
}

#[cfg(test)]
mod tests {
    use super::{Spelling, folded, is_short_form, is_slip};

    #[test]
    fn names_fold_to_their_letters() {
        assert_eq!(
            folded("  Zoë de Bruijn-'t Hart (jr.)"),
            "zoe de bruijn t hart jr"
        );
        assert_eq!(folded("Çağla Yıldız"), "cagla yildiz");
        assert_eq!(folded("’s-Hertogenbosch"), "s hertogenbosch");
    }

    #[test]
    fn slips_are_found_and_other_names_are_not() {
        for (one, other) in [
            ("lindecollege", "lindencollege"),
            ("linde college", "lindecollege"),
            ("vechtdal college", "vechtdal collgee"),
        ] {
            assert!(is_slip(one, other, 1), "{one} / {other}");
        }
        for (one, other) in [
            ("school 12", "school 13"),
            ("jan bos", "jan vos"),
            ("roc twente", "roc drente"),
            ("gemeente a", "gemeente b"),
        ] {
            assert!(!is_slip(one, other, 2), "{one} / {other}");
        }
    }

    #[test]
    fn initials_and_small_words_do_not_part_a_person_from_themselves() {
        assert!(is_short_form("e van hijum", "eddy van hijum"));
        assert!(is_short_form("eddy hijum", "eddy van hijum"));
        assert!(is_short_form("j a smit", "jan smit"));
        assert!(!is_short_form("jan smit", "jannie smit"));
        assert!(!is_short_form("j smit", "piet smit"));
        assert!(!is_short_form("smit", "smit"));
    }

    #[test]
    fn near_names_are_found_among_many() {
        let mut spelling = Spelling::default();
        for (position, name) in (0u32..).zip([
            "Vechtdal College",
            "Lindecollege",
            "Eddy van Hijum",
            "ROC 1",
            "ROC 2",
        ]) {
            spelling.add(name, position, position == 2);
        }
        let near = |name: &str, is_person: bool| {
            spelling.near(name, is_person, |length| if length < 12 { 1 } else { 2 })
        };
        assert_eq!(near("vechtdal college", false), [0]);
        assert_eq!(near("Vechtdall Colege", false), [0]);
        assert_eq!(near("Linde College", false), [1]);
        assert_eq!(near("E. van Hijum", true), [2]);
        assert_eq!(near("ROC 3", false), [] as [u32; 0]);
        assert_eq!(near("Twee docenten", false), [] as [u32; 0]);
    }
}
