//! `oogst schema`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::CommandRow;
use crate::words::both;

pub(super) const SCHEMA: CommandRow = CommandRow {
    name: "schema",
    also: "schema",
    operands: both("", ""),
    about: both(
        "Maak bestanden waarmee een tekstprogramma uw gegevens aanvult en nakijkt.",
        "Make files with which a text editor completes and checks your fields.",
    ),
    after: Some(both(
        "Ze komen in de map schemas van het verslag. Visual Studio Code (met Even Better TOML) en andere\nprogramma's die met Taplo werken, vinden ze vanzelf.",
        "They are in the folder schemas of the report. Visual Studio Code (with Even Better TOML) and other\neditors that use Taplo find them by themselves.",
    )),
    options: &[],
    asked,
};

fn asked(_: &GivenOptions<'_>) -> Task {
    Task::Schema
}
