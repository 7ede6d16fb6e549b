//! A web page while it is read: which elements are open, and what was found so far.

use crate::intake::document::captions::Captions;
use crate::intake::document::flat::{FlatBlock, Meter};
use crate::intake::document::model::{Block, Emphasis, FoundPicture, Inline, Loss, Losses, Words};
use crate::intake::refused::Refused;

/// The most elements within each other.
pub(super) const DEEPEST: usize = 256;

/// A page while it is read.
#[derive(Default)]
pub(super) struct HtmlReading {
    pub(super) open: Vec<OpenElement>,
    pub(super) flat: Vec<FlatBlock>,
    pub(super) words: Vec<Inline>,
    /// What the words that are read become.
    pub(super) flow: FlowKind,
    pub(super) lists: Vec<HtmlList>,
    pub(super) table: Option<HtmlTable>,
    /// How many tables are open within the outermost.
    pub(super) inner_tables: usize,
    pub(super) title: Option<String>,
    pub(super) pictures: Vec<FoundPicture>,
    pub(super) captions: Captions,
    pub(super) losses: Losses,
    pub(super) meter: Meter,
}

/// What the words that are read become.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum FlowKind {
    #[default]
    Paragraph,
    Heading(u8),
    Title,
    Caption,
    /// A point that Word wrote as a paragraph, on this level.
    Point(usize),
}

/// An element that is open.
#[derive(Debug, Clone, Default)]
pub(super) struct OpenElement {
    pub(super) name: String,
    pub(super) look: HtmlLook,
    /// Why nothing of it is read.
    pub(super) left_out: Option<LeftOut>,
    /// Where the link leads that it is in.
    pub(super) target: Option<String>,
    /// Whether its lines end where they do in the source.
    pub(super) keeps_lines: bool,
}

/// How the words of an element look.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct HtmlLook {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) is_struck: bool,
}

/// Why nothing is read of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// It is no text.
    NoText,
    /// It is a text that is not carried over.
    Lost(Loss),
    /// It was counted already.
    Counted,
    /// The sign before a point.
    Sign,
}

/// A list that is open.
#[derive(Debug)]
pub(super) struct HtmlList {
    /// The number of the next point.
    pub(super) next: Option<u64>,
    /// Whether a point is open whose words were not read yet.
    pub(super) begins: bool,
}

/// The table that is open: rows of cells.
#[derive(Debug, Default)]
pub(super) struct HtmlTable {
    pub(super) rows: Vec<Vec<Vec<Inline>>>,
    pub(super) is_merged: bool,
    pub(super) in_cell: bool,
    /// How many columns the open cell takes.
    pub(super) span: usize,
}

impl HtmlReading {
    pub(super) fn lose(&mut self, loss: Loss) {
        *self.losses.entry(loss).or_default() += 1;
    }

    /// Adds words as the open elements have them.
    pub(super) fn add_words(&mut self, text: &str) -> Result<(), Refused> {
        let element = self.open.last().cloned().unwrap_or_default();
        match element.left_out {
            None => {}
            Some(LeftOut::Sign) => {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                if let (FlowKind::Point(_), Ok(number)) = (self.flow, digits.parse())
                    && let Some(list) = self.lists.last_mut()
                {
                    list.next = Some(number);
                }
                return Ok(());
            }
            Some(LeftOut::Lost(loss)) => {
                if text.contains(char::is_alphanumeric) {
                    self.lose(loss);
                    // All of that element is one piece.
                    for open in self.open.iter_mut().rev() {
                        if open.left_out == Some(LeftOut::Lost(loss)) {
                            open.left_out = Some(LeftOut::Counted);
                        }
                    }
                }
                return Ok(());
            }
            Some(_) => return Ok(()),
        }
        let HtmlLook {
            is_bold,
            is_italic,
            is_struck,
        } = element.look;
        let emphasis = Emphasis::of(is_bold, is_italic, is_struck);
        for (index, line) in text.split('\n').enumerate() {
            if element.keeps_lines && index > 0 {
                self.push(Inline::Break, 0)?;
            }
            let line = if element.keeps_lines || index == 0 {
                line.to_owned()
            } else {
                format!(" {line}")
            };
            self.add_line(&line, emphasis, element.target.as_ref())?;
        }
        Ok(())
    }

    fn add_line(
        &mut self,
        text: &str,
        emphasis: Emphasis,
        target: Option<&String>,
    ) -> Result<(), Refused> {
        if text.is_empty() {
            return Ok(());
        }
        let words = Words {
            text: text.to_owned(),
            emphasis,
        };
        match (self.words.last_mut(), target) {
            (Some(Inline::Words(last)), None) if last.emphasis == emphasis => {
                self.meter.add(text.len())?;
                last.text.push_str(text);
                return Ok(());
            }
            (
                Some(Inline::Link {
                    target: open,
                    words: row,
                }),
                Some(target),
            ) if open == target => {
                self.meter.add(text.len())?;
                row.push(words);
                return Ok(());
            }
            _ => {}
        }
        let inline = match target {
            Some(target) => Inline::Link {
                target: target.clone(),
                words: vec![words],
            },
            None => Inline::Words(words),
        };
        self.push(inline, text.len())
    }

    pub(super) fn push(&mut self, inline: Inline, length: usize) -> Result<(), Refused> {
        self.meter.add(length)?;
        self.words.push(inline);
        Ok(())
    }

    /// Whether a table takes the words that are read.
    pub(super) fn in_cell(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.in_cell)
    }

    /// Closes the table that is open.
    pub(super) fn close_table(&mut self) {
        self.close_cell();
        let Some(table) = self.table.take() else {
            return;
        };
        if table.is_merged {
            self.lose(Loss::MergedTable);
        }
        self.captions.block(None);
        let mut rows = table.rows;
        // One cell is a frame around a text.
        if let [row] = rows.as_mut_slice()
            && let [cell] = row.as_mut_slice()
        {
            self.flat.push(FlatBlock::Paragraph(std::mem::take(cell)));
            return;
        }
        self.flat.push(FlatBlock::Other(Block::Table(rows)));
    }

    /// Puts what was read into the cell that is open.
    pub(super) fn close_cell(&mut self) {
        let Some(table) = self.table.as_mut().filter(|table| table.in_cell) else {
            return;
        };
        table.in_cell = false;
        let words = std::mem::take(&mut self.words);
        if table.rows.is_empty() {
            table.rows.push(Vec::new());
        }
        let span = std::mem::take(&mut table.span);
        if let Some(row) = table.rows.last_mut() {
            row.push(words);
            row.extend(std::iter::repeat_n(Vec::new(), span.saturating_sub(1)));
        }
    }
}
