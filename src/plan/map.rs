//! Which regions a map shows, and where on it they lie: as outlines where the site has a map of its
//! own, else as tiles.
//!
//! In: the linked report and the outlines of the map that `oogst.toml` names. Out: [`Maps`], the
//! geometry of each map, and what does not join. A map shows regions of one kind, the widest that
//! is more than one: provinces among provinces. Home shows the whole, and the page of a region
//! shows the regions right below it. More than [`MOST`] regions are a table's to show: their links
//! alone would outweigh a page.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::MapFile;
use crate::diagnostic::some_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::drawing::outline::{Area, Polygon, drawn};
use crate::drawing::tiles::{SIDE, tiles};
use crate::input::geo::Outline;
use crate::plan::subject::Subject;
use crate::records::{RegionId, RegionKind, Report};
use crate::source::SourcePath;

/// The most regions that a map shows.
pub const MOST: usize = 60;

/// The most bytes that the outlines of a map take together.
const BUDGET: usize = 30_000;

/// The maps of a site.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Maps {
    /// That of home.
    pub whole: Option<Map>,
    /// Those of regions with regions below them.
    pub below: BTreeMap<RegionId, Map>,
}

/// One map.
#[derive(Debug, PartialEq, Eq)]
pub struct Map {
    /// Its regions, in the order of the table beside it.
    pub regions: Vec<RegionId>,
    /// Width and height in units.
    pub size: (i32, i32),
    /// Where each region is.
    pub places: Places,
}

/// Where the regions of a map are, in their order.
#[derive(Debug, PartialEq, Eq)]
pub enum Places {
    /// Squares, by their left upper corners.
    Tiles(Vec<(i32, i32)>),
    /// Outlines.
    Areas(Vec<Area>),
}

/// The shapes of the site's own map, by region.
#[derive(Debug, Default)]
pub struct Outlined<'a>(BTreeMap<RegionId, Vec<&'a Polygon>>);

/// Joins the shapes of a map to regions, and says which lack the other.
pub fn joined<'a>(
    report: &Report,
    file: &MapFile,
    path: &SourcePath,
    outlines: &'a [Outline],
) -> (Outlined<'a>, Vec<Diagnostic>) {
    let mut regions: BTreeMap<&str, RegionId> = BTreeMap::new();
    for id in Subject::regions(report) {
        let region = &report[id];
        let code = match &file.join {
            Some(join) => region
                .codes
                .iter()
                .find(|(name, _)| name == join)
                .map(|(_, code)| code.as_str()),
            None => Some(region.id.as_str()),
        };
        if let Some(code) = code {
            regions.entry(code.trim()).or_insert(id);
        }
    }
    let mut joined: BTreeMap<RegionId, Vec<&Polygon>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for outline in outlines {
        match regions.get(outline.code.as_str()) {
            Some(region) => joined.entry(*region).or_default().extend(&outline.polygons),
            None => unknown.push(outline.code.clone()),
        }
    }
    let join = file
        .join
        .as_ref()
        .map_or_else(|| "`id`".to_owned(), |join| format!("`codes.{join}`"));
    let mut diagnostics = Vec::new();
    if !unknown.is_empty() {
        diagnostics.push(
            Diagnostic::of_path(Code::MapShapeUnknown, path.clone())
                .with("names", some_of(&unknown))
                .with("join", &join),
        );
    }
    let shapes = Outlined(joined);
    let missing: Vec<String> = shapes
        .missing(report)
        .into_iter()
        .map(|region| report[region].id.to_string())
        .collect();
    if !missing.is_empty() {
        diagnostics.push(
            Diagnostic::of_path(Code::MapRegionMissing, path.clone())
                .with("names", some_of(&missing))
                .with("join", &join),
        );
    }
    (shapes, diagnostics)
}

impl Outlined<'_> {
    /// The regions of the kinds that are drawn, and are no more than a name on this map. Those that
    /// no longer exist are not missed.
    fn missing(&self, report: &Report) -> Vec<RegionId> {
        let kinds: BTreeSet<_> = self
            .0
            .keys()
            .map(|region| report[*region].kind.map(|kind| kind as u8))
            .collect();
        let all = Subject::regions(report);
        all.filter(|region| {
            let region_facts = &report[*region];
            region_facts.until.is_none()
                && kinds.contains(&region_facts.kind.map(|kind| kind as u8))
                && !self.0.contains_key(region)
        })
        .collect()
    }
}

/// Draws the maps of a site.
pub fn maps(report: &Report, outlined: &Outlined<'_>) -> Maps {
    let whole = downwards(report);
    let below = Subject::regions(report)
        .filter_map(|region| Some((region, map(report, outlined, &report[region].children)?)))
        .collect();
    Maps {
        whole: map(report, outlined, &whole),
        below,
    }
}

/// Every region once, those at the top first, then what is right below them, and so on.
fn downwards(report: &Report) -> Vec<RegionId> {
    let mut found = report.top_regions.clone();
    let mut seen: BTreeSet<RegionId> = found.iter().copied().collect();
    let mut position = 0;
    while position < found.len() {
        for child in &report[found[position]].children {
            if seen.insert(*child) {
                found.push(*child);
            }
        }
        position += 1;
    }
    found
}

/// The map of some regions: as outlines if the site's map has two or more of them, else as tiles.
fn map(report: &Report, outlined: &Outlined<'_>, regions: &[RegionId]) -> Option<Map> {
    let drawable = layer(report, regions, &|region| outlined.0.contains_key(&region));
    if !drawable.is_empty() {
        let shapes: Vec<Vec<&Polygon>> = drawable
            .iter()
            .map(|region| outlined.0[region].clone())
            .collect();
        if let Some(drawing) = drawn(&shapes, BUDGET) {
            return Some(Map {
                regions: drawable,
                size: drawing.size,
                places: Places::Areas(drawing.areas),
            });
        }
    }
    let mut taken = BTreeSet::new();
    let tiled = layer(report, regions, &|region| report[region].tile.is_some());
    // Two regions in one place would hide each other; the table has both.
    let tiled: Vec<(RegionId, (u16, u16))> = tiled
        .into_iter()
        .filter_map(|region| Some((region, report[region].tile?)))
        .filter(|(_, tile)| taken.insert(*tile))
        .collect();
    if tiled.len() < 2 {
        return None;
    }
    let laid = tiles(&tiled.iter().map(|(_, tile)| *tile).collect::<Vec<_>>());
    Some(Map {
        regions: tiled.into_iter().map(|(region, _)| region).collect(),
        size: (laid.size.0 * SIDE, laid.size.1 * SIDE),
        places: Places::Tiles(laid.corners),
    })
}

/// The regions of the first kind that has two or more with a place, and no more than a map can
/// show.
fn layer(
    report: &Report,
    regions: &[RegionId],
    has_place: &dyn Fn(RegionId) -> bool,
) -> Vec<RegionId> {
    let mut layers: Vec<(Option<RegionKind>, Vec<RegionId>)> = Vec::new();
    for region in regions.iter().copied().filter(|region| has_place(*region)) {
        let kind = report[region].kind;
        match layers.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, layer)) => layer.push(region),
            None => layers.push((kind, vec![region])),
        }
    }
    layers
        .into_iter()
        .map(|(_, layer)| layer)
        .find(|layer| (2..=MOST).contains(&layer.len()))
        .unwrap_or_default()
}
