//! What each mistake in TOML is called, and its way out: the parser's words, said again in both
//! languages.

use crate::words::{Bilingual, both};

/// What the parser calls nesting that it does not follow.
pub(super) const TOO_DEEP: &str = "cannot recurse further";

/// A fragment of the parser's message, what it means, and the way out.
#[derive(Debug)]
pub(super) struct TomlMeaning {
    fragment: &'static str,
    /// What is wrong.
    pub(super) problem: Bilingual,
    /// How to mend it.
    pub(super) way: Bilingual,
}

/// What a message of the parser means; what is true of every mistake where no row knows it.
pub(super) fn of_message(message: &str) -> &'static TomlMeaning {
    MEANINGS
        .iter()
        .find(|meaning| message.contains(meaning.fragment))
        .unwrap_or(&UNREADABLE)
}

const fn meaning(fragment: &'static str, problem: Bilingual, way: Bilingual) -> TomlMeaning {
    TomlMeaning {
        fragment,
        problem,
        way,
    }
}

const QUOTE_AT_THE_END: Bilingual = both(
    "zet het aanhalingsteken achter de tekst",
    "put the quote after the text",
);
const BETWEEN_QUOTES: Bilingual = both(
    "zet tekst tussen aanhalingstekens: `naam = \"waarde\"`",
    "put text between quotes: `name = \"value\"`",
);
const BACKSLASH: Bilingual = both(
    "schrijf `\\\\` voor een schuine streep, of gebruik `/` in de naam van een bestand",
    "write `\\\\` for a backslash, or use `/` in the name of a file",
);
const REMOVE_IT: Bilingual = both("haal het weg", "remove it");
const ONE_A_LINE: Bilingual = both(
    "zet elk gegeven op een eigen regel",
    "put each field on a line of its own",
);

