//! One row as the record that it wants.

use std::collections::HashSet;

use super::super::table::{CellValue, SheetRow};
use super::blame::Blame;
use super::column_meaning::HeadedColumn;
use super::dates::StrokeOrder;
use super::kind_columns::KindColumns;
use super::leftovers::{has, not_of_kind};
use super::lists::NamesOfTable;
use super::named_text::bad_id;
use super::result::{FieldKey, FieldValue, ReadField, ReadRow};
use super::sheet_plan::SheetPlan;
use super::times::times_of;
use super::value::CellReader;
use super::words::{is_nothing, line};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::reference::ReferenceText;
use crate::schema::value::EndTime;
use crate::schema::{Kind, Shape};
use crate::words::messages::tables as messages;

/// What rows of a sheet are read with.
pub(super) struct RecordReader<'a> {
    pub(super) plan: &'a SheetPlan<'a>,
    pub(super) names: NamesOfTable<'a>,
    /// The records that a workbook of ours was made with, as `ask:id`: what it says of them is as they
    /// have it.
    pub(super) ours: &'a HashSet<String>,
    /// Which sheet it is among those that are read.
    pub(super) sheet: usize,
    /// Of each column, the order of days written with strokes.
    pub(super) orders: Vec<Option<StrokeOrder>>,
}

