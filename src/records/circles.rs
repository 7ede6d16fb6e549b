//! Circles in what lies in what: each is found once, and opened so that the rest can go on.

use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::source::Span;

/// A step up: to which record of the same kind, and where that is written.
pub(super) type StepUp = (usize, Span);

/// Finds every circle, in the order of records and of what they name, and takes its last step out.
/// Each circle is given as the steps that close it, beginning with the step from its first record.
fn open_circles(steps: &mut [Vec<StepUp>]) -> Vec<Vec<(usize, Span)>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Visited {
        Never,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Visited::Never; steps.len()];
    let mut circles = Vec::new();
    for start in 0..steps.len() {
        // A stack of our own: a chain of any length must not end the program.
        let mut way = Vec::new();
        if seen[start] == Visited::Never {
            seen[start] = Visited::OnTheWay;
            way.push((start, 0));
        }
        while let Some((record, next)) = way.last_mut() {
            let Some((above, _)) = steps[*record].get(*next).copied() else {
                seen[*record] = Visited::Done;
                way.pop();
                continue;
            };
            match seen[above] {
                Visited::Never => {
                    *next += 1;
                    seen[above] = Visited::OnTheWay;
                    way.push((above, 0));
                }
                Visited::Done => *next += 1,
                Visited::OnTheWay => {
                    let (record, next) = (*record, *next);
                    let (_, last) = steps[record].remove(next);
                    let begin = way
                        .iter()
                        .position(|(on_the_way, _)| *on_the_way == above)
                        .unwrap_or(0);
                    // Those on the way have already moved past the step they took.
                    let mut circle: Vec<(usize, Span)> = way[begin..way.len() - 1]
                        .iter()
                        .map(|(from, taken)| (*from, steps[*from][taken - 1].1))
                        .collect();
                    circle.push((record, last));
                    circles.push(circle);
                }
            }
        }
    }
    circles
}

/// Opens the circles and reports each at its first step, with a note at every other.
///
/// `key` is the word for the field that makes the steps.
pub(super) fn without_circles(
    code: Code,
    key: &str,
    steps: &mut [Vec<StepUp>],
    ids: &dyn Fn(usize) -> Id,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for circle in open_circles(steps) {
        let Some(((first, span), rest)) = circle.split_first() else {
            continue;
        };
        let path: Vec<String> = circle
            .iter()
            .map(|(record, _)| *record)
            .chain([*first])
            .map(|record| format!("`{}`", ids(record)))
            .collect();
        let mut diagnostic = Diagnostic::at(code, *span)
            .with("path", path.join(" › "))
            .with("key", key);
        for (_, span) in rest {
            diagnostic = diagnostic.note(*span, NoteKind::GoesOnHere);
        }
        diagnostics.push(diagnostic);
    }
}

/// Everything above each record, nearest first, each once.
pub(super) fn ancestors(parents: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut found_for = vec![usize::MAX; parents.len()];
    parents
        .iter()
        .enumerate()
        .map(|(record, direct)| {
            let mut above: Vec<usize> = Vec::with_capacity(direct.len());
            let mut reach = |list: &[usize], above: &mut Vec<usize>| {
                for parent in list {
                    if found_for[*parent] != record && *parent != record {
                        found_for[*parent] = record;
                        above.push(*parent);
                    }
                }
            };
            reach(direct, &mut above);
            let mut next = 0;
            while let Some(parent) = above.get(next).copied() {
                reach(&parents[parent], &mut above);
                next += 1;
            }
            above
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ancestors, open_circles};
    use crate::source::{FileId, Span};

    fn steps(lists: &[&[usize]]) -> Vec<Vec<(usize, Span)>> {
        lists
            .iter()
            .enumerate()
            .map(|(from, list)| {
                list.iter()
                    .map(|to| {
                        (
                            *to,
                            Span::new(FileId(0), from * 10 + to..from * 10 + to + 1),
                        )
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn each_circle_is_found_once_and_opened() {
        // 0 → 1 → 2 → 0, 3 → 3, and 4 above all without a circle.
        let mut lists = steps(&[&[1, 4], &[2], &[0, 4], &[3], &[]]);
        let circles: Vec<Vec<usize>> = open_circles(&mut lists)
            .into_iter()
            .map(|circle| circle.into_iter().map(|(record, _)| record).collect())
            .collect();
        assert_eq!(circles, [vec![0, 1, 2], vec![3]]);
        let left: Vec<Vec<usize>> = lists
            .iter()
            .map(|list| list.iter().map(|(to, _)| *to).collect())
            .collect();
        assert_eq!(left, [vec![1, 4], vec![2], vec![4], vec![], vec![]]);
        assert!(open_circles(&mut lists).is_empty());
        assert_eq!(
            ancestors(&left),
            [vec![1, 4, 2], vec![2, 4], vec![4], vec![], vec![]]
        );
    }

    #[test]
    fn a_chain_of_any_length_is_no_matter() {
        let mut lists = steps(&vec![&[] as &[usize]; 20_000]);
        for (from, list) in lists.iter_mut().enumerate().skip(1) {
            list.push((from - 1, Span::new(FileId(0), from..from + 1)));
        }
        assert!(open_circles(&mut lists).is_empty());
    }
}
