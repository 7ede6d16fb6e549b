//! `--write-back`: a copy of a list with the ids that its rows have now, beside it. The list itself
//! stays as it is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::app::cli::ImportTask;
use crate::app::ending::{Ending, today};
use crate::app::event::wrong;
use crate::app::outside;
use crate::app::terminal::Terminal;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::edit::proposal::MergedProposal;
use crate::error::{Error, Operation};
use crate::export::plain;
use crate::intake::package::{Package, PackageKind};
use crate::intake::rows::ReadRows;
use crate::intake::table::{SheetIds, read, with_ids};
use crate::source::SourcePath;
use crate::words::{Language, exporting, importing};

/// A copy that is to be made.
pub(super) struct CopyWithIds<'a> {
    task: &'a ImportTask,
    bytes: &'a [u8],
    file: PathBuf,
}

impl<'a> CopyWithIds<'a> {
    /// Where it goes, where one was asked for; told where a file is there already.
    pub(super) fn of(
        task: &'a ImportTask,
        bytes: &'a [u8],
        terminal: &Terminal,
    ) -> Result<Option<Self>, Ending> {
        if !task.write_back {
            return Ok(None);
        }
        let ending = importing::COPY_ENDING.get(terminal.language);
        let name = format!("{}{ending}.xlsx", stem(&task.file));
        let file = task.file.with_file_name(name);
        outside::accept(&file, false, exporting::MOVE_IT, terminal)?;
        Ok(Some(Self { task, bytes, file }))
    }

    /// Makes it.
    pub(super) fn write(
        &self,
        rows: &ReadRows,
        merged: &MergedProposal,
        config: &Config,
        terminal: &Terminal,
    ) -> Ending {
        let ids = ids(rows, merged, config.language());
        if ids.iter().all(|ids| ids.ids.is_empty()) {
            terminal.tell(exporting::NO_NEW_IDS.get(terminal.language));
            return Ending::Fine;
        }
        let made = match self.made(&ids, config) {
            Ok(Ok(made)) => made,
            Ok(Err(diagnostic)) => return wrong(&diagnostic, terminal),
            Err(error) => {
                terminal.failure(&error);
                return Ending::Failed;
            }
        };
        match outside::write(&self.file, &made) {
            Ok(()) => {
                let file = self.file.to_string_lossy();
                terminal.tell(exporting::copy_written(&file).get(terminal.language));
                Ending::Fine
            }
            Err(error) => {
                terminal.failure(&error);
                Ending::Failed
            }
        }
    }

    /// The bytes of the copy: of a workbook of Excel all that is in it, of another table its cells.
    fn made(
        &self,
        ids: &[SheetIds],
        config: &Config,
    ) -> Result<Result<Vec<u8>, Diagnostic>, Error> {
        let file = SourcePath::new(&self.task.file.to_string_lossy());
        let kind = Package::open(self.bytes).map(|package| package.kind());
        if kind == Ok(PackageKind::Workbook) {
            let made = with_ids(self.bytes, ids).map_err(|refused| refused.diagnostic(&file));
            // A copy that cannot be taken over is none.
            return Ok(made.and_then(|made| read(&made, &file).map(|_| made)));
        }
        let tables = match read(self.bytes, &file) {
            Ok(tables) => tables,
            Err(diagnostic) => return Ok(Err(diagnostic)),
        };
        let day = today(None).day(config);
        plain::with_ids(&tables, ids, &stem(&self.task.file), day)
            .map(Ok)
            .map_err(Error::during(Operation::Write, &self.file))
    }
}

/// The name of a file without its ending, and without what a copy has behind its name.
fn stem(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let stem = Language::ALL.iter().fold(&*stem, |stem, language| {
        let ending = importing::COPY_ENDING.get(*language);
        stem.strip_suffix(ending).unwrap_or(stem)
    });
    stem.to_owned()
}

/// The ids of rows that do not say theirs.
fn ids(rows: &ReadRows, merged: &MergedProposal, language: Language) -> Vec<SheetIds> {
    let mut sheets: Vec<SheetIds> = rows
        .sheets
        .iter()
        .map(|sheet| SheetIds {
            name: sheet.name.as_deref().map(ToOwned::to_owned),
            header_row: sheet.header_row,
            column: sheet.id_column,
            head: exporting::ID_HEAD.get(language).to_owned(),
            ids: BTreeMap::new(),
        })
        .collect();
    for (row, record) in rows.rows.iter().zip(&merged.records) {
        if let Some(id) = record.id.as_ref().filter(|_| row.id.is_none()) {
            let word = row.kind.schema().name.get(language);
            sheets[row.sheet]
                .ids
                .insert(row.number, format!("{word}:{id}"));
        }
    }
    sheets.retain(|sheet| !sheet.ids.is_empty());
    sheets
}
