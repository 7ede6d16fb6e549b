//! `oogst publish`: how it is typed.

use crate::app::cli::asked::{PublishTask, Task};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::app::cli::shared_options::DATE;
use crate::publish::PublishOptions;
use crate::words::both;

pub(super) const PUBLISH: CommandRow = CommandRow {
    name: "publish",
    also: "publiceer",
    operands: both("", ""),
    about: both(
        "Maak de site, zet hem online, en beloof dat de adressen blijven werken.",
        "Make the site, put it online, and promise that its addresses go on working.",
    ),
    after: Some(both(
        "Zonder --to en --zip komt de site alleen in de map output. Waar hij online komt, staat in\noogst.toml; een wachtwoord hoort daar niet in, daar vraagt oogst om. Bestanden van anderen blijven\nstaan. Wordt het onderbroken? Typ de opdracht opnieuw: dan gaat oogst verder.\n\nMet --record komt elk adres in addresses.toml te staan, met een korte link erbij. Daarna\nwaarschuwt oogst voordat een adres verdwijnt. Bewaar addresses.toml bij uw teksten.",
        "Without --to and --zip the site goes into the folder output only. Where it goes online is said in\noogst.toml; a password does not belong there, oogst asks for it. Files of others stay. Was it\ninterrupted? Type the command again: oogst goes on from there.\n\nWith --record each address is written into addresses.toml, with a short link. From then on\noogst warns before an address disappears. Keep addresses.toml with your texts.",
    )),
    options: &[
        DATE,
        flag(
            "record",
            11,
            (
                "Leg de adressen vast: ze blijven vanaf nu werken.",
                "Record the addresses: they go on working from now on.",
            ),
        ),
        OptionRow {
            name: "to",
            takes: Takes::OptionalWord(both("naam", "name")),
            order: 12,
            help: both(
                "Zet de site op de plek die in oogst.toml zo heet.",
                "Put the site at the place that has this name in oogst.toml.",
            ),
        },
        OptionRow {
            name: "zip",
            takes: Takes::File,
            order: 13,
            help: both(
                "Maak van de site een zip-bestand, om door te geven.",
                "Make a zip file of the site, to pass on.",
            ),
        },
        flag(
            "dry-run",
            14,
            (
                "Zeg wat er daar zou veranderen, en verander er niets.",
                "Say what would change there, and change nothing there.",
            ),
        ),
        flag("yes", 15, ("Vraag niets.", "Ask nothing.")),
        flag(
            "adopt",
            16,
            (
                "De plek is niet leeg: zet de site er toch bij.",
                "The place is not empty: add the site all the same.",
            ),
        ),
        flag(
            "overwrite",
            17,
            (
                "Vervang ook bestanden die daar door een ander zijn gemaakt of veranderd.",
                "Replace files too that somebody else made or changed there.",
            ),
        ),
        flag(
            "unlock",
            18,
            (
                "Een andere computer stopte halverwege: ga toch door.",
                "Another computer stopped half-way: go on all the same.",
            ),
        ),
    ],
    asked,
};

const fn flag(name: &'static str, order: usize, help: (&'static str, &'static str)) -> OptionRow {
    OptionRow {
        name,
        takes: Takes::Nothing,
        order,
        help: both(help.0, help.1),
    }
}

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Publish(PublishTask {
        date: given.day("date"),
        record: given.has("record"),
        to: given.any_word("to"),
        zip: given.any_path("zip"),
        dry_run: given.has("dry-run"),
        yes: given.has("yes"),
        allowed: PublishOptions {
            adopt: given.has("adopt"),
            overwrite: given.has("overwrite"),
            unlock: given.has("unlock"),
        },
    })
}
