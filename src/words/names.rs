//! The order of names, as readers of the language expect it.
//!
//! A [`SortKey`] is made once per text and compared bytewise ever after. Dutch names stand under
//! their main name: "Eddy van Hijum" under the H, as in a Dutch telephone book (Nederlandse
//! Taalunie, "Namen alfabetiseren").

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use unicode_normalization::UnicodeNormalization as _;

use super::Language;

/// What a text is sorted by. Keys of one [`Collation`] compare as their texts do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Vec<u8>);

/// The order of one language (Unicode collation, CLDR's data): accents and case only decide between
/// texts that are otherwise the same, and numbers within a text count by their value, so that
/// "editie 2" comes before "editie 10".
#[derive(Debug)]
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// The order of this language.
    ///
    /// # Panics
    /// Never: the data of both languages is compiled in.
    pub fn new(language: Language) -> Self {
        let mut preferences = CollatorPreferences::from(match language {
            Language::Nl => locale!("nl"),
            Language::En => locale!("en"),
        });
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut options = CollatorOptions::default();
        // The last level adds the text itself: two different texts never tie, so the order is total
        // whatever order they came in.
        options.strength = Some(Strength::Identical);
        Self(
            CollatorBorrowed::try_new(preferences, options)
                .expect("the collation data of both languages is compiled in"),
        )
    }

    /// The key of a text. Signs before its first letter or digit do not count, but between two
    /// texts that are otherwise the same.
    pub fn key(&self, text: &str) -> SortKey {
        let mut bytes = Vec::with_capacity(text.len() * 2);
        let filed = filed(text);
        let Ok(()) = self.0.write_sort_key_to(filed, &mut bytes);
        if filed.len() != text.len() {
            // No key holds a byte 0, so what follows it never decides between other texts.
            bytes.push(0);
            let Ok(()) = self.0.write_sort_key_to(text, &mut bytes);
        }
        SortKey(bytes)
    }

    /// The headings of names in the order of their keys: of each name the one that it stands under.
    /// Each heading comes once, and in the order of the names; `other` is that of letters that are
    /// none of ours.
    pub fn headings<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
        other: &str,
    ) -> Vec<String> {
        let mut headings: Vec<String> = Vec::new();
        let mut last: Option<(SortKey, String)> = None;
        for name in names {
            let (place, heading) = self.heading(name);
            let key = self.key(&place);
            // A letter whose place this order does not know joins what it stands among.
            let is_next = last.as_ref().is_none_or(|(before, _)| key > *before);
            if is_next {
                last = Some((key, heading.unwrap_or_else(|| other.to_owned())));
            }
            headings.extend(last.as_ref().map(|(_, heading)| heading.clone()));
        }
        headings
    }

    /// What a name stands among by its first letter alone, and the heading of that; `None` for
    /// letters of other scripts, which share one.
    fn heading(&self, name: &str) -> (String, Option<String>) {
        let one = |heading: &str| (heading.to_owned(), Some(heading.to_owned()));
        let Some(first) = filed(name)
            .chars()
            .next()
            .filter(|first| first.is_alphanumeric())
        else {
            return one(SIGNS);
        };
        if first.is_numeric() {
            return one(DIGITS);
        }
        let base = first.nfd().next().unwrap_or(first);
        let plain = deunicode::deunicode_char(base).and_then(|plain| plain.chars().next());
        // `Ø` stands among the O, `Ω` behind all Latin letters, whatever it sounds like.
        let latin = plain.filter(|plain| {
            let next = char::from_u32(u32::from(*plain) + 1).unwrap_or(*plain);
            let key = self.key(&base.to_lowercase().to_string());
            let from = self.key(&plain.to_lowercase().to_string());
            base == *plain
                || plain.is_ascii_alphabetic()
                    && !plain.eq_ignore_ascii_case(&'z')
                    && (from..self.key(&next.to_lowercase().to_string())).contains(&key)
        });
        match latin {
            Some(latin) => one(&latin.to_uppercase().to_string()),
            None => (base.to_uppercase().to_string(), None),
        }
    }

    /// The key of a person's name: the main name first, see [`sort_name`].
    pub fn person_key(&self, name: &str) -> SortKey {
        self.key(&sort_name(name))
    }
}

/// The heading of names that begin with a digit.
const DIGITS: &str = "0–9";
/// The heading of names without a letter or digit.
const SIGNS: &str = "#";

/// A name as it is filed: without the signs before its first letter or digit (`'t Palet`, `@home`);
/// a name of signs alone stays.
fn filed(name: &str) -> &str {
    let begin = name.find(char::is_alphanumeric).unwrap_or(0);
    &name[begin..]
}

