//! What a form shows for what the site has, and what it takes from what came back.

use std::collections::HashMap;

use super::control::{Asks, Control, LineOf};
use super::field::{FilledIn, FormField};
use super::{MOST_GROUPS, names};
use crate::desk::Posted;
use crate::edit::proposal::{FilledRecord, HeldField, ValueHash};
use crate::intake::rows::{Known, NameFound};
use crate::schema::value::{Fields, Value};
use crate::schema::wanted::{FieldGroup, FieldValue};
use crate::schema::{Field, Kind, Shape, word_named};
use crate::words::{Language, dates};

/// What a form is filled with.
pub(super) struct FilledForm<'a> {
    pub(super) record: Option<&'a FilledRecord<'a>>,
    pub(super) known: &'a Known,
}

/// A question with what the site has for it.
pub(super) fn shown_of(control: Control, filled: &FilledForm<'_>) -> FormField {
    let own: Vec<&HeldField> = filled.record.map_or_else(Vec::new, |record| {
        let is_own = |field: &&HeldField| match control.asks {
            Asks::Codes => field.key.position == control.key.position,
            _ => field.key == control.key,
        };
        record.fields.iter().filter(is_own).collect()
    });
    let inline: Vec<(String, String)> = filled.record.map_or_else(Vec::new, |record| {
        let of_field = record.inline.iter().filter(|(key, ..)| *key == control.key);
        of_field
            .map(|(_, text, title)| (text.clone(), title.clone()))
            .collect()
    });
    let words = AsTyped {
        known: filled.known,
        shape: control.field.shape,
        inline: &inline,
    };
    let (mut items, mut rest) = (Vec::new(), Vec::new());
    let answer = match (control.asks, own.first().map(|field| &field.value)) {
        (Asks::Codes, _) => FilledIn::Codes(own.iter().map(|field| code(field)).collect()),
        (Asks::Groups(fields), Some(FieldValue::Groups(groups))) => {
            let shown = groups.len().min(MOST_GROUPS);
            rest = groups[shown..].to_vec();
            let groups = groups[..shown].iter();
            FilledIn::Groups(groups.map(|group| words.group(group, fields)).collect())
        }
        (asks, None) => FilledIn::nothing(asks),
        (_, Some(value)) => {
            items = words.items(value);
            FilledIn::Words(items.iter().map(|(shown, _)| shown.clone()).collect())
        }
    };
    let was = own.iter().map(|field| {
        let part = field.key.part.as_deref().unwrap_or_default();
        (part.to_owned(), field.hash)
    });
    let inline = inline
        .iter()
        .map(|(text, title)| (token(text), title.clone()));
    FormField {
        was: was.collect(),
        seen: answer.hash(),
        answer,
        items,
        inline: inline.collect(),
        rest,
        wrong: Vec::new(),
        offers: Vec::new(),
        conflict: None,
        rooms: 0,
        is_unreadable: filled
            .record
            .is_some_and(|record| is_unreadable(&record.written.fields, control.key.position)),
        control,
    }
}

/// Whether the file says something for a field that cannot be read, be it in a group of it.
fn is_unreadable(fields: &Fields, position: usize) -> bool {
    let is_broken = |group: &Fields| !group.unreadable.is_empty();
    fields.unreadable.contains(&position)
        || fields
            .entries
            .iter()
            .filter(|entry| entry.field == position)
            .any(|entry| match &entry.value.value {
                Value::Table(group) => is_broken(group),
                Value::Tables(groups) => groups.iter().any(is_broken),
                _ => false,
            })
}

fn code(field: &HeldField) -> (String, String) {
    let register = field.key.part.as_deref().unwrap_or_default();
    let code = match &field.value {
        FieldValue::Line(code) => code.as_str(),
        _ => "",
    };
    (register.to_owned(), code.to_owned())
}

/// What stands in a form for a record that is written whole within a list.
fn token(text: &str) -> String {
    let hash = blake3::hash(text.as_bytes()).to_hex();
    format!("{{{}}}", &hash[..16])
}

