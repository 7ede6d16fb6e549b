//! From the words on the command line to what was asked, or to what is to be told instead.

use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::ErrorKind;
use jiff::civil::Date;

use super::asked::{Asked, BuildTask, ImportTask, Task, VerifyTask};
use super::explained::explained;
use super::grammar::command;
use crate::edit::proposal::Preferred;
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
        Ok(matches) => CommandLine::Asked(asked(&matches)),
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

fn asked(matches: &ArgMatches) -> Asked {
    let (name, task) = matches.subcommand().expect("a command is required");
    // `oogst --lang en build` means what `oogst build --lang en` means.
    let language = task
        .get_one::<String>("lang")
        .or_else(|| matches.get_one::<String>("lang-of-help"));
    let is_json = |task: &ArgMatches| {
        task.get_one::<String>("format")
            .is_some_and(|format| format == "json")
    };
    let build = |task: &ArgMatches| BuildTask {
        date: task.get_one::<Date>("date").copied(),
        drafts: task.get_flag("drafts"),
        json: is_json(task),
    };
    Asked {
        root: task
            .get_one::<PathBuf>("root")
            .cloned()
            .unwrap_or_else(|| PathBuf::from(".")),
        language: language.and_then(|tag| Language::from_tag(tag)),
        quiet: task.get_flag("quiet"),
        task: match name {
            "new" => Task::New {
                folder: task
                    .get_one::<PathBuf>("folder")
                    .cloned()
                    .expect("the folder is required"),
            },
            "build" => Task::Build(build(task)),
            "check" => Task::Check(build(task)),
            "publish" => Task::Publish {
                date: task.get_one::<Date>("date").copied(),
                record: task.get_flag("record"),
            },
            "import" => Task::Import(import(task)),
            "rename" => {
                let given = |name: &str| {
                    task.get_one::<String>(name)
                        .cloned()
                        .expect("both names are required")
                };
                Task::Rename {
                    from: given("from"),
                    to: given("to"),
                    date: task.get_one::<Date>("date").copied(),
                }
            }
            "licences" => Task::Licences,
            "verify" => Task::Verify(VerifyTask {
                copy: task.get_one::<PathBuf>("output").cloned(),
                json: is_json(task),
            }),
            "serve" => Task::Serve {
                date: task.get_one::<Date>("date").copied(),
                port: task.get_one::<u16>("port").copied(),
                open: task.get_flag("open"),
            },
            _ => unreachable!("clap accepts these commands only"),
        },
    }
}

fn import(task: &ArgMatches) -> ImportTask {
    ImportTask {
        file: task
            .get_one::<PathBuf>("file")
            .cloned()
            .expect("the file is required"),
        into: task
            .get_one::<String>("into")
            .cloned()
            .expect("the event is required"),
        date: task.get_one::<Date>("date").copied(),
        replace: task.get_flag("replace-text"),
        append: task.get_flag("append"),
        dry_run: task.get_flag("dry-run"),
        maps: task
            .get_many::<String>("map")
            .map(|maps| maps.cloned().collect())
            .unwrap_or_default(),
        kind: task.get_one::<String>("kind").cloned(),
        header_row: task.get_one::<u16>("header-row").copied(),
        prefer: task.get_one::<String>("prefer").map(|side| {
            if side == "site" {
                Preferred::Site
            } else {
                Preferred::Proposed
            }
        }),
    }
}
