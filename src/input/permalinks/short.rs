//! Short links: the words that stand for a name on paper.

use crate::reference::Reference;

/// The folder of short links, below the site's root.
pub const SHORT_FOLDER: &str = "d";
/// The fewest letters of a short link.
const SHORT_LENGTH: usize = 4;
/// Letters and digits that nobody confuses and that make no words: no vowels, and neither 0, 1 nor
/// l.
const SHORT_LETTERS: &[u8; 28] = b"23456789bcdfghjkmnpqrstvwxyz";

/// The word of a new short link: the same for the same name, unless it is taken. A taken one is
/// passed over; after a few, one letter more.
pub fn short_for(reference: &Reference, taken: &dyn Fn(&str) -> bool) -> String {
    for attempt in 0_usize.. {
        let hash = blake3::hash(format!("{reference}\n{attempt}").as_bytes());
        let length = SHORT_LENGTH + attempt / 8;
        let letter =
            |byte: &u8| char::from(SHORT_LETTERS[usize::from(*byte) % SHORT_LETTERS.len()]);
        let word: String = hash.as_bytes().iter().take(length).map(letter).collect();
        if !taken(&word) {
            return word;
        }
    }
    unreachable!("a longer word is free at last")
}

/// Whether a word can be a short link: what stands on paper is typed by hand.
pub(super) fn is_short(word: &str) -> bool {
    (1..=32).contains(&word.len())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::short_for;
    use crate::reference::Reference;

    #[test]
    fn a_short_link_is_the_same_for_the_same_name_and_never_taken_twice() {
        let mut taken = HashSet::new();
        for number in 0..20_000 {
            let reference =
                Reference::parse(&format!("idea:2018-overijssel/idee-{number}")).expect("a name");
            let short = short_for(&reference, &|word| taken.contains(word));
            assert_eq!(short, short_for(&reference, &|word| taken.contains(word)));
            assert!(taken.insert(short), "every word is new");
        }
        assert!(
            taken.iter().filter(|short| short.len() == 4).count() > 19_900,
            "words stay short"
        );
    }
}
