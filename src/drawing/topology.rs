//! Borders that neighbours share: rings of points cut into arcs where borders meet, so that an arc
//! is simplified once and two neighbours never come apart or overlap.
//!
//! In: closed rings on a grid of whole numbers. Out: the arcs, each once, and which of them make up
//! each ring. Simplifying ranks the points of an arc by the area they matter for (Visvalingam and
//! Whyatt, "Line generalisation by repeated elimination of points", 1993).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet};

/// A point of the grid.
pub type Point = (i32, i32);

/// A point that is never left out.
pub const ALWAYS: u64 = u64::MAX;

/// Rings as arcs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topology {
    /// The arcs, each once, in a fixed direction.
    pub arcs: Vec<Arc>,
    /// For each ring, in the order given: its arcs, and whether each is walked backwards.
    pub rings: Vec<Vec<(usize, bool)>>,
}

/// A part of a border between two places where borders meet; or a whole ring that meets nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arc {
    /// Its points; of a closed arc the first is the last too.
    pub points: Vec<Point>,
    /// How much each point matters: the double of an area, or [`ALWAYS`].
    pub weights: Vec<u64>,
    /// How many rings use it.
    pub uses: usize,
}

/// Cuts rings into arcs. A ring names each point once: the first is not repeated at its end; no two
/// neighbours are equal.
pub fn topology(rings: &[Vec<Point>]) -> Topology {
    let meets = meeting_points(rings);
    let mut found: BTreeMap<Vec<Point>, usize> = BTreeMap::new();
    let mut topology = Topology::default();
    for ring in rings {
        let mut parts = Vec::new();
        for points in cut(ring, &meets) {
            let mut backwards = points.clone();
            backwards.reverse();
            let is_backwards = backwards < points;
            let points = if is_backwards { backwards } else { points };
            let arcs = &mut topology.arcs;
            let index = *found.entry(points).or_insert_with_key(|points| {
                arcs.push(Arc {
                    points: points.clone(),
                    weights: Vec::new(),
                    uses: 0,
                });
                arcs.len() - 1
            });
            arcs[index].uses += 1;
            parts.push((index, is_backwards));
        }
        topology.rings.push(parts);
    }
    let mut slim: HashSet<usize> = HashSet::new();
    for ring in topology.rings.iter().filter(|ring| ring.len() <= 2) {
        slim.extend(ring.iter().map(|(index, _)| *index));
    }
    for (index, arc) in topology.arcs.iter_mut().enumerate() {
        arc.weights = weights(&arc.points, slim.contains(&index));
    }
    topology
}

/// The points where borders meet or part: those whose neighbours are not the same in every ring.
fn meeting_points(rings: &[Vec<Point>]) -> HashSet<Point> {
    let mut neighbours: HashMap<Point, (Point, Point)> = HashMap::new();
    let mut meets = HashSet::new();
    for ring in rings {
        for (index, point) in ring.iter().enumerate() {
            let before = ring[(index + ring.len() - 1) % ring.len()];
            let after = ring[(index + 1) % ring.len()];
            let pair = (before.min(after), before.max(after));
            if *neighbours.entry(*point).or_insert(pair) != pair {
                meets.insert(*point);
            }
        }
    }
    meets
}

/// The arcs of one ring, end to end. A ring that meets nothing is one arc from its least point, so
/// that two equal rings are one.
fn cut(ring: &[Point], meets: &HashSet<Point>) -> Vec<Vec<Point>> {
    let Some(start) = ring
        .iter()
        .position(|point| meets.contains(point))
        .or_else(|| (0..ring.len()).min_by_key(|index| ring[*index]))
    else {
        return Vec::new();
    };
    let walk = ring[start..].iter().chain(&ring[..=start]);
    let mut arcs = Vec::new();
    let mut arc: Vec<Point> = Vec::new();
    for point in walk {
        arc.push(*point);
        if arc.len() > 1 && meets.contains(point) {
            arcs.push(std::mem::replace(&mut arc, vec![*point]));
        }
    }
    if arc.len() > 1 {
        arcs.push(arc);
    }
    arcs
}

