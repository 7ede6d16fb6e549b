//! What a file of JSON or XML says, as a tree of which only the parts are kept that a programme is
//! read from: within bounds, whatever the file holds.

use std::borrow::Cow;
use std::cell::Cell;

use super::unreadable::ScheduleProblem;

/// The most values of a file that are kept.
const MOST_VALUES: usize = 600_000;

/// The most characters of a text.
pub(super) const LONGEST_TEXT: usize = 100_000;

/// The names under which something stands that is read.
const KEPT: &[&str] = &[
    "abstract",
    "attachment",
    "attachments",
    "bio",
    "biography",
    "categories",
    "categoryItems",
    "code",
    "conference",
    "acronym",
    "date",
    "day",
    "day_start",
    "days",
    "description",
    "display_name",
    "duration",
    "end",
    "endsAt",
    "event",
    "events",
    "firstName",
    "fullName",
    "full_public_name",
    "generator",
    "guid",
    "href",
    "id",
    "isPlenumSession",
    "isServiceSession",
    "items",
    "lastName",
    "link",
    "links",
    "name",
    "optout",
    "person",
    "persons",
    "public_name",
    "recording",
    "room",
    "roomId",
    "rooms",
    "schedule",
    "session",
    "sessions",
    "speakers",
    "start",
    "startsAt",
    "state",
    "status",
    "subtitle",
    "tagLine",
    "time_zone_name",
    "title",
    "track",
    "type",
    "url",
    "de",
    "en",
    "nl",
];

/// The names of what is never taken: only whether there is something is kept.
const NOTICED: &[&str] = &[
    "answers",
    "avatar",
    "avatar_url",
    "do_not_record",
    "email",
    "profilePicture",
    "questionAnswers",
];

/// The name under which the text of an element of XML stands.
const OWN_TEXT: &str = "";

/// A value in a file of another program.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ForeignValue {
    Nothing,
    Flag(bool),
    /// A text, or a number as it is written.
    Said(String),
    List(Vec<Self>),
    /// Values by name, in the order of the file. XML may have several of one name.
    Named(Vec<(Cow<'static, str>, Self)>),
}

const NOTHING: &ForeignValue = &ForeignValue::Nothing;

/// How a name is read.
pub(super) enum NameUse {
    Kept(&'static str),
    Noticed(&'static str),
    Passed,
}

pub(super) fn name_use(name: &str) -> NameUse {
    let find = |names: &[&'static str]| names.iter().find(|known| **known == name).copied();
    match (find(KEPT), find(NOTICED)) {
        (Some(name), _) => NameUse::Kept(name),
        (_, Some(name)) => NameUse::Noticed(name),
        _ => NameUse::Passed,
    }
}

/// The name as it is kept, where it is.
pub(super) fn kept_name(name: &str) -> Option<&'static str> {
    match name_use(name) {
        NameUse::Kept(name) | NameUse::Noticed(name) => Some(name),
        NameUse::Passed => None,
    }
}

/// How much more is kept of a file.
pub(super) struct Kept {
    left: Cell<usize>,
    problem: Cell<Option<ScheduleProblem>>,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            left: Cell::new(MOST_VALUES),
            problem: Cell::new(None),
        }
    }
}

impl Kept {
    /// Counts one more value.
    pub(super) fn count(&self) -> Result<(), ScheduleProblem> {
        let left = self.left.get().checked_sub(1);
        self.left.set(left.ok_or(ScheduleProblem::TooMuch)?);
        Ok(())
    }

    /// Remembers why reading ends.
    pub(super) fn refuse(&self, problem: ScheduleProblem) {
        self.problem.set(Some(problem));
    }

    /// Why reading ended, where the file itself is not at fault.
    pub(super) fn problem(&self) -> Option<ScheduleProblem> {
        self.problem.take()
    }
}

impl ForeignValue {
    /// An element of XML: its attributes and the elements in it, and its own text.
    pub(super) fn element(mut named: Vec<(Cow<'static, str>, Self)>, text: String) -> Self {
        if named.is_empty() {
            return Self::Said(text);
        }
        if !text.trim().is_empty() {
            named.push((Cow::Borrowed(OWN_TEXT), Self::Said(text)));
        }
        Self::Named(named)
    }

    /// What stands under a name, the first where there are more.
    pub(super) fn get(&self, name: &str) -> &Self {
        self.all(name).next().unwrap_or(NOTHING)
    }

    /// All that stands under a name.
    pub(super) fn all<'v>(&'v self, name: &str) -> impl Iterator<Item = &'v Self> {
        self.entries()
            .filter(move |(own, _)| *own == name)
            .map(|(_, value)| value)
    }

    /// Its parts by name.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &Self)> {
        let named = match self {
            Self::Named(named) => named.as_slice(),
            _ => &[],
        };
        named.iter().map(|(name, value)| (&**name, value))
    }

    /// Its items, where it is a list.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The items of a list in JSON, which XML has as elements of one name.
    pub(super) fn each<'v>(&'v self, one: &str) -> impl Iterator<Item = &'v Self> {
        self.items().iter().chain(self.all(one))
    }

    /// Its text; that in the site's languages or English first, where it has one by language.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Said(text) => text,
            Self::Named(_) => [OWN_TEXT, "nl", "en", "de", "name"]
                .into_iter()
                .map(|name| self.get(name))
                .find_map(|value| match value {
                    Self::Said(text) => Some(text.as_str()),
                    _ => None,
                })
                .unwrap_or_default(),
            _ => "",
        }
    }

    /// The first text that says something, of those under some names.
    pub(super) fn first(&self, names: &[&str]) -> &str {
        let mut texts = names.iter().map(|name| self.get(name).text());
        texts
            .find(|text| !text.trim().is_empty())
            .unwrap_or_default()
    }

    /// Whether it says yes.
    pub(super) fn is_true(&self) -> bool {
        match self {
            Self::Flag(flag) => *flag,
            other => matches!(other.text().trim(), "true" | "1" | "yes"),
        }
    }
}
