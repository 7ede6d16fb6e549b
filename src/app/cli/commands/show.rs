//! `oogst show`: how it is typed.

use crate::app::cli::asked::{ShowTask, Task};
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::words::both;

pub(super) const SHOW: CommandRow = CommandRow {
    name: "show",
    also: "toon",
    operands: both(" [soort]", " [kind]"),
    about: both(
        "Toon een leeg record van een soort, met uitleg, om in een bestand te plakken.",
        "Show an empty record of a kind, explained, to paste into a file.",
    ),
    after: Some(both(
        "Voorbeelden:\n  oogst show deal\n  oogst show vraag --example",
        "Examples:\n  oogst show deal\n  oogst show ask --example",
    )),
    options: &[
        OptionRow {
            name: "kind",
            takes: Takes::MaybeWord(both("soort", "kind")),
            order: 0,
            help: both(
                "De soort: deal, vraag … Zonder soort: welke soorten er zijn.",
                "The kind: deal, ask … Left out: which kinds there are.",
            ),
        },
        OptionRow {
            name: "example",
            takes: Takes::Nothing,
            order: 1,
            help: both(
                "Toon een ingevuld voorbeeld.",
                "Show an example that is filled in.",
            ),
        },
    ],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Show(ShowTask {
        kind: given.any_word("kind"),
        example: given.has("example"),
    })
}
