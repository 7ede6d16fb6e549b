//! All sheets of a file, one after the other: what is read of each, and what is left out.

use std::cell::Cell;
use std::collections::HashSet;
use std::rc::Rc;

use super::super::table::{CellValue, Sheet, SheetRow, Workbook};
use super::blame::{Blame, nearest_header};
use super::choices::TableChoices;
use super::column_meaning::{ColumnMeaning, HeadedColumn};
use super::dates::{StrokeOrder, stroke_order};
use super::file_records::add_records;
use super::kind_columns::KindColumns;
use super::known::Known;
use super::leftovers::{
    is_record, leave_out, taken, tell_of_columns, tell_of_kind, tell_of_missing_columns,
    tell_of_torn_rows,
};
use super::lists::{NamesOfTable, PATIENCE};
use super::result::{NotTaken, ReadRows, ReadSheet, WhyNotTaken};
use super::row::RecordReader;
use super::sheet_plan::SheetPlan;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::schema::{Field, Kind, KindSchema, meant};
use crate::source::SourcePath;
use crate::words::Language;
use crate::words::importing;
use crate::words::messages::tables as messages;

/// The sheet that this program hides in its own workbooks, with what it knew when it made them.
pub const BASE_SHEET: &str = "oogst-basis";

pub(super) fn read(
    mut workbook: Workbook,
    file: &SourcePath,
    choices: &TableChoices,
    known: &Known,
) -> ReadRows {
    let is_base = |sheet: &Sheet| sheet.hidden && sheet.name.as_deref() == Some(BASE_SHEET);
    let base = workbook.sheets.iter().position(is_base);
    let base = base.map(|place| workbook.sheets.remove(place));
    let is_ours = base.is_some();
    let rows = base.iter().flat_map(|base| &base.rows);
    let ours = rows.filter_map(|row| match row.cell(0) {
        Some(CellValue::Text(record)) => Some(record.clone()),
        _ => None,
    });
    let mut reading = FileReader {
        blame: Blame {
            file,
            language: known.language,
            diagnostics: Vec::new(),
            errors: 0,
        },
        choices,
        known,
        is_ours,
        ours: Rc::new(ours.collect()),
        ids: HashSet::new(),
        patience: Rc::new(Cell::new(PATIENCE)),
        read: ReadRows {
            file: file.clone(),
            rows: Vec::new(),
            sheets: Vec::new(),
            left_out: Vec::new(),
            encoded: workbook.encoded,
            base,
            diagnostics: Vec::new(),
        },
    };
    reading.all(&workbook.sheets);
    let FileReader {
        blame, mut read, ..
    } = reading;
    read.diagnostics = blame.diagnostics;
    read
}

struct FileReader<'a> {
    blame: Blame<'a>,
    choices: &'a TableChoices,
    known: &'a Known,
    is_ours: bool,
    /// The records that it was made with, as it names them.
    ours: Rc<HashSet<String>>,
    /// The ids that rows gave so far.
    ids: HashSet<(Kind, Id)>,
    patience: Rc<Cell<usize>>,
    read: ReadRows,
}

