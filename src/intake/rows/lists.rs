//! Cells that name records, people and organisations: one of them, or several in one cell.

use std::cell::Cell;
use std::collections::HashSet;

use super::known::{Known, KnownRecord, NameFound};
use super::words::{line, pieces};
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::Kind;
use crate::words::Bilingual;
use crate::words::messages::records as messages;

/// What stands between names that are known by themselves.
const BETWEEN: [&str; 7] = [",", " / ", "/", " en ", " and ", " & ", " + "];

/// What the site has and what the file itself has: rows name each other.
#[derive(Clone, Copy)]
pub(super) struct NamesOfTable<'a> {
    pub(super) site: &'a Known,
    pub(super) file: &'a Known,
    /// How many more times it is looked for what was likely meant: each takes a look at every name.
    pub(super) patience: &'a Cell<usize>,
}

/// How many times it is looked for what was likely meant: nobody reads on.
pub(super) const PATIENCE: usize = 100;

/// The most names of the file itself among which it is looked for.
const MOST_OF_FILE: usize = 1_000;

/// One name in a cell, resolved.
enum Named<'a> {
    Known(&'a KnownRecord),
    Several(Vec<&'a str>),
    Unknown,
}

impl<'a> NamesOfTable<'a> {
    fn find(self, kind: Kind, written: &str) -> Named<'a> {
        for known in [self.site, self.file] {
            match known.find(kind, written) {
                NameFound::One(record) => return Named::Known(record),
                NameFound::Several(ids) => return Named::Several(ids),
                NameFound::Nothing => {}
            }
        }
        Named::Unknown
    }

    fn has(self, kind: Kind, written: &str) -> bool {
        self.site.has(kind, written) || self.file.has(kind, written)
    }

    /// The ids of the records of a kind that a cell names, each once.
    pub(super) fn ids(self, kind: Kind, text: &str, found: &mut Vec<Diagnostic>) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let mut seen = HashSet::new();
        for piece in pieces(text) {
            let is_known = |part: &str| self.has(kind, part);
            let parts = if is_known(&piece) {
                vec![piece]
            } else {
                parted(&piece, is_known, 1)
            };
            for part in parts {
                let id = self.id(kind, &part, found);
                ids.extend(id.filter(|id| seen.insert(id.clone())));
            }
        }
        ids
    }

    /// The id of the record of a kind that words name.
    pub(super) fn id(self, kind: Kind, words: &str, found: &mut Vec<Diagnostic>) -> Option<String> {
        match self.find(kind, words) {
            Named::Known(record) => return Some(record.id.clone()),
            Named::Several(ids) => found.push(several(kind.schema().name, words, &ids)),
            Named::Unknown => found.push(self.unknown(kind, words)),
        }
        None
    }

    fn unknown(self, kind: Kind, words: &str) -> Diagnostic {
        let code = match kind {
            Kind::Region => Code::UnknownRegion,
            Kind::Theme => Code::UnknownTheme,
            Kind::Series => Code::UnknownSeries,
            _ => Code::UnknownRecord,
        };
        let of_file = || {
            let file = Some(self.file).filter(|file| file.count() <= MOST_OF_FILE);
            file.and_then(|file| file.suggestion(kind, words))
        };
        let suggestion = match self.patience.get() {
            0 => None,
            left => {
                self.patience.set(left - 1);
                self.site.suggestion(kind, words).or_else(of_file)
            }
        };
        Diagnostic::of_site(code)
            .with("kind", kind.schema().name)
            .with("id", words)
            .suggest(suggestion)
    }

    /// The people and organisations that a cell names, each once: ids of those on record, words of
    /// others. `is_deal` says that a stroke between two names parts them, also where nobody is
    /// known.
    pub(super) fn parties(
        self,
        text: &str,
        is_deal: bool,
        found: &mut Vec<Diagnostic>,
    ) -> Vec<String> {
        let mut parties: Vec<String> = Vec::new();
        let mut seen = HashSet::new();
        for piece in pieces(text) {
            let is_known = |part: &str| self.is_party(part);
            let names = if is_known(&piece) {
                vec![piece]
            } else if is_deal && piece.contains(" / ") {
                let halves = piece.split(" / ").map(line);
                halves.filter(|half| !half.is_empty()).collect()
            } else {
                parted(&piece, is_known, usize::MAX)
            };
            for name in names {
                let party = self.party(&name, found);
                if seen.insert(party.clone()) {
                    parties.push(party);
                }
            }
        }
        parties
    }

    fn is_party(self, words: &str) -> bool {
        self.has(Kind::Person, words) || self.has(Kind::Organisation, words)
    }

    /// The person or organisation that words name: its id where it is on record, else the words.
    pub(super) fn party(self, words: &str, found: &mut Vec<Diagnostic>) -> String {
        let both = [Kind::Person, Kind::Organisation].map(|kind| self.find(kind, words));
        let ids: Vec<&str> = both
            .iter()
            .flat_map(|named| match named {
                Named::Known(record) => vec![record.id.as_str()],
                Named::Several(ids) => ids.clone(),
                Named::Unknown => Vec::new(),
            })
            .collect();
        match ids.as_slice() {
            [] => words.to_owned(),
            [id] => (*id).to_owned(),
            ids => {
                found.push(several(messages::PARTY, words, ids));
                words.to_owned()
            }
        }
    }
}

