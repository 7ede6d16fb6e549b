//! The command line: what can be typed, with help that a communications officer understands, in
//! Dutch and in English.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;

use crate::words::{Language, both};

/// What was asked, typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The site's folder.
    pub root: PathBuf,
    /// The language of messages, when one was asked for.
    pub language: Option<Language>,
    /// Whether only mistakes are told.
    pub quiet: bool,
    /// What to do.
    pub task: Task,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Begin a new report.
    New {
        /// Its folder.
        folder: PathBuf,
    },
    /// Build the site.
    Build(BuildTask),
    /// Only say what is wrong.
    Check(BuildTask),
    /// Build the site to be published.
    Publish {
        /// The day to build for.
        date: Option<Date>,
        /// Whether the addresses are promised from now on.
        record: bool,
    },
    /// Give a record another id, everywhere.
    Rename {
        /// What it is called: `deal:2018-overijssel/x`.
        from: String,
        /// Its new id.
        to: String,
        /// The day to check the site for.
        date: Option<Date>,
    },
    /// Show the site while it is written.
    Serve {
        /// The day to build for.
        date: Option<Date>,
        /// The port to serve at.
        port: Option<u16>,
        /// Whether to open the browser.
        open: bool,
    },
    /// Say whether the site is as the last build left it.
    Verify(VerifyTask),
    /// Print the licences of the program and of all that is inside it.
    Licences,
}

/// How to verify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyTask {
    /// The copy to look at, where it is not the output folder itself.
    pub copy: Option<PathBuf>,
    /// Whether findings go to standard output as JSON.
    pub json: bool,
}

/// How to build or check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildTask {
    /// The day to build for.
    pub date: Option<Date>,
    /// Whether drafts count.
    pub drafts: bool,
    /// Whether diagnostics go to standard output as JSON.
    pub json: bool,
}

