//! What is left of a name that was forgotten: marks by which it is known again when somebody brings
//! it back, and from which nobody reads it.
//!
//! A mark is a hash of the name behind the site's own salt. Whoever has a name in mind can try it,
//! as this program does; a list that was made for another site, or for all sites, is of no use. It
//! is not made slow: the short link, which must live on, is made of the name as well, so slowness
//! would cost each build and hide nothing.

use std::collections::{BTreeSet, HashMap};

use crate::reference::Reference;
use crate::words::Text;

/// What a mark is a hash of, so that no other use of the hash function gives the same.
const CONTEXT: &str = "oogst addresses.toml forgotten 1";

/// How many bytes of the hash are kept: enough that no two names of a site come to one mark.
const LENGTH: usize = 8;

/// What is left of something that was forgotten, with all that belonged to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgotten {
    /// What the marks are salted with.
    pub salt: String,
    /// The marks of its names and addresses.
    pub marks: Vec<String>,
    /// The words of its short links.
    pub shorts: Vec<crate::source::Spanned<String>>,
    /// Why it is no longer there, as the writer says.
    pub reason: Text,
    /// Since when.
    pub date: jiff::civil::Date,
}

/// The salt of a site, made of what is its own.
pub fn salt_of(base_url: &str, title: &str) -> String {
    shortened(
        &blake3::Hasher::new_derive_key(CONTEXT)
            .update(base_url.as_bytes())
            .update(b"\n")
            .update(title.as_bytes())
            .finalize(),
    )
}

/// The mark of a name (`person:jan-jansen`) or address (`/mensen/jan-jansen/`).
pub fn mark_of(salt: &str, name: &str) -> String {
    shortened(
        &blake3::Hasher::new_derive_key(CONTEXT)
            .update(salt.as_bytes())
            .update(b"\n")
            .update(name.as_bytes())
            .finalize(),
    )
}

fn shortened(hash: &blake3::Hash) -> String {
    hash.to_hex()[..2 * LENGTH].to_owned()
}

/// All marks of a file, to be asked.
#[derive(Debug, Clone, Default)]
pub struct Marks<'a> {
    /// Marks by their salt: a site that changed its address or title has more than one.
    by_salt: HashMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Marks<'a> {
    /// The marks of these rows.
    pub fn new(forgotten: &'a [Forgotten]) -> Self {
        let mut by_salt: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for row in forgotten {
            by_salt
                .entry(&row.salt)
                .or_default()
                .extend(row.marks.iter().map(String::as_str));
        }
        Self { by_salt }
    }

    /// Whether nothing was forgotten.
    pub fn is_empty(&self) -> bool {
        self.by_salt.is_empty()
    }

    /// Whether this very name was forgotten.
    pub fn know(&self, reference: &Reference) -> bool {
        !self.is_empty() && self.know_text(&reference.to_string())
    }

    /// Whether this address was forgotten.
    pub fn know_address(&self, address: &str) -> bool {
        !self.is_empty() && self.know_text(address)
    }

    fn know_text(&self, text: &str) -> bool {
        self.by_salt
            .iter()
            .any(|(salt, marks)| marks.contains(mark_of(salt, text).as_str()))
    }
}

/// Whether a text names what is to be forgotten: it holds the words of the name, whatever stands
/// between them.
pub fn names(text: &str, name: &str) -> bool {
    let words = |text: &str| {
        let parts = text
            .split(|character: char| character.is_whitespace() || character.is_ascii_punctuation());
        let words: Vec<String> = parts
            .filter_map(crate::id::Id::from_title)
            .map(|word| word.to_string())
            .collect();
        format!("-{}-", words.join("-"))
    };
    let name = words(name);
    name.len() > 2 && words(text).contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{Forgotten, Marks, mark_of, names, salt_of};
    use crate::reference::Reference;

    fn reference(name: &str) -> Reference {
        Reference::parse(name).expect("a name")
    }

    #[test]
    fn a_name_is_known_again_by_its_mark_and_no_other_is() {
        let salt = salt_of("https://dorp.example", "Dorp");
        let marks = [
            "event:2023-avond",
            "person:jan-jansen",
            "/mensen/jan-jansen/",
        ]
        .map(|name| mark_of(&salt, name))
        .to_vec();
        let reason = crate::words::Text {
            original: "Op verzoek.".into(),
            translation: None,
        };
        let rows = [Forgotten {
            salt,
            marks,
            shorts: Vec::new(),
            reason,
            date: jiff::civil::date(2026, 1, 1),
        }];
        let marks = Marks::new(&rows);
        assert!(
            marks.know(&reference("persoon:jan-jansen"))
                && marks.know_address("/mensen/jan-jansen/")
        );
        assert!(
            marks.know(&reference("event:2023-avond"))
                && !marks.know(&reference("idea:2023-avond/iets"))
        );
        assert!(
            !marks.know(&reference("person:jan-janssen"))
                && !marks.know(&reference("organisation:jan-jansen"))
                && !marks.know_address("/mensen/jan/")
        );
        assert!(
            rows[0]
                .marks
                .iter()
                .all(|mark| mark.len() == 16 && mark.bytes().all(|byte| byte.is_ascii_hexdigit()))
        );
    }

    #[test]
    fn another_site_has_other_marks() {
        let (one, other) = (
            salt_of("https://dorp.example", "Dorp"),
            salt_of("https://stad.example", "Dorp"),
        );
        assert_ne!(one, salt_of("https://dorp.example", "Stad"));
        assert_ne!(
            mark_of(&one, "person:jan-jansen"),
            mark_of(&other, "person:jan-jansen")
        );
    }

    #[test]
    fn a_text_names_what_it_holds_the_words_of() {
        for text in [
            "Jan Jansen vroeg erom.",
            "Op verzoek van jan-jansen",
            "(JAN  JANSEN)",
            "Ján Jansen.",
        ] {
            assert!(names(text, "jan-jansen"), "{text}");
        }
        for text in ["Op verzoek.", "Jan en de heer Jansen", "Jan Jansens", ""] {
            assert!(!names(text, "jan-jansen"), "{text}");
        }
        assert!(!names("iets", ""));
    }
}
