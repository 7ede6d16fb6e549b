//! Ids: the short names of which every address is made.
//!
//! An [`Id`] holds only `a-z`, `0-9` and `-`, so it can stand in an address, a file name and a
//! fragment without escaping on any system. Titles become ids as readers expect: "Kleur het
//! lokaal!" is `kleur-het-lokaal`, "Zoë" is `zoe`.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::words::withheld::without_withheld;

/// The longest id in bytes. Folder names end at 255 on common systems; staging and redirects need
/// some room beside it.
pub const LONGEST: usize = 120;

/// A checked id: one to [`LONGEST`] of `[a-z0-9-]`, neither beginning nor ending with `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Takes text that is an id as it stands.
    pub fn new(text: &str) -> Option<Self> {
        let fits = !text.is_empty()
            && text.len() <= LONGEST
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !is_device_name(text);
        fits.then(|| Self(text.into()))
    }

    /// Makes an id from a title or name; `None` where no letter or digit is left. The words that
    /// stand for a withheld contact are left out: "Bel Jan (contactgegevens niet getoond)" is
    /// `bel-jan`.
    pub fn from_title(title: &str) -> Option<Self> {
        let title = &*without_withheld(title);
        let mut id = String::with_capacity(title.len());
        let mut gap = false;
        let mut take = |character: char| {
            if character.is_ascii_alphanumeric() {
                if gap && !id.is_empty() {
                    id.push('-');
                }
                gap = false;
                id.push(character.to_ascii_lowercase());
            } else if !matches!(character, '\'' | '’' | '‘' | '´' | '`') {
                // An apostrophe joins ("regio's" is regios), everything else parts two words.
                gap = true;
            }
        };
        for character in title.nfc() {
            if character.is_ascii() || matches!(character, '’' | '‘' | '´') {
                take(character);
            } else if let Some(plain) = deunicode::deunicode_char(character) {
                if !character.is_alphanumeric() {
                    take(' ');
                    continue;
                }
                // "4½" is four and a half, not forty-one halves.
                if character.is_numeric() {
                    take(' ');
                }
                plain.chars().for_each(&mut take);
            } else {
                take(' ');
            }
        }
        if id.len() > LONGEST {
            id.truncate(LONGEST);
            // Whole words only, so that the address does not end in half a word.
            if let Some((words, _)) = id.rsplit_once('-') {
                id = words.to_owned();
            }
        }
        if is_device_name(&id) {
            id.push_str("-1");
        }
        Self::new(id.trim_matches('-'))
    }

    /// The id with a number behind it, shortened where both would be too long.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        let room = LONGEST - 11;
        let short = &self.0[..self.0.len().min(room)];
        let text = format!("{}-{number}", short.trim_end_matches('-'));
        Self::new(&text).expect("a shorter id with a number is one")
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names that Windows keeps for devices; a folder cannot carry them
/// (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
fn is_device_name(text: &str) -> bool {
    matches!(text, "con" | "prn" | "aux" | "nul")
        || (text.len() == 4
            && (text.starts_with("com") || text.starts_with("lpt"))
            && text.as_bytes()[3].is_ascii_digit())
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    fn id(title: &str) -> String {
        Id::from_title(title)
            .map(|id| id.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn titles_become_the_ids_that_people_expect() {
        assert_eq!(id("Kleur het lokaal!"), "kleur-het-lokaal");
        assert_eq!(id("Zoë"), "zoe");
        assert_eq!(id("Regio’s & thema's"), "regios-themas");
        assert_eq!(id("Straße 4½ – “groot”"), "strasse-4-1-2-groot");
        assert_eq!(id("  --!  "), "");
        assert_eq!(id("CON"), "con-1");
        assert_eq!(
            id("Bel Jan (contactgegevens niet getoond), of kom"),
            "bel-jan-of-kom"
        );
        assert_eq!(id("(contact details not shown)"), "");
        assert_eq!(id(&"lang ".repeat(60)).len(), 119);
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in [
            "",
            "-a",
            "a-",
            "A",
            "a b",
            "é",
            "../x",
            "nul",
            &"a".repeat(121),
        ] {
            assert_eq!(Id::new(text), None, "{text}");
        }
    }
}
