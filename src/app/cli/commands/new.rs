//! `oogst new`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::{CommandRow, OptionRow, Takes};
use crate::words::both;

pub(super) const NEW: CommandRow = CommandRow {
    name: "new",
    also: "nieuw",
    operands: both(" <map>", " <folder>"),
    about: both(
        "Begin een nieuw verslag: een map met een voorbeeld dat u zelf invult.",
        "Begin a new report: a folder with an example to fill in.",
    ),
    after: None,
    options: &[OptionRow {
        name: "folder",
        takes: Takes::GivenFolder,
        order: 0,
        help: both("De map die gemaakt wordt.", "The folder that is made."),
    }],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::New {
        folder: given.path("folder"),
    }
}
