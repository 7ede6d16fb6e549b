//! What somebody says of a file that they sent, where its own words do not say enough. It stands in
//! the address, so that the page that shows the file and the form on it mean the same.

use std::num::NonZeroU16;

use jiff::civil::Date;

use crate::desk::forms::as_sentence;
use crate::desk::posted::Posted;
use crate::intake::rows::{ColumnChoice, TableChoices};
use crate::schema::Kind;
use crate::source::Sources;
use crate::words::{Language, desk_imports as words};

/// The control with the day of a new event.
pub(super) const DATE: &str = "datum";

/// The control with the kind of the rows.
pub(super) const KIND: &str = "soort";

/// The control with the row of the heads.
pub(super) const HEADER: &str = "kop";

/// The control with what columns are, a line for each.
pub(super) const COLUMNS: &str = "kolommen";

/// The most columns that something is said of.
const MOST_COLUMNS: usize = 300;

/// What is said of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct ImportAsked {
    /// The day of a new event, as it was typed.
    pub(super) date: String,
    /// The kind of the rows, by its English name.
    pub(super) kind: String,
    /// The row of the heads, as it was typed.
    pub(super) header: String,
    /// What columns are, as it was typed.
    pub(super) columns: String,
}

impl ImportAsked {
    /// What an address says.
    pub(super) fn of(query: &Posted) -> Self {
        let said = |name| query.first(name).unwrap_or_default().trim().to_owned();
        Self {
            date: said(DATE),
            kind: said(KIND),
            header: said(HEADER),
            columns: said(COLUMNS),
        }
    }

    /// The day of a new event.
    pub(super) fn day(&self) -> Option<Date> {
        self.date.parse().ok()
    }

    /// What is said of the columns of a table, or of the tracks of a programme.
    pub(super) fn columns(&self, language: Language) -> Result<Vec<ColumnChoice>, Vec<String>> {
        let lines = self.columns.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty()).take(MOST_COLUMNS);
        let read: Result<Vec<ColumnChoice>, _> = lines.map(ColumnChoice::parse).collect();
        read.map_err(|wrong| vec![as_sentence(&wrong, &Sources::default(), language)])
    }

    /// What is said of a table.
    pub(super) fn table(&self, language: Language) -> Result<TableChoices, Vec<String>> {
        let header_row = match self.header.as_str() {
            "" => None,
            typed => match typed.parse::<NonZeroU16>() {
                Ok(row) => Some(u32::from(row.get())),
                Err(_) => {
                    return Err(vec![words::HEADER_IS_NO_NUMBER.get(language).to_owned()]);
                }
            },
        };
        Ok(TableChoices {
            kind: Kind::named(&self.kind).filter(|kind| kind.stands_in_tables()),
            header_row,
            columns: self.columns(language)?,
        })
    }

    /// As it stands behind an address.
    pub(super) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let said = [
            (DATE, &self.date),
            (KIND, &self.kind),
            (HEADER, &self.header),
            (COLUMNS, &self.columns),
        ];
        for (name, said) in said.into_iter().filter(|(_, said)| !said.is_empty()) {
            query.append_pair(name, said);
        }
        match query.finish() {
            query if query.is_empty() => query,
            query => format!("?{query}"),
        }
    }
}
