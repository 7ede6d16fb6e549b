//! The parser of the command line, as it follows from the table of commands.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use jiff::civil::Date;

use super::commands::COMMANDS;
use super::row::{CommandRow, OptionRow, Takes};
use super::shared_options::COMMON;
use super::version::VERSION;
use crate::words::{Bilingual, Language, both};

/// The parser of the command line, with help in this language.
pub(super) fn command(language: Language) -> Command {
    let say = |nl: &'static str, en: &'static str| both(nl, en).get(language);
    let program = Command::new("oogst")
        .override_usage(say("oogst <opdracht> [keuzes]", "oogst <command> [options]"))
        .version(VERSION.as_str())
        .about(say(
            "Maakt van teksten over bijeenkomsten een site: wie vroeg, wie bood, welke deals er kwamen, wat nog open is.",
            "Turns texts about events into a site: who asked, who offered, which deals came of it, what is still open.",
        ))
        .after_help(after_help(language))
        .help_template(say(
            "{about-with-newline}\nGebruik: {usage}\n\nOpdrachten:\n{subcommands}\n\nKeuzes:\n{options}{after-help}",
            "{about-with-newline}\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nOptions:\n{options}{after-help}",
        ))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(help(language))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say("Welke versie dit is.", "Which version this is.")),
        )
        .arg(
            Arg::new("lang-of-help")
                .long("lang")
                .value_name("nl|en")
                .value_parser(PossibleValuesParser::new(["nl", "en"]))
                .hide_possible_values(true)
                .help(say(
                    "De taal van deze uitleg en van de meldingen.",
                    "The language of this explanation and of messages.",
                )),
        );
    program
        .subcommands(COMMANDS.iter().map(|row| row.command(language)))
        .subcommand(help_command(language))
}

/// What stands below the list of commands.
fn after_help(language: Language) -> String {
    let renamed = COMMANDS.iter().filter(|row| row.also != row.name);
    let also: Vec<&str> = renamed.map(|row| row.also).collect();
    match language {
        Language::Nl => format!(
            "Meer weten over een opdracht? Typ bijvoorbeeld: oogst help import\n\nIn het Nederlands mag ook: oogst {}.",
            also.join(", ")
        ),
        Language::En => "To know more of a command, type for example: oogst help import".to_owned(),
    }
}

/// The command that shows what another one does.
pub(super) const HELP: &str = "help";

/// What it is asked for.
pub(super) const HELP_OF: &str = "command";

fn help_command(language: Language) -> Command {
    let say = |nl: &'static str, en: &'static str| both(nl, en).get(language);
    Command::new(HELP)
        .override_usage(say("oogst help [opdracht]", "oogst help [command]"))
        .about(say("Leg een opdracht uit.", "Explain a command."))
        .help_template(say(
            "{about-with-newline}\nGebruik: {usage}\n\nKeuzes:\n{options}",
            "{about-with-newline}\nUsage: {usage}\n\nOptions:\n{options}",
        ))
        .disable_help_flag(true)
        .arg(help(language))
        .args(COMMON.iter().map(|row| row.arg(language)))
        .arg(Arg::new(HELP_OF))
}

/// The option that shows what can be typed.
fn help(language: Language) -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(both("Deze uitleg.", "This explanation.").get(language))
}

impl CommandRow {
    fn command(&self, language: Language) -> Command {
        let operands = self.operands.get(language);
        let options = both("[keuzes]", "[options]").get(language);
        let template = if operands.is_empty() {
            both(
                "{about-with-newline}\nGebruik: {usage}\n\nKeuzes:\n{options}{after-help}",
                "{about-with-newline}\nUsage: {usage}\n\nOptions:\n{options}{after-help}",
            )
        } else {
            both(
                "{about-with-newline}\nGebruik: {usage}\n\n{positionals}\n\nKeuzes:\n{options}{after-help}",
                "{about-with-newline}\nUsage: {usage}\n\n{positionals}\n\nOptions:\n{options}{after-help}",
            )
        };
        let usage = |name| format!("oogst {name} {options}{operands}");
        let usage = match language {
            Language::Nl if self.also != self.name => {
                format!("{}\n    of: {}", usage(self.name), usage(self.also))
            }
            _ => usage(self.name),
        };
        let command = Command::new(self.name)
            .aliases((self.also != self.name).then_some(self.also))
            .override_usage(usage)
            .about(self.about.get(language))
            .help_template(template.get(language))
            .disable_help_flag(true)
            .arg(help(language).display_order(100))
            .args(
                COMMON
                    .iter()
                    .chain(self.options)
                    .map(|row| row.arg(language)),
            )
            .arg(
                Arg::new("quiet")
                    .short('q')
                    .long("quiet")
                    .action(ArgAction::SetTrue)
                    .display_order(92)
                    .help(
                        both("Meld alleen wat er mis is.", "Tell only what is wrong.")
                            .get(language),
                    ),
            );
        match self.after {
            Some(after) => command.after_help(after.get(language)),
            None => command,
        }
    }
}

impl OptionRow {
    fn arg(&self, language: Language) -> Arg {
        const FOLDER: Bilingual = both("map", "folder");
        let arg = Arg::new(self.name).help(self.help.get(language));
        let option = || arg.clone().long(self.name).display_order(self.order);
        match self.takes {
            Takes::Nothing if self.name == "online" => {
                option().action(ArgAction::SetTrue).requires("publish")
            }
            Takes::Nothing if self.name == "append" => option()
                .action(ArgAction::SetTrue)
                .conflicts_with("replace-text"),
            Takes::File => option()
                .value_name(both("bestand", "file").get(language))
                .value_parser(clap::value_parser!(PathBuf))
                .conflicts_with("to"),
            // A row that is skipped is no row that is gone.
            Takes::Nothing if self.name == "remove-missing" => option()
                .action(ArgAction::SetTrue)
                .conflicts_with("skip-bad-rows"),
            Takes::Nothing => option().action(ArgAction::SetTrue),
            Takes::OneOf(words, shown) => option()
                .value_name(shown)
                .value_parser(PossibleValuesParser::new(words))
                .hide_possible_values(true),
            Takes::Folder => option()
                .value_name(FOLDER.get(language))
                .value_parser(clap::value_parser!(PathBuf)),
            Takes::Day => option()
                .value_name(both("jaar-maand-dag", "year-month-day").get(language))
                .value_parser(|text: &str| {
                    text.parse::<Date>().map_err(|_| "2018-10-30".to_owned())
                }),
            Takes::Port => option()
                .value_name(both("getal", "number").get(language))
                .value_parser(clap::value_parser!(u16)),
            Takes::Row => option()
                .value_name(both("getal", "number").get(language))
                .value_parser(clap::value_parser!(u16).range(1..)),
            Takes::Words(name) => option()
                .value_name(name.get(language))
                .action(ArgAction::Append),
            Takes::OptionalWord(name) => option().value_name(name.get(language)),
            Takes::Word(name) => option().value_name(name.get(language)).required(true),
            Takes::GivenFile => arg
                .value_name(both("bestand", "file").get(language))
                .required(true)
                .value_parser(clap::value_parser!(PathBuf)),
            Takes::GivenWord(name) => arg.value_name(name.get(language)).required(true),
            Takes::MaybeWord(name) => arg.value_name(name.get(language)),
        }
    }
}
