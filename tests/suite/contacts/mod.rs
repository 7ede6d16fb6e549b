//! What is withheld is nowhere: however a contact is written and wherever it stands, no file of the
//! site holds it, in any spelling; each is told of once; and what is no contact stays as it is.

mod fields;
mod ids;
mod names;
mod texts;

use jiff::civil::Date;
use oogst::diagnostic::Diagnostic;
use oogst::output::Survives;
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Study, Today};

use crate::harness::{DAY, Site};

/// Cards are drawn of the same titles as pages; drawing thousands would take minutes.
const NO_CARDS: &str = "[social]\nenabled = false\n";

fn study(site: &Site) -> (Option<Study>, Vec<Diagnostic>) {
    let options = BuildOptions {
        today: Today::Day(DAY.parse::<Date>().expect("a day")),
        drafts: false,
        survives: Survives::Kill,
        target: BuildTarget::Output,
    };
    Builder::new(site.root())
        .study(options)
        .expect("the machine reads")
}
