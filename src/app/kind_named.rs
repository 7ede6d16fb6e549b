//! The kind of record that somebody typed.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::schema::{KINDS, Kind, KindSchema};
use crate::words::Language;

/// The kind that a word names, as one or as many of it, in either language, where it is one of
/// those that fit.
///
/// # Errors
/// What is wrong, with the kinds that fit and the nearest of them.
pub(super) fn kind_named(
    word: &str,
    fits: fn(Kind) -> bool,
    language: Language,
) -> Result<Kind, Diagnostic> {
    if let Some(kind) = Kind::named_as_any(word).filter(|kind| fits(*kind)) {
        return Ok(kind);
    }
    let known = KINDS.iter().filter(|schema| fits(schema.kind));
    let name = |schema: &KindSchema| schema.name.get(language);
    let names: Vec<&str> = known.map(name).collect();
    Err(Diagnostic::of_site(Code::UnknownKind)
        .with("name", word)
        .with("known", names.join(", "))
        .suggest(nearest(word, names.iter().copied())))
}
