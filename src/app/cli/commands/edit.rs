//! `oogst edit`: how it is typed.

use crate::app::cli::asked::{EditTask, Task};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::app::cli::shared_options::DATE;
use crate::words::both;

pub(super) const EDIT: CommandRow = CommandRow {
    name: "edit",
    also: "bewerk",
    operands: both("", ""),
    about: both(
        "Schrijf in de browser: formulieren, met de site ernaast.",
        "Write in the browser: forms, with the site beside them.",
    ),
    after: Some(both(
        "`oogst` zonder meer doet hetzelfde, en toont eerst uw verslagen. Stoppen: druk op Ctrl en C, of sluit het venster.",
        "`oogst` by itself does the same, and shows your reports first. To stop: press Ctrl and C, or close the window.",
    )),
    options: &[
        DATE,
        OptionRow {
            name: "port",
            takes: Takes::Port,
            order: 13,
            help: both(
                "De poort van de formulieren. Zonder deze keuze: een die vrij is.",
                "The port of the forms. Left out: a free one.",
            ),
        },
        OptionRow {
            name: "open",
            takes: Takes::Nothing,
            order: 14,
            help: both("Open de browser meteen.", "Open the browser at once."),
        },
    ],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Edit(EditTask {
        date: given.day("date"),
        port: given.number("port"),
        open: given.has("open"),
        untyped: false,
    })
}
