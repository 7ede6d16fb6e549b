//! Which row of the schema a word names: a row's own word in the writer's language or in English,
//! whatever its capitals, accents and the signs between its parts, or another word that the row
//! accepts. All that reads words of people (TOML, names of folders, the heads of a table) asks here.

use std::iter;

use crate::diagnostic::nearest;
use crate::words::{Bilingual, Language};

/// The longest word that is looked at in more than its own letters; nobody's word is longer.
const LONGEST: usize = 100;

/// What a row goes by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowNames {
    /// Its own word, in both languages.
    pub(crate) own: Bilingual,
    /// Other words that mean it, apart by spaces.
    pub(crate) also: Bilingual,
}

impl From<Bilingual> for RowNames {
    fn from(own: Bilingual) -> Self {
        Self {
            own,
            also: Bilingual::NOTHING,
        }
    }
}

impl RowNames {
    /// The other words of a language.
    pub(crate) fn others(self, language: Language) -> impl Iterator<Item = &'static str> {
        self.also.get(language).split_ascii_whitespace()
    }
}

/// The languages whose words a writer may use: the site's own, and English.
pub(super) fn allowed(language: Language) -> impl Iterator<Item = Language> + Clone {
    iter::once(language).chain((language != Language::En).then_some(Language::En))
}

/// The position of the row that is called so, letter for letter.
pub(crate) fn named_exactly<W: Iterator<Item = RowNames>>(
    written: &str,
    rows: impl Fn() -> W,
    language: Language,
) -> Option<usize> {
    rows().position(|names| allowed(language).any(|language| names.own.get(language) == written))
}

/// The same of a row that is called so as well.
pub(crate) fn also_named_exactly<W: Iterator<Item = RowNames>>(
    written: &str,
    rows: impl Fn() -> W,
    language: Language,
) -> Option<usize> {
    named_exactly(written, &rows, language).or_else(|| {
        rows().position(|names| {
            allowed(language).any(|language| names.others(language).any(|other| other == written))
        })
    })
}

/// The position of the row that a word names. What a row is called goes before what it is called
/// as well.
pub(crate) fn named<W: Iterator<Item = RowNames>>(
    written: &str,
    rows: impl Fn() -> W,
    language: Language,
) -> Option<usize> {
    let exact = named_exactly(written, &rows, language);
    if exact.is_some() || written.len() > LONGEST {
        return exact;
    }
    let word = folded(written);
    let find = |is_named: &dyn Fn(RowNames, Language) -> bool| {
        rows().position(|names| allowed(language).any(|language| is_named(names, language)))
    };
    find(&|names, language| is_same(&word, names.own.get(language))).or_else(|| {
        find(&|names, language| names.others(language).any(|other| is_same(&word, other)))
    })
}

/// The position of the one row that has a word of which this is a slip of one letter, in either
/// language; `None` where several rows have. Words of three letters are all near each other.
pub(crate) fn named_nearly<W: Iterator<Item = RowNames>>(
    written: &str,
    rows: impl Fn() -> W,
) -> Option<usize> {
    if written.len() > LONGEST {
        return None;
    }
    let word = folded(written);
    let is_near = |other: &str| {
        word.len().min(other.len()) > 3
            && word.len().abs_diff(other.len()) <= 1
            && strsim::damerau_levenshtein(&word, &other.replace('_', "-")) <= 1
    };
    let mut near = rows().enumerate().filter(|(_, names)| {
        Language::ALL.iter().any(|language| {
            is_near(names.own.get(*language)) || names.others(*language).any(is_near)
        })
    });
    let (position, _) = near.next()?;
    near.next().is_none().then_some(position)
}

/// The word that was likely meant: the writer's own for one in another language, else the nearest,
/// those of the writer's language first.
pub(crate) fn meant<W: Iterator<Item = RowNames>>(
    written: &str,
    rows: impl Fn() -> W,
    language: Language,
) -> Option<&'static str> {
    let own = |position: usize| rows().nth(position).map(|names| names.own.get(language));
    let translated = named(written, &rows, Language::Nl).and_then(own);
    let near = |language: Language| nearest(written, rows().map(|names| names.own.get(language)));
    // Of a word that is accepted as well, the row's own is the better one.
    let near_another = || {
        let others = || {
            rows()
                .enumerate()
                .flat_map(|(row, names)| names.others(language).map(move |other| (row, other)))
        };
        let found = nearest(written, others().map(|(_, other)| other))?;
        let (row, _) = others().find(|(_, other)| *other == found)?;
        own(row)
    };
    translated
        .or_else(|| near(language))
        .or_else(|| near(Language::En))
        .or_else(near_another)
}

