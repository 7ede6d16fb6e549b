//! A new record as it is proposed: what is a file of its own gets its id now, since the file is
//! named after it.

use std::iter;

use super::{FieldBase, ProposedField, ProposedRecord, title_field};
use crate::id::Id;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Home, Kind};

/// No name can be made of what a record is called: this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoName(pub String);

/// A new record of a kind, in an event or for all. The id may be left out.
///
/// # Errors
/// When it is a file of its own, and no name can be made of its title.
pub fn new_record(
    kind: Kind,
    event: Option<String>,
    id: Option<Id>,
    fields: Vec<(FieldKey, FieldValue)>,
) -> Result<ProposedRecord, NoName> {
    let is_file = matches!(kind.schema().home, Home::EventFile | Home::Pages);
    let id = match id {
        None if is_file => Some(id_of_file(kind, &fields)?),
        id => id,
    };
    let fields = fields.into_iter().map(|(key, value)| ProposedField {
        key,
        wanted: Some(value),
        base: FieldBase::Unknown,
    });
    Ok(ProposedRecord {
        kind,
        event: match kind {
            Kind::Event => id.as_ref().map(ToString::to_string),
            _ => event,
        },
        id,
        is_new: false,
        fields: fields.collect(),
    })
}

/// The id of a record that is a file of its own: made of its title, and of an event with its year
/// before it.
fn id_of_file(kind: Kind, fields: &[(FieldKey, FieldValue)]) -> Result<Id, NoName> {
    let title = title_field(kind.schema()).map(FieldKey::whole);
    let title = fields.iter().find_map(|(key, value)| match value {
        FieldValue::Line(text) if Some(key) == title.as_ref() => Some(text.as_str()),
        _ => None,
    });
    let title = title.unwrap_or_default();
    let year = fields.iter().find_map(|(_, value)| match value {
        FieldValue::Date(date) if kind == Kind::Event => Some(date.year().to_string()),
        _ => None,
    });
    let own = Id::from_title(title);
    let id = match (own, year) {
        (Some(own), Some(year)) => {
            let parts = own.as_str().split('-').filter(|part| *part != year);
            let parts: Vec<&str> = iter::once(year.as_str()).chain(parts).collect();
            Id::from_title(&parts.join("-"))
        }
        (own, _) => own,
    };
    id.ok_or_else(|| NoName(title.to_owned()))
}