impl FileReader<'_> {
    fn all(&mut self, sheets: &[Sheet]) {
        let plans = self.plans(sheets);
        self.check_choices(&plans);
        let mut of_plans = Vec::new();
        let mut records = Known::new(self.known.language, self.known.year);
        for plan in &plans {
            let of_kinds = self.of_kinds(plan);
            add_records(plan, &of_kinds, &mut records);
            of_plans.push(of_kinds);
        }
        for (plan, of_kinds) in plans.iter().zip(&of_plans) {
            self.sheet(plan, of_kinds, &records);
        }
        if plans.is_empty() && self.blame.diagnostics.is_empty() {
            let diagnostic = Diagnostic::of_site(Code::NothingInTable)
                .with("why", messages::NOTHING_SEEN)
                .with("way", messages::WRITE_HEADER);
            self.blame.file(diagnostic);
        }
    }

    /// How each sheet is read that is to be read.
    fn plans<'s>(&mut self, sheets: &'s [Sheet]) -> Vec<SheetPlan<'s>> {
        let has_rows = |sheet: &&Sheet| !sheet.hidden && !sheet.rows.is_empty();
        let is_alone = sheets.iter().filter(has_rows).count() == 1;
        let stem = self.blame.file.name().rsplit_once('.');
        let stem = stem.map_or("", |(stem, _)| stem).to_owned();
        // A copy that this program gave ids goes by the name of the list.
        let stem = Language::ALL.iter().fold(stem.as_str(), |stem, language| {
            let added = importing::COPY_ENDING.get(*language);
            stem.strip_suffix(added).unwrap_or(stem)
        });
        let called = if is_alone { stem } else { "" };
        let mut plans = Vec::new();
        let mut odd = Vec::new();
        for (number, sheet) in sheets.iter().enumerate() {
            match SheetPlan::of(sheet, number, called, self.choices) {
                Ok(plan) => plans.push(plan),
                Err(why) => {
                    if !matches!((why, &sheet.name), (WhyNotTaken::Empty, None)) {
                        self.read.left_out.push(NotTaken::Sheet {
                            name: sheet.name.clone(),
                            why,
                        });
                    }
                    odd.push((number, sheet, why));
                }
            }
        }
        for (number, sheet, why) in odd {
            self.tell_of_sheet(number, sheet, why, plans.is_empty());
        }
        plans
    }

    /// Tells of a sheet with something in it that is not read: an explanation in a workbook of ours
    /// is none of anybody's concern.
    fn tell_of_sheet(
        &mut self,
        number: usize,
        sheet: &Sheet,
        why: WhyNotTaken,
        is_nothing_read: bool,
    ) {
        let (problem, way) = match why {
            WhyNotTaken::Hidden | WhyNotTaken::Empty => return,
            WhyNotTaken::NoHeader => (messages::NO_HEADER, messages::WRITE_HEADER),
            WhyNotTaken::NoKind => (messages::NO_KIND, messages::SAY_KIND),
        };
        if self.is_ours && !is_nothing_read {
            return;
        }
        let code = if is_nothing_read {
            Code::NothingInTable
        } else {
            Code::SheetLeftOut
        };
        let diagnostic = Diagnostic::of_site(code)
            .with("why", problem)
            .with("way", way);
        self.blame.sheet(diagnostic, sheet.name.as_deref(), number);
    }

    /// Tells of what the user said of columns that are not there, and of fields that no kind has.
    fn check_choices(&mut self, plans: &[SheetPlan<'_>]) {
        for (number, choice) in self.choices.columns.iter().enumerate() {
            let of = |problem| {
                Diagnostic::of_site(Code::BadMap)
                    .with("map", choice.written())
                    .with("problem", problem)
            };
            let mut columns = plans.iter().flat_map(|plan| &plan.columns);
            let is_used = columns.any(|column| column.choice == Some(number));
            if !is_used && !plans.is_empty() {
                let near = nearest_header(&choice.column, plans);
                self.blame
                    .file(of(messages::no_column(&choice.column)).suggest(near));
                continue;
            }
            let Some(field) = &choice.field else { continue };
            let is_known = |schema: &'static KindSchema| {
                let column = HeadedColumn::new(0, field, false, false, &TableChoices::default());
                column.is_kind(None) || column.meaning(schema, false) != ColumnMeaning::Nothing
            };
            if !Kind::all_in_tables().any(is_known) {
                let names = || Kind::all_in_tables().flat_map(|schema| schema.fields);
                let near = meant(field, || names().map(Field::names), self.blame.language);
                self.blame.file(of(messages::no_field(field)).suggest(near));
            }
        }
    }

    /// What the columns of a sheet are for each kind of its rows.
    fn of_kinds(&mut self, plan: &SheetPlan<'_>) -> Vec<KindColumns> {
        let mut kinds: Vec<Kind> = Vec::new();
        for row in plan.rows() {
            if let Some(kind) = plan.kind_of(row)
                && !kinds.contains(&kind)
            {
                kinds.push(kind);
            }
        }
        let of = |kind: &Kind| KindColumns::of(*kind, plan, &mut self.blame);
        kinds.iter().map(of).collect()
    }

    fn sheet(&mut self, plan: &SheetPlan<'_>, of_kinds: &[KindColumns], records: &Known) {
        let sheet = self.read.sheets.len();
        self.read.sheets.push(ReadSheet {
            name: plan.name.clone(),
            number: plan.number,
            header_row: plan.header_row().number,
            kinds: of_kinds.iter().map(|columns| columns.kind).collect(),
            columns: taken(plan, of_kinds, self.blame.language),
            id_column: id_column(plan, of_kinds),
            hidden_rows: Vec::new(),
            rows: 0,
        });
        leave_out(plan, of_kinds, &mut self.read.left_out);
        let torn = tell_of_torn_rows(plan, &mut self.blame);
        if torn.is_empty() {
            tell_of_columns(plan, of_kinds, &mut self.blame);
            tell_of_missing_columns(plan, of_kinds, &mut self.blame);
        }
        let patience = Rc::clone(&self.patience);
        let ours = Rc::clone(&self.ours);
        let reader = RecordReader {
            plan,
            names: NamesOfTable {
                site: self.known,
                file: records,
                patience: &patience,
            },
            ours: &ours,
            sheet,
            orders: orders(plan),
        };
        let before = self.read.rows.len();
        for row in plan.rows() {
            if torn.contains(&row.number) || !is_record(plan, of_kinds, row) {
                continue;
            }
            let kind = plan.kind_of(row);
            let columns = of_kinds.iter().find(|columns| Some(columns.kind) == kind);
            match columns {
                Some(columns) => self.row(&reader, of_kinds, columns, row),
                None => tell_of_kind(plan, row, &mut self.blame),
            }
        }
        // Cells of a torn row stand in the wrong columns, and nobody knows from where on.
        if !torn.is_empty() {
            self.read.rows.truncate(before);
        }
        self.read.sheets[sheet].rows = self.read.rows.len() - before;
    }

    fn row(
        &mut self,
        reader: &RecordReader<'_>,
        of_kinds: &[KindColumns],
        columns: &KindColumns,
        row: &SheetRow,
    ) {
        let before = self.blame.errors;
        reader.other_kinds(of_kinds, columns, row, &mut self.blame);
        let mut read = reader.read(row, columns, &mut self.blame);
        if let Some(id) = &read.id
            && !self.ids.insert((read.kind, id.clone()))
        {
            let diagnostic = Diagnostic::of_site(Code::DuplicateId)
                .with("kind", read.kind.schema().with_article)
                .with("id", id)
                .with("way", messages::ID_ONCE);
            let headed = columns.id.map(|index| &reader.plan.columns[index]);
            self.blame.row(diagnostic, reader.plan, row, headed);
        }
        read.has_error = self.blame.errors > before;
        if row.hidden {
            self.read.sheets[reader.sheet].hidden_rows.push(row.number);
        }
        self.read.rows.push(read);
    }
}

/// The column with the ids of the rows.
fn id_column(plan: &SheetPlan<'_>, of_kinds: &[KindColumns]) -> Option<u32> {
    let index = of_kinds.iter().find_map(|columns| columns.id)?;
    Some(plan.columns[index].column)
}

/// Of each column, the order of days that are written with strokes.
fn orders(plan: &SheetPlan<'_>) -> Vec<Option<StrokeOrder>> {
    let of = |headed: &HeadedColumn| {
        let cells = plan.rows().iter().filter_map(|row| row.cell(headed.column));
        stroke_order(cells.filter_map(|cell| match cell {
            CellValue::Text(text) => Some(text.as_str()),
            _ => None,
        }))
    };
    plan.columns.iter().map(of).collect()
}
