//! What cells choose from: the site's own records, the words of a field. They stand on a sheet that
//! nobody sees, each once.

use crate::intake::rows::Known;
use crate::schema::choices::{AllowedWord, TRUTH};
use crate::schema::{Field, Kind, Shape};
use crate::words::Language;

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListOf {
    Records(Kind),
    Parties,
    Words(&'static [AllowedWord]),
}

/// A list.
pub(super) struct ChoiceList {
    of: ListOf,
    /// What stands above it.
    pub(super) head: String,
    pub(super) choices: Vec<String>,
}

/// All lists of a workbook.
#[derive(Default)]
pub(super) struct ChoiceLists(pub(super) Vec<ChoiceList>);

/// What a cell may hold besides the choices of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Besides {
    /// Nothing.
    Nothing,
    /// Several of them: whoever types something else is asked whether it is meant.
    Several,
    /// Any words.
    Words,
}

impl Besides {
    pub(super) fn of(shape: Shape) -> Self {
        match shape {
            Shape::Many(_) | Shape::ManyOrInline(_) => Self::Several,
            Shape::Party | Shape::Parties => Self::Words,
            _ => Self::Nothing,
        }
    }
}

impl ChoiceLists {
    /// The position of the list that a field's cells choose from; none where there is nothing to
    /// choose.
    pub(super) fn of(&mut self, field: &Field, known: &Known) -> Option<usize> {
        let of = match field.shape {
            Shape::One(kind) | Shape::Many(kind) | Shape::ManyOrInline(kind) => {
                ListOf::Records(kind)
            }
            Shape::Party | Shape::Parties => ListOf::Parties,
            Shape::Choice(words) => ListOf::Words(words),
            Shape::Bool => ListOf::Words(TRUTH),
            _ => return None,
        };
        if let Some(position) = self.0.iter().position(|list| list.of == of) {
            return Some(position);
        }
        let choices = choices(of, known);
        if choices.is_empty() {
            return None;
        }
        let head = match of {
            ListOf::Records(kind) => kind.schema().folder.get(known.language),
            ListOf::Parties | ListOf::Words(_) => field.name.get(known.language),
        };
        self.0.push(ChoiceList {
            of,
            head: head.to_owned(),
            choices,
        });
        Some(self.0.len() - 1)
    }
}

fn choices(of: ListOf, known: &Known) -> Vec<String> {
    let records = |kind| known.records(kind).map(|record| known.word_for(record));
    match of {
        ListOf::Records(kind) => records(kind).map(ToOwned::to_owned).collect(),
        ListOf::Parties => records(Kind::Organisation)
            .chain(records(Kind::Person))
            .map(ToOwned::to_owned)
            .collect(),
        ListOf::Words(words) => in_words(words, known.language),
    }
}

fn in_words(words: &[AllowedWord], language: Language) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in words {
        let word = word.word.get(language);
        if !all.iter().any(|own| own == word) {
            all.push(word.to_owned());
        }
    }
    all
}