/// The first row that fits counts.
const MEANINGS: &[TomlMeaning] = &[
    meaning(
        "duplicate key",
        both(
            "deze naam staat hierboven al",
            "this name is already used above",
        ),
        both("laat een van de twee weg", "leave one of the two out"),
    ),
    meaning(
        "string values must be quoted",
        both(
            "deze tekst staat niet tussen aanhalingstekens",
            "this text is not between quotes",
        ),
        BETWEEN_QUOTES,
    ),
    meaning(
        "invalid basic string",
        both(
            "het aanhalingsteken `\"` aan het eind van deze tekst ontbreekt",
            "the quote `\"` at the end of this text is missing",
        ),
        QUOTE_AT_THE_END,
    ),
    meaning(
        "invalid literal string",
        both(
            "het aanhalingsteken `'` aan het eind van deze tekst ontbreekt",
            "the quote `'` at the end of this text is missing",
        ),
        QUOTE_AT_THE_END,
    ),
    meaning(
        "invalid multi-line",
        both(
            "de drie aanhalingstekens aan het eind van deze tekst ontbreken",
            "the three quotes at the end of this text are missing",
        ),
        both(
            "zet `\"\"\"` onder de laatste regel van de tekst",
            "put `\"\"\"` below the last line of the text",
        ),
    ),
    meaning(
        "missing opening quote",
        both(
            "het aanhalingsteken aan het begin van deze tekst ontbreekt",
            "the quote at the start of this text is missing",
        ),
        both(
            "zet het aanhalingsteken voor de tekst",
            "put the quote before the text",
        ),
    ),
    meaning(
        "missing closing quote",
        both(
            "het aanhalingsteken aan het eind van deze tekst ontbreekt",
            "the quote at the end of this text is missing",
        ),
        QUOTE_AT_THE_END,
    ),
    meaning(
        "missing escaped value",
        both(
            "na `\\` hoort in deze tekst nog een teken",
            "after `\\` this text needs another character",
        ),
        BACKSLASH,
    ),
    meaning(
        "unicode value digits",
        both(
            "na `\\u` horen in deze tekst vier cijfers",
            "after `\\u` this text needs four digits",
        ),
        BACKSLASH,
    ),
    meaning(
        "missing comma between array elements",
        both(
            "tussen twee waarden in deze lijst ontbreekt een komma",
            "a comma between two values of this list is missing",
        ),
        both(
            "zet een komma tussen de waarden: `[\"een\", \"twee\"]`",
            "put a comma between the values: `[\"one\", \"two\"]`",
        ),
    ),
    meaning(
        "missing comma between key-value pairs",
        both(
            "tussen twee gegevens ontbreekt een komma",
            "a comma between two fields is missing",
        ),
        both(
            "zet tussen de accolades een komma na elk gegeven",
            "put a comma after each field between the braces",
        ),
    ),
    meaning(
        "unclosed array table",
        both(
            "de haken `]]` aan het eind van deze kop ontbreken",
            "the brackets `]]` at the end of this header are missing",
        ),
        both(
            "zet boven elk record een kop met dubbele haken",
            "put a header with double brackets above each record",
        ),
    ),
    meaning(
        "unclosed table",
        both(
            "de haak `]` aan het eind van deze kop ontbreekt",
            "the bracket `]` at the end of this header is missing",
        ),
        both(
            "zet boven elk record een kop met dubbele haken",
            "put a header with double brackets above each record",
        ),
    ),
    meaning(
        "unclosed inline table",
        both(
            "de accolade `}` aan het eind ontbreekt",
            "the brace `}` at the end is missing",
        ),
        both(
            "zet `}` na het laatste gegeven",
            "put `}` after the last field",
        ),
    ),
    meaning(
        "unclosed array",
        both(
            "de haak `]` aan het eind van deze lijst ontbreekt",
            "the bracket `]` at the end of this list is missing",
        ),
        both(
            "zet `]` na de laatste waarde",
            "put `]` after the last value",
        ),
    ),
    meaning(
        "extra comma",
        both(
            "hier staat een komma te veel",
            "there is one comma too many here",
        ),
        both("haal de komma weg", "remove the comma"),
    ),
    meaning(
        "extra assignment",
        both(
            "hier staat een `=` te veel",
            "there is one `=` too many here",
        ),
        REMOVE_IT,
    ),
    meaning(
        "extra `=`",
        both(
            "hier staat een `=` te veel",
            "there is one `=` too many here",
        ),
        REMOVE_IT,
    ),
    meaning(
        "unexpected `=` in array",
        both(
            "een `=` hoort niet in een lijst",
            "a `=` does not belong in a list",
        ),
        both(
            "gebruik accolades voor een groep gegevens: `{ naam = \"waarde\" }`",
            "use braces for a group of fields: `{ name = \"value\" }`",
        ),
    ),
    meaning(
        "missing assignment",
        both(
            "tussen de naam en de waarde ontbreekt `=`",
            "the `=` between the name and the value is missing",
        ),
        both("schrijf `naam = waarde`", "write `name = value`"),
    ),
    meaning(
        "key with no value",
        both(
            "achter deze naam ontbreekt `= waarde`",
            "this name lacks its `= value`",
        ),
        both(
            "vul de waarde in; lange tekst hoort tussen drie aanhalingstekens `\"\"\"`",
            "fill in the value; long text belongs between three quotes `\"\"\"`",
        ),
    ),
    meaning(
        "missing value",
        both(
            "achter `=` ontbreekt de waarde",
            "the value after `=` is missing",
        ),
        both(
            "vul de waarde in, of haal de regel weg",
            "fill in the value, or remove the line",
        ),
    ),
    meaning(
        "missing key",
        both(
            "voor `=` ontbreekt de naam",
            "the name before `=` is missing",
        ),
        both("schrijf `naam = waarde`", "write `name = value`"),
    ),
    meaning(
        "unquoted keys cannot be empty",
        both(
            "voor `=` ontbreekt de naam",
            "the name before `=` is missing",
        ),
        both("schrijf `naam = waarde`", "write `name = value`"),
    ),
    meaning(
        "invalid unquoted key",
        both(
            "een naam bestaat uit letters, cijfers, `-` en `_`",
            "a name is made of letters, digits, `-` and `_`",
        ),
        both(
            "verbeter de naam; uitleg begint met `#`",
            "correct the name; an explanation begins with `#`",
        ),
    ),
    meaning(
        "unexpected leading zero",
        both(
            "een getal begint niet met 0",
            "a number does not begin with 0",
        ),
        BETWEEN_QUOTES,
    ),
    meaning(
        "redundant",
        both("dit is geen getal", "this is not a number"),
        BETWEEN_QUOTES,
    ),
    meaning(
        TOO_DEEP,
        both(
            "deze waarde zit te diep in andere waarden",
            "this value is nested too deeply",
        ),
        both("maak er losse records van", "make separate records of it"),
    ),
    meaning(
        "unexpected content between comment",
        both(
            "achter deze waarde hoort niets meer op de regel",
            "nothing else belongs on the line after this value",
        ),
        ONE_A_LINE,
    ),
    meaning(
        "unexpected key or value",
        both(
            "achter deze waarde hoort niets meer op de regel",
            "nothing else belongs on the line after this value",
        ),
        ONE_A_LINE,
    ),
    meaning(
        "invalid comment character",
        both(
            "in deze toelichting staat een teken dat niet mag",
            "this comment has a character that is not allowed",
        ),
        REMOVE_IT,
    ),
];

