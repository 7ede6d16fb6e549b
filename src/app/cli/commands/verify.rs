//! `oogst verify`: how it is typed.

use crate::app::cli::asked::{Task, VerifyTask};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::app::cli::shared_options::FORMAT;
use crate::words::both;

pub(super) const VERIFY: CommandRow = CommandRow {
    name: "verify",
    also: "verifieer",
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
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Verify(VerifyTask {
        copy: given.any_path("output"),
        json: given.is_json(),
    })
}
