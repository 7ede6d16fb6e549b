//! [`SettingsForm`]: settings as they are asked for, with what is filled in and what is wrong. It is made
//! of the table of settings alone, as forms of records are made of the schema.

use super::control::{Asks, Control, LineOf, controls_of};
use super::field::{FilledIn, FormField};
use super::filled::{answer, typed};
use super::names;
use super::read::{as_sentence, choice};
use crate::config::SETTINGS;
use crate::desk::Posted;
use crate::diagnostic::{Diagnostic, Place};
use crate::edit::{SettingKey, WantedSetting, WrittenSettings};
use crate::intake::rows::{Known, part_typed};
use crate::schema::value::{Fields, Value};
use crate::schema::wanted::FieldValue;
use crate::schema::{Field, Kind, Shape};
use crate::source::{Sources, Span};
use crate::words::{Language, forms};

/// Which settings a form is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desk) enum SettingsOf<'a> {
    /// All but groups that have names of their own.
    Report,
    /// A group with a name of its own; nothing is called so yet where that is not known.
    Group {
        /// The position of the setting.
        position: usize,
        /// The name of the group.
        name: Option<&'a str>,
    },
}

/// Settings as a form asks for them.
#[derive(Debug)]
pub(in crate::desk) struct SettingsForm<'a> {
    pub(in crate::desk) of: SettingsOf<'a>,
    /// Its questions, in the order of the table.
    pub(in crate::desk) fields: Vec<FormField>,
    /// What is wrong with it as a whole.
    pub(in crate::desk) wrong: Vec<String>,
    /// Whether more room was asked for, and nothing is to be saved.
    pub(in crate::desk) wants_room: bool,
    language: Language,
}

impl SettingsOf<'_> {
    /// The fields of the form.
    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Report => SETTINGS,
            Self::Group { position, .. } => match SETTINGS[position].shape {
                Shape::Named(parts) => parts,
                _ => &[],
            },
        }
    }

    /// What stands in the file for a field.
    fn key(self, control: &Control) -> SettingKey {
        let part = |whole: &Field| {
            let Shape::Table(parts) = whole.shape else {
                return None;
            };
            parts
                .iter()
                .position(|part| part.name == control.field.name)
        };
        match self {
            Self::Report => SettingKey {
                position: control.key.position,
                group: None,
                part: control
                    .key
                    .part
                    .as_ref()
                    .and_then(|_| part(&SETTINGS[control.key.position])),
                is_translation: control.key.translation.is_some(),
            },
            Self::Group { position, name } => SettingKey {
                position,
                group: Some(name.unwrap_or_default().to_owned()),
                part: Some(control.key.position),
                is_translation: false,
            },
        }
    }
}

/// Whether a shape is asked for among settings; what is not, is changed in the file.
pub(super) fn is_asked(control: &Control) -> bool {
    match control.asks {
        Asks::Line(line) => matches!(
            line,
            LineOf::Words
                | LineOf::Id
                | LineOf::Url
                | LineOf::Date
                | LineOf::Integer
                | LineOf::Number
        ),
        Asks::Truth | Asks::Choice(_) | Asks::List(&[]) => true,
        Asks::Text | Asks::List(_) | Asks::Codes | Asks::Groups(_) => false,
    }
}

impl<'a> SettingsForm<'a> {
    /// The form of what stands in the file.
    pub(in crate::desk) fn of(
        of: SettingsOf<'a>,
        written: WrittenSettings<'_>,
        is_translated: bool,
    ) -> Self {
        let language = written.language;
        let controls = controls_of(of.fields(), language, is_translated);
        let fields = controls.into_iter().filter(is_asked).map(|control| {
            let key = of.key(&control);
            let (group, position) = match key.part {
                Some(part) => (written.group(key.position, key.group.as_deref()), part),
                None => (Some(written.fields), key.position),
            };
            let broken = |fields: &Fields| fields.unreadable.contains(&position);
            let is_unreadable = group.is_some_and(broken)
                || key.group.is_none() && written.fields.unreadable.contains(&key.position);
            let held = group.and_then(|group| held(group, position, key.is_translation));
            field(control, held, language, is_unreadable)
        });
        Self {
            of,
            fields: fields.collect(),
            wrong: Vec::new(),
            wants_room: false,
            language,
        }
    }

