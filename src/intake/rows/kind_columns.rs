//! The columns of a sheet as the fields of one kind.

use super::blame::Blame;
use super::column_meaning::{ColumnMeaning, HeadedColumn};
use super::result::FieldKey;
use super::sheet_plan::SheetPlan;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::columns::{Likeness, stands_in};
use crate::schema::{Kind, Shape};

/// What each column of a sheet is for rows of one kind.
#[derive(Debug, Clone)]
pub(super) struct KindColumns {
    /// The kind.
    pub(super) kind: Kind,
    /// The fields, with the positions of their columns among those of the sheet.
    pub(super) fields: Vec<(usize, FieldKey)>,
    /// The position of the column with ids.
    pub(super) id: Option<usize>,
    /// The positions of columns that are a field which another column is already.
    pub(super) twice: Vec<usize>,
    /// The column with a beginning, where it holds the end as well.
    pub(super) both_times: Option<(usize, FieldKey)>,
}

impl KindColumns {
    /// What the columns are, and what is wrong with them.
    pub(super) fn of(kind: Kind, plan: &SheetPlan<'_>, blame: &mut Blame<'_>) -> Self {
        let schema = kind.schema();
        let mut columns = Self {
            kind,
            fields: Vec::new(),
            id: None,
            twice: Vec::new(),
            both_times: None,
        };
        let mut near = Vec::new();
        for (index, headed) in plan.columns.iter().enumerate() {
            match headed.meaning(schema, plan.kind_column == Some(index)) {
                ColumnMeaning::Id if columns.id.is_none() => columns.id = Some(index),
                ColumnMeaning::Field(key, Likeness::Same) => columns.fields.push((index, key)),
                ColumnMeaning::Field(key, Likeness::Near) => near.push((index, key)),
                _ => {}
            }
        }
        // A slip of the pen counts where the word itself stands nowhere.
        near.retain(|(_, key)| !columns.has(key));
        columns.fields.extend(near);
        columns.stand_in(plan);
        columns.drop_twice(plan, blame);
        columns.find_both_times();
        columns
    }

    fn has(&self, key: &FieldKey) -> bool {
        self.fields.iter().any(|(_, own)| own == key)
    }

    /// Gives a title or name that has no column the column that most likely is it.
    fn stand_in(&mut self, plan: &SheetPlan<'_>) {
        let schema = self.kind.schema();
        for (position, field) in schema.fields.iter().enumerate() {
            let key = FieldKey::whole(position);
            if self.has(&key) {
                continue;
            }
            let likely = |(index, headed): (usize, &HeadedColumn)| {
                let word = headed.word.as_deref()?;
                let is_free = headed.chosen.is_none() && !headed.hidden;
                let is_kind = plan.kind_column == Some(index);
                let place = stands_in(word, field, schema).filter(|_| is_free && !is_kind)?;
                Some((place, index))
            };
            let likeliest = plan.columns.iter().enumerate().filter_map(likely).min();
            if let Some((_, index)) = likeliest {
                self.fields.retain(|(own, _)| *own != index);
                self.fields.push((index, key));
            }
        }
    }

    /// Tells of columns that are one field, and keeps the first.
    fn drop_twice(&mut self, plan: &SheetPlan<'_>, blame: &mut Blame<'_>) {
        self.fields.sort();
        let mut kept: Vec<(usize, FieldKey)> = Vec::new();
        for (index, key) in std::mem::take(&mut self.fields) {
            let first = kept.iter().find(|(_, own)| *own == key);
            let Some((first, _)) = first else {
                kept.push((index, key));
                continue;
            };
            self.twice.push(index);
            let (first, second) = (&plan.columns[*first], &plan.columns[index]);
            let diagnostic = Diagnostic::of_site(Code::ColumnTwice)
                .with("column", &second.header)
                .with("other", &first.header)
                .with("key", key.written(self.kind, blame.language));
            blame.column(diagnostic, plan, second);
        }
        self.fields = kept;
    }

    /// Finds the column in which both times may stand: that of the beginning, where the end has none.
    fn find_both_times(&mut self) {
        let schema = self.kind.schema();
        let of_shape = |shape: Shape| {
            let position = schema.fields.iter().position(|field| field.shape == shape);
            position.map(FieldKey::whole)
        };
        if let (Some(start), Some(end)) = (of_shape(Shape::Time), of_shape(Shape::EndTime))
            && !self.has(&end)
        {
            let column = self.fields.iter().find(|(_, key)| *key == start);
            self.both_times = column.map(|(index, _)| (*index, end));
        }
    }
}
