//! `oogst new`: how it is typed.

use crate::app::cli::asked::{NewTask, Task};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::words::both;

pub(super) const NEW: CommandRow = CommandRow {
    name: "new",
    also: "nieuw",
    operands: both(" <map of soort> [titel]", " <folder or kind> [title]"),
    about: both(
        "Begin een nieuw verslag, of voeg iets toe aan het verslag waar u staat.",
        "Begin a new report, or add something to the report you are in.",
    ),
    after: Some(both(
        "Buiten een verslag maakt dit een map met een voorbeeld dat u zelf invult. In een verslag komt er\neen vraag, aanbod, deal, idee, sessie, spreker, regio, organisatie of iets anders bij, in het bestand\nwaar dat hoort. Wat nodig is en ontbreekt, vraagt oogst. Wat er stond, blijft zoals het was.\n\nVoorbeelden:\n  oogst new streekdag\n  oogst new bijeenkomst \"Streekdag 2025\" --set datum=2025-11-12\n  oogst new deal \"Gastlessen bij De Wilg\" --into 2025-streekdag --set status=lopend\n  oogst new regio \"Achterhoek\"",
        "Outside a report this makes a folder with an example to fill in. In a report it adds an ask, offer,\ndeal, idea, session, speaker, region, organisation or something else, in the file where that belongs.\nWhat is needed and not given, oogst asks. What was there stays as it was.\n\nExamples:\n  oogst new regional-day\n  oogst new event \"Regional day 2025\" --set date=2025-11-12\n  oogst new deal \"Lessons at Willow School\" --into 2025-regional-day --set status=ongoing\n  oogst new region \"Achterhoek\"",
    )),
    options: &[
        OptionRow {
            name: "what",
            takes: Takes::GivenWord(both("map of soort", "folder or kind")),
            order: 0,
            help: both(
                "De map van een nieuw verslag, of wat erbij komt: vraag, deal …",
                "The folder of a new report, or what is added: ask, deal …",
            ),
        },
        OptionRow {
            name: "title",
            takes: Takes::MaybeWord(both("titel", "title")),
            order: 1,
            help: both("De titel of de naam.", "The title or name."),
        },
        OptionRow {
            name: "into",
            takes: Takes::OptionalWord(both("bijeenkomst", "event")),
            order: 2,
            help: both(
                "De bijeenkomst waar het bij hoort: de naam van haar map.",
                "The event it belongs to: the name of its folder.",
            ),
        },
        OptionRow {
            name: "set",
            takes: Takes::Words(both("gegeven=waarde", "field=value")),
            order: 3,
            help: both(
                "Wat er bij een gegeven komt te staan. Mag vaker.",
                "What a field is to hold. May be repeated.",
            ),
        },
    ],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::New(NewTask {
        what: given.word("what"),
        title: given.any_word("title"),
        into: given.any_word("into"),
        set: given.words("set"),
    })
}