/// How much each point of an arc matters. Its ends always do; and so much of a closed arc, or of a
/// `slim` one that makes up a ring with one other, that an area is left.
fn weights(points: &[Point], slim: bool) -> Vec<u64> {
    let last = points.len() - 1;
    let closed = points[0] == points[last];
    let keep = if closed { 2 } else { usize::from(slim) };
    let mut weights = vec![ALWAYS; points.len()];
    let mut before: Vec<usize> = (0..points.len())
        .map(|index| index.saturating_sub(1))
        .collect();
    let mut after: Vec<usize> = (1..=points.len()).collect();
    let area = |one: usize, middle: usize, other: usize| {
        doubled_area(points[one], points[middle], points[other])
    };
    let mut queue: BinaryHeap<Reverse<(u64, usize)>> = (1..last)
        .map(|index| Reverse((area(index - 1, index, index + 1), index)))
        .collect();
    let mut current: Vec<u64> = (0..points.len())
        .map(|index| {
            if index == 0 || index == last {
                ALWAYS
            } else {
                area(index - 1, index, index + 1)
            }
        })
        .collect();
    let mut left = last.saturating_sub(1);
    let mut most = 0;
    while left > keep {
        let Some(Reverse((weight, index))) = queue.pop() else {
            break;
        };
        // An entry from before a neighbour went.
        if weights[index] != ALWAYS || current[index] != weight {
            continue;
        }
        // A point never matters less than one that went before it, or leaving out by weight would
        // leave out in another order.
        most = weight.max(most);
        weights[index] = most;
        left -= 1;
        let (one, other) = (before[index], after[index]);
        after[one] = other;
        before[other] = one;
        for neighbour in [one, other] {
            if neighbour != 0 && neighbour != last {
                current[neighbour] = area(before[neighbour], neighbour, after[neighbour]);
                queue.push(Reverse((current[neighbour], neighbour)));
            }
        }
    }
    weights
}

fn doubled_area(one: Point, middle: Point, other: Point) -> u64 {
    let (x, y) = (
        i64::from(middle.0) - i64::from(one.0),
        i64::from(middle.1) - i64::from(one.1),
    );
    let (to_x, to_y) = (
        i64::from(other.0) - i64::from(one.0),
        i64::from(other.1) - i64::from(one.1),
    );
    (x * to_y - to_x * y).unsigned_abs()
}

impl Arc {
    /// The points that matter at least so much.
    pub fn simplified(&self, least: u64) -> impl DoubleEndedIterator<Item = Point> {
        self.points
            .iter()
            .zip(&self.weights)
            .filter(move |(_, weight)| **weight >= least)
            .map(|(point, _)| *point)
    }
}

impl Topology {
    /// A ring of the points that matter at least so much, without the first repeated at its end.
    pub fn ring(&self, index: usize, least: u64) -> Vec<Point> {
        let mut ring: Vec<Point> = Vec::new();
        for (arc, backwards) in &self.rings[index] {
            let arc = &self.arcs[*arc];
            if *backwards {
                ring.extend(arc.simplified(least).rev());
            } else {
                ring.extend(arc.simplified(least));
            }
            ring.pop();
        }
        ring
    }
}

#[cfg(test)]
mod tests {
    use super::{ALWAYS, Arc, Topology, topology};

    #[test]
    fn two_neighbours_share_one_border() {
        let left = vec![(0, 0), (10, 0), (11, 5), (10, 10), (0, 10)];
        let right = vec![(10, 10), (11, 5), (10, 0), (20, 0), (20, 10)];
        let found = topology(&[left, right]);
        assert_eq!(
            found,
            Topology {
                arcs: vec![
                    Arc {
                        points: vec![(10, 0), (11, 5), (10, 10)],
                        weights: vec![ALWAYS, ALWAYS, ALWAYS],
                        uses: 2
                    },
                    Arc {
                        points: vec![(10, 0), (0, 0), (0, 10), (10, 10)],
                        weights: vec![ALWAYS, 100, ALWAYS, ALWAYS],
                        uses: 1
                    },
                    Arc {
                        points: vec![(10, 0), (20, 0), (20, 10), (10, 10)],
                        weights: vec![ALWAYS, 100, ALWAYS, ALWAYS],
                        uses: 1
                    },
                ],
                rings: vec![vec![(0, false), (1, true)], vec![(0, true), (2, false)]],
            }
        );
    }

    #[test]
    fn an_island_and_the_hole_it_fills_are_one_arc() {
        let island = vec![(5, 5), (9, 5), (9, 9), (5, 9)];
        let hole = vec![(9, 9), (9, 5), (5, 5), (5, 9)];
        let found = topology(&[island, hole]);
        assert_eq!((found.arcs.len(), found.arcs[0].uses), (1, 2));
        assert_eq!(found.ring(0, ALWAYS).len(), 3, "a closed arc keeps an area");
    }
}
