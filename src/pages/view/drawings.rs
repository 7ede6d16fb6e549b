//! What is drawn on a page: maps and charts, as values. A look decides on colours and letters; the
//! words beside them say the same.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::cards::Said;

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
    pub name: Said,
    pub href: Option<String>,
    pub number: usize,
}
