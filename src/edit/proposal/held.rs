//! What records hold now, as a table, a form or another program can be given it to fill in and hand
//! back: the other way of a [`Proposal`](super::Proposal).

use super::current::{WrittenRecords, called};
use super::filled_in::as_wanted;
use super::wanted_text::says_nothing;
use super::{Site, ValueHash};
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::schema::value::{FieldEntry, IdOrInline, Value};
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Kind, Shape};

/// A record as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRecord {
    /// Its kind.
    pub kind: Kind,
    /// Its id; of a kind that has none, what stands for it in a table.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What its fields hold that can be said in a line, a list or a text.
    pub fields: Vec<HeldField>,
    /// The fields that hold more than that.
    pub by_hand: Vec<FieldKey>,
}

/// What a field holds now.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldField {
    /// Which field.
    pub key: FieldKey,
    /// What it holds.
    pub value: FieldValue,
    /// The hash by which a proposal says that it began with this.
    pub hash: ValueHash,
}

/// A record as it is written, with its id.
#[derive(Debug, Clone)]
pub struct PlacedRecord<'a> {
    /// The record.
    pub record: &'a WrittenRecord,
    /// Its id; of a kind that has none, what stands for it in a table.
    pub id: Id,
}

impl PlacedRecord<'_> {
    /// What it is called; nothing where it does not say.
    pub fn title(&self) -> String {
        called(self.record).unwrap_or_default()
    }
}

/// The records of a site as they are now.
pub struct HeldRecords<'a> {
    pub(super) site: Site<'a>,
    pub(super) written: WrittenRecords<'a>,
}

impl<'a> HeldRecords<'a> {
    /// Those of a site, drafts too.
    pub fn of(site: Site<'a>) -> Self {
        Self {
            site,
            written: WrittenRecords::of(site),
        }
    }

    /// The records of a kind in an event, or of those that all share, in the order of files and
    /// places; and how many more there are that have no id yet.
    pub fn all(&self, kind: Kind, event: Option<&str>) -> (Vec<HeldRecord>, usize) {
        let Some(group) = self.written.group(kind, event) else {
            return (Vec::new(), 0);
        };
        let both = group.records.iter().zip(&group.row_ids);
        let records: Vec<HeldRecord> = both
            .filter_map(|(record, id)| Some(self.record(record, id.clone()?)))
            .collect();
        let without = group.records.len() - records.len();
        (records, without)
    }

    /// All records as they are written, in the order of files and places.
    pub fn placed(&self) -> Vec<PlacedRecord<'a>> {
        let groups = self.written.groups();
        let all = groups.flat_map(|group| group.records.iter().zip(&group.row_ids));
        let mut placed: Vec<PlacedRecord<'a>> = all
            .filter_map(|(record, id)| {
                Some(PlacedRecord {
                    record,
                    id: id.clone()?,
                })
            })
            .collect();
        placed.sort_unstable_by_key(|placed| (placed.record.span.file, placed.record.span.start));
        placed
    }

    fn record(&self, record: &WrittenRecord, id: Id) -> HeldRecord {
        let mut held = HeldRecord {
            kind: record.kind,
            id,
            title: called(record).unwrap_or_default(),
            fields: Vec::new(),
            by_hand: Vec::new(),
        };
        for entry in &record.fields.entries {
            self.entry(record.kind, entry, &mut held);
        }
        held.fields.sort_by(|one, other| one.key.cmp(&other.key));
        held
    }

    fn entry(&self, kind: Kind, entry: &FieldEntry, held: &mut HeldRecord) {
        let key = FieldKey {
            position: entry.field,
            part: None,
            translation: entry.translation.then(|| self.site.language.other()),
        };
        let field = key.field(kind);
        let value = &entry.value.value;
        if let Value::Codes(codes) = value {
            held.fields.extend(codes.iter().map(|(register, code)| {
                let key = FieldKey {
                    part: Some(register.value.as_str().into()),
                    ..key.clone()
                };
                self.field(kind, key, FieldValue::Line(code.value.clone()))
            }));
        } else if says_more(value, field.shape) {
            held.by_hand.push(key);
        } else {
            let value = as_wanted(value, field, self.site);
            if !says_nothing(&value) {
                held.fields.push(self.field(kind, key, value));
            }
        }
    }

    fn field(&self, kind: Kind, key: FieldKey, value: FieldValue) -> HeldField {
        let schema = key.holder(kind);
        HeldField {
            hash: ValueHash::of(&value, schema, self.site.language, self.site.id_of),
            key,
            value,
        }
    }
}

/// Whether a value is more than lines say: groups of fields, whole records.
fn says_more(value: &Value, shape: Shape) -> bool {
    let is_inline = |item: &IdOrInline| matches!(item, IdOrInline::Inline(..));
    match value {
        Value::ManyOrInline(items) => items.iter().any(is_inline),
        _ => matches!(shape, Shape::Table(_) | Shape::Tables(_) | Shape::Tile),
    }
}
