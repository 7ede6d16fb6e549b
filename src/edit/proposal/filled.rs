//! A record as a form has it: every field that holds something, with the hash by which a proposal
//! says that it began with this.

use super::current::called;
use super::filled_in::as_wanted;
use super::held::HeldRecords;
use super::wanted_text::says_nothing;
use super::{HeldField, Site, ValueHash};
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::value::{FieldEntry, Fields, IdOrInline, Value};
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::source::SourcePath;

/// A record as it is now, groups of fields and parts of groups too.
#[derive(Debug, Clone, PartialEq)]
pub struct FilledRecord<'a> {
    /// Its id; of a kind that has none, what stands for it in a table.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The record as written.
    pub written: &'a WrittenRecord,
    /// Its fields, in the order of the schema.
    pub fields: Vec<HeldField>,
    /// The records that stand whole within a list of it: which list, their text, what they are
    /// called.
    pub inline: Vec<(FieldKey, String, String)>,
}

impl<'a> HeldRecords<'a> {
    /// The record of a kind and id in an event, or of those that all share.
    pub fn filled(&self, kind: Kind, event: Option<&str>, id: &Id) -> Option<FilledRecord<'a>> {
        let record = self.written.group(kind, event)?.of_id(id)?;
        let mut filled = FilledRecord {
            id: id.clone(),
            title: called(record).unwrap_or_default(),
            written: record,
            fields: Vec::new(),
            inline: Vec::new(),
        };
        for entry in &record.fields.entries {
            let key = self.key_of(entry, entry.translation);
            self.fill(kind, key, &entry.value.value, &mut filled);
        }
        let translation = self.written.translation(record, Some(id));
        for entry in translation.iter().flat_map(|other| &other.fields.entries) {
            let key = self.key_of(entry, true);
            let is_own = filled.fields.iter().any(|field| field.key == key);
            if !is_own && key.field(kind).translatable {
                self.fill(kind, key, &entry.value.value, &mut filled);
            }
        }
        filled.fields.sort_by(|one, other| one.key.cmp(&other.key));
        Some(filled)
    }

    /// The number of a record among those of its kind in its file, from 0.
    pub fn number(&self, record: &WrittenRecord) -> Option<usize> {
        let group = self.written.group(record.kind, record.event.as_deref())?;
        let mut of_file = group
            .records
            .iter()
            .filter(|other| other.span.file == record.span.file);
        of_file.position(|other| other.span == record.span)
    }

    /// The id of the record with this number among those of its kind in a file; of the last one where
    /// no number is given.
    pub fn id_at(
        &self,
        kind: Kind,
        event: Option<&str>,
        path: &SourcePath,
        number: Option<usize>,
    ) -> Option<Id> {
        let group = self.written.group(kind, event)?;
        let both = group.records.iter().zip(&group.row_ids);
        let mut of_file =
            both.filter(|(record, _)| self.site.sources.file(record.span.file).path == *path);
        let (_, id) = match number {
            Some(number) => of_file.nth(number)?,
            None => of_file.next_back()?,
        };
        id.clone()
    }

    fn key_of(&self, entry: &FieldEntry, translates: bool) -> FieldKey {
        FieldKey {
            position: entry.field,
            part: None,
            translation: translates.then(|| self.site.language.other()),
        }
    }

    fn fill(&self, kind: Kind, key: FieldKey, value: &Value, filled: &mut FilledRecord<'a>) {
        match value {
            Value::Codes(codes) => {
                for (register, code) in codes {
                    let value = FieldValue::Line(code.value.clone());
                    self.part(kind, &key, &register.value, value, filled);
                }
            }
            Value::Table(group) => {
                for entry in group.entries.iter().filter(|entry| !entry.translation) {
                    let field = &group.schema[entry.field];
                    let value = as_wanted(&entry.value.value, field, self.site);
                    self.part(
                        kind,
                        &key,
                        field.name.get(self.site.language),
                        value,
                        filled,
                    );
                }
            }
            value => {
                if let Value::ManyOrInline(items) = value {
                    let inline = items.iter().filter_map(|item| match item {
                        IdOrInline::Inline(fields, span) => {
                            let text = self.site.sources.text(*span).to_owned();
                            Some((key.clone(), text, called_inline(fields)))
                        }
                        IdOrInline::Id(_) => None,
                    });
                    filled.inline.extend(inline);
                }
                let value = as_wanted(value, key.field(kind), self.site);
                self.push(kind, key, value, filled);
            }
        }
    }

    fn part(
        &self,
        kind: Kind,
        key: &FieldKey,
        part: &str,
        value: FieldValue,
        filled: &mut FilledRecord<'a>,
    ) {
        let key = FieldKey {
            part: Some(part.into()),
            ..key.clone()
        };
        self.push(kind, key, value, filled);
    }

    fn push(&self, kind: Kind, key: FieldKey, value: FieldValue, filled: &mut FilledRecord<'a>) {
        if !says_nothing(&value) {
            let hash = hash_of(kind, &key, &value, self.site);
            filled.fields.push(HeldField { key, value, hash });
        }
    }
}

fn hash_of(kind: Kind, key: &FieldKey, value: &FieldValue, site: Site<'_>) -> ValueHash {
    ValueHash::of(value, key.field(kind), site.language, site.id_of)
}

fn called_inline(fields: &Fields) -> String {
    let names = [key::TITLE, key::NAME].into_iter();
    let has = |name: &&str| fields.schema.iter().any(|field| field.name.en == *name);
    let line = names.filter(has).find_map(|name| fields.line(name));
    line.map(|line| line.value).unwrap_or_default()
}
