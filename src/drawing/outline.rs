//! A map of outlines: regions in degrees of longitude and latitude become SVG path data of bounded
//! length.
//!
//! In: the areas, and how many bytes their paths may take together. Out: a path each, and where a
//! number has room in it. The projection keeps degrees square at the middle of the map
//! (equirectangular, the standard parallel at the mean latitude): within a country that is off by a
//! few hundredths at the edges, less than the simplifying. Neighbours share the border they had in
//! common. An area never vanishes: its largest part stays, however small. All arithmetic is that of
//! IEEE 754's basic operations, so every machine draws the same.

use std::fmt::Write as _;

use super::frame::{Frame, dot, doubled, is_finite, on_grid};
pub use super::frame::{LONGEST, LonLat, Polygon};
use super::room::widest_place;
use super::topology::{ALWAYS, Point, Topology, topology};

/// Parts of an area smaller than this (in square units) are left out where the area has a larger
/// one and nothing borders on them.
const SPECK: i64 = 8;

/// A drawn map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Its width and height.
    pub size: (i32, i32),
    /// The areas, in the order given.
    pub areas: Vec<Area>,
}

/// One drawn area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// SVG path data.
    pub path: String,
    /// The middle of the widest place in it.
    pub middle: Point,
    /// How far the border is from there.
    pub room: i32,
}

/// Draws areas in at most about `budget` bytes; `None` where there is nothing to draw.
pub fn drawn(areas: &[Vec<&Polygon>], budget: usize) -> Option<Drawn> {
    let frame = Frame::around(areas)?;
    let mut rings: Vec<Vec<Point>> = Vec::new();
    // For each area its parts, for each part the indices of its rings.
    let mut parts: Vec<Vec<Vec<usize>>> = Vec::new();
    for area in areas {
        let mut of_area = Vec::new();
        for polygon in area {
            let mut of_part = Vec::new();
            for ring in *polygon {
                let ring = on_grid(ring, &frame);
                if ring.len() >= 3 {
                    of_part.push(rings.len());
                    rings.push(ring);
                } else if of_part.is_empty() {
                    // Without its border a part has no holes.
                    break;
                }
            }
            if !of_part.is_empty() {
                of_area.push(of_part);
            }
        }
        if of_area.is_empty() {
            let spot = area
                .iter()
                .flat_map(|polygon| polygon.iter().flatten())
                .find(|position| is_finite(position))
                .map_or((0, 0), |position| frame.point(position));
            of_area.push(vec![rings.len()]);
            rings.push(dot(spot, &frame));
        }
        parts.push(of_area);
    }
    let topology = topology(&rings);
    let fitted = fit(&topology, &parts, budget);
    Some(Drawn {
        size: frame.size,
        areas: fitted,
    })
}

/// Leaves out the points that matter least until the paths fit, and after that the smallest parts.
fn fit(topology: &Topology, parts: &[Vec<Vec<usize>>], budget: usize) -> Vec<Area> {
    // What matters less than half a square unit cannot be seen.
    let mut weights: Vec<(u64, usize)> = topology
        .arcs
        .iter()
        .flat_map(|arc| {
            arc.weights
                .iter()
                .filter(|weight| **weight != ALWAYS && **weight > 0)
                .map(|weight| (*weight, arc.uses))
        })
        .collect();
    weights.sort_unstable_by(|one, other| other.cmp(one));
    // A step of a path takes about five bytes.
    let mut points = budget / 5;
    let mut speck = SPECK;
    loop {
        let mut used = 0;
        let kept = weights.iter().take_while(|(_, uses)| {
            used += uses;
            used <= points
        });
        let least = kept.last().map_or(ALWAYS, |(weight, _)| *weight);
        let drawn: Vec<(String, Vec<Vec<Point>>)> = parts
            .iter()
            .map(|parts| path(topology, parts, least, speck))
            .collect();
        let bytes: usize = drawn.iter().map(|(path, _)| path.len()).sum();
        if bytes <= budget || (least == ALWAYS && speck > i64::from(LONGEST).pow(2)) {
            let area = |(path, largest): (String, Vec<Vec<Point>>)| {
                let (middle, room) = widest_place(&largest);
                Area { path, middle, room }
            };
            return drawn.into_iter().map(area).collect();
        }
        if least == ALWAYS {
            speck *= 4;
        } else {
            points = points * 3 / 4;
        }
    }
}