/// What became of reading the command line.
#[derive(Debug)]
pub enum Reading {
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
pub fn read(arguments: &[String], language: Language) -> Reading {
    match command(language).try_get_matches_from(arguments) {
        Ok(matches) => Reading::Asked(asked(&matches)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Reading::Tell(error.render().to_string())
            }
            _ => Reading::Wrong(explained(&error, language)),
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

#[expect(
    clippy::too_many_lines,
    reason = "a table of commands and options, read from top to bottom"
)]
fn command(language: Language) -> Command {
    let say = |nl: &'static str, en: &'static str| both(nl, en).get(language);
    let template = say(
        "{about-with-newline}\nGebruik: {usage}\n\nOpdrachten:\n{subcommands}\n\nKeuzes:\n{options}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nOptions:\n{options}{after-help}",
    );
    let own = say(
        "{about-with-newline}\nGebruik: {usage}\n\n{positionals}\n\nKeuzes:\n{options}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\n{positionals}\n\nOptions:\n{options}{after-help}",
    );
    let plain = say(
        "{about-with-newline}\nGebruik: {usage}\n\nKeuzes:\n{options}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\nOptions:\n{options}{after-help}",
    );
    let help = || {
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(say("Deze uitleg.", "This explanation."))
    };
    let common = |command: Command, template: &'static str| {
        command
            .help_template(template)
            .disable_help_flag(true)
            .arg(help().display_order(100))
            .arg(
                Arg::new("root")
                    .long("root")
                    .value_name(say("map", "folder"))
                    .value_parser(clap::value_parser!(PathBuf))
                    .display_order(90)
                    .hide_default_value(true)
                    .help(say(
                        "De map van het verslag. Zonder deze keuze: de map waar u staat.",
                        "The report's folder. Left out: the folder you are in.",
                    )),
            )
            .arg(
                Arg::new("lang")
                    .long("lang")
                    .value_name("nl|en")
                    .value_parser(PossibleValuesParser::new(["nl", "en"]))
                    .hide_possible_values(true)
                    .display_order(91)
                    .help(say(
                        "De taal van de meldingen. Zonder deze keuze: de taal van het verslag.",
                        "The language of messages. Left out: the report's language.",
                    )),
            )
            .arg(
                Arg::new("quiet")
                    .short('q')
                    .long("quiet")
                    .action(ArgAction::SetTrue)
                    .display_order(92)
                    .help(say(
                        "Meld alleen wat er mis is.",
                        "Tell only what is wrong.",
                    )),
            )
    };
    let date = || {
        Arg::new("date")
            .long("date")
            .value_name(say("jaar-maand-dag", "year-month-day"))
            .value_parser(|text: &str| text.parse::<Date>().map_err(|_| "2018-10-30".to_owned()))
            .display_order(10)
            .help(say(
                "Bouw alsof het deze dag is. Zonder deze keuze: vandaag.",
                "Build as if it were this day. Left out: today.",
            ))
    };
    let format = || {
        Arg::new("format")
            .long("format")
            .value_name("text|json")
            .value_parser(PossibleValuesParser::new(["text", "json"]))
            .hide_possible_values(true)
            .display_order(12)
            .help(say(
                "json: meldingen voor andere programma's, een per regel.",
                "json: messages for other programs, one a line.",
            ))
    };
    let building = |command: Command| {
        common(command, plain)
            .arg(date())
            .arg(
                Arg::new("drafts")
                    .long("drafts")
                    .action(ArgAction::SetTrue)
                    .display_order(11)
                    .help(say("Neem ook concepten mee.", "Include drafts.")),
            )
            .arg(format())
    };
    Command::new("oogst")
        .override_usage(say("oogst <opdracht> [keuzes]", "oogst <command> [options]"))
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(
            "Maakt van teksten over bijeenkomsten een site: wie vroeg, wie bood, welke deals er kwamen, wat nog open is.",
            "Turns texts about events into a site: who asked, who offered, which deals came of it, what is still open.",
        ))
        .after_help(say(
            "Meer weten over een opdracht? Typ bijvoorbeeld: oogst build --help",
            "To know more of a command, type for example: oogst build --help",
        ))
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(help())
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(say("Welke versie dit is.", "Which version this is.")))
        .arg(
            Arg::new("lang-of-help")
                .long("lang")
                .value_name("nl|en")
                .value_parser(PossibleValuesParser::new(["nl", "en"]))
                .hide_possible_values(true)
                .help(say("De taal van deze uitleg en van de meldingen.", "The language of this explanation and of messages.")),
        )
        .subcommand(
            common(Command::new("new"), own)
                .override_usage(say("oogst new [keuzes] <map>", "oogst new [options] <folder>"))
                .about(say(
                    "Begin een nieuw verslag: een map met een voorbeeld dat u zelf invult.",
                    "Begin a new report: a folder with an example to fill in.",
                ))
                .arg(
                    Arg::new("folder")
                        .value_name(say("map", "folder"))
                        .required(true)
                        .value_parser(clap::value_parser!(PathBuf))
                        .help(say("De map die gemaakt wordt.", "The folder that is made.")),
                ),
        )
        .subcommand(
            building(Command::new("build"))
                .override_usage(say("oogst build [keuzes]", "oogst build [options]"))
                .about(say("Maak de site, in de map output.", "Make the site, in the folder output.")),
        )
        .subcommand(
            building(Command::new("check"))
                .override_usage(say("oogst check [keuzes]", "oogst check [options]"))
                .about(say("Zeg wat er mis is en hoe u het verbetert; maak niets.", "Say what is wrong and how to mend it; make nothing.")),
        )
        .subcommand(
            common(Command::new("publish"), plain)
                .override_usage(say("oogst publish [keuzes]", "oogst publish [options]"))
                .about(say(
                    "Maak de site om te publiceren, en beloof dat de adressen blijven werken.",
                    "Make the site to be published, and promise that its addresses go on working.",
                ))
                .after_help(say(
                    "Met --record komt elk adres in addresses.toml te staan, met een korte link erbij. Daarna\nwaarschuwt oogst voordat een adres verdwijnt. Bewaar addresses.toml bij uw teksten.",
                    "With --record each address is written into addresses.toml, with a short link. From then on\noogst warns before an address disappears. Keep addresses.toml with your texts.",
                ))
                .arg(date())
                .arg(
                    Arg::new("record")
                        .long("record")
                        .action(ArgAction::SetTrue)
                        .display_order(11)
                        .help(say("Leg de adressen vast: ze blijven vanaf nu werken.", "Record the addresses: they go on working from now on.")),
                ),
        )
        .subcommand(
            common(Command::new("rename"), own)
                .override_usage(say("oogst rename [keuzes] <soort:id> <nieuwe id>", "oogst rename [options] <kind:id> <new id>"))
                .about(say(
                    "Geef iets een andere id, overal waar het genoemd wordt; het oude adres leidt door.",
                    "Give something another id, wherever it is named; the old address leads on.",
                ))
                .after_help(say(
                    "Voorbeelden:\n  oogst rename deal:2018-overijssel/samen-bijscholen bijscholen\n  oogst rename bijeenkomst:2018-overijssel 2018-zwolle\n  oogst rename regio:twentte twente",
                    "Examples:\n  oogst rename deal:2018-overijssel/learn-together learning\n  oogst rename event:2018-overijssel 2018-zwolle\n  oogst rename region:twentte twente",
                ))
                .arg(
                    Arg::new("from")
                        .value_name(say("soort:id", "kind:id"))
                        .required(true)
                        .help(say("Wat het nu is: soort en id, met de bijeenkomst ervoor.", "What it is now: kind and id, with its event.")),
                )
                .arg(date())
                .arg(Arg::new("to").value_name(say("nieuwe id", "new id")).required(true).help(say("De nieuwe id.", "The new id."))),
        )
        .subcommand(
            common(Command::new("serve"), plain)
                .override_usage(say("oogst serve [keuzes]", "oogst serve [options]"))
                .about(say(
                    "Bekijk de site terwijl u schrijft: de browser laat elke wijziging meteen zien.",
                    "See the site while you write: the browser shows every change at once.",
                ))
                .after_help(say("Stoppen: druk op Ctrl en C.", "To stop: press Ctrl and C."))
                .arg(date())
                .arg(
                    Arg::new("port")
                        .long("port")
                        .value_name(say("getal", "number"))
                        .value_parser(clap::value_parser!(u16))
                        .display_order(13)
                        .help(say("De poort van de site. Zonder deze keuze: een die vrij is.", "The site's port. Left out: a free one.")),
                )
                .arg(
                    Arg::new("open")
                        .long("open")
                        .action(ArgAction::SetTrue)
                        .display_order(14)
                        .help(say("Open de site meteen in de browser.", "Open the site in the browser at once.")),
                ),
        )
        .subcommand(
            common(Command::new("verify"), plain)
                .override_usage(say("oogst verify [keuzes]", "oogst verify [options]"))
                .about(say(
                    "Kijk na of de site nog is zoals hij gemaakt is: wat is gewijzigd, wat is weg, wat staat erbij.",
                    "Check that the site still is as it was made: what was changed, what is lost, what was added.",
                ))
                .arg(
                    Arg::new("output")
                        .long("output")
                        .value_name(say("map", "folder"))
                        .value_parser(clap::value_parser!(PathBuf))
                        .display_order(11)
                        .help(say(
                            "Kijk een kopie van de site na, bijvoorbeeld op een usb-stick. Zonder deze keuze: de map output.",
                            "Check a copy of the site, on a USB stick for example. Left out: the folder output.",
                        )),
                )
                .arg(format()),
        )
        .subcommand(
            common(Command::new("licences"), plain)
                .override_usage(say("oogst licences [keuzes]", "oogst licences [options]"))
                .about(say(
                    "Toon de licenties van het programma en van alles wat erin zit.",
                    "Show the licences of the program and of all that is inside it.",
                )),
        )
}

