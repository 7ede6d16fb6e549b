//! From files to records as written: [`crate::load`] reads the folder, [`record`] parses one file
//! by the one [`schema`].

pub mod choices;
pub mod endings;
pub mod geo;
pub mod key;
mod markdown_file;
pub mod media;
mod misplaced;
mod moments;
pub mod parse;
pub mod place;
pub mod promised;
mod read;
mod read_scalar;
mod read_value;
pub mod record;
pub mod reference;
pub mod schema;
mod toml_lines;
mod toml_meanings;
mod toml_problem;
pub mod value;
mod wording;

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

/// The facts that a file of a kind cannot do without, as they may be written in a language: for
/// messages.
pub fn required_facts(kind: schema::Kind, language: Language) -> String {
    wording::required_facts(kind, language)
}

/// Reads a TOML file that is one group of fields.
pub fn read_toml(
    file: FileId,
    text: &str,
    schema: &'static [schema::Field],
    name: Bilingual,
    language: Language,
) -> TomlFile {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut reader = read::Reader {
        file,
        text,
        offset: 0,
        language,
        stumbles: toml_problem::stumbles(&errors),
        in_list: false,
        diagnostics: toml_problem::diagnostics(&errors, text, 0, file),
    };
    let fields = reader.fields(
        root.get_ref(),
        read::first_line(Span::new(file, 0..text.len()), text),
        schema,
        name,
        &[],
    );
    toml_problem::drop_what_follows(&mut reader.diagnostics, text, &reader.stumbles);
    TomlFile {
        fields,
        diagnostics: reader.diagnostics,
    }
}
