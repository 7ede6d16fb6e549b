//! `oogst licences`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::CommandRow;
use crate::words::both;

pub(super) const LICENCES: CommandRow = CommandRow {
    name: "licences",
    also: "licenties",
    operands: both("", ""),
    about: both(
        "Toon de licenties van het programma en van alles wat erin zit.",
        "Show the licences of the program and of all that is inside it.",
    ),
    after: None,
    options: &[],
    asked,
};

fn asked(_: &GivenOptions<'_>) -> Task {
    Task::Licences
}
