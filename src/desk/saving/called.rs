//! What a record is called in what is told of a save.

use crate::schema::Kind;
use crate::words::{Language, forms as words};

/// A record by its kind and what it is called.
pub(super) fn called(kind: Kind, title: &str, language: Language) -> String {
    let kind = kind.schema().name.get(language);
    words::of_kind(&kind, &short(title))
        .get(language)
        .to_owned()
}

/// The longest name of a record in what is kept of a save.
const LONGEST_NAME: usize = 80;

/// What a record is called, in a line that is not too long.
fn short(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
