//! The law of the page cache, under edits as they come: whatever is changed, in whatever order,
//! with or without a fresh process in between, an incremental build is byte for byte what a build
//! from nothing gives, it renders exactly the pages whose view or look changed, and it writes
//! exactly the files whose bytes did.
//!
//! Which views changed is not asked of the program's own keys. A second site with the same content
//! has a look whose every template prints the whole view: built from nothing each time, it says
//! what every view is.

mod builds;
mod texts;
mod written;

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::harness::Site;
use builds::Builds;
use written::{By, Edit, Written, by, edit};

/// How many sequences are tried, and how long the longest is. `OOGST_EDIT_SEQUENCES=500` tries more
/// of them by hand.
const SEQUENCES: u32 = 4;

const LONGEST: usize = 9;

fn sequences() -> u32 {
    std::env::var("OOGST_EDIT_SEQUENCES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(SEQUENCES)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: sequences(), failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_in_any_order_give_the_site_of_a_clean_build(
        edits in prop::collection::vec((prop::collection::vec(edit(), 1..3), by()), 4..LONGEST),
    ) {
        let mut builds = Builds { site: Site::empty(), on_disk: BTreeMap::new(), last: None };
        let mut written = Written::default();
        let mut earlier = vec![written.clone()];
        builds.build(&written, By::TheSameProcess)?;
        for (edits, by) in &edits {
            for edit in edits {
                written = written.edited(edit, &earlier);
            }
            earlier.push(written.clone());
            builds.build(&written, *by)?;
        }
    }
}

/// A sequence that has every edit in it once, so that no run goes without one.
#[test]
fn every_kind_of_edit_obeys_the_law() {
    let all = [
        Edit::Title(0, 1),
        Edit::Text(1, 1),
        Edit::Id(3, 1),
        Edit::MoveToFile(0, 2),
        Edit::Region(2, 2),
        Edit::RemoveOrPutBack(1),
        Edit::DraftOrNot(0),
        Edit::DraftsAreBuilt(true),
        Edit::MoreRecords(2),
        Edit::Parent(1),
        Edit::ThemeName(1),
        Edit::ThemeColour(1),
        Edit::Template(1),
        Edit::Asset(1),
        Edit::LookOption(1),
        Edit::SiteTitle(1),
        Edit::Stale(1),
        Edit::Settings(1),
        Edit::Title(2, 1),
        Edit::Settings(2),
        Edit::Title(2, 0),
        Edit::Settings(3),
        Edit::Settings(0),
        Edit::EventDate(2),
        Edit::Recap(1),
        Edit::Photo(1),
        Edit::Attachment(1),
        Edit::Mistake,
        Edit::Text(0, 2),
        Edit::Mending,
        Edit::Day(2),
    ];
    let mut builds = Builds {
        site: Site::empty(),
        on_disk: BTreeMap::new(),
        last: None,
    };
    let start = Written::default();
    let mut build = |written: &Written, by: By| {
        builds
            .build(written, by)
            .unwrap_or_else(|error| panic!("{by:?} of {written:?}: {error}"));
    };
    build(&start, By::TheSameProcess);
    let mut written = start.clone();
    for (edit, by) in all.iter().zip(
        [By::TheSameProcess, By::ToldWhatChanged, By::AFreshProcess]
            .into_iter()
            .cycle(),
    ) {
        written = written.edited(edit, &[]);
        build(&written, by);
    }
    build(&start, By::TheSameProcess);
}
