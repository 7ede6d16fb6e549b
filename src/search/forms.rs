//! Forms of a word: those that share its stem.
//!
//! What is found must hold the word that was asked, in one of its forms. Snowball's stemmers say
//! which words are forms of one: for Dutch that of Kraaij and Pohlmann, which knows that "scholen"
//! and "school" are one word. A browser has no stemmer, so forms that stand nowhere and that people
//! are likely to type are made here ("docenten" where only "docent" is written), and every one of
//! them must have the very stem.

use std::borrow::Cow;

use pagefind_stem::{Algorithm, Stemmer};

use crate::words::Language;

/// Words with fewer letters have only themselves.
const SHORTEST: usize = 3;
/// Longer words are compounds, whose parts are found by themselves.
const LONGEST: usize = 24;

/// The stems and forms of one language.
pub(super) struct Forms {
    language: Language,
    stemmer: Stemmer,
}

impl Forms {
    pub(super) fn of(language: Language) -> Self {
        let algorithm = match language {
            Language::Nl => Algorithm::Dutch,
            Language::En => Algorithm::English,
        };
        Self {
            language,
            stemmer: Stemmer::create(algorithm),
        }
    }

    /// What a word shares with all its forms. A number, and a word in letters that the language
    /// does not have, is its own.
    pub(super) fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        if !is_plain(word) {
            return Cow::Borrowed(word);
        }
        match self.language {
            Language::Nl => dutch_stem(&self.stemmer, word),
            Language::En => Some(self.stemmer.stem(word))
                .filter(|stem| !stem.is_empty())
                .unwrap_or(Cow::Borrowed(word)),
        }
    }

    /// Other forms that people may type, of the same stem.
    pub(super) fn others(&self, word: &str, stem: &str) -> Vec<String> {
        if !is_plain(word) || word.len() > LONGEST {
            return Vec::new();
        }
        let mut others = match self.language {
            Language::Nl => dutch(word),
            Language::En => english(word),
        };
        others.retain(|other| {
            let is_form = self.stem(other) == stem
                || self.singular(other) == Some(word)
                || self.singular(word) == Some(other);
            other.len() >= SHORTEST && is_form
        });
        others
    }

    /// What a Dutch word may be the plural of, where its stem does not say so: "fotos" of "foto",
    /// which is written with an apostrophe. A word of the site only if that is one too: there is
    /// "kompas", and no "kompa".
    pub(super) fn singular<'a>(&self, word: &'a str) -> Option<&'a str> {
        let start = word.strip_suffix('s')?;
        let is_written_so = start.ends_with(['a', 'i', 'o', 'u', 'y']) && start.len() > SHORTEST;
        (self.language == Language::Nl && is_plain(word) && is_written_so).then_some(start)
    }
}

/// A word's stem by Snowball's Dutch stemmer, but for what would make two words one: it takes `ge`
/// from "gemeente" and "werkgever", and `s` from "kans"; and for what it leaves apart: "grote" is of
/// "groot", and "ideeën" of "idee".
fn dutch_stem<'a>(stemmer: &Stemmer, word: &'a str) -> Cow<'a, str> {
    let whole = ["eeen", "ieen"].iter().any(|ending| word.ends_with(ending));
    let word = if whole { &word[..word.len() - 2] } else { word };
    if word.len() <= 4 && word.ends_with('s') {
        return Cow::Borrowed(word);
    }
    let stem = match word.find("ge") {
        Some(at) if word.len() >= at + 2 + SHORTEST => {
            let (start, rest) = word.split_at(at + 2);
            Cow::Owned(format!("{start}{}", last_changed(stemmer, rest)))
        }
        _ => last_changed(stemmer, word),
    };
    match stem.as_bytes() {
        [.., before, b'e'] if stem.len() > SHORTEST + 1 && !is_vowel(*before) => {
            let all = closed(&stem[..stem.len() - 1]);
            all.last().cloned().map_or(stem, Cow::Owned)
        }
        _ => stem,
    }
}

/// The stem of a word of which only the last letters change, as "scholen" is of "school"; else the
/// word.
fn last_changed<'a>(stemmer: &Stemmer, word: &'a str) -> Cow<'a, str> {
    let stem = stemmer.stem(word);
    let equal = stem.bytes().zip(word.bytes());
    let equal = equal.take_while(|(one, other)| one == other).count();
    if stem.len() < 2 || equal + 2 < stem.len() {
        Cow::Borrowed(word)
    } else {
        stem
    }
}

