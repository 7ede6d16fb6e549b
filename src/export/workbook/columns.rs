//! Which columns a sheet of a kind has, and what stands at their heads.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::edit::proposal::{HeldRecord, title_field};
use crate::intake::rows::{field_headed, fits_in_cell};
use crate::schema::columns::{CODE_REGISTERS, register_named};
use crate::schema::wanted::FieldKey;
use crate::schema::{Field, Kind, Shape, key};
use crate::words::Language;
use crate::words::{exporting, importing, phrases};

/// Fields that have a column only where some record has them.
const SELDOM: [&str; 5] = [
    key::DRAFT,
    key::ALIASES,
    key::FORMER_NAMES,
    key::UNTIL,
    key::SUCCESSOR,
];

/// The fields of a kind that have a column, with what stands at its head: what records are called
/// first, the others in the order of the schema. The id is none of them.
pub(super) fn heads(
    kind: Kind,
    records: &[HeldRecord],
    language: Language,
) -> Vec<(FieldKey, String)> {
    let used: BTreeSet<&FieldKey> = records
        .iter()
        .flat_map(|record| record.fields.iter().map(|field| &field.key))
        .collect();
    let schema = kind.schema();
    let title = title_field(schema);
    let others = (0..schema.fields.len()).filter(|position| Some(*position) != title);
    title
        .into_iter()
        .chain(others)
        .flat_map(|position| keys_of(kind, position, &used))
        .filter_map(|key| {
            let said = head(kind, &key, language)?;
            Some((key, said))
        })
        .collect()
}

/// The columns of one field.
fn keys_of(kind: Kind, position: usize, used: &BTreeSet<&FieldKey>) -> Vec<FieldKey> {
    let field = &kind.schema().fields[position];
    if !fits_in_cell(field.shape) || field.name.en == key::ID {
        return Vec::new();
    }
    let of_field = || used.iter().filter(|key| key.position == position);
    if field.shape == Shape::Codes {
        let usual = CODE_REGISTERS
            .iter()
            .take(2)
            .map(|register| Arc::from(register.name.word.nl));
        let usual = usual.filter(|_| kind == Kind::Organisation);
        let parts = of_field().filter_map(|key| key.part.clone());
        let parts: BTreeSet<Arc<str>> = usual.chain(parts).collect();
        return parts
            .into_iter()
            .map(|part| FieldKey {
                part: Some(part),
                ..FieldKey::whole(position)
            })
            .collect();
    }
    let whole = FieldKey::whole(position);
    let is_shown = used.contains(&whole) || !SELDOM.contains(&field.name.en);
    let translations = of_field().filter(|key| key.translation.is_some());
    is_shown
        .then_some(whole)
        .into_iter()
        .chain(translations.map(|key| (*key).clone()))
        .collect()
}

/// What stands at the head of a column, so that it is read as its field; none where nothing does.
fn head(kind: Kind, key: &FieldKey, language: Language) -> Option<String> {
    let field = key.field(kind);
    let word = capitalised(&field.name.get(language).replace('_', " "));
    let shown = match (&key.part, key.translation) {
        (Some(part), _) => register_named(part).map(|_| part.to_uppercase()),
        (None, Some(translation)) => {
            let tongue = exporting::TONGUES[translation as usize];
            Some(format!("{word} {}", tongue.get(language)))
        }
        (None, None) => Some(word),
    };
    let plain = key.written(kind, language);
    let heads = shown.into_iter().chain([plain]);
    heads
        .into_iter()
        .find(|head| field_headed(head, kind).as_ref() == Some(key))
}

/// What a sheet of a kind is called.
pub(super) fn sheet_name(kind: Kind, language: Language) -> String {
    let schema = kind.schema();
    let name = match kind {
        Kind::Idea => phrases::IDEA.all(language),
        Kind::Region => phrases::REGION.all(language),
        Kind::Theme => phrases::THEME.all(language),
        Kind::Photo => importing::PHOTO.all(language),
        _ => schema.folder.get(language),
    };
    capitalised(name)
}

/// What is said of a column at its head.
pub(super) fn note(field: &Field, language: Language) -> String {
    let required = if field.required {
        exporting::REQUIRED.get(language)
    } else {
        ""
    };
    format!("{}{required}", field.about.get(language))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}
