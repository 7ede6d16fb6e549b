//! Reads `addresses.toml`: rows of fields become promises, and what moved or is gone.

use super::fields::ADDRESSES;
use super::forgotten::Forgotten;
use super::rows::{Destination, Gone, Moved, Promise, Promised};
use super::short::is_short;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::reference::Reference;
use crate::schema::value::Fields;
use crate::schema::{TomlFile, read_toml};
use crate::source::{FileId, SourceFile, Span, Spanned};
use crate::words::{Bilingual, Language, Text};

/// Reads `addresses.toml`. What cannot be read is reported; a site is then not built, so that no
/// promise is forgotten by a slip.
pub fn read(id: FileId, file: &SourceFile, language: Language) -> (Promised, Vec<Diagnostic>) {
    resolve(written(id, file, language))
}

/// The fields of `addresses.toml`, as they are written.
pub fn written(id: FileId, file: &SourceFile, language: Language) -> TomlFile {
    read_toml(
        id,
        &file.text,
        ADDRESSES,
        Bilingual::same("addresses.toml"),
        language,
    )
}

/// What the fields say.
pub fn resolve(file: TomlFile) -> (Promised, Vec<Diagnostic>) {
    let TomlFile {
        fields,
        mut diagnostics,
    } = file;
    let mut reader = RowReader {
        diagnostics: &mut diagnostics,
    };
    let promises = fields
        .tables("promised")
        .iter()
        .filter_map(|row| reader.promise(row))
        .collect::<Vec<_>>();
    let moved = fields
        .tables("moved")
        .iter()
        .filter_map(|row| reader.moved(row))
        .collect::<Vec<_>>();
    let gone = fields
        .tables("gone")
        .iter()
        .filter_map(|row| reader.gone(row))
        .collect::<Vec<_>>();
    let forgotten = fields
        .tables("forgotten")
        .iter()
        .filter_map(|row| reader.forgotten(row))
        .collect::<Vec<_>>();
    let mut said = std::collections::HashMap::new();
    for reference in moved
        .iter()
        .map(|moved| &moved.from)
        .chain(gone.iter().map(|gone| &gone.what))
    {
        if let Some(first) = said.insert(reference.value.clone(), reference.span) {
            diagnostics.push(
                Diagnostic::at(Code::SaidTwice, reference.span)
                    .with("what", &reference.value)
                    .note(first, NoteKind::FirstHere),
            );
        }
    }
    (
        Promised {
            promises,
            moved,
            gone,
            forgotten,
        },
        diagnostics,
    )
}

struct RowReader<'a> {
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl RowReader<'_> {
    fn reference(&mut self, written: Option<Spanned<String>>) -> Option<Spanned<Reference>> {
        let Spanned { value, span } = written?;
        let reference = Reference::parse(&value);
        if reference.is_none() {
            self.diagnostics
                .push(Diagnostic::at(Code::BadReference, span).with("value", &value));
        }
        reference.map(|reference| Spanned::new(reference, span))
    }

    fn address(&mut self, value: &str, span: Span) -> bool {
        let fits = is_address(value);
        if !fits {
            self.diagnostics
                .push(Diagnostic::at(Code::BadAlias, span).with("value", value));
        }
        fits
    }

    fn short(&mut self, short: &Spanned<String>) -> bool {
        let fits = is_short(&short.value);
        if !fits {
            self.diagnostics
                .push(Diagnostic::at(Code::BadShort, short.span).with("value", &short.value));
        }
        fits
    }

    fn promise(&mut self, row: &Fields) -> Option<Promise> {
        let of = self.reference(row.line("of"))?;
        let short = row.line("short").filter(|short| self.short(short));
        let addresses = row
            .lines("addresses")
            .iter()
            .filter(|address| self.address(&address.value, address.span))
            .cloned()
            .collect();
        Some(Promise {
            of,
            short,
            addresses,
        })
    }

    fn moved(&mut self, row: &Fields) -> Option<Moved> {
        let from = self.reference(row.line("from"));
        let written = row.line("to")?;
        let to = if written.value.starts_with('/') {
            self.address(&written.value, written.span)
                .then(|| written.clone().map(Destination::Address))
        } else {
            self.reference(Some(written))
                .map(|to| to.map(Destination::Reference))
        };
        Some(Moved {
            from: from?,
            to: to?,
        })
    }

    fn gone(&mut self, row: &Fields) -> Option<Gone> {
        let what = self.reference(row.line("what"))?;
        let (reason, said_at) = reason(row)?;
        let forget = row.bool("forget").is_some_and(|forget| forget.value);
        Some(Gone {
            what,
            reason,
            said_at,
            date: row.date("date")?.value,
            forget,
        })
    }

    fn forgotten(&mut self, row: &Fields) -> Option<Forgotten> {
        let shorts = row
            .lines("short")
            .iter()
            .filter(|short| self.short(short))
            .cloned()
            .collect();
        let marks = row
            .lines("marks")
            .iter()
            .map(|mark| mark.value.clone())
            .collect();
        Some(Forgotten {
            salt: row.line("salt")?.value,
            marks,
            shorts,
            reason: reason(row)?.0,
            date: row.date("date")?.value,
        })
    }
}

/// The reason that a row gives, and where.
fn reason(row: &Fields) -> Option<(Text, Vec<Span>)> {
    let reason = row.translated_line("reason")?;
    let said_at = std::iter::once(reason.original.span)
        .chain(reason.translation.as_ref().map(|line| line.span))
        .collect();
    Some((
        Text {
            original: reason.original.value.into(),
            translation: reason.translation.map(|line| line.value.into()),
        },
        said_at,
    ))
}

/// Whether an old address can be one of this site, and a file of its output on any system.
pub fn is_address(address: &str) -> bool {
    let Some(path) = address.strip_prefix('/') else {
        return false;
    };
    let is_part = |part: &str| {
        let escaped = part.to_ascii_lowercase();
        part != "."
            && part != ".."
            && part.len() <= 255
            && !["%2e", "%2f", "%5c", "%00"]
                .iter()
                .any(|code| escaped.contains(code))
    };
    let forbidden = |character: char| {
        character.is_control()
            || matches!(
                character,
                '?' | '#' | '\\' | ':' | '*' | '"' | '<' | '>' | '|'
            )
    };
    address.len() <= 1_000
        && !path.contains("//")
        && !path.starts_with('/')
        && !path.contains(forbidden)
        && path.split('/').all(is_part)
}