    /// Takes what came back; gives what is wanted of it. What somebody else changed meanwhile stays,
    /// and is asked about where both did.
    pub(in crate::desk) fn take(&mut self, posted: &Posted, known: &Known) -> Vec<WantedSetting> {
        self.wants_room = posted.has(names::MORE);
        let mut wanted = Vec::new();
        let (of, language) = (self.of, self.language);
        for field in &mut self.fields {
            if field.is_unreadable || !take(field, posted, language) {
                continue;
            }
            match read(field, known) {
                Ok(None) if field.control.is_required() => {
                    field.wrong.push(forms::EMPTY.get(language).to_owned());
                }
                Ok(value) => wanted.push((of.key(&field.control), value)),
                Err(wrong) => field.wrong.extend(wrong),
            }
        }
        wanted
    }

    /// Asks for what a group that is begun cannot do without.
    pub(in crate::desk) fn must_be_whole(&mut self) {
        for field in &mut self.fields {
            if field.control.field.required && field.answer.is_empty() && field.wrong.is_empty() {
                field.wrong.push(forms::EMPTY.get(self.language).to_owned());
            }
        }
    }

    /// Whether anything is wrong.
    pub(in crate::desk) fn is_wrong(&self) -> bool {
        let is_wrong = |field: &FormField| !field.wrong.is_empty() || field.conflict.is_some();
        !self.wrong.is_empty() || self.fields.iter().any(is_wrong)
    }

    /// Puts what a check says at its questions. `written` are the settings as they would be.
    pub(in crate::desk) fn refused(
        &mut self,
        found: &[Diagnostic],
        sources: &Sources,
        written: &WrittenSettings<'_>,
    ) {
        for diagnostic in found {
            let sentence = as_sentence(diagnostic, sources, self.language);
            let at = match diagnostic.place {
                Place::Text(span) if span.file == written.file => Some(span),
                _ => None,
            };
            let of = self.of;
            let field = at.and_then(|span| {
                let named = diagnostic.arguments.iter().find(|(name, _)| *name == "key");
                let named = named.map(|(_, name)| name.get(self.language));
                let mut fields = self.fields.iter_mut();
                fields.find(|field| is_about(of, field, written, span, named))
            });
            match field {
                Some(field) => field.wrong.push(sentence),
                None => self.wrong.push(sentence),
            }
        }
    }
}

/// Whether a place in the file is that of a field; or of its group, of which a field is named.
fn is_about(
    of: SettingsOf<'_>,
    field: &FormField,
    written: &WrittenSettings<'_>,
    span: Span,
    named: Option<&str>,
) -> bool {
    let key = of.key(&field.control);
    let group = match key.part {
        Some(_) => written.group(key.position, key.group.as_deref()),
        None => Some(written.fields),
    };
    let Some(group) = group else { return false };
    let position = key.part.unwrap_or(key.position);
    let holds = |span: Span| {
        let mut entries = group.entries.iter();
        entries.any(|entry| {
            let to = entry.value.span.range().end.max(entry.key.range().end);
            entry.field == position
                && entry.translation == key.is_translation
                && (entry.key.range().start..to).contains(&span.range().start)
        })
    };
    let own = field.control.field.name;
    let is_named = |word: &str| [own.nl, own.en].contains(&word);
    if group.unreadable.contains(&position) {
        let text = &written.sources.file(span.file).text;
        let key = key_before(text, span.range().start);
        let mut also = [field.control.field.also.nl, field.control.field.also.en].into_iter();
        return is_named(key) || also.any(|also| also.split(' ').any(|word| word == key));
    }
    let is_missing = !group.has(own.en) && !key.is_translation;
    holds(span) || is_missing && named.is_some_and(is_named)
}

/// The key of the value in which a byte of a line is.
fn key_before(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let part = text[start..at].rsplit(['{', ',']).next();
    let key = part.and_then(|part| part.split('=').next());
    let key = key.unwrap_or_default().trim();
    key.rsplit('.').next().unwrap_or_default()
}