/// A person's name as it stands in a list: main name first, then what comes before it ("Hijum, Eddy
/// van").
///
/// The prefixes of Dutch surnames (tussenvoegsels) and of some that are common in the Netherlands
/// go to the end. Without one, the last word is the main name. One word stays; so does a name that
/// has a comma already. Where this guesses wrong the record says `sort_name`.
pub fn sort_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.len() < 2 && !name.contains(['\'', '’']) || name.contains(',') {
        return words.join(" ");
    }
    let (words, after) = split_suffix(&words);
    let (before, main) = split_prefix(words);
    let (particle, main) = split_elision(main);
    let before: Vec<&str> = before.iter().copied().chain(particle).collect();
    match (before.is_empty(), after.is_empty()) {
        (true, true) => main,
        (false, true) => format!("{main}, {}", before.join(" ")),
        (true, false) => format!("{main}, {}", after.join(" ")),
        (false, false) => format!("{main}, {} {}", before.join(" "), after.join(" ")),
    }
}

/// Parts words such as "jr." or "(voorzitter)" from the end of a name. At least one word stays.
fn split_suffix<'a, 'b>(words: &'b [&'a str]) -> (&'b [&'a str], &'b [&'a str]) {
    let bracket = words
        .iter()
        .position(|word| word.starts_with('('))
        .unwrap_or(words.len());
    let mut end = bracket;
    while end > 1 && is_one_of(words[end - 1].trim_end_matches('.'), SUFFIXES) {
        end -= 1;
    }
    words.split_at(end.clamp(1.min(words.len()), words.len()))
}

/// Parts a name into what comes before the main name, with its prefixes, and the main name.
fn split_prefix<'a, 'b>(words: &'b [&'a str]) -> (&'b [&'a str], &'b [&'a str]) {
    let last = words.len().saturating_sub(1);
    // "De heer Jansen" opens with a form of address, which is no prefix of the name.
    let address = usize::from(
        words.len() > 2 && is_one_of(words[0], &["de"]) && is_one_of(words[1], &["heer"]),
    ) * 2;
    let main = (address..last)
        .find(|&index| is_one_of(words[index], PREFIXES) || opens_double_name(words[index]))
        .map_or(last, |first| {
            (first..last)
                .find(|&index| !is_one_of(words[index], PREFIXES))
                .unwrap_or(last)
        });
    words.split_at(main)
}

/// Whether a word is the first half of a double name whose second half has a prefix: "Jansen-de" of
/// "Jansen-de Vries".
fn opens_double_name(word: &str) -> bool {
    word.rsplit_once(['-', '–'])
        .is_some_and(|(name, prefix)| !name.is_empty() && is_one_of(prefix, PREFIXES))
}

/// Parts an elided article from the main name: "d'Ancona" stands under the A.
fn split_elision<'a>(main: &[&'a str]) -> (Option<&'a str>, String) {
    if let Some((first, rest)) = main.split_first() {
        for (at, mark) in first.char_indices().skip(1).take(1) {
            let (article, name) = first.split_at(at + mark.len_utf8());
            if matches!(mark, '\'' | '’')
                && is_one_of(&article[..at], &["d", "l"])
                && !name.is_empty()
            {
                let main: Vec<&str> = std::iter::once(name).chain(rest.iter().copied()).collect();
                return (Some(article), main.join(" "));
            }
        }
    }
    (None, main.join(" "))
}

/// Whether a word is in a list, whatever its case and apostrophe.
fn is_one_of(word: &str, list: &[&str]) -> bool {
    // No listed word is longer; most names need no look at the list.
    word.len() <= 8
        && list.contains(
            &word
                .to_lowercase()
                .replace(['’', '‘', '`', '´'], "'")
                .as_str(),
        )
}

/// Words that come before the main name: Dutch and Frisian first, then French, German, Italian,
/// Spanish, Portuguese, Arabic and Turkish.
const PREFIXES: &[&str] = &[
    "van", "v.", "v.d.", "vd", "vander", "vanden", "de", "den", "der", "d.", "ten", "ter", "te",
    "tot", "toe", "'t", "t", "'n", "het", "in", "op", "uit", "uyt", "onder", "over", "aan", "bij",
    "voor", "achter", "boven", "zonder", "thoe", "el", "al", "la", "le", "les", "lo", "los", "las",
    "du", "des", "von", "vom", "zu", "zum", "zur", "auf", "da", "das", "do", "dos", "di", "della",
    "del", "dal", "y", "ben", "bin", "bint", "ibn", "abu", "ait", "ould",
];

/// What may follow a name without being part of it.
const SUFFIXES: &[&str] = &[
    "jr", "sr", "ii", "iii", "ba", "bsc", "llm", "ma", "mba", "mpa", "msc", "phd", "ra", "rc",
];

#[cfg(test)]
mod tests {
    use super::{Collation, sort_name};
    use crate::words::Language;

