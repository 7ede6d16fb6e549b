//! The sheets of a workbook, before they are written: what stands in each cell, what each record was,
//! and what no cell can say.

use super::cells;
use super::columns::{heads, sheet_name};
use super::lists::ChoiceLists;
use super::request::WorkbookRequest;
use crate::edit::proposal::{HeldRecord, HeldRecords, TableMemory};
use crate::intake::table::CellValue;
use crate::schema::wanted::FieldKey;
use crate::schema::{Home, Kind, key};
use crate::words::Language;
use crate::words::exporting;

/// A workbook before it is written.
pub struct RecordWorkbook<'a> {
    pub(super) request: WorkbookRequest<'a>,
    pub(super) sheets: Vec<RecordSheet>,
    pub(super) lists: ChoiceLists,
    /// What the records were.
    pub(super) memory: TableMemory,
    /// What no cell can say.
    pub unsaid: Vec<UnsaidField>,
    /// The kinds of records that have no id yet, and how many of each there are: none of them is in
    /// it.
    pub without_id: Vec<(Kind, usize)>,
}

/// A field of a record that no cell can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsaidField {
    /// The kind of the record.
    pub kind: Kind,
    /// What the record is called.
    pub title: String,
    /// The field.
    pub key: FieldKey,
}

/// Whether records of a kind belong to an event.
pub fn is_of_event(kind: Kind) -> bool {
    kind.schema().home != Home::Shared
}

/// Whether a field is the id, which has a column of its own.
fn is_id(kind: Kind, field: &FieldKey) -> bool {
    field.field(kind).name.en == key::ID
}

/// A sheet of records.
pub(super) struct RecordSheet {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) columns: Vec<RecordColumn>,
    pub(super) rows: Vec<Vec<Option<CellValue>>>,
}

/// A column of such a sheet; the one without a field holds the ids.
pub(super) struct RecordColumn {
    pub(super) key: Option<FieldKey>,
    pub(super) head: String,
    /// The list that its cells choose from.
    pub(super) list: Option<usize>,
}

impl<'a> RecordWorkbook<'a> {
    /// Plans a workbook.
    pub fn of(request: WorkbookRequest<'a>) -> Self {
        let mut workbook = Self {
            request,
            sheets: Vec::new(),
            lists: ChoiceLists::default(),
            memory: TableMemory::default(),
            unsaid: Vec::new(),
            without_id: Vec::new(),
        };
        let records = HeldRecords::of(request.site);
        for kind in request.kinds {
            let event = request.event.map(|(folder, _)| folder);
            let (held, without_id) = if request.is_empty {
                (Vec::new(), 0)
            } else {
                records.all(*kind, event.filter(|_| is_of_event(*kind)))
            };
            if without_id > 0 {
                workbook.without_id.push((*kind, without_id));
            }
            workbook.add(*kind, &held);
        }
        workbook
    }

    /// How many rows there are, without heads.
    pub fn rows(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.rows.len()).sum()
    }

    /// How many cells of them hold something.
    pub fn cells(&self) -> usize {
        let rows = self.sheets.iter().flat_map(|sheet| &sheet.rows);
        rows.map(|row| row.iter().flatten().count()).sum()
    }

    /// The language of the site.
    pub(super) fn language(&self) -> Language {
        self.request.site.language
    }

    fn add(&mut self, kind: Kind, held: &[HeldRecord]) {
        let language = self.language();
        let heads = heads(kind, held, language);
        let rows = held.iter().map(|record| self.row(record, &heads)).collect();
        let mut columns: Vec<RecordColumn> = heads
            .into_iter()
            .map(|(key, head)| RecordColumn {
                list: self.lists.of(key.field(kind), self.request.known),
                key: Some(key),
                head,
            })
            .collect();
        columns.push(RecordColumn {
            key: None,
            head: exporting::ID_HEAD.get(language).to_owned(),
            list: None,
        });
        self.sheets.push(RecordSheet {
            kind,
            name: sheet_name(kind, language),
            columns,
            rows,
        });
    }

    /// The cells of a record, its id last. What they hold is remembered, and what they cannot hold
    /// is told.
    fn row(
        &mut self,
        record: &HeldRecord,
        columns: &[(FieldKey, String)],
    ) -> Vec<Option<CellValue>> {
        let fields = || record.fields.iter();
        let has_column = |key: &FieldKey| columns.iter().any(|(own, _)| own == key);
        let mut unsaid: Vec<FieldKey> = record.by_hand.clone();
        unsaid.extend(
            fields()
                .map(|field| &field.key)
                .filter(|key| !has_column(key) && !is_id(record.kind, key))
                .cloned(),
        );
        let mut row: Vec<Option<CellValue>> = Vec::new();
        for (key, _) in columns {
            let held = fields().find(|field| field.key == *key);
            let cell = held.and_then(|held| cells::cell(record.kind, held, &self.request));
            match held {
                Some(_) if cell.is_none() => unsaid.push(key.clone()),
                None if record.by_hand.contains(key) => {}
                held => {
                    let hash = held.map(|held| held.hash);
                    self.memory.note(record.kind, &record.id, key, hash);
                }
            }
            row.push(cell);
        }
        let word = record.kind.schema().name.get(self.language());
        row.push(Some(CellValue::Text(format!("{word}:{}", record.id))));
        self.unsaid
            .extend(unsaid.into_iter().map(|key| UnsaidField {
                kind: record.kind,
                title: record.title.clone(),
                key,
            }));
        row
    }
}
