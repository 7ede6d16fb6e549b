//! `--skip-bad-rows`: rows with a mistake stay out, and are kept in a file beside the list, where they
//! can be mended and taken over next.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::app::cli::ImportTask;
use crate::app::ending::{Ending, today};
use crate::app::outside;
use crate::app::terminal::Terminal;
use crate::config::Config;
use crate::error::{Error, Operation};
use crate::export::plain;
use crate::intake::rows::ReadRows;
use crate::intake::table::{Sheet, Workbook, read};
use crate::source::SourcePath;
use crate::takeover::{bad_rows, can_be_skipped};
use crate::words::{exporting, importing};

/// Rows by the number of their sheet, from 0, and their own, from 1.
type RowPlaces = HashSet<(usize, u32)>;

/// Rows that are skipped.
pub(super) struct SkippedRows<'a> {
    task: &'a ImportTask,
    bytes: &'a [u8],
    places: RowPlaces,
    /// The number of the row with the heads, of each sheet that was read.
    heads: Vec<(usize, u32)>,
    file: PathBuf,
}

impl<'a> SkippedRows<'a> {
    /// Takes rows with a mistake out of what was read, where that was asked for and only rows have
    /// mistakes; told where a file is there already that would hold them.
    pub(super) fn of(
        task: &'a ImportTask,
        bytes: &'a [u8],
        rows: &mut ReadRows,
        terminal: &Terminal,
    ) -> Result<Option<Self>, Ending> {
        if !task.skip_bad_rows || !can_be_skipped(rows) {
            return Ok(None);
        }
        let stem = task.file.file_stem().unwrap_or_default();
        let name = format!(
            "{}{}.xlsx",
            stem.to_string_lossy(),
            importing::SKIPPED_ENDING.get(terminal.language)
        );
        let file = task.file.with_file_name(name);
        outside::accept(&file, false, exporting::MOVE_IT, terminal)?;
        let places = bad_rows(rows);
        rows.rows.retain(|row| !row.has_error);
        let heads = rows.sheets.iter();
        Ok(Some(Self {
            task,
            bytes,
            places,
            heads: heads
                .map(|sheet| (sheet.number, sheet.header_row))
                .collect(),
            file,
        }))
    }

    /// Keeps them, and says so.
    pub(super) fn write(&self, config: &Config, terminal: &Terminal) -> Result<(), Ending> {
        let said = terminal.language;
        let counted = importing::ROW.counted(self.places.len(), said);
        if self.task.dry_run {
            terminal.tell(importing::rows_to_skip(&counted).get(said));
            return Ok(());
        }
        let made = match self.made(config) {
            Ok(made) => made,
            Err(error) => {
                terminal.failure(&error);
                return Err(Ending::Failed);
            }
        };
        if let Err(error) = outside::write(&self.file, &made) {
            terminal.failure(&error);
            return Err(Ending::Failed);
        }
        let file = self.file.display();
        terminal.tell(importing::rows_skipped(&counted, &file).get(said));
        Ok(())
    }

    /// The workbook of them: each sheet with its heads and its rows that were skipped.
    fn made(&self, config: &Config) -> Result<Vec<u8>, Error> {
        let failed = Error::during(Operation::Write, &self.file);
        let name = SourcePath::new(&self.task.file.to_string_lossy());
        // It was read before; what it is did not change.
        let Ok(table) = read(self.bytes, &name) else {
            return Ok(Vec::new());
        };
        let sheets = table.sheets.into_iter().enumerate();
        let kept = sheets.filter_map(|(number, sheet)| self.rows_of(number, sheet));
        let kept = Workbook {
            sheets: kept.collect(),
            ..table
        };
        let stem = self.file.file_stem().unwrap_or_default().to_string_lossy();
        let day = today(None).day(config);
        plain::with_ids(&kept, &[], &stem, day).map_err(failed)
    }

    fn rows_of(&self, number: usize, mut sheet: Sheet) -> Option<Sheet> {
        let (_, head) = self.heads.iter().find(|(own, _)| *own == number)?;
        let is_kept = |row: u32| row == *head || self.places.contains(&(number, row));
        sheet.rows.retain(|row| is_kept(row.number));
        sheet.merged.clear();
        for (place, row) in (1..).zip(&mut sheet.rows) {
            row.number = place;
        }
        (sheet.rows.len() > 1).then_some(sheet)
    }
}