fn several(kind: Bilingual, words: &str, ids: &[&str]) -> Diagnostic {
    let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    Diagnostic::of_site(Code::AmbiguousName)
        .with("value", words)
        .with("kind", kind)
        .with("known", ids.join(", "))
}

/// A piece in the parts that another sign divides it into, where all of them are known, or at least
/// so many when that sign is a comma; else whole.
fn parted(piece: &str, is_known: impl Fn(&str) -> bool, enough: usize) -> Vec<String> {
    for between in BETWEEN {
        let parts: Vec<String> = piece
            .split(between)
            .map(line)
            .filter(|part| !part.is_empty())
            .collect();
        let known = parts.iter().filter(|part| is_known(part)).count();
        let is_enough = known == parts.len() || between == "," && known >= enough;
        if parts.len() > 1 && is_enough {
            return parts;
        }
    }
    vec![piece.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::{Cell, Known, NamesOfTable, PATIENCE};
    use crate::diagnostic::Code;
    use crate::schema::Kind;
    use crate::words::Language;

    fn site() -> Known {
        let mut known = Known::new(Language::Nl, None);
        known.add(Kind::Region, "twente", ["Twente"]);
        known.add(Kind::Region, "salland", ["Salland", "’t Sallandse"]);
        known.add(Kind::Organisation, "de-wilg", ["Basisschool De Wilg"]);
        known.add(Kind::Organisation, "dijkstra", ["Dijkstra, J. en Zn."]);
        known.add(Kind::Person, "jan-smit", ["Jan Smit"]);
        known.add(Kind::Person, "jan-smit-2", ["Jan Smit"]);
        known
    }

    #[test]
    fn lists_are_divided_where_their_parts_are_known() {
        let (site, file) = (site(), Known::new(Language::Nl, None));
        let patience = Cell::new(PATIENCE);
        let names = NamesOfTable {
            site: &site,
            file: &file,
            patience: &patience,
        };
        for text in [
            "Twente; Salland",
            "twente\nSALLAND",
            "Twente, Salland",
            "Twente en Salland",
            "Twente/’t sallandse",
            "Twente; Salland; -; Twente",
        ] {
            let mut found = Vec::new();
            assert_eq!(
                names.ids(Kind::Region, text, &mut found),
                ["twente", "salland"],
                "{text}"
            );
            assert!(found.is_empty(), "{text}");
        }
        let mut found = Vec::new();
        assert_eq!(
            names.ids(Kind::Region, "Twente, Sallant", &mut found),
            ["twente"]
        );
        assert_eq!(
            (found[0].code, found[0].suggestion.as_deref()),
            (Code::UnknownRegion, Some("Salland"))
        );
    }

    #[test]
    fn parties_are_ids_where_they_are_known_and_words_where_not() {
        let (site, file) = (site(), Known::new(Language::Nl, None));
        let patience = Cell::new(PATIENCE);
        let names = NamesOfTable {
            site: &site,
            file: &file,
            patience: &patience,
        };
        for (text, is_deal, expected) in [
            ("basisschool de wilg", false, vec!["de-wilg"]),
            ("Dijkstra, J. en Zn.", false, vec!["dijkstra"]),
            ("Dijkstra, P.", false, vec!["Dijkstra, P."]),
            ("Twee docenten", false, vec!["Twee docenten"]),
            (
                "Kwekerij Bos / Café Roos",
                false,
                vec!["Kwekerij Bos / Café Roos"],
            ),
            (
                "Kwekerij Bos / Basisschool De Wilg",
                true,
                vec!["Kwekerij Bos", "de-wilg"],
            ),
        ] {
            let mut found = Vec::new();
            assert_eq!(names.parties(text, is_deal, &mut found), expected, "{text}");
            assert!(found.is_empty(), "{text}");
        }
        let mut found = Vec::new();
        names.parties("Jan Smit", false, &mut found);
        assert_eq!(found[0].code, Code::AmbiguousName);
    }
}
