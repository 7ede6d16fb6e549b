//! What a file of JSON or XML says, as a tree of which only the parts are kept that a programme is
//! read from: within bounds, whatever the file holds.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;

use super::unreadable::{ScheduleProblem, Unreadable};
use crate::intake::refused::DEEPEST;

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
enum NameUse {
    Kept(&'static str),
    Noticed(&'static str),
    Passed,
}

fn name_use(name: &str) -> NameUse {
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

    fn refuse<E: serde::de::Error>(&self, problem: ScheduleProblem) -> E {
        self.problem.set(Some(problem));
        E::custom("")
    }
}

/// Reads JSON.
pub(super) fn json(text: &str) -> Result<ForeignValue, Unreadable> {
    let kept = Kept::default();
    let seed = JsonValue {
        kept: &kept,
        depth: 0,
        by_any_name: false,
    };
    let mut deserializer = Deserializer::from_str(text);
    let read = seed
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    read.map_err(|error| {
        let problem = kept.problem.take().unwrap_or(ScheduleProblem::NotJson);
        Unreadable::at_line(problem, text, error.line(), error.column())
    })
}

/// Reads one value.
#[derive(Clone, Copy)]
struct JsonValue<'k> {
    kept: &'k Kept,
    depth: usize,
    /// Whether the names in it are not known: those of rooms.
    by_any_name: bool,
}

impl JsonValue<'_> {
    fn text<E: serde::de::Error>(self, text: &str) -> Result<ForeignValue, E> {
        // No character has more than four bytes.
        if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
            return Err(self.kept.refuse(ScheduleProblem::LongText));
        }
        Ok(ForeignValue::Said(text.to_owned()))
    }

    fn below<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= DEEPEST {
            return Err(self.kept.refuse(ScheduleProblem::TooDeep));
        }
        Ok(Self {
            depth: self.depth + 1,
            by_any_name: false,
            ..self
        })
    }
}

impl<'de> DeserializeSeed<'de> for JsonValue<'_> {
    type Value = ForeignValue;

    fn deserialize<D: serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<ForeignValue, D::Error> {
        self.kept
            .count()
            .map_err(|problem| self.kept.refuse::<D::Error>(problem))?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonValue<'_> {
    type Value = ForeignValue;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<ForeignValue, E> {
        Ok(ForeignValue::Nothing)
    }

    fn visit_bool<E: serde::de::Error>(self, flag: bool) -> Result<ForeignValue, E> {
        Ok(ForeignValue::Flag(flag))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<ForeignValue, E> {
        Ok(ForeignValue::Said(number.to_string()))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<ForeignValue, E> {
        Ok(ForeignValue::Said(number.to_string()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<ForeignValue, E> {
        Ok(ForeignValue::Said(number.to_string()))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<ForeignValue, E> {
        self.text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<ForeignValue, A::Error> {
        let seed = self.below()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(seed)? {
            list.push(item);
        }
        Ok(ForeignValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<ForeignValue, A::Error> {
        let seed = self.below()?;
        let mut named = Vec::new();
        while let Some(name) = entries.next_key::<String>()? {
            let kept = match name_use(&name) {
                NameUse::Kept(name) => Some(Cow::Borrowed(name)),
                NameUse::Passed if self.by_any_name => Some(Cow::Owned(name)),
                NameUse::Passed => None,
                NameUse::Noticed(name) => {
                    if entries.next_value::<Noticed>()?.0 {
                        let flag = ForeignValue::Flag(true);
                        named.push((Cow::Borrowed(name), flag));
                    }
                    continue;
                }
            };
            let Some(name) = kept else {
                entries.next_value::<IgnoredAny>()?;
                continue;
            };
            let by_any_name = name == "rooms";
            let value = entries.next_value_seed(JsonValue {
                by_any_name,
                ..seed
            })?;
            named.push((name, value));
        }
        Ok(ForeignValue::Named(named))
    }
}

/// Whether something stands in a place: neither `null` or `false`, nor an empty text, list or group.
struct Noticed(bool);

impl<'de> serde::Deserialize<'de> for Noticed {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IsThere;
        impl<'de> Visitor<'de> for IsThere {
            type Value = Noticed;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("JSON")
            }

            fn visit_unit<E: serde::de::Error>(self) -> Result<Noticed, E> {
                Ok(Noticed(false))
            }

            fn visit_bool<E: serde::de::Error>(self, flag: bool) -> Result<Noticed, E> {
                Ok(Noticed(flag))
            }

            fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Noticed, E> {
                Ok(Noticed(true))
            }

            fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Noticed, E> {
                Ok(Noticed(true))
            }

            fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Noticed, E> {
                Ok(Noticed(true))
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Noticed, E> {
                Ok(Noticed(!text.trim().is_empty()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Noticed, A::Error> {
                let mut is_there = false;
                while items.next_element::<IgnoredAny>()?.is_some() {
                    is_there = true;
                }
                Ok(Noticed(is_there))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Noticed, A::Error> {
                let mut is_there = false;
                while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    is_there = true;
                }
                Ok(Noticed(is_there))
            }
        }
        deserializer.deserialize_any(IsThere)
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
        let texts = names.iter().map(|name| self.get(name).text());
        texts
            .filter(|text| !text.trim().is_empty())
            .next()
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
