//! The marks of Markdown that words stand in, and what stands between words.

use std::ops::Range;

use super::signs::{Sign, signs};
use crate::markdown::{Markup, OBJECT, Run};

/// A contact with the signs of markup around it that mark nothing: `**06-**12345678`.
pub(super) fn with_marks(signs: &[Sign], place: Range<usize>, from: usize) -> Range<usize> {
    let is_mark = |sign: &&Sign| matches!(sign.character, '*' | '`');
    let before = signs[from..place.start]
        .iter()
        .rev()
        .take_while(is_mark)
        .count();
    let behind = signs[place.end..].iter().take_while(is_mark).count();
    place.start - before..place.end + behind
}

/// The words of a run in one text.
pub(super) fn read(run: &Run, text: &str) -> String {
    signs(&run.pieces, text)
        .iter()
        .map(|sign| sign.character)
        .collect()
}

/// So many marks around a piece are looked at; no page shows more (see the writer of Markdown).
const MOST_MARKS: usize = 60;

/// The marks that a piece stands in, innermost first.
pub(super) fn marks_above(run: &Run, mark: Option<usize>) -> impl Iterator<Item = &Markup> {
    std::iter::successors(mark.map(|mark| &run.marks[mark]), |mark| {
        mark.parent.map(|parent| &run.marks[parent])
    })
    .take(MOST_MARKS)
}

/// Whether nothing but signs of escape and the ends of lines stands between two pieces: no mark
/// begins, ends or stands there.
pub(super) fn is_plain_gap(run: &Run, before: u32, after: u32, gap: &Range<usize>) -> bool {
    if before == after {
        return true;
    }
    let same = run.pieces[before as usize].mark == run.pieces[after as usize].mark;
    let next = run
        .marks
        .partition_point(|mark| mark.range.start < gap.start);
    same && run
        .marks
        .get(next)
        .is_none_or(|mark| mark.range.start >= gap.end)
}

/// All of a run in the source, with the marks around its first and last words.
pub(super) fn span_of(run: &Run) -> Option<Range<usize>> {
    let pieces = run.pieces.iter().map(|piece| &piece.range);
    let all = || {
        pieces
            .clone()
            .chain(run.marks.iter().map(|mark| &mark.range))
    };
    Some(all().map(|range| range.start).min()?..all().map(|range| range.end).max()?)
}

/// Plain words as Markdown: every sign that could mean something is escaped.
pub(super) fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() * 2);
    for character in words.chars().filter(|character| *character != OBJECT) {
        match character {
            '\n' => escaped.push(' '),
            sign if sign.is_ascii_punctuation() => escaped.extend(['\\', sign]),
            other => escaped.push(other),
        }
    }
    escaped
}
