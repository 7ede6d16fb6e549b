//! The signs of good print: curly quotes, dashes and ellipses.
//!
//! Text goes in and the same text comes out with better signs. Letters never change, and addresses
//! ("https://…", "www.…", "a@b.nl") are left as they are. Code is not text: callers keep it away
//! from here.

use std::borrow::Cow;

use super::Language;

pub use super::hyphenation::soft_hyphens;

/// Straight quotes become curly, `...` an ellipsis, `--` and a hyphen between spaces an en dash.
pub fn typographic(text: &str, language: Language) -> Cow<'_, str> {
    typographic_after(None, text, language)
}

/// The same for text that goes on after another piece: `before` is the character in front of it,
/// which decides which way a quote turns.
pub fn typographic_after(before: Option<char>, text: &str, language: Language) -> Cow<'_, str> {
    if !has_signs(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut typographer = Typographer {
        output: String::with_capacity(text.len() + 16),
        before,
        language,
    };
    let mut rest = text;
    while !rest.is_empty() {
        let word_start = rest
            .find(|character: char| !character.is_whitespace())
            .unwrap_or(rest.len());
        typographer.copy(&rest[..word_start]);
        rest = &rest[word_start..];
        let word_end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(word_end);
        let address = address_in(word);
        if address.is_empty() {
            typographer.set(word, after);
        } else {
            typographer.set(&word[..address.start], &word[address.start..]);
            typographer.copy(&word[address.clone()]);
            typographer.set(&word[address.end..], after);
        }
        rest = after;
    }
    Cow::Owned(typographer.output)
}

/// Whether there may be something to set: most texts of an archive have nothing, so each is looked
/// through once, and quickly.
fn has_signs(bytes: &[u8]) -> bool {
    let mut before = b' ';
    let mut before_that = b' ';
    bytes.iter().any(|byte| {
        let found = match byte {
            b'\'' | b'"' => true,
            b'-' => before == b' ' || before == b'-',
            b'.' => before == b'.' && before_that == b'.',
            _ => false,
        };
        (before_that, before) = (before, *byte);
        found
    })
}

/// Where in a word without spaces an address stands; empty at the word's end if there is none.
fn address_in(word: &str) -> std::ops::Range<usize> {
    let none = word.len()..word.len();
    let is_sign = |character: char| {
        !character.is_alphanumeric()
            && !matches!(
                character,
                '/' | '&' | '=' | '#' | '_' | '-' | '+' | '%' | '~'
            )
    };
    let start = if let Some(slashes) = word.find("://") {
        word[..slashes]
            .char_indices()
            .rev()
            .find(|(_, character)| !character.is_ascii_alphanumeric())
            .map_or(0, |(at, character)| at + character.len_utf8())
    } else {
        let start = word
            .find(|character: char| character.is_alphanumeric())
            .unwrap_or(word.len());
        if !word[start..].starts_with("www.") && !word.contains('@') {
            return none;
        }
        start
    };
    let end = word.trim_end_matches(is_sign).len();
    if start < end { start..end } else { none }
}

struct Typographer {
    output: String,
    before: Option<char>,
    language: Language,
}

impl Typographer {
    fn copy(&mut self, text: &str) {
        self.output.push_str(text);
        self.before = text.chars().next_back().or(self.before);
    }

    /// Sets one word in better signs; `after` is what follows it.
    fn set(&mut self, word: &str, after: &str) {
        let mut rest = word;
        while let Some(at) = rest.find(['"', '\'', '.', '-']) {
            self.copy(&rest[..at]);
            rest = &rest[at..];
            let character = rest.chars().next().unwrap_or_default();
            // Quotes come one by one, dots and dashes in runs.
            let run = rest.len()
                - rest
                    .trim_start_matches(|other| other == character && matches!(other, '.' | '-'))
                    .len();
            let (sign, length) = match (character, run) {
                ('"', _) => (if self.at_start() { "“" } else { "”" }, 1),
                ('\'', _) => (
                    if self.at_start() && !is_elision(&rest[1..], self.language) {
                        "‘"
                    } else {
                        "’"
                    },
                    1,
                ),
                ('.', 3) => ("…", 3),
                ('-', 1) if self.at_gap() && rest.len() == 1 && after.starts_with([' ', '\n']) => {
                    ("–", 1)
                }
                ('-', 2 | 3)
                    if !(self.at_gap() && rest[run..].starts_with(char::is_alphanumeric)) =>
                {
                    ("–", run)
                }
                _ => (&rest[..run], run),
            };
            self.copy(sign);
            rest = &rest[length..];
        }
        self.copy(rest);
    }

