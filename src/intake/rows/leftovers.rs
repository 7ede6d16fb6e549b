//! What of a sheet is not taken, and what is told of it.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::table::{CellValue, SheetRow};
use super::blame::Blame;
use super::column_meaning::{Chosen, ColumnMeaning, HeadedColumn};
use super::kind_columns::KindColumns;
use super::result::{FieldKey, LeftOut, ReadColumn};
use super::row::kind_of;
use super::sheet_plan::SheetPlan;
use super::value::fits_in_cell;
use super::words::{is_nothing, line};
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::columns::{Likeness, NEVER_TAKEN, field_named, is_one_of};
use crate::schema::{KINDS, Kind, KindSchema, meant};
use crate::words::messages::tables as messages;
use crate::words::{Language, phrase};

/// The columns that were taken, with the fields that they are.
pub(super) fn taken(
    plan: &SheetPlan<'_>,
    of_kinds: &[KindColumns],
    language: Language,
) -> Vec<ReadColumn> {
    let columns = plan.columns.iter().enumerate().map(|(index, headed)| {
        let mut keys: Vec<String> = Vec::new();
        let mut add = |key: String| {
            if !keys.contains(&key) {
                keys.push(key);
            }
        };
        if plan.kind_column == Some(index) {
            add(messages::KIND_KEY.get(language).to_owned());
        }
        for columns in of_kinds {
            if columns.id == Some(index) {
                add(messages::ID_KEY.get(language).to_owned());
            }
            for (_, key) in columns.fields.iter().filter(|(own, _)| *own == index) {
                add(key.written(columns.kind, language));
            }
        }
        ReadColumn {
            column: headed.column,
            header: Arc::clone(&headed.header),
            keys,
        }
    });
    columns.filter(|column| !column.keys.is_empty()).collect()
}

/// Whether rows of some kind have this column as a field or their id.
fn is_taken(of_kinds: &[KindColumns], index: usize) -> bool {
    of_kinds.iter().any(|columns| has(columns, index))
}

fn has(columns: &KindColumns, index: usize) -> bool {
    columns.id == Some(index) || columns.fields.iter().any(|(own, _)| *own == index)
}

/// Tells of columns with something in them that are not taken, and lists these with the comments and
/// the rows above the heads.
pub(super) fn leave_out(
    plan: &SheetPlan<'_>,
    of_kinds: &[KindColumns],
    left_out: &mut Vec<LeftOut>,
    blame: &mut Blame<'_>,
) {
    let sheet = plan.name.clone();
    if let [first, .., last] | [first @ last] = plan.rows_above() {
        left_out.push(LeftOut::RowsAbove {
            sheet: sheet.clone(),
            rows: first.number..=last.number,
        });
    }
    for (index, headed) in plan.columns.iter().enumerate() {
        let has_values = plan
            .rows()
            .iter()
            .any(|row| row.cell(headed.column).is_some());
        if plan.kind_column == Some(index) || is_taken(of_kinds, index) || !has_values {
            continue;
        }
        left_out.push(LeftOut::Column {
            sheet: sheet.clone(),
            header: Arc::clone(&headed.header),
        });
        if let Some(diagnostic) = left_out_column(headed, of_kinds) {
            blame.column(diagnostic, plan, headed);
        }
    }
    if plan.sheet.comments > 0 {
        left_out.push(LeftOut::Comments {
            sheet,
            count: plan.sheet.comments,
        });
    }
}

/// What is told of a column that is not taken. Who left it out knows that; a count of the rows is
/// missed by nobody.
fn left_out_column(headed: &HeadedColumn, of_kinds: &[KindColumns]) -> Option<Diagnostic> {
    let first = of_kinds.first()?.kind;
    let is_count = |columns: &KindColumns| {
        headed.meaning(columns.kind.schema(), false) == ColumnMeaning::Count
    };
    if headed.chosen == Some(Chosen::LeftOut) || of_kinds.iter().any(is_count) {
        return None;
    }
    if let Some(Chosen::Field(field)) = &headed.chosen {
        return Some(not_of_kind(first, field).with("way", messages::MAP_TO_ANOTHER));
    }
    let is_of_other = |word: &str| {
        let is_field = |schema: &'static KindSchema| {
            let found = field_named(word, schema.fields);
            found.is_some_and(|(position, likeness)| {
                likeness == Likeness::Same && fits_in_cell(schema.fields[position].shape)
            })
        };
        !headed.hidden && !is_one_of(NEVER_TAKEN, word) && Kind::all_in_tables().any(is_field)
    };
    if headed.word.as_deref().is_some_and(is_of_other) {
        let way = messages::leave_column_out(&headed.header);
        return Some(not_of_kind(first, &headed.header).with("way", way));
    }
    let why = match (headed.hidden, &headed.word) {
        (true, _) => messages::COLUMN_IS_HIDDEN,
        (false, None) => messages::COLUMN_HAS_NO_HEAD,
        (false, Some(_)) => crate::words::Bilingual::NOTHING,
    };
    Some(
        Diagnostic::of_site(Code::ColumnLeftOut)
            .with("column", &headed.header)
            .with("why", why),
    )
}

