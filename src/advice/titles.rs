//! Titles that a program or a hurried person gave a file: "V1", "versie 2", "Document1".

use super::found::GatheredAdvice;
use super::passage::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::key;
use crate::words::unfinished::FILE_TITLES;

/// Looks at a passage.
pub(super) fn look(passage: &Passage<'_>, found: &mut GatheredAdvice<'_>) {
    if passage.kind.field.name.en != key::TITLE || passage.is_of_text() {
        return;
    }
    let title = passage.words.trim();
    if is_of_file(title) && !found.accepts(title) {
        let place = passage.place(0..passage.words.len());
        found
            .missing
            .push(Diagnostic::at(Code::TitleOfFile, place).with("title", title));
    }
}

/// Whether a title says nothing but what a file is called by itself.
fn is_of_file(title: &str) -> bool {
    let mut shape = String::with_capacity(title.len());
    for character in title.to_lowercase().chars() {
        let character = if character.is_ascii_digit() {
            '#'
        } else {
            character
        };
        if !(character == '#' && shape.ends_with('#')) {
            shape.push(character);
        }
    }
    let shape = shape.trim_end_matches(['.', '!']);
    FILE_TITLES.contains(&shape)
}

#[cfg(test)]
mod tests {
    use super::is_of_file;

    #[test]
    fn titles_of_files_are_told_from_titles() {
        for title in [
            "V1",
            "versie 2",
            "Versie 1.2",
            "DEFINITIEF",
            "Document1",
            "Naamloos",
        ] {
            assert!(is_of_file(title), "{title}");
        }
        for title in [
            "V1 van het plan",
            "Een definitief besluit",
            "Vmbo",
            "Versie voor ouders",
        ] {
            assert!(!is_of_file(title), "{title}");
        }
    }
}
