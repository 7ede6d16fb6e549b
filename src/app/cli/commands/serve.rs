//! `oogst serve`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::app::cli::shared_options::DATE;
use crate::words::both;

pub(super) const SERVE: CommandRow = CommandRow {
    name: "serve",
    also: "bekijk",
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
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Serve {
        date: given.day("date"),
        port: given.number("port"),
        open: given.has("open"),
    }
}
