//! Maps and charts, and the counts that they and their tables show: never more than was recorded.

use serde::Serialize;

use super::cards::Tally;
use super::context::Context;
use super::local_text::LocalText;
use super::{exchange_cards, recorded, tags};
use crate::drawing::outline::LONGEST;
use crate::drawing::shades::{legend, shade};
use crate::drawing::text_layout::{broken, shortened, width};
use crate::drawing::tiles::{SIDE, square};
use crate::plan::list::{List, ListKind, Narrow, Status};
use crate::plan::map::{Map, Places};
use crate::plan::page::Page;
use crate::report::{Completeness, DealId, RegionId, ThemeId};
use crate::words::both;
use crate::words::hyphenation::soft_hyphens;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};

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

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// Bars beside their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// "Deals per stand".
    pub title: String,
    /// "Stand": the head of the names.
    pub names: &'static str,
    /// "Deals": the head of the numbers.
    pub numbers: &'static str,
    pub most: usize,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    pub name: LocalText,
    pub href: Option<String>,
    pub number: usize,
}

/// The size of letters on a map, in its units; the stylesheet says the same.
const NAME: usize = 13;

const NAME_ON_AREA: usize = 26;

const NUMBER_ON_AREA: usize = 46;

/// The most bars of a chart.
const BARS: usize = 8;

/// A count as it may be claimed: "3", "3+" where there may be more, "niet bijgehouden".
pub(super) fn tally(
    context: Context<'_>,
    noun: Noun,
    number: usize,
    kept: Option<Completeness>,
) -> Tally {
    let (figure, counted) = (
        count(number as u64, context.language),
        noun.counted(number, context.language),
    );
    match (kept, number) {
        (Some(Completeness::None), 0) => Tally {
            number,
            shown: phrases::not_kept(context.language).to_owned(),
            said: format!(
                "{}: {}",
                noun.all(context.language),
                phrases::not_kept(context.language)
            ),
            kept: false,
        },
        (Some(Completeness::Some | Completeness::None), 1..) => Tally {
            number,
            shown: format!("{figure}+"),
            said: phrases::at_least(&counted, context.language),
            kept: true,
        },
        _ => Tally {
            number,
            shown: figure,
            said: counted,
            kept: true,
        },
    }
}

/// The map of home, or of the regions below one; `None` where nothing would be on it.
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub(super) fn region_map(context: Context<'_>, map: Option<&Map>) -> Option<RegionMap> {
    let map = map?;
    let (noun, tallies) = counted_on(context, map)?;
    let most = tallies
        .iter()
        .map(|tally| tally.number)
        .max()
        .unwrap_or_default();
    let names: Vec<LocalText> = map
        .regions
        .iter()
        .map(|region| tags::region_tag(context, *region).name)
        .collect();
    let short = shortened(
        &names
            .iter()
            .map(|name| name.text.as_str())
            .collect::<Vec<_>>(),
    );
    let tiled = matches!(map.places, Places::Tiles(_));
    let areas = (0..map.regions.len()).map(|index| {
        let (tally, name) = (&tallies[index], &names[index]);
        let shown = if tally.kept {
            tally.shown.clone()
        } else {
            "–".to_owned()
        };
        let said = format!("{}: {}", name.text, tally.said);
        let shade = shade(tally.number, most);
        let href = context.href(map.regions[index]);
        match &map.places {
            Places::Tiles(corners) => {
                let (x, y) = corners[index];
                let text = |down: i32, text: String| MapText {
                    x: x + 8,
                    y: y + down,
                    text,
                };
                let hyphenated = soft_hyphens(&name.text);
                let wide = (usize::try_from(SIDE).unwrap_or_default() - 18) * 100 / NAME;
                let lines = broken(&hyphenated, wide, 3)
                    .into_iter()
                    .zip([20, 35, 50])
                    .map(|(line, down)| text(down, line))
                    .collect();
                let (path, short) = (square((x, y)), Some(text(26, short[index].clone())));
                MapArea {
                    href,
                    said,
                    shade,
                    path,
                    name: lines,
                    lang: name.lang,
                    short,
                    number: Some(text(86, shown)),
                }
            }
            Places::Areas(areas) => {
                let area = &areas[index];
                let half = width(&shown) * NUMBER_ON_AREA / 200;
                // A number that touches the border reads as part of it.
                let needed = half.pow(2) + (NUMBER_ON_AREA / 3).pow(2);
                let fits = usize::try_from(area.room).is_ok_and(|room| room.pow(2) >= needed);
                let (x, y) = area.middle;
                let down = i32::try_from(NUMBER_ON_AREA / 3).unwrap_or_default();
                // The name stands above the number where both have room.
                let half = width(&name.text) * NAME_ON_AREA / 200;
                let has_name = usize::try_from(area.room)
                    .is_ok_and(|room| room.pow(2) >= half.pow(2) + NUMBER_ON_AREA.pow(2));
                let name_line = MapText {
                    x,
                    y: y - down,
                    text: name.text.clone(),
                };
                MapArea {
                    href,
                    said,
                    shade,
                    path: area.path.clone(),
                    name: if has_name {
                        vec![name_line]
                    } else {
                        Vec::new()
                    },
                    lang: name.lang,
                    short: None,
                    number: fits.then(|| MapText {
                        x,
                        y: if has_name { y + 2 * down } else { y + down },
                        text: shown,
                    }),
                }
            }
        }
    });
    let said = |first: usize, last: usize| match (first == last, last - first == 1) {
        (true, _) => count(first as u64, context.language),
        (false, near) => {
            let word = if near {
                both("of", "or")
            } else {
                both("tot en met", "to")
            };
            format!(
                "{} {} {}",
                count(first as u64, context.language),
                word.get(context.language),
                count(last as u64, context.language)
            )
        }
    };
    let nought = tallies.iter().any(|tally| tally.number == 0);
    let rows = legend(most)
        .into_iter()
        .filter(|(shade, ..)| *shade > 0 || nought);
    let (width, height) = map.size;
    let all = noun.all(context.language);
    let unit = format!(
        "{all} {}",
        both("per regio", "by region").get(context.language)
    );
    Some(RegionMap {
        label: format!("{} {unit}", both("Kaart:", "Map:").get(context.language)),
        unit: phrases::capitalised(&unit),
        note: match context.language {
            crate::words::Language::Nl => {
                format!("Het aantal {all} per regio. De tabel zegt hetzelfde, en meer.")
            }
            crate::words::Language::En => {
                format!("The number of {all} in each region. The table says the same, and more.")
            }
        },
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
        areas: areas.collect(),
        legend: rows
            .map(|(shade, first, last)| MapShade {
                shade,
                said: said(first, last),
            })
            .collect(),
    })
}

