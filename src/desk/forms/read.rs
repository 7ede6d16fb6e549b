//! Reads what was filled in, as the cells of a table are read; texts are taken as they are.

use std::collections::{HashMap, HashSet};

use super::control::{Asks, LineOf};
use super::field::{FilledIn, FormField};
use super::names;
use crate::diagnostic::{Diagnostic, printed};
use crate::edit::proposal::FieldBase;
use crate::intake::rows::{Known, part_typed, text_typed, value_typed};
use crate::schema::choices::AllowedWord;
use crate::schema::wanted::{FieldGroup, FieldKey, FieldValue};
use crate::schema::{Field, Kind};
use crate::source::Sources;
use crate::words::{Language, forms};

/// The most mistakes that are told of a list.
const MOST_WRONG: usize = 20;

/// What a field is to hold, and what it held.
pub(in crate::desk) type ReadAnswer = (FieldKey, Option<FieldValue>, FieldBase);

/// What is read of one answer, or what is wrong with it.
type ReadOr<T> = Result<T, Vec<String>>;

/// Reads the answers of a form.
pub(in crate::desk) struct FieldReader<'a> {
    pub(in crate::desk) kind: Kind,
    pub(in crate::desk) known: &'a Known,
}

impl FieldReader<'_> {
    fn language(&self) -> Language {
        self.known.language
    }

    /// What a field is to hold. A field of codes gives one for each register.
    ///
    /// # Errors
    /// When the answer cannot be read: what is wrong, in words.
    pub(in crate::desk) fn answers(&self, field: &FormField) -> ReadOr<Vec<ReadAnswer>> {
        let base = |part: &str| {
            let was = field.was.iter().find(|(of, _)| of == part);
            FieldBase::Was(was.map(|(_, hash)| *hash))
        };
        let own_part = field.control.key.part.as_deref().unwrap_or_default();
        let whole = |value| vec![(field.control.key.clone(), value, base(own_part))];
        match &field.answer {
            FilledIn::Words(words) => self.words(field, words).map(whole),
            FilledIn::Groups(groups) => self.groups(field, groups).map(whole),
            FilledIn::Codes(codes) => {
                let codes = self.codes(field, codes)?;
                let gone = field
                    .was
                    .iter()
                    .filter(|(part, _)| codes.iter().all(|(register, _)| register != part));
                let key = |part: &str| FieldKey {
                    part: Some(part.into()),
                    ..field.control.key.clone()
                };
                let gone = gone.map(|(part, _)| (key(part), None, base(part)));
                let held = codes
                    .iter()
                    .map(|(part, value)| (key(part), Some(value.clone()), base(part)));
                Ok(gone.chain(held).collect())
            }
        }
    }

    fn words(&self, field: &FormField, words: &[String]) -> ReadOr<Option<FieldValue>> {
        let control = &field.control;
        let Some(first) = words.first() else {
            return Ok(None);
        };
        match control.asks {
            Asks::List(_) => self.list(field, words),
            Asks::Text => self.said(text_typed(first)),
            _ => {
                let same = field.items.iter().find(|(shown, _)| shown == first);
                if let (Some((_, written)), Asks::Line(LineOf::Party | LineOf::Record(_))) =
                    (same, control.asks)
                {
                    return Ok(Some(FieldValue::Line(written.clone())));
                }
                self.one(control.field, control.asks, &control.key, first)
            }
        }
    }

    /// A value that is no list and no text.
    fn one(
        &self,
        field: &'static Field,
        asks: Asks,
        key: &FieldKey,
        words: &str,
    ) -> ReadOr<Option<FieldValue>> {
        let language = self.language();
        match asks {
            Asks::Truth => return Ok(Some(FieldValue::Bool(words == names::YES))),
            Asks::Choice(allowed) => {
                if let Some(chosen) = choice(allowed, words, language) {
                    return Ok(Some(chosen));
                }
            }
            Asks::Line(LineOf::Tile) => {
                let wrong = || vec![forms::TILE_WRONG.get(language).to_owned()];
                return tile(words).map(Some).ok_or_else(wrong);
            }
            Asks::Line(LineOf::NumberOrWords) => {
                if let Some(number) = number(words) {
                    return Ok(Some(number));
                }
            }
            _ => {}
        }
        let read = if key.part.is_some() || key.field(self.kind).shape != field.shape {
            let header = forms::label(field.name.get(language));
            part_typed(words, self.kind, field, &header, self.known)
        } else {
            value_typed(words, self.kind, key, self.known)
        };
        let value = self.said(read)?;
        // In a form a stroke is a stroke.
        let is_words = matches!(asks, Asks::Line(LineOf::Words | LineOf::NumberOrWords));
        Ok(value.or_else(|| is_words.then(|| FieldValue::Line(words.trim().to_owned()))))
    }

    fn list(&self, field: &FormField, lines: &[String]) -> ReadOr<Option<FieldValue>> {
        let (mut items, mut wrong) = (Vec::new(), Vec::new());
        let there = field.items.iter();
        let there: HashMap<&String, &String> =
            there.map(|(shown, written)| (shown, written)).collect();
        for line in lines {
            // For each name that nobody has, all names are looked at.
            if wrong.len() == MOST_WRONG {
                break;
            }
            if let Some(written) = there.get(line) {
                items.push((*written).clone());
            } else if line.starts_with('{') {
                wrong.push(forms::LIST_CHANGED.get(self.language()).to_owned());
            } else if field.control.asks == Asks::List(&[]) {
                items.push(line.clone());
            } else {
                match self.said(value_typed(line, self.kind, &field.control.key, self.known)) {
                    Ok(Some(FieldValue::List(named))) => items.extend(named),
                    Ok(_) => {}
                    Err(said) => wrong.extend(said),
                }
            }
        }
        let mut seen = HashSet::new();
        items.retain(|item| seen.insert(item.clone()));
        if wrong.is_empty() {
            Ok((!items.is_empty()).then_some(FieldValue::List(items)))
        } else {
            Err(wrong)
        }
    }

    fn groups(&self, field: &FormField, groups: &[Vec<Vec<String>>]) -> ReadOr<Option<FieldValue>> {
        let Asks::Groups(fields) = field.control.asks else {
            return Ok(None);
        };
        let (mut read, mut wrong) = (Vec::new(), Vec::new());
        for group in groups {
            if group.iter().all(Vec::is_empty) {
                continue;
            }
            let mut held = Vec::new();
            for (inner, words) in fields.iter().zip(group) {
                let label = forms::label(inner.name.get(self.language()));
                let asks = Asks::of(inner.shape);
                match (words.first(), asks) {
                    (Some(word), Some(asks)) => {
                        match self.one(inner, asks, &field.control.key, word) {
                            Ok(value) => held.extend(value.map(|value| (inner, value))),
                            Err(said) => wrong
                                .extend(said.into_iter().map(|said| format!("{label}: {said}"))),
                        }
                    }
                    _ if inner.required => {
                        let said = forms::inner_missing(&label);
                        wrong.push(said.get(self.language()).to_owned());
                    }
                    _ => {}
                }
            }
            read.push(FieldGroup(held));
        }
        read.extend(field.rest.iter().cloned());
        if wrong.is_empty() {
            Ok((!read.is_empty()).then_some(FieldValue::Groups(read)))
        } else {
            Err(wrong)
        }
    }

    fn codes(
        &self,
        field: &FormField,
        codes: &[(String, String)],
    ) -> ReadOr<Vec<(String, FieldValue)>> {
        let language = self.language();
        let mut read: Vec<(String, FieldValue)> = Vec::new();
        let mut wrong = Vec::new();
        for (register, code) in codes {
            let (register, code) = (register.trim(), code.trim());
            if code.is_empty() {
                continue;
            }
            if register.is_empty() {
                wrong.push(forms::CODE_WITHOUT_REGISTER.get(language).to_owned());
            } else if read.iter().any(|(there, _)| there == register) {
                wrong.push(forms::REGISTER_TWICE.get(language).to_owned());
            } else {
                let key = FieldKey {
                    part: Some(register.into()),
                    ..field.control.key.clone()
                };
                match self.said(value_typed(code, self.kind, &key, self.known)) {
                    Ok(value) => read.extend(value.map(|value| (register.to_owned(), value))),
                    Err(said) => wrong.extend(said),
                }
            }
        }
        if wrong.is_empty() {
            Ok(read)
        } else {
            Err(wrong)
        }
    }

    fn said<T>(&self, read: Result<T, Vec<Diagnostic>>) -> ReadOr<T> {
        let words = |wrong: &Diagnostic| as_sentence(wrong, &Sources::default(), self.language());
        read.map_err(|wrong| wrong.iter().map(words).collect())
    }
}