/// What stands in the file for a field.
fn held(fields: &Fields, position: usize, is_translation: bool) -> Option<FieldValue> {
    let mut entries = fields.entries.iter();
    let entry =
        entries.find(|entry| entry.field == position && entry.translation == is_translation)?;
    Some(match &entry.value.value {
        Value::Line(line) => FieldValue::Line(line.clone()),
        Value::Id(id) => FieldValue::Line(id.to_string()),
        Value::Date(date) => FieldValue::Date(*date),
        Value::Integer(number) => FieldValue::Integer(*number),
        Value::Number(number) => FieldValue::Number(*number),
        Value::Bool(truth) => FieldValue::Bool(*truth),
        Value::Lines(lines) => {
            FieldValue::List(lines.iter().map(|line| line.value.clone()).collect())
        }
        Value::Choice(chosen) => match fields.schema[position].shape {
            Shape::Choice(words) => FieldValue::Line(words[*chosen].word.en.to_owned()),
            _ => return None,
        },
        other => unreachable!("no setting of this shape is asked for: {other:?}"),
    })
}

/// A question with what stands in the file.
fn field(
    control: Control,
    held: Option<FieldValue>,
    language: Language,
    is_unreadable: bool,
) -> FormField {
    let answer = match held {
        None => FilledIn::nothing(control.asks),
        Some(FieldValue::List(items)) => FilledIn::Words(items),
        Some(value) => FilledIn::Words(vec![typed(&value, language)]),
    };
    FormField {
        seen: answer.hash(),
        answer,
        was: Vec::new(),
        items: Vec::new(),
        inline: Vec::new(),
        rest: Vec::new(),
        wrong: Vec::new(),
        offers: Vec::new(),
        conflict: None,
        rooms: 0,
        is_unreadable,
        control,
    }
}

/// Takes what came back for a question; gives whether it is to change.
fn take(field: &mut FormField, posted: &Posted, language: Language) -> bool {
    let name = field.control.name.clone();
    let Some(began) = posted.first(&names::was(&name)) else {
        return false;
    };
    let chosen = posted.first(&names::choice(&name));
    if posted.first(names::MORE) == Some(&name) {
        field.rooms = names::ROOMS;
    }
    let answered = answer(&field.control, posted);
    if chosen == Some(names::SITE) || answered.hash() == began && chosen != Some(names::MINE) {
        return false;
    }
    let now = field.seen.clone();
    let is_agreed = chosen == Some(names::MINE) && posted.first(&names::now(&name)) == Some(&now);
    let stands = std::mem::replace(&mut field.answer, answered);
    if field.answer.hash() == now {
        return false;
    }
    if began != now && !is_agreed {
        let stands = stands.words().join("\n");
        let stands = if stands.is_empty() {
            forms::STANDS_NOTHING.get(language).to_owned()
        } else {
            stands
        };
        let hash = now.parse().map(|hash| (String::new(), hash));
        field.conflict = Some((stands, hash.into_iter().collect()));
        began.clone_into(&mut field.seen);
        return false;
    }
    true
}

/// What a setting is to hold.
fn read(field: &FormField, known: &Known) -> Result<Option<FieldValue>, Vec<String>> {
    let language = known.language;
    let words = field.answer.words();
    let Some(first) = words.first() else {
        return Ok(None);
    };
    match field.control.asks {
        Asks::Truth => Ok(Some(FieldValue::Bool(first == names::YES))),
        Asks::Choice(allowed) => Ok(choice(allowed, first, language)),
        Asks::List(_) => Ok(Some(FieldValue::List(words.to_vec()))),
        Asks::Line(LineOf::Words | LineOf::Id | LineOf::Url) => {
            Ok(Some(FieldValue::Line(first.trim().to_owned())))
        }
        _ => {
            let label = forms::label(field.control.field.name.get(language));
            // A kind is asked for what names records, and no setting does.
            let read = part_typed(first, Kind::Event, field.control.field, &label, known);
            let said = |wrong: &Diagnostic| as_sentence(wrong, &Sources::default(), language);
            read.map_err(|wrong| wrong.iter().map(said).collect())
        }
    }
}
