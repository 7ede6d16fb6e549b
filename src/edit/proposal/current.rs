//! What records hold now: which of those as written is meant, and what its fields say.

use std::collections::{HashMap, HashSet};

use super::filled_in::{as_wanted, party_in_words};
use super::wanted_text::{ValueHash, one_text};
use super::{FieldBase, ProposedRecord, RecordMatch, Site};
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::schema::value::{FieldEntry, Value};
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Field, Home, Kind, KindSchema, key};
use crate::source::{SourcePath, Span};

/// The records of a site as written, to be found by kind, event, id and title.
pub(super) struct WrittenRecords<'a> {
    site: Site<'a>,
    groups: HashMap<(Kind, Option<String>), RecordGroup<'a>>,
    /// The files that translate a record, by its kind, event and id.
    translations: HashMap<(Kind, Option<String>, Id), &'a WrittenRecord>,
}

/// The records of a kind in an event, or of those that all share.
#[derive(Default)]
pub(super) struct RecordGroup<'a> {
    /// In the order of files and places.
    pub(super) records: Vec<&'a WrittenRecord>,
    /// Their ids, made up ones too; none of kinds that have none.
    ids: Vec<Option<Id>>,
    /// Their ids as a table has them: of kinds that have none, those made of what they say.
    pub(super) row_ids: Vec<Option<Id>>,
    by_row_id: HashMap<Id, usize>,
    by_title: HashMap<String, Vec<usize>>,
}

impl<'a> RecordGroup<'a> {
    fn add(&mut self, record: &'a WrittenRecord, id: Option<Id>, site: Site<'_>) {
        let position = self.records.len();
        // What is a file of its own is known by its name.
        let is_file = matches!(record.kind.schema().home, Home::EventFile | Home::Pages);
        let row_id = if record.kind.has_ids() || is_file {
            id.clone()
        } else {
            self.free_row_id(record, site)
        };
        if let Some(id) = row_id.clone() {
            self.by_row_id.entry(id).or_insert(position);
        }
        if let Some(title) = title_text(record, site) {
            self.by_title.entry(title).or_default().push(position);
        }
        self.records.push(record);
        self.ids.push(id);
        self.row_ids.push(row_id);
    }

    /// What stands in a table for the id of a record of a kind that has none: the hash of what it is
    /// called and of what it cannot do without, with a number where others say the same.
    fn free_row_id(&self, record: &WrittenRecord, site: Site<'_>) -> Option<Id> {
        let schema = record.kind.schema();
        let title = title_field(schema);
        let says = |(position, field): (usize, &'static Field)| {
            let key = FieldKey::whole(position);
            let says = field.required || Some(position) == title;
            let entry = entry(record, &key).filter(|_| says)?;
            let value = as_wanted(&entry.value.value, field, site);
            Some(one_text(&value, field, site.language, site.id_of))
        };
        let said: Vec<String> = schema.fields.iter().enumerate().filter_map(says).collect();
        let hash = ValueHash::of_text(&said.join("\n"));
        let numbered = (2..).map(|number: u32| format!("r{hash}-{number}"));
        std::iter::once(format!("r{hash}"))
            .chain(numbered)
            .filter_map(|id| Id::new(&id))
            .find(|id| !self.by_row_id.contains_key(id))
    }

    /// Whether a record has this id.
    pub(super) fn has(&self, id: &Id) -> bool {
        self.by_row_id.contains_key(id)
    }

    /// The record with this id.
    pub(super) fn of_id(&self, id: &Id) -> Option<&'a WrittenRecord> {
        let position = self.by_row_id.get(id)?;
        Some(self.records[*position])
    }

    /// The record that is meant: that of its id, or the only one of its title.
    fn find(&self, proposed: &ProposedRecord, site: Site<'_>) -> FoundRecord<'a> {
        let there = |position: usize| FoundRecord {
            is: RecordMatch::There,
            record: Some(self.records[position]),
            id: self.ids[position].clone(),
        };
        if let Some(id) = &proposed.id {
            if let Some(position) = self.by_row_id.get(id) {
                return there(*position);
            }
            // What a record without an id says may have been taken over already.
            if was_known(proposed) && proposed.kind.has_ids() {
                return FoundRecord::nothing(RecordMatch::Missing);
            }
        }
        if proposed.is_new {
            return FoundRecord::nothing(RecordMatch::New);
        }
        let title = proposed_title(proposed, site).unwrap_or_default();
        match self.by_title.get(&title).map(Vec::as_slice) {
            Some([position]) => there(*position),
            Some(several) => {
                let ids = several
                    .iter()
                    .filter_map(|position| self.ids[*position].clone());
                FoundRecord::nothing(RecordMatch::OneOf(ids.collect()))
            }
            None if was_known(proposed) => FoundRecord::nothing(RecordMatch::Missing),
            None => FoundRecord::nothing(RecordMatch::New),
        }
    }
}