/// The most sentences that are said of a change that would make the site wrong.
const MOST_SENTENCES: usize = 50;

/// What is wrong with a change, in sentences, as far as somebody reads on.
pub(in crate::desk) fn as_sentences(
    found: &[Diagnostic],
    sources: &Sources,
    language: Language,
) -> Vec<String> {
    let found = found.iter().take(MOST_SENTENCES);
    found
        .map(|found| as_sentence(found, sources, language))
        .collect()
}

/// What is wrong, and the way out, as it stands in a form.
pub(in crate::desk) fn as_sentence(
    wrong: &Diagnostic,
    sources: &Sources,
    language: Language,
) -> String {
    let printed = printed(wrong, sources, language);
    let meant = printed.suggestion.map(|word| {
        let said = forms::meant(&format!("‘{word}’"));
        said.get(language).to_owned()
    });
    let way = meant.or(printed.help);
    let said = match way {
        Some(way) => format!("{}: {way}", printed.message),
        None => printed.message,
    };
    quoted(&said)
}

/// A message without the signs of a terminal: `words` stand in quotes.
fn quoted(message: &str) -> String {
    let mut quotes = ["‘", "’"].into_iter().cycle();
    let mut parts = message.split('`');
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        said.push_str(quotes.next().unwrap_or_default());
        said.push_str(part);
    }
    said
}

