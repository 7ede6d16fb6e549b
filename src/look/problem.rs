//! What the template engine says of a mistake, in the two languages of ours.
//!
//! The engine's own words are English; they are matched by their fixed parts and said again. Words
//! that no row knows are given as they are, and said to be the engine's: whoever writes templates
//! can look them up.

use crate::diagnostic::nearest;
use crate::words::messages::look as messages;
use crate::words::{Phrase, phrase};

/// A problem as the engine tells it: what it is called in both languages, and the name that was
/// likely meant.
pub(super) struct TemplateProblem {
    /// The words.
    pub(super) words: Phrase,
    /// The nearest name that there is.
    pub(super) suggestion: Option<String>,
}

/// Says an engine's message again. Only its first line counts: the rest is its own drawing of the
/// place.
pub(super) fn problem(message: &str) -> TemplateProblem {
    let message = message.lines().next().unwrap_or_default().trim();
    let mut quoted = message.split('`').skip(1).step_by(2);
    let (first, second) = (
        quoted.next().unwrap_or_default(),
        quoted.next().unwrap_or_default(),
    );
    let said = |nl: &str, en: &str| {
        let with_names = |words: &str| words.replace("{first}", first).replace("{second}", second);
        phrase(with_names(nl), with_names(en))
    };
    let known = SAYINGS
        .iter()
        .find(|(begins, holds, ..)| message.starts_with(begins) && message.contains(holds));
    let words = if let Some((found, expected)) = expectation(message) {
        let (nl, en) = expected_words(expected);
        messages::found_for(&found, &nl, &en)
    } else if let Some((_, _, nl, en)) = known {
        said(nl, en)
    } else {
        messages::in_the_engines_words(&message)
    };
    let names = message
        .split_once("Available ")
        .and_then(|(_, rest)| rest.split_once(": "))
        .filter(|_| message.starts_with("Variable `") || message.starts_with("Field `"));
    let suggestion = names.and_then(|(_, names)| nearest(first, names.split(", ")));
    TemplateProblem {
        words,
        suggestion: suggestion.map(ToOwned::to_owned),
    }
}

/// How the messages of the engine and of our own filters begin, what else is in them, and what they mean in both languages,
/// with the first and second name that stand between backticks in them.
const SAYINGS: &[(&str, &str, &str, &str)] = &[
    (
        "`once` is for a card",
        "",
        "`once` is er voor een kaart, een naam of een ander gegeven met velden",
        "`once` is for a card, a name or another value with fields",
    ),
    (
        "`once` passes `",
        "",
        "`once` geeft `{second}` zelf al mee",
        "`once` passes `{second}` on by itself",
    ),
    (
        "`once` cannot pass `",
        "",
        "`once` kan `{second}` niet meegeven: alleen teksten, getallen, `true` en `false`",
        "`once` cannot pass `{second}` on: only texts, numbers, `true` and `false`",
    ),
    (
        "there is no component `",
        "",
        "er is geen component `{first}`",
        "there is no component `{first}`",
    ),
    (
        "a component shows itself",
        "",
        "een component toont zichzelf, telkens weer",
        "a component shows itself, again and again",
    ),
    (
        "Unknown filter",
        "",
        "er is geen filter `{first}`",
        "there is no filter `{first}`",
    ),
    (
        "Unknown test",
        "",
        "er is geen test `{first}`",
        "there is no test `{first}`",
    ),
    (
        "Unknown function",
        "",
        "er is geen functie `{first}`",
        "there is no function `{first}`",
    ),
    (
        "Unknown component",
        "",
        "er is geen component `{first}`",
        "there is no component `{first}`",
    ),
    (
        "Unknown template",
        "",
        "er is geen sjabloon `{first}`",
        "there is no template `{first}`",
    ),
    (
        "Block",
        "",
        "het sjabloon hieronder heeft geen blok `{first}`",
        "the template below has no block `{first}`",
    ),
    (
        "Variable `",
        "",
        "het gegeven `{first}` is er hier niet",
        "there is no value `{first}` here",
    ),
    (
        "Field `",
        "",
        "het gegeven `{first}` is er hier niet",
        "there is no value `{first}` here",
    ),
    (
        "Iteration not possible",
        "",
        "dit is geen rij om langs te lopen",
        "this is no row to walk along",
    ),
    (
        "Cannot compare",
        "",
        "`{first}` en `{second}` zijn niet te vergelijken",
        "`{first}` and `{second}` cannot be compared",
    ),
    (
        "Missing keyword argument",
        "",
        "hier ontbreekt `{first}`",
        "`{first}` is missing here",
    ),
    (
        "Unknown argument(s)",
        "",
        "de component kent `{first}` niet",
        "the component does not know `{first}`",
    ),
    (
        "Implicit argument",
        "",
        "de component heeft `{first}` nodig, en dat is er hier niet",
        "the component needs `{first}`, which is not there",
    ),
    (
        "Argument `",
        "missing.",
        "de component heeft `{first}` nodig, en dat is niet meegegeven",
        "the component needs `{first}`, which is not passed on",
    ),
    (
        "Template already contains a block",
        "",
        "het blok `{first}` staat er twee keer",
        "the block `{first}` is written twice",
    ),
    (
        "Unexpected end",
        "",
        "het sjabloon houdt te vroeg op",
        "the template ends too early",
    ),
    (
        "",
        "end of input",
        "het sjabloon houdt te vroeg op",
        "the template ends too early",
    ),
];

/// What was found and what belongs there, of a message that says both.
fn expectation(message: &str) -> Option<(&str, &str)> {
    let (found, expected) = message.strip_prefix("Found ")?.split_once(" but ")?;
    let expected = expected
        .trim_start_matches("was ")
        .trim_start_matches("expecting ")
        .trim_start_matches("expected ")
        .trim_end_matches('.');
    Some((found, expected))
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
