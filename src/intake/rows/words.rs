//! Cells as words: what stands in them without what a spreadsheet leaves around it.

use std::borrow::Cow;

/// Whether a character takes no room and means nothing in a cell: what copying from web pages leaves.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// A text as one line: one blank between words, none around them. A no-break space is a blank.
pub(in crate::intake) fn line(text: &str) -> String {
    let visible = visible(text);
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without characters that nobody sees.
pub(in crate::intake) fn visible(text: &str) -> Cow<'_, str> {
    if text.contains(is_invisible) {
        Cow::Owned(text.replace(is_invisible, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether words say that there is nothing to say: `-`, `n.v.t.`.
pub(super) fn is_nothing(line: &str) -> bool {
    let is_stroke = |character: char| matches!(character, '-' | '\u{2010}'..='\u{2015}');
    let bare: String = line.chars().filter(|character| *character != '.').collect();
    line.is_empty()
        || line.chars().all(is_stroke)
        || ["nvt", "n/a"]
            .iter()
            .any(|word| bare.eq_ignore_ascii_case(word))
}

/// What a cell lists: a line each, or between semicolons.
pub(super) fn pieces(text: &str) -> Vec<String> {
    text.split([';', '\n'])
        .map(line)
        .filter(|piece| !is_nothing(piece))
        .collect()
}

/// The head of a column without what people put around its word: `Regio('s)` is `Regio`, `Titel *`
/// is `Titel`, `Datum (dd-mm-jjjj)` is `Datum`.
pub(super) fn column_word(header: &str) -> String {
    let mut word = line(header);
    trim_signs(&mut word);
    while let Some((before, inner)) = word
        .strip_suffix(')')
        .and_then(|word| word.rsplit_once('('))
    {
        if before.trim().is_empty() || inner.contains(')') {
            break;
        }
        word = before.trim_end().to_owned();
        trim_signs(&mut word);
    }
    trim_signs(&mut word);
    word
}

fn trim_signs(word: &mut String) {
    let signs = [':', '*', '?', ' ', '.', '!'];
    let trimmed = word.trim_matches(signs);
    if trimmed.len() < word.len() && !trimmed.is_empty() {
        *word = trimmed.to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::{column_word, is_nothing, line};

    #[test]
    fn words_are_read_without_what_surrounds_them() {
        assert_eq!(
            line("  03QX\u{A0}Veluws \n College\u{200B} "),
            "03QX Veluws College"
        );
        for (header, word) in [
            ("Regio('s)", "Regio"),
            ("Vraag(en)", "Vraag"),
            ("Titel *", "Titel"),
            ("Nr.", "Nr"),
            ("Wie?", "Wie"),
            ("Datum (dd-mm-jjjj):", "Datum"),
            ("(leeg)", "(leeg)"),
            ("*", "*"),
        ] {
            assert_eq!(column_word(header), word, "{header}");
        }
        assert!(is_nothing("–") && is_nothing("n.v.t.") && is_nothing("") && !is_nothing("?"));
    }
}
