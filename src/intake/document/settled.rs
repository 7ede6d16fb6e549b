//! A document as Markdown can hold it, so that what is written reads back as the same: nothing that
//! is empty, tables with rows of one length, notes in the order in which they are referred to.

use std::collections::HashMap;

use super::inlines::{Flow, settled};
use super::model::{Block, Document, FoundPicture, Inline, Words};

/// The deepest that a list may lie in lists; deeper points stand beside those above them. Word and
/// `LibreOffice` have nine and ten levels.
const DEEPEST_LIST: usize = 10;

/// The largest number of a point (`CommonMark` 0.31, section 5.2).
const LARGEST_NUMBER: u64 = 999_999_999;

/// The document as it can be written.
pub fn writable(document: Document) -> Document {
    let Document {
        title,
        blocks,
        notes,
        pictures,
        losses,
    } = document;
    let notes: Vec<Vec<Inline>> = notes.into_iter().map(note).collect();
    let mut settling = Settling {
        has_note: notes.iter().map(|note| !note.is_empty()).collect(),
        order: Vec::new(),
        places: HashMap::new(),
        pictures: Vec::new(),
        is_shown: vec![false; pictures.len()],
    };
    let blocks = settling.blocks(blocks, 0);
    let order = std::mem::take(&mut settling.order);
    let notes = order
        .into_iter()
        .map(|note| vec![Block::Paragraph(notes[note].clone())])
        .collect();
    let shown = std::mem::take(&mut settling.pictures);
    let mut pictures: Vec<Option<FoundPicture>> = pictures.into_iter().map(Some).collect();
    Document {
        title: title.filter(|title| !title.trim().is_empty()),
        blocks,
        notes,
        pictures: shown
            .into_iter()
            .filter_map(|picture| pictures[picture].take())
            .collect(),
        losses,
    }
}

/// A note as one paragraph: what follows its first goes on in a line of its own.
fn note(blocks: Vec<Block>) -> Vec<Inline> {
    let mut words = Vec::new();
    for block in blocks {
        flatten(block, &mut words);
    }
    words.retain(|inline| !matches!(inline, Inline::Note(_) | Inline::Picture(_)));
    settled(words, Flow::Lines)
}

/// The inlines of a block, each line of its own behind an end of line.
pub(super) fn flatten(block: Block, words: &mut Vec<Inline>) {
    match block {
        Block::Heading { words: own, .. } | Block::Paragraph(own) => {
            end_line(words);
            words.extend(own);
        }
        Block::List { items, .. } => {
            for block in items.into_iter().flatten() {
                flatten(block, words);
            }
        }
        Block::Table(rows) => {
            for row in rows {
                end_line(words);
                for (index, cell) in row.into_iter().enumerate() {
                    if index > 0 {
                        words.push(Inline::Words(Words::plain(" ")));
                    }
                    words.extend(cell);
                }
            }
        }
    }
}

/// Ends the line that stands before what follows.
fn end_line(words: &mut Vec<Inline>) {
    if !words.is_empty() {
        words.push(Inline::Break);
    }
}

/// What is found out on the way.
struct Settling {
    /// Whether each note says something.
    has_note: Vec<bool>,
    /// Notes in the order in which they are referred to.
    order: Vec<usize>,
    /// The place of each in that order.
    places: HashMap<usize, usize>,
    /// Pictures in the order in which they are shown.
    pictures: Vec<usize>,
    /// Whether each picture is shown already.
    is_shown: Vec<bool>,
}

impl Settling {
    fn blocks(&mut self, blocks: Vec<Block>, depth: usize) -> Vec<Block> {
        let mut settled = Vec::with_capacity(blocks.len());
        for block in blocks {
            match block {
                Block::Heading { level, words } => {
                    let words = self.flow(words, Flow::OneLine);
                    let level = level.clamp(2, 6);
                    if words
                        .iter()
                        .any(|inline| !matches!(inline, Inline::Picture(_)))
                    {
                        settled.push(Block::Heading { level, words });
                    } else if !words.is_empty() {
                        settled.push(Block::Paragraph(words));
                    }
                }
                Block::Paragraph(words) => {
                    for words in paragraphs(words) {
                        let words = self.flow(words, Flow::Lines);
                        if !words.is_empty() {
                            settled.push(Block::Paragraph(words));
                        }
                    }
                }
                Block::List { first, items } => self.list(first, items, depth, &mut settled),
                Block::Table(rows) => settled.extend(self.table(rows)),
            }
        }
        settled
    }

