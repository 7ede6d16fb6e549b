//! Edits of the invented province, as its writers make them. After each, what is built on from the
//! last time is byte for byte what a build from nothing gives, and no page is rendered that does
//! not show what changed.
//!
//! The site has two languages, so most pages come twice. A list of pages that grows too long to
//! read is counted instead, after a look at the Dutch half of it.

mod look;
mod output;
mod records;
mod texts;

use crate::harness::Site;

const ASKS_2019: &str = "content/events/2019-techniekdag/vraag-en-aanbod.toml";

const HARVEST_2024: &str = "content/events/2024-regiotafel-rivierdorpen/harvest.toml";

/// A record that nothing else names.
const RAFT: &str = "\n[[idea]]\ntitle = \"Een vlot van vaten\"\nregions = [\"rivierdorpen\"]\nthemes = [\"energie\"]\n";

fn veenland() -> Site {
    let mut site = Site::from("veenland");
    site.build();
    site
}
