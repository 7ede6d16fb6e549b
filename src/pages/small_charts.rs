//! Small charts of one size, side by side: what each kind came to over time.
//!
//! In: names of years with what each came to. Out: bars with their places, worked out here so that
//! a template only draws them. A table beside them has the same numbers, so a chart says nothing of
//! its own, and shows a number only where there is room for it.

use serde::Serialize;

/// The size of a chart, in units that are pixels where there is room.
const WIDTH: usize = 240;
/// How high the highest bar is, and how much room there is above it for its number.
const HIGHEST: usize = 64;
const ABOVE: usize = 18;
/// The least room that a number and a year take.
const NUMBER: usize = 26;
const YEAR: usize = 36;
/// The most bars of a chart: the newest.
pub(super) const BARS: usize = 24;

/// A year, and what it came to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct YearPoint {
    /// "2019".
    pub(super) year: String,
    /// `None`: not held, or not kept.
    pub(super) size: Option<f64>,
    /// "1.240".
    pub(super) shown: String,
}

impl YearPoint {
    /// A count, as it is shown.
    pub(super) fn counted(year: String, number: usize, shown: String) -> Self {
        Self {
            year,
            size: u32::try_from(number).ok().map(f64::from),
            shown,
        }
    }

    /// A year of which nothing is known.
    pub(super) fn unknown(year: String) -> Self {
        Self {
            year,
            size: None,
            shown: String::new(),
        }
    }
}

/// Draws a chart; `None` where there are not two years to compare, or nothing at all.
pub(super) fn small_chart(
    kind: &'static str,
    title: &str,
    points: &[YearPoint],
) -> Option<SmallChart> {
    let points = &points[points.len().saturating_sub(BARS)..];
    let sizes: Vec<f64> = points.iter().filter_map(|point| point.size).collect();
    let most = sizes.iter().copied().fold(0.0, f64::max);
    if sizes.len() < 2 || most <= 0.0 || sizes.iter().any(|size| *size < 0.0) {
        return None;
    }
    let slot = WIDTH / points.len();
    let highest = points.iter().position(|point| point.size == Some(most));
    let bars = (0..).zip(points).map(|(place, point)| {
        let height = height(point.size.unwrap_or_default(), most);
        let is_end = place == 0 || place + 1 == points.len();
        SmallBar {
            x: place * slot + slot / 8,
            y: ABOVE + HIGHEST - height,
            width: (slot - slot / 4).max(2),
            height,
            middle: place * slot + slot / 2,
            number: (slot >= NUMBER || highest == Some(place))
                .then(|| point.shown.clone())
                .filter(|shown| !shown.is_empty()),
            year: (slot >= YEAR || is_end).then(|| point.year.clone()),
        }
    });
    Some(SmallChart {
        kind,
        title: title.to_owned(),
        width: WIDTH,
        base: ABOVE + HIGHEST,
        bars: bars.collect(),
    })
}

/// How high a bar is: at least a line where there is anything.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "it lies between nought and the highest"
)]
fn height(size: f64, most: f64) -> usize {
    let height = (size / most * HIGHEST as f64).round() as usize;
    height.max(usize::from(size > 0.0))
}

/// One of some small charts: what a kind came to, year by year. The table beside it has the same
/// numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SmallChart {
    /// `deals`, `leads`, `ideas`, `events`, `participants` or `figure`: its mark and colours.
    pub kind: &'static str,
    /// "Deals".
    pub title: String,
    pub width: usize,
    /// Where the bars stand, from the top; the years stand below.
    pub base: usize,
    pub bars: Vec<SmallBar>,
}

/// A bar of a small chart, with its place in the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SmallBar {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
    /// The middle of it, from the left.
    pub middle: usize,
    /// "1.240", where there is room.
    pub number: Option<String>,
    /// "2019", where there is room.
    pub year: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{SmallBar, YearPoint, small_chart};

    fn points(sizes: &[Option<usize>]) -> Vec<YearPoint> {
        let point = |(place, size): (usize, &Option<usize>)| {
            let year = (2000 + place).to_string();
            match size {
                Some(size) => YearPoint::counted(year, *size, size.to_string()),
                None => YearPoint::unknown(year),
            }
        };
        sizes.iter().enumerate().map(point).collect()
    }

    #[test]
    fn bars_are_as_high_as_their_numbers_and_what_is_unknown_has_none() {
        let chart = small_chart(
            "deals",
            "Deals",
            &points(&[Some(4), None, Some(0), Some(2)]),
        );
        let bars: Vec<_> = chart
            .expect("there is something to compare")
            .bars
            .into_iter()
            .map(
                |SmallBar {
                     x,
                     height,
                     number,
                     year,
                     ..
                 }| (x, height, number, year),
            )
            .collect();
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(
            bars,
            [
                (7, 64, said("4"), said("2000")),
                (67, 0, None, said("2001")),
                (127, 0, said("0"), said("2002")),
                (187, 32, said("2"), said("2003")),
            ]
        );
    }

    #[test]
    fn many_years_show_the_newest_and_name_the_highest_and_the_ends() {
        let sizes: Vec<Option<usize>> = (0..40).map(|place| Some(place % 30 + 1)).collect();
        let chart = small_chart("deals", "Deals", &points(&sizes)).expect("there are many");
        let named = |of: fn(&SmallBar) -> Option<&String>| -> Vec<&str> {
            chart
                .bars
                .iter()
                .filter_map(of)
                .map(String::as_str)
                .collect()
        };
        assert_eq!(named(|bar| bar.year.as_ref()), ["2016", "2039"]);
        assert_eq!(named(|bar| bar.number.as_ref()), ["30"]);
    }

    #[test]
    fn one_year_or_nothing_is_no_chart() {
        assert_eq!(
            small_chart("deals", "Deals", &points(&[Some(4), None])),
            None
        );
        assert_eq!(
            small_chart("deals", "Deals", &points(&[Some(0), Some(0)])),
            None
        );
    }
}
