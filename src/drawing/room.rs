//! Where in an area there is room for a number: the middle of its widest place.

use super::frame::whole;
use super::topology::Point;

/// How fine the search for room in an area is.
const STEPS: i32 = 20;

/// The middle of the widest place between borders, and how far they are from there.
pub(super) fn widest_place(rings: &[Vec<Point>]) -> (Point, i32) {
    let Some(outer) = rings.first().filter(|ring| !ring.is_empty()) else {
        return ((0, 0), 0);
    };
    let (west, east) = outer
        .iter()
        .fold((i32::MAX, i32::MIN), |(least, most), point| {
            (least.min(point.0), most.max(point.0))
        });
    let (north, south) = outer
        .iter()
        .fold((i32::MAX, i32::MIN), |(least, most), point| {
            (least.min(point.1), most.max(point.1))
        });
    let mut best = (outer[0], 0.0);
    for row in 0..STEPS {
        for column in 0..STEPS {
            let x = west + (east - west) * (2 * column + 1) / (2 * STEPS);
            let y = north + (south - north) * (2 * row + 1) / (2 * STEPS);
            let room = room_at((x, y), rings, best.1);
            if room > best.1 {
                best = ((x, y), room);
            }
        }
    }
    (best.0, whole(best.1.sqrt().floor()))
}

/// The square of the distance to the nearest border; nought outside, or where it is no more than
/// `enough`.
fn room_at(point: Point, rings: &[Vec<Point>], enough: f64) -> f64 {
    let (x, y) = (f64::from(point.0), f64::from(point.1));
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for ring in rings {
        for (one, other) in ring.iter().zip(ring.iter().skip(1).chain(ring.first())) {
            let (from_x, from_y, to_x, to_y) = (
                f64::from(one.0),
                f64::from(one.1),
                f64::from(other.0),
                f64::from(other.1),
            );
            if (from_y > y) != (to_y > y)
                && x < (to_x - from_x) * (y - from_y) / (to_y - from_y) + from_x
            {
                inside = !inside;
            }
            let (along, up) = (to_x - from_x, to_y - from_y);
            let part = (((x - from_x) * along + (y - from_y) * up) / (along * along + up * up))
                .clamp(0.0, 1.0);
            let (right, down) = (from_x + part * along - x, from_y + part * up - y);
            nearest = nearest.min(right * right + down * down);
            if nearest <= enough {
                return 0.0;
            }
        }
    }
    if inside { nearest } else { 0.0 }
}
