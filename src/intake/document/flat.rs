//! Word processors write lists as paragraphs in a row, each with a level and perhaps a number. Here
//! these become lists in lists; and how much a document may hold is counted.

use super::model::{Block, Inline};
use crate::intake::refused::Refused;

/// The most pieces of a document: blocks, cells and what stands in lines. A year's report has some
/// thousands.
const MOST_PIECES: usize = 100_000;

/// The most bytes of text: a thousand pages.
const MOST_TEXT: usize = 4_000_000;

/// A paragraph or table, in a row with the others.
#[derive(Debug)]
pub(super) enum FlatBlock {
    /// A heading, with its level.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A point of a list: how deep it lies, and its number where it has one.
    Point {
        level: usize,
        number: Option<u64>,
        words: Vec<Inline>,
    },
    /// Anything else.
    Other(Block),
}

/// How much was read of a document.
#[derive(Debug, Default)]
pub(super) struct Meter {
    pieces: usize,
    text: usize,
}

impl Meter {
    /// Counts one piece with so many bytes of text.
    pub(super) fn add(&mut self, text: usize) -> Result<(), Refused> {
        self.pieces += 1;
        self.text += text;
        if self.pieces > MOST_PIECES || self.text > MOST_TEXT {
            return Err(Refused::TooMuchText);
        }
        Ok(())
    }
}

/// Lists in lists.
pub(super) fn nested(flat: Vec<FlatBlock>) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(flat.len());
    let mut points = Vec::new();
    for block in flat {
        let block = match block {
            FlatBlock::Point {
                level,
                number,
                words,
            } => {
                points.push((level, number, words));
                continue;
            }
            FlatBlock::Paragraph(words) => match typed_point(words) {
                Ok(point) => {
                    points.push(point);
                    continue;
                }
                Err(words) => Block::Paragraph(words),
            },
            FlatBlock::Heading(level, words) => Block::Heading { level, words },
            FlatBlock::Other(block) => block,
        };
        blocks.extend(lists(&mut points));
        blocks.push(block);
    }
    blocks.extend(lists(&mut points));
    blocks
}

/// A point: how deep it lies, its number, its words.
type FlatPoint = (usize, Option<u64>, Vec<Inline>);

/// A list that is open while points are added.
struct OpenList {
    level: usize,
    first: Option<u64>,
    items: Vec<Vec<Block>>,
}

impl OpenList {
    /// Whether a point goes on with this list.
    fn takes(&self, number: Option<u64>) -> bool {
        match (self.first, number) {
            (None, None) => true,
            (Some(first), Some(number)) => number == first.saturating_add(self.items.len() as u64),
            _ => false,
        }
    }
}

/// Points in a row as lists.
fn lists(points: &mut Vec<FlatPoint>) -> Vec<Block> {
    let mut done = Vec::new();
    let mut open: Vec<OpenList> = Vec::new();
    for (level, number, words) in points.drain(..) {
        while open
            .last()
            .is_some_and(|list| list.level > level || list.level == level && !list.takes(number))
        {
            close(&mut open, &mut done);
        }
        if open.last().is_none_or(|list| list.level < level) {
            open.push(OpenList {
                level,
                first: number,
                items: Vec::new(),
            });
        }
        if let Some(list) = open.last_mut() {
            list.items.push(vec![Block::Paragraph(words)]);
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut done);
    }
    done
}

/// Puts the innermost list into the point that it belongs to.
fn close(open: &mut Vec<OpenList>, done: &mut Vec<Block>) {
    let Some(OpenList { first, items, .. }) = open.pop() else {
        return;
    };
    let outer = open.last_mut().and_then(|list| list.items.last_mut());
    outer.unwrap_or(done).push(Block::List { first, items });
}

/// A paragraph that somebody typed as a point of a list: `- dit`, `• dit`, `1. dit`.
fn typed_point(mut words: Vec<Inline>) -> Result<FlatPoint, Vec<Inline>> {
    let first = words
        .iter()
        .position(|inline| !matches!(inline, Inline::Words(words) if words.text.is_empty()));
    let Some(Inline::Words(start)) = first.map(|first| &mut words[first]) else {
        return Err(words);
    };
    let text = start.text.trim_start_matches([' ', '\t']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (sign, number) = match text.chars().next() {
        Some('-' | '•' | '·' | '▪' | '\u{F0B7}') => {
            (text.chars().next().map_or(0, char::len_utf8), None)
        }
        // A year begins a sentence.
        Some('0'..='9') if digits <= 3 && text[digits..].starts_with(['.', ')']) => {
            (digits + 1, text[..digits].parse().ok())
        }
        _ => return Err(words),
    };
    let rest = &text[sign..];
    if !rest.starts_with([' ', '\t', '\u{A0}']) || rest.trim().is_empty() {
        return Err(words);
    }
    start.text = rest.trim_start().to_owned();
    Ok((0, number, words))
}

#[cfg(test)]
mod tests {
    use super::super::model::Words;
    use super::*;

    fn words(text: &str) -> Vec<Inline> {
        vec![Inline::Words(Words::plain(text))]
    }

    fn point(level: usize, number: Option<u64>, text: &str) -> FlatBlock {
        FlatBlock::Point {
            level,
            number,
            words: words(text),
        }
    }

    fn item(text: &str) -> Vec<Block> {
        vec![Block::Paragraph(words(text))]
    }

    #[test]
    fn points_lie_in_the_point_above_them_and_numbers_go_on() {
        let blocks = nested(vec![
            point(0, None, "a"),
            point(2, None, "b"),
            point(1, Some(1), "c"),
            point(1, Some(2), "d"),
            point(1, Some(1), "e"),
            point(0, None, "f"),
            FlatBlock::Paragraph(words("3. g")),
            FlatBlock::Paragraph(words("2018. h")),
        ]);
        let inner = |first, items| Block::List { first, items };
        let mut first = item("a");
        first.push(inner(None, vec![item("b")]));
        first.push(inner(Some(1), vec![item("c"), item("d")]));
        first.push(inner(Some(1), vec![item("e")]));
        assert_eq!(
            blocks,
            [
                inner(None, vec![first, item("f")]),
                inner(Some(3), vec![item("g")]),
                Block::Paragraph(words("2018. h")),
            ]
        );
    }
}
