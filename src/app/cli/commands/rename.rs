//! `oogst rename`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::app::cli::shared_options::DATE;
use crate::words::both;

pub(super) const RENAME: CommandRow = CommandRow {
    name: "rename",
    also: "hernoem",
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
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Rename {
        from: given.word("from"),
        to: given.word("to"),
        date: given.day("date"),
    }
}