    #[test]
    fn dutch_names_stand_under_their_main_name() {
        for (name, expected) in [
            ("Eddy van Hijum", "Hijum, Eddy van"),
            ("Harry van der Maas", "Maas, Harry van der"),
            ("Rard Metz", "Metz, Rard"),
            ("Anne Marie Jansen", "Jansen, Anne Marie"),
            ("Van Dijk", "Dijk, Van"),
            ("Madonna", "Madonna"),
            ("Jan in 't Veld", "Veld, Jan in 't"),
            ("Jan in ’t Veld", "Veld, Jan in ’t"),
            ("Maarten 't Hart", "Hart, Maarten 't"),
            ("'t Hart", "Hart, 't"),
            ("Klaas op de Weegh", "Weegh, Klaas op de"),
            ("Wim uit den Bogaard", "Bogaard, Wim uit den"),
            ("Anna de Vries-van den Berg", "Vries-van den Berg, Anna de"),
            ("Anna Jansen-de Vries", "Jansen-de Vries, Anna"),
            ("Anna Jansen-van den Berg", "Jansen-van den Berg, Anna"),
            ("Anna-Maria Jansen", "Jansen, Anna-Maria"),
            ("Fatima el Idrissi", "Idrissi, Fatima el"),
            ("Hedy d’Ancona", "Ancona, Hedy d’"),
            ("Jan De Smet", "Smet, Jan De"),
            ("De heer Jansen", "Jansen, De heer"),
            ("De heer van Dijk", "Dijk, De heer van"),
            ("dr. Ewa Nowak MSc", "Nowak, dr. Ewa MSc"),
            ("Piet Bakker jr.", "Bakker, Piet jr."),
            ("Piet Bakker (voorzitter)", "Bakker, Piet (voorzitter)"),
            ("Hijum, Eddy van", "Hijum, Eddy van"),
            ("  Rard   Metz ", "Metz, Rard"),
            ("van de", "de, van"),
            ("(x)", "(x)"),
            ("(x) (y)", "(x), (y)"),
            ("'", "'"),
            ("d'", "d'"),
            ("", ""),
        ] {
            assert_eq!(sort_name(name), expected, "{name}");
        }
    }

    #[test]
    fn readers_find_names_where_they_look() {
        let collation = Collation::new(Language::Nl);
        let mut people = [
            "Zoë Ünal",
            "Jan Zwart",
            "Eddy van Hijum",
            "Rard Metz",
            "Ada Huizen",
            "Bé Hijum",
            "Ad de Élan",
            "ad ehlers",
        ];
        people.sort_by_key(|name| collation.person_key(name));
        assert_eq!(
            people,
            [
                "ad ehlers",
                "Ad de Élan",
                "Bé Hijum",
                "Eddy van Hijum",
                "Ada Huizen",
                "Rard Metz",
                "Zoë Ünal",
                "Jan Zwart"
            ]
        );
    }

    #[test]
    fn signs_before_a_name_do_not_count_and_each_heading_stands_once() {
        let collation = Collation::new(Language::Nl);
        let filed = [
            "# ++",
            "0–9 3B",
            "0–9 10 voor 12",
            "0–9 ½ maat",
            "A ACME",
            "A Æro",
            "A Århus",
            "D \"De Kring\"",
            "D de Regenboog",
            "D De Wilg",
            "E École",
            "E Één",
            "H @home",
            "I IJssel",
            "L łan",
            "N (nieuw) Bureau",
            "O Ørsted",
            "S 's-Hertogenbosch",
            "S ßa",
            "T t Palet",
            "T 't Palet",
            "T ’t Schrijverke",
            "Z Zuid",
            "… Þór",
            "… Ω",
            "… Ъ",
            "… علي",
            "… 漢字",
        ];
        let name = |filed: &'static str| filed.split_once(' ').map_or("", |(_, name)| name);
        let mut names: Vec<&str> = filed.iter().rev().map(|filed| name(filed)).collect();
        names.sort_by_key(|name| collation.key(name));
        let headings = collation.headings(names.iter().copied(), "…");
        let found: Vec<String> = headings
            .iter()
            .zip(names)
            .map(|(heading, name)| format!("{heading} {name}"))
            .collect();
        assert_eq!(found, filed);
        let mut once = headings.clone();
        once.dedup();
        let all: std::collections::BTreeSet<&String> = headings.iter().collect();
        assert_eq!(once.len(), all.len());
    }

    #[test]
    fn numbers_count_by_their_value() {
        let collation = Collation::new(Language::Nl);
        assert!(collation.key("editie 2") < collation.key("editie 10"));
        assert!(collation.key("Editie 2") > collation.key("editie 2"));
        assert_eq!(collation.key("editie 2"), collation.key("editie 2"));
        assert_ne!(collation.key("a\u{0}b"), collation.key("ab"));
    }
}