    /// Whether a quote here would open: after nothing, a space, a bracket, a dash or another
    /// opening quote.
    fn at_start(&self) -> bool {
        self.before.is_none_or(|before| {
            before.is_whitespace()
                || matches!(
                    before,
                    '(' | '[' | '{' | '<' | '/' | '=' | '–' | '—' | '-' | '“' | '‘' | '„' | '«'
                )
        })
    }

    /// Whether this stands after a space or at the start.
    fn at_gap(&self) -> bool {
        self.before.is_none_or(char::is_whitespace)
    }
}

/// Whether what follows an apostrophe is a word that lost its beginning: 's avonds, 't Hart, '70.
fn is_elision(after: &str, language: Language) -> bool {
    let word_end = after
        .find(|character: char| !character.is_alphanumeric())
        .unwrap_or(after.len());
    let (word, rest) = after.split_at(word_end);
    // "de letter 's'" is quoted, not shortened.
    if rest.starts_with(['\'', '’']) {
        return false;
    }
    let years =
        word.len() >= 2 && word.as_bytes()[..2].iter().all(u8::is_ascii_digit) && word.len() <= 4;
    let known: &[&str] = match language {
        Language::Nl => &[
            "s", "t", "n", "k", "m", "r", "ns", "rs", "tis", "twas", "tzelfde", "em",
        ],
        Language::En => &["tis", "twas", "twere", "em", "til", "cause", "n", "s"],
    };
    years || known.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::{typographic, typographic_after};
    use crate::words::Language::{En, Nl};

    #[test]
    fn quotes_turn_the_right_way() {
        for (text, expected) in [
            (
                "De regio's en 's avonds in 't lokaal",
                "De regio’s en ’s avonds in ’t lokaal",
            ),
            (
                "\"Kleur het lokaal\", zei ze.",
                "“Kleur het lokaal”, zei ze.",
            ),
            (
                "'Kleur', zei ze ('s ochtends).",
                "‘Kleur’, zei ze (’s ochtends).",
            ),
            ("\"'Kleur' is een woord\"", "“‘Kleur’ is een woord”"),
            ("in de jaren '90 en '18", "in de jaren ’90 en ’18"),
            ("de letter 's'", "de letter ‘s’"),
            ("Zo... en toen... .... ..", "Zo… en toen… .... .."),
            (
                "vmbo - techniek -- nu--of later",
                "vmbo – techniek – nu–of later",
            ),
            ("havo-vwo, -10 en a -b", "havo-vwo, -10 en a -b"),
            ("met --drafts bouwen", "met --drafts bouwen"),
            (
                "https://voorbeeld.nl/a'b--c...d \"x\"",
                "https://voorbeeld.nl/a'b--c...d “x”",
            ),
            (
                "\"https://voorbeeld.nl/a\" ('www.voorbeeld.nl/a--b')",
                "“https://voorbeeld.nl/a” (‘www.voorbeeld.nl/a--b’)",
            ),
            (
                "mail o'brien--x@voorbeeld.nl...",
                "mail o'brien--x@voorbeeld.nl…",
            ),
            ("geen tekens", "geen tekens"),
        ] {
            assert_eq!(typographic(text, Nl), expected);
        }
        assert_eq!(
            typographic("\"It's 'em\" - rock 'n' roll", En),
            "“It’s ’em” – rock ‘n’ roll"
        );
        assert_eq!(typographic_after(Some('x'), "\" en 's", Nl), "” en ’s");
        assert!(matches!(typographic("geen tekens", Nl), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn letters_never_change(text in "[a-zë ]{0,60}|\\PC{0,80}") {
            let letters = |text: &str| text.chars().filter(|character| character.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&typographic(&text, Nl)), letters(&text));
        }

        #[test]
        fn signs_in_any_mix_never_panic(text in "[-'\".:/@wé s9(\n]{0,40}") {
            let _ = typographic(&text, Nl);
            let _ = typographic(&text, En);
        }
    }
}