/// What a map counts: deals; where there are none, ideas; where there are none of these either,
/// events.
fn counted_on(context: Context<'_>, map: &Map) -> Option<(Noun, Vec<Tally>)> {
    let report = context.report;
    let recorded = |region: RegionId| {
        recorded::recorded_over(
            context,
            &recorded::events_behind(context, &report[region].harvest),
        )
    };
    let deals = |region: &RegionId| {
        tally(
            context,
            phrases::DEAL,
            report[*region].harvest.deals.len(),
            recorded(*region).deals,
        )
    };
    let ideas = |region: &RegionId| {
        tally(
            context,
            phrases::IDEA,
            exchange_cards::ideas_with_page(context, &report[*region].harvest.ideas),
            recorded(*region).ideas,
        )
    };
    let events = |region: &RegionId| {
        tally(
            context,
            phrases::EVENT,
            report[*region].harvest.events.len(),
            None,
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

/// How some deals stand; `None` where they stand in one way only, which a number says better.
pub(super) fn deals_by_status(
    context: Context<'_>,
    deals: &[DealId],
    listed: bool,
) -> Option<Chart> {
    let report = context.report;
    let mut bars: Vec<Bar> = Status::of_list(ListKind::Deals)
        .iter()
        .map(|status| {
            let number = deals
                .iter()
                .filter(|deal| {
                    report[**deal]
                        .status
                        .is_some_and(|now| Status::of_deal(now.status) == *status)
                })
                .count();
            let list = Page::first_of(ListKind::Deals, Narrow::Status(*status));
            Bar {
                name: context.own(status.label().get(context.language)),
                href: (listed && number > 0).then(|| context.href(list)),
                number,
            }
        })
        .collect();
    let unknown = deals
        .iter()
        .filter(|deal| report[**deal].status.is_none())
        .count();
    bars.push(Bar {
        name: context.own(both("Niet vastgelegd", "Not on record").get(context.language)),
        href: None,
        number: unknown,
    });
    bars.retain(|bar| bar.number > 0);
    chart(
        both("Deals naar stand", "Deals by status").get(context.language),
        context.words().standing,
        context.words().deals,
        bars,
    )
}

/// The charts above a whole list.
pub(super) fn charts(context: Context<'_>, kind: ListKind) -> Vec<Chart> {
    let report = context.report;
    if !matches!(kind, ListKind::Deals | ListKind::Ideas | ListKind::Leads) {
        return Vec::new();
    }
    let numbers = kind.word(context.words());
    let number = |narrow: Narrow| {
        context
            .plan
            .lists
            .get(&List { kind, narrow })
            .map_or(0, crate::plan::entries::Entries::len)
    };
    let bar = |narrow: Narrow, name: LocalText| Bar {
        name,
        href: Some(context.href(Page::first_of(kind, narrow))),
        number: number(narrow),
    };
    let mut charts = Vec::new();
    if kind == ListKind::Deals {
        let deals: Vec<DealId> = report
            .events
            .iter()
            .flat_map(|event| event.deals.iter().copied())
            .collect();
        charts.extend(deals_by_status(context, &deals, true));
    }
    let mut themes: Vec<ThemeId> = report
        .top_themes
        .iter()
        .copied()
        .filter(|theme| number(Narrow::Theme(*theme)) > 0)
        .collect();
    themes.sort_by_key(|theme| std::cmp::Reverse(number(Narrow::Theme(*theme))));
    let themes = themes
        .into_iter()
        .take(BARS)
        .map(|theme| bar(Narrow::Theme(theme), tags::theme_tag(context, theme).name))
        .collect();
    charts.extend(chart(
        &by(context, numbers, both("thema", "theme")),
        context.words().theme,
        numbers,
        themes,
    ));
    let years = report
        .years
        .iter()
        .filter(|year| number(Narrow::Year(year.year)) > 0)
        .take(BARS);
    let mut years: Vec<Bar> = years
        .map(|year| {
            bar(
                Narrow::Year(year.year),
                LocalText::name(&year.year.to_string()),
            )
        })
        .collect();
    years.reverse();
    charts.extend(chart(
        &by(context, numbers, both("jaar", "year")),
        context.words().year,
        numbers,
        years,
    ));
    charts
}

/// "Deals per thema".
fn by(context: Context<'_>, numbers: &str, what: crate::words::Bilingual) -> String {
    format!(
        "{numbers} {} {}",
        both("per", "by").get(context.language),
        what.get(context.language)
    )
}

fn chart(title: &str, names: &'static str, numbers: &'static str, bars: Vec<Bar>) -> Option<Chart> {
    let most = bars.iter().map(|bar| bar.number).max()?;
    (bars.len() > 1).then(|| Chart {
        title: title.to_owned(),
        names,
        numbers,
        most,
        bars,
    })
}
