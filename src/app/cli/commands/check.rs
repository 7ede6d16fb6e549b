//! `oogst check`: how it is typed.

use crate::app::cli::asked::Task;
use crate::app::cli::given::GivenOptions;
use crate::app::cli::row::CommandRow;
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
    after: None,
    options: &[DATE, DRAFTS, FORMAT],
    asked,
};

fn asked(given: &GivenOptions<'_>) -> Task {
    Task::Check(given.build())
}
