//! The table of what can be typed: commands and their options, read from top to bottom.

use crate::words::{Bilingual, both};

/// A command: its name, what follows its options, what it does, and what else is to be said.
pub(super) struct CommandRow {
    pub(super) name: &'static str,
    pub(super) operands: Bilingual,
    pub(super) about: Bilingual,
    pub(super) after: Option<Bilingual>,
    pub(super) options: &'static [OptionRow],
}

/// An option or an operand.
pub(super) struct OptionRow {
    pub(super) name: &'static str,
    pub(super) takes: Takes,
    /// Where help shows it.
    pub(super) order: usize,
    pub(super) help: Bilingual,
}

/// What comes with an option.
#[derive(Clone, Copy)]
pub(super) enum Takes {
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
    /// The number of a row.
    Row,
    /// Words, as often as they are needed, and what help calls each.
    Words(Bilingual),
    /// A word, and what help calls it.
    OptionalWord(Bilingual),
    /// It is no option: a folder that must be given.
    GivenFolder,
    /// A word that must be given, and what help calls it.
    Word(Bilingual),
    /// It is no option: a file that must be given.
    GivenFile,
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
pub(super) const COMMON: &[OptionRow] = &[
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

pub(super) const COMMANDS: &[CommandRow] = &[
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
        name: "import",
        operands: both(" <bestand> --into <bijeenkomst>", " <file> --into <event>"),
        about: both(
            "Neem een lijst uit Excel of een verslag uit Word over in een bijeenkomst.",
            "Take a list from Excel or a report from Word over into an event.",
        ),
        after: Some(both(
            "Het bestand zelf blijft zoals het is.\n\nVan een lijst wordt elke rij een vraag, aanbod, deal of iets anders: de kolom Soort of de naam van\nhet blad zegt wat. Een tweede keer werkt alleen bij wat in de lijst veranderde.\n\nVan een verslag komt de tekst mee. Wat iemand verborg of verwijderde en wat er aan\nopmerkingen bij staat, komt niet mee. Foto's komen erbij zonder toestemming: ze staan pas op de\nsite als u opschrijft dat het mag.\n\nVoorbeelden:\n  oogst import opbrengst.xlsx --into 2025-techniekavond --dry-run\n  oogst import opbrengst.xlsx --into 2025-techniekavond --map \"Opmerking=tekst\"\n  oogst import verslag.docx --into 2025-techniekavond --date 2025-11-12",
            "The file itself stays as it is.\n\nOf a list each row becomes an ask, offer, deal or something else: the column Kind or the name of the\nsheet says which. A second time only changes what changed in the list.\n\nOf a report the text is taken. What somebody hid or deleted, and remarks in the margin, are\nleft out. Photos come without consent: they are on the site once you write that they may be.\n\nExamples:\n  oogst import harvest.xlsx --into 2025-tech-evening --dry-run\n  oogst import harvest.xlsx --into 2025-tech-evening --map \"Remark=text\"\n  oogst import report.docx --into 2025-tech-evening --date 2025-11-12",
        )),
        options: &[
            OptionRow {
                name: "file",
                takes: Takes::GivenFile,
                order: 0,
                help: both(
                    "Het bestand: .xlsx, .ods, .csv, .docx, .odt of .html.",
                    "The file: .xlsx, .ods, .csv, .docx, .odt or .html.",
                ),
            },
            OptionRow {
                name: "into",
                takes: Takes::Word(both("bijeenkomst", "event")),
                order: 1,
                help: both(
                    "De bijeenkomst: de naam van haar map.",
                    "The event: the name of its folder.",
                ),
            },
            OptionRow {
                name: "date",
                takes: Takes::Day,
                order: 2,
                help: both(
                    "De dag van de bijeenkomst, als die er nog niet is: dan wordt ze gemaakt.",
                    "The day of the event, where there is none yet: it is then made.",
                ),
            },
            OptionRow {
                name: "replace-text",
                takes: Takes::Nothing,
                order: 3,
                help: both(
                    "Zet de tekst in de plaats van die er al staat.",
                    "Put the text in the place of the one that is there.",
                ),
            },
            OptionRow {
                name: "append",
                takes: Takes::Nothing,
                order: 4,
                help: both(
                    "Zet de tekst onder die er al staat.",
                    "Put the text below the one that is there.",
                ),
            },
            OptionRow {
                name: "dry-run",
                takes: Takes::Nothing,
                order: 5,
                help: both(
                    "Toon wat er zou komen te staan; verander niets.",
                    "Show what would be written; change nothing.",
                ),
            },
            OptionRow {
                name: "map",
                takes: Takes::Words(both("kolom=gegeven", "column=field")),
                order: 6,
                help: both(
                    "Wat een kolom is; `-` laat haar weg. Mag vaker.",
                    "What a column is; `-` leaves it out. May be repeated.",
                ),
            },
            OptionRow {
                name: "kind",
                takes: Takes::OptionalWord(both("soort", "kind")),
                order: 7,
                help: both(
                    "Wat de rijen zijn: vraag, deal …",
                    "What the rows are: ask, deal …",
                ),
            },
            OptionRow {
                name: "header-row",
                takes: Takes::Row,
                order: 8,
                help: both(
                    "De rij met de namen van de kolommen.",
                    "The row with the names of the columns.",
                ),
            },
            OptionRow {
                name: "prefer",
                takes: Takes::OneOf(["sheet", "site"], "sheet|site"),
                order: 9,
                help: both(
                    "Wat geldt als lijst en site allebei veranderden.",
                    "What holds where list and site both changed.",
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