/// Whether somebody knew this id before: what it held is written down. Else it is the id that a new
/// record is to have.
fn was_known(proposed: &ProposedRecord) -> bool {
    proposed.id.is_some()
        && proposed
            .fields
            .iter()
            .any(|field| matches!(field.base, FieldBase::Was(_)))
}

/// What was found for a proposed record.
pub(super) struct FoundRecord<'a> {
    pub(super) is: RecordMatch,
    pub(super) record: Option<&'a WrittenRecord>,
    pub(super) id: Option<Id>,
}

impl FoundRecord<'_> {
    fn nothing(is: RecordMatch) -> Self {
        Self {
            is,
            record: None,
            id: None,
        }
    }
}

/// The ids of records that are called by their file. Those that are not shown yet, such as a photo
/// that waits for consent, are no part of the report: they have the id that they will have.
struct FileIds<'a>(HashSet<(Kind, Option<&'a str>, Id)>);

impl<'a> FileIds<'a> {
    /// The ids that are known.
    fn of(records: &[(&'a WrittenRecord, Option<Id>)]) -> Self {
        let of_file = records.iter().filter(|(record, _)| {
            let schema = record.kind.schema();
            schema.position(key::FILE).is_some()
        });
        let known = of_file
            .filter_map(|(record, id)| Some((record.kind, record.event.as_deref(), id.clone()?)));
        Self(known.collect())
    }

    /// The id that the file of a record makes, with a number where that is another's.
    fn free(&mut self, record: &'a WrittenRecord) -> Option<Id> {
        let file = record.kind.schema().position(key::FILE)?;
        let file = match &entry(record, &FieldKey::whole(file))?.value.value {
            Value::Line(file) => SourcePath::new(file),
            _ => return None,
        };
        let id = Id::from_title(file.stem_and_extension().0)?;
        let numbered = (2..).map(|number| id.numbered(number));
        let mut all = std::iter::once(id.clone()).chain(numbered);
        let place = |id: Id| (record.kind, record.event.as_deref(), id);
        let free = all.find(|id| !self.0.contains(&place(id.clone())))?;
        self.0.insert(place(free.clone()));
        Some(free)
    }
}

impl<'a> WrittenRecords<'a> {
    /// The records of a site.
    pub(super) fn of(site: Site<'a>) -> Self {
        let all = site.report.records();
        let ids: HashMap<Span, &Id> = all
            .map(|id| site.report.record(id))
            .map(|record| (record.span(), record.id()))
            .collect();
        let mut groups: HashMap<(Kind, Option<String>), RecordGroup<'_>> = HashMap::new();
        let records = site.files.iter().flat_map(|file| &file.records);
        let own: Vec<(&WrittenRecord, Option<Id>)> = records
            .filter(|record| !record.translation)
            .map(|record| {
                let written = record.written_id().map(|id| id.value);
                let id = written.or_else(|| ids.get(&record.span).copied().cloned());
                (record, id)
            })
            .collect();
        let mut file_ids = FileIds::of(&own);
        for (record, id) in own {
            let id = id.or_else(|| file_ids.free(record));
            let place = (record.kind, record.event.clone());
            groups.entry(place).or_default().add(record, id, site);
        }
        let translations = site.files.iter().flat_map(|file| &file.records);
        let translations = translations
            .filter(|record| record.translation)
            .filter_map(|record| {
                let id = record.written_id()?.value;
                Some(((record.kind, record.event.clone(), id), record))
            })
            .collect();
        Self {
            site,
            groups,
            translations,
        }
    }

    /// Where a field of a record is written, and as which field there: a translation may stand in a
    /// file of its own.
    pub(super) fn place_of(
        &self,
        record: &'a WrittenRecord,
        id: Option<&Id>,
        key: &FieldKey,
    ) -> (&'a WrittenRecord, FieldKey) {
        let own = || (record, key.clone());
        if key.translation.is_none() || entry(record, key).is_some() {
            return own();
        }
        match self.translation(record, id) {
            Some(translation) => (
                translation,
                FieldKey {
                    translation: None,
                    ..key.clone()
                },
            ),
            None => own(),
        }
    }

    /// The file that translates a record, which has this id unless it says another.
    pub(super) fn translation(
        &self,
        record: &WrittenRecord,
        id: Option<&Id>,
    ) -> Option<&'a WrittenRecord> {
        let written = record.written_id().map(|id| id.value);
        let id = written.or_else(|| id.cloned())?;
        let place = (record.kind, record.event.clone(), id);
        self.translations.get(&place).copied()
    }

    /// The records of a kind in an event, or of those that all share.
    pub(super) fn group(&self, kind: Kind, event: Option<&str>) -> Option<&RecordGroup<'a>> {
        self.groups.get(&(kind, event.map(ToOwned::to_owned)))
    }

