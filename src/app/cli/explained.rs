//! What was typed wrongly, in the user's language; the parser's own words are English.

use std::fmt::Write as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::words::Language;
use crate::words::commands;

/// The message, with a suggestion where there is one.
pub(super) fn explained(error: &clap::Error, language: Language) -> String {
    let mut text = format!(
        "{}: {}\n",
        commands::ERROR.get(language),
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
        let _ = writeln!(text, "{}", commands::did_you_mean(&suggested).get(language));
    }
    text.push_str(commands::TYPE_HELP.get(language));
    text
}

/// What is wrong with it.
fn fault(error: &clap::Error, language: Language) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let command = context(error, ContextKind::InvalidSubcommand);
    let words = match error.kind() {
        ErrorKind::InvalidSubcommand => commands::no_command(&command),
        ErrorKind::UnknownArgument => commands::argument_elsewhere(&argument),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            commands::not_together(&argument, &other)
        }
        ErrorKind::MissingRequiredArgument => commands::argument_missing(&argument),
        ErrorKind::InvalidValue if value.is_empty() => commands::value_missing(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            commands::value_unfit(&value, &argument)
        }
        _ => commands::UNREADABLE_COMMAND.into(),
    };
    words.get(language).to_owned()
}

/// What the parser says of its error; empty where it says nothing. Of several words it is the last,
/// which is the likeliest.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => words.last().cloned().unwrap_or_default(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
