//! A programme as JSON, as a tree: nothing is kept of what is not read, however much of it there is.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;

use super::unreadable::{ScheduleProblem, UnreadSchedule};
use super::value::{ForeignValue, Kept, LONGEST_TEXT, NameUse, name_use};
use crate::intake::refused::DEEPEST;

/// Reads JSON.
pub(super) fn json(text: &str) -> Result<ForeignValue, UnreadSchedule> {
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
        let problem = kept.problem().unwrap_or(ScheduleProblem::NotJson);
        UnreadSchedule::at_line(problem, text, error.line(), error.column())
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
    fn refuse<E: serde::de::Error>(self, problem: ScheduleProblem) -> E {
        self.kept.refuse(problem);
        E::custom("")
    }

    fn text<E: serde::de::Error>(self, text: &str) -> Result<ForeignValue, E> {
        // No character has more than four bytes.
        if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
            return Err(self.refuse(ScheduleProblem::LongText));
        }
        Ok(ForeignValue::Said(text.to_owned()))
    }

    fn below<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= DEEPEST {
            return Err(self.refuse(ScheduleProblem::TooDeep));
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
            .map_err(|problem| self.refuse::<D::Error>(problem))?;
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
