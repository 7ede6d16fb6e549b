//! One record as written, before anything is known of others.

use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::value::{FieldEntry, Fields};
use crate::source::{SourcePath, Span, Spanned};

/// One record as written.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenRecord {
    /// Its kind.
    pub kind: Kind,
    /// The folder of its event; `None` for shared records and pages.
    pub event: Option<String>,
    /// The folder of its file.
    pub folder: SourcePath,
    /// The id that its file's name gives.
    pub file_id: Option<Spanned<Id>>,
    /// Its fields; a Markdown body stands among them as `text`.
    pub fields: Fields,
    /// Its table's header, or the first fact of its file: the place to blame for the whole.
    pub span: Span,
    /// Whether the file translates a record instead of being one.
    pub translation: bool,
}

/// What one file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ParsedFile {
    /// Its records, in their order.
    pub records: Vec<WrittenRecord>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

impl WrittenRecord {
    /// The id that the writer gave: as a field, or as the name of the file.
    pub fn written_id(&self) -> Option<Spanned<Id>> {
        let has_id = self.kind.schema().position(key::ID).is_some();
        let field = if has_id {
            self.fields.id(key::ID)
        } else {
            None
        };
        field.or_else(|| self.file_id.clone())
    }

    /// Adds what a translation's file says to the record it translates.
    pub fn translate(&mut self, translation: &WrittenRecord) -> Option<Diagnostic> {
        for entry in &translation.fields.entries {
            if !self.fields.schema[entry.field].translatable {
                continue;
            }
            if let Some(first) = self
                .fields
                .entries
                .iter()
                .find(|own| own.field == entry.field && own.translation)
            {
                let key = self.fields.schema[entry.field].name;
                return Some(
                    Diagnostic::at(Code::KeyTwice, entry.key)
                        .with("key", key)
                        .with("other", key)
                        .note(first.key, NoteKind::FirstHere),
                );
            }
            self.fields.entries.push(FieldEntry {
                translation: true,
                ..entry.clone()
            });
        }
        None
    }
}