/// Values as people type them.
struct AsTyped<'a> {
    known: &'a Known,
    shape: Shape,
    inline: &'a [(String, String)],
}

impl AsTyped<'_> {
    /// The items of a value, as typed and as written; a value that is no list is one item.
    fn items(&self, value: &FieldValue) -> Vec<(String, String)> {
        match value {
            FieldValue::List(items) => {
                let shown = |item: &String| {
                    let is_inline = self.inline.iter().any(|(text, _)| text == item);
                    if is_inline {
                        token(item)
                    } else {
                        self.named(item)
                    }
                };
                items
                    .iter()
                    .map(|item| (shown(item), item.clone()))
                    .collect()
            }
            FieldValue::Line(line) => vec![(self.line(line), line.clone())],
            value => {
                let typed = typed(value, self.known.language);
                vec![(typed.clone(), typed)]
            }
        }
    }

    fn line(&self, line: &str) -> String {
        match self.shape {
            Shape::Choice(words) => match word_named(line, words, self.known.language) {
                Some(position) => words[position].word.en.to_owned(),
                None => line.to_owned(),
            },
            _ => self.named(line),
        }
    }

    /// The name of what a word names, where that is found again by it; else the word.
    fn named(&self, word: &str) -> String {
        let kinds = match self.shape {
            Shape::Many(kind) | Shape::ManyOrInline(kind) | Shape::One(kind) => vec![kind],
            Shape::Party | Shape::Parties => vec![Kind::Organisation, Kind::Person],
            _ => return word.to_owned(),
        };
        let found = |kind: &Kind| match self.known.find(*kind, word) {
            NameFound::One(record) => Some(self.known.word_for(record)),
            NameFound::Several(_) | NameFound::Nothing => None,
        };
        match kinds.iter().filter_map(found).collect::<Vec<&str>>()[..] {
            [name] => {
                // A name of a person and of an organisation is no name of either.
                let is_one = |kind: &&Kind| self.known.find(**kind, name) != NameFound::Nothing;
                if kinds.iter().filter(is_one).count() == 1 {
                    name.to_owned()
                } else {
                    word.to_owned()
                }
            }
            _ => word.to_owned(),
        }
    }

    fn group(&self, group: &FieldGroup, fields: &'static [Field]) -> Vec<Vec<String>> {
        let of = |field: &Field| {
            let part = group.0.iter().find(|(of, _)| of.name == field.name);
            let words = AsTyped {
                shape: field.shape,
                inline: &[],
                ..*self
            };
            let items = part.map(|(_, value)| words.items(value));
            let items = items.unwrap_or_default().into_iter();
            items.map(|(shown, _)| shown).collect()
        };
        fields.iter().map(of).collect()
    }
}

/// A value in a line, or as a text.
pub(in crate::desk) fn typed(value: &FieldValue, language: Language) -> String {
    match value {
        FieldValue::Line(text) => text.clone(),
        FieldValue::Markdown(text) => text.trim().to_owned(),
        FieldValue::List(items) => items.join("\n"),
        FieldValue::Date(date) => dates::in_numbers(*date, language),
        FieldValue::Time(time) => {
            let has_seconds = time.second() != 0;
            let pattern = if has_seconds { "%H:%M:%S" } else { "%H:%M" };
            time.strftime(pattern).to_string()
        }
        FieldValue::Integer(number) => number.to_string(),
        FieldValue::Number(number) => match language {
            Language::Nl => number.to_string().replace('.', ","),
            Language::En => number.to_string(),
        },
        FieldValue::Bool(true) => names::YES.to_owned(),
        FieldValue::Bool(false) => names::NO.to_owned(),
        FieldValue::Tile(column, row) => format!("{column}, {row}"),
        FieldValue::Groups(groups) => {
            let groups = groups.iter().map(|group| {
                let parts = group.0.iter();
                let parts: Vec<String> = parts.map(|(_, value)| typed(value, language)).collect();
                parts.join(" · ")
            });
            groups.collect::<Vec<_>>().join("\n")
        }
    }
}

