//! The site while it is written: what is built when, what open pages are told, how it begins and
//! ends.

mod ending;
mod told;
mod watching;

use crate::serve::tests::harness::Served;

fn site() -> Served {
    Served::start(
        "/",
        &[
            ("output/index.html", "<body>thuis</body>"),
            ("content/events/dag/event.md", "een"),
            ("content/events/dag/deals.toml", "een"),
            ("themes/default/theme.toml", "een"),
            ("oogst.toml", "een"),
        ],
    )
}
