//! `oogst build`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::CommandRow;
use crate::app::cli::shared_options::{DATE, DRAFTS, FORMAT};
use crate::words::both;

pub(super) const BUILD: CommandRow = CommandRow {
    name: "build",
    also: "bouw",
    operands: both("", ""),
    about: both(
        "Maak de site, in de map output.",
        "Make the site, in the folder output.",
    ),
    after: None,
    options: &[DATE, DRAFTS, FORMAT],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Build(given.build())
}
