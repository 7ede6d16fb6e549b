//! Regions: where.

use jiff::civil::Date;

use super::hierarchy::{Ancestry, hierarchy};
use super::lookup::Lookup;
use super::reading::each;
use super::record::record;
use super::record_id::{OrganisationId, RegionId, ThemeId};
use super::values::{Harvest, LongText};
use crate::schema::Kind;
use crate::schema::choices::RegionKind;
use crate::source::Spanned;
use crate::words::Text;

record! {
    /// A region: a province, a municipality, a district, or any other area.
    Region, shared, |_| Kind::Region;
    read(reading, above: Ancestry<RegionId>)
    title { name: Text, }
    found {
        text: Option<LongText>,
    }
    shown {
        kind: Option<RegionKind>,
        parents: Vec<RegionId> = above.parents,
        codes: Vec<(String, String)>,
        tile: Option<(u16, u16)>,
        also: Vec<String>,
        former_names: Vec<String>,
        until: Option<Date>,
        successor: Option<RegionId> = reading.successor(),
        aliases: Vec<Spanned<String>>,
        /// Every region above, nearest first, each once.
        ancestors: Vec<RegionId> = above.ancestors,
    }
    linked {
        /// Regions directly below, by name.
        children: Vec<RegionId>,
        /// What counts for it: its own and that of all below, each record once.
        harvest: Harvest,
        /// What names this very region: a page of a region below shows it apart, uncounted, as
        /// being for the whole of this one.
        direct: Harvest,
        /// Organisations from here or below, by name.
        organisations: Vec<OrganisationId>,
        /// Themes with something here, by name: the crossings hold what.
        themes: Vec<ThemeId>,
    }
}

/// The regions.
pub(super) fn regions(lookup: &mut Lookup<'_>) -> Vec<Region> {
    let mut places = hierarchy(Kind::Region, lookup).into_iter();
    each(&lookup.registry.regions, lookup, |reading| {
        Region::read(reading, places.next().unwrap_or_default())
    })
}
