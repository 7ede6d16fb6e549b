//! What a mistake in TOML is called for someone who has never heard of TOML.
//!
//! The parser's own words are English and terse; they are matched by their fixed beginnings and said again in both languages. Words that
//! no row knows become a plain sentence that is true of every syntax mistake, so nothing untranslated ever reaches a reader.

use std::collections::BTreeSet;

use toml::de::Error;

use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// Fragments of the parser's messages and what they mean. The first that fits counts.
const MEANINGS: &[(&str, &str, &str)] = &[
    ("duplicate key", "deze naam staat hier al eerder", "this name is already used above"),
    ("string values must be quoted", "tekst hoort tussen aanhalingstekens: schrijf `\"…\"`", "text belongs between quotes: write `\"…\"`"),
    ("invalid basic string", "het aanhalingsteken `\"` aan het eind van deze tekst ontbreekt", "the quote `\"` at the end of this text is missing"),
    ("invalid literal string", "het aanhalingsteken `'` aan het eind van deze tekst ontbreekt", "the quote `'` at the end of this text is missing"),
    (
        "invalid multi-line",
        "de drie aanhalingstekens `\"\"\"` aan het eind van deze tekst ontbreken",
        "the three quotes `\"\"\"` at the end of this text are missing",
    ),
    ("missing opening quote", "het aanhalingsteken aan het begin van deze tekst ontbreekt", "the quote at the start of this text is missing"),
    ("missing closing quote", "het aanhalingsteken aan het eind van deze tekst ontbreekt", "the quote at the end of this text is missing"),
    (
        "missing escaped value",
        "na `\\` hoort in deze tekst nog een teken; schrijf `\\\\` voor een gewone schuine streep",
        "after `\\` this text needs another character; write `\\\\` for a plain backslash",
    ),
    (
        "unicode value digits",
        "na `\\u` horen vier cijfers; schrijf `\\\\` voor een gewone schuine streep",
        "after `\\u` belong four digits; write `\\\\` for a plain backslash",
    ),
    (
        "missing comma between array elements",
        "tussen twee waarden in deze lijst ontbreekt een komma",
        "a comma between two values of this list is missing",
    ),
    ("missing comma between key-value pairs", "tussen twee gegevens ontbreekt een komma", "a comma between two fields is missing"),
    ("unclosed array table", "de haken `]]` aan het eind ontbreken", "the brackets `]]` at the end are missing"),
    ("unclosed table", "de haak `]` aan het eind ontbreekt", "the bracket `]` at the end is missing"),
    ("unclosed inline table", "de accolade `}` aan het eind ontbreekt", "the brace `}` at the end is missing"),
    ("unclosed array", "de haak `]` aan het eind van deze lijst ontbreekt", "the bracket `]` at the end of this list is missing"),
    ("extra comma", "hier staat een komma te veel", "there is one comma too many here"),
    ("extra assignment", "hier staat een `=` te veel", "there is one `=` too many here"),
    ("extra `=`", "hier staat een `=` te veel", "there is one `=` too many here"),
    ("unexpected `=` in array", "een `=` hoort niet in een lijst", "a `=` does not belong in a list"),
    ("missing assignment", "tussen de naam en de waarde ontbreekt `=`", "the `=` between the name and the value is missing"),
    ("key with no value", "achter deze naam ontbreekt `= waarde`", "this name lacks its `= value`"),
    ("missing value", "achter `=` ontbreekt de waarde", "the value after `=` is missing"),
    ("missing key", "voor `=` ontbreekt de naam", "the name before `=` is missing"),
    ("unquoted keys cannot be empty", "voor `=` ontbreekt de naam", "the name before `=` is missing"),
    ("invalid unquoted key", "een naam bestaat uit letters, cijfers, `-` en `_`", "a name is made of letters, digits, `-` and `_`"),
    (
        "unexpected leading zero",
        "een getal begint niet met 0; zet een tekst tussen aanhalingstekens",
        "a number does not begin with 0; put a text between quotes",
    ),
    ("redundant", "dit is geen getal; zet een tekst tussen aanhalingstekens", "this is not a number; put a text between quotes"),
    ("cannot recurse further", "dit zit te diep in andere waarden", "this is nested too deeply"),
    ("unexpected content between comment", "achter deze waarde hoort niets meer op de regel", "nothing else belongs on the line after this value"),
    (
        "unexpected key or value",
        "hier hoort een nieuwe regel; elk gegeven staat op een eigen regel",
        "a new line belongs here; each field stands on its own line",
    ),
    ("invalid comment character", "in deze toelichting staat een teken dat niet mag", "this comment has a character that is not allowed"),
];

/// The parser's errors as diagnostics: the first of a line only, since the rest follow from it.
///
/// `offset` is where the parsed text begins in its file.
pub(super) fn diagnostics(errors: &[Error], text: &str, offset: usize, file: FileId) -> Vec<Diagnostic> {
    let mut lines = BTreeSet::new();
    let mut diagnostics = Vec::new();
    let mut cascade_until = 0;
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let line = text[..start].matches('\n').count();
        // A value that was never closed swallows what follows; errors inside what it swallowed are its own.
        if !lines.insert(line) || start < cascade_until {
            continue;
        }
        cascade_until = range.end.min(text.len());
        let message = error.message();
        let (nl, en) = MEANINGS.iter().find(|(fragment, ..)| message.contains(fragment)).map_or(
            (
                "deze regel is niet te lezen; schrijf `naam = waarde`, met tekst tussen aanhalingstekens",
                "this line cannot be read; write `name = value`, with text between quotes",
            ),
            |(_, nl, en)| (*nl, *en),
        );
        let end = text.floor_char_boundary(range.end.clamp(start, text.len()));
        diagnostics.push(Diagnostic::at(Code::TomlSyntax, Span::new(file, offset + start..offset + end)).with("problem", bilingual(nl, en)));
    }
    diagnostics
}
