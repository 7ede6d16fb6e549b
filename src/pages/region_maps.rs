//! Maps of regions: how much each has, as numbers on tiles or outlines.

use super::cards::Tally;
use super::context::Context;
use super::local_text::LocalText;
use super::tally::{Basis, tally};
use super::{exchange_cards, recorded, tags};
use crate::drawing::outline::{Area, LONGEST};
use crate::drawing::shades::{legend, shade};
use crate::drawing::text_layout::{broken, shortened, width};
use crate::drawing::tiles::{SIDE, square};
use crate::plan::map::{Map, Places};
use crate::records::RegionId;
use crate::words::hyphenation::soft_hyphens;
use crate::words::labels;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};
use serde::Serialize;

/// The size of letters on a map, in its units; the stylesheet says the same.
const NAME: usize = 13;
const NAME_ON_AREA: usize = 26;
const NUMBER_ON_AREA: usize = 46;

/// On fewer places than this a map says no more than the table beside it.
const FEWEST_PLACES: usize = 5;

/// The map of home, or of the regions below one; `None` where nothing would be on it, or too little.
pub(super) fn region_map(context: Context<'_>, map: Option<&Map>) -> Option<RegionMap> {
    let map = map.filter(|map| map.regions.len() >= FEWEST_PLACES)?;
    let (noun, tallies) = counted_on(context, map)?;
    let numbers = || tallies.iter().map(|tally| tally.number);
    let most = numbers().max().unwrap_or_default();
    let tiled = matches!(map.places, Places::Tiles(_));
    let nought = numbers().any(|number| number == 0);
    let rows = legend(most)
        .into_iter()
        .filter(|(shade, ..)| *shade > 0 || nought);
    let (width, height) = map.size;
    let all = noun.all(context.language);
    let unit = format!(
        "{all} {}",
        labels::BY_REGION_IN_SENTENCE.get(context.language)
    );
    Some(RegionMap {
        label: format!("{} {unit}", labels::MAP.get(context.language)),
        unit: phrases::capitalised(&unit),
        note: labels::map_note(&all).get(context.language).to_owned(),
        width,
        height,
        pixels: if tiled {
            width * 5 / 4
        } else {
            480 * width / LONGEST
        },
        tiled,
        many: !tiled || width > 3 * SIDE,
        hatch: if tiled { 8 } else { 16 },
        areas: areas(context, map, &tallies, most),
        legend: rows
            .map(|(shade, first, last)| MapShade {
                shade,
                said: match shade {
                    0 => noughts(context, &tallies),
                    _ => from_to(context, first, last),
                },
            })
            .collect(),
    })
}

/// Each region of a map with its number.
fn areas(context: Context<'_>, map: &Map, tallies: &[Tally], most: usize) -> Vec<MapArea> {
    let names = context.each(&map.regions, |context, region| {
        tags::page_tag(context, region).name
    });
    let texts: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
    let short = shortened(&texts);
    (0..map.regions.len())
        .map(|index| {
            let (tally, name) = (&tallies[index], &names[index]);
            let shown = if tally.kept { &tally.shown } else { "–" };
            let drawn = match &map.places {
                Places::Tiles(corners) => on_tile(name, &short[index], corners[index], shown),
                Places::Areas(areas) => on_area(name, &areas[index], shown),
            };
            MapArea {
                href: context.href(map.regions[index]),
                said: format!("{}: {}", name.text, tally.said),
                shade: shade(tally.number, most),
                ..drawn
            }
        })
        .collect()
}

/// A region as a tile, with its corner: the name in full and short, and the number.
fn on_tile(name: &LocalText, short: &str, (x, y): (i32, i32), shown: &str) -> MapArea {
    let text = |down: i32, text: String| MapText {
        x: x + 8,
        y: y + down,
        text,
    };
    let hyphenated = soft_hyphens(&name.text);
    let wide = (usize::try_from(SIDE).unwrap_or_default() - 18) * 100 / NAME;
    MapArea {
        path: square((x, y)),
        name: broken(&hyphenated, wide, 3)
            .into_iter()
            .zip([20, 35, 50])
            .map(|(line, down)| text(down, line))
            .collect(),
        lang: name.lang,
        short: Some(text(26, short.to_owned())),
        number: Some(text(86, shown.to_owned())),
        ..MapArea::default()
    }
}