/// Whether a word is of small Latin letters, and long enough to have forms.
fn is_plain(word: &str) -> bool {
    word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Singular for plural, plural for singular, with and without the `e` of an adjective.
fn dutch(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(start) = word.strip_suffix("en").or_else(|| word.strip_suffix('e')) {
        forms.extend(closed(start));
    } else if let Some(start) = word.strip_suffix('s') {
        forms.push(start.to_owned());
    }
    for start in opened(word) {
        forms.push(format!("{start}en"));
        forms.push(format!("{start}e"));
    }
    forms.push(format!("{word}s"));
    if word.ends_with('e') {
        forms.push(format!("{word}n"));
    }
    forms
}

/// What is left of a word when its ending goes: "less" is "les", "schol" is "school", "huiz" is
/// "huis". All that it could be.
fn closed(start: &str) -> Vec<String> {
    let mut forms = vec![start.to_owned()];
    let &[.., before, vowel, last] = start.as_bytes() else {
        return forms;
    };
    if vowel == last && !is_vowel(last) {
        forms.push(start[..start.len() - 1].to_owned());
    } else if is_vowel(vowel) && !is_vowel(last) && !is_vowel(before) {
        let place = start.len() - 1;
        forms.push(format!("{}{}", &start[..place], &start[place - 1..]));
    }
    let hard: Vec<String> = forms.iter().filter_map(|form| hardened(form)).collect();
    forms.extend(hard);
    forms
}

fn hardened(form: &str) -> Option<String> {
    let start = &form[..form.len() - 1];
    match form.as_bytes().last() {
        Some(b'v') => Some(format!("{start}f")),
        Some(b'z') => Some(format!("{start}s")),
        _ => None,
    }
}

/// What a word is before an ending: "les" is "less", "school" is "schol", "huis" is "huiz". All
/// that it could be.
fn opened(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let &[.., before, vowel, last] = word.as_bytes() else {
        return forms;
    };
    let start = &word[..word.len() - 1];
    if is_vowel(last) {
        return forms;
    }
    if is_vowel(vowel) && before == vowel {
        forms.push(format!(
            "{}{}",
            &word[..word.len() - 2],
            &word[word.len() - 1..]
        ));
    } else if is_vowel(vowel) && !is_vowel(before) {
        forms.push(format!("{word}{}", char::from(last)));
    }
    let soft = match last {
        b'f' => Some('v'),
        b's' => Some('z'),
        _ => None,
    };
    if let Some(soft) = soft {
        forms.push(format!("{start}{soft}"));
        if before == vowel {
            forms.push(format!("{}{soft}", &word[..word.len() - 2]));
        }
    }
    forms
}

fn english(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for ending in ["ing", "ed", "es", "s"] {
        if let Some(start) = word.strip_suffix(ending) {
            forms.push(start.to_owned());
            forms.push(format!("{start}e"));
        }
    }
    if let Some(start) = word.strip_suffix("ies") {
        forms.push(format!("{start}y"));
    }
    let start = word.strip_suffix('e').unwrap_or(word);
    forms.push(format!("{start}ing"));
    forms.push(format!("{start}ed"));
    forms.push(format!("{word}s"));
    match word.strip_suffix('y') {
        Some(start) => forms.push(format!("{start}ies")),
        None => forms.push(format!("{word}es")),
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_other_number_among_its_forms() {
        let nl = Forms::of(Language::Nl);
        for (word, other) in [
            ("docent", "docenten"),
            ("docenten", "docent"),
            ("school", "scholen"),
            ("scholen", "school"),
            ("les", "lessen"),
            ("lessen", "les"),
            ("huizen", "huis"),
            ("bedrijf", "bedrijven"),
            ("bedrijven", "bedrijf"),
            ("leraar", "leraren"),
            ("leraren", "leraar"),
            ("deal", "deals"),
            ("deals", "deal"),
            ("gemeente", "gemeenten"),
            ("groot", "grote"),
            ("werkgever", "werkgevers"),
            ("gesprekken", "gesprek"),
            ("nieuwe", "nieuw"),
            ("idee", "ideeen"),
            ("ideeen", "idee"),
            ("foto", "fotos"),
            ("regios", "regio"),
            ("kans", "kansen"),
        ] {
            let stem = nl.stem(word);
            assert!(
                nl.others(word, &stem).iter().any(|form| form == other),
                "{word}: {:?} ({stem}, {})",
                nl.others(word, &stem),
                nl.stem(other)
            );
        }
        let en = Forms::of(Language::En);
        for (word, other) in [
            ("school", "schools"),
            ("company", "companies"),
            ("companies", "company"),
            ("teaching", "teach"),
        ] {
            let stem = en.stem(word);
            assert!(
                en.others(word, &stem).iter().any(|form| form == other),
                "{word}"
            );
        }
    }

    #[test]
    fn what_is_no_word_of_the_language_is_its_own_stem() {
        let nl = Forms::of(Language::Nl);
        for word in ["2018", "3d", "c", "οδος", ""] {
            assert_eq!(nl.stem(word), word);
            assert!(nl.others(word, word).is_empty(), "{word}");
        }
    }

    #[test]
    fn what_is_no_form_of_a_word_has_another_stem() {
        let nl = Forms::of(Language::Nl);
        for (one, other) in [
            ("kans", "kan"),
            ("mens", "men"),
            ("gemeente", "menen"),
            ("gebied", "bieden"),
            ("werkgever", "werk"),
            ("vak", "vaak"),
            ("les", "lezen"),
            ("vergadering", "verder"),
            ("kompas", "kom"),
        ] {
            assert_ne!(nl.stem(one), nl.stem(other), "{one}, {other}");
        }
    }
}
