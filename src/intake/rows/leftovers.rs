//! What of a sheet is not taken, and what is told of it.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::table::{CellValue, SheetRow};
use super::blame::Blame;
use super::column_meaning::{ColumnMeaning, ColumnSaid, HeadedColumn};
use super::kind_columns::KindColumns;
use super::result::{FieldKey, NotTaken, ReadColumn};
use super::sheet_plan::SheetPlan;
use super::value::fits_in_cell;
use super::words::line;
use crate::diagnostic::{Code, Diagnostic, some_of};
use crate::schema::columns::{Likeness, NEVER_TAKEN, field_named, is_one_of};
use crate::schema::{KINDS, Kind, KindSchema, meant};
use crate::words::messages::tables as messages;
use crate::words::{Bilingual, Language, phrase};

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

/// Whether rows of this kind have a column as a field or their id.
pub(super) fn has(columns: &KindColumns, index: usize) -> bool {
    columns.id == Some(index) || columns.fields.iter().any(|(own, _)| *own == index)
}

/// Lists what is not taken: the rows above the heads, columns with something in them, comments.
pub(super) fn leave_out(
    plan: &SheetPlan<'_>,
    of_kinds: &[KindColumns],
    left_out: &mut Vec<NotTaken>,
) {
    let sheet = plan.name.clone();
    if let [first, .., last] | [first @ last] = plan.rows_above() {
        left_out.push(NotTaken::RowsAbove {
            sheet: sheet.clone(),
            rows: first.number..=last.number,
        });
    }
    for (_, headed) in untaken(plan, of_kinds) {
        left_out.push(NotTaken::Column {
            sheet: sheet.clone(),
            header: Arc::clone(&headed.header),
        });
    }
    if plan.sheet.comments > 0 {
        left_out.push(NotTaken::Comments {
            sheet,
            count: plan.sheet.comments,
        });
    }
}

/// The columns with something in them that are not taken.
fn untaken<'a>(
    plan: &'a SheetPlan<'_>,
    of_kinds: &'a [KindColumns],
) -> impl Iterator<Item = (usize, &'a HeadedColumn)> {
    let columns = plan.columns.iter().enumerate();
    let is_untaken = |(index, headed): &(usize, &HeadedColumn)| {
        let holds = |row: &SheetRow| row.cell(headed.column).is_some();
        plan.kind_column != Some(*index)
            && !is_taken(of_kinds, *index)
            && plan.rows().iter().any(holds)
    };
    columns.filter(is_untaken)
}

/// Why a column is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Untaken {
    /// Nobody has to be told: the user left it out, it only counts the rows, or it was told of.
    Known,
    /// The user says that it is a field that these records do not have.
    ChosenWrongly,
    /// It is a field of other records.
    OfOtherKind,
    /// People do not see it.
    Hidden,
    /// Nothing stands at its head.
    Headless,
    /// Its word is unknown, or one of those that are never taken.
    Unknown,
}

fn why_untaken(index: usize, headed: &HeadedColumn, of_kinds: &[KindColumns]) -> Untaken {
    let is_told_or_count = |columns: &KindColumns| {
        columns.twice.contains(&index)
            || headed.meaning(columns.kind.schema(), false) == ColumnMeaning::Count
    };
    let is_of_other = |word: &str| {
        let is_field = |schema: &'static KindSchema| {
            let found = field_named(word, schema.fields);
            found.is_some_and(|(position, likeness)| {
                likeness == Likeness::Same && fits_in_cell(schema.fields[position].shape)
            })
        };
        !is_one_of(NEVER_TAKEN, word) && Kind::all_in_tables().any(is_field)
    };
    match (&headed.chosen, headed.word.as_deref()) {
        (Some(ColumnSaid::NotTaken), _) => Untaken::Known,
        (Some(ColumnSaid::Field(_)), _) => Untaken::ChosenWrongly,
        _ if of_kinds.iter().any(is_told_or_count) => Untaken::Known,
        _ if headed.hidden => Untaken::Hidden,
        (None, None) => Untaken::Headless,
        (None, Some(word)) if is_of_other(word) => Untaken::OfOtherKind,
        (None, Some(_)) => Untaken::Unknown,
    }
}

/// Tells of columns that are not taken: of those that may be a mistake each by itself, of the others
/// together.
pub(super) fn tell_of_columns(
    plan: &SheetPlan<'_>,
    of_kinds: &[KindColumns],
    blame: &mut Blame<'_>,
) {
    let Some(first) = of_kinds.first().map(|columns| columns.kind) else {
        return;
    };
    let mut together: Vec<(Untaken, Vec<&HeadedColumn>)> = Vec::new();
    for (index, headed) in untaken(plan, of_kinds) {
        let diagnostic = match why_untaken(index, headed, of_kinds) {
            Untaken::Known => continue,
            Untaken::ChosenWrongly => {
                let said = headed.said().unwrap_or_default();
                not_of_kind(first, said).with("way", messages::MAP_TO_ANOTHER)
            }
            Untaken::OfOtherKind => {
                let way = messages::leave_column_out(&headed.header);
                not_of_kind(first, &headed.header).with("way", way)
            }
            why => {
                match together.iter_mut().find(|(own, _)| *own == why) {
                    Some((_, columns)) => columns.push(headed),
                    None => together.push((why, vec![headed])),
                }
                continue;
            }
        };
        blame.column(diagnostic, plan, headed);
    }
    for (why, columns) in together {
        let headers: Vec<String> = columns
            .iter()
            .map(|column| column.header.to_string())
            .collect();
        let what = match headers.as_slice() {
            [one] => messages::one_column_left_out(one),
            several => messages::columns_left_out(&several.len(), &some_of(several)),
        };
        let why = match why {
            Untaken::Hidden => messages::IS_HIDDEN,
            Untaken::Headless => messages::HAS_NO_HEAD,
            _ => Bilingual::NOTHING,
        };
        let diagnostic = Diagnostic::of_site(Code::ColumnLeftOut)
            .with("what", what)
            .with("why", why)
            .with("column", &headers[0]);
        match columns.as_slice() {
            [one] => blame.column(diagnostic, plan, one),
            _ => blame.row(diagnostic, plan, plan.header_row(), None),
        }
    }
}

/// Says that a kind of record has no field that is called so.
pub(super) fn not_of_kind(kind: Kind, column: &str) -> Diagnostic {
    Diagnostic::of_site(Code::NotOfKind)
        .with("kind", kind.schema().with_article)
        .with("column", column)
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
    let kind = plan.kind_of(row);
    let is_of_no_kind = !of_kinds.iter().any(|columns| Some(columns.kind) == kind);
    let holds = |(column, _): &(u32, CellValue)| {
        plan.index_of(*column).is_some_and(|index| {
            is_taken(of_kinds, index) || is_of_no_kind && plan.kind_column == Some(index)
        })
    };
    let is_header = row.cells == plan.header_row().cells;
    !is_header && row.cells.iter().any(holds)
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
                .suggest(kind_meant(&said, blame.language))
        }
    };
    blame.row(diagnostic, plan, row, Some(headed));
}

/// The kind that a word was likely meant to name; longer words are not looked at, since a table may
/// have one in each row.
fn kind_meant(said: &str, language: Language) -> Option<&'static str> {
    let is_short = said.len() <= 40;
    is_short.then(|| meant(said, || KINDS.iter().map(KindSchema::names), language))?
}