/// The path of one area, and the rings of its largest part.
fn path(
    topology: &Topology,
    parts: &[Vec<usize>],
    least: u64,
    speck: i64,
) -> (String, Vec<Vec<Point>>) {
    let is_shared = |ring: usize| {
        topology.rings[ring]
            .iter()
            .any(|(arc, _)| topology.arcs[*arc].uses > 1)
    };
    let mut drawn: Vec<Vec<Vec<Point>>> = parts
        .iter()
        .map(|part| {
            part.iter()
                .map(|ring| topology.ring(*ring, least))
                .collect()
        })
        .collect();
    let area_of = |part: &[Vec<Point>]| part.first().map_or(0, |ring| doubled(ring));
    let largest = (0..drawn.len())
        .max_by_key(|index| (area_of(&drawn[*index]), std::cmp::Reverse(*index)))
        .unwrap_or_default();
    let mut path = String::new();
    for (index, (part, rings)) in parts.iter().zip(&drawn).enumerate() {
        let is_speck = area_of(rings) < 2 * speck && !part.iter().any(|ring| is_shared(*ring));
        if index != largest && is_speck {
            continue;
        }
        for (place, (ring, points)) in part.iter().zip(rings).enumerate() {
            if place == 0 || doubled(points) >= 2 * speck || is_shared(*ring) {
                write_ring(&mut path, points);
            }
        }
    }
    (
        path,
        if drawn.is_empty() {
            Vec::new()
        } else {
            drawn.swap_remove(largest)
        },
    )
}