    /// All of them, in no order.
    pub(super) fn groups(&self) -> impl Iterator<Item = &RecordGroup<'a>> {
        self.groups.values()
    }

    /// The record that is meant.
    pub(super) fn find(&self, proposed: &ProposedRecord) -> FoundRecord<'a> {
        match self.group(proposed.kind, proposed.event.as_deref()) {
            Some(group) => group.find(proposed, self.site),
            None if was_known(proposed) => FoundRecord::nothing(RecordMatch::Missing),
            None => FoundRecord::nothing(RecordMatch::New),
        }
    }

    /// What a field of a record holds now.
    pub(super) fn value(&self, record: &WrittenRecord, key: &FieldKey) -> Option<FieldValue> {
        let entry = entry(record, key)?;
        let Some(part) = key.part.as_deref() else {
            return Some(as_wanted(
                &entry.value.value,
                key.field(record.kind),
                self.site,
            ));
        };
        match &entry.value.value {
            Value::Codes(codes) => codes
                .iter()
                .find(|(register, _)| register.value == part)
                .map(|(_, code)| FieldValue::Line(code.value.clone())),
            Value::Table(fields) => {
                let part = fields.entries.iter().find(|entry| {
                    let names = fields.schema[entry.field].name;
                    !entry.translation && [names.nl, names.en].contains(&part)
                })?;
                Some(as_wanted(
                    &part.value.value,
                    &fields.schema[part.field],
                    self.site,
                ))
            }
            _ => None,
        }
    }
}

/// What was written for a field, or for its translation.
pub(super) fn entry<'r>(record: &'r WrittenRecord, key: &FieldKey) -> Option<&'r FieldEntry> {
    record
        .fields
        .entries
        .iter()
        .find(|entry| entry.field == key.position && entry.translation == key.translation.is_some())
}

/// The field that records of a kind are called by: their title, their name, or what they are.
pub fn title_field(schema: &KindSchema) -> Option<usize> {
    [key::TITLE, key::NAME, key::PERSON, key::LABEL, key::TEXT]
        .into_iter()
        .find_map(|name| schema.position(name))
}

/// What a proposed record is called.
pub(super) fn title_of(proposed: &ProposedRecord) -> Option<String> {
    let position = title_field(proposed.kind.schema())?;
    let field = proposed
        .fields
        .iter()
        .find(|field| field.key == FieldKey::whole(position))?;
    match field.wanted.as_ref()? {
        FieldValue::Line(title) | FieldValue::Markdown(title) => Some(title.clone()),
        _ => None,
    }
}

/// The one text of what a proposed record is called.
fn proposed_title(proposed: &ProposedRecord, site: Site<'_>) -> Option<String> {
    let position = title_field(proposed.kind.schema())?;
    let key = FieldKey::whole(position);
    let field = proposed.fields.iter().find(|field| field.key == key)?;
    let schema = key.field(proposed.kind);
    Some(one_text(
        field.wanted.as_ref()?,
        schema,
        site.language,
        site.id_of,
    ))
}

/// The one text of what a record as written is called.
fn title_text(record: &WrittenRecord, site: Site<'_>) -> Option<String> {
    let key = FieldKey::whole(title_field(record.kind.schema())?);
    let field = key.field(record.kind);
    let value = as_wanted(&entry(record, &key)?.value.value, field, site);
    Some(one_text(&value, field, site.language, site.id_of))
}

/// What a record as written is called.
pub(super) fn called(record: &WrittenRecord) -> Option<String> {
    let position = title_field(record.kind.schema())?;
    match &entry(record, &FieldKey::whole(position))?.value.value {
        Value::Line(title) => Some(title.trim().to_owned()),
        Value::Markdown(text) => Some(text.text.trim().to_owned()),
        Value::Party(party) => Some(party_in_words(party)),
        _ => None,
    }
}
