//! From files to records as written: [`load`] reads the folder, [`record`] parses one file by the one [`schema`].

pub mod markdown;
pub mod media;
pub mod place;
mod read;
pub mod record;
pub mod reference;
pub mod schema;
mod toml_problem;
pub mod value;

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::words::{Bilingual, Language};

/// A TOML file that is one group of fields, such as `oogst.toml`.
#[derive(Debug)]
pub struct TomlFile {
    /// Its fields, read by the schema.
    pub fields: value::Fields,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a TOML file that is one group of fields.
pub fn read_toml(file: FileId, text: &str, schema: &'static [schema::Field], name: Bilingual, language: Language) -> TomlFile {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut reader = read::Reader { file, text, offset: 0, language, diagnostics: toml_problem::diagnostics(&errors, text, 0, file) };
    let before = reader.diagnostics.len();
    let fields = reader.fields(root.get_ref(), Span::new(file, 0..0), schema, name, &[]);
    if before > 0 {
        // Keys behind a syntax mistake are not missing.
        let kept: Vec<Diagnostic> =
            reader.diagnostics.drain(before..).filter(|diagnostic| diagnostic.code != crate::diagnostic::Code::MissingKey).collect();
        reader.diagnostics.extend(kept);
    }
    TomlFile { fields, diagnostics: reader.diagnostics }
}