    fn list(
        &mut self,
        first: Option<u64>,
        items: Vec<Vec<Block>>,
        depth: usize,
        settled: &mut Vec<Block>,
    ) {
        let items: Vec<Vec<Block>> = items
            .into_iter()
            .map(|item| self.blocks(item.into_iter().map(for_point).collect(), depth + 1))
            .filter(|item| !item.is_empty())
            .collect();
        if items.is_empty() {
            return;
        }
        if depth >= DEEPEST_LIST {
            settled.extend(items.into_iter().flatten());
            return;
        }
        let first = first.map(|first| {
            let room = LARGEST_NUMBER - items.len() as u64;
            first.min(room)
        });
        settled.push(Block::List { first, items });
    }

    fn table(&mut self, rows: Vec<Vec<Vec<Inline>>>) -> Option<Block> {
        let rows: Vec<Vec<Vec<Inline>>> = rows
            .into_iter()
            .map(|row| {
                row.into_iter()
                    .map(|cell| self.flow(cell, Flow::Lines))
                    .collect()
            })
            .filter(|row: &Vec<Vec<Inline>>| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        let width = rows.iter().map(Vec::len).max()?;
        let padded = rows.into_iter().map(|mut row| {
            row.resize(width, Vec::new());
            row
        });
        Some(Block::Table(padded.collect()))
    }

    /// A settled flow, with notes and pictures by their new places.
    fn flow(&mut self, words: Vec<Inline>, flow: Flow) -> Vec<Inline> {
        let words = words.into_iter().filter_map(|inline| match inline {
            Inline::Note(note) => Some(Inline::Note(self.note(note)?)),
            Inline::Picture(picture) => Some(Inline::Picture(self.picture(picture)?)),
            other => Some(other),
        });
        settled(words.collect(), flow)
    }

    /// The new place of a note that says something.
    fn note(&mut self, note: usize) -> Option<usize> {
        if self.has_note.get(note) != Some(&true) {
            return None;
        }
        Some(*self.places.entry(note).or_insert_with(|| {
            self.order.push(note);
            self.order.len() - 1
        }))
    }

    /// The new place of a picture that is not shown yet.
    fn picture(&mut self, picture: usize) -> Option<usize> {
        let is_shown = self.is_shown.get_mut(picture)?;
        if std::mem::replace(is_shown, true) {
            return None;
        }
        self.pictures.push(picture);
        Some(self.pictures.len() - 1)
    }
}

/// What may stand in a point of a list: a heading or a table there is a paragraph.
fn for_point(block: Block) -> Block {
    match block {
        Block::Heading { words, .. } => Block::Paragraph(words),
        Block::Table(_) => {
            let mut words = Vec::new();
            flatten(block, &mut words);
            Block::Paragraph(words)
        }
        other => other,
    }
}

/// A paragraph, or several where lines end twice in a row.
fn paragraphs(words: Vec<Inline>) -> Vec<Vec<Inline>> {
    let is_blank = |inline: &Inline| matches!(inline, Inline::Words(words) if words.text.chars().all(|character| matches!(character, ' ' | '\t' | '\n')));
    let mut all = vec![Vec::new()];
    let mut breaks = 0;
    for inline in words {
        if inline == Inline::Break {
            breaks += 1;
        } else if !is_blank(&inline) {
            breaks = 0;
        }
        if breaks == 2 {
            all.push(Vec::new());
        } else if let Some(last) = all.last_mut() {
            last.push(inline);
        }
    }
    all
}
