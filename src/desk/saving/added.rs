//! New records that a form adds with its own: names that nobody has yet.

use crate::desk::Posted;
use crate::desk::forms::{Asks, FormField, RecordForm, RecordPlace, can_be_added, names};
use crate::edit::proposal::{FieldBase, ProposedField, ProposedRecord, title_field};
use crate::id::Id;
use crate::intake::rows::{Known, NameFound};
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Home, KINDS, Kind};
use crate::words::forms as words;

/// The names of a field that nobody has, and that can be added.
pub(super) fn offers(field: &FormField, known: &Known) -> Vec<(Kind, String)> {
    let kinds = match field.control.asks {
        Asks::List(_) | Asks::Line(_) => field.control.asks.names(),
        _ => &[],
    };
    let [kind] = kinds else { return Vec::new() };
    let words = field.answer.words().iter();
    let unknown = words
        .filter(|word| !word.starts_with('{') && known.find(*kind, word) == NameFound::Nothing);
    let unknown = unknown.filter(|word| can_be_added(*kind) && Id::from_title(word).is_some());
    unknown.map(|word| (*kind, word.clone())).collect()
}

/// The most records that are added with another.
const MOST_ADDED: usize = 100;

/// New records of which only the name is known, that a field of the form names.
pub(super) fn added(
    posted: &Posted,
    place: &RecordPlace,
    known: &mut Known,
    form: &mut RecordForm,
) -> Vec<ProposedRecord> {
    let mut all: Vec<ProposedRecord> = Vec::new();
    for schema in KINDS.iter().filter(|schema| can_be_added(schema.kind)) {
        let kind = schema.kind;
        let name_field = title_field(schema).map(FieldKey::whole);
        let asked = names::added(schema.name.en);
        for name in posted.all(&asked).map(str::trim).take(MOST_ADDED) {
            let (Some(id), Some(key)) = (Id::from_title(name), name_field.clone()) else {
                continue;
            };
            let names_it = |field: &&mut FormField| {
                let of_kind = field.control.asks.names().contains(&kind);
                of_kind && field.answer.words().iter().any(|word| word == name)
            };
            let Some(field) = form.fields.iter_mut().find(names_it) else {
                continue;
            };
            if known.find(kind, name) != NameFound::Nothing {
                continue;
            }
            let shares = [Kind::Person, Kind::Organisation];
            let taken = |kind: &Kind| known.find(*kind, id.as_str()) != NameFound::Nothing;
            if shares.contains(&kind) && shares.iter().any(taken) {
                field
                    .wrong
                    .push(words::ID_THERE.get(known.language).to_owned());
                continue;
            }
            known.add(kind, id.as_str(), [name]);
            all.push(ProposedRecord {
                kind,
                event: match schema.home {
                    Home::Event => place.event.clone(),
                    _ => None,
                },
                id: Some(id),
                is_new: true,
                fields: vec![ProposedField {
                    key,
                    wanted: Some(FieldValue::Line(name.to_owned())),
                    base: FieldBase::Unknown,
                }],
            });
        }
    }
    all
}
