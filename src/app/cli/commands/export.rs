//! `oogst export`: how it is typed.

use crate::app::cli::asked::{ExportTask, Task};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::words::both;

pub(super) const EXPORT: CommandRow = CommandRow {
    name: "export",
    also: "exporteer",
    operands: both(" <bestand> [bijeenkomst]", " <file> [event]"),
    about: both(
        "Zet wat er van een bijeenkomst is in een lijst voor Excel, of haar programma in een bestand.",
        "Put what there is of an event in a list for Excel, or its programme in a file.",
    ),
    after: Some(both(
        "Het verslag blijft zoals het is. De lijst heeft een blad voor elke soort, en een rij voor elke\nvraag, deal of iets anders. Wat anderen erin veranderen, neemt `oogst import` weer over.\n\nIn de lijst kan staan wat de site niet toont, zoals contactgegevens en concepten.\n\nEen naam op .json of .ics geeft het programma zoals de site het toont: schedule.json voor apps met\neen programma, en een agenda.\n\nVoorbeelden:\n  oogst export opbrengst.xlsx 2025-techniekavond\n  oogst export formulier.xlsx 2025-techniekavond --empty --kinds vragen,aanbod\n  oogst export scholen.xlsx --kinds organisaties\n  oogst export programma.ics 2025-techniekavond",
        "The report stays as it is. The list has a sheet for each kind, and a row for each ask, deal or\nsomething else. What others change in it, `oogst import` takes over again.\n\nThe list may hold what the site does not show, such as contacts and drafts.\n\nA name that ends in .json or .ics gives the programme as the site shows it: schedule.json for apps\nwith a programme, and a calendar.\n\nExamples:\n  oogst export harvest.xlsx 2025-tech-evening\n  oogst export form.xlsx 2025-tech-evening --empty --kinds asks,offers\n  oogst export schools.xlsx --kinds organisations\n  oogst export programme.ics 2025-tech-evening",
    )),
    options: &[
        OptionRow {
            name: "file",
            takes: Takes::GivenFile,
            order: 0,
            help: both(
                "Het bestand dat gemaakt wordt: .xlsx, .json of .ics.",
                "The file that is made: .xlsx, .json or .ics.",
            ),
        },
        OptionRow {
            name: "event",
            takes: Takes::MaybeWord(both("bijeenkomst", "event")),
            order: 1,
            help: both(
                "De bijeenkomst: de naam van haar map.",
                "The event: the name of its folder.",
            ),
        },
        OptionRow {
            name: "kinds",
            takes: Takes::Words(both("soorten", "kinds")),
            order: 2,
            help: both(
                "Welke soorten, met een komma ertussen. Zonder deze keuze: wat er van de bijeenkomst is.",
                "Which kinds, with commas between them. Left out: what there is of the event.",
            ),
        },
        OptionRow {
            name: "empty",
            takes: Takes::Nothing,
            order: 3,
            help: both(
                "Maak een lege lijst, om te laten invullen.",
                "Make an empty list, for others to fill in.",
            ),
        },
        OptionRow {
            name: "force",
            takes: Takes::Nothing,
            order: 4,
            help: both(
                "Vervang het bestand als het er al is.",
                "Replace the file if it is there already.",
            ),
        },
    ],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Export(ExportTask {
        file: given.path("file"),
        event: given.any_word("event"),
        kinds: given.words("kinds"),
        empty: given.has("empty"),
        force: given.has("force"),
    })
}