/// A region in its outline: the number where it has room, and the name above it where both have.
fn on_area(name: &LocalText, area: &Area, shown: &str) -> MapArea {
    let half = width(shown) * NUMBER_ON_AREA / 200;
    // A number that touches the border reads as part of it.
    let needed = half.pow(2) + (NUMBER_ON_AREA / 3).pow(2);
    let fits = usize::try_from(area.room).is_ok_and(|room| room.pow(2) >= needed);
    let (x, y) = area.middle;
    let down = i32::try_from(NUMBER_ON_AREA / 3).unwrap_or_default();
    let half = width(&name.text) * NAME_ON_AREA / 200;
    let has_name = usize::try_from(area.room)
        .is_ok_and(|room| room.pow(2) >= half.pow(2) + NUMBER_ON_AREA.pow(2));
    let name_line = || MapText {
        x,
        y: y - down,
        text: name.text.clone(),
    };
    MapArea {
        path: area.path.clone(),
        name: has_name.then(name_line).into_iter().collect(),
        lang: name.lang,
        number: fits.then(|| MapText {
            x,
            y: if has_name { y + 2 * down } else { y + down },
            text: shown.to_owned(),
        }),
        ..MapArea::default()
    }
}

/// What regions without a number say on a map: "0, geen of niet bijgehouden".
fn noughts(context: Context<'_>, tallies: &[Tally]) -> String {
    let mut shown: Vec<&str> = Vec::new();
    for tally in tallies.iter().filter(|tally| tally.number == 0) {
        if !shown.contains(&tally.shown.as_str()) {
            shown.push(&tally.shown);
        }
    }
    shown.sort_unstable();
    match shown.split_last() {
        Some((last, before)) if !before.is_empty() => format!(
            "{} {} {last}",
            before.join(", "),
            labels::OR.get(context.language)
        ),
        _ => shown.concat(),
    }
}

/// The numbers of a shade: "3", "3 of 4", "3 tot en met 5".
fn from_to(context: Context<'_>, first: usize, last: usize) -> String {
    let number = |number: usize| count(number as u64, context.language);
    if first == last {
        return number(first);
    }
    let word = if last - first == 1 {
        labels::OR
    } else {
        labels::TO
    };
    format!(
        "{} {} {}",
        number(first),
        word.get(context.language),
        number(last)
    )
}

/// What a map counts: deals; where there are none, ideas; where there are none of these either,
/// events.
fn counted_on(context: Context<'_>, map: &Map) -> Option<(Noun, Vec<Tally>)> {
    let report = context.report;
    let recorded = |region: RegionId| recorded::recorded_behind(context, &report[region].harvest);
    let basis = |region: RegionId, kept| Basis::of(&report[region].harvest, kept);
    let deals = |region: &RegionId| {
        tally(
            context,
            phrases::DEAL,
            report[*region].harvest.deals.len(),
            basis(*region, recorded(*region).deals),
        )
    };
    let ideas = |region: &RegionId| {
        tally(
            context,
            phrases::IDEA,
            exchange_cards::ideas_with_page(context, &report[*region].harvest.ideas),
            basis(*region, recorded(*region).ideas),
        )
    };
    let events = |region: &RegionId| {
        tally(
            context,
            phrases::EVENT,
            report[*region].harvest.events.len(),
            basis(*region, None),
        )
    };
    let all = |noun: Noun, one: &dyn Fn(&RegionId) -> Tally| {
        let tallies: Vec<Tally> = map.regions.iter().map(one).collect();
        tallies
            .iter()
            .any(|tally| tally.number > 0)
            .then_some((noun, tallies))
    };
    all(phrases::DEAL, &deals)
        .or_else(|| all(phrases::IDEA, &ideas))
        .or_else(|| all(phrases::EVENT, &events))
}

/// A map of regions. Its numbers stand in the table beside it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionMap {
    /// "Kaart: deals per regio".
    pub label: String,
    /// "Het aantal deals per regio. …"
    pub note: String,
    /// "Deals per regio".
    pub unit: String,
    /// For the `viewBox`, from 0.
    pub width: i32,
    pub height: i32,
    /// How wide it is at most, in CSS pixels.
    pub pixels: i32,
    /// Whether it has tiles, with names in them.
    pub tiled: bool,
    /// Whether its regions are so small on a phone that whole names do not fit.
    pub many: bool,
    /// The distance between lines of hatching, in units.
    pub hatch: i32,
    pub areas: Vec<MapArea>,
    pub legend: Vec<MapShade>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MapArea {
    pub href: String,
    /// "Twente: 3 deals".
    pub said: String,
    /// From 0 to 4.
    pub shade: usize,
    /// SVG path data.
    pub path: String,
    /// The name, broken over lines.
    pub name: Vec<MapText>,
    /// The name's language, when that is not the page's.
    pub lang: Option<&'static str>,
    pub short: Option<MapText>,
    /// "3"; `None` where there is no room for it.
    pub number: Option<MapText>,
}

/// A text, and where its line begins (on a tile) or has its middle (on an outline).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapText {
    pub x: i32,
    pub y: i32,
    pub text: String,
}

/// A row of the legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapShade {
    pub shade: usize,
    /// "2 of 3".
    pub said: String,
}