/// What is true of every other mistake.
const UNREADABLE: TomlMeaning = meaning(
    "",
    both("deze regel is niet te lezen", "this line cannot be read"),
    both(
        "schrijf `naam = waarde`, met tekst tussen aanhalingstekens",
        "write `name = value`, with text between quotes",
    ),
);

// What the line itself tells better than the parser does.
/// Several tables of one name with single brackets.
pub(super) const SINGLE_HEADERS: TomlMeaning = meaning(
    "",
    both(
        "deze kop staat er meer dan eens",
        "this header is written more than once",
    ),
    both(
        "zet boven elk record een kop met dubbele haken",
        "put a header with double brackets above each record",
    ),
);
/// The quotes that Word makes.
pub(super) const CURLY_QUOTES: TomlMeaning = meaning(
    "",
    both("deze aanhalingstekens zijn krom", "these quotes are curly"),
    both(
        "gebruik rechte aanhalingstekens: `\"`",
        "use straight quotes: `\"`",
    ),
);
/// `naam: waarde`.
pub(super) const COLON: TomlMeaning = meaning(
    "",
    both(
        "achter de naam hoort `=`, geen `:`",
        "`=` belongs after the name, not `:`",
    ),
    both("schrijf `naam = waarde`", "write `name = value`"),
);
/// Plain text where a fact belongs.
pub(super) const PROSE: TomlMeaning = meaning(
    "",
    both("deze regel is geen gegeven", "this line is no fact"),
    both(
        "schrijf `naam = \"waarde\"`; lange tekst hoort tussen drie aanhalingstekens `\"\"\"`, een toelichting achter `#`",
        "write `name = \"value\"`; long text belongs between three quotes `\"\"\"`, an explanation after `#`",
    ),
);
/// A text that goes on on the next line.
pub(super) const BROKEN_OFF: TomlMeaning = meaning(
    "",
    both(
        "het aanhalingsteken `\"` aan het eind van deze regel ontbreekt",
        "the quote `\"` at the end of this line is missing",
    ),
    both(
        "zet het aanhalingsteken achter de tekst; tekst van meer regels hoort tussen drie aanhalingstekens `\"\"\"`",
        "put the quote after the text; text of several lines belongs between three quotes `\"\"\"`",
    ),
);
/// A quote within a text.
pub(super) const QUOTE_WITHIN: TomlMeaning = meaning(
    "",
    both(
        "in deze tekst staat een aanhalingsteken",
        "there is a quote within this text",
    ),
    both(
        "schrijf `\\\"` voor een aanhalingsteken in een tekst",
        "write `\\\"` for a quote within a text",
    ),
);
/// `1,5`.
pub(super) const DECIMAL_COMMA: TomlMeaning = meaning(
    "",
    both(
        "in een getal hoort een punt, geen komma",
        "a number takes a point, not a comma",
    ),
    both(
        "zet een punt tussen de cijfers",
        "put a point between the digits",
    ),
);
