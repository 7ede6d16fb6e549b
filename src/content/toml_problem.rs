//! What a mistake in TOML is called for someone who has never heard of TOML.
//!
//! The parser's own words are English and terse; they are matched by their fixed beginnings and said again in both languages. Words that
//! no row knows become a plain sentence that is true of every syntax mistake, so nothing untranslated ever reaches a reader.

use std::collections::BTreeSet;

use toml::de::Error;

use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{FileId, Span};
use crate::words::{Bilingual, both};

/// What the parser calls nesting that it does not follow.
const TOO_DEEP: &str = "cannot recurse further";

/// A fragment of the parser's message, what it means, and the way out.
struct Meaning {
    fragment: &'static str,
    problem: Bilingual,
    way: Bilingual,
}

const fn meaning(fragment: &'static str, problem: Bilingual, way: Bilingual) -> Meaning {
    Meaning { fragment, problem, way }
}

const QUOTE_AT_THE_END: Bilingual = both("zet het aanhalingsteken achter de tekst", "put the quote after the text");
const BETWEEN_QUOTES: Bilingual = both("zet tekst tussen aanhalingstekens: `naam = \"waarde\"`", "put text between quotes: `name = \"value\"`");
const BACKSLASH: Bilingual = both(
    "schrijf `\\\\` voor een schuine streep, of gebruik `/` in de naam van een bestand",
    "write `\\\\` for a backslash, or use `/` in the name of a file",
);
const REMOVE_IT: Bilingual = both("haal het weg", "remove it");
const ONE_A_LINE: Bilingual = both("zet elk gegeven op een eigen regel", "put each field on a line of its own");

/// The first row that fits counts.
const MEANINGS: &[Meaning] = &[
    meaning(
        "duplicate key",
        both("deze naam staat hierboven al", "this name is already used above"),
        both(
            "laat een van de twee weg; een kop voor meer records heeft dubbele haken, zoals `[[deal]]`",
            "leave one of the two out; a header of several records has double brackets, such as `[[deal]]`",
        ),
    ),
    meaning("string values must be quoted", both("deze tekst staat niet tussen aanhalingstekens", "this text is not between quotes"), BETWEEN_QUOTES),
    meaning(
        "invalid basic string",
        both("het aanhalingsteken `\"` aan het eind van deze tekst ontbreekt", "the quote `\"` at the end of this text is missing"),
        QUOTE_AT_THE_END,
    ),
    meaning(
        "invalid literal string",
        both("het aanhalingsteken `'` aan het eind van deze tekst ontbreekt", "the quote `'` at the end of this text is missing"),
        QUOTE_AT_THE_END,
    ),
    meaning(
        "invalid multi-line",
        both("de drie aanhalingstekens aan het eind van deze tekst ontbreken", "the three quotes at the end of this text are missing"),
        both("zet `\"\"\"` onder de laatste regel van de tekst", "put `\"\"\"` below the last line of the text"),
    ),
    meaning(
        "missing opening quote",
        both("het aanhalingsteken aan het begin van deze tekst ontbreekt", "the quote at the start of this text is missing"),
        both("zet het aanhalingsteken voor de tekst", "put the quote before the text"),
    ),
    meaning(
        "missing closing quote",
        both("het aanhalingsteken aan het eind van deze tekst ontbreekt", "the quote at the end of this text is missing"),
        QUOTE_AT_THE_END,
    ),
    meaning("missing escaped value", both("na `\\` hoort in deze tekst nog een teken", "after `\\` this text needs another character"), BACKSLASH),
    meaning("unicode value digits", both("na `\\u` horen in deze tekst vier cijfers", "after `\\u` this text needs four digits"), BACKSLASH),
    meaning(
        "missing comma between array elements",
        both("tussen twee waarden in deze lijst ontbreekt een komma", "a comma between two values of this list is missing"),
        both("zet een komma tussen de waarden: `[\"een\", \"twee\"]`", "put a comma between the values: `[\"one\", \"two\"]`"),
    ),
    meaning(
        "missing comma between key-value pairs",
        both("tussen twee gegevens ontbreekt een komma", "a comma between two fields is missing"),
        both("zet tussen de accolades een komma na elk gegeven", "put a comma after each field between the braces"),
    ),
    meaning(
        "unclosed array table",
        both("de haken `]]` aan het eind van deze kop ontbreken", "the brackets `]]` at the end of this header are missing"),
        both("schrijf bijvoorbeeld `[[deal]]`", "write for example `[[deal]]`"),
    ),
    meaning(
        "unclosed table",
        both("de haak `]` aan het eind van deze kop ontbreekt", "the bracket `]` at the end of this header is missing"),
        both("schrijf bijvoorbeeld `[[deal]]`", "write for example `[[deal]]`"),
    ),
    meaning(
        "unclosed inline table",
        both("de accolade `}` aan het eind ontbreekt", "the brace `}` at the end is missing"),
        both("zet `}` na het laatste gegeven", "put `}` after the last field"),
    ),
    meaning(
        "unclosed array",
        both("de haak `]` aan het eind van deze lijst ontbreekt", "the bracket `]` at the end of this list is missing"),
        both("zet `]` na de laatste waarde", "put `]` after the last value"),
    ),
    meaning("extra comma", both("hier staat een komma te veel", "there is one comma too many here"), both("haal de komma weg", "remove the comma")),
    meaning("extra assignment", both("hier staat een `=` te veel", "there is one `=` too many here"), REMOVE_IT),
    meaning("extra `=`", both("hier staat een `=` te veel", "there is one `=` too many here"), REMOVE_IT),
    meaning(
        "unexpected `=` in array",
        both("een `=` hoort niet in een lijst", "a `=` does not belong in a list"),
        both("gebruik accolades voor een groep gegevens: `{ naam = \"waarde\" }`", "use braces for a group of fields: `{ name = \"value\" }`"),
    ),
    meaning(
        "missing assignment",
        both("tussen de naam en de waarde ontbreekt `=`", "the `=` between the name and the value is missing"),
        both("schrijf `naam = waarde`", "write `name = value`"),
    ),
    meaning(
        "key with no value",
        both("achter deze naam ontbreekt `= waarde`", "this name lacks its `= value`"),
        both(
            "vul de waarde in; lange tekst hoort tussen drie aanhalingstekens `\"\"\"`",
            "fill in the value; long text belongs between three quotes `\"\"\"`",
        ),
    ),
    meaning(
        "missing value",
        both("achter `=` ontbreekt de waarde", "the value after `=` is missing"),
        both("vul de waarde in, of haal de regel weg", "fill in the value, or remove the line"),
    ),
    meaning(
        "missing key",
        both("voor `=` ontbreekt de naam", "the name before `=` is missing"),
        both("schrijf `naam = waarde`", "write `name = value`"),
    ),
    meaning(
        "unquoted keys cannot be empty",
        both("voor `=` ontbreekt de naam", "the name before `=` is missing"),
        both("schrijf `naam = waarde`", "write `name = value`"),
    ),
    meaning(
        "invalid unquoted key",
        both("een naam bestaat uit letters, cijfers, `-` en `_`", "a name is made of letters, digits, `-` and `_`"),
        both("verbeter de naam; uitleg begint met `#`", "correct the name; an explanation begins with `#`"),
    ),
    meaning("unexpected leading zero", both("een getal begint niet met 0", "a number does not begin with 0"), BETWEEN_QUOTES),
    meaning("redundant", both("dit is geen getal", "this is not a number"), BETWEEN_QUOTES),
    meaning(
        TOO_DEEP,
        both("deze waarde zit te diep in andere waarden", "this value is nested too deeply"),
        both("maak er losse records van", "make separate records of it"),
    ),
    meaning(
        "unexpected content between comment",
        both("achter deze waarde hoort niets meer op de regel", "nothing else belongs on the line after this value"),
        ONE_A_LINE,
    ),
    meaning(
        "unexpected key or value",
        both("achter deze waarde hoort niets meer op de regel", "nothing else belongs on the line after this value"),
        both(
            "zet elk gegeven op een eigen regel; schrijf `\\\"` voor een aanhalingsteken in een tekst",
            "put each field on a line of its own; write `\\\"` for a quote within a text",
        ),
    ),
    meaning(
        "invalid comment character",
        both("in deze toelichting staat een teken dat niet mag", "this comment has a character that is not allowed"),
        REMOVE_IT,
    ),
];

