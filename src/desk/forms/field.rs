//! [`FormField`]: a question of a form with its answer, as people type it.

use super::control::{Asks, Control};
use crate::edit::proposal::ValueHash;
use crate::schema::Kind;
use crate::schema::wanted::FieldGroup;

/// A question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::desk) struct FormField {
    pub(in crate::desk) control: Control,
    pub(in crate::desk) answer: FilledIn,
    /// What the site said when the form was made: a hash, for the whole or for each part.
    pub(in crate::desk) was: Vec<(String, ValueHash)>,
    /// What stood in the form when it was made, as a hash.
    pub(in crate::desk) seen: String,
    /// What the site has for it, as the form shows it and as it is written.
    pub(in crate::desk) items: Vec<(String, String)>,
    /// Records that stand whole within a list: what stands for one, and what it is called.
    pub(in crate::desk) inline: Vec<(String, String)>,
    /// Groups beyond those that are shown.
    pub(in crate::desk) rest: Vec<FieldGroup>,
    /// What is wrong with it.
    pub(in crate::desk) wrong: Vec<String>,
    /// New records that may be added for names that nobody has.
    pub(in crate::desk) offers: Vec<(Kind, String)>,
    /// What the site says now, where both changed: in words, and as hashes.
    pub(in crate::desk) conflict: Option<(String, Vec<(String, ValueHash)>)>,
    /// How many more items there is room for than usual.
    pub(in crate::desk) rooms: usize,
    /// Whether the file says something for it that cannot be read: nothing is asked then, and nothing
    /// is changed.
    pub(in crate::desk) is_unreadable: bool,
}

/// What is filled in, as people type it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::desk) enum FilledIn {
    /// None, one, or for a list several.
    Words(Vec<String>),
    /// Registers with their codes.
    Codes(Vec<(String, String)>),
    /// Groups; of each the fields in the order of the schema.
    Groups(Vec<Vec<Vec<String>>>),
}

impl FilledIn {
    /// Nothing, for what is asked so.
    pub(in crate::desk) fn nothing(asks: Asks) -> Self {
        match asks {
            Asks::Codes => Self::Codes(Vec::new()),
            Asks::Groups(_) => Self::Groups(Vec::new()),
            _ => Self::Words(Vec::new()),
        }
    }

    /// The words, of what is asked for in words.
    pub(in crate::desk) fn words(&self) -> &[String] {
        match self {
            Self::Words(words) => words,
            Self::Codes(_) | Self::Groups(_) => &[],
        }
    }

    /// Whether nothing is filled in.
    pub(in crate::desk) fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// The first words; none where there are none.
    pub(in crate::desk) fn first(&self) -> &str {
        self.words().first().map_or("", String::as_str)
    }

    /// A hash, by which it is known whether somebody changed it.
    pub(in crate::desk) fn hash(&self) -> String {
        let hash = blake3::hash(self.text().as_bytes()).to_hex();
        hash[..16].to_owned()
    }

    fn text(&self) -> String {
        let said = |words: &[String]| {
            let words = words.iter().map(|word| word.trim());
            let said: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            said.join("\u{1D}")
        };
        match self {
            Self::Words(words) => said(words),
            Self::Codes(codes) => {
                let codes = codes.iter().map(|(register, code)| {
                    let (register, code) = (register.trim(), code.trim());
                    format!("{register}\u{1E}{code}")
                });
                let codes: Vec<String> = codes.filter(|code| code.len() > 1).collect();
                codes.join("\u{1F}")
            }
            Self::Groups(groups) => {
                let groups = groups.iter().map(|group| {
                    let fields: Vec<String> = group.iter().map(|words| said(words)).collect();
                    fields.join("\u{1E}")
                });
                let is_said = |group: &String| group.chars().any(|sign| sign != '\u{1E}');
                let groups: Vec<String> = groups.filter(is_said).collect();
                groups.join("\u{1F}")
            }
        }
    }
}
