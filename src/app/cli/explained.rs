//! What was typed wrongly, in the user's language; the parser's own words are English.

use std::fmt::Write as _;

use clap::error::{ContextKind, ErrorKind};

use crate::words::{Language, both};

/// The message, with a suggestion where there is one.
pub(super) fn explained(error: &clap::Error, language: Language) -> String {
    let mut text = format!(
        "{}: {}\n",
        both("fout", "error").get(language),
        fault(error, language)
    );
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(|kind| context(error, kind))
    .find(|text| !text.is_empty());
    if let Some(suggested) = suggested {
        let _ = match language {
            Language::Nl => writeln!(text, "Bedoelt u `{suggested}`?"),
            Language::En => writeln!(text, "Did you mean `{suggested}`?"),
        };
    }
    text.push_str(
        both(
            "Typ `oogst --help` voor uitleg.\n",
            "Type `oogst --help` for an explanation.\n",
        )
        .get(language),
    );
    text
}

/// What is wrong with it.
fn fault(error: &clap::Error, language: Language) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let command = context(error, ContextKind::InvalidSubcommand);
    let (nl, en) = match error.kind() {
        ErrorKind::InvalidSubcommand => (
            format!("`{command}` is geen opdracht"),
            format!("`{command}` is no command"),
        ),
        ErrorKind::UnknownArgument => (
            format!("`{argument}` hoort niet bij deze opdracht"),
            format!("`{argument}` does not belong to this command"),
        ),
        ErrorKind::MissingRequiredArgument => (
            format!("hier ontbreekt {argument}"),
            format!("{argument} is missing"),
        ),
        ErrorKind::InvalidValue if value.is_empty() => (
            format!("achter {argument} ontbreekt de waarde"),
            format!("{argument} lacks its value"),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (
            format!("`{value}` past niet bij {argument}"),
            format!("`{value}` does not fit {argument}"),
        ),
        _ => (
            "deze opdracht is niet te lezen".to_owned(),
            "this command cannot be read".to_owned(),
        ),
    };
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// What the parser says of its error; empty where it says nothing.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}
