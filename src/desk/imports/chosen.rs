//! What somebody ticked and chose of the records of a file. What could not be ticked is not taken
//! over, whatever a form says.
//!
//! A page shows a limited number of rows: every mistake and every choice costs a few lines, and
//! nobody ticks 20,000 rows one by one. Those beyond it are taken together.

use std::collections::{HashMap, HashSet};

use super::records::{FieldSeen, RecordsPreview, RowFate, RowSeen};
use crate::desk::posted::Posted;
use crate::edit::proposal::Preferred;
use crate::id::Id;
use crate::schema::Kind;
use crate::words::{Language, desk_imports as words};

/// The rows that are shown one by one of those that are new or change.
pub(super) const MOST_PLAIN: usize = 500;

/// The rows that are shown one by one of those that somebody has to choose for.
pub(super) const MOST_CHOICES: usize = 60;

/// The records that are shown one by one of those that the file no longer has.
pub(super) const MOST_GONE: usize = 100;

/// The control with the rows that were ticked.
pub(super) const ROW: &str = "rij";

/// The control with whether those that are not shown are taken over.
pub(super) const REST: &str = "rest";

/// The control with what holds for those that are not shown and differ.
pub(super) const REST_SIDE: &str = "rest-kant";

/// The control with the records that are to go.
pub(super) const GONE: &str = "weg";

/// The control with the hash of what was shown.
pub(super) const SEEN: &str = "gezien";

/// What stands here holds.
pub(super) const HERE: &str = "hier";

/// What the file says holds.
pub(super) const FILE_SIDE: &str = "bestand";

/// Neither: the row is left alone for now.
pub(super) const NEITHER: &str = "geen";

/// The control with what holds for a field.
pub(super) fn side(row: usize, field: &FieldSeen) -> String {
    format!("kant-{row}-{}", field.place)
}

/// What somebody ticked and chose.
#[derive(Default)]
pub(super) struct ChosenRows {
    pub(super) rows: HashSet<usize>,
    pub(super) sides: HashMap<(usize, usize), Preferred>,
    pub(super) gone: Vec<(Kind, Id)>,
    /// What is still to be chosen, in sentences.
    pub(super) open: Vec<String>,
    /// Whether anything was ticked.
    pub(super) is_any: bool,
}

/// The rows of a file by how they are shown: each with its position.
pub(super) struct RowsShown<'a> {
    /// Those that somebody has to choose for.
    pub(super) choices: Vec<(usize, &'a RowSeen)>,
    /// Those that are new or change.
    pub(super) plain: Vec<(usize, &'a RowSeen)>,
}

impl<'a> RowsShown<'a> {
    pub(super) fn of(preview: &'a RecordsPreview) -> Self {
        let all = || preview.rows.iter().enumerate();
        let choices = all()
            .filter(|(_, row)| matches!(row.fate, RowFate::Choose(_) | RowFate::Missing))
            .collect();
        let plain = all()
            .filter(|(_, row)| matches!(row.fate, RowFate::New | RowFate::Changed(_)))
            .collect();
        Self { choices, plain }
    }

    /// How many rows that somebody has to choose for are not shown: those that differ, and those
    /// that were removed.
    pub(super) fn choices_left(&self) -> (usize, usize) {
        let left = self.choices.iter().skip(MOST_CHOICES);
        let all = left.len();
        let missing = left.filter(|(_, row)| matches!(row.fate, RowFate::Missing));
        let missing = missing.count();
        (all - missing, missing)
    }
}

impl ChosenRows {
    /// What a form says.
    pub(super) fn of(preview: &RecordsPreview, posted: &Posted, language: Language) -> Self {
        let numbers = |name| -> HashSet<usize> {
            let numbers = posted.all(name).filter_map(|number| number.parse().ok());
            numbers.collect()
        };
        let ticked = numbers(ROW);
        let shown = RowsShown::of(preview);
        let mut chosen = Self::default();
        let takes_rest = posted.has(REST);
        for (place, (row, _)) in shown.plain.iter().enumerate() {
            let is_taken = if place < MOST_PLAIN {
                ticked.contains(row)
            } else {
                takes_rest
            };
            if is_taken {
                chosen.rows.insert(*row);
            }
        }
        for (row, seen) in shown.choices.iter().take(MOST_CHOICES) {
            if ticked.contains(row) {
                chosen.choose(*row, seen, posted, language);
            }
        }
        chosen.rest(&shown, posted, language);
        let gone = numbers(GONE);
        let all = preview.gone.iter().take(MOST_GONE).enumerate();
        let going = all.filter(|(number, record)| record.may_go && gone.contains(number));
        chosen.gone = going.map(|(_, gone)| gone.record.clone()).collect();
        chosen.is_any = !chosen.rows.is_empty() || !chosen.gone.is_empty();
        // What is the same is remembered as what the file said.
        let same = preview.rows.iter().enumerate();
        let same = same.filter(|(_, row)| matches!(row.fate, RowFate::Same));
        chosen.rows.extend(same.map(|(row, _)| row));
        chosen
    }

    /// Takes a row whose sides were chosen.
    fn choose(&mut self, row: usize, seen: &RowSeen, posted: &Posted, language: Language) {
        self.rows.insert(row);
        let RowFate::Choose(fields) = &seen.fate else {
            return;
        };
        for field in fields.iter().filter(|field| field.is_conflict) {
            match posted.first(&side(row, field)).and_then(side_of) {
                Some(side) => {
                    self.sides.insert((row, field.place), side);
                }
                None => {
                    let said = words::choose_for(&field.key, &seen.name);
                    self.open.push(said.get(language).to_owned());
                }
            }
        }
    }

    /// Takes the rows that are not shown, where a side was chosen for all of them.
    fn rest(&mut self, shown: &RowsShown<'_>, posted: &Posted, language: Language) {
        if shown.choices_left().0 == 0 {
            return;
        }
        let said = posted.first(REST_SIDE).unwrap_or_default();
        let Some(side) = side_of(said) else {
            if said != NEITHER {
                self.open
                    .push(words::CHOOSE_FOR_REST.get(language).to_owned());
            }
            return;
        };
        for (row, seen) in shown.choices.iter().skip(MOST_CHOICES) {
            if let RowFate::Choose(fields) = &seen.fate {
                self.rows.insert(*row);
                let conflicts = fields.iter().filter(|field| field.is_conflict);
                self.sides
                    .extend(conflicts.map(|field| ((*row, field.place), side)));
            }
        }
    }
}

/// The side that a form names.
fn side_of(said: &str) -> Option<Preferred> {
    match said {
        HERE => Some(Preferred::Site),
        FILE_SIDE => Some(Preferred::Proposed),
        _ => None,
    }
}
