//! A TOML file that is one group of fields, such as `oogst.toml`.

use toml::de::DeTable;

use super::kinds::Field;
use super::read::{Reader, first_line};
use super::toml_problem;
use super::value::Fields;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::words::{Bilingual, Language};

/// A TOML file that is one group of fields, such as `oogst.toml`.
#[derive(Debug)]
pub struct TomlFile {
    /// Its fields, read by the schema.
    pub fields: Fields,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a TOML file that is one group of fields.
pub fn read_toml(
    file: FileId,
    text: &str,
    schema: &'static [Field],
    name: Bilingual,
    language: Language,
) -> TomlFile {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        file,
        text,
        offset: 0,
        language,
        stumbles: toml_problem::stumbles(&errors),
        understood: Vec::new(),
        in_list: false,
        diagnostics: toml_problem::diagnostics(&errors, text, 0, file),
    };
    let fields = reader.fields(
        root.get_ref(),
        first_line(Span::new(file, 0..text.len()), text),
        schema,
        name,
        &[],
    );
    reader.drop_what_follows();
    TomlFile {
        fields,
        diagnostics: reader.diagnostics,
    }
}
