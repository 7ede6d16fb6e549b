//! What the template engine says of a mistake, in the two languages of ours.
//!
//! The engine's own words are English; they are matched by their fixed parts and said again. Words
//! that no row knows are given as they are, and said to be the engine's: whoever writes templates
//! can look them up.

use crate::diagnostic::codes::bilingual;
use crate::diagnostic::nearest;

/// A problem as the engine tells it: what it is called in both languages, and the name that was
/// likely meant.
pub(super) struct Problem {
    /// The words, as [`bilingual`] makes them.
    pub(super) words: String,
    /// The nearest name that there is.
    pub(super) suggestion: Option<String>,
}

/// Says an engine's message again. Only its first line counts: the rest is its own drawing of the
/// place.
pub(super) fn problem(message: &str) -> Problem {
    let message = message.lines().next().unwrap_or_default().trim();
    // What our own filters say is in both languages already.
    if message.contains('\u{1F}') {
        return Problem {
            words: message.to_owned(),
            suggestion: None,
        };
    }
    let mut quoted = message.split('`').skip(1).step_by(2);
    let (first, second) = (
        quoted.next().unwrap_or_default(),
        quoted.next().unwrap_or_default(),
    );
    let mut suggestion = None;
    let (nl, en) = if let Some(names) = message
        .strip_prefix("Variable `")
        .or_else(|| message.strip_prefix("Field `"))
    {
        suggestion = names
            .split_once("Available ")
            .and_then(|(_, rest)| rest.split_once(": "))
            .and_then(|(_, names)| nearest(first, names.split(", ")));
        (
            format!("het gegeven `{first}` is er hier niet"),
            format!("there is no value `{first}` here"),
        )
    } else if let Some((found, expected)) = message
        .strip_prefix("Found ")
        .and_then(|rest| rest.split_once(" but "))
    {
        let expected = expected
            .trim_start_matches("was ")
            .trim_start_matches("expecting ")
            .trim_start_matches("expected ")
            .trim_end_matches('.');
        let (nl, en) = expected_words(expected);
        (
            format!("hier staat {found}, maar hier hoort {nl}"),
            format!("here stands {found}, but {en} belongs here"),
        )
    } else if message.starts_with("Iteration not possible") {
        (
            "dit is geen rij om langs te lopen".to_owned(),
            "this is no row to walk along".to_owned(),
        )
    } else if message.starts_with("Cannot compare") {
        (
            format!("`{first}` en `{second}` zijn niet te vergelijken"),
            format!("`{first}` and `{second}` cannot be compared"),
        )
    } else if message.starts_with("Missing keyword argument") {
        (
            format!("hier ontbreekt `{first}`"),
            format!("`{first}` is missing here"),
        )
    } else if message.starts_with("Unknown argument(s)") {
        (
            format!("de component kent `{first}` niet"),
            format!("the component does not know `{first}`"),
        )
    } else if message.starts_with("Implicit argument") {
        (
            format!("de component heeft `{first}` nodig, en dat is er hier niet"),
            format!("the component needs `{first}`, which is not there"),
        )
    } else if message.starts_with("Argument `") && message.ends_with("missing.") {
        (
            format!("de component heeft `{first}` nodig, en dat is niet meegegeven"),
            format!("the component needs `{first}`, which is not passed on"),
        )
    } else if message.starts_with("Template already contains a block") {
        (
            format!("het blok `{first}` staat er twee keer"),
            format!("the block `{first}` is written twice"),
        )
    } else if message.starts_with("Unexpected end") || message.contains("end of input") {
        (
            "het sjabloon houdt te vroeg op".to_owned(),
            "the template ends too early".to_owned(),
        )
    } else {
        (
            format!("in de woorden van de sjabloonmotor: “{message}”"),
            format!("in the engine's words: “{message}”"),
        )
    };
    Problem {
        words: bilingual(&nl, &en),
        suggestion: suggestion.map(ToOwned::to_owned),
    }
}

/// What belongs in a place: words for a kind of thing, signs as they are.
fn expected_words(expected: &str) -> (String, String) {
    let (nl, en) = match expected {
        "string" => ("een tekst tussen aanhalingstekens", "a text between quotes"),
        "identifier" | "an identifier" | "attribute name" => ("een naam", "a name"),
        _ if expected.contains('`') => {
            return (expected.replace(" or ", " of "), expected.to_owned());
        }
        _ => return (format!("`{expected}`"), format!("`{expected}`")),
    };
    (nl.to_owned(), en.to_owned())
}
