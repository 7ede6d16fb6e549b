//! What the head of a table's column means: a field, by the words of its row; else one of a few
//! things that are no field of any kind. One row a thing, with its words in both languages.

use std::collections::HashSet;
use std::iter;

use super::choices::AllowedWord;
use super::kinds::{Field, Home, KINDS, Kind, KindSchema, Shape};
use super::names::{RowNames, folded, named, named_nearly};
use crate::words::{Bilingual, Language, both};

/// Columns that are never taken for a field unless somebody says so: they hold what people did not
/// mean to publish.
pub const NEVER_TAKEN: &[AllowedWord] = &[
    AllowedWord {
        word: both("opmerking", "remark"),
        also: both("opmerkingen", "remarks comment comments"),
    },
    AllowedWord {
        word: both("notitie", "note"),
        also: both("notities aantekening aantekeningen", "notes"),
    },
    AllowedWord {
        word: both("intern", "internal"),
        also: both("vertrouwelijk", "confidential"),
    },
    AllowedWord {
        word: both("e-mail", "e-mail"),
        also: both("email mail mailadres e-mailadres emailadres", "email mail"),
    },
    AllowedWord {
        word: both("telefoon", "phone"),
        also: both(
            "telefoonnummer tel mobiel mobiele-nummer gsm",
            "phone-number telephone mobile",
        ),
    },
];

/// Columns that only count the rows: they say nothing that could be missed.
pub const ROW_NUMBERS: &[AllowedWord] = &[AllowedWord {
    word: both("nr", "no"),
    also: both("nummer volgnummer rijnummer #", "number"),
}];

/// The column that says of each row of which kind it is.
pub const KIND_COLUMN: &[AllowedWord] = &[AllowedWord {
    word: both("soort", "kind"),
    also: both("type categorie", "type category"),
}];

/// The column that holds the ids that this program gave.
pub const ID_COLUMN: &[AllowedWord] = &[AllowedWord {
    word: both("oogst-id", "oogst-id"),
    also: both("", ""),
}];

/// A register whose codes records carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeRegister {
    /// Its key among the codes, and what its column is called.
    pub name: AllowedWord,
    /// How many characters each code has.
    pub length: usize,
}

/// The registers that have a column of their own: of schools (DUO), of companies (KVK), of legal
/// persons (RSIN) and of the offices of governments (Logius).
pub const CODE_REGISTERS: &[CodeRegister] = &[
    CodeRegister {
        name: AllowedWord {
            word: both("brin", "brin"),
            also: both("brinnummer brin-nummer brincode brin-code", "brin-number"),
        },
        length: 4,
    },
    CodeRegister {
        name: AllowedWord {
            word: both("kvk", "kvk"),
            also: both("kvk-nummer kvknummer", "kvk-number"),
        },
        length: 8,
    },
    CodeRegister {
        name: AllowedWord {
            word: both("rsin", "rsin"),
            also: both("rsin-nummer", "rsin-number"),
        },
        length: 9,
    },
    CodeRegister {
        name: AllowedWord {
            word: both("oin", "oin"),
            also: both("oin-nummer", "oin-number"),
        },
        length: 20,
    },
];

/// The position of the word that a text is, in either language.
pub fn chosen(written: &str, words: &[AllowedWord]) -> Option<usize> {
    let rows = || words.iter().map(AllowedWord::names);
    named(written, rows, Language::Nl)
}

/// Whether a word is one of these, in either language.
pub fn is_one_of(words: &[AllowedWord], written: &str) -> bool {
    chosen(written, words).is_some()
}

/// The register whose codes a column holds.
pub fn register_named(written: &str) -> Option<&'static CodeRegister> {
    let rows = || CODE_REGISTERS.iter().map(|register| register.name.names());
    named(written, rows, Language::Nl).map(|position| &CODE_REGISTERS[position])
}

/// How surely a word names a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// It is one of the row's words.
    Same,
    /// It is one letter away from one of them, and from no other row's.
    Near,
}

/// The position among some fields of the one that a word names, in either language.
pub fn field_named(written: &str, fields: &'static [Field]) -> Option<(usize, Likeness)> {
    let rows = || fields.iter().map(Field::names);
    let same = named(written, rows, Language::Nl).map(|position| (position, Likeness::Same));
    same.or_else(|| named_nearly(written, rows).map(|position| (position, Likeness::Near)))
}

/// How likely a word at the head of a column stands for a field that has no column of its own: the
/// smaller the likelier. `None` where it does not.
pub fn stands_in(written: &str, field: &Field, kind: &KindSchema) -> Option<usize> {
    let of_kind = |names: Bilingual| RowNames::from(names);
    if !field.required || field.shape != Shape::Line {
        return None;
    }
    if named(written, || iter::once(kind.names()), Language::Nl).is_some()
        || named(written, || iter::once(of_kind(kind.folder)), Language::Nl).is_some()
    {
        return Some(0);
    }
    let heads = |language: Language| field.heads.get(language).split_ascii_whitespace();
    let place = |language: Language| {
        heads(language).position(|head| {
            let own = || iter::once(RowNames::from(Bilingual::same(head)));
            named(written, own, Language::Nl).is_some()
        })
    };
    place(Language::Nl)
        .or_else(|| place(Language::En))
        .map(|place| place + 1)
}

