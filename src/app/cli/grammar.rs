//! What can be typed: a table of commands and of their options, read from top to bottom, and the
//! parser that follows from it.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use jiff::civil::Date;

use crate::words::{Bilingual, Language, both};

/// A command: its name, what follows its options, what it does, and what else is to be said.
struct CommandRow {
    name: &'static str,
    operands: Bilingual,
    about: Bilingual,
    after: Option<Bilingual>,
    options: &'static [OptionRow],
}

/// An option or an operand.
struct OptionRow {
    name: &'static str,
    takes: Takes,
    /// Where help shows it.
    order: usize,
    help: Bilingual,
}

/// What comes with an option.
#[derive(Clone, Copy)]
enum Takes {
    /// Nothing: it is there or not.
    Nothing,
    /// One of these words, as help shows them.
    OneOf([&'static str; 2], &'static str),
    /// A folder.
    Folder,
    /// A day.
    Day,
    /// The number of a port.
    Port,
    /// It is no option: a folder that must be given.
    GivenFolder,
    /// It is no option: a word that must be given, and what help calls it.
    GivenWord(Bilingual),
}

const DATE: OptionRow = OptionRow {
    name: "date",
    takes: Takes::Day,
    order: 10,
    help: both(
        "Bouw alsof het deze dag is. Zonder deze keuze: vandaag.",
        "Build as if it were this day. Left out: today.",
    ),
};
const DRAFTS: OptionRow = OptionRow {
    name: "drafts",
    takes: Takes::Nothing,
    order: 11,
    help: both("Neem ook concepten mee.", "Include drafts."),
};
const FORMAT: OptionRow = OptionRow {
    name: "format",
    takes: Takes::OneOf(["text", "json"], "text|json"),
    order: 12,
    help: both(
        "json: meldingen voor andere programma's, een per regel.",
        "json: messages for other programs, one a line.",
    ),
};

/// The options of every command.
const COMMON: &[OptionRow] = &[
    OptionRow {
        name: "root",
        takes: Takes::Folder,
        order: 90,
        help: both(
            "De map van het verslag. Zonder deze keuze: de map waar u staat.",
            "The report's folder. Left out: the folder you are in.",
        ),
    },
    OptionRow {
        name: "lang",
        takes: Takes::OneOf(["nl", "en"], "nl|en"),
        order: 91,
        help: both(
            "De taal van de meldingen. Zonder deze keuze: de taal van het verslag.",
            "The language of messages. Left out: the report's language.",
        ),
    },
];

const COMMANDS: &[CommandRow] = &[
    CommandRow {
        name: "new",
        operands: both(" <map>", " <folder>"),
        about: both(
            "Begin een nieuw verslag: een map met een voorbeeld dat u zelf invult.",
            "Begin a new report: a folder with an example to fill in.",
        ),
        after: None,
        options: &[OptionRow {
            name: "folder",
            takes: Takes::GivenFolder,
            order: 0,
            help: both("De map die gemaakt wordt.", "The folder that is made."),
        }],
    },
    CommandRow {
        name: "build",
        operands: both("", ""),
        about: both(
            "Maak de site, in de map output.",
            "Make the site, in the folder output.",
        ),
        after: None,
        options: &[DATE, DRAFTS, FORMAT],
    },
    CommandRow {
        name: "check",
        operands: both("", ""),
        about: both(
            "Zeg wat er mis is en hoe u het verbetert; maak niets.",
            "Say what is wrong and how to mend it; make nothing.",
        ),
        after: None,
        options: &[DATE, DRAFTS, FORMAT],
    },
    CommandRow {
        name: "publish",
        operands: both("", ""),
        about: both(
            "Maak de site om te publiceren, en beloof dat de adressen blijven werken.",
            "Make the site to be published, and promise that its addresses go on working.",
        ),
        after: Some(both(
            "Met --record komt elk adres in addresses.toml te staan, met een korte link erbij. Daarna\nwaarschuwt oogst voordat een adres verdwijnt. Bewaar addresses.toml bij uw teksten.",
            "With --record each address is written into addresses.toml, with a short link. From then on\noogst warns before an address disappears. Keep addresses.toml with your texts.",
        )),
        options: &[
            DATE,
            OptionRow {
                name: "record",
                takes: Takes::Nothing,
                order: 11,
                help: both(
                    "Leg de adressen vast: ze blijven vanaf nu werken.",
                    "Record the addresses: they go on working from now on.",
                ),
            },
        ],
    },
    CommandRow {
        name: "rename",
        operands: both(" <soort:id> <nieuwe id>", " <kind:id> <new id>"),
        about: both(
            "Geef iets een andere id, overal waar het genoemd wordt; het oude adres leidt door.",
            "Give something another id, wherever it is named; the old address leads on.",
        ),
        after: Some(both(
            "Voorbeelden:\n  oogst rename deal:2018-overijssel/samen-bijscholen bijscholen\n  oogst rename bijeenkomst:2018-overijssel 2018-zwolle\n  oogst rename regio:twentte twente",
            "Examples:\n  oogst rename deal:2018-overijssel/learn-together learning\n  oogst rename event:2018-overijssel 2018-zwolle\n  oogst rename region:twentte twente",
        )),
        options: &[
            OptionRow {
                name: "from",
                takes: Takes::GivenWord(both("soort:id", "kind:id")),
                order: 0,
                help: both(
                    "Wat het nu is: soort en id, met de bijeenkomst ervoor.",
                    "What it is now: kind and id, with its event.",
                ),
            },
            DATE,
            OptionRow {
                name: "to",
                takes: Takes::GivenWord(both("nieuwe id", "new id")),
                order: 0,
                help: both("De nieuwe id.", "The new id."),
            },
        ],
    },
    CommandRow {
        name: "serve",
        operands: both("", ""),
        about: both(
            "Bekijk de site terwijl u schrijft: de browser laat elke wijziging meteen zien.",
            "See the site while you write: the browser shows every change at once.",
        ),
        after: Some(both(
            "Stoppen: druk op Ctrl en C.",
            "To stop: press Ctrl and C.",
        )),
        options: &[
            DATE,
            OptionRow {
                name: "port",
                takes: Takes::Port,
                order: 13,
                help: both(
                    "De poort van de site. Zonder deze keuze: een die vrij is.",
                    "The site's port. Left out: a free one.",
                ),
            },
            OptionRow {
                name: "open",
                takes: Takes::Nothing,
                order: 14,
                help: both(
                    "Open de site meteen in de browser.",
                    "Open the site in the browser at once.",
                ),
            },
        ],
    },
    CommandRow {
        name: "verify",
        operands: both("", ""),
        about: both(
            "Kijk na of de site nog is zoals hij gemaakt is: wat is gewijzigd, wat is weg, wat staat erbij.",
            "Check that the site still is as it was made: what was changed, what is lost, what was added.",
        ),
        after: None,
        options: &[
            OptionRow {
                name: "output",
                takes: Takes::Folder,
                order: 11,
                help: both(
                    "Kijk een kopie van de site na, bijvoorbeeld op een usb-stick. Zonder deze keuze: de map output.",
                    "Check a copy of the site, on a USB stick for example. Left out: the folder output.",
                ),
            },
            FORMAT,
        ],
    },
    CommandRow {
        name: "licences",
        operands: both("", ""),
        about: both(
            "Toon de licenties van het programma en van alles wat erin zit.",
            "Show the licences of the program and of all that is inside it.",
        ),
        after: None,
        options: &[],
    },
];

/// The parser of the command line, with help in this language.
pub(super) fn command(language: Language) -> Command {
    let say = |nl: &'static str, en: &'static str| both(nl, en).get(language);
    let program = Command::new("oogst")
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
    program.subcommands(COMMANDS.iter().map(|row| row.command(language)))
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
        let command = Command::new(self.name)
            .override_usage(format!("oogst {} {options}{operands}", self.name))
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
            Takes::GivenFolder => arg
                .value_name(FOLDER.get(language))
                .required(true)
                .value_parser(clap::value_parser!(PathBuf)),
            Takes::GivenWord(name) => arg.value_name(name.get(language)).required(true),
        }
    }
}
