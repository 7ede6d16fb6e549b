//! The frame of a map: degrees of longitude and latitude become whole units of a picture.
//!
//! The projection keeps degrees square at the middle of the map (equirectangular, the standard
//! parallel at the mean latitude): within a country that is off by a few hundredths at the edges.
//! All arithmetic is that of IEEE 754's basic operations, so every machine draws the same.

use super::topology::Point;

/// Longitude and latitude in degrees.
pub type LonLat = [f64; 2];

/// One part of an area: its outer border first, then its holes. Rings are closed by themselves; a
/// repeated first position does no harm.
pub type Polygon = Vec<Vec<LonLat>>;

/// The longest side of a drawn map, in the picture's units.
pub const LONGEST: i32 = 1000;

/// From degrees to the picture's units.
pub(super) struct Frame {
    west: f64,
    north: f64,
    /// Units a degree of longitude and of latitude.
    scale: (f64, f64),
    pub(super) size: (i32, i32),
    /// Whether western longitudes count on beyond 180 degrees: the map lies across the
    /// antimeridian.
    across: bool,
}

impl Frame {
    pub(super) fn around(areas: &[Vec<&Polygon>]) -> Option<Self> {
        let bounds = |across: bool| {
            let mut bounds: Option<[f64; 4]> = None;
            for position in areas
                .iter()
                .flatten()
                .flat_map(|polygon| polygon.iter().flatten())
                .filter(|position| is_finite(position))
            {
                let (x, y) = (eastward(position[0], across), position[1]);
                let [west, south, east, north] = bounds.unwrap_or([x, y, x, y]);
                bounds = Some([west.min(x), south.min(y), east.max(x), north.max(y)]);
            }
            bounds
        };
        let plain = bounds(false)?;
        let shifted = bounds(true)?;
        let across = shifted[2] - shifted[0] < plain[2] - plain[0];
        let [west, south, east, north] = if across { shifted } else { plain };
        let narrow = cosine(f64::midpoint(south, north)).max(0.01);
        let (wide, high) = ((east - west) * narrow, north - south);
        let longest = wide.max(high);
        if longest <= 0.0 {
            return None;
        }
        let scale = f64::from(LONGEST) / longest;
        let units = |length: f64| whole(length * scale).max(1);
        Some(Self {
            west,
            north,
            scale: (scale * narrow, scale),
            size: (units(wide), units(high)),
            across,
        })
    }

    pub(super) fn point(&self, position: &LonLat) -> Point {
        let x = (eastward(position[0], self.across) - self.west) * self.scale.0;
        let y = (self.north - position[1]) * self.scale.1;
        (
            whole(x).clamp(0, self.size.0),
            whole(y).clamp(0, self.size.1),
        )
    }
}

pub(super) fn is_finite(position: &LonLat) -> bool {
    position[0].is_finite() && position[1].is_finite()
}

fn eastward(longitude: f64, across: bool) -> f64 {
    if across && longitude < 0.0 {
        longitude + 360.0
    } else {
        longitude
    }
}

/// The nearest whole number of a length that is no longer than a picture.
pub(super) fn whole(length: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "bounded just before")]
    {
        length.round().clamp(-1.0e6, 1.0e6) as i32
    }
}

/// The cosine of an angle between a pole and the equator, by its series: the platform's own may
/// differ in the last digit.
fn cosine(degrees: f64) -> f64 {
    let angle = degrees.clamp(-90.0, 90.0) * std::f64::consts::PI / 180.0;
    let (mut sum, mut term) = (1.0, 1.0);
    for step in 1..=12 {
        let step = f64::from(step);
        term *= -angle * angle / ((2.0 * step - 1.0) * (2.0 * step));
        sum += term;
    }
    sum
}

/// A ring on the grid, without repeats.
pub(super) fn on_grid(ring: &[LonLat], frame: &Frame) -> Vec<Point> {
    let mut points: Vec<Point> = ring
        .iter()
        .filter(|position| is_finite(position))
        .map(|position| frame.point(position))
        .collect();
    points.dedup();
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    if doubled(&points) == 0 {
        Vec::new()
    } else {
        points
    }
}

/// A mark for an area too small to have a shape.
pub(super) fn dot((x, y): Point, frame: &Frame) -> Vec<Point> {
    let (x, y) = (
        x.clamp(2, (frame.size.0 - 2).max(2)),
        y.clamp(2, (frame.size.1 - 2).max(2)),
    );
    vec![(x, y - 2), (x + 2, y), (x, y + 2), (x - 2, y)]
}

/// The double of a ring's area.
pub(super) fn doubled(ring: &[Point]) -> i64 {
    let ahead = ring.iter().skip(1).chain(ring.first());
    ring.iter()
        .zip(ahead)
        .map(|(one, other)| {
            i64::from(one.0) * i64::from(other.1) - i64::from(other.0) * i64::from(one.1)
        })
        .sum::<i64>()
        .abs()
}