/// What was typed wrongly, in the user's language; the parser's own words are English.
fn explained(error: &clap::Error, language: Language) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => plain(text),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let message = match (error.kind(), language) {
        (ErrorKind::InvalidSubcommand, Language::Nl) => format!(
            "`{}` is geen opdracht",
            context(ContextKind::InvalidSubcommand)
        ),
        (ErrorKind::InvalidSubcommand, Language::En) => format!(
            "`{}` is no command",
            context(ContextKind::InvalidSubcommand)
        ),
        (ErrorKind::UnknownArgument, Language::Nl) => {
            format!("`{argument}` hoort niet bij deze opdracht")
        }
        (ErrorKind::UnknownArgument, Language::En) => {
            format!("`{argument}` does not belong to this command")
        }
        (ErrorKind::MissingRequiredArgument, Language::Nl) => format!("hier ontbreekt {argument}"),
        (ErrorKind::MissingRequiredArgument, Language::En) => format!("{argument} is missing"),
        (ErrorKind::InvalidValue, Language::Nl)
            if context(ContextKind::InvalidValue).is_empty() =>
        {
            format!("achter {argument} ontbreekt de waarde")
        }
        (ErrorKind::InvalidValue, Language::En)
            if context(ContextKind::InvalidValue).is_empty() =>
        {
            format!("{argument} lacks its value")
        }
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Language::Nl) => {
            format!(
                "`{}` past niet bij {argument}",
                context(ContextKind::InvalidValue)
            )
        }
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Language::En) => {
            format!(
                "`{}` does not fit {argument}",
                context(ContextKind::InvalidValue)
            )
        }
        (_, Language::Nl) => "deze opdracht is niet te lezen".to_owned(),
        (_, Language::En) => "this command cannot be read".to_owned(),
    };
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(context)
    .find(|text| !text.is_empty());
    let mut text = format!("{}: {message}\n", both("fout", "error").get(language));
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

fn plain(text: &StyledStr) -> String {
    text.to_string()
}
