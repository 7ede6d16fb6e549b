//! What the user says of a table, where its own words do not say enough.

use crate::diagnostic::{Code, Diagnostic};
use crate::schema::Kind;
use crate::words::messages::tables as messages;

/// What the user says of all tables of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableChoices {
    /// The kind of rows of which neither a column nor their sheet says it.
    pub kind: Option<Kind>,
    /// The number of the row with the heads of the columns, from 1.
    pub header_row: Option<u32>,
    /// What columns are.
    pub columns: Vec<ColumnChoice>,
}

/// What the user says of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChoice {
    /// What stands at its head, or its letters.
    pub column: String,
    /// The key of the field that it is; none where it is to be left out.
    pub field: Option<String>,
}

impl ColumnChoice {
    /// Reads `Opmerking=tekst`, or `Opmerking=-` for a column to leave out. The last `=` counts: a
    /// head may hold that sign, and no key does.
    ///
    /// # Errors
    /// When it is not written so.
    pub fn parse(text: &str) -> Result<Self, Box<Diagnostic>> {
        let parts = text
            .rsplit_once('=')
            .map(|(column, field)| (column.trim(), field.trim()));
        match parts {
            Some((column, field)) if !column.is_empty() && !field.is_empty() => Ok(Self {
                column: column.to_owned(),
                field: (field != "-").then(|| field.to_owned()),
            }),
            _ => Err(Box::new(
                Diagnostic::of_site(Code::BadMap)
                    .with("map", text)
                    .with("problem", messages::MAP_IS_NO_PAIR)
                    .with("way", messages::WRITE_MAP),
            )),
        }
    }

    /// As it is typed.
    pub(in crate::intake) fn written(&self) -> String {
        let field = self.field.as_deref().unwrap_or("-");
        format!("{}={field}", self.column)
    }
}
