//! What a column is, by the word at its head: a field of a kind, the kind or the id of each row, or
//! nothing that is taken.

use std::sync::Arc;

use super::choices::TableChoices;
use super::result::FieldKey;
use super::value::fits_in_cell;
use super::words::{column_word, line};
use crate::diagnostic::column_letters;
use crate::schema::choices::{AllowedWord, Choice as _};
use crate::schema::columns::{
    ID_COLUMN, KIND_COLUMN, Likeness, NEVER_TAKEN, ROW_NUMBERS, chosen, field_named, is_one_of,
    register_named,
};
use crate::schema::{Field, KindSchema, Shape, key};
use crate::words::Language;

/// A column with what stands at its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeadedColumn {
    /// Its position, from 0.
    pub(super) column: u32,
    /// What stands at its head; its letters where nothing does.
    pub(super) header: Arc<str>,
    /// The word of the head; none where nothing stands there.
    pub(super) word: Option<String>,
    /// Whether people do not see it.
    pub(super) hidden: bool,
    /// Whether no row has more in it than a number: then it may only count them.
    pub(super) is_numbers: bool,
    /// What the user says of it.
    pub(super) chosen: Option<ColumnSaid>,
    /// Which of the user's choices says so.
    pub(super) choice: Option<usize>,
}

/// What the user says of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ColumnSaid {
    /// It is left out.
    NotTaken,
    /// It is the field with this key.
    Field(String),
}

/// What a column is for rows of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ColumnMeaning {
    /// The id of the row's record.
    Id,
    /// The kind of the row.
    Kind,
    /// A field, and how surely.
    Field(FieldKey, Likeness),
    /// A count of the rows.
    Count,
    /// Nothing that is taken.
    Nothing,
}

impl HeadedColumn {
    pub(super) fn new(
        column: u32,
        header: &str,
        hidden: bool,
        is_numbers: bool,
        choices: &TableChoices,
    ) -> Self {
        let header = line(header);
        let letters = column_letters(column);
        let word = (!header.is_empty()).then(|| column_word(&header));
        let is_this = |written: &str| match &word {
            Some(word) => {
                let written_word = column_word(written);
                written_word.to_lowercase() == word.to_lowercase() || line(written) == header
            }
            None => written == letters,
        };
        let choice = choices
            .columns
            .iter()
            .position(|choice| is_this(&choice.column));
        Self {
            column,
            header: if header.is_empty() {
                letters.as_str().into()
            } else {
                header.as_str().into()
            },
            word,
            hidden,
            is_numbers,
            chosen: choice.map(|choice| match &choices.columns[choice].field {
                Some(field) => ColumnSaid::Field(field.clone()),
                None => ColumnSaid::NotTaken,
            }),
            choice,
        }
    }

    /// The word that says what the column is: the user's, else that of its head.
    pub(super) fn said(&self) -> Option<&str> {
        match &self.chosen {
            Some(ColumnSaid::Field(field)) => Some(field),
            Some(ColumnSaid::NotTaken) => None,
            None => self.word.as_deref(),
        }
    }

    /// Whether it says of each row of which kind it is, on a sheet whose rows are not all of one kind
    /// with a field of that name.
    pub(super) fn is_kind(&self, fixed: Option<&KindSchema>) -> bool {
        let Some(said) = self.said() else {
            return false;
        };
        let is_field = |schema: &KindSchema| field_named(said, schema.fields).is_some();
        is_one_of(KIND_COLUMN, said) && !fixed.is_some_and(is_field)
    }

    /// What it is for rows of a kind.
    pub(super) fn meaning(&self, schema: &'static KindSchema, is_kind: bool) -> ColumnMeaning {
        let Some(said) = self.said() else {
            return ColumnMeaning::Nothing;
        };
        let is_chosen = self.chosen.is_some();
        if is_one_of(ID_COLUMN, said) {
            return ColumnMeaning::Id;
        }
        if is_kind {
            return ColumnMeaning::Kind;
        }
        if !is_chosen && (self.hidden || is_one_of(NEVER_TAKEN, said)) {
            return ColumnMeaning::Nothing;
        }
        match field_of(said, schema) {
            // Numbers below `id` are those of a list, and no addresses.
            Some((found, _)) if found.field(schema.kind).name.en == key::ID && !is_chosen => {
                if self.is_numbers {
                    ColumnMeaning::Count
                } else {
                    ColumnMeaning::Id
                }
            }
            Some((found, Likeness::Same)) => ColumnMeaning::Field(found, Likeness::Same),
            _ if is_one_of(ROW_NUMBERS, said) => ColumnMeaning::Count,
            Some((found, Likeness::Near)) => ColumnMeaning::Field(found, Likeness::Near),
            None => ColumnMeaning::Nothing,
        }
    }
}

/// The field of a kind that a word names: its own word or another one, `titel_en` or `Titel (Engels)`
/// for a translation, `codes.kvk` for a part, `KVK-nummer` for a register.
pub(super) fn field_of(said: &str, schema: &'static KindSchema) -> Option<(FieldKey, Likeness)> {
    let fits = |position: usize| fits_in_cell(schema.fields[position].shape);
    let whole = field_named(said, schema.fields).filter(|(position, _)| fits(*position));
    let whole = whole.filter(|(position, _)| schema.fields[*position].shape != Shape::Codes);
    if let Some((position, Likeness::Same)) = whole {
        return Some((FieldKey::whole(position), Likeness::Same));
    }
    register(said, schema)
        .or_else(|| part(said, schema))
        .or_else(|| translation(said, schema))
        .map(|found| (found, Likeness::Same))
        .or_else(|| whole.map(|(position, likeness)| (FieldKey::whole(position), likeness)))
}

fn register(said: &str, schema: &'static KindSchema) -> Option<FieldKey> {
    let register = register_named(said)?;
    let codes = |field: &Field| field.shape == Shape::Codes;
    Some(FieldKey {
        position: schema.fields.iter().position(codes)?,
        part: Some(register.name.word.nl.into()),
        translation: None,
    })
}

/// A part of a group of fields: `plaats.stad`, `codes.cbs`.
fn part(said: &str, schema: &'static KindSchema) -> Option<FieldKey> {
    let (group, part) = said.split_once('.')?;
    let (position, _) = field_named(group, schema.fields)?;
    let part: Arc<str> = match schema.fields[position].shape {
        Shape::Table(fields) => match field_named(part, fields)? {
            (part, Likeness::Same) => fields[part].name.nl.into(),
            (_, Likeness::Near) => return None,
        },
        Shape::Codes => {
            let is_key =
                |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
            let part = part.trim().to_lowercase();
            let is_part = !part.is_empty() && part.chars().all(is_key);
            is_part.then(|| part.into())?
        }
        _ => return None,
    };
    Some(FieldKey {
        position,
        part: Some(part),
        translation: None,
    })
}

fn translation(said: &str, schema: &'static KindSchema) -> Option<FieldKey> {
    let (name, language) = said.rsplit_once(['_', ' '])?;
    let words: &[AllowedWord] = Language::WORDS;
    let language = Language::ALL[chosen(language.trim_matches(['(', ')']), words)?];
    let (position, likeness) = field_named(name, schema.fields)?;
    let fits = likeness == Likeness::Same && schema.fields[position].translatable;
    fits.then_some(FieldKey {
        position,
        part: None,
        translation: Some(language),
    })
}
