//! The records that a file itself has, so that its rows may name each other: a session on one sheet,
//! and what came up in it on the next.

use super::super::table::{CellValue, SheetRow};
use super::kind_columns::KindColumns;
use super::known::Known;
use super::sheet_plan::SheetPlan;
use super::words::line;
use crate::id::Id;
use crate::reference::ReferenceText;
use crate::schema::{Kind, Shape};

/// Adds the records that the rows of a sheet are, by their ids, or those that will be made of their
/// titles.
pub(super) fn add_records(plan: &SheetPlan<'_>, of_kinds: &[KindColumns], records: &mut Known) {
    for row in plan.rows() {
        let Some(kind) = plan.kind_of(row) else {
            continue;
        };
        let Some(columns) = of_kinds.iter().find(|columns| columns.kind == kind) else {
            continue;
        };
        let title = title(plan, columns, row);
        let written = columns.id.and_then(|index| text(plan.cell(row, index)?));
        let written = written
            .as_deref()
            .map(|written| ReferenceText::of(written).id.to_owned());
        let made = || Id::from_title(title.as_deref()?).map(|id| id.to_string());
        if let Some(id) = written.or_else(made) {
            records.add(kind, &id, title);
        }
    }
}

fn title(plan: &SheetPlan<'_>, columns: &KindColumns, row: &SheetRow) -> Option<String> {
    let is_title = |kind: Kind, position: usize| {
        let field = &kind.schema().fields[position];
        field.required && field.shape == Shape::Line
    };
    let (index, _) = columns.fields.iter().find(|(_, key)| {
        key.translation.is_none() && key.part.is_none() && is_title(columns.kind, key.position)
    })?;
    text(row.cell(plan.columns[*index].column)?)
}

fn text(cell: &CellValue) -> Option<String> {
    match cell {
        CellValue::Text(text) => Some(line(text)),
        _ => None,
    }
}