impl RecordReader<'_> {
    /// The record that a row of a kind wants.
    pub(super) fn read(
        &self,
        row: &SheetRow,
        columns: &KindColumns,
        blame: &mut Blame<'_>,
    ) -> ReadRow {
        let before = blame.errors;
        let mut read = ReadRow {
            kind: columns.kind,
            id: self.id(row, columns, blame),
            sheet: self.sheet,
            number: row.number,
            line: row.line,
            fields: Vec::new(),
            empty: Vec::new(),
            has_error: false,
        };
        let named = |id: &Id| format!("{}:{id}", columns.kind.schema().name.en);
        let is_ours = read
            .id
            .as_ref()
            .is_some_and(|id| self.ours.contains(&named(id)));
        for (index, key) in &columns.fields {
            let headed = &self.plan.columns[*index];
            let Some(cell) = row.cell(headed.column) else {
                read.empty.push(key.clone());
                continue;
            };
            if let Some(times) = both_times(*index, columns, cell) {
                read.fields
                    .extend(times.into_iter().map(|(key, value)| ReadField {
                        key,
                        value,
                        column: headed.column,
                    }));
                continue;
            }
            let mut found = Vec::new();
            let value = self
                .reader(columns.kind, *index, key, is_ours)
                .read(cell, &mut found);
            match value {
                Some(value) => read.fields.push(ReadField {
                    key: key.clone(),
                    value,
                    column: headed.column,
                }),
                None if found.is_empty() => read.empty.push(key.clone()),
                None => {}
            }
            for diagnostic in found {
                blame.row(diagnostic, self.plan, row, Some(headed));
            }
        }
        if read.id.is_none() {
            self.required(&read, row, columns, blame);
        }
        read.has_error = blame.errors > before;
        read
    }

    /// Tells of cells that a row of this kind has no field for, while rows of another kind have one:
    /// what is wrong with them there, and that they are out of place.
    pub(super) fn other_kinds(
        &self,
        of_kinds: &[KindColumns],
        columns: &KindColumns,
        row: &SheetRow,
        blame: &mut Blame<'_>,
    ) {
        for (column, cell) in &row.cells {
            let Some(index) = self.plan.index_of(*column) else {
                continue;
            };
            let headed = &self.plan.columns[index];
            let of_other =
                |columns: &&KindColumns| columns.fields.iter().any(|(own, _)| *own == index);
            let Some(other) = of_kinds
                .iter()
                .find(of_other)
                .filter(|_| !has(columns, index))
            else {
                continue;
            };
            let key = other.fields.iter().find(|(own, _)| *own == index);
            let mut found = Vec::new();
            let value = key.and_then(|(_, key)| {
                let reader = self.reader(other.kind, index, key, false);
                reader.read(cell, &mut found)
            });
            if value.is_some() || !found.is_empty() {
                found.push(
                    not_of_kind(columns.kind, &headed.header)
                        .with("way", messages::EMPTY_CELL_OF_OTHER_KIND),
                );
            }
            for diagnostic in found {
                blame.row(diagnostic, self.plan, row, Some(headed));
            }
        }
    }

    /// `is_ours` says that texts are Markdown already.
    fn reader<'r>(
        &'r self,
        kind: Kind,
        index: usize,
        key: &'r FieldKey,
        is_ours: bool,
    ) -> CellReader<'r> {
        CellReader {
            names: self.names,
            language: self.names.site.language,
            year: self.names.site.year,
            is_ours,
            kind,
            shape: key.holder(kind).shape,
            part: key.part.as_deref(),
            header: &self.plan.columns[index].header,
            order: self.orders[index],
        }
    }

    /// The id that a row gives its record: `id`, or `kind:id` with the row's own kind.
    fn id(&self, row: &SheetRow, columns: &KindColumns, blame: &mut Blame<'_>) -> Option<Id> {
        let headed = &self.plan.columns[columns.id?];
        let written = line(&row.cell(headed.column)?.shown(self.names.site.language));
        if is_nothing(&written) {
            return None;
        }
        let reference = ReferenceText::of(&written);
        let wrong = match (reference.word, reference.kind()) {
            (Some(_), Some(kind)) if kind != columns.kind => Some(
                Diagnostic::of_site(Code::WrongKind)
                    .with("id", &written)
                    .with("found", kind.schema().with_article)
                    .with("expected", columns.kind.schema().with_article)
                    .with("way", messages::KIND_AND_ID_AGREE),
            ),
            (Some(_), None) => {
                Some(Diagnostic::of_site(Code::BadReference).with("value", &written))
            }
            _ => None,
        };
        let id = Id::new(reference.id);
        let wrong = wrong.or_else(|| id.is_none().then(|| bad_id(reference.id)));
        match wrong {
            Some(diagnostic) => {
                blame.row(diagnostic, self.plan, row, Some(headed));
                None
            }
            None => id,
        }
    }

    /// Tells of fields that a record cannot do without, where their cells are empty. A column that is
    /// not there at all is told of once.
    fn required(
        &self,
        read: &ReadRow,
        row: &SheetRow,
        columns: &KindColumns,
        blame: &mut Blame<'_>,
    ) {
        for key in &read.empty {
            let field = key.field(columns.kind);
            if !field.required || key.translation.is_some() {
                continue;
            }
            let column = columns.fields.iter().find(|(_, own)| own == key);
            let headed: Option<&HeadedColumn> = column.map(|(index, _)| &self.plan.columns[*index]);
            let diagnostic = Diagnostic::of_site(Code::EmptyCell)
                .with("kind", columns.kind.schema().with_article)
                .with("key", field.name.get(blame.language));
            blame.row(diagnostic, self.plan, row, headed);
        }
    }
}

/// The beginning and the end, where one cell has both.
fn both_times(
    index: usize,
    columns: &KindColumns,
    cell: &CellValue,
) -> Option<[(FieldKey, FieldValue); 2]> {
    let (own, end_key) = columns.both_times.as_ref()?;
    let CellValue::Text(text) = cell else {
        return None;
    };
    let (start, end) = times_of(&line(text)).filter(|_| *own == index)?;
    let start_key = columns
        .fields
        .iter()
        .find(|(own, key)| *own == index && key.field(columns.kind).shape == Shape::Time)?;
    let end = match end {
        EndTime::At(time) => FieldValue::Time(time),
        EndTime::Midnight => FieldValue::Line("24:00".to_owned()),
    };
    Some([
        (start_key.1.clone(), FieldValue::Time(start)),
        (end_key.clone(), end),
    ])
}
