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

const fn meaning(
    fragment: &'static str,
    nl: &'static str,
    en: &'static str,
    way: Bilingual,
) -> TomlMeaning {
    TomlMeaning {
        fragment,
        problem: both(nl, en),
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
const NAME_AND_VALUE: Bilingual = both("schrijf `naam = waarde`", "write `name = value`");
const DOUBLE_BRACKETS: Bilingual = both(
    "zet boven elk record een kop met dubbele haken",
    "put a header with double brackets above each record",
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
        "deze naam staat hierboven al",
        "this name is already used above",
        both("laat een van de twee weg", "leave one of the two out"),
    ),
    meaning(
        "string values must be quoted",
        "deze tekst staat niet tussen aanhalingstekens",
        "this text is not between quotes",
        BETWEEN_QUOTES,
    ),
    meaning(
        "invalid basic string",
        "het aanhalingsteken `\"` aan het eind van deze tekst ontbreekt",
        "the quote `\"` at the end of this text is missing",
        QUOTE_AT_THE_END,
    ),
    meaning(
        "invalid literal string",
        "het aanhalingsteken `'` aan het eind van deze tekst ontbreekt",
        "the quote `'` at the end of this text is missing",
        QUOTE_AT_THE_END,
    ),
    meaning(
        "invalid multi-line",
        "de drie aanhalingstekens aan het eind van deze tekst ontbreken",
        "the three quotes at the end of this text are missing",
        both(
            "zet `\"\"\"` onder de laatste regel van de tekst",
            "put `\"\"\"` below the last line of the text",
        ),
    ),
    meaning(
        "missing opening quote",
        "het aanhalingsteken aan het begin van deze tekst ontbreekt",
        "the quote at the start of this text is missing",
        both(
            "zet het aanhalingsteken voor de tekst",
            "put the quote before the text",
        ),
    ),
    meaning(
        "missing closing quote",
        "het aanhalingsteken aan het eind van deze tekst ontbreekt",
        "the quote at the end of this text is missing",
        QUOTE_AT_THE_END,
    ),
    meaning(
        "missing escaped value",
        "na `\\` hoort in deze tekst nog een teken",
        "after `\\` this text needs another character",
        BACKSLASH,
    ),
    meaning(
        "unicode value digits",
        "na `\\u` horen in deze tekst vier cijfers",
        "after `\\u` this text needs four digits",
        BACKSLASH,
    ),
    meaning(
        "missing comma between array elements",
        "tussen twee waarden in deze lijst ontbreekt een komma",
        "a comma between two values of this list is missing",
        both(
            "zet een komma tussen de waarden: `[\"een\", \"twee\"]`",
            "put a comma between the values: `[\"one\", \"two\"]`",
        ),
    ),
    meaning(
        "missing comma between key-value pairs",
        "tussen twee gegevens ontbreekt een komma",
        "a comma between two fields is missing",
        both(
            "zet tussen de accolades een komma na elk gegeven",
            "put a comma after each field between the braces",
        ),
    ),
    meaning(
        "unclosed array table",
        "de haken `]]` aan het eind van deze kop ontbreken",
        "the brackets `]]` at the end of this header are missing",
        DOUBLE_BRACKETS,
    ),
    meaning(
        "unclosed table",
        "de haak `]` aan het eind van deze kop ontbreekt",
        "the bracket `]` at the end of this header is missing",
        DOUBLE_BRACKETS,
    ),
    meaning(
        "unclosed inline table",
        "de accolade `}` aan het eind ontbreekt",
        "the brace `}` at the end is missing",
        both(
            "zet `}` na het laatste gegeven",
            "put `}` after the last field",
        ),
    ),
    meaning(
        "unclosed array",
        "de haak `]` aan het eind van deze lijst ontbreekt",
        "the bracket `]` at the end of this list is missing",
        both(
            "zet `]` na de laatste waarde",
            "put `]` after the last value",
        ),
    ),
    meaning(
        "extra comma",
        "hier staat een komma te veel",
        "there is one comma too many here",
        both("haal de komma weg", "remove the comma"),
    ),
    meaning(
        "extra assignment",
        "hier staat een `=` te veel",
        "there is one `=` too many here",
        REMOVE_IT,
    ),
    meaning(
        "extra `=`",
        "hier staat een `=` te veel",
        "there is one `=` too many here",
        REMOVE_IT,
    ),
    meaning(
        "unexpected `=` in array",
        "een `=` hoort niet in een lijst",
        "a `=` does not belong in a list",
        both(
            "gebruik accolades voor een groep gegevens: `{ naam = \"waarde\" }`",
            "use braces for a group of fields: `{ name = \"value\" }`",
        ),
    ),
    meaning(
        "missing assignment",
        "tussen de naam en de waarde ontbreekt `=`",
        "the `=` between the name and the value is missing",
        NAME_AND_VALUE,
    ),
    meaning(
        "key with no value",
        "achter deze naam ontbreekt `= waarde`",
        "this name lacks its `= value`",
        both(
            "vul de waarde in; lange tekst hoort tussen drie aanhalingstekens `\"\"\"`",
            "fill in the value; long text belongs between three quotes `\"\"\"`",
        ),
    ),
    meaning(
        "missing value",
        "achter `=` ontbreekt de waarde",
        "the value after `=` is missing",
        both(
            "vul de waarde in, of haal de regel weg",
            "fill in the value, or remove the line",
        ),
    ),
    meaning(
        "missing key",
        "voor `=` ontbreekt de naam",
        "the name before `=` is missing",
        NAME_AND_VALUE,
    ),
    meaning(
        "unquoted keys cannot be empty",
        "voor `=` ontbreekt de naam",
        "the name before `=` is missing",
        NAME_AND_VALUE,
    ),
    meaning(
        "invalid unquoted key",
        "een naam bestaat uit letters, cijfers, `-` en `_`",
        "a name is made of letters, digits, `-` and `_`",
        both(
            "verbeter de naam; uitleg begint met `#`",
            "correct the name; an explanation begins with `#`",
        ),
    ),
    meaning(
        "unexpected leading zero",
        "een getal begint niet met 0",
        "a number does not begin with 0",
        BETWEEN_QUOTES,
    ),
    meaning(
        "redundant",
        "dit is geen getal",
        "this is not a number",
        BETWEEN_QUOTES,
    ),
    meaning(
        TOO_DEEP,
        "deze waarde zit te diep in andere waarden",
        "this value is nested too deeply",
        both("maak er losse records van", "make separate records of it"),
    ),
    meaning(
        "unexpected content between comment",
        "achter deze waarde hoort niets meer op de regel",
        "nothing else belongs on the line after this value",
        ONE_A_LINE,
    ),
    meaning(
        "unexpected key or value",
        "achter deze waarde hoort niets meer op de regel",
        "nothing else belongs on the line after this value",
        ONE_A_LINE,
    ),
    meaning(
        "invalid comment character",
        "in deze toelichting staat een teken dat niet mag",
        "this comment has a character that is not allowed",
        REMOVE_IT,
    ),
];

/// What is true of every other mistake.
const UNREADABLE: TomlMeaning = meaning(
    "",
    "deze regel is niet te lezen",
    "this line cannot be read",
    both(
        "schrijf `naam = waarde`, met tekst tussen aanhalingstekens",
        "write `name = value`, with text between quotes",
    ),
);

// What the line itself tells better than the parser does.
/// Several tables of one name with single brackets.
pub(super) const SINGLE_HEADERS: TomlMeaning = meaning(
    "",
    "deze kop staat er meer dan eens",
    "this header is written more than once",
    DOUBLE_BRACKETS,
);
/// The quotes that Word makes.
pub(super) const CURLY_QUOTES: TomlMeaning = meaning(
    "",
    "deze aanhalingstekens zijn krom",
    "these quotes are curly",
    both(
        "gebruik rechte aanhalingstekens: `\"`",
        "use straight quotes: `\"`",
    ),
);
/// `naam: waarde`.
pub(super) const COLON: TomlMeaning = meaning(
    "",
    "achter de naam hoort `=`, geen `:`",
    "`=` belongs after the name, not `:`",
    NAME_AND_VALUE,
);
/// Plain text where a fact belongs.
pub(super) const PROSE: TomlMeaning = meaning(
    "",
    "deze regel is geen gegeven",
    "this line is no fact",
    both(
        "schrijf `naam = \"waarde\"`; lange tekst hoort tussen drie aanhalingstekens `\"\"\"`, een toelichting achter `#`",
        "write `name = \"value\"`; long text belongs between three quotes `\"\"\"`, an explanation after `#`",
    ),
);
/// A text that goes on on the next line.
pub(super) const BROKEN_OFF: TomlMeaning = meaning(
    "",
    "het aanhalingsteken `\"` aan het eind van deze regel ontbreekt",
    "the quote `\"` at the end of this line is missing",
    both(
        "zet het aanhalingsteken achter de tekst; tekst van meer regels hoort tussen drie aanhalingstekens `\"\"\"`",
        "put the quote after the text; text of several lines belongs between three quotes `\"\"\"`",
    ),
);
/// A quote within a text.
pub(super) const QUOTE_WITHIN: TomlMeaning = meaning(
    "",
    "in deze tekst staat een aanhalingsteken",
    "there is a quote within this text",
    both(
        "schrijf `\\\"` voor een aanhalingsteken in een tekst",
        "write `\\\"` for a quote within a text",
    ),
);
/// `1,5`.
pub(super) const DECIMAL_COMMA: TomlMeaning = meaning(
    "",
    "in een getal hoort een punt, geen komma",
    "a number takes a point, not a comma",
    both(
        "zet een punt tussen de cijfers",
        "put a point between the digits",
    ),
);