/// A word as it is compared: small letters without accents, a hyphen between its parts.
pub(super) fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.trim().chars() {
        match character {
            ' ' | '_' | '-' | '\u{2010}'..='\u{2015}' => {
                if !folded.ends_with('-') {
                    folded.push('-');
                }
            }
            '\'' | '’' | '.' => {}
            _ if character.is_ascii() => folded.push(character.to_ascii_lowercase()),
            _ => folded.extend(
                deunicode::deunicode_char(character)
                    .unwrap_or_default()
                    .chars()
                    .map(|plain| plain.to_ascii_lowercase()),
            ),
        }
    }
    folded
}

/// Whether a folded word is one of the schema's, in which fields have `_` between their parts.
fn is_same(folded: &str, word: &str) -> bool {
    let plain = |byte: u8| if byte == b'_' { b'-' } else { byte };
    folded.len() == word.len()
        && folded
            .bytes()
            .zip(word.bytes())
            .all(|(one, other)| one == plain(other))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{RowNames, folded, is_same, meant, named};
    use crate::schema::choices::{ANY_STATUS, AllowedWord, TRUTH};
    use crate::schema::{Field, KINDS, KindSchema, Shape};
    use crate::words::Language;

    /// Every list of rows that a word is looked up in: the kinds, the fields of each kind and group,
    /// the words of each field.
    fn lists() -> Vec<(String, Vec<RowNames>)> {
        let mut lists = vec![
            (
                "kinds".to_owned(),
                KINDS.iter().map(KindSchema::names).collect(),
            ),
            (
                "truth".to_owned(),
                TRUTH.iter().map(AllowedWord::names).collect(),
            ),
        ];
        for kind in KINDS {
            add(kind.name.en, kind.fields, &mut lists);
        }
        lists
    }

    fn add(group: &str, fields: &'static [Field], lists: &mut Vec<(String, Vec<RowNames>)>) {
        lists.push((group.to_owned(), fields.iter().map(Field::names).collect()));
        for field in fields {
            let name = format!("{group}.{}", field.name.en);
            match field.shape {
                Shape::Table(inner) | Shape::Tables(inner) => add(&name, inner, lists),
                // The kinds of record that news is of share some words, and the record decides.
                Shape::Choice(words) if words != ANY_STATUS => {
                    lists.push((name, words.iter().map(AllowedWord::names).collect()));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn every_word_of_the_schema_names_its_own_row() {
        let mut wrong = Vec::new();
        for (list, rows) in lists() {
            for language in Language::ALL {
                let mut first: HashMap<&str, usize> = HashMap::new();
                for (position, names) in rows.iter().enumerate() {
                    let own = names.own.get(language);
                    for word in std::iter::once(own).chain(names.others(language)) {
                        if !is_same(&folded(word), word) {
                            wrong.push(format!("{list}: `{word}` is not as it is compared"));
                        }
                        let is_twice = first
                            .insert(word, position)
                            .is_some_and(|other| other != position);
                        let capital = format!(" {} ", word.to_uppercase());
                        for written in [word, &capital] {
                            let found = named(written, || rows.iter().copied(), language);
                            if is_twice || found != Some(position) {
                                wrong.push(format!("{list}: `{written}` names another row"));
                            }
                        }
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_word_is_known_by_its_letters() {
        let rows = || KINDS.iter().map(KindSchema::names);
        for word in ["idee", "Idee", "IDÉE", " idea ", "Voorstel", "proposal"] {
            let found = named(word, rows, Language::Nl).map(|row| KINDS[row].name.en);
            assert_eq!(found, Some("idea"), "{word}");
        }
        assert_eq!(named("voorstel", rows, Language::En), None);
        assert_eq!(meant("voorstel", rows, Language::En), Some("idea"));
        assert_eq!(meant("voorstell", rows, Language::Nl), Some("idee"));
        assert_eq!(named(&"i".repeat(10_000), rows, Language::Nl), None);
    }
}