pub(super) fn choice(
    allowed: &'static [AllowedWord],
    word: &str,
    language: Language,
) -> Option<FieldValue> {
    let chosen = allowed.iter().find(|allowed| allowed.word.en == word)?;
    Some(FieldValue::Line(chosen.word.get(language).to_owned()))
}

fn tile(words: &str) -> Option<FieldValue> {
    let numbers = words.split([',', ';', ' ']).filter(|part| !part.is_empty());
    let numbers: Option<Vec<u16>> = numbers
        .map(|part| part.parse().ok().filter(|number| *number < 100))
        .collect();
    match numbers?[..] {
        [column, row] => Some(FieldValue::Tile(column, row)),
        _ => None,
    }
}

/// A number that is written as one: `87`, `52,5`.
fn number(words: &str) -> Option<FieldValue> {
    let plain = words.trim();
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // What begins with a nought is a code, not a count.
    let is_code = digits.len() > 1
        && digits.starts_with('0')
        && !digits.starts_with("0,")
        && !digits.starts_with("0.");
    if is_code {
        return None;
    }
    if is_digits(digits) {
        return plain.parse().ok().map(FieldValue::Integer);
    }
    let (whole, fraction) = digits.split_once([',', '.'])?;
    // `1.240` may be a thousand.
    if !is_digits(whole) || !is_digits(fraction) || fraction.len() == 3 {
        return None;
    }
    plain.replace(',', ".").parse().ok().map(FieldValue::Number)
}
