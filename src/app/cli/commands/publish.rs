//! `oogst publish`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::app::cli::shared_options::DATE;
use crate::words::both;

pub(super) const PUBLISH: CommandRow = CommandRow {
    name: "publish",
    also: "publiceer",
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
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Publish {
        date: given.day("date"),
        record: given.has("record"),
    }
}
