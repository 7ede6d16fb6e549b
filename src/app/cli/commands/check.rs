//! `oogst check`: how it is typed.

use crate::app::cli::asked::{CheckTask, Task};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::app::cli::shared_options::{DATE, DRAFTS, FORMAT};
use crate::words::both;

pub(super) const CHECK: CommandRow = CommandRow {
    name: "check",
    also: "controleer",
    operands: both("", ""),
    about: both(
        "Zeg wat er mis is en hoe u het verbetert; maak niets.",
        "Say what is wrong and how to mend it; make nothing.",
    ),
    after: Some(both(
        "Met --publish geeft oogst ook advies voordat de site online gaat: wat moet nog, wat mag\nniet iedereen weten, wat mist, welke namen zijn misschien dezelfde, welke Nederlandse zinnen en\nwoorden kunnen makkelijker. Advies houdt niets tegen; wat moet, wel.",
        "With --publish oogst also gives advice before the site goes online: what must still be done, what\nnot everybody may know, what is missing, which names may be the same, which Dutch sentences and\nwords could be plainer. Advice keeps nothing back; what must be done does.",
    )),
    options: &[
        DATE,
        DRAFTS,
        FORMAT,
        OptionRow {
            name: "publish",
            takes: Takes::Nothing,
            order: 13,
            help: both(
                "Geef ook advies voordat de site online gaat.",
                "Give advice too, before the site goes online.",
            ),
        },
        OptionRow {
            name: "online",
            takes: Takes::Nothing,
            order: 14,
            help: both(
                "Met --publish: vraag ook of links naar andere sites nog werken.",
                "With --publish: ask too whether links to other sites still work.",
            ),
        },
    ],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Check(CheckTask {
        build: given.build(),
        publish: given.has("publish"),
        online: given.has("online"),
    })
}
