//! `oogst licences`: under which licence the program may be used, and those of all that others made
//! of it.

use super::ending::Ending;
use crate::app::terminal::{Terminal, write_out};
use crate::words::commands;

/// The program's own licence.
const OWN: &str = include_str!("../../LICENSE");

/// Those of others. `tests/suite/third_party/` makes the file and holds it to what is inside.
const OF_OTHERS: &str = include_str!("../../THIRD-PARTY-NOTICES.md");

pub(super) fn run(terminal: &Terminal) -> Ending {
    let own = commands::OWN_LICENCE;
    let of_others = commands::LICENCES_OF_OTHERS;
    let language = terminal.language;
    write_out(&format!(
        "{}\n\n{}\n\n{}\n\n{OF_OTHERS}",
        own.get(language),
        OWN.trim_end(),
        of_others.get(language)
    ));
    Ending::Fine
}