/// The words that may stand at the head of a column of some kinds, to ask of many words whether they
/// do.
#[derive(Debug, Clone)]
pub struct HeadWords {
    /// As they are compared.
    words: HashSet<String>,
}

impl HeadWords {
    /// The words of these kinds, and those that are no field of any.
    pub fn of(schemas: &[&'static KindSchema]) -> Self {
        let of_tables = [ID_COLUMN, KIND_COLUMN, NEVER_TAKEN, ROW_NUMBERS];
        let mut rows: Vec<RowNames> = of_tables
            .iter()
            .flat_map(|words| words.iter().map(AllowedWord::names))
            .collect();
        rows.extend(CODE_REGISTERS.iter().map(|register| register.name.names()));
        for schema in schemas {
            rows.extend([schema.names(), schema.folder.into()]);
            for field in schema.fields {
                rows.push(field.names());
                rows.push(RowNames {
                    own: Bilingual::NOTHING,
                    also: field.heads,
                });
            }
        }
        let words = rows.iter().flat_map(|names| {
            Language::ALL.into_iter().flat_map(|language| {
                iter::once(names.own.get(language)).chain(names.others(language))
            })
        });
        let mut words: HashSet<String> = words.map(folded).collect();
        words.remove("");
        Self { words }
    }

    /// Whether a word is one of them, or one letter away.
    pub fn has(&self, written: &str) -> bool {
        let written = folded(written);
        let is_near = |word: &String| {
            written.len().min(word.len()) > 3
                && written.len().abs_diff(word.len()) <= 1
                && strsim::damerau_levenshtein(&written, word) <= 1
        };
        self.words.contains(&written) || self.words.iter().any(is_near)
    }
}

impl Kind {
    /// The kind that a word names as one or as many of it, in either language: `deal`, `Deals`,
    /// `afspraken`, `scholen`.
    pub fn named_as_any(word: &str) -> Option<Self> {
        let one = |word: &str| Self::named(word).or_else(|| Self::from_folder(word, Language::Nl));
        one(word).or_else(|| singulars(word).iter().find_map(|singular| one(singular)))
    }

    /// Whether records of this kind can be rows of a table.
    pub fn stands_in_tables(self) -> bool {
        !matches!(self.schema().home, Home::EventFile | Home::Pages)
    }

    /// Every kind whose records can be rows of a table.
    pub fn all_in_tables() -> impl Iterator<Item = &'static KindSchema> {
        KINDS.iter().filter(|schema| schema.kind.stands_in_tables())
    }
}

/// The words that a Dutch or English plural may be of: `afspraken` of `afspraak`, `voorstellen` of
/// `voorstel`, `bedrijven` of `bedrijf`.
fn singulars(plural: &str) -> Vec<String> {
    let plural = plural.trim().to_lowercase();
    let mut found = Vec::new();
    for ending in ["'s", "’s", "s", "n"] {
        found.extend(plural.strip_suffix(ending).map(ToOwned::to_owned));
    }
    let Some(stem) = plural.strip_suffix("en") else {
        return found;
    };
    found.push(stem.to_owned());
    let mut letters: Vec<char> = stem.chars().collect();
    let Some(last) = letters.pop() else {
        return found;
    };
    let before: String = letters.iter().collect();
    if letters.last() == Some(&last) {
        found.push(before.clone());
    }
    let hard = match last {
        'v' => 'f',
        'z' => 's',
        other => other,
    };
    found.push(format!("{before}{hard}"));
    if let Some(vowel) = letters.last() {
        found.push(format!("{before}{vowel}{hard}"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{field_named, stands_in};
    use crate::schema::{Kind, key};

    #[test]
    fn a_kind_is_known_by_one_and_by_many() {
        for (word, kind) in [
            ("Vraag", Kind::Ask),
            ("vragen", Kind::Ask),
            ("Hulpvragen", Kind::Ask),
            ("Ideeën", Kind::Idea),
            ("voorstellen", Kind::Idea),
            ("Afspraken", Kind::Deal),
            ("deals", Kind::Deal),
            ("Scholen", Kind::Organisation),
            ("Bedrijven", Kind::Organisation),
            ("Programma", Kind::Session),
            ("offers", Kind::Offer),
            ("regio's", Kind::Region),
        ] {
            assert_eq!(Kind::named_as_any(word), Some(kind), "{word}");
        }
        assert_eq!(Kind::named_as_any("Blad1"), None);
        assert_eq!(Kind::named_as_any("en"), None);
    }

    #[test]
    fn a_title_is_stood_in_for_by_the_likeliest_column() {
        let ask = Kind::Ask.schema();
        let title = &ask.fields[ask.position(key::TITLE).expect("an ask has a title")];
        let text = &ask.fields[ask.position(key::TEXT).expect("an ask has a text")];
        assert_eq!(stands_in("Vraag", title, ask), Some(0));
        assert_eq!(stands_in("Omschrijving", title, ask), Some(1));
        assert_eq!(stands_in("Regio", title, ask), None);
        assert_eq!(stands_in("Omschrijving", text, ask), None);
        assert_eq!(
            field_named("Omschrijving", ask.fields).map(|(field, _)| ask.fields[field].name.en),
            Some(key::TEXT)
        );
    }
}