fn not_of_kind(kind: Kind, column: &str) -> Diagnostic {
    Diagnostic::of_site(Code::NotOfKind)
        .with("kind", kind.schema().with_article)
        .with("column", column)
}

/// Tells of cells with something in them that a row of this kind has no field for, while rows of
/// another kind have.
pub(super) fn tell_of_other_kinds(
    plan: &SheetPlan<'_>,
    of_kinds: &[KindColumns],
    columns: &KindColumns,
    row: &SheetRow,
    blame: &mut Blame<'_>,
) {
    for (index, headed) in plan.columns.iter().enumerate() {
        let is_other =
            plan.kind_column != Some(index) && !has(columns, index) && is_taken(of_kinds, index);
        let cell = row.cell(headed.column).filter(|_| is_other);
        if cell.is_some_and(|cell| !is_nothing(&line(&cell.shown(blame.language)))) {
            let diagnostic = not_of_kind(columns.kind, &headed.header)
                .with("way", messages::EMPTY_CELL_OF_OTHER_KIND);
            blame.row(diagnostic, plan, row, Some(headed));
        }
    }
}

/// Tells, once for each kind, of fields that its records cannot do without and that have no column.
/// Where rows have ids, they may be of records that have these fields already.
pub(super) fn tell_of_missing_columns(
    plan: &SheetPlan<'_>,
    of_kinds: &[KindColumns],
    blame: &mut Blame<'_>,
) {
    for columns in of_kinds.iter().filter(|columns| columns.id.is_none()) {
        for (position, field) in columns.kind.schema().fields.iter().enumerate() {
            let key = FieldKey::whole(position);
            if field.required && !columns.fields.iter().any(|(_, own)| *own == key) {
                let diagnostic = Diagnostic::of_site(Code::ColumnMissing)
                    .with("kind", columns.kind.schema().with_article)
                    .with("key", field.name.get(blame.language));
                blame.row(diagnostic, plan, plan.header_row(), None);
            }
        }
    }
}

/// Tells of rows of a text with separators that have more cells than there are heads, and gives their
/// numbers.
pub(super) fn tell_of_torn_rows(plan: &SheetPlan<'_>, blame: &mut Blame<'_>) -> HashSet<u32> {
    let expected = plan.header_row().written;
    let mut torn = HashSet::new();
    for row in plan.rows() {
        let reaches = |(column, _): &(u32, CellValue)| *column as usize >= expected;
        if row.written > expected && row.cells.iter().any(reaches) {
            torn.insert(row.number);
            let diagnostic = Diagnostic::of_site(Code::TornRow)
                .with("found", row.written)
                .with("expected", expected);
            blame.row(diagnostic, plan, row, None);
        }
    }
    torn
}

/// Whether a row holds anything of a record: not only its kind, and not the heads once more.
pub(super) fn is_record(plan: &SheetPlan<'_>, of_kinds: &[KindColumns], row: &SheetRow) -> bool {
    let kind = kind_of(plan, row);
    let holds = |(index, headed): (usize, &HeadedColumn)| {
        let is_of_row = match of_kinds.iter().find(|columns| Some(columns.kind) == kind) {
            Some(columns) => has(columns, index) || is_taken(of_kinds, index),
            None => plan.kind_column == Some(index) || is_taken(of_kinds, index),
        };
        is_of_row && row.cell(headed.column).is_some()
    };
    let is_header = row.cells == plan.header_row().cells;
    !is_header && plan.columns.iter().enumerate().any(holds)
}

/// Tells of a row that does not say of which kind it is.
pub(super) fn tell_of_kind(plan: &SheetPlan<'_>, row: &SheetRow, blame: &mut Blame<'_>) {
    let Some(headed) = plan.kind_column.map(|index| &plan.columns[index]) else {
        return;
    };
    let Some(cell) = row.cell(headed.column) else {
        let diagnostic = Diagnostic::of_site(Code::EmptyCell)
            .with("kind", messages::A_ROW)
            .with("key", &headed.header);
        blame.row(diagnostic, plan, row, Some(headed));
        return;
    };
    let said = line(&cell.shown(blame.language));
    let diagnostic = match Kind::named_as_any(&said) {
        Some(kind) => Diagnostic::of_site(Code::KindNotHere)
            .with("name", kind.schema().name)
            .with("place", messages::KIND_IS_NO_ROW),
        None => {
            let of = |language: Language| {
                let names = Kind::all_in_tables().map(|schema| schema.name.get(language));
                names.collect::<Vec<_>>().join(", ")
            };
            Diagnostic::of_site(Code::UnknownKind)
                .with("name", &said)
                .with("known", phrase(of(Language::Nl), of(Language::En)))
                .suggest(meant(
                    &said,
                    || KINDS.iter().map(KindSchema::names),
                    blame.language,
                ))
        }
    };
    blame.row(diagnostic, plan, row, Some(headed));
}