/// What is true of every other mistake.
const UNREADABLE: Meaning = meaning(
    "",
    both("deze regel is niet te lezen", "this line cannot be read"),
    both("schrijf `naam = waarde`, met tekst tussen aanhalingstekens", "write `name = value`, with text between quotes"),
);

/// The parser's errors as diagnostics: the first of a line only, since the rest follow from it.
///
/// `offset` is where the parsed text begins in its file.
pub(super) fn diagnostics(errors: &[Error], text: &str, offset: usize, file: FileId) -> Vec<Diagnostic> {
    let line_of = lines(text);
    let mut told = BTreeSet::new();
    let mut diagnostics = Vec::new();
    let mut cascade_until = 0;
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let start = text.floor_char_boundary(range.start.min(text.len()));
        // A value that was never closed swallows what follows; errors inside what it swallowed are its own.
        if !told.insert(line_of(start)) || start < cascade_until {
            continue;
        }
        cascade_until = range.end.min(text.len());
        let message = error.message();
        let Meaning { fragment, problem, way } = MEANINGS.iter().find(|meaning| message.contains(meaning.fragment)).unwrap_or(&UNREADABLE);
        let end = text.floor_char_boundary(range.end.clamp(start, text.len()));
        let code = if *fragment == TOO_DEEP { Code::TooDeep } else { Code::TomlSyntax };
        diagnostics.push(
            Diagnostic::at(code, Span::new(file, offset + start..offset + end))
                .with("problem", bilingual(problem.nl, problem.en))
                .with("way", bilingual(way.nl, way.en)),
        );
    }
    diagnostics
}

/// Takes out what follows from a mistake of syntax: whatever is said of a value on the line of the mistake, and of fields that may stand in
/// what could not be read.
pub(super) fn drop_what_follows(diagnostics: &mut Vec<Diagnostic>, text: &str) {
    let is_syntax = |diagnostic: &Diagnostic| matches!(diagnostic.code, Code::TomlSyntax | Code::TooDeep);
    if !diagnostics.iter().any(is_syntax) {
        return;
    }
    let line_of = lines(text);
    let line = |diagnostic: &Diagnostic| match diagnostic.place {
        Place::Text(span) => Some(line_of(span.start as usize)),
        Place::Path(_) | Place::Site => None,
    };
    let broken: BTreeSet<usize> = diagnostics.iter().filter(|diagnostic| is_syntax(diagnostic)).filter_map(line).collect();
    diagnostics.retain(|diagnostic| {
        is_syntax(diagnostic) || diagnostic.code != Code::MissingKey && line(diagnostic).is_none_or(|line| !broken.contains(&line))
    });
}

/// Tells the line of a byte, from 0. Counted once: a large file may have as many mistakes as lines.
fn lines(text: &str) -> impl Fn(usize) -> usize {
    let ends: Vec<usize> = text.match_indices('\n').map(|(end, _)| end).collect();
    move |byte| ends.partition_point(|end| *end < byte)
}
