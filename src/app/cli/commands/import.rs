//! `oogst import`: how it is typed.

use crate::app::cli::asked::{ImportTask, Task};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::edit::proposal::Preferred;
use crate::words::both;

pub(super) const IMPORT: CommandRow = CommandRow {
    name: "import",
    also: "importeer",
    operands: both(" <bestand> --into <bijeenkomst>", " <file> --into <event>"),
    about: both(
        "Neem een lijst uit Excel, een verslag uit Word of een programma over in een bijeenkomst.",
        "Take a list from Excel, a report from Word or a programme over into an event.",
    ),
    after: Some(both(
        "Het bestand zelf blijft zoals het is.\n\nVan een lijst wordt elke rij een vraag, aanbod, deal of iets anders: de kolom Soort of de naam van\nhet blad zegt wat. Een tweede keer werkt alleen bij wat in de lijst veranderde.\n\nVan een verslag komt de tekst mee. Wat iemand verborg of verwijderde en wat er aan\nopmerkingen bij staat, komt niet mee. Foto's komen erbij zonder toestemming: ze staan pas op de\nsite als u opschrijft dat het mag.\n\nVan een programma (pretalx, frab, c3voc, Sessionize of een agenda) komen de onderdelen, wie er\nspreken en de links mee. Een nieuwer programma werkt alleen bij wat erin veranderde, ook als een\ntitel anders werd. Hoort een onderwerp (track) bij een thema, zeg dat dan met --map.\n\nVoorbeelden:\n  oogst import opbrengst.xlsx --into 2025-techniekavond --dry-run\n  oogst import opbrengst.xlsx --into 2025-techniekavond --map \"Opmerking=tekst\"\n  oogst import verslag.docx --into 2025-techniekavond --date 2025-11-12\n  oogst import schedule.json --into 2025-techniekavond --map \"Zorg en welzijn=zorg\"",
        "The file itself stays as it is.\n\nOf a list each row becomes an ask, offer, deal or something else: the column Kind or the name of the\nsheet says which. A second time only changes what changed in the list.\n\nOf a report the text is taken. What somebody hid or deleted, and remarks in the margin, are\nleft out. Photos come without consent: they are on the site once you write that they may be.\n\nOf a programme (pretalx, frab, c3voc, Sessionize or a calendar) the parts, who speaks and the links\nare taken. A newer programme only changes what changed in it, also where a title became another.\nWhere a track belongs to a theme, say so with --map.\n\nExamples:\n  oogst import harvest.xlsx --into 2025-tech-evening --dry-run\n  oogst import harvest.xlsx --into 2025-tech-evening --map \"Remark=text\"\n  oogst import report.docx --into 2025-tech-evening --date 2025-11-12\n  oogst import schedule.json --into 2025-tech-evening --map \"Health and care=care\"",
    )),
    options: &[
        OptionRow {
            name: "file",
            takes: Takes::GivenFile,
            order: 0,
            help: both(
                "Het bestand: .xlsx, .ods, .csv, .docx, .odt, .html, .json, .xml of .ics.",
                "The file: .xlsx, .ods, .csv, .docx, .odt, .html, .json, .xml or .ics.",
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
                "Wat een kolom is, of welk thema een track; `-` laat weg. Mag vaker.",
                "What a column is, or which theme a track; `-` leaves out. May be repeated.",
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
        OptionRow {
            name: "write-back",
            takes: Takes::Nothing,
            order: 10,
            help: both(
                "Zet een kopie van de lijst ernaast, met een kolom oogst-id. Daaraan herkent oogst elke rij, ook als de titel verandert.",
                "Put a copy of the list beside it, with a column oogst-id. By it oogst knows each row, also when its title changes.",
            ),
        },
        OptionRow {
            name: "skip-bad-rows",
            takes: Takes::Nothing,
            order: 11,
            help: both(
                "Sla rijen met een fout over; ze komen in een bestand ernaast.",
                "Skip rows with a mistake; they come in a file beside it.",
            ),
        },
        OptionRow {
            name: "remove-missing",
            takes: Takes::Nothing,
            order: 12,
            help: both(
                "Haal weg wat niet meer in de lijst staat.",
                "Remove what is no longer in the list.",
            ),
        },
        OptionRow {
            name: "yes",
            takes: Takes::Nothing,
            order: 13,
            help: both(
                "Vraag niet of het goed is.",
                "Do not ask whether it is right.",
            ),
        },
    ],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Import(ImportTask {
        file: given.path("file"),
        into: given.word("into"),
        date: given.day("date"),
        replace: given.has("replace-text"),
        append: given.has("append"),
        dry_run: given.has("dry-run"),
        maps: given.words("map"),
        kind: given.any_word("kind"),
        header_row: given.number("header-row"),
        skip_bad_rows: given.has("skip-bad-rows"),
        remove_missing: given.has("remove-missing"),
        yes: given.has("yes"),
        write_back: given.has("write-back"),
        prefer: given.any_word("prefer").map(|side| match side.as_str() {
            "site" => Preferred::Site,
            _ => Preferred::Proposed,
        }),
    })
}
