//! From the words on the command line to what was asked, or to what is to be told instead.

use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::ErrorKind;

use super::asked::Asked;
use super::commands::COMMANDS;
use super::explained::explained;
use super::given::GivenOptions;
use super::grammar::{HELP, HELP_OF, command};
use crate::words::Language;

/// What became of reading the command line.
#[derive(Debug)]
pub enum CommandLine {
    /// It was understood.
    Asked(Asked),
    /// Help or the version was asked for: text for standard output.
    Tell(String),
    /// It was not understood: text for standard error.
    Wrong(String),
}

/// The language of help: `--lang` wherever it stands, else the given one.
pub fn language_of_help(arguments: &[String], otherwise: Language) -> Language {
    let given = arguments
        .iter()
        .enumerate()
        .find_map(
            |(position, argument)| match argument.strip_prefix("--lang") {
                Some("") => arguments.get(position + 1).cloned(),
                Some(rest) => rest.strip_prefix('=').map(ToOwned::to_owned),
                None => None,
            },
        );
    given
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(otherwise)
}

/// Reads the command line; the first argument is the program's own name.
pub fn read(arguments: &[String], language: Language) -> CommandLine {
    match command(language).try_get_matches_from(arguments) {
        Ok(matches) => match matches.subcommand() {
            Some((HELP, of)) => read(&arguments_of_help(of), language),
            _ => CommandLine::Asked(asked(&matches)),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                CommandLine::Tell(error.render().to_string())
            }
            _ => CommandLine::Wrong(explained(&error, language)),
        },
    }
}

/// What asks for the same as `oogst help` does.
fn arguments_of_help(of: &ArgMatches) -> Vec<String> {
    let of = of.get_one::<String>(HELP_OF).cloned();
    let is_itself = |of: &String| of == HELP;
    let words = [
        Some("oogst".to_owned()),
        of.filter(|of| !is_itself(of)),
        Some("--help".to_owned()),
    ];
    words.into_iter().flatten().collect()
}

fn asked(matches: &ArgMatches) -> Asked {
    let (name, task) = matches.subcommand().expect("a command is required");
    let given = GivenOptions(task);
    let row = COMMANDS.iter().find(|row| row.name == name);
    let row = row.expect("the parser knows these commands only");
    // `oogst --lang en build` means what `oogst build --lang en` means.
    let language = given
        .any_word("lang")
        .or_else(|| matches.get_one::<String>("lang-of-help").cloned());
    Asked {
        root: given.any_path("root").unwrap_or_else(|| PathBuf::from(".")),
        language: language.and_then(|tag| Language::from_tag(&tag)),
        quiet: given.has("quiet"),
        task: (row.asked)(&given),
    }
}
