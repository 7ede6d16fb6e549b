//! `oogst licences`: under which licence the program may be used, and those of all that others made
//! of it.

use super::ending::Ending;
use crate::app::terminal::{Terminal, write_out};
use crate::words::both;

/// The program's own licence.
const OWN: &str = include_str!("../../LICENSE");

/// Those of others. `tests/suite/third_party.rs` makes the file and holds it to what is inside.
const OF_OTHERS: &str = include_str!("../../THIRD-PARTY-NOTICES.md");

pub(super) fn run(terminal: &Terminal) -> Ending {
    let own = both(
        "Oogst zelf mag u vrij gebruiken, wijzigen en doorgeven, onder deze licentie:",
        "Oogst itself may be used freely, changed and passed on, under this licence:",
    );
    let of_others = both(
        "In het programma zit ook werk van anderen. Hieronder staat van wie, en onder welke licenties, in het Engels zoals zij die schreven.",
        "The work of others is inside the program too. Below stands whose it is, and under which licences.",
    );
    let language = terminal.language;
    write_out(&format!(
        "{}\n\n{}\n\n{}\n\n{OF_OTHERS}",
        own.get(language),
        OWN.trim_end(),
        of_others.get(language)
    ));
    Ending::Fine
}
