//! Shades of a map: which of four a count gets, and which counts share a shade, for the legend.
//!
//! The steps are equal parts of the highest count, so that a shade twice as deep says about twice
//! as much. Nought has a shade of its own.

/// How many shades there are besides that of nought.
const SHADES: usize = 4;

/// The shade of a count, from 0 (nought) to 4 (up to the highest).
pub fn shade(count: usize, most: usize) -> usize {
    if most == 0 {
        0
    } else {
        (count * SHADES).div_ceil(most).min(SHADES)
    }
}

/// Which counts each shade stands for, in order: shade, first and last count. A shade that no count
/// can have is left out.
pub fn legend(most: usize) -> Vec<(usize, usize, usize)> {
    let mut rows = vec![(0, 0, 0)];
    for shade in 1..=SHADES {
        let (first, last) = ((shade - 1) * most / SHADES + 1, shade * most / SHADES);
        if most > 0 && first <= last {
            rows.push((shade, first, last));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{legend, shade};

    #[test]
    fn every_count_has_the_shade_that_the_legend_says() {
        for most in 0..60 {
            for count in 0..=most {
                let found: Vec<usize> = legend(most)
                    .iter()
                    .filter(|(_, first, last)| (first..=last).contains(&&count))
                    .map(|row| row.0)
                    .collect();
                assert_eq!(found, [shade(count, most)], "{count} of at most {most}");
            }
        }
    }

    #[test]
    fn few_counts_need_few_shades() {
        assert_eq!(legend(0), [(0, 0, 0)]);
        assert_eq!(legend(1), [(0, 0, 0), (4, 1, 1)]);
        assert_eq!(
            legend(7),
            [(0, 0, 0), (1, 1, 1), (2, 2, 3), (3, 4, 5), (4, 6, 7)]
        );
    }
}