impl FormField {
    /// Takes what came back for it. What the site said when the form was made travels with it; of a
    /// field that is new since then, that is what the site says now.
    pub(super) fn take(&mut self, posted: &Posted, is_gone: bool) {
        if self.is_unreadable && !is_gone {
            return;
        }
        let name = self.control.name.clone();
        let takes_site = posted.first(&names::choice(&name)) == Some(names::SITE);
        let mut was = posted
            .all(&names::was(&name))
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .into_iter();
        let Some(seen) = was.next().filter(|_| !takes_site || is_gone) else {
            return;
        };
        self.seen = seen;
        self.was = was.filter_map(|text| hash_and_part(&text)).collect();
        if posted.first(&names::choice(&name)) == Some(names::MINE) {
            let now = posted
                .all(&names::now(&name))
                .map(str::to_owned)
                .collect::<Vec<_>>();
            self.was = now.iter().filter_map(|text| hash_and_part(text)).collect();
            // It differs from what was shown, or there would be nothing to choose.
            self.seen.clear();
        }
        self.answer = answer(&self.control, posted);
        if posted.first(names::MORE) == Some(&name) {
            self.rooms = names::ROOMS;
        }
    }
}

/// `0123456789abcdef part`, as it travels with a form.
fn hash_and_part(text: &str) -> Option<(String, ValueHash)> {
    let (hash, part) = text.split_once(' ').unwrap_or((text, ""));
    Some((part.to_owned(), hash.parse().ok()?))
}

/// The answer to a question as it came back.
pub(super) fn answer(control: &Control, posted: &Posted) -> FilledIn {
    let name = names::value(&control.name);
    match control.asks {
        Asks::Codes => {
            let registers = names::part(&name, names::REGISTER);
            let codes = names::part(&name, names::CODE);
            let (registers, codes) = (
                posted.all(&registers).collect::<Vec<_>>(),
                posted.all(&codes).collect::<Vec<_>>(),
            );
            let pairs = registers.into_iter().zip(codes);
            FilledIn::Codes(
                pairs
                    .map(|(register, code)| (register.to_owned(), code.to_owned()))
                    .collect(),
            )
        }
        Asks::Groups(fields) => FilledIn::Groups(groups(&name, fields, posted)),
        Asks::List(_) => {
            let lines = posted.all(&name).flat_map(str::lines);
            FilledIn::Words(said(lines))
        }
        Asks::Line(LineOf::Words) | Asks::Text => FilledIn::Words(
            posted
                .first(&name)
                .filter(|text| !text.trim().is_empty())
                .map(ToOwned::to_owned)
                .into_iter()
                .collect(),
        ),
        Asks::Line(_) | Asks::Truth | Asks::Choice(_) => {
            FilledIn::Words(said(posted.first(&name).into_iter()))
        }
    }
}

fn said<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let lines = lines.map(str::trim);
    let said = lines.filter(|line| !line.is_empty());
    said.map(ToOwned::to_owned).collect()
}

/// The groups that came back, empty ones too.
fn groups(name: &str, fields: &'static [Field], posted: &Posted) -> Vec<Vec<Vec<String>>> {
    let mut by_name: HashMap<&str, Vec<&str>> = HashMap::new();
    for (of, value) in posted.pairs() {
        if of.starts_with(name) {
            by_name.entry(of).or_default().push(value);
        }
    }
    let group = |number: usize| {
        let of = |field: &Field| {
            let name = names::in_group(name, number, field.name.en);
            by_name.get(name.as_str()).cloned()
        };
        let all: Vec<Option<Vec<&str>>> = fields.iter().map(of).collect();
        all.iter().any(Option::is_some).then(|| {
            let words = all.into_iter().map(Option::unwrap_or_default);
            words.map(|words| said(words.into_iter())).collect()
        })
    };
    (0..2 * MOST_GROUPS).map_while(group).collect()
}
