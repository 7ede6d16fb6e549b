//! A map of tiles: one square a region, so that a small region counts as much as a large one.
//!
//! In: column and row of each. Out: the square of each in the picture's units. Empty columns and
//! rows at the edges are left out, and so are the empty ones between when the map would be more
//! than forty wide: a mistyped position must not make a picture of nothing.

/// The side of a tile with the space around it, in the picture's units.
pub const SIDE: i32 = 100;

/// Half the space between two tiles.
const SPACE: i32 = 2;

/// More columns or rows than this are no map that a person laid out.
const MOST: i32 = 40;

/// The tiles in their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiles {
    /// How many columns and rows there are.
    pub size: (i32, i32),
    /// The left upper corner of each tile, in the order given.
    pub corners: Vec<(i32, i32)>,
}

/// Puts tiles in their places.
pub fn tiles(positions: &[(u16, u16)]) -> Tiles {
    let columns = places(
        positions
            .iter()
            .map(|(column, _)| i32::from(*column))
            .collect(),
    );
    let rows = places(positions.iter().map(|(_, row)| i32::from(*row)).collect());
    let size = |places: &[i32]| places.iter().max().map_or(0, |last| last + 1);
    Tiles {
        size: (size(&columns), size(&rows)),
        corners: columns
            .iter()
            .zip(&rows)
            .map(|(column, row)| (column * SIDE + SPACE, row * SIDE + SPACE))
            .collect(),
    }
}

/// The square of a tile, as SVG path data.
pub fn square((x, y): (i32, i32)) -> String {
    let side = SIDE - 2 * SPACE;
    format!("M{x} {y}h{side}v{side}h-{side}z")
}

/// Counted from the first that is used.
fn places(used: Vec<i32>) -> Vec<i32> {
    let mut sorted = used.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let (first, last) = (
        sorted.first().copied().unwrap_or_default(),
        sorted.last().copied().unwrap_or_default(),
    );
    if last - first < MOST {
        return used.into_iter().map(|place| place - first).collect();
    }
    used.into_iter()
        .map(|place| {
            i32::try_from(sorted.partition_point(|other| *other < place)).unwrap_or_default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Tiles, square, tiles};

    #[test]
    fn tiles_stand_where_they_were_put() {
        assert_eq!(
            tiles(&[(2, 1), (1, 1), (3, 4)]),
            Tiles {
                size: (3, 4),
                corners: vec![(102, 2), (2, 2), (202, 302)]
            }
        );
        assert_eq!(
            tiles(&[(0, 0), (99, 0), (50, 0)]),
            Tiles {
                size: (3, 1),
                corners: vec![(2, 2), (202, 2), (102, 2)]
            }
        );
        assert_eq!(
            tiles(&[]),
            Tiles {
                size: (0, 0),
                corners: vec![]
            }
        );
        assert_eq!(square((2, 102)), "M2 102h96v96h-96z");
    }
}