/// A ring as path data: one absolute point, then steps.
fn write_ring(path: &mut String, ring: &[Point]) {
    let Some((first, rest)) = ring.split_first() else {
        return;
    };
    let _ = write!(path, "M{} {}", first.0, first.1);
    let (mut x, mut y) = *first;
    for (index, point) in rest.iter().enumerate() {
        let (right, down) = (point.0 - x, point.1 - y);
        path.push_str(if index == 0 {
            "l"
        } else if right >= 0 {
            " "
        } else {
            ""
        });
        // A minus parts two numbers by itself.
        let _ = if down < 0 {
            write!(path, "{right}{down}")
        } else {
            write!(path, "{right} {down}")
        };
        (x, y) = *point;
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Area, Drawn, LONGEST, Polygon};

    fn drawn(areas: &[Vec<Polygon>], budget: usize) -> Option<Drawn> {
        super::drawn(
            &areas
                .iter()
                .map(|area| area.iter().collect())
                .collect::<Vec<_>>(),
            budget,
        )
    }

    fn ring(points: &[(f64, f64)]) -> Vec<[f64; 2]> {
        points.iter().map(|(x, y)| [*x, *y]).collect()
    }

    #[test]
    fn a_map_is_drawn_whole() {
        // Two squares side by side on the equator, the left one with a bent border, and an island.
        let left = vec![vec![ring(&[
            (0., -1.),
            (2., -1.),
            (2.1, 0.),
            (2., 1.),
            (0., 1.),
            (0., -1.),
        ])]];
        let right: Vec<Polygon> = vec![
            vec![ring(&[
                (2., 1.),
                (2.1, 0.),
                (2., -1.),
                (4., -1.),
                (4., 1.),
                (2., 1.),
            ])],
            vec![ring(&[(3., 1.4), (3.1, 1.4), (3.1, 1.5), (3., 1.5)])],
        ];
        assert_eq!(
            drawn(&[left, right], 1_000),
            Some(Drawn {
                size: (1000, 625),
                areas: vec![
                    Area {
                        path: "M500 625l25-250-25-250-500 0 0 500z".into(),
                        middle: (249, 387),
                        room: 238
                    },
                    Area {
                        path: "M500 125l25 250-25 250 500 0 0-500zM750 0l0 25 25 0 0-25z".into(),
                        middle: (762, 387),
                        room: 237
                    },
                ],
            })
        );
    }

    #[test]
    fn across_the_antimeridian_lies_one_map() {
        let fiji = vec![vec![ring(&[
            (178., -17.),
            (-179., -17.),
            (-179., -18.),
            (178., -18.),
        ])]];
        let found = drawn(&[fiji], 1_000).expect("there is something");
        assert_eq!(
            (found.size, found.areas[0].path.as_str()),
            ((1000, 350), "M0 0l1000 0 0 350-1000 0z")
        );
    }

    #[test]
    fn nothing_is_no_map_and_a_grain_is_a_dot() {
        assert_eq!(drawn(&[], 100), None);
        assert_eq!(drawn(&[vec![vec![ring(&[(f64::NAN, 1.)])]]], 100), None);
        let large = vec![vec![ring(&[(0., 0.), (9., 0.), (9., 9.), (0., 9.)])]];
        let grain = vec![vec![ring(&[(5., 5.), (5.0001, 5.), (5., 5.0001)])]];
        let found = drawn(&[large, grain], 1_000).expect("there is something");
        assert_eq!(found.areas[1].path, "M552 444l2-2 2 2-2 2z");
    }

    /// The points of a path, each ring closed.
    fn edges(path: &str) -> Vec<((i32, i32), (i32, i32))> {
        let mut edges = Vec::new();
        for ring in path.split('z').filter(|ring| !ring.is_empty()) {
            let numbers: Vec<i32> = ring
                .replace(['M', 'l'], " ")
                .replace('-', " -")
                .split_whitespace()
                .map(|number| number.parse().expect("a whole number"))
                .collect();
            let mut points = vec![(numbers[0], numbers[1])];
            for step in numbers[2..].chunks(2) {
                let (x, y) = points[points.len() - 1];
                points.push((x + step[0], y + step[1]));
            }
            for index in 0..points.len() {
                edges.push((points[index], points[(index + 1) % points.len()]));
            }
        }
        edges
    }

    proptest! {
        #[test]
        fn a_shared_border_stays_shared_and_inside_the_frame(wiggle in prop::collection::vec(-0.3f64..0.3, 3..60), budget in 40usize..600) {
            // A border that wanders from south to north between two areas.
            let border: Vec<(f64, f64)> =
                wiggle.iter().enumerate().map(|(index, x)| (5.0 + x, f64::from(u32::try_from(index).expect("few")) / 10.0)).collect();
            let top = border[border.len() - 1].1;
            let mut left = border.clone();
            left.extend([(0., top), (0., 0.)]);
            let mut right: Vec<(f64, f64)> = border.iter().rev().copied().collect();
            right.extend([(9., 0.), (9., top)]);
            let found = drawn(&[vec![vec![ring(&left)]], vec![vec![ring(&right)]]], budget).expect("there is something");
            let (one, other) = (edges(&found.areas[0].path), edges(&found.areas[1].path));
            let shared = one.iter().filter(|(from, to)| other.contains(&(*to, *from)) || other.contains(&(*from, *to))).count();
            // All of the left area's edges but the two or three around it are the border.
            prop_assert!(shared >= one.len().saturating_sub(3), "{} {}", found.areas[0].path, found.areas[1].path);
            for (x, y) in one.iter().chain(&other).map(|(from, _)| *from) {
                prop_assert!((0..=found.size.0).contains(&x) && (0..=found.size.1).contains(&y));
            }
        }

        #[test]
        fn any_numbers_are_drawn_or_refused(areas in prop::collection::vec(prop::collection::vec(prop::collection::vec(prop::collection::vec(
            prop::array::uniform2(prop::num::f64::ANY), 0..9), 0..3), 0..3), 0..4)) {
            if let Some(found) = drawn(&areas, 500) {
                prop_assert!(found.areas.len() == areas.len() && found.size.0 <= LONGEST && found.size.1 <= LONGEST);
            }
        }
    }
}
